"""Hostile pages from a seed: a story with hostile pieces in one or more of its places, whole or damaged.

The first pages are the worst shapes there are, each at its full size; after them come pages by chance.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

from torture.fragments import FRAGMENTS, MARKUP
from torture.stories import paragraph

# By chance: most pieces are small, so that many pages can be tried; one in so many is as long as a page may make it.
_USUAL_LENGTH = 3_000
_LARGE_LENGTH = 60_000
_LARGE_ONE_IN = 25
_DAMAGED_ONE_IN = 3

# Where a piece may stand. `{}` is the piece; what is not named holds what an ordinary page has there.
PLACES = (
    "before the doctype",
    "title",
    "description",
    "json headline",
    "json date",
    "json author",
    "json body",
    "attribute",
    "headline",
    "byline",
    "date",
    "caption",
    "paragraph",
    "quotation",
    "heading",
    "item",
    "cell",
    "link",
    "block quote",
    "canonical",
    "language",
    "comment",
    "after",
)


def page(filled: dict[str, str], body: str = "") -> str:
    """A page with pieces in its places; `body` stands among its paragraphs as markup."""

    def at(place: str, otherwise: str = "") -> str:
        return filled.get(place, otherwise)

    declared = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": at("json headline", "Ferry stays in port"),
        "datePublished": at("json date", "2026-03-14T10:00:00Z"),
        "author": {"@type": "Person", "name": at("json author", "Ada Moss")},
        "articleBody": at("json body"),
    }
    head = (
        f"<title>{at('title', 'Ferry stays in port')}</title><meta charset=utf-8>"
        f'<meta name=description content="{at("description")}"><link rel=canonical href="{at("canonical")}">'
        f"<script type=application/ld+json>{json.dumps(declared)}</script>"
    )
    story = Random(1)
    parts = (
        f"<h1>{at('headline', 'Ferry stays in port')}</h1><p class=byline>{at('byline', 'By Ada Moss')}</p>"
        f'<time datetime="{at("date", "2026-03-14")}">{at("date", "14 March 2026")}</time>'
        f'<figure><img src="/a.jpg" alt="{at("attribute")}"><figcaption>{at("caption", "Waves.")}</figcaption></figure>'
        f"<p>{paragraph(story)}</p><p>{at('paragraph')}</p><h2>{at('heading', 'Storm')}</h2><p>{paragraph(story)}</p>"
        f"<p>“{at('quotation', 'We wait,')}” said Piet Calder, the harbour master.</p>{body}"
        f"<ul><li>{at('item', 'one')}</li></ul><table><tr><td>{at('cell', '1')}</td></tr></table>"
        f'<p>{paragraph(story)} <a href="{at("link", "/a")}">{at("link", "more")}</a></p>'
        f"<blockquote>{at('block quote')}</blockquote><!-- {at('comment')} --><p>{paragraph(story)}</p>"
    )
    return (
        f'{at("before the doctype")}<!doctype html><html lang="{at("language", "en")}"><head>{head}</head>'
        f"<body><article>{parts}</article>{at('after')}</body></html>"
    )


def _nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "x" + f"</{tag}>" * depth


def _with_body(body: str) -> str:
    return page({}, body)


def _entities(depth: int) -> str:
    """What expands without end in a reader that takes it for XML."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{lines}]><html><body><p>&e{depth - 1};</p></body>'


Shape = Callable[[], str | bytes]
# The worst that was met in pages, and what the same would be elsewhere; each is tried in every run.
SHAPES: dict[str, Shape] = {
    "40 comments before the doctype": lambda: "<!-- -->\n" * 40 + "<div>" + "x" * 900,
    "40 comments with words before a page": lambda: page({"before the doctype": "<!-- a page of words -->" * 40}),
    "100,000 comments": lambda: page({"before the doctype": "<!---->" * 100_000}),
    "a caption of (apapap… over 33 KB": lambda: page({"caption": "(" + "ap" * 16_500}),
    "a JSON-LD date with 32,000 spaces": lambda: page({"json date": "2026-03-14" + " " * 32_000 + "x"}),
    "one tag with 80,000 attributes": lambda: _with_body("<p " + " ".join(f"a{n}=1" for n in range(80_000)) + ">x</p>"),
    "one tag with 80,000 equal attributes": lambda: _with_body("<p " + "data-date=2026-01-01 " * 80_000 + ">x</p>"),
    "a word of 40 KB": lambda: page({"paragraph": "x" * 40_000}),
    "a word of 40 KB with hyphens": lambda: page({"paragraph": "well-" * 8_000}),
    "a text of 250,000 characters": lambda: _with_body(_paragraphs(250_000)),
    "a text of 2,000,000 characters": lambda: _with_body(_paragraphs(2_000_000)),
    "a paragraph of 250,000 characters": lambda: page({"paragraph": _paragraphs(250_000).replace("</p><p>", " ")}),
    "19 MB of tags": lambda: _with_body("<b>a</b>" * 2_400_000),
    "19 MB of one paragraph": lambda: page({"paragraph": "a " * 9_500_000}),
    "19 MB of empty elements": lambda: _with_body("<i></i>" * 2_700_000),
    "a byline of 40,000 spaces": lambda: page({"byline": "By Ada" + " " * 40_000 + "Moss"}),
    "a byline of 10,000 names": lambda: page({"byline": "By " + "Ada Moss and " * 10_000}),
    "a headline of 40,000 spaces": lambda: page({"title": "Ferry" + " " * 40_000 + "|", "headline": ""}),
    "a title of 10,000 bars": lambda: page({"title": "Ferry | " * 10_000}),
    "posts with links of 40,000 spaces": lambda: page({"block quote": "Ada Moss (@ada)" + " " * 40_000 + "14 March"}),
    "100,000 nested boxes": lambda: _with_body(_nested("div", 100_000)),
    "100,000 nested marks": lambda: _with_body(_nested("b", 100_000)),
    "20,000 nested lists": lambda: _with_body(_nested("ul><li", 20_000)),
    "5,000 nested tables": lambda: _with_body(_nested("table><tr><td", 5_000)),
    "100,000 elements never closed": lambda: _with_body("<p><b><i>" * 33_000),
    "100,000 elements never opened": lambda: _with_body("</p></b></i>" * 33_000),
    "8,000 q elements in a paragraph": lambda: page({"paragraph": "<q>so</q> " * 8_000}),
    "8,000 time elements in a paragraph": lambda: page({"paragraph": "<time datetime=2026-03-04>x</time> " * 8_000}),
    "8,000 time elements": lambda: _with_body("<div><time datetime=2026-03-04>x</time></div>" * 8_000),
    "20,000 links": lambda: page({"paragraph": "<a href=/a>quay</a> " * 20_000}),
    "20,000 images": lambda: _with_body("<figure><img src=/a.jpg><figcaption>a</figcaption></figure>" * 20_000),
    "20,000 bylines": lambda: _with_body("<p class=byline>By Ada Moss</p>" * 20_000),
    "20,000 headings": lambda: _with_body("<h2>Storm</h2>" * 20_000),
    "20,000 line breaks": lambda: page({"paragraph": "<br>" * 20_000}),
    "20,000 items": lambda: _with_body("<ul>" + "<li>one</li>" * 20_000 + "</ul>"),
    "20,000 cells": lambda: _with_body("<table><tr>" + "<td>1</td>" * 20_000 + "</tr></table>"),
    "20,000 meta elements": lambda: page(
        {"title": "a</title>" + "<meta property=article:author content=Ada>" * 20_000}
    ),
    "5,000 JSON-LD scripts": lambda: _with_body('<script type=application/ld+json>{"@type":"Person"}</script>' * 5_000),
    "a JSON-LD list 100,000 deep": lambda: _with_body(
        "<script type=application/ld+json>" + "[" * 100_000 + "</script>"
    ),
    "a JSON-LD number of 100,000 digits": lambda: _with_body(
        '<script type=application/ld+json>{"@type":"NewsArticle","wordCount":' + "9" * 100_000 + "}</script>"
    ),
    "a JSON-LD body of 1 MB": lambda: page({"json body": paragraph(Random(2)) * 6_000}),
    "a class of 80,000 letters": lambda: _with_body(f"<div class='{'a-' * 40_000}byline'>x</div>"),
    "an attribute of 5 MB": lambda: page({"attribute": "a " * 2_500_000}),
    "an address of 5 MB": lambda: page({"canonical": "https://a.example/" + "a/" * 2_500_000}),
    "1 MB of entities": lambda: page({"paragraph": "&amp;#38;" * 110_000}),
    "entities that expand": lambda: _entities(12),
    "a script never closed": lambda: page({"before the doctype": "<script>" + "x" * 100_000}),
    "a style of 5 MB": lambda: page({"after": "<style>" + "a{b:c}" * 800_000 + "</style>"}),
    "5,000 frames": lambda: _with_body("<iframe src=https://a.example></iframe>" * 5_000),
    "an inner page 2,000 deep": lambda: "<html><body>" * 2_000 + page({}),
    "UTF-16 without a mark": lambda: page({}).encode("utf-16-le"),
    "UTF-7": lambda: b"<meta charset=utf-7>" + page({"paragraph": "+ADw-script+AD4-"}).encode(),
    "half of each letter": lambda: page({"paragraph": "é" * 20_000}).encode()[::2],
    "bytes of no encoding": lambda: page({}).encode() + bytes(range(256)) * 200,
    "a charset of 40,000 letters": lambda: f"<meta charset={'a' * 40_000}>".encode() + page({}).encode(),
    "nothing but NUL": lambda: b"\0" * 100_000 + page({}).encode(),
    "control entities everywhere": lambda: page(dict.fromkeys(PLACES, "&#27;[31m&#x9b;2J&#8238;&#xE0041;&#0;&#127;")),
    "markup everywhere": lambda: page({place: MARKUP[n] for n, place in enumerate(PLACES)}),
}


def _paragraphs(length: int) -> str:
    """A long story, its paragraphs not all alike."""
    random, made, size = Random(3), [], 0
    while size < length:
        made.append(paragraph(random))
        size += len(made[-1])
    return "<p>" + "</p><p>".join(made) + "</p>"


def _by_chance(random: Random) -> str:
    """One page: a few pieces in a few places, or one more often than others at a great length."""
    places = random.sample(PLACES, random.randint(1, 4))
    large = random.randrange(_LARGE_ONE_IN) == 0
    length = _LARGE_LENGTH if large else int(_USUAL_LENGTH ** random.random())
    filled = {place: FRAGMENTS[random.choice(list(FRAGMENTS))](random, length) for place in places}
    return page(filled)


def damaged(random: Random, content: bytes) -> bytes:
    """Content with a part cut, doubled, turned around or written over."""
    start = random.randrange(len(content))
    end = min(len(content), start + int(2_000 ** random.random()))
    part = content[start:end]
    other = random.choice((b"", part * 3, part[::-1], random.randbytes(len(part)), content[end:] + part))
    return content[:start] + other + content[end:]


def made(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many hostile pages, each with its name."""
    for name, shape in SHAPES.items():
        content = shape()
        yield name, content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    for number in range(len(SHAPES), count):
        yield f"page {number}", made_by_chance(seed, number)


def made_by_chance(seed: int, number: int) -> bytes:
    """The page of a number, the same for a seed at every time."""
    random = Random(f"{seed} page {number}")
    content = _by_chance(random).encode("utf-8", "surrogatepass")
    return damaged(random, content) if random.randrange(_DAMAGED_ONE_IN) == 0 else content
