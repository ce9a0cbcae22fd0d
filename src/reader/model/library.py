"""What comes out of a library: feeds, the articles they brought, what was read, people and what they said.

Numbers called `id` are the library's own and last as long as it does; those of articles and quotes are in order of
time. Moments are datetimes in UTC. Nothing here computes, reads or writes.
"""

from datetime import datetime
from typing import Literal

import msgspec

from reader.model.analysis import ActorKind, Analysis, QuoteKind
from reader.model.article import Article, Excerpt, Source, Span
from reader.model.corrections import Correction
from reader.model.noted import Note

SearchKind = Literal["saved", "muted", "watched"]
Doubtful = Literal["sure", "doubted", "perhaps"]


class Arrival(msgspec.Struct, frozen=True):
    """One entry as a feed brings it, its texts safe to show.

    `name` is what the feed knows it by (guid, id, else its address); `published` a datetime with its zone; `text` what
    the feed gives of it, summary or whole, as plain text.
    """

    name: str
    headline: str
    address: str | None = None
    published: datetime | None = None
    author: str | None = None
    text: str = ""


class Feed(msgspec.Struct, frozen=True):
    """A feed as it is kept.

    `title` is the reader's own name for it, else the feed's; `folder` is "" or a path ("News/World"). `etag` and
    `modified` are to be sent back to the letter; it may be asked again from `due` on. `error` says what was wrong the
    last time, `failures` how often in a row; a `stopped` one is gone and asked no more. With `full_articles` the
    articles behind its entries are fetched in the background. `is_private` says that it was on this machine or its own
    network when the reader gave its address: no other feed may lead there. `unread` counts what is shown of it as
    unread.
    """

    id: int
    address: str
    title: str
    folder: str = ""
    site: str | None = None
    full_articles: bool = False
    etag: str | None = None
    modified: str | None = None
    checked: datetime | None = None
    due: datetime | None = None
    failures: int = 0
    error: str = ""
    stopped: bool = False
    unread: int = 0
    is_private: bool = False


class Listed(msgspec.Struct, frozen=True):
    """An article as a line of a list.

    `source` is what it is opened by. `published` is ISO 8601 as the page or feed gave it, `moment` the minute by which
    it is in order. `words` is the length of its text, None where it was not read yet, and `speakers` how many named
    people and organisations are surely quoted, None where it was not analysed. `feeds` are the ids of those that
    brought it, `copies` the articles that are folded into this one: "also in".
    """

    id: int
    moment: datetime
    source: str
    headline: str
    address: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    words: int | None = None
    speakers: int | None = None
    is_read: bool = False
    is_starred: bool = False
    is_muted: bool = False
    has_notes: bool = False
    tags: tuple[str, ...] = ()
    feeds: tuple[int, ...] = ()
    copies: tuple[int, ...] = ()


class Stored(msgspec.Struct, frozen=True):
    """An article with all that is kept of it.

    `analysis` is as the program found it, without the reader's `corrections`; None where there is none, or one that
    cannot be read any more; whether it is of an older engine, `analysis.engine` tells. `is_whole` is false where
    `article` is only what a feed gave of it. `position` is the offset the reader was at.
    """

    id: int
    source: Source
    article: Article
    fetched: datetime
    analysis: Analysis | None = None
    corrections: tuple[Correction, ...] = ()
    position: int = 0
    is_whole: bool = True


class Version(msgspec.Struct, frozen=True):
    """A text that an article had before, with what was found in it where that can still be read."""

    id: int
    fetched: datetime
    article: Article
    analysis: Analysis | None = None


class KeptNote(Note, frozen=True, kw_only=True):
    """A note that the library has, to the article of this id."""

    id: int
    article: int


class Search(msgspec.Struct, frozen=True):
    """A filter that the reader kept under a name; `seen` is the latest change that a watcher has shown."""

    id: int
    name: str
    kind: SearchKind
    query: str
    seen: int = 0


class Person(msgspec.Struct, frozen=True):
    """Somebody over all articles: a person, an organisation, a place that speaks.

    `quotes` counts those that are surely theirs, `articles` those that name them.
    """

    id: int
    name: str
    kind: ActorKind
    quotes: int = 0
    articles: int = 0


class Role(msgspec.Struct, frozen=True):
    """What somebody is called in so many articles, of which the first and the last appeared at these minutes."""

    role: str
    articles: int
    first: datetime
    last: datetime


class Said(msgspec.Struct, frozen=True):
    """A quote as the library has it, beside the article that it stands in.

    `quote` and `actor` are ids in the article's analysis; `words` what to show of it, and `start` and `end` where that
    stands in the article, in the paragraph of this number; `doubt` is as on the article's own screen. `about` are the
    ids of people. `is_thin` says that it is theirs by the speaker's name alone, which nothing else supports.
    """

    id: int
    article: int
    moment: datetime
    doubt: Doubtful
    quote: str
    words: str
    start: int
    end: int
    kind: QuoteKind
    headline: str
    source: str
    actor: str | None = None
    speaker: str | None = None
    person: int | None = None
    role: str | None = None
    cue: str | None = None
    publisher: str | None = None
    published: str | None = None
    about: tuple[int, ...] = ()
    paragraph: int | None = None
    is_thin: bool = False


class Hit(msgspec.Struct, frozen=True):
    """An article that a search found.

    `excerpt` is a stretch of its text with the first of the words that it was found by, else its beginning; `hits` are
    where these stand in the text, inside the excerpt, and `headline_hits` where in the headline.
    """

    article: Listed
    excerpt: Excerpt
    hits: tuple[Span, ...] = ()
    headline_hits: tuple[Span, ...] = ()


class Story(msgspec.Struct, frozen=True):
    """An event that several articles tell, by the headline of the second one; the newest article first."""

    id: int
    headline: str
    articles: tuple[int, ...]


class Suggestion(msgspec.Struct, frozen=True):
    """Two who may be one, and why: for the reader to accept or to refuse."""

    one: Person
    other: Person
    why: str
