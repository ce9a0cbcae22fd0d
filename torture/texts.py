"""Hostile texts from a seed: stories as text, Markdown, mail and archives, with hostile pieces in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from reader.model import PageKind
from torture.fragments import FRAGMENTS
from torture.pages import damaged, page
from torture.stories import paragraph

_USUAL_LENGTH = 3_000
_LARGE_LENGTH = 60_000
_LARGE_ONE_IN = 25
_DAMAGED_ONE_IN = 5

PLACES = ("headline", "byline", "dateline", "paragraph", "quotation", "speaker", "item", "field", "subject", "sender")


def _plain(at: Callable[[str, str], str]) -> str:
    story = Random(1)
    return (
        f"{at('headline', 'Ferry stays in port')}\n\n{at('byline', 'By Ada Moss')}\n\n"
        f"{at('dateline', 'BRINDLE, Tarn Valley (AP) — ')}{paragraph(story)}\n\n{at('paragraph', 'It rained.')}\n\n"
        f"“{at('quotation', 'We wait,')}” said {at('speaker', 'Piet Calder')}, the harbour master.\n\n"
        f"{paragraph(story)}\n\n- {at('item', 'one')}\n- two\n\n{paragraph(story)}\n"
    )


def _markdown(at: Callable[[str, str], str]) -> str:
    return (
        f"---\ntitle: {at('field', 'Ferry stays in port')}\nauthor: Ada Moss\n---\n\n# {at('headline', 'Ferry')}\n\n"
        f"{_plain(at)}\n\n> {at('quotation', 'We wait.')}\n\n1. [{at('item', 'a')}]({at('field', 'https://a.example')})\n"
    )


def _email(at: Callable[[str, str], str]) -> str:
    return (
        f"From: {at('sender', 'Ada Moss <ada@post.example>')}\nSubject: {at('subject', 'Ferry stays in port')}\n"
        f"Date: {at('field', 'Sat, 14 Mar 2026 10:00:00 +0000')}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset={at('field', 'utf-8')}\n\n{_plain(at)}"
    )


def _archive(at: Callable[[str, str], str]) -> str:
    return (
        f"From: <Saved>\nSubject: {at('subject', 'Ferry')}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Location: {at('field', 'https://a.example/x')}\n\n"
        f"{page({'headline': at('headline', 'Ferry'), 'paragraph': at('paragraph', 'It rained.')})}\n--b--\n"
    )


_FORMS: dict[PageKind, Callable[[Callable[[str, str], str]], str]] = {
    "text": _plain,
    "markdown": _markdown,
    "email": _email,
    "mhtml": _archive,
}


def written(kind: PageKind, filled: dict[str, str]) -> bytes:
    """A story in a form, with pieces in its places."""

    def at(place: str, otherwise: str) -> str:
        return filled.get(place, otherwise)

    return _FORMS[kind](at).encode("utf-8", "surrogatepass")


def _of(kind: PageKind, **filled: str) -> Callable[[], tuple[PageKind, bytes]]:
    return lambda: (kind, written(kind, filled))


def _long(length: int, joined: str) -> Callable[[], tuple[PageKind, bytes]]:
    def made() -> tuple[PageKind, bytes]:
        random, parts, size = Random(3), [], 0
        while size < length:
            parts.append(paragraph(random))
            size += len(parts[-1])
        return "text", joined.join(parts).encode()

    return made


# The worst that was met in texts, and what the same would be elsewhere; each is tried in every run.
SHAPES: dict[str, Callable[[], tuple[PageKind, bytes]]] = {
    "250,000 characters": _long(250_000, "\n\n"),
    "250,000 characters in one paragraph": _long(250_000, " "),
    "2,000,000 characters": _long(2_000_000, "\n\n"),
    "19 MB": _long(19_000_000, "\n\n"),
    "19 MB of line feeds": _of("text", paragraph="\n" * 19_000_000),
    "19 MB of spaces": _of("text", paragraph=" " * 19_000_000 + "x"),
    "a word of 40 KB": _of("text", paragraph="x" * 40_000),
    "a word of 5 MB": _of("text", paragraph="x" * 5_000_000),
    "200,000 words of one letter": _of("text", paragraph="a " * 200_000),
    "100,000 words without an end": lambda: ("text", FRAGMENTS["one long sentence"](Random(4), 500_000).encode()),
    "100,000 full stops": _of("text", paragraph="a. " * 100_000),
    "100,000 marks of quotation": _of("text", paragraph="“ " * 100_000),
    "10,000 speakers": lambda: ("text", FRAGMENTS["speakers"](Random(5), 250_000).encode()),
    "20,000 names": lambda: ("text", FRAGMENTS["names"](Random(6), 260_000).encode()),
    "10,000 turns": lambda: ("text", FRAGMENTS["turns"](Random(7), 250_000).encode()),
    "10,000 numbers": _of("text", paragraph="5 people, " * 20_000),
    "10,000 dates": _of("text", paragraph="on 3 May 2024, " * 14_000),
    "a number of 100,000 digits": _of("text", paragraph="9" * 100_000 + " people"),
    "a sender of 40,000 spaces": _of("email", sender="Ada" + " " * 40_000 + "Moss via x"),
    "a sender of 40,000 commas": _of("email", sender="a@b.example," * 40_000),
    "a subject of 40,000 encoded words": _of("email", subject="=?utf-8?q?a?= " * 40_000),
    "a subject of 40,000 spaces": _of("email", subject="Fwd:" + " " * 40_000 + ":"),
    "100,000 header lines": lambda: ("email", b"X-A: b\n" * 100_000 + written("email", {})),
    "100,000 marks of an answer": _of("email", paragraph="> " * 100_000),
    "5,000 letters inside of letters": _of("email", paragraph="---- Forwarded message ----\nFrom: a\n\n" * 5_000),
    "2,000 parts inside of parts": lambda: (
        "mhtml",
        b"".join(b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2_000)),
    ),
    "100,000 parts": lambda: (
        "mhtml",
        b'Content-Type: multipart/related; boundary="b"\n\n' + b"--b\nContent-Type: text/html\n\n<p>a</p>\n" * 100_000,
    ),
    "10,000 quotes inside of quotes, in Markdown": _of("markdown", paragraph="> " * 10_000 + "a"),
    "10,000 lists inside of lists, in Markdown": _of("markdown", paragraph="- " * 10_000 + "a"),
    "100,000 stars, in Markdown": _of("markdown", paragraph="*a **b " * 25_000),
    "100,000 links begun, in Markdown": _of("markdown", paragraph="[" * 100_000),
    "100,000 brackets, in Markdown": _of("markdown", paragraph="[a](" * 50_000),
    "100,000 backticks, in Markdown": _of("markdown", paragraph="".join("`" * n + " " for n in range(450))),
    "front matter 5,000 deep": _of("markdown", field="[" * 5_000),
    "front matter of 100,000 fields": _of("markdown", field="a\n" + "\n".join(f"k{n}: v" for n in range(100_000))),
}


def made(seed: int, count: int) -> Iterator[tuple[str, tuple[PageKind, bytes]]]:
    """So many hostile texts, each with its name and its kind."""
    for name, shape in SHAPES.items():
        yield name, shape()
    for number in range(len(SHAPES), count):
        random = Random(f"{seed} text {number}")
        kind = random.choice(list(_FORMS))
        large = random.randrange(_LARGE_ONE_IN) == 0
        length = _LARGE_LENGTH if large else int(_USUAL_LENGTH ** random.random())
        places = random.sample(PLACES, random.randint(1, 4))
        content = written(kind, {place: FRAGMENTS[random.choice(list(FRAGMENTS))](random, length) for place in places})
        if random.randrange(_DAMAGED_ONE_IN) == 0:
            content = damaged(random, content)
        yield f"text {number}, {kind}", (kind, content)
