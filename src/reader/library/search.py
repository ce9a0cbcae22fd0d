"""Finding articles: a query becomes SQL with parameters only, newest first, or the best of the newest.

Numbers of articles are in order of time, so a list is a list of numbers (`ids`), and what a screen shows of it is
looked up when it is shown (`listed`): 100,000 articles scroll like ten.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from reader.library import schema
from reader.library.connection import Connection, Row
from reader.library.excerpts import excerpt
from reader.library.people import People
from reader.library.query import Filter, Query, moment, parse
from reader.model import Span
from reader.model.library import Hit, Listed, Search, SearchKind

# So many of the newest matches are ranked for "best first": 6 ms; all of 100,000 take 139.
MOST_RANKED = 2_000
# A word in a headline weighs as much as so many in the text.
_HEADLINE_WEIGHT = 4.0
# Of values of one query so many are looked up at once.
_AT_ONCE = 500
# What is neither muted, nor a copy of another, nor forgotten.
_SHOWN = "a.muted = 0 AND a.folded IS NULL AND a.forgotten = 0"
_NOTED = "SELECT article FROM notes"
_PARTS = {"note": _NOTED, "tag": "SELECT article FROM tags", "correction": "SELECT article FROM corrections"}
_STATES = {"unread": "a.read IS NULL", "read": "a.read IS NOT NULL", "starred": "a.starred = 1", "muted": "a.muted = 1"}


class _Condition(NamedTuple):
    sql: str
    values: tuple[object, ...] = ()


class Searching:
    """Finding in a library."""

    def __init__(self, db: Connection, people: People) -> None:
        self._db = db
        self._people = people

    def ids(
        self,
        query: str | Query = "",
        *,
        now: datetime,
        feed: int | None = None,
        folder: str | None = None,
        stories: Sequence[int] = (),
        within: Sequence[int] = (),
        limit: int | None = None,
    ) -> tuple[int, ...]:
        """The numbers of the articles that a query finds, newest first.

        Muted articles, copies of others and forgotten ones are left out, but for what "is:muted" asks for.

        Args:
            query: as it was typed, or parsed.
            now: for the dates in it.
            feed: only those that this feed brought.
            folder: only those of the feeds in this folder, and in those inside of it.
            stories: only those that tell one of these.
            within: only these.
            limit: how many at most.

        Raises:
            LibraryError: a date in it is none.
        """
        table, number, conditions = self._planned(query, now, feed, folder, stories, within)
        where, values = _joined(conditions)
        found = self._db.rows(
            f"SELECT {number} FROM {table} WHERE {where} ORDER BY {number} DESC LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return tuple(number for (number,) in found)

    def best(self, query: str | Query, *, now: datetime, limit: int = 100) -> tuple[int, ...]:
        """The same, the best matches first, out of the newest `MOST_RANKED`; a query without words is newest first."""
        query = parse(query) if isinstance(query, str) else query
        if not query.match:
            return self.ids(query, now=now, limit=limit)
        table, number, conditions = self._planned(query, now)
        where, values = _joined(conditions)
        found = self._db.rows(
            f"""SELECT id FROM (SELECT {number} AS id, bm25(article_index, ?, 1.0) AS score FROM {table}
              WHERE {where} ORDER BY {number} DESC LIMIT ?) ORDER BY score, id DESC LIMIT ?""",
            (_HEADLINE_WEIGHT, *values, MOST_RANKED, limit),
        )
        return tuple(number for (number,) in found)

    def count(
        self,
        query: str | Query = "",
        *,
        now: datetime,
        feed: int | None = None,
        folder: str | None = None,
        stories: Sequence[int] = (),
    ) -> int:
        """How many articles a query finds."""
        table, _, conditions = self._planned(query, now, feed, folder, stories)
        where, values = _joined(conditions)
        return int(self._db.value(f"SELECT count(*) FROM {table} WHERE {where}", values))

    def listed(self, ids: Sequence[int]) -> tuple[Listed, ...]:
        """Some articles as lines of a list, in this order; those that are gone are left out."""
        found: dict[int, Listed] = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            rows = self._db.rows(
                f"""SELECT a.id, a.source, a.headline, a.address, a.author, a.publisher, a.published, a.words,
                  a.speakers, a.read, a.starred, a.muted, EXISTS (SELECT 1 FROM notes WHERE article = a.id),
                  (SELECT group_concat(tag, char(10)) FROM tags WHERE article = a.id),
                  (SELECT group_concat(feed) FROM entries WHERE article = a.id),
                  (SELECT group_concat(id) FROM articles WHERE folded = a.id)
                  FROM articles a WHERE a.id IN ({", ".join("?" * len(some))})""",
                some,
            )
            found |= {row[0]: _listed(row) for row in rows}
        return tuple(found[number] for number in ids if number in found)

    def hits(self, article: int, query: str | Query) -> tuple[Span, ...]:
        """Where the words of a query stand in the text of an article."""
        query = parse(query) if isinstance(query, str) else query
        return self._marked(article, query, self._words(article)[1], 1)

    def found(
        self, query: str | Query, *, now: datetime, limit: int | None = None, best_first: bool = False
    ) -> tuple[Hit, ...]:
        """The articles that a query finds, each with some of its text, and where in it the words stand."""
        query = parse(query) if isinstance(query, str) else query
        some = limit if limit is not None else -1
        ids = self.best(query, now=now, limit=some) if best_first else self.ids(query, now=now, limit=limit)
        return tuple(self.shown(ids, query))

    def shown(self, ids: Sequence[int], query: str | Query) -> Iterator[Hit]:
        """Some articles, each with what of it to show of a query."""
        query = parse(query) if isinstance(query, str) else query
        for start in range(0, len(ids), _AT_ONCE):
            for listed in self.listed(ids[start : start + _AT_ONCE]):
                headline, text = self._words(listed.id)
                part, inside = excerpt(text, self._marked(listed.id, query, text, 1))
                yield Hit(listed, part, inside, self._marked(listed.id, query, headline, 0))

    def _words(self, article: int) -> tuple[str, str]:
        """The headline and the text of an article, as they are in the index."""
        found = self._db.row("SELECT headline, text FROM article_words WHERE id = ?", (article,))
        return found or ("", "")

    def _marked(self, article: int, query: Query, words: str, column: int) -> tuple[Span, ...]:
        """Where the words of a query stand in an article: in its headline, column 0, or its text, column 1."""
        if not query.match:
            return ()
        # A mark for hits that the text itself does not hold.
        mark = next(character for character in map(chr, range(1, 0x110000)) if character not in words)
        marked = self._db.value(
            f"""SELECT highlight(article_index, {column}, ?1, ?1) FROM article_index
              WHERE article_index MATCH ?2 AND rowid = ?3""",
            (mark, query.match, article),
        )
        return tuple(_spans((marked or "").split(mark)))

    def kept(self, kind: SearchKind | None = None) -> tuple[Search, ...]:
        """The filters that were kept, by name."""
        rows = self._db.rows(
            "SELECT id, name, kind, query, seen FROM searches WHERE ?1 IS NULL OR kind = ?1 ORDER BY kind, name",
            (kind,),
        )
        return tuple(Search(*row) for row in rows)

    def keep(self, name: str, query: str, kind: SearchKind = "saved", *, now: datetime) -> int:
        """Keep a filter under a name, in the place of one of the same kind and name; a muting one mutes what it finds.

        Returns:
            Its id.
        """
        with self._db.writing():
            number = int(
                self._db.value(
                    """INSERT INTO searches (name, kind, query, seen)
                      VALUES (?, ?, ?, (SELECT coalesce(max(changed), 0) FROM articles))
                      ON CONFLICT (kind, name) DO UPDATE SET query = excluded.query RETURNING id""",
                    (name, kind, query),
                )
            )
            if kind == "muted":
                self._mute(self.ids(query, now=now))
        return number

    def drop(self, search: int, *, now: datetime) -> None:
        """Forget a filter; what it alone had muted is shown again."""
        with self._db.writing():
            kind = self._db.value("DELETE FROM searches WHERE id = ? RETURNING kind", (search,))
            if kind == "muted":
                self._db.run("UPDATE articles SET muted = 0 WHERE muted")
                for other in self.kept("muted"):
                    self._mute(self.ids(other.query, now=now))

    def mute_arrived(self, ids: Sequence[int], *, now: datetime) -> None:
        """Mute those of some articles that a muting filter finds, inside of the transaction that brings them."""
        for search in self.kept("muted"):
            self._mute(self.ids(search.query, now=now, within=ids))

    def watched(self, search: int, *, now: datetime) -> tuple[int, ...]:
        """What a watched filter finds among all that has changed since it was last looked through, newest first.

        What is given is taken for seen; where `--private` keeps nothing, it is given again the next time.
        """
        row = self._db.row("SELECT query, seen FROM searches WHERE id = ?", (search,))
        if row is None:
            return ()
        query, seen = row
        with self._db.reading():
            latest = self._db.value("SELECT coalesce(max(changed), 0) FROM articles")
            changed = self._db.rows("SELECT id FROM articles WHERE changed > ? AND changed <= ?", (seen, latest))
            found = self.ids(query, now=now, within=[number for (number,) in changed]) if changed else ()
        if not self._db.read_only:
            with self._db.writing():
                self._db.run("UPDATE searches SET seen = max(seen, ?) WHERE id = ?", (latest, search))
        return found

    def _mute(self, ids: Sequence[int]) -> None:
        self._db.run_many("UPDATE articles SET muted = 1 WHERE id = ? AND NOT muted", [(number,) for number in ids])

    def _planned(
        self,
        query: str | Query,
        now: datetime,
        feed: int | None = None,
        folder: str | None = None,
        stories: Sequence[int] = (),
        within: Sequence[int] = (),
    ) -> tuple[str, str, list[_Condition]]:
        """From which table to which number under which conditions."""
        query = parse(query) if isinstance(query, str) else query
        conditions = [_Condition(_SHOWN.replace("a.muted = 0 AND ", "") if _asks_for_muted(query) else _SHOWN)]
        conditions += [self._condition(each, now) for each in query.filters]
        table, number = "articles a", "a.id"
        if query.match:
            table, number = "article_index x CROSS JOIN articles a ON a.id = x.rowid", "x.rowid"
            conditions.insert(0, _Condition("article_index MATCH ?", (query.match,)))
        elif query.without:
            unwanted = "a.id NOT IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
            conditions += [_Condition(unwanted, (term,)) for term in query.without]
        if feed is not None:
            conditions.append(_Condition(f"{number} IN (SELECT article FROM entries WHERE feed = ?)", (feed,)))
        if folder is not None:
            inside = "SELECT id FROM feeds WHERE folder = ?1 OR substr(folder, 1, length(?1) + 1) = ?1 || '/'"
            inside = inside.replace("?1", "?")
            conditions.append(
                _Condition(f"{number} IN (SELECT article FROM entries WHERE feed IN ({inside}))", (folder,) * 3)
            )
        if stories:
            told = f"SELECT article FROM story_articles WHERE story IN ({_numbers(stories)})"
            conditions.append(_Condition(f"{number} IN ({told})"))
        if within:
            conditions.append(_Condition(f"{number} IN ({_numbers(within)})"))
        return table, number, conditions

    def _condition(self, wanted: Filter, now: datetime) -> _Condition:
        """One filter in SQL."""
        sql, values = self._found(wanted, now)
        return _Condition(f"NOT ({sql})" if wanted.is_not else sql, values)

    def _found(self, wanted: Filter, now: datetime) -> tuple[str, tuple[object, ...]]:
        value = wanted.value
        match wanted.key:
            case "tag":
                return "a.id IN (SELECT article FROM tags WHERE tag = ?)", (value,)
            case "from":
                return (
                    """a.id IN (SELECT id FROM articles WHERE publisher LIKE ? ESCAPE '\\' UNION
                      SELECT article FROM entries WHERE feed IN (SELECT id FROM feeds WHERE
                      coalesce(nullif(renamed, ''), title) LIKE ? ESCAPE '\\' OR site LIKE ? ESCAPE '\\'))""",
                    (_like(value),) * 3,
                )
            case "said":
                people = _numbers(person.id for person in self._people.named(value))
                return f"a.id IN (SELECT id >> 10 FROM quotes WHERE person IN ({people}) AND doubt = 0)", ()
            case "about":
                people = _numbers(person.id for person in self._people.named(value))
                return f"a.id IN (SELECT article FROM actors WHERE person IN ({people}))", ()
            case "since":
                return "a.id >= ?", (schema.first_id(moment(value, now)),)
            case "is":
                return _STATES.get(value.lower(), "0"), ()
            case "has":
                return (f"a.id IN ({_PARTS[value.lower()]})" if value.lower() in _PARTS else "0"), ()


def _asks_for_muted(query: Query) -> bool:
    return any(each.key == "is" and each.value.lower() == "muted" for each in query.filters)


def _joined(conditions: Sequence[_Condition]) -> tuple[str, tuple[object, ...]]:
    values = tuple(value for condition in conditions for value in condition.values)
    return " AND ".join(condition.sql for condition in conditions), values


def _numbers(ids: Iterable[int]) -> str:
    return ", ".join(str(each) for each in ids)


def _like(value: str) -> str:
    return "%" + value.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%"


def _listed(row: Row) -> Listed:
    *plain, read, starred, muted, noted, tags, feeds, copies = row
    numbers = (tuple(map(int, ids.split(","))) if ids else () for ids in (feeds, copies))
    marks = (read is not None, bool(starred), bool(muted), bool(noted))
    values = (row[0], schema.moment_of(row[0]), *plain[1:], *marks, tuple(sorted((tags or "").splitlines())), *numbers)
    return Listed(*values)


def _spans(parts: Sequence[str]) -> Iterator[Span]:
    """Every second part of a text, in offsets of the whole."""
    ends = list(accumulate(map(len, parts)))
    return (Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))
