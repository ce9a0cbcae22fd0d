"""Notes to articles and to words in them, found again when the text has changed."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import Library
from reader.model import Span
from tests.library.conftest import NOW, reading

Keep = Callable[..., int]
TEXT = reading().article.text


def test_a_note_to_words_goes_where_they_go(keep: Keep, library: Library) -> None:
    number = keep()
    start = TEXT.index("ferry levy")
    library.notes.write(number, "How much?", now=NOW, text=TEXT, words=Span(start, start + 10))
    library.notes.write(number, "Ask the union.", now=NOW)
    whole, marked = library.notes.of(number)
    assert (whole.note, whole.words, whole.made) == ("Ask the union.", None, NOW)
    assert marked.words
    assert (marked.words.text, marked.words.start) == ("ferry levy", start)
    keep(opening="On Monday all was well. The ferry levy divided the harbour on Tuesday.")
    moved = library.notes.of(number)[1]
    assert moved.words
    assert (moved.words.start, moved.gone) == (start + len("On Monday all was well. "), "")
    there = library.notes.of(number, TEXT)[1].words
    assert there
    assert there.start == start
    keep(opening="The harbour is quiet.")
    gone = library.notes.of(number)[1]
    assert (gone.words, gone.gone) == (None, "ferry levy")


def test_notes_are_found_by_what_is_written_and_by_the_words_they_are_to(keep: Keep, library: Library) -> None:
    number = keep()
    first = library.notes.write(number, "Ask the únion", now=NOW, text=TEXT, words=Span(0, 9))
    second = library.notes.write(number, "Later", now=NOW)
    assert [note.id for note in library.notes.find("union")] == [first]
    assert [note.id for note in library.notes.find("ferry")] == [first]
    assert library.notes.find("— ") == ()
    library.notes.rewrite(first, "Done")
    assert library.notes.find("union") == ()
    assert [note.note for note in library.notes.find("don*")] == ["Done"]
    library.notes.remove(second)
    assert [note.id for note in library.notes.of(number)] == [first]
    assert library.notes.find("later") == ()
