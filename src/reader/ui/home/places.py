"""The places of the library's home: what is unread, of today or marked, all; stories, feeds, tags, kept searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.model.library import Feed, Search, Story

if TYPE_CHECKING:
    from reader.library import Library

# More tags than are gone through line by line; the filter has them all.
_MOST_TAGS = 30

# Of a day, so many stories are listed: what more there is, the articles of all of them show.
_MOST_STORIES = 12
# More than any line of a screen has.
_LONGEST_HEADLINE = 400

Kind = Literal["view", "people", "stories", "story", "folder", "feed", "tag", "search"]


class HomePlace(NamedTuple):
    """One line on the left, and which articles it stands for.

    `query`, `feed`, `folder` and `stories` are what the library is asked for. `unread` is None where it is not counted.
    `fault` is what was wrong with a feed the last time, "" where all is well; `search` the one that was kept, for such.
    """

    kind: Kind
    label: str
    query: str = ""
    feed: int | None = None
    folder: str | None = None
    stories: tuple[int, ...] = ()
    depth: int = 0
    unread: int | None = None
    fault: str = ""
    search: Search | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same while counts and faults come and go."""
        # Of all stories, some come and go; one stays itself.
        story = self.stories if self.kind == "story" else ()
        return self.kind, self.query, self.feed, self.folder, story, self.search.id if self.search else None


UNREAD = HomePlace("view", "Unread", "is:unread")
ALL = HomePlace("view", "All articles")
# A page of its own, over the list; `show_people` of the pages has it.
PEOPLE = HomePlace("people", "People")
_MARKED = (HomePlace("view", "Starred", "is:starred"), HomePlace("view", "Noted", "has:note"))


def views(now: datetime) -> tuple[HomePlace, ...]:
    """The places that every library has; `now` with the reader's own zone, whose day "Today" is."""
    return UNREAD, HomePlace("view", "Today", f"since:{_midnight(now).isoformat()}"), *_MARKED, ALL


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def gathered(library: Library, now: datetime) -> tuple[HomePlace, ...]:
    """All places with what is unread in them, in the order in which they are shown."""
    feeds = library.feeds.all()
    tags = sorted((tag for tag, _ in library.articles.tags()[:_MOST_TAGS]), key=str.casefold)
    plain = (*views(now), *(HomePlace("tag", f"#{tag}", f'tag:"{tag}"') for tag in tags))
    searches = tuple(HomePlace("search", each.name, each.query, search=each) for each in library.searching.kept())

    def counted(place: HomePlace) -> HomePlace:
        if place.search and place.search.kind == "muted":
            return place
        return place._replace(
            unread=library.searching.count(f"{place.query} is:unread", now=now, stories=place.stories)
        )

    found = [*map(counted, plain)]
    unmuted = [place for place in searches if place.search and place.search.kind != "muted"]
    muted = [place._replace(query=f"{place.query} is:muted") for place in searches if place not in unmuted]
    return (
        *found[: len(views(now))],
        PEOPLE,
        *map(counted, of_stories(library.stories.newest(_MOST_STORIES, since=_midnight(now)))),
        *map(counted, unmuted),
        *of_feeds(feeds),
        *found[len(views(now)) :],
        *muted,
    )


def of_stories(stories: Sequence[Story]) -> Iterator[HomePlace]:
    """What several articles tell, the newest first, under all of them together; nothing where there is no story."""
    if stories:
        yield HomePlace("stories", "Stories", stories=tuple(story.id for story in stories))
    for story in stories:
        yield HomePlace("story", story.headline[:_LONGEST_HEADLINE], stories=(story.id,), depth=1)


def of_feeds(feeds: Sequence[Feed]) -> Iterator[HomePlace]:
    """Feeds under their folders, as `Feeds.all` orders them: those without one first."""
    shown: set[str] = set()
    for folder, inside in groupby(feeds, key=lambda feed: feed.folder):
        parts = folder.split("/") if folder else []
        for depth in range(len(parts)):
            path = "/".join(parts[: depth + 1])
            if path not in shown:
                shown.add(path)
                # What is in the folders inside of it stands under it, too.
                unread = sum(feed.unread for feed in feeds if f"{feed.folder}/".startswith(f"{path}/"))
                yield HomePlace("folder", parts[depth], folder=path, depth=depth, unread=unread)
        for feed in inside:
            fault = feed.error or ("This feed is gone, and is not asked any more." if feed.stopped else "")
            yield HomePlace("feed", feed.title, feed=feed.id, depth=len(parts), unread=feed.unread, fault=fault)
