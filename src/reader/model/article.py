"""What was fetched and what was taken out of it: Page, Article, Listing. Nothing here computes, reads or writes."""

from typing import Literal

import msgspec

PageKind = Literal["html", "text", "markdown", "mhtml", "email"]
BlockKind = Literal["paragraph", "heading", "list", "quote", "table", "code"]


class Source(msgspec.Struct, frozen=True):
    """Where an article came from: as the reader gave it, without a password, and where that led after redirects.

    `is_private` says that it came from this machine or its own network: only then what it names may lead there too.
    """

    given: str
    kind: PageKind
    url: str | None = None
    is_private: bool = False


class Page(msgspec.Struct, frozen=True):
    """What was fetched, as bytes. `charset` is what the server declared, if it did."""

    source: Source
    content: bytes
    charset: str | None = None


class Span(msgspec.Struct, frozen=True):
    """A stretch of `Article.text`."""

    start: int
    end: int


class Excerpt(Span, frozen=True):
    """A span with the words that stand there."""

    text: str


class Block(msgspec.Struct, frozen=True):
    """A paragraph-like part of the article; blocks are in order and do not overlap. `level` is a heading's, 1 to 6."""

    kind: BlockKind
    start: int
    end: int
    level: int | None = None


class Link(Span, frozen=True):
    """Words of the text that lead elsewhere; `url` is absolute, http or https."""

    url: str


class Image(msgspec.Struct, frozen=True):
    """The lead image. Caption and credit are apart: "Ferries at dusk." and "Ada Moss / Harbour Post".

    `alt` is what the page says is to be seen, for those who cannot see it.
    """

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


class Article(msgspec.Struct, frozen=True):
    """One clean article. `text` is the body alone: blocks joined by blank lines, no headline, caption or residue.

    `byline` holds people, one name each; `agency` the news agency. `published` and `modified` are ISO 8601, a date or a
    date with time and zone as the page gave it, else the day of the dateline. `dateline` ("ASTANA, Kazakhstan") also
    still stands at the head of `text`; the `corrections` stand in it too. `notices` are what the reader must know of
    the text, in our own words: "The page says it is not free; 3 paragraphs are shown."
    """

    text: str
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    dateline: str | None = None
    language: str | None = None
    image: Image | None = None
    links: tuple[Link, ...] = ()
    corrections: tuple[Span, ...] = ()
    notices: tuple[str, ...] = ()
    url: str | None = None


class Teaser(msgspec.Struct, frozen=True):
    """The headline of an article elsewhere, with the address it leads to, absolute, http or https."""

    url: str
    headline: str


class Listing(msgspec.Struct, frozen=True):
    """A page that lists articles instead of being one: a front page, a section.

    `entries` are in the order of the page, each article once. `notice` is what the reader must know of the page, in our
    own words: "https://harbourpost.example/ lists articles and is none itself."
    """

    notice: str
    entries: tuple[Teaser, ...]
    publisher: str | None = None
    url: str | None = None
