"""The commands that take feeds over from other readers, and hand them out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.opened import now, opened
from reader.cli.output import fail, tell, write
from reader.errors import FeedError, ReaderError
from reader.text.safe import one_line

if TYPE_CHECKING:
    from reader.model.subscriptions import Saved

# Lists of ten thousand feeds have 3 MB; whoever kept articles for ten years has some 20 MB.
MAX_BYTES = 100_000_000
_SQLITE = b"SQLite format 3\0"


def import_feeds(
    file: Annotated[str, typer.Argument(metavar="FILE", help="OPML, or newsboat's urls.")],
) -> None:
    """Follow the feeds that another reader has exported: OPML with its folders, or newsboat's urls with its tags.

    They are asked by the next reload. Feeds that you follow already stay as they are.
    """
    from reader.extract.formats import encoding
    from reader.feeds import newsboat, opml

    content = _content(file)
    try:
        is_opml = content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<"
        found = opml.read(content) if is_opml else newsboat.read(encoding.decode(content))
        if not found.feeds and not found.skipped:
            raise FeedError(f"{file} holds no feeds.", "Give an OPML file, or newsboat's urls.")
    except ReaderError as error:
        fail(error)
    with opened() as library:
        known = {feed.address for feed in library.feeds.all()}
        fresh = [each for each in found.feeds if each.address not in known]
        with library.transaction():
            for each in fresh:
                library.feeds.add(each.address, now=now(), title=each.title, folder=each.folder)
    for reason in found.skipped:
        tell(one_line(reason))
    tell(f"{len(fresh)} feeds added, {len(found.feeds) - len(fresh)} known already, {len(found.skipped)} left out.")


def export_feeds(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="A file; else standard output.")
    ] = None,
) -> None:
    """Write the feeds you follow as OPML, with their folders, for another reader."""
    from reader import notes
    from reader.feeds import opml
    from reader.model.subscriptions import Subscription

    with opened() as library:
        feeds = [Subscription(feed.address, feed.title, feed.folder) for feed in library.feeds.all()]
        content = opml.write(feeds).decode("utf-8")
        if output is None or output == "-":
            write(content)
        else:
            notes.write_to(content, Path(output))


def import_articles(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="CSV of Pocket or Instapaper, JSON of wallabag or Omnivore, newsboat's cache.db."
        ),
    ],
) -> None:
    """Take over the articles you kept elsewhere, with their tags, stars and whether you read them.

    Of newsboat's cache: what was read, deleted or flagged; its feeds bring the rest, when you follow them.
    """
    for file in files:
        with opened() as library:
            found = _saved(file)
            new = library.take_in(found, now=now())
        tell(f"{one_line(file)}: {new} articles added, {len(found) - new} known already.")


def _saved(file: str) -> "tuple[Saved, ...]":
    """The articles in a file, whatever it is of."""
    from reader.extract.formats import encoding
    from reader.feeds import saved
    from reader.files import begins_with

    try:
        is_database = begins_with(Path(file), _SQLITE)
    except (OSError, ValueError) as error:
        fail(_unreadable(file, error))
    if not is_database:
        return saved.read(encoding.decode(_content(file), "utf-8"))
    from reader.library import newsboat_cache

    return newsboat_cache.read(Path(file))


def _content(file: str) -> bytes:
    from reader import files

    try:
        return files.read_small(Path(file), MAX_BYTES)
    except (OSError, ValueError) as error:
        fail(_unreadable(file, error))


def _unreadable(file: str, error: Exception) -> FeedError:
    reason = getattr(error, "strerror", None) or error
    return FeedError(f"{file} cannot be read: {reason}.", "Give what another reader has exported.")
