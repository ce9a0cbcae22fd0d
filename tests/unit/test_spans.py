"""From found words to quotes: fitted to marks, trimmed, cut, and told apart by kind."""

import pytest

from reader.analysis.quotes import spans
from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.model import Span
from reader.text.paragraphs import paragraphs


def marked(text: str) -> tuple[QuotedSpan, ...]:
    return quoted_spans(text, [Span(start, end) for start, end in paragraphs(text)])


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


SPLIT = "“It is fine,” Lind said. “Go home now.”"
MIXED = "Lind said the talks would “test intentions” and go on."

FITTED = {
    "inside marks to the whole quotation": ("“It is fine,” Lind said.", "It is fine", "“It is fine,”"),
    "one mark missing": ("“It is fine,” Lind said.", "“It is fine", "“It is fine,”"),
    "half of a quotation at the end": (MIXED, "the talks would “test inten", "the talks would “test intentions”"),
    "half of a quotation at the start": (MIXED, "intentions” and go on", "“test intentions” and go on"),
    "single marks": ("‘It is fine,’ Lind said.", "It is fine", "‘It is fine,’"),
    "two quotations around a cue": (SPLIT, "It is fine,” Lind said. “Go home", SPLIT),
    "over a paragraph that reopens": (
        "“It began.\n\n“It ended,” Lind said.",
        "It began.\n\n“It ended",
        "“It began.\n\n“It ended,”",
    ),
    "no marks at all": ("Lind said the pier was safe.", "the pier was safe.", "the pier was safe"),
    "already fitted": (SPLIT, "“It is fine,”", "“It is fine,”"),
    "a word of a quotation": (SPLIT, "is", "“It is fine,”"),
}

LEFT_OUT = {
    "the next quotation that is only touched": (
        "Lind said it was over. “We lost everything we had,” Moss said.",
        "it was over. “We",
        "it was over",
    ),
    "the end of the quotation before": (
        "“We lost everything we had,” Moss said, and it was over.",
        "had,” Moss said, and it was over",
        "Moss said, and it was over",
    ),
    "loose punctuation": ("Lind said: the pier, safe — was shut, he said.", ": the pier, safe —", "the pier, safe"),
    "a final full stop": ("Lind said the pier was safe.", "the pier was safe.", "the pier was safe"),
    "white space": ("Lind said  the pier was safe \n now.", "  the pier was safe \n ", "the pier was safe"),
}


@pytest.mark.parametrize(
    ("text", "found", "expected"), [*FITTED.values(), *LEFT_OUT.values()], ids=[*FITTED, *LEFT_OUT]
)
def test_fitted(text: str, found: str, expected: str) -> None:
    start, end = spans.fitted(text, *place(text, found), marked(text))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(" the pier was safe. ", "the pier was safe", id="a full stop and white space"),
        pytest.param("they left the U.S.", "they left the U.S.", id="the full stop of an abbreviation"),
        pytest.param("it was over...", "it was over...", id="an ellipsis of dots"),
        pytest.param("why it sank?", "why it sank?", id="a question mark"),
        pytest.param("“It sank.”", "“It sank.”", id="a mark"),
        pytest.param(", — ; :", "", id="nothing but punctuation"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_trimmed(text: str, expected: str) -> None:
    start, end = spans.trimmed(text, 0, len(text))
    assert text[start:end] == expected


KINDS = {
    "all between marks": ("“It is fine,” Lind said.", "“It is fine,”", [], "direct"),
    "split around cue and source": (SPLIT, SPLIT, ["Lind", "said"], "direct"),
    "over a paragraph that reopens": (
        "“It began.\n\n“It ended,” Lind said.",
        "“It began.\n\n“It ended,”",
        [],
        "direct",
    ),
    "one character outside": ("“It is fine”, Lind said.", "“It is fine”,", [], "direct"),
    "words before the marks": (MIXED, "the talks would “test intentions”", [], "mixed"),
    "words behind the marks": (MIXED, "“test intentions” and go on", [], "mixed"),
    "words between two marked parts": (
        "It was “bad” and then “very bad” again.",
        "“bad” and then “very bad”",
        [],
        "mixed",
    ),
    "no marks": ("Lind said the pier was safe.", "the pier was safe", [], "indirect"),
    "marks only elsewhere": ("“Well,” Lind said the pier was safe.", "the pier was safe", [], "indirect"),
}


@pytest.mark.parametrize(("text", "quote", "beside", "expected"), KINDS.values(), ids=KINDS)
def test_kind(text: str, quote: str, beside: list[str], expected: str) -> None:
    said = [place(text, words) for words in beside]
    assert spans.kind(*place(text, quote), marked(text), said) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("the talks would “test", True, id="part of a quotation"),
        pytest.param("“test intentions”", True, id="a whole quotation"),
        pytest.param("test", True, id="inside one"),
        pytest.param("the talks would ", False, id="up to the mark"),
        pytest.param(" and go on", False, id="from the mark on"),
    ],
)
def test_has_marks(quote: str, expected: bool) -> None:
    assert spans.has_marks(*place(MIXED, quote), marked(MIXED)) is expected


LONG_FIRST = "“It is fine and will be fine for as many years as any of us has left,” Lind said. “Go.”"
EVEN = "“It is fine,” the tired old mayor Peter Lind said again on Friday. “Go home.”"
PARTS = {
    "cut where one part is the bulk": (
        LONG_FIRST,
        ["said"],
        ["“It is fine and will be fine for as many years as any of us has left,”", "“Go.”"],
    ),
    "whole where no part is the bulk": (EVEN, ["said"], [EVEN]),
    "whole where nobody is named between": ("“It is fine” and “go home for the winter” are two.", [], None),
    "whole with one quotation": ("the talks would “test intentions” again", ["would"], None),
    "whole without marks": ("the talks would go on", ["would"], None),
}


@pytest.mark.parametrize(("text", "said", "expected"), PARTS.values(), ids=PARTS)
def test_parts(text: str, said: list[str], expected: list[str] | None) -> None:
    cut = spans.parts(0, len(text), marked(text), [text.index(word) for word in said])
    assert [text[a:b] for a, b in cut] == (expected or [text])


SPOKEN = {
    "told before its colon": (
        "He had seven words for her: “Will you keep the orchard?”",
        "He had seven words for her: “Will you keep the orchard?”",
        [],
        "“Will you keep the orchard?”",
    ),
    "told behind who speaks": (
        "“It will hold,” Lind said as the doors were opened",
        "“It will hold,” Lind said as the doors were opened",
        ["Lind", "said"],
        "“It will hold,”",
    ),
    "told of the time": (
        "“It will hold,” Lind said as the doors were opened. “Go on.”",
        "the doors were opened. “Go on.”",
        ["Lind", "said"],
        "“Go on.”",
    ),
    "a sentence before, not of the time": (
        "Lind said the doors were open. “Go on.”",
        "the doors were open. “Go on.”",
        ["Lind", "said"],
        None,
    ),
    "a clause with marks in it": ("the plan would “hold” for a year", "the plan would “hold” for a year", [], None),
    "a second part behind who speaks": (SPLIT, SPLIT, ["Lind", "said"], None),
    "no marks": ("Lind said the pier was safe.", "the pier was safe", ["Lind"], None),
}


@pytest.mark.parametrize(("text", "found", "said", "expected"), SPOKEN.values(), ids=SPOKEN)
def test_spoken(text: str, found: str, said: list[str], expected: str | None) -> None:
    start, end = spans.spoken(text, *place(text, found), marked(text), [text.index(word) for word in said])
    assert text[start:end] == (expected or found)
