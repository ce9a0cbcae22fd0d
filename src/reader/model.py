"""The frozen values that flow through the program: Page, Article, Analysis, Reading.

Every `start` and `end` is an offset in code points into `Article.text`, the end exclusive; every `text` beside
them is `Article.text[start:end]`, to the letter. Nothing here computes, reads or writes.
"""

from typing import Literal

import msgspec

PageKind = Literal["html", "text", "markdown", "mhtml", "email"]
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
    date with time and zone as the page gave it. `dateline` ("ASTANA, Kazakhstan") also still stands at the head of
    `text`; the `corrections` stand in it too. `notices` are what the reader must know of the text, in our own words:
    "The page says it is not free; 3 paragraphs are shown."
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


class KeyPoint(Excerpt, frozen=True):
    """A sentence that carries the story; `score` orders the points of one article, higher is better.

    Where it opened with a pronoun, the span begins after that, and `antecedent` is the name to show in its place, in
    brackets: "[Alloush] called for …".
    """

    score: float
    antecedent: str | None = None


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
    """A dated event: `text` is its sentence, `when` the wording of the date in it.

    `date` is ISO 8601 with the precision of the wording ("2011-03", "2017-W03", "2011/2014" for a period), or the
    wording itself where it cannot be resolved.
    """

    date: str
    when: Excerpt


class Figure(Excerpt, frozen=True):
    """A number that carries the story: `text` is the wording, `value` the number, `unit` what it counts.

    `sentence` is the one it stands in.
    """

    value: float
    unit: str
    sentence: Span


class Place(msgspec.Struct, frozen=True):
    """A place of the story, by the fullest name the article has for it; mentions are in order of the text."""

    name: str
    mentions: tuple[Excerpt, ...] = ()


class Glance(msgspec.Struct, frozen=True):
    """The story at a glance.

    `who` holds the ids of the most central actors, three at most; `where` is the dateline; `when` the day of the news,
    ISO 8601. Sources are those quoted, and `attributed` is the share of the text, 0 to 1, that is given to somebody.
    """

    who: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None
    named_sources: int = 0
    unnamed_sources: int = 0
    attributed: float = 0.0


class Analysis(msgspec.Struct, frozen=True):
    """What was found in one text. Spans are in order of the text; `notes` say what could not be decided."""

    sentences: tuple[Span, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    glance: Glance = Glance()
    notes: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """One article, read: where it came from, the article, and what was found in it."""

    source: Source
    article: Article
    analysis: Analysis
