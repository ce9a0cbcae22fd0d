"""The quotes of all articles as rows, and their index by words, speaker and whom they are about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reader.analysis.doubt import doubt
from reader.library import schema
from reader.library.connection import Connection, Row
from reader.library.query import index_terms
from reader.model import Analysis, Quote
from reader.model.library import Doubtful, Role, Said
from reader.render import attribution

_DOUBTS: tuple[Doubtful, ...] = ("sure", "doubted", "perhaps")
_SAID = """
  SELECT q.id, q.quote, q.words, q.start, q.end, q.kind, q.doubt, a.headline, a.source, q.actor, o.name, q.person,
    o.role, q.cue, a.publisher, a.published, q.about
  FROM {quotes} JOIN articles a ON a.id = q.id >> 10
  LEFT JOIN actors o ON o.article = a.id AND o.actor = q.actor
"""


class Quotes:
    """What was said, in all articles of a library."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def replace(self, article: int, analysis: Analysis, persons: Mapping[str, int]) -> None:
        """Write the quotes of an article in the place of those it had, inside of a transaction.

        Args:
            article: its id.
            analysis: what was found in it, with the reader's corrections.
            persons: who its actors are, by the actor's id.
        """
        self.remove(article)
        first, _ = schema.quotes_of(article)
        rows = [
            _row(first + number, quote, persons) for number, quote in enumerate(analysis.quotes[: schema.MOST_QUOTES])
        ]
        self._db.run_many("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._add_to_index(first, first + len(rows) - 1)

    def remove(self, article: int) -> None:
        """Take the quotes of an article out, inside of a transaction."""
        within = schema.quotes_of(article)
        self._db.run("DELETE FROM quote_index WHERE rowid IN (SELECT id FROM quotes WHERE id BETWEEN ? AND ?)", within)
        self._db.run("DELETE FROM quotes WHERE id BETWEEN ? AND ?", within)

    def hand_over(self, one: int, into: int) -> None:
        """Write one person in the place of another, inside of a transaction."""
        found = self._db.rows(
            "SELECT rowid FROM quote_index WHERE quote_index MATCH ?", (f"{{speaker about}} : p{one}",)
        )
        for (quote,) in found:
            self._db.run("DELETE FROM quote_index WHERE rowid = ?", (quote,))
            self._db.run(
                """UPDATE quotes SET person = CASE person WHEN ?1 THEN ?2 ELSE person END,
                  about = trim(replace(' ' || about || ' ', ' p' || ?1 || ' ', ' p' || ?2 || ' ')) WHERE id = ?3""",
                (one, into, quote),
            )
            self._add_to_index(quote, quote)

    def said(
        self,
        *,
        by: int | None = None,
        about: int | None = None,
        words: str = "",
        since: datetime | None = None,
        before: int | None = None,
        limit: int | None = None,
        sure_only: bool = False,
    ) -> tuple[Said, ...]:
        """Quotes, newest first.

        Args:
            by: whose, as a person's id.
            about: of whom they speak, as a person's id.
            words: words and "phrases in marks", a prefix with a star; all of them are in the quote.
            since: of articles from this moment on.
            before: only those behind the quote of this id, for the next part of a long list.
            limit: how many at most; all of them unless given.
            sure_only: leave out those of which it is doubtful who said them.
        """
        first = schema.quotes_of(schema.first_id(since))[0] if since else None
        terms = [f"words : {term}" for term in index_terms(words)]
        terms += [f"speaker : p{by}"] if by is not None and terms else []
        terms += [f"about : p{about}"] if about is not None else []
        if about is not None and by is not None and f"speaker : p{by}" not in terms:
            terms.append(f"speaker : p{by}")
        conditions: list[tuple[str, object]] = [("q.doubt = 0", None)] if sure_only else []
        if terms:
            quotes, number = "quote_index x JOIN quotes q ON q.id = x.rowid", "x.rowid"
            conditions.append(("quote_index MATCH ?", " AND ".join(terms)))
        else:
            quotes, number = "quotes q", "q.id"
            conditions += [("q.person = ?", by)] if by is not None else []
        conditions += [(f"{number} >= ?", first)] if first is not None else []
        conditions += [(f"{number} < ?", before)] if before is not None else []
        where = " AND ".join(condition for condition, _ in conditions) or "1"
        values = [value for _, value in conditions if value is not None]
        sql = f"{_SAID.format(quotes=quotes)} WHERE {where} ORDER BY {number} DESC LIMIT ?"
        return tuple(map(_said, self._db.rows(sql, (*values, -1 if limit is None else limit))))

    def counts(self, person: int) -> dict[Doubtful, int]:
        """How many quotes are somebody's, by how sure that is."""
        rows = self._db.rows("SELECT doubt, count(*) FROM quotes WHERE person = ? GROUP BY doubt", (person,))
        return {_DOUBTS[risk]: number for risk, number in rows}

    def roles(self, person: int) -> tuple[Role, ...]:
        """What somebody is called, most frequent first, with the first and the last time."""
        rows = self._db.rows(
            """SELECT role, count(*), min(article), max(article) FROM actors WHERE person = ? AND role IS NOT NULL
              GROUP BY role ORDER BY 2 DESC, 4 DESC""",
            (person,),
        )
        return tuple(Role(role, n, schema.moment_of(first), schema.moment_of(last)) for role, n, first, last in rows)

    def quoted_by(self, person: int) -> tuple[tuple[str, int], ...]:
        """The publishers that quote somebody, with the number of articles in which they do, most first."""
        rows = self._db.rows(
            """SELECT a.publisher, count(*) FROM
              (SELECT DISTINCT id >> 10 AS article FROM quotes WHERE person = ? AND doubt = 0) q
              JOIN articles a ON a.id = q.article WHERE a.publisher IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1""",
            (person,),
        )
        return tuple((publisher, number) for publisher, number in rows)

    def speaks_about(self, person: int) -> tuple[tuple[int, int], ...]:
        """Whom somebody speaks about, as the ids of people with the number of sure quotes, most first."""
        rows = self._db.rows("SELECT about FROM quotes WHERE person = ? AND doubt = 0 AND about != ''", (person,))
        counted = Counter(other for (about,) in rows for other in _people(about))
        return tuple(counted.most_common())

    def _add_to_index(self, first: int, last: int) -> None:
        self._db.run(
            """INSERT INTO quote_index (rowid, words, speaker, about)
              SELECT id, words, speaker, about FROM quote_words WHERE id BETWEEN ? AND ?""",
            (first, last),
        )


def _row(number: int, quote: Quote, persons: Mapping[str, int]) -> Sequence[object]:
    shown = attribution.extent(quote)
    return (
        number,
        quote.id,
        quote.speaker,
        persons.get(quote.speaker or ""),
        _DOUBTS.index(doubt(quote)),
        quote.kind,
        shown.start,
        shown.end,
        quote.cue.text if quote.cue else None,
        attribution.words(quote),
        " ".join(f"p{persons[actor]}" for actor in quote.about if actor in persons),
    )


def _said(row: Row) -> Said:
    (
        number,
        quote,
        words,
        start,
        end,
        kind,
        risk,
        headline,
        source,
        actor,
        name,
        person,
        role,
        cue,
        publisher,
        published,
        about,
    ) = row
    article = number >> schema.QUOTE_BITS
    return Said(
        number,
        article,
        quote,
        words,
        start,
        end,
        kind,
        _DOUBTS[risk],
        schema.moment_of(article),
        headline,
        source,
        actor,
        name,
        person,
        role,
        cue,
        publisher,
        published,
        tuple(_people(about)),
    )


def _people(about: str) -> Iterable[int]:
    return (int(word[1:]) for word in about.split())
