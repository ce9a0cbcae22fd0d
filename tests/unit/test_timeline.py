"""The dates events are given, and the words that date nothing."""

import pytest

from reader.analysis.timeline import timeline
from reader.text.sentences import split

MONDAY = "2017-01-23T20:11:00-08:00"


def dates(text: str, published: str | None = MONDAY) -> list[str]:
    return [event.date for event in timeline(text, split(text), published)]


FINDS = {
    "American date": ("The pier closed Jan. 3, 2016.", "2016-01-03"),
    "British date": ("The pier closed on 30 December 2015.", "2015-12-30"),
    "month and year": ("The pier has stood since March 2011.", "2011-03"),
    "a year": ("The pier opened in 1987.", "1987"),
    "the nearest day before": ("A truce was declared Dec. 30.", "2016-12-30"),
    "the nearest day to come": ("The pier will open on 1 March.", "2017-03-01"),
    "weekday of publication": ("The talks began Monday.", "2017-01-23"),
    "weekday before": ("The council said Saturday it would wait.", "2017-01-21"),
    "weekday to come": ("The talks would conclude Tuesday.", "2017-01-24"),
    "weekday after until": ("The talks were put off until Wednesday.", "2017-01-25"),
    "last weekday": ("The talks began last Monday.", "2017-01-16"),
    "next weekday": ("The council meets and will vote next Monday.", "2017-01-30"),
    "weekday before its date": ("The pier closed on Friday, Dec. 30, 2016.", "2016-12-30"),
    "yesterday": ("The ferry sank yesterday.", "2017-01-22"),
    "last month": ("It was last month’s defeat.", "2016-12"),
    "next month": ("The talks will go on next month.", "2017-02"),
    "last week": ("It sank last week.", "2017-W03"),
    "a year ago": ("A year ago, she was a captain.", "2016"),
    "three days ago": ("It sank three days ago.", "2017-01-20"),
    "last named month": ("It sank last March.", "2016-03"),
    "a season stays as worded": ("It sank last winter.", "last winter"),
}

LEAVES_ALONE = {
    "no verb": "ELLERY, Friday, 30 December 2016",
    "a day that is a name": "The Good Friday accord was kept, and so was Black Friday.",
    "a habit": "The ferry is late every Monday and on Tuesdays.",
    "a namesake": "The Sept. 11 attacks were remembered.",
    "a day that does not exist": "It was the 31 February 2016 edition.",
    "the last years": "He was ill over the last year.",
    "a month that is a verb": "They may march.",
    "a number like a year": "It was sold for 2016 crowns.",
}


@pytest.mark.parametrize(("text", "date"), FINDS.values(), ids=FINDS)
def test_finds(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert dates(text) == []


def test_without_a_day_of_publication_wording_stays() -> None:
    assert dates("The talks began Monday. The pier opened in 1987.", None) == ["1987", "Monday"]


def test_events_are_in_order_of_time_with_their_sentence() -> None:
    text = "The talks began Monday. A truce was declared Dec. 30. It has been war since 2011."
    events = timeline(text, split(text), MONDAY)
    assert [event.date for event in events] == ["2011", "2016-12-30", "2017-01-23"]
    assert [event.text for event in events][1] == "A truce was declared Dec. 30."
    assert all(text[event.start : event.end] == event.text for event in events)
