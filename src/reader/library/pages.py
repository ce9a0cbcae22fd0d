"""What is shown of a person, of a story and of an article's versions: all that a page tells, looked up and laid out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from reader.linking import comparison, statements
from reader.linking.versions import changes
from reader.model import Actor, Analysis, Article, Note, Reading, Source
from reader.model.library import Listed, Stored, Story
from reader.model.people import PersonPage
from reader.model.stories import Comparison, Telling
from reader.model.versions import Change
from reader.pipeline.analyse import mended

if TYPE_CHECKING:
    from reader.library import Library

# So many of those whom somebody speaks about are named: the rest once.
_MOST_ABOUT = 12


class StoryPage(msgspec.Struct, frozen=True):
    """A story, its articles in the order of the comparison, and how they differ."""

    story: Story
    articles: tuple[Listed, ...]
    tellings: tuple[Telling, ...]
    comparison: Comparison


class Revision(msgspec.Struct, frozen=True):
    """What changed in an article from one reading of it to the next; the two were fetched at these moments."""

    before: datetime
    after: datetime
    changes: tuple[Change, ...]


def person_page(
    library: Library, person: int, *, words: str = "", since: datetime | None = None, limit: int | None = None
) -> PersonPage | None:
    """The page of a person; None of one who is not known, or was dismissed.

    Args:
        library: where they are kept.
        person: their id.
        words: words that are in the quotes.
        since: the quotes of articles from this moment on.
        limit: how many quotes at most, the newest; the rest of a long page takes longer than a screen waits.
    """
    known = library.people.get(person)
    if known is None:
        return None
    about = library.quotes.speaks_about(known.id)[:_MOST_ABOUT]
    named = [(other.name, number) for each, number in about if (other := library.people.get(each))]
    said = library.quotes.said(by=known.id, words=words, since=since, limit=limit)
    page = statements.page(
        known, library.quotes.roles(known.id), said, about=named, quoted_by=library.quotes.quoted_by(known.id)
    )
    return msgspec.structs.replace(
        page,
        written_by=library.quotes.written_by(known.id),
        suggestions=library.people.suggestions(of=known.id),
    )


def story_page(library: Library, story: int) -> StoryPage | None:
    """The page of a story; None of one that fewer than two articles tell."""
    known = library.stories.get(story)
    if known is None:
        return None
    articles, tellings = [], []
    for listed in library.searching.listed(known.articles):
        stored = library.articles.load(listed.id)
        if stored is not None and stored.analysis is not None:
            shown = reading_of(stored)
            articles.append(listed)
            tellings.append(Telling(str(listed.id), shown.article, shown.analysis))
    return StoryPage(known, tuple(articles), tuple(tellings), comparison.compare(tellings, _whose(library)))


def revisions(library: Library, article: int) -> tuple[Revision, ...]:
    """What changed in an article, the latest change first; nothing of one that never changed."""
    stored = library.articles.load(article)
    if stored is None:
        return ()
    later, fetched = Reading(stored.source, stored.article, stored.analysis or Analysis()), stored.fetched
    found = []
    for version in library.articles.versions(article):
        earlier = Reading(stored.source, version.article, version.analysis or Analysis())
        if differences := changes(earlier, later):
            found.append(Revision(version.fetched, fetched, differences))
        later, fetched = earlier, version.fetched
    return tuple(found)


def reading_of(stored: Stored, written: tuple[Note, ...] = ()) -> Reading:
    """An article that is kept as it is shown: with what was found, what the reader decided of that, and wrote to it."""
    source: Source = stored.source
    article: Article = stored.article
    found = stored.analysis or Analysis()
    shown = mended(article, found, stored.corrections) if stored.corrections else found
    return Reading(source, article, shown, written)


def _whose(library: Library) -> Callable[[str, Actor], str]:
    """Who the actors of kept articles are, each looked up once."""

    @cache
    def person(article: str, actor: str) -> str:
        known = library.people.whose(int(article), actor)
        return str(known.id) if known else f"{article} {actor}"

    return lambda article, actor: person(article, actor.id)
