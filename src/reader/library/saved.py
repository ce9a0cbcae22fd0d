"""Articles that the reader kept elsewhere, taken in with their tags, stars and whether they were read."""

from collections.abc import Iterable
from datetime import datetime

from reader.library.addresses import key
from reader.library.articles import Articles
from reader.library.connection import Connection
from reader.model.subscriptions import Saved


def take_in(db: Connection, articles: Articles, saved: Iterable[Saved], *, now: datetime) -> int:
    """Know of articles, in one transaction; what is known already keeps its marks and gets those it lacks.

    Those of which nobody knows when they appeared stand where they were taken in, in their order. Gives how many are
    new.
    """
    new = 0
    with db.writing():
        for each in saved:
            number, is_new = articles.announce(
                key(each.address),
                source=each.address,
                address=each.address,
                headline=each.title or each.address,
                author=None,
                publisher=None,
                published=each.published,
                text="",
                now=now,
            )
            new += is_new
            if each.tags:
                known = [tag for (tag,) in db.rows("SELECT tag FROM tags WHERE article = ?", (number,))]
                articles.tag(number, (*known, *each.tags))
            if each.is_starred:
                articles.star(number)
            if each.is_read:
                articles.read((number,), now=now)
    return new
