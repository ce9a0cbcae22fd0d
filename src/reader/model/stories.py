"""What several articles tell of one event. Nothing here computes, reads or writes."""

import msgspec

from reader.model.analysis import Analysis, Figure, Quote
from reader.model.article import Article


class Terms(msgspec.Struct, frozen=True):
    """What an article is about, ready to be compared: how often each word stands where an article says it.

    `day` is the day it was published, ISO 8601.
    """

    article: str
    day: str
    counts: dict[str, int]


class Telling(msgspec.Struct, frozen=True):
    """One article of a story, as it is compared with the others."""

    article: str
    content: Article
    analysis: Analysis


class Heard(msgspec.Struct, frozen=True):
    """Somebody whom an article quotes, and what it quotes of them for sure.

    `who` is the id of their profile, or of the actor where they have none; `only` is true where no other article of the
    story quotes them, nor anybody who may be they.
    """

    who: str
    name: str
    quotes: tuple[Quote, ...]
    only: bool = False


class Source(msgspec.Struct, frozen=True):
    """An article of a story, by its id, and whom it quotes, in order of the text."""

    article: str
    heard: tuple[Heard, ...]


class QuotesApart(msgspec.Struct, frozen=True):
    """One person's words as two articles give them, nearly alike and not the same; `who` as in `Heard`."""

    who: str
    name: str
    one: tuple[str, Quote]
    other: tuple[str, Quote]


class FiguresApart(msgspec.Struct, frozen=True):
    """Two numbers that two articles give for one thing, as far as their sentences tell; each with its article's id."""

    one: tuple[str, Figure]
    other: tuple[str, Figure]


class Comparison(msgspec.Struct, frozen=True):
    """How the articles of a story go together: whom each quotes, and where they disagree."""

    sources: tuple[Source, ...]
    quotes: tuple[QuotesApart, ...] = ()
    figures: tuple[FiguresApart, ...] = ()
