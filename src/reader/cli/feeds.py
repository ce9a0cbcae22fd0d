"""The commands for feeds: which there are, asking them for what is new, adding and removing."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.opened import now, opened
from reader.cli.output import tell, write
from reader.errors import LibraryError
from reader.text.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model.library import Feed

# So far what analyses stands back where others want the processor too.
_NICENESS = 10

FeedArgument = Annotated[
    str, typer.Argument(metavar="FEED", help="The number of a feed in the list, its address, or its title.")
]


def add(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Of a feed, or of a site that names its own.")],
    folder: Annotated[str | None, typer.Option("--folder", metavar="PATH", help="Such as News/World.")] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="NAME", help="Your name for it; else its own.")
    ] = None,
    full: Annotated[
        bool | None,
        typer.Option("--full/--short", help="Whether each reload reads the articles behind its entries, too."),
    ] = None,
) -> None:
    """Follow a feed, and take in what it has. For one that you follow already, change its folder, name or reading."""
    from reader.jobs.asking import find
    from reader.jobs.reload import take_in
    from reader.render.attribution import counted
    from reader.workers import Lane

    with opened() as library, closing(Lane()) as lane:
        found = lane.submit(find, address.strip()).result()
        number = library.feeds.add(found.addresses[0], now=now(), is_private=found.told.is_private)
        library.feeds.change(number, title=title, folder=folder, full_articles=full)
        feed = library.feeds.get(number)
        assert feed is not None
        outcome = take_in(library, feed, found.told, now())
        feed = library.feeds.get(number) or feed
        tell(one_line(f"{feed.title}: {counted(len(outcome.new), 'article')}, from {feed.address}"))
        if feed.full_articles:
            tell("  The next onrecord feeds reload reads its articles in full.")
        for other in found.addresses[1:]:
            tell(one_line(f"  There is also {other}"))


def list_feeds() -> None:
    """List the feeds: number, unread articles, title, folder, address, and what was wrong the last time."""
    with opened() as library:
        feeds = library.feeds.all()
        states = [_state(library, feed) for feed in feeds]
    for feed, state in zip(feeds, states, strict=True):
        name = f"{feed.folder}/{feed.title}" if feed.folder else feed.title
        write(f"{feed.id}\t{feed.unread}\t{one_line(name)}\t{one_line(feed.address)}\t{one_line(state)}\n")
    if not feeds:
        tell("There is no feed yet: onrecord feeds add ADDRESS follows one.")


def reload(
    feeds: Annotated[
        list[str] | None, typer.Argument(metavar="FEED", help="Numbers, addresses or titles; all unless given.")
    ] = None,
) -> None:
    """Ask the feeds that are due for what is new: quietly, as cron wants it.

    A feed that begins to fail is told on standard error and makes the exit code 1; it is asked again later, each time
    after a longer while. Where another reload is at work, nothing is done. Of feeds added with --full the unread
    articles are read in full; how many pages gave nothing, onrecord feeds list tells.
    """
    from reader.jobs.reload import only_reload
    from reader.render.attribution import counted
    from reader.settings import paths

    with opened() as library, only_reload(paths.data_folder()) as is_alone:
        if not is_alone:
            _say("Another reload is at work.")
            return
        wanted = [_named(library, each) for each in feeds] if feeds else None
        new, failed = _reload(library, wanted)
        _say(f"{counted(new, 'article')} new.")
        _read_in_full(library, wanted)
    if failed:
        raise typer.Exit(1)


def remove(feed: FeedArgument) -> None:
    """Follow a feed no longer; what you opened or marked of it stays."""
    with opened() as library:
        library.feeds.remove(_named(library, feed).id)


def _reload(library: "Library", wanted: "Sequence[Feed] | None") -> tuple[int, int]:
    """Ask feeds; gives how many articles are new, and how many feeds have begun to fail, which are told."""
    from reader.jobs.reload import reload as reloaded
    from reader.jobs.turns import WIDTH
    from reader.workers import Lane

    failed = new = 0
    with closing(Lane(WIDTH)) as lane:
        for outcome in reloaded(library, lane.submit, now, feeds=wanted):
            new += len(outcome.new)
            if outcome.error and not outcome.feed.failures:
                failed += 1
                tell(one_line(f"{outcome.feed.title}: {outcome.error}"))
    return new, failed


def _read_in_full(library: "Library", wanted: "Sequence[Feed] | None") -> None:
    """Read articles in full, of feeds that are read so."""
    from reader.jobs.full_articles import read_in_full
    from reader.jobs.turns import WIDTH
    from reader.render.attribution import counted
    from reader.settings import config
    from reader.workers import Lane

    settings, _ = config.load()
    whole = failed = 0
    with closing(Lane(WIDTH)) as lane, closing(Lane(niceness=_NICENESS)) as analysing:
        for read in read_in_full(library, lane.submit, analysing.submit, now, settings, feeds=wanted):
            whole += not read.error
            failed += bool(read.error)
            if read.error:
                _say(one_line(f"  {read.listed.headline}: {read.error}"))
    if whole or failed:
        _say(f"{counted(whole, 'article')} read in full; {counted(failed, 'page')} gave nothing.")


def _named(library: "Library", wanted: str) -> "Feed":
    feeds = library.feeds.all()
    found = [feed for feed in feeds if wanted in (str(feed.id), feed.address, feed.title)]
    if len(found) != 1:
        several = "Several feeds are called" if found else "There is no feed"
        raise LibraryError(f"{several} {wanted}.", "onrecord feeds list shows them with their numbers.")
    return found[0]


def _state(library: "Library", feed: "Feed") -> str:
    if feed.error or not feed.full_articles:
        return f"{'gone: ' if feed.stopped else ''}{feed.error}"
    number, why = library.feeds.failed_pages(feed.id)
    return f"{number} of its pages gave nothing: {why}" if number else ""


def _say(message: str) -> None:
    """Tell somebody who is looking; cron is not."""
    import sys

    if sys.stderr.isatty():
        tell(message)
