"""Where sentences end, and where a stop is left alone."""

import pytest

from reader.model import Span
from reader.text.sentences import split


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


PARTS = {
    "two plain sentences": ("The ferry sank. Nobody drowned.", 2),
    "a closing mark stays with its sentence": ("“The ferry sank.” The crew swam.", 2),
    "a bracket stays with its sentence": ("(The ferry sank.) The crew swam.", 2),
    "an abbreviation before a clear start": ("She lives in the U.S. The others stayed.", 2),
    "a time of day before a clear start": ("It began at 5 p.m. On Friday it ended.", 2),
    "a firm before a clear start": ("He runs Harbour Inc. It is small.", 2),
    "no. as a word": ("Did it sink? No. It floats.", 3),
    "a date at the end": ("It sank on Dec. 30. Crews left.", 2),
    "a question in marks before a new sentence": ("“Why?” He left without a word.", 2),
    "an ellipsis before a new sentence": ("He waited… Nobody came.", 2),
    "a name that starts small": ("The talks failed. al-Masri left early.", 2),
    "a blank line": ("Ferry sinks\n\nThe crew swam.", 2),
    "a paragraph a line": ("Ferry sinks\n" + "The crew swam ashore to a doctor and two nurses. " * 3, 4),
    "a number that starts a sentence": ("Crews left. 12 stayed.", 2),
    "a year at the end": ("It was built in 1998. Crews liked it.", 2),
}  # fmt: skip

LEAVES_ALONE = {
    "titles": "Sen. Ada Moss, Gov. Lind, Capt. Brandt and Col. Roe met Mr. Teo and Dr. Ash.",
    "initials": "A story by J. K. Lindqvist was read.",
    "dotted abbreviations": "The U.N. envoy met the U.S. President at 5 p.m. Monday.",
    "months": "It was declared Dec. 30 and ended Jan. 3, 2017.",
    "numbers": "It cost No. 5 some 3.5 percent, or $2.75.",
    "firms and places": "Harbour Co. of St. Ellery, Calif. sued Ash Inc. lawyers.",
    "versus": "The case Moss vs. Lind begins.",
    "a question before a small cue": '"Why?" she asked.',
    "an exclamation before a small cue": "“Go!” he cried.",
    "a British question before a cue": "‘Why now?’ asked the captain.",
    "a question before a name and cue": "“Why now?” Ada Moss asked.",
    "an ellipsis inside": "The ferry … sank, and the pier . . . did not.",
    "a name with a mark": "Yahoo! said it would stay.",
    "a list number": "1. The ferry sank.",
    "nothing but marks": "… — !",
}


@pytest.mark.parametrize(("text", "count"), PARTS.values(), ids=PARTS)
def test_parts(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert sentences(text) == [text]


def test_exact_cuts_in_a_mixed_paragraph() -> None:
    text = "Sen. J. K. Moss left the U.S. on Jan. 3. “Why?” she asked. “It is over.” The end came (late.) Then she went"
    assert sentences(text) == [
        "Sen. J. K. Moss left the U.S. on Jan. 3.",
        "“Why?” she asked.",
        "“It is over.”",
        "The end came (late.)",
        "Then she went",
    ]


def test_no_sentence_ends_in_a_dateline() -> None:
    assert sentences("PORT ELLERY, N.C. - At noon it sank. Nobody slept.") == [
        "PORT ELLERY, N.C. - At noon it sank.",
        "Nobody slept.",
    ]


def test_wrapped_lines_do_not_part() -> None:
    text = (
        "The harbour council of Port Ellery voted on Friday to close the old\n"
        "ferry pier, which has stood for ninety years and which its crews had\n"
        "called unsafe since the storm of last winter. Work on another begins\n"
        "in spring.\n"
        "The crews were not asked, their union said, and will meet on Sunday."
    )
    assert [s.count("\n") for s in sentences(text)] == [2, 1, 0]


def test_block_edges_part() -> None:
    text = "Ferry sinks The crew swam"
    assert split(text, [Span(0, 11), Span(12, 25)]) == (Span(0, 11), Span(12, 25))
