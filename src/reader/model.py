"""The frozen values that flow through the program: Page, Article, Analysis, Reading.

Every `start` and `end` is an offset in code points into `Article.text`, the end exclusive; every `text` beside
them is `Article.text[start:end]`, to the letter. Nothing here computes, reads or writes.
"""

from typing import Literal

import msgspec

PageKind = Literal["html", "text", "markdown"]
BlockKind = Literal["paragraph", "heading", "list", "quote", "table", "code"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organization", "place"]


class Source(msgspec.Struct, frozen=True):
    """Where an article came from: as the reader gave it, and where that led after redirects."""

    given: str
    kind: PageKind
    url: str | None = None


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
    """A paragraph-like part of the article; blocks are in order and do not overlap."""

    kind: BlockKind
    start: int
    end: int


class Image(msgspec.Struct, frozen=True):
    """The lead image. Caption and credit are apart: "Ferries at dusk." and "Ada Moss / Harbour Post"."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


class Article(msgspec.Struct, frozen=True):
    """One clean article. `text` is the body alone: blocks joined by blank lines, no headline, caption or residue.

    `byline` holds people, one name each; `agency` the news agency. `published` is ISO 8601, a date or a date with
    time and zone as the page gave it. `dateline` ("ASTANA, Kazakhstan") also still stands at the head of `text`.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    published: str | None = None
    dateline: str | None = None
    language: str | None = None
    image: Image | None = None
    url: str | None = None


class KeyPoint(Excerpt, frozen=True):
    """A sentence that carries the story; `score` orders the points of one article, higher is better."""

    score: float


class Actor(msgspec.Struct, frozen=True):
    """A person, an organisation, or a place that speaks as a government.

    `name` is the fullest form in the article, `aliases` the other forms, `role` the phrase that says who it is
    ("Corvane's U.N. envoy"). `mentions` are in order of the text, pronouns included. An unnamed source ("a senior
    official") is an actor with `named` false and its description as `name`.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Excerpt, ...] = ()
    named: bool = True


class Quote(Excerpt, frozen=True):
    """Something somebody is reported to have said.

    `kind` is direct (all of it between marks), mixed (partly) or indirect (none). `cue` is the word that gives it to
    somebody ("said", "according to"), `mention` the span that names who ("he", "the envoy"), `speaker` the id of the
    Actor that mention resolves to. `confidence` (0 to 1) is that of the speaker being right. `about` holds the ids of
    the other actors it speaks of, `denies` the id of the earlier quote it disputes.
    """

    id: str
    kind: QuoteKind
    cue: Excerpt | None = None
    speech_act: str = "say"
    mention: Excerpt | None = None
    speaker: str | None = None
    confidence: float = 0.0
    about: tuple[str, ...] = ()
    denies: str | None = None


class Event(Excerpt, frozen=True):
    """A dated event: `text` is its sentence, `date` ISO 8601 (or its worded form when it cannot be resolved)."""

    date: str


class Figure(Excerpt, frozen=True):
    """A number that carries the story: `text` is the wording, `value` the number, `unit` what it counts."""

    value: float
    unit: str


class Analysis(msgspec.Struct, frozen=True):
    """What was found in one text. Spans are in order of the text; `notes` say what could not be decided."""

    sentences: tuple[Span, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """One article, read: where it came from, the article, and what was found in it."""

    source: Source
    article: Article
    analysis: Analysis
