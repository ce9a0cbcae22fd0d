"""What changed in an article: quotes taken out or worded anew first; what only moved is no change."""

import pytest

from reader.linking.versions import changes
from reader.model import Analysis, Reading
from tests.unit.library_stories import person, quote, reading

FENWICK = person("Orla Fenwick")
OPENING = "The pier of Ellery was closed on Monday after a warning."
SAID = "“The pier is not safe, and it must close by Friday,” said Orla Fenwick, the harbour master."
WORDS = "“The pier is not safe, and it must close by Friday,”"
LAST = "The council will meet on Thursday to talk about the beams."


def with_quote(text: str, headline: str = "Ellery pier closed") -> Reading:
    quotes = (quote(text, WORDS, FENWICK.id),) if WORDS in text else ()
    return reading(text, headline=headline, analysis=Analysis(actors=(FENWICK,), quotes=quotes))


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


BEFORE = with_quote(text(OPENING, SAID, LAST))
ALTERED = SAID.replace("must close by Friday", "may have to close at some time")
CHANGES = {
    "a quote taken out": (text(OPENING, LAST), [("quote gone", WORDS, None)]),
    "a quote worded anew": (text(OPENING, ALTERED, LAST), [("quote altered", WORDS, ALTERED)]),
    "what stands around a quote": (
        text(OPENING, SAID.replace("the harbour master", "the harbour master of Ellery"), LAST),
        [("altered", SAID, SAID.replace("the harbour master", "the harbour master of Ellery"))],
    ),
    "a sentence taken out": (text(OPENING, SAID), [("gone", LAST, None)]),
    "a sentence added": (text(OPENING, SAID, LAST, "Nobody was hurt."), [("new", None, "Nobody was hurt.")]),
    "a day changed": (
        text(OPENING.replace("Monday", "Tuesday"), SAID, LAST),
        [("altered", OPENING, OPENING.replace("Monday", "Tuesday"))],
    ),
    "the quote before all else": (
        text("The pier of Ellery was closed on Tuesday after a warning.", "Nobody was hurt."),
        [
            ("quote gone", WORDS, None),
            ("altered", OPENING, "The pier of Ellery was closed on Tuesday after a warning."),
            ("gone", LAST, None),
            ("new", None, "Nobody was hurt."),
        ],
    ),
}
NONE = {
    "nothing": text(OPENING, SAID, LAST),
    "the order": text(LAST, OPENING, SAID),
    "marks and white space": text(OPENING, SAID.replace("“", '"').replace("”", '"'), LAST.replace(" ", "  ")),
}


@pytest.mark.parametrize(("after", "found"), CHANGES.values(), ids=CHANGES)
def test_it_is_a_change(after: str, found: list[tuple[str, str | None, str | None]]) -> None:
    told = changes(BEFORE, with_quote(after))
    assert [(each.kind, each.before and each.before.text, each.after and each.after.text) for each in told] == found


@pytest.mark.parametrize("after", NONE.values(), ids=NONE)
def test_it_is_none(after: str) -> None:
    assert changes(BEFORE, with_quote(after)) == ()


def test_a_quote_that_is_only_no_longer_found_is_no_change() -> None:
    assert changes(BEFORE, reading(text(OPENING, SAID, LAST), headline="Ellery pier closed")) == ()


def test_it_says_whose_quote_is_gone() -> None:
    (change,) = changes(BEFORE, with_quote(text(OPENING, LAST)))
    assert change.speaker == "Orla Fenwick"


def test_the_headline() -> None:
    (change,) = changes(BEFORE, with_quote(BEFORE.article.text, "Ellery pier may close"))
    assert (change.kind, change.before and change.before.text) == ("headline", "Ellery pier closed")


def test_spans_are_spans_of_their_texts() -> None:
    after = with_quote(text("A word before it.", OPENING.replace("Monday", "Tuesday"), LAST))
    for change in changes(BEFORE, after):
        for read, span in ((BEFORE, change.before), (after, change.after)):
            assert span is None or read.article.text[span.start : span.end] == span.text
