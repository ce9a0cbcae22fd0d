"""Quotations whose speaker is named apart from them: under them, behind a dash, before or behind a colon."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from reader.analysis import discourse
from reader.analysis.quotes.signatures import signed
from reader.model import Span
from reader.text import document
from reader.text.document import Document

Read = Callable[[str], Document]

FINDS = {
    "a name under it": (
        "What they said\n\n“We cannot wait.”\n\nAda Moss, councillor",
        [("“We cannot wait.”", "Ada Moss")],
    ),
    "a name and a post in brackets": (
        "“We cannot wait.”\n\nAda Moss (councillor)",
        [("“We cannot wait.”", "Ada Moss")],
    ),
    "a name alone, two of them": (
        "“We cannot wait.”\n\nAda Moss\n\n“Nobody asked us.”\n\nPeter Lind",
        [("“We cannot wait.”", "Ada Moss"), ("“Nobody asked us.”", "Peter Lind")],
    ),
    "a dash and a name under it": ("“We cannot wait.”\n\n— Ada Moss, councillor", [("“We cannot wait.”", "Ada Moss")]),
    "a dash and a name behind it": ("“We cannot wait.” — Ada Moss, councillor", [("“We cannot wait.”", "Ada Moss")]),
    "a line that announces it": ("And from Ada Moss:\n\n“We cannot wait.”", [("“We cannot wait.”", "Ada Moss")]),
    "a heading, the name behind": (
        "‘We cannot wait’: Ada Moss\n\nThe council met on Tuesday.",
        [("‘We cannot wait’", "Ada Moss")],
    ),
    "a heading, the name before": (
        "Ada Moss: ‘We cannot wait’\n\nThe council met on Tuesday.",
        [("‘We cannot wait’", "Ada Moss")],
    ),
    "a body": (
        "“We cannot wait.”\n\nLantern Research Institute",
        [("“We cannot wait.”", "Lantern Research Institute")],
    ),
}

LEAVES_ALONE = {
    "a sentence under it": "“We cannot wait.”\n\nAda Moss said nothing more that night.",
    "a sentence without a full stop": "“We cannot wait.”\n\nAda Moss left",
    "a line without a name": "And then there was this:\n\n“We cannot wait.”",
    "two names before it": "And from Ada Moss and Peter Lind:\n\n“We cannot wait.”",
    "a long line before it": (
        "The council met on Tuesday for the third time in May and heard, at night, from Ada Moss, its engineer:\n\n"
        "“We cannot wait.”"
    ),
    "a place under it": "“We cannot wait.”\n\nOslo, Norway",
    "more than the quotation in its paragraph": "“We cannot wait.” It rained.\n\nAda Moss, councillor",
    "two quotations in a line": "“We cannot wait.” “We must.” — Ada Moss",
    "its own attribution": "“We cannot wait,” said Ada Moss.",
}


def found(read_text: Document) -> list[tuple[str, str]]:
    read = discourse.read(read_text)
    return [
        (read_text.text[each.said.start : each.said.end], each.who.text)
        for each in signed(read_text, read.quoted, read.names)
    ]


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(parsed(text)) == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str) -> None:
    assert found(parsed(text)) == []


SAID = "The posts will not hold for another winter."
SET_OFF = {
    "a name under it": ([SAID], "Ada Moss, engineer", [(SAID, "Ada Moss")]),
    "a dash": ([SAID], "— Ada Moss, engineer", [(SAID, "Ada Moss")]),
    "a post before the name": ([SAID], "Engineer Ada Moss", [(SAID, "Ada Moss")]),
    "two paragraphs": (
        [SAID, "Nobody mends them."],
        "Ada Moss",
        [(SAID, "Ada Moss"), ("Nobody mends them.", "Ada Moss")],
    ),
    "a sentence": ([SAID], "Ada Moss left the hall.", []),
    "no name": ([SAID], "A word of the elders", []),
}


@pytest.mark.parametrize(("said", "under", "expected"), SET_OFF.values(), ids=SET_OFF)
def test_block_quotes(nlp: Language, said: list[str], under: str, expected: list[tuple[str, str]]) -> None:
    assert found(set_off(nlp, [*said, under], [])) == expected


def test_a_line_under_a_block_quote_needs_a_dash(nlp: Language) -> None:
    assert found(set_off(nlp, [SAID], ["— Ada Moss, engineer"])) == [(SAID, "Ada Moss")]
    assert found(set_off(nlp, [SAID], ["Ada Moss, engineer"])) == []


def test_a_line_under_a_paragraph_signs_nothing(nlp: Language) -> None:
    assert found(set_off(nlp, [], [SAID, "Ada Moss, engineer"])) == []


def set_off(nlp: Language, quotes: list[str], paragraphs: list[str]) -> Document:
    """A document of some block quotes, and then some paragraphs, behind one that opens it."""
    opening = "The old pier of Brindle closed on Monday."
    text = "\n\n".join([opening, *quotes, *paragraphs])
    spans = [Span(at := text.index(quote), at + len(quote)) for quote in quotes]
    return document.read(text, nlp, spans, spans)
