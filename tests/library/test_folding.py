"""One text is shown once, whoever prints it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from reader.library import Checked, Library
from reader.model.library import Arrival
from tests.library.conftest import NOW

Keep = Callable[..., int]
_CHANCE = Random(7)
_WORDS = ("harbour", "ferry", "levy", "pier", "union", "dock", "tide", "captain", "council", "crane", "rope", "mast")


def story() -> str:
    return " ".join(_CHANCE.choices(_WORDS, k=300)) + "."


STORY, OTHER = story(), story()


def test_copies_are_shown_under_the_first(keep: Keep, library: Library) -> None:
    first = keep("https://a.example/1", opening=STORY)
    assert library.folding.fold(first) is None
    cut = keep("https://b.example/1", opening=STORY[: len(STORY) * 3 // 4])
    different = keep("https://c.example/1", opening=OTHER)
    again = keep("https://d.example/1", opening=f"From our agency. {STORY}")
    assert [library.folding.fold(number) for number in (cut, different, again)] == [first, None, first]
    shown = library.searching.listed(library.searching.ids("", now=NOW))
    assert {each.id: each.copies for each in shown} == {different: (), first: tuple(sorted((cut, again)))}
    library.folding.unfold(cut)
    assert cut in library.searching.ids("", now=NOW)


def test_copies_count_once_as_unread(keep: Keep, library: Library) -> None:
    feed = library.feeds.add("https://b.example/feed", now=NOW)
    (copy,) = library.feeds.arrive(feed, [Arrival("1", "Copy", "https://b.example/1")], Checked(NOW), now=NOW)
    assert library.feeds.counts() == {feed: 1}
    library.folding.fold(keep("https://a.example/1", opening=STORY))
    keep("https://b.example/1", opening=STORY)
    library.articles.read((copy,), now=NOW, is_read=False)
    library.folding.fold(copy)
    assert library.feeds.counts() == {}


def test_a_text_that_changed_is_a_copy_no_more(keep: Keep, library: Library) -> None:
    first, second = keep("https://a.example/1", opening=STORY), keep("https://b.example/1", opening=STORY)
    library.folding.fold(first)
    assert library.folding.fold(second) == first
    keep("https://b.example/1", opening=OTHER)
    assert library.folding.fold(second) is None
    assert second in library.searching.ids("", now=NOW)


def test_what_is_thrown_out_folds_nothing(keep: Keep, library: Library) -> None:
    old = keep("https://a.example/1", opening=STORY, published="2026-01-01")
    library.folding.fold(old)
    library.retention.older_than(90, now=NOW + timedelta(days=1))
    new = keep("https://b.example/1", opening=STORY)
    assert library.folding.fold(new) is None
    assert library.folding.fold(999) is None
