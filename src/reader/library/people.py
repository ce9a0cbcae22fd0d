"""Everybody who was named, over all articles: who is who, and what the reader decided of that, which is kept for ever.

Who is one with whom, a `Joining` says; here it is only kept. What was decided by hand is laid over it each time.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from reader.library.connection import Connection
from reader.library.query import index_terms
from reader.library.quotes import Quotes
from reader.model import Actor, ActorKind
from reader.model.library import Person, Suggestion

# Of everybody who may be meant by one key so many are looked at, those named last first; and so many roles of each.
MOST_KNOWN = 50
MOST_ROLES = 8
_PERSON = """
  SELECT p.id, p.name, p.kind,
    (SELECT count(*) FROM quotes q WHERE q.person = p.id AND q.doubt = 0),
    (SELECT count(DISTINCT article) FROM actors a WHERE a.person = p.id)
  FROM people p WHERE NOT p.dismissed
"""


class Known(NamedTuple):
    """Somebody the library knows: all forms of the name that articles have had, and the roles given, latest first."""

    id: int
    names: tuple[str, ...]
    kind: ActorKind
    roles: tuple[str, ...]


class Joined(NamedTuple):
    """Who an actor is: somebody known, or, with None, somebody new.

    `is_thin` says that nothing but the name supports it; `maybe` whom else it may be, each with why: for the reader to
    say.
    """

    person: int | None
    is_thin: bool = False
    maybe: tuple[tuple[int, str], ...] = ()


class Joining(Protocol):
    """Says who is one with whom. Pure, and the same for the same arguments."""

    def keys(self, actor: Actor) -> Sequence[str]:
        """Under what an actor is looked for, and found afterwards; none for one who can be nobody else."""
        ...

    def assign(self, actors: Sequence[Actor], known: Sequence[Known]) -> Sequence[Joined]:
        """Who each of the named actors of one article is.

        Args:
            actors: all of them, in the order of the analysis.
            known: those found under any of their keys.

        Returns:
            One for each actor.
        """
        ...


class SameName:
    """The joining of the same name in the same spelling, and no other."""

    def keys(self, actor: Actor) -> Sequence[str]:
        """The kind and the name, in small letters."""
        return (f"{actor.kind} {actor.name.casefold()}",)

    def assign(self, actors: Sequence[Actor], known: Sequence[Known]) -> Sequence[Joined]:
        """Whoever has that name."""
        by_name = {(each.kind, name.casefold()): each.id for each in reversed(known) for name in each.names}
        return [Joined(by_name.get((actor.kind, actor.name.casefold())), is_thin=True) for actor in actors]


class People:
    """The people of a library."""

    def __init__(self, db: Connection, quotes: Quotes, joining: Joining) -> None:
        self._db = db
        self._quotes = quotes
        self._joining = joining

    def replace(self, article: int, keys: Iterable[bytes], actors: Sequence[Actor]) -> dict[str, int]:
        """Write the actors of an article in the place of those it had, inside of a transaction.

        Args:
            article: its id.
            keys: what it is known by.
            actors: as its analysis has them, with the reader's corrections.

        Returns:
            The person of each named actor, by the actor's id.
        """
        db = self._db
        named = [actor for actor in actors if actor.named]
        keys_of = {actor.id: tuple(dict.fromkeys(self._joining.keys(actor))) for actor in named}
        db.run("DELETE FROM actors WHERE article = ?", (article,))
        joined = self._joining.assign(named, self._known(keys_of.values())) if named else ()
        decided = self._decided(keys)
        persons, rows = {}, []
        for actor, join in zip(named, joined, strict=True):
            taken = join.person if join.person is not None else self._new(actor)
            person = self._standing(decided.get(actor.id, taken))
            persons[actor.id] = person
            db.run_many("INSERT OR IGNORE INTO people_keys VALUES (?, ?)", [(key, taken) for key in keys_of[actor.id]])
            for other, why in join.maybe:
                self._suggest(taken, other, why)
            thin = join.is_thin and join.person is not None and actor.id not in decided
            rows.append(
                (article, actor.id, actor.name, actor.kind, actor.role, len(actor.mentions), taken, person, thin)
            )
        db.run_many("INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        return persons

    def get(self, person: int) -> Person | None:
        """Somebody, by id; of one who was merged, who that is; None of one who was dismissed."""
        found = self._db.row(f"{_PERSON} AND p.id = ?", (self._standing(person),))
        return Person(*found) if found else None

    def named(self, name: str, limit: int = 20) -> tuple[Person, ...]:
        """Those whose name has all of these words or beginnings of words, most quoted first: to complete, for `--by`.

        One who was merged is found by both names.
        """
        terms = [term if term.endswith("*") else f"{term}*" for term in index_terms(name)]
        if not terms:
            return ()
        found = self._db.rows("SELECT rowid FROM people_index WHERE people_index MATCH ?", (" AND ".join(terms),))
        standing = dict.fromkeys(self._standing(person) for (person,) in found)
        people = [Person(*row) for each in standing if (row := self._db.row(f"{_PERSON} AND p.id = ?", (each,)))]
        return tuple(sorted(people, key=lambda each: (-each.quotes, -each.articles, each.id))[:limit])

    def most_quoted(self, limit: int = 100, *, since: int | None = None) -> tuple[Person, ...]:
        """Those with the most sure quotes, in articles from the id `since` on.

        The counts of each are of that time too.
        """
        found = self._db.rows(
            """SELECT p.id, p.name, p.kind, q.said, q.articles FROM
              (SELECT person, count(*) AS said, count(DISTINCT id >> 10) AS articles FROM quotes
               WHERE person IS NOT NULL AND doubt = 0 AND id >= ? GROUP BY person) q
              JOIN people p ON p.id = q.person WHERE NOT p.dismissed ORDER BY q.said DESC, p.id LIMIT ?""",
            (-(1 << 62) if since is None else since << 10, limit),
        )
        return tuple(Person(*row) for row in found)

    def suggestions(self, limit: int = 50) -> tuple[Suggestion, ...]:
        """Who may be one, for the reader to accept (`merge`) or to refuse; those of which nothing was decided."""
        found = self._db.rows(
            """SELECT one, other, why FROM suggestions s JOIN people a ON a.id = s.one JOIN people b ON b.id = s.other
              WHERE NOT s.refused AND a.merged IS NULL AND b.merged IS NULL AND NOT a.dismissed AND NOT b.dismissed
              ORDER BY one DESC, other LIMIT ?""",
            (limit,),
        )
        pairs = ((self.get(one), self.get(other), why) for one, other, why in found)
        return tuple(Suggestion(one, other, why) for one, other, why in pairs if one and other)

    def refuse(self, one: int, other: int) -> None:
        """Keep for ever that these two are not one, where it was suggested."""
        with self._db.writing():
            self._db.run("UPDATE suggestions SET refused = 1 WHERE one = ? AND other = ?", (one, other))

    def merge(self, one: int, into: int) -> None:
        """Keep for ever that one person is another, now and whenever they are named again."""
        with self._db.writing():
            one, into = self._standing(one), self._standing(into)
            if one == into:
                return
            self._db.run("UPDATE people SET merged = ? WHERE id = ?", (into, one))
            self._db.run("UPDATE actors SET person = ? WHERE person = ?", (into, one))
            self._quotes.hand_over(one, into)

    def part(self, one: int) -> tuple[int, ...]:
        """Take a merge back; gives the articles whose actors are to be written anew (`Articles.refresh`)."""
        with self._db.writing():
            self._db.run("UPDATE people SET merged = NULL WHERE id = ?", (one,))
            found = self._db.rows(
                """WITH RECURSIVE these(id) AS
                    (SELECT ?1 UNION SELECT p.id FROM people p JOIN these ON p.merged = these.id)
                  SELECT article FROM actors WHERE joined IN these AND joined IS NOT person UNION
                  SELECT d.article FROM by_hand h JOIN addresses d ON d.key = h.key WHERE h.person IN these""",
                (one,),
            )
        return tuple(article for (article,) in found)

    def split(self, article: int, actor: str, into: int | None = None) -> int:
        """Keep for ever that an article's actor is somebody else: `into`, or, with None, somebody of their own.

        The article's rows are to be written anew then (`Articles.refresh`).

        Returns:
            Who they are now.
        """
        with self._db.writing():
            found = self._db.row("SELECT name, kind FROM actors WHERE article = ? AND actor = ?", (article, actor))
            name, kind = found or (actor, "person")
            person = self._insert(name, kind) if into is None else self._standing(into)
            self._db.run(
                "INSERT OR REPLACE INTO by_hand SELECT key, ?, ? FROM addresses WHERE article = ?",
                (actor, person, article),
            )
        return person

    def dismiss(self, person: int, *, is_dismissed: bool = True) -> None:
        """Keep for ever that somebody is nobody ("not a person"): shown among no people any more."""
        with self._db.writing():
            person = self._standing(person)
            self._db.run("UPDATE people SET dismissed = ? WHERE id = ?", (is_dismissed, person))

    def _decided(self, keys: Iterable[bytes]) -> dict[str, int]:
        """Who the actors of an article are by hand."""
        found = (self._db.rows("SELECT actor, person FROM by_hand WHERE key = ?", (key,)) for key in keys)
        return {actor: person for rows in found for actor, person in rows}

    def _known(self, keys: Iterable[Sequence[str]]) -> list[Known]:
        """Everybody who is found under any of these keys, each once."""
        ids: dict[int, None] = {}
        for key in {key: None for keys_of_one in keys for key in keys_of_one}:
            found = self._db.rows(
                "SELECT person FROM people_keys WHERE key = ? ORDER BY person DESC LIMIT ?", (key, MOST_KNOWN)
            )
            ids |= dict.fromkeys(person for (person,) in found)
        return [known for known in map(self._knowledge, ids) if known]

    def _knowledge(self, person: int) -> Known | None:
        found = self._db.row("SELECT name, kind FROM people WHERE id = ?", (person,))
        if not found:
            return None
        rows = self._db.rows(
            "SELECT name, role FROM actors WHERE person = ? ORDER BY article DESC LIMIT ?",
            (self._standing(person), MOST_ROLES),
        )
        names = dict.fromkeys((found[0], *(name for name, _ in rows)))
        return Known(person, tuple(names), found[1], tuple(dict.fromkeys(role for _, role in rows if role)))

    def _standing(self, person: int) -> int:
        """Who somebody is after all merges."""
        while into := self._db.value("SELECT merged FROM people WHERE id = ?", (person,)):
            person = into
        return person

    def _new(self, actor: Actor) -> int:
        return self._insert(actor.name, actor.kind)

    def _insert(self, name: str, kind: str) -> int:
        person = int(self._db.value("INSERT INTO people (name, kind) VALUES (?, ?) RETURNING id", (name, kind)))
        self._db.run("INSERT INTO people_index (rowid, name) VALUES (?, ?)", (person, name))
        return person

    def _suggest(self, one: int, other: int, why: str) -> None:
        if one != other:
            pair = (max(one, other), min(one, other), why)
            self._db.run("INSERT OR IGNORE INTO suggestions (one, other, why) VALUES (?, ?, ?)", pair)
