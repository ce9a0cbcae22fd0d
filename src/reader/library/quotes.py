"""The quotes of all articles as rows, and their index by words, speaker and whom they are about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reader.analysis.doubt import doubt
from reader.library import schema
from reader.library.connection import Connection, Row
from reader.library.query import index_terms
from reader.model import Analysis, Article, Quote
from reader.model.library import Doubtful, Role, Said
from reader.render import attribution

_DOUBTS: tuple[Doubtful, ...] = ("sure", "doubted", "perhaps")
_SAID = """
  SELECT q.id, q.doubt, q.about, q.quote, q.words, q.start, q.end, q.kind, a.headline, a.source, q.actor, o.name,
    q.person, o.role, q.cue, a.publisher, a.published, q.paragraph, coalesce(o.thin, 0)
  FROM {found} f JOIN quotes q ON q.id = f.id JOIN articles a ON a.id = q.id >> 10
  LEFT JOIN actors o ON o.article = a.id AND o.actor = q.actor ORDER BY q.id DESC
"""
_FOUND_BY_WORDS = "(SELECT rowid AS id FROM quote_index WHERE quote_index MATCH ?1 {more} ORDER BY rowid DESC LIMIT ?4)"
_FOUND_BY_PERSON = "(SELECT id FROM quotes WHERE person = ?1 {more} ORDER BY id DESC LIMIT ?4)"
_FOUND = "(SELECT id FROM quotes WHERE ?1 IS NULL {more} ORDER BY id DESC LIMIT ?4)"
_FIRST_ID, _LAST_ID = -(1 << 63), (1 << 63) - 1


class Quotes:
    """What was said, in all articles of a library."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def replace(self, article: int, content: Article, analysis: Analysis, persons: Mapping[str, int]) -> None:
        """Write the quotes of an article in the place of those it had, inside of a transaction.

        Args:
            article: its id.
            content: the article.
            analysis: what was found in it, with the reader's corrections.
            persons: who its actors are, by the actor's id.
        """
        self.remove(article)
        # Numbered from the last one down: newest first, and within an article in order of its text.
        _, last = schema.quotes_of(article)
        rows = [
            (*_row(last - number, quote, persons), attribution.place(content, quote))
            for number, quote in enumerate(analysis.quotes[: schema.MOST_QUOTES])
        ]
        self._db.run_many("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._add_to_index(last - len(rows) + 1, last)

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
        article: int | None = None,
        limit: int | None = None,
        sure_only: bool = False,
    ) -> tuple[Said, ...]:
        """Quotes, those of the newest article first, and those of one article in order of its text.

        Args:
            by: whose, as a person's id.
            about: of whom they speak, as a person's id.
            words: words and "phrases in marks", a prefix with a star; all of them are in the quote.
            since: of articles from this moment on.
            before: only those behind the quote of this id, for the next part of a long list.
            article: only those of this article.
            limit: how many at most; all of them unless given.
            sure_only: leave out those of which it is doubtful who said them.
        """
        terms = [f"words : {term}" for term in index_terms(words)]
        terms += [f"about : p{about}"] if about is not None else []
        found = _FOUND if by is None else _FOUND_BY_PERSON
        if terms:
            terms += [f"speaker : p{by}"] if by is not None else []
            found = _FOUND_BY_WORDS
        number = "rowid" if terms else "id"
        more = f"AND {number} >= ?2 AND {number} < ?3"
        if sure_only:
            more += (
                " AND (SELECT doubt FROM quotes q WHERE q.id = quote_index.rowid) = 0" if terms else " AND doubt = 0"
            )
        begin = schema.quotes_of(schema.first_id(since))[0] if since else _FIRST_ID
        end = _LAST_ID if before is None else before
        if article is not None:
            first, last = schema.quotes_of(article)
            begin, end = max(begin, first), min(end, last + 1)
        values: Sequence[object] = (
            " AND ".join(terms) or by,
            begin,
            end,
            -1 if limit is None else limit,
        )
        return tuple(map(_said, self._db.rows(_SAID.format(found=found.format(more=more)), values)))

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

    def written_by(self, person: int) -> tuple[tuple[str, int], ...]:
        """The journalists who quote somebody, with the number of articles in which they do, most first."""
        rows = self._db.rows(
            """SELECT a.author, count(*) FROM
              (SELECT DISTINCT id >> 10 AS article FROM quotes WHERE person = ? AND doubt = 0) q
              JOIN articles a ON a.id = q.article WHERE a.author IS NOT NULL GROUP BY 1""",
            (person,),
        )
        counted: Counter[str] = Counter()
        for authors, number in rows:
            # As `Articles` joins the names of a byline.
            counted.update(dict.fromkeys(authors.split(", "), number))
        return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))

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
    number, risk, about, *rest, paragraph, thin = row
    article = number >> schema.QUOTE_BITS
    placed = (*rest, tuple(_people(about)), paragraph, bool(thin))
    return Said(number, article, schema.moment_of(article), _DOUBTS[risk], *placed)


def _people(about: str) -> Iterable[int]:
    return (int(word[1:]) for word in about.split())
