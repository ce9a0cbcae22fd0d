"""What is one statement in several wordings, and what only sounds like it."""

import pytest

from reader.linking.likeness import WordsSaid, likeness
from reader.linking.statements import statements
from tests.unit.library_stories import said

SAME = {
    "marks and capitals": ("The pier is not safe, and it must close.", "“the pier is not safe and it must close”"),
    "a part of it": (
        "We looked at every beam. The pier is not safe, and it must close by Friday.",
        "The pier is not safe, and it must close",
    ),
    "a part without what the rest denies": (
        "The pier must close by Friday, and we will not open it before the summer.",
        "The pier must close by Friday",
    ),
    "contracted": ("We do not know who sold the ferry to them.", "We don't know who sold the ferry to them."),
    "who spoke told between": (
        "The pier is not safe and it must close on Friday",
        "“The pier is not safe,” Fenwick said, “and it must close on Friday”",
    ),
    "one word changed": (
        "The levy will pay for all three of the ferries until spring",
        "The levy will pay for all three of our ferries until spring",
    ),
}
DIFFERS = {
    "denied": (
        "The council says the pier is safe for everybody to walk on",
        "The council says the pier is not safe for everybody to walk on",
    ),
    "denied in short": ("He did ask them to close the pier in May", "He didn't ask them to close the pier in May"),
    "another number": (
        "The levy will cost each household 40 crowns a year",
        "The levy will cost each household 60 crowns a year",
    ),
    "many words changed": (
        "The pier is a danger to all children who walk on it",
        "The pier is a danger to everybody who ever walks on it",
    ),
}
TWO = {
    "of one thing": ("The pier is not safe and it must close", "Nobody may walk on the pier until it is mended"),
    "too short to tell": ("It is a disgrace", "This is a disgrace"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_it_is_the_same(one: str, other: str) -> None:
    assert likeness(WordsSaid(one), WordsSaid(other)) == likeness(WordsSaid(other), WordsSaid(one)) == "same"


@pytest.mark.parametrize(("one", "other"), DIFFERS.values(), ids=DIFFERS)
def test_it_differs(one: str, other: str) -> None:
    assert likeness(WordsSaid(one), WordsSaid(other)) == likeness(WordsSaid(other), WordsSaid(one)) == "differs"


@pytest.mark.parametrize(("one", "other"), TWO.values(), ids=TWO)
def test_it_is_something_else(one: str, other: str) -> None:
    assert likeness(WordsSaid(one), WordsSaid(other)) is None


def test_one_statement_in_three_articles_is_shown_once() -> None:
    short = said(1, "The pier is not safe", "2026-03-14")
    long = said(2, "The pier is not safe, and it must close by Friday", "2026-03-15")
    reported = said(3, "the pier is not safe and must close by Friday", "2026-03-15", kind="indirect")
    other = said(3, "The council has known that since the autumn of last year", "2026-03-16")
    found = statements([reported, short, other, long])
    assert [statement.wordings for statement in found] == [(other,), (long, short, reported)]
    assert [statement.first for statement in found] == [other.moment, short.moment]


def test_the_same_words_weeks_later_are_said_again() -> None:
    words = "The pier is not safe, and it must close"
    found = statements([said(1, words, "2026-03-14"), said(2, words, "2026-04-02"), said(3, words, "2026-03-20")])
    assert [len(statement.wordings) for statement in found] == [1, 2]


def test_the_same_words_denied_are_another_statement() -> None:
    yes, no = "The pier was safe for everybody that day", "The pier was not safe for everybody that day"
    assert len(statements([said(1, yes), said(2, no)])) == 2
