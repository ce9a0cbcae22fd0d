"""Stories: which articles of the last days tell of one event, kept as they come in."""

from datetime import datetime

import msgspec

from reader.library import schema
from reader.library.articles import Articles
from reader.library.connection import Connection
from reader.linking import stories
from reader.model.library import Story
from reader.model.stories import Terms


class Stories:
    """The stories of a library. It remembers the words of the last days: 2 KB an article."""

    def __init__(self, db: Connection, articles: Articles) -> None:
        self._db = db
        self._articles = articles
        self._recent = stories.Recent()
        self._remembered: set[int] = set()

    def place(self, article: int) -> int | None:
        """Find the story of an article; it is made where this one is the second to tell it.

        An article that has one keeps it, whatever its text becomes.

        Args:
            article: its id; of one that was not analysed nothing is found.

        Returns:
            The story's id; None where no other article tells it.
        """
        stored = self._articles.load(article)
        if stored is None or stored.analysis is None:
            return None
        day = schema.moment_of(article).date().isoformat()
        told = stories.terms(str(article), stored.article, stored.analysis, day)
        if told is None:
            return None
        self._remember(stories.since(day))
        alike = self._recent.alike(told)
        with self._db.writing():
            row = (article, day, msgspec.msgpack.encode(told.counts))
            self._db.run("INSERT OR REPLACE INTO story_terms VALUES (?, ?, ?)", row)
            return self.of(article) or self._joined(article, stored.article.headline or "", alike)

    def of(self, article: int) -> int | None:
        """The story that an article tells, if it is known."""
        found: int | None = self._db.value("SELECT story FROM story_articles WHERE article = ?", (article,))
        return found

    def get(self, story: int) -> Story | None:
        """A story with its articles, the newest first; copies of one article among them once."""
        return next(iter(self._found("AND s.id = ?", (story,), 1)), None)

    def newest(self, limit: int = 100, since: datetime | None = None) -> tuple[Story, ...]:
        """The stories that two articles or more tell, those with the newest article first.

        Args:
            limit: how many at most.
            since: those of which an article appeared from this moment on.
        """
        if since is None:
            return self._found("", (), limit)
        lately = "AND s.id IN (SELECT story FROM story_articles WHERE article >= ?)"
        return self._found(lately, (schema.first_id(since),), limit)

    def _found(self, where: str, values: tuple[int, ...], limit: int) -> tuple[Story, ...]:
        rows = self._db.rows(
            f"""SELECT s.id, s.headline, group_concat(a.id) FROM stories s JOIN story_articles t ON t.story = s.id
              JOIN articles a ON a.id = t.article
              WHERE a.muted = 0 AND a.folded IS NULL AND a.forgotten = 0 {where}
              GROUP BY s.id HAVING count(*) > 1 ORDER BY max(a.id) DESC LIMIT ?""",
            (*values, limit),
        )
        return tuple(
            Story(number, headline, tuple(sorted(map(int, ids.split(",")), reverse=True)))
            for number, headline, ids in rows
        )

    def _remember(self, day: str) -> None:
        """Remember what came since this day, from other programs too, and nothing else."""
        known = {number for (number,) in self._db.rows("SELECT article FROM story_terms WHERE day >= ?", (day,))}
        for number in known - self._remembered:
            row = self._db.row("SELECT day, terms FROM story_terms WHERE article = ?", (number,))
            if row:
                counts = msgspec.msgpack.decode(row[1], type=dict[str, int])
                self._recent.add(Terms(str(number), row[0], counts))
        self._recent.drop_before(day)
        self._remembered = known

    def _joined(self, article: int, headline: str, alike: list[tuple[str, float]]) -> int | None:
        """Put an article to the story of those that are alike, or make one of it and them."""
        if not alike:
            return None
        told = {other: str(story) for other, _ in alike if (story := self.of(int(other))) is not None}
        chosen = stories.story_of(alike, told)
        if chosen is None:
            made = "INSERT INTO stories (headline, made) VALUES (?, ?) RETURNING id"
            chosen = str(self._db.value(made, (headline, article)))
            self._db.run("INSERT OR IGNORE INTO story_articles VALUES (?, ?)", (int(chosen), int(alike[0][0])))
        self._db.run("INSERT OR IGNORE INTO story_articles VALUES (?, ?)", (int(chosen), article))
        return int(chosen)
