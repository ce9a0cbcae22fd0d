"""The commands for feeds: which there are, asking them for what is new, adding and removing."""

import contextlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.output import fail, tell, write
from reader.errors import LibraryError, ReaderError
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.library import Feed

FeedArgument = Annotated[
    str, typer.Argument(metavar="FEED", help="The number of a feed in the list, its address, or its title.")
]


def add(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Of a feed, or of a site that names its own.")],
    folder: Annotated[str, typer.Option("--folder", metavar="PATH", help="Such as News/World.")] = "",
    title: Annotated[str, typer.Option("--title", metavar="NAME", help="Your name for it; else its own.")] = "",
    full: Annotated[
        bool, typer.Option("--full", help="Fetch the articles behind its entries too, in the background.")
    ] = False,
) -> None:
    """Follow a feed, and take in what it has."""
    from reader.jobs.asking import find
    from reader.jobs.reload import take_in
    from reader.workers import Lane

    with opened() as library, closing(Lane()) as lane:
        found = lane.submit(find, address.strip()).result()
        now = _now()
        number = library.feeds.add(
            found.addresses[0],
            now=now,
            title=title,
            folder=folder,
            full_articles=full,
            is_private=found.told is not None and found.told.is_private,
        )
        feed = library.feeds.get(number)
        if feed is None or found.told is None:
            return
        outcome = take_in(library, feed, found.told, now)
        feed = library.feeds.get(number) or feed
        from reader.render.attribution import counted

        tell(one_line(f"{feed.title}: {counted(len(outcome.new), 'article')}, from {feed.address}"))
        for other in found.addresses[1:]:
            tell(one_line(f"  There is also {other}"))


def list_feeds() -> None:
    """List the feeds: number, unread articles, title, folder, address, and what was wrong the last time."""
    with opened() as library:
        feeds = library.feeds.all()
    for feed in feeds:
        name = f"{feed.folder}/{feed.title}" if feed.folder else feed.title
        write(f"{feed.id}\t{feed.unread}\t{one_line(name)}\t{one_line(feed.address)}\t{one_line(_state(feed))}\n")
    if not feeds:
        tell("There is no feed yet: onrecord feeds add ADDRESS follows one.")


def reload(
    feeds: Annotated[
        list[str] | None, typer.Argument(metavar="FEED", help="Numbers, addresses or titles; all unless given.")
    ] = None,
) -> None:
    """Ask the feeds that are due for what is new: quietly, as cron wants it.

    A feed that begins to fail is told on standard error and makes the exit code 1; it is asked again later, each time
    after a longer while. Where another reload is at work, nothing is done.
    """
    from reader.jobs.reload import WIDTH, only_reload
    from reader.jobs.reload import reload as reloaded
    from reader.render.attribution import counted
    from reader.settings import paths
    from reader.workers import Lane

    failed = new = 0
    with opened() as library, only_reload(paths.data_folder()) as is_alone:
        if not is_alone:
            _say("Another reload is at work.")
            return
        wanted = [_named(library, each) for each in feeds] if feeds else None
        with closing(Lane(WIDTH)) as lane:
            for outcome in reloaded(library, lane.submit, _now, feeds=wanted):
                new += len(outcome.new)
                if outcome.error and not outcome.feed.failures:
                    failed += 1
                    tell(one_line(f"{outcome.feed.title}: {outcome.error}"))
    _say(f"{counted(new, 'article')} new.")
    if failed:
        raise typer.Exit(1)


def remove(feed: FeedArgument) -> None:
    """Follow a feed no longer; what you opened or marked of it stays."""
    with opened() as library:
        library.feeds.remove(_named(library, feed).id)


@contextlib.contextmanager
def opened() -> Iterator["Library"]:
    """The reader's library, open; what goes wrong is told, and ends the program."""
    from reader.library.opening import open_library

    try:
        with open_library(now=_now()) as library:
            if library.notice:
                tell(one_line(library.notice))
            yield library
    except ReaderError as error:
        fail(error)


def _named(library: "Library", wanted: str) -> "Feed":
    feeds = library.feeds.all()
    found = [feed for feed in feeds if wanted in (str(feed.id), feed.address, feed.title)]
    if len(found) != 1:
        several = "Several feeds are called" if found else "There is no feed"
        raise LibraryError(f"{several} {wanted}.", "onrecord feeds list shows them with their numbers.")
    return found[0]


def _state(feed: "Feed") -> str:
    return f"{'gone: ' if feed.stopped else ''}{feed.error}"


def _say(message: str) -> None:
    """Tell somebody who is looking; cron is not."""
    import sys

    if sys.stderr.isatty():
        tell(message)


def _now() -> datetime:
    return datetime.now(UTC)
