"""Everybody who was named, over all articles: who is who, and what the reader decided of that, which is kept for ever.

Who is one with whom, `reader.linking` says; here it is only kept. What was decided by hand is laid over it each time.
Everybody keeps a profile of their own: of somebody whom others were merged into it is put together with theirs, so that
they can be parted again.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import msgspec
from msgspec.structs import astuple, replace

from reader.library.connection import Connection
from reader.library.query import index_terms
from reader.library.quotes import Quotes
from reader.linking import people, profiles
from reader.model import Analysis
from reader.model.library import Person, Suggestion
from reader.model.people import Placement, Profile, Role, Sighting

# Of everybody who may be meant by one key so many are looked at, those that are known for the shortest time first.
MOST_KNOWN = 400
# In so many of the latest articles that name somebody it is looked at whom else they name.
MOST_LOOKED_AT = 8
# A profile without what its row says, and without whom else its articles name: the rows of actors tell that.
_Kept = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, int, str, str], ...], tuple[str, ...], int]
_PERSON = """
  SELECT p.id, p.name, p.kind,
    (SELECT count(*) FROM quotes q WHERE q.person = p.id AND q.doubt = 0),
    (SELECT count(DISTINCT article) FROM actors a WHERE a.person = p.id)
  FROM people p WHERE NOT p.dismissed
"""


class People:
    """The people of a library."""

    def __init__(self, db: Connection, quotes: Quotes) -> None:
        self._db = db
        self._quotes = quotes

    def replace(self, article: int, keys: Iterable[bytes], analysis: Analysis, day: str) -> dict[str, int]:
        """Write the actors of an article in the place of those it had, inside of a transaction.

        An actor that it had before stays who they were: a new analysis tells nothing new of who is one with whom.

        Args:
            article: its id.
            keys: what it is known by.
            analysis: what was found in it, with the reader's corrections.
            day: when it appeared, ISO 8601.

        Returns:
            The person of each named actor, by the actor's id.
        """
        db = self._db
        before: dict[str, int] = dict(db.rows("SELECT actor, joined FROM actors WHERE article = ?", (article,)))
        thin = {actor for (actor,) in db.rows("SELECT actor FROM actors WHERE article = ? AND thin", (article,))}
        db.run("DELETE FROM actors WHERE article = ?", (article,))
        seen = profiles.sightings(analysis, day)
        if any(sighting.actor not in before for sighting in seen):
            placed = people.assign(seen, self._known(seen))
            for number, (sighting, placement) in enumerate(zip(seen, placed, strict=True), start=1):
                if sighting.actor not in before:
                    others = [each.actor for each in seen[: number - 1]]
                    before[sighting.actor] = self._placed(sighting, placement, before, others)
                    thin |= {sighting.actor} if placement.thin else set()
        decided = self._decided(keys)
        persons = {each.actor: self._standing(decided.get(each.actor, before[each.actor])) for each in seen}
        rows, company = [], _company(seen)
        for each in analysis.actors:
            if each.id in persons:
                told = (article, each.id, each.name, each.kind, each.role, len(each.mentions))
                is_thin = each.id in thin and each.id not in decided
                rows.append((*told, before[each.id], persons[each.id], is_thin, company.get(each.id)))
        db.run_many("INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        return persons

    def get(self, person: int) -> Person | None:
        """Somebody, by id; of one who was merged, who that is; None of one who was dismissed."""
        found = self._db.row(f"{_PERSON} AND p.id = ?", (self._standing(person),))
        return Person(*found) if found else None

    def whose(self, article: int, actor: str) -> Person | None:
        """Who the actor of this id in an article is; None of one that is not named, or was dismissed."""
        person = self._db.value("SELECT person FROM actors WHERE article = ? AND actor = ?", (article, actor))
        return None if person is None else self.get(person)

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

    def is_gone(self, person: int, name: str) -> bool:
        """Whether somebody by this id and name was merged into another, or dismissed."""
        if not (terms := index_terms(name)):
            return False
        found = self._db.row(
            """SELECT 1 FROM people_index JOIN people p ON p.id = people_index.rowid
              WHERE people_index MATCH ? AND p.id = ? AND (p.merged IS NOT NULL OR p.dismissed)""",
            (" AND ".join(terms), person),
        )
        return found is not None

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

    def suggestions(self, limit: int = 50, *, of: int | None = None) -> tuple[Suggestion, ...]:
        """Who may be one, for the reader to accept (`merge`) or to refuse; those of which nothing was decided.

        Args:
            limit: how many at most.
            of: only those in which this person is one of the two.
        """
        found = self._db.rows(
            """SELECT one, other, why FROM suggestions s JOIN people a ON a.id = s.one JOIN people b ON b.id = s.other
              WHERE NOT s.refused AND a.merged IS NULL AND b.merged IS NULL AND NOT a.dismissed AND NOT b.dismissed
              AND (?1 IS NULL OR ?1 IN (s.one, s.other)) ORDER BY one DESC, other LIMIT ?2""",
            (of, limit),
        )
        pairs = ((self.get(one), self.get(other), why) for one, other, why in found)
        return tuple(Suggestion(one, other, why) for one, other, why in pairs if one and other)

    def refuse(self, one: int, other: int, *, is_refused: bool = True) -> None:
        """Keep for ever that these two are not one, whether it was suggested or not; or take that back."""
        with self._db.writing():
            self._db.run(
                """INSERT INTO suggestions VALUES (?1, ?2, '', ?3)
                  ON CONFLICT (one, other) DO UPDATE SET refused = ?3""",
                (max(one, other), min(one, other), is_refused),
            )

    def merge(self, one: int, into: int) -> None:
        """Keep for ever that one person is another, now and whenever they are named again."""
        with self._db.writing():
            one, into = self._standing(one), self._standing(into)
            if one == into:
                return
            self._db.run("UPDATE people SET merged = ? WHERE id = ?", (into, one))
            self._db.run("UPDATE actors SET person = ? WHERE person = ?", (into, one))
            self._quotes.hand_over(one, into)

    def part(self, one: int, *, for_ever: bool = True) -> tuple[int, ...]:
        """Take a merge back; gives the articles whose actors are to be written anew (`Articles.refresh`).

        For ever: the two are refused to be one. Else it is as if they had not been merged.
        """
        with self._db.writing():
            if for_ever:
                self.refuse(one, self._standing(one))
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
            found = self._db.row(
                "SELECT name, kind, role FROM actors WHERE article = ? AND actor = ?", (article, actor)
            )
            name, kind, role = found or (actor, "person", None)
            alone = profiles.profile(Sighting(actor, kind, (name,), role=role), 0)
            person = self._insert(alone) if into is None else self._standing(into)
            self._db.run(
                "INSERT OR REPLACE INTO by_hand SELECT key, ?, ? FROM addresses WHERE article = ?",
                (actor, person, article),
            )
        return person

    def take_back_split(self, article: int, actor: str, person: int) -> None:
        """Let an article's actor be who they were; the article's rows are to be written anew then.

        Args:
            article: the article's id.
            actor: the actor's id.
            person: whom `split` gave.
        """
        with self._db.writing():
            self._db.run(
                "DELETE FROM by_hand WHERE actor = ? AND key IN (SELECT key FROM addresses WHERE article = ?)",
                (actor, article),
            )
            # Somebody of their own, whom nothing names any more.
            if self._db.value(
                "SELECT 1 FROM actors WHERE joined = ?1 OR person = ?1 AND NOT (article = ?2 AND actor = ?3)",
                (person, article, actor),
            ):
                return
            self._db.run("UPDATE people SET dismissed = 1 WHERE id = ?", (person,))

    def dismiss(self, person: int, *, is_dismissed: bool = True) -> None:
        """Keep for ever that somebody is nobody ("not a person"): shown among no people any more."""
        with self._db.writing():
            person = self._standing(person)
            self._db.run("UPDATE people SET dismissed = ? WHERE id = ?", (is_dismissed, person))

    def _decided(self, keys: Iterable[bytes]) -> dict[str, int]:
        """Who the actors of an article are by hand."""
        found = (self._db.rows("SELECT actor, person FROM by_hand WHERE key = ?", (key,)) for key in keys)
        return {actor: person for rows in found for actor, person in rows}

    def _placed(
        self, sighting: Sighting, placement: Placement, before: Mapping[str, int], others: Sequence[str]
    ) -> int:
        """Who an actor that is new in its article is: somebody known, who is known better then, or somebody new."""
        whose = placement.profile
        if whose is not None and whose < 0:
            whose = before[others[-whose - 1]]
        if whose is None:
            whose = self._insert(profiles.profile(sighting, 0))
            for other, why in placement.maybe:
                if other > 0:
                    self._suggest(whose, other, why)
        else:
            own = self._own(whose)
            self._save(profiles.merged(own, profiles.profile(sighting, whose)), own)
        for absorbed in placement.absorbs:
            if absorbed > 0 and not self._is_refused(whose, absorbed):
                self.merge(absorbed, whose)
        return whose

    def _known(self, seen: Sequence[Sighting]) -> list[Profile]:
        """The profiles of everybody who has a key in common with any of the actors of an article."""
        wanted = {key: None for sighting in seen for key in profiles.keys(profiles.profile(sighting, 0))}
        found = (
            self._db.rows(
                "SELECT person FROM people_keys WHERE key = ? ORDER BY person DESC LIMIT ?", (key, MOST_KNOWN)
            )
            for key in wanted
        )
        standing = dict.fromkeys(self._standing(person) for rows in found for (person,) in rows)
        return [self._profile(person) for person in standing]

    def _profile(self, person: int) -> Profile:
        """What is known of somebody, of all who were merged into them too."""
        merged = self._db.rows("SELECT id FROM people WHERE merged = ?", (person,))
        known = reduce(profiles.merged, (self._profile(other) for (other,) in merged), self._own(person))
        others = self._db.rows(
            """SELECT o.company FROM (SELECT article FROM actors WHERE person = ?1 ORDER BY article DESC LIMIT ?2) a
              JOIN actors o ON o.article = a.article WHERE o.person IS NOT ?1 AND o.company IS NOT NULL""",
            (person, MOST_LOOKED_AT),
        )
        return replace(known, others=tuple(dict.fromkeys(key for (key,) in others)))

    def _own(self, person: int) -> Profile:
        row = self._db.row("SELECT name, kind, profile FROM people WHERE id = ?", (person,))
        name, kind, kept = row or ("", "person", None)
        try:
            names, acronyms, roles, stories, articles = msgspec.msgpack.decode(kept or b"", type=_Kept)
        except msgspec.DecodeError:
            return Profile(person, kind, name, (name,))
        return Profile(person, kind, name, names, acronyms, tuple(Role(*role) for role in roles), (), stories, articles)

    def _save(self, known: Profile, before: Profile) -> None:
        self._db.run("UPDATE people SET profile = ? WHERE id = ?", (_packed(known), known.id))
        if known.name != before.name:
            self._db.run("DELETE FROM people_index WHERE rowid = ?", (known.id,))
            self._db.run("UPDATE people SET name = ? WHERE id = ?", (known.name, known.id))
            self._db.run("INSERT INTO people_index (rowid, name) VALUES (?, ?)", (known.id, known.name))
        if known.names != before.names or known.acronyms != before.acronyms:
            self._write_keys(known)

    def _write_keys(self, known: Profile) -> None:
        rows = [(key, known.id) for key in profiles.keys(known)]
        self._db.run_many("INSERT OR IGNORE INTO people_keys VALUES (?, ?)", rows)

    def _is_refused(self, one: int, other: int) -> bool:
        pair = (max(one, other), min(one, other))
        return bool(self._db.value("SELECT refused FROM suggestions WHERE one = ? AND other = ?", pair))

    def _standing(self, person: int) -> int:
        """Who somebody is after all merges."""
        while into := self._db.value("SELECT merged FROM people WHERE id = ?", (person,)):
            person = into
        return person

    def _insert(self, known: Profile) -> int:
        """Somebody new, under an id of their own."""
        sql = "INSERT INTO people (name, kind, profile) VALUES (?, ?, ?) RETURNING id"
        person = int(self._db.value(sql, (known.name, known.kind, _packed(known))))
        self._db.run("INSERT INTO people_index (rowid, name) VALUES (?, ?)", (person, known.name))
        self._write_keys(replace(known, id=person))
        return person

    def _suggest(self, one: int, other: int, why: str) -> None:
        if one != other:
            pair = (max(one, other), min(one, other), why)
            self._db.run("INSERT OR IGNORE INTO suggestions (one, other, why) VALUES (?, ?, ?)", pair)


def _packed(known: Profile) -> bytes:
    roles = tuple(map(astuple, known.roles))
    return msgspec.msgpack.encode((known.names, known.acronyms, roles, known.stories, known.articles))


def _company(seen: Sequence[Sighting]) -> dict[str, str]:
    """What tells each actor of an article where another one looks at whom else it names: what all the others have."""
    keys = {key for sighting in seen for key in sighting.others}
    return {sighting.actor: own for sighting in seen if (own := next(iter(keys - set(sighting.others)), None))}
