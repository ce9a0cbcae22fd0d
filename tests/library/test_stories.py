"""Which articles tell of one event, whichever program took them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.library import Library
from tests.library.conftest import NOW

Keep = Callable[..., int]
LEVY = {"headline": "Harbour talks stall over ferry levy", "opening": "Talks on the ferry levy in Brackwater stalled."}
AGAIN = {"headline": "Ferry levy talks stall in Brackwater", "opening": "The talks on the harbour ferry levy stalled."}
QUAKE = {
    "headline": "Earthquake shakes Tallow valley",
    "opening": "An earthquake damaged homes in the Tallow valley.",
}


def test_two_articles_make_a_story_and_a_third_joins(keep: Keep, library: Library, path: Path) -> None:
    first = keep("https://a.example/1", **LEVY)
    assert library.stories.place(first) is None
    assert library.stories.place(keep("https://b.example/1", **QUAKE)) is None
    second = keep("https://c.example/1", **AGAIN)
    story = library.stories.place(second)
    assert story
    assert (library.stories.of(first), library.stories.of(second)) == (story, story)
    third = keep("https://d.example/1", **LEVY)
    with Library(path) as another:
        assert another.stories.place(third) == story
    assert library.stories.place(third) == story
    (shown,) = library.stories.newest()
    assert shown == library.stories.get(story)
    midnight = datetime(2026, 11, 20, tzinfo=UTC)
    assert library.stories.newest(since=midnight) == (shown,)
    assert library.stories.newest(since=midnight + timedelta(days=1)) == ()
    assert library.searching.ids(now=NOW, stories=[story]) == shown.articles
    assert library.searching.count(now=NOW, stories=[story + 1]) == 0
    assert (shown.headline, shown.articles) == (AGAIN["headline"], tuple(sorted((first, second, third), reverse=True)))


def test_an_event_of_another_week_is_another_story(keep: Keep, library: Library) -> None:
    library.stories.place(keep("https://a.example/1", **LEVY))
    assert library.stories.place(keep("https://b.example/1", published="2026-11-10", **AGAIN)) is None
    assert library.stories.newest() == ()
    assert library.stories.place(999) is None


def test_what_was_thrown_out_is_in_no_story(keep: Keep, library: Library) -> None:
    numbers = [keep(f"https://{name}.example/1", **LEVY) for name in "ab"]
    stories = [library.stories.place(number) for number in numbers]
    assert stories[0] is None
    library.articles.star(numbers[0])
    library.retention.older_than(0, now=NOW)
    assert library.stories.newest() == ()
    assert library.stories.of(numbers[1]) is None
