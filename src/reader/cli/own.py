"""What the reader's library has of an article that a command reads without a screen, and keeping one there."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.model import Article, Correction, Note, Reading, Source


def own(source: Source, article: Article) -> tuple[tuple[Correction, ...], tuple[Note, ...]]:
    """What the reader decided of an article's quotes and wrote to it; no library is made for that.

    Raises:
        LibraryError: it cannot be looked up.
    """
    from reader.settings import corrections, paths

    if not paths.library_file().exists() and not corrections.are_kept():
        return (), ()
    from reader.library.opening import open_library

    with open_library(now=datetime.now(UTC)) as library:
        number = library.articles.find(source, article)
        stored = library.articles.load(number) if number is not None else None
        return (stored.corrections, library.notes.of(stored.id, article.text)) if stored else ((), ())


def keep(reading: Reading) -> None:
    """Keep an article that was read, as one that was opened is, beside its copies and in its story.

    Args:
        reading: with what the program found by itself.

    Raises:
        LibraryError: it cannot be.
    """
    from reader.library.opening import open_library

    now = datetime.now(UTC)
    with open_library(now=now) as library, library.transaction():
        library.join(library.articles.keep(reading, now=now))
