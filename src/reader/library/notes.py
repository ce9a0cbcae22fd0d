"""What the reader wrote: to an article, or to words in it, found again when the text has changed."""

from datetime import datetime

from reader.analysis.corrections import AROUND, standing
from reader.library.connection import Connection, Row
from reader.library.moments import at, seconds
from reader.library.query import index_terms
from reader.model import Correction, Excerpt, Span
from reader.model.library import KeptNote

_NOTE = """
  SELECT n.id, n.article, n.made, n.note, n.start, n.end, n.excerpt, n.before, n.after, coalesce(t.text, '')
  FROM notes n LEFT JOIN texts t ON t.article = n.article
"""


class Notes:
    """The notes of a library. All that changes something raises LibraryError where nothing can be written."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def write(self, article: int, note: str, *, now: datetime, text: str = "", words: Span | None = None) -> int:
        """Write a note.

        Args:
            article: the article's id.
            note: what to write; "" only marks the words.
            now: the moment.
            text: the article's, where `words` are given.
            words: the stretch of the text that it is written to; the whole article unless given.

        Returns:
            The note's id.
        """
        start, end = (words.start, words.end) if words else (None, None)
        around = ("", "", "")
        if words:
            before, after = text[max(0, words.start - AROUND) : words.start], text[words.end : words.end + AROUND]
            around = (text[words.start : words.end], before, after)
        with self._db.writing():
            number = int(
                self._db.value(
                    """INSERT INTO notes (article, made, note, start, end, excerpt, before, after)
                      VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                    (article, seconds(now), note, start, end, *around),
                )
            )
            self._index(number)
        return number

    def rewrite(self, number: int, note: str) -> None:
        """Write something else in a note."""
        with self._db.writing():
            self._db.run("DELETE FROM note_index WHERE rowid = ?", (number,))
            self._db.run("UPDATE notes SET note = ? WHERE id = ?", (note, number))
            self._index(number)

    def remove(self, number: int) -> None:
        """Take a note away."""
        with self._db.writing():
            self._db.run("DELETE FROM note_index WHERE rowid = ?", (number,))
            self._db.run("DELETE FROM notes WHERE id = ?", (number,))

    def of(self, article: int, text: str | None = None) -> tuple[KeptNote, ...]:
        """The notes of an article: those to all of it, those whose words are gone, then by where their words stand.

        Args:
            article: the article's id.
            text: in which to look for the words; its own as it is kept, unless given.
        """
        rows = self._db.rows(f"{_NOTE} WHERE n.article = ?", (article,))
        notes = (_note(row if text is None else (*row[:-1], text)) for row in rows)
        return tuple(sorted(notes, key=lambda note: (note.words.start if note.words else -1, note.gone > "", note.id)))

    def find(self, words: str, limit: int = 200) -> tuple[KeptNote, ...]:
        """The notes in which all of these words stand, or in whose words of the article; the newest first."""
        terms = index_terms(words)
        if not terms:
            return ()
        rows = self._db.rows(
            f"{_NOTE} WHERE n.id IN (SELECT rowid FROM note_index WHERE note_index MATCH ?) ORDER BY n.id DESC LIMIT ?",
            (" AND ".join(terms), limit),
        )
        return tuple(map(_note, rows))

    def _index(self, number: int) -> None:
        self._db.run(
            "INSERT INTO note_index (rowid, note, excerpt) SELECT id, note, excerpt FROM notes WHERE id = ?", (number,)
        )


def _note(row: Row) -> KeptNote:
    number, article, made, note, start, end, excerpt, before, after, text = row
    words, gone = None, ""
    if start is not None:
        # Its place is found as that of a decision about a quote is.
        now = standing(text, Correction(start, end, excerpt, "right", before, after))
        words, gone = (Excerpt(now.start, now.end, excerpt), "") if now else (None, excerpt)
    return KeptNote(at(made), note, words, gone, id=number, article=article)
