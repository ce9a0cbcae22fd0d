"""The day of a story, and the day its "Friday" counts from."""

from datetime import date

import pytest

from reader.analysis.time.story_day import StoryDay, story_day
from reader.analysis.time.timeline import timeline
from reader.text import document, nlp_model

MARCH_3 = date(2026, 3, 3)


def read(text: str) -> document.Document:
    return document.read(text, nlp_model.load())


FILED = {
    "American": "OSTEN, March 3, 2026 — The bridge closed on Monday.",
    "British": "OSTEN, 3 March 2026 — The bridge closed on Monday.",
    "with a weekday": "OSTEN, Tuesday, March 3, 2026 — The bridge closed on Monday.",
    "of an agency": "OSTEN, March 3, 2026 (Reuters) - The bridge closed on Monday.",
    "behind a headline": "Bridge closes\n\nBy Lena Ordway\n\nOSTEN, March 3, 2026 — The bridge closed on Monday.",
}


@pytest.mark.parametrize("text", FILED.values(), ids=FILED)
def test_a_dateline_dates_the_story(text: str) -> None:
    assert story_day(read(text), None) == StoryDay(MARCH_3, MARCH_3)


def test_relative_days_count_from_the_dateline() -> None:
    text = read(FILED["American"])
    assert [event.date for event in timeline(text, story_day(text, "2026-03-05").counts_from)] == ["2026-03-02"]


@pytest.mark.parametrize(
    ("filed", "published", "expected"),
    [
        pytest.param("March 3", "2026-03-05", (date(2026, 3, 5), MARCH_3), id="of the year of publication"),
        pytest.param("Dec. 31", "2026-01-02", (date(2026, 1, 2), date(2025, 12, 31)), id="of the year before"),
        pytest.param("March 3", None, (None, None), id="of no year that is known"),
        pytest.param("March 3", "2026-08-05", (date(2026, 8, 5), date(2026, 8, 5)), id="of another story"),
        pytest.param("Feb. 2, 2026", "2026-03-05", (date(2026, 3, 5), date(2026, 2, 2)), id="of its own year"),
        pytest.param("Feb. 31, 2026", "2026-03-05", (date(2026, 3, 5), date(2026, 3, 5)), id="no day at all"),
    ],
)
def test_a_dateline_beside_publication(
    filed: str, published: str | None, expected: tuple[date | None, date | None]
) -> None:
    assert story_day(read(f"OSTEN, {filed} — The bridge closed on Monday."), published) == expected


@pytest.mark.parametrize(("above", "expected"), [(4, MARCH_3), (5, None)])
def test_a_dateline_further_down_is_another_storys(above: int, expected: date | None) -> None:
    text = "The bridge closed.\n\n" * above + "OSTEN, March 3, 2026 — The bridge closed."
    assert story_day(read(text), None) == StoryDay(expected, expected)


@pytest.mark.parametrize(("published", "expected"), [("2026-04-03", MARCH_3), ("2026-04-04", date(2026, 4, 4))])
def test_a_dateline_without_a_year_is_near_publication(published: str, expected: date) -> None:
    assert story_day(read("OSTEN, March 3 — The bridge closed."), published).counts_from == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In August 2025 the league agreed a budget.", date(2026, 4, 24), id="tells of later"),
        pytest.param("The league was founded in 2004.", date(2012, 5, 10), id="tells of earlier"),
        pytest.param("The league will meet in August 2025.", date(2012, 5, 10), id="looks ahead"),
        pytest.param("The league met on May 12, 2012.", date(2012, 5, 10), id="tells of the same weeks"),
    ],
)
def test_a_page_that_was_written_anew_is_of_that_day(text: str, expected: date) -> None:
    found = story_day(read(text), "2012-05-10T14:29:05Z", "2026-04-24T11:16:53Z")
    assert found == StoryDay(expected, expected)


@pytest.mark.parametrize("published", [None, "", "yesterday", "2017-13-40"])
def test_without_any_day_there_is_none(published: str | None) -> None:
    assert story_day(read("The bridge closed on Monday."), published, published) == StoryDay()
