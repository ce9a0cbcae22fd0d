"""Hostile pieces of text, each a function of how long it should be: what pages and texts are made with."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Fragment = Callable[[Random, int], str]

# Given and family names of nobody, for texts that name many.
_NAMES = ("Ada", "Piet", "Rhona", "Ilse", "Tomas", "Mirelle", "Jonas", "Vera")
_FAMILIES = ("Moss", "Calder", "Vale", "Lund", "Fenwick", "Ibsen", "Arno", "Quill")
_VERBS = ("said", "told reporters", "denied", "claimed", "warned", "according to")

# Codes that terminals obey, written as themselves: colours, titles, clipboard, links, answers, device control.
CODES = (
    "\x1b[2J",
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1b_Gi=1,a=q;AAAA\x1b\\",
    "\x1b[6n",
    "\x1b[c",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\x90q\x9c",
    "\x07",
    "\x08\x08\x08",
    "\x7f",
    "\x0e",
    "\x00",
    "\x1a",
    "\x85",
    "\x0b\x0c",
)
# Letters that act, hide or join: directions, tags, joiners, selectors, fillers, noncharacters, lone surrogates.
LETTERS = (
    *"\u202e\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f",
    *"\u115f\u3164\uffa0\ufff9\ufffb\ufffe\uffff\ufdd0\U000e0001\U000e0041\U000e007f\U000e0100\U0001d173\ufe0f\ufe00",
    "\ud800",
    "\udfff",
)
# What templates, markup, shells, Markdown, YAML, spreadsheets and SQL would act on.
MARKUP = (
    "[/oops]",
    "[@click=app.quit]x[/]",
    "[bold red]x",
    "[link=",
    "$primary",
    "{{ 7 * 7 }}",
    "{% for a in range(9999999999) %}",
    "{{ ''.__class__.__mro__ }}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](file:///etc/passwd)",
    "[[note]]",
    "![[embed]]",
    "%%hidden%%",
    "$(reboot)",
    "`reboot`",
    "; rm -rf ~",
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)",
    "---\ntitle: other\n---",
    "...\n--- !!python/object",
    "\n# Heading\n",
    "\n> quote\n",
    "```\ncode",
    "| a | b |\n|---|---|",
    "&copy; &#27;[31m &#x202e; &#0; &#xD800;",
    "%s %n %x {0} {words}",
    "../../../etc/passwd",
    "CON.txt",
    "'; DROP TABLE quotes; --",
)
# Short pieces which, repeated, make patterns try again and again: white space, separators, halves of words and marks.
REPEATED = {
    "spaces": " ",
    "tabs": "\t",
    "line feeds": "\n",
    "blank lines": "\n\n",
    "carriage returns": "\r",
    "no-break spaces": "\u00a0",
    "thin spaces": "\u2009",
    "one letter": "a",
    "one capital": "A",
    "letters and spaces": "a ",
    "capitals and spaces": "A ",
    "capitals and stops": "A.",
    "initials": "J. ",
    "halves of an agency": "ap",
    "an agency": "(AP) ",
    "opened brackets": "(",
    "opened square brackets": "[",
    "opened braces": "{",
    "opened tags": "<",
    "opened comments": "<!-- ",
    "whole comments": "<!-- -->",
    "ampersands": "&",
    "entities": "&amp;",
    "ones": "1",
    "ones and commas": "1,",
    "ones and points": "1.",
    "ones and spaces": "1 ",
    "slashes": "1/",
    "hyphens": "-",
    "dashes and spaces": " – ",
    "bars": " | ",
    "commas": ", ",
    "stops": ". ",
    "full stops": ".",
    "ellipses": "…",
    "colons": "A: ",
    "semicolons": "a; ",
    "by and by": "By ",
    "and and and": "and ",
    "of the of the": "of the ",
    "said": "said ",
    "he said": "he said ",
    "opened quotation marks": "“",
    "straight marks": '" ',
    "apostrophes": "' ",
    "single marks": "‘a ",
    "angle marks": "« ",
    "stars": "*",
    "underlines": "_",
    "hashes": "# ",
    "quoting marks": "> ",
    "backticks": "`",
    "tildes": "~",
    "links begun": "[a](",
    "addresses": "http://a.example/a ",
    "one long address": "/a",
    "at signs": "@a ",
    "mail addresses": "a@b.example, ",
    "percentages": "%41",
    "months": "May ",
    "days": "Monday ",
    "years": "2024 ",
    "dollars": "$1 ",
    "per cents": "5% ",
    "marks over a letter": "\u0301",
    "joiners": "\u200d",
    "ideographs": "港口",
    "hebrew": "שלום ",
    "emoji": "👩\u200d👩\u200d👧",
    "hangul parts": "\u1100\u1161\u11a8",
    "backslashes": "\\",
    "equals signs": "=\n",
    "encoded words": "=?utf-8?q?a?= ",
    "credits": "Photo: ",
    "rights": "(c) ",
    "updated": "Updated ",
    "copyright": "© 2024 ",
    "read more": "Read more: ",
    "who says it": "A. Moss, who ",
    "titles": "Mr. ",
    "roles": "the minister ",
    "pronouns": "she ",
    "negations": "not ",
    "ordinals": "1st ",
    "times": "10:00 ",
}


def repeated(piece: str) -> Fragment:
    """A piece again and again, up to a length."""
    return lambda _random, length: (piece * (length // len(piece) + 1))[: max(length, len(piece))]


def _many(pieces: tuple[str, ...], between: str) -> Fragment:
    """Some of the pieces, in any order."""

    def made(random: Random, length: int) -> str:
        text = ""
        while len(text) < length:
            text += random.choice(pieces) + random.choice(("", between, "quay"))
        return text

    return made


def _name(random: Random) -> str:
    return f"{random.choice(_NAMES)} {random.choice(_FAMILIES)}{random.choice('abcdefgh')}{random.choice('klmnop')}"


def _names(random: Random, length: int) -> str:
    """A list of names, few of them twice."""
    return ", ".join(_name(random) for _ in range(length // 13 + 1))


def _speakers(random: Random, length: int) -> str:
    """Remarks of many people, with and without marks."""
    text = ""
    while len(text) < length:
        text += f"“The quay is {random.choice(_FAMILIES).lower()},” {random.choice(_VERBS)} {_name(random)}. "
    return text


def _unbalanced(random: Random, length: int) -> str:
    """Words with marks that do not fit each other."""
    return "".join(
        random.choice(("“", "”", '"', "‘", "’", "«", "word ", "said ", ". ")) for _ in range(length // 3 + 1)
    )


def _nested_quotes(_random: Random, length: int) -> str:
    """Quotations in quotations."""
    depth = length // 14 + 1
    return "“She said ‘" * depth + "no" + "’ he said”" * depth


def _numbers(random: Random, length: int) -> str:
    """Numbers with units and bounds, absurd ones among them."""
    pieces = ("9" * 400 + " million", "1e999", "$-0", "0/0", "½ of 3", "2.5.7", "1,2,3,4", "under -5%", "−1", "1 in 0")
    return "".join(f"{random.choice(pieces)} people, " for _ in range(length // 20 + 1))


def _dates(random: Random, length: int) -> str:
    """Dates, impossible ones among them."""
    pieces: tuple[str, ...] = (
        "Feb. 31",
        "year 99999999999",
        "0000-00-00",
        "last Monday",
        "in 2 million years",
        "13/13/2013",
        "May 0",
    )
    pieces += ("1 January 10000", "the 40th of March", "10,000 weeks ago", "next millennium", "29 February 1900")
    return "".join(f"on {random.choice(pieces)} it rained, " for _ in range(length // 24 + 1))


def _turns(random: Random, length: int) -> str:
    """A transcript without end."""
    return "\n".join(f"{_name(random).upper()}: Yes.\n\nQ: Why?" for _ in range(length // 30 + 1))


def _noise(random: Random, length: int) -> str:
    """Any characters at all."""
    return "".join(chr(random.choice((random.randrange(256), random.randrange(0x110000)))) for _ in range(length))


def _one_word(random: Random, length: int) -> str:
    """A word of letters that is like none."""
    return "".join(random.choice("abcdefghijklmnopqrstuvwxyzABCDE'-") for _ in range(max(length, 1)))


def _sentence(random: Random, length: int) -> str:
    """Words without any end of a sentence."""
    words = ("the", "quay", "mayor", "who", "said", "that", "because", "Moss", "of", "a", "which", "and", "not")
    return " ".join(random.choice(words) for _ in range(length // 5 + 1))


FRAGMENTS: dict[str, Fragment] = {
    **{name: repeated(piece) for name, piece in REPEATED.items()},
    "terminal codes": _many(CODES, " "),
    "letters that act": _many(LETTERS, " "),
    "markup": _many(MARKUP, "\n"),
    "names": _names,
    "speakers": _speakers,
    "unbalanced marks": _unbalanced,
    "nested quotations": _nested_quotes,
    "numbers": _numbers,
    "dates": _dates,
    "turns": _turns,
    "noise": _noise,
    "one long word": _one_word,
    "one long sentence": _sentence,
}
