"""Transcripts: who takes turns, and what is only a label."""

import pytest

from reader.analysis.quotes.transcripts import turns
from reader.model import Span
from reader.text.paragraphs import paragraphs

FINDS = {
    "capitals": (
        "MOSS: Will the levy pass this year?\n\nVALE: It will pass by June.\n\nMOSS: And the ferry after that?",
        [("MOSS", "Will the levy pass this year?"), ("VALE", "It will pass by June.")],
    ),
    "full names": (
        "Ada Moss: When did you begin the book?\n\nTom Vale: I began it in winter.\n\nTom Vale: It took a year.",
        [("Ada Moss", "When did you begin the book?"), ("Tom Vale", "I began it in winter.")],
    ),
    "a post behind the name, the surname afterwards": (
        "ADA MOSS, HARBOUR TV ANCHOR: Good morning to all of you.\n\nTOM VALE (PILOT): It will hold, I think.\n\n"
        "MOSS: 4:57, and a look at the quay.",
        [("ADA MOSS", "Good morning to all of you."), ("TOM VALE", "It will hold, I think.")],
    ),
    "inside marks": (
        "“MOSS: Will the levy pass?”\n\n“VALE: It will pass soon.”\n\n“MOSS: When will that be?”",
        [("MOSS", "Will the levy pass?"), ("VALE", "It will pass soon.")],
    ),
}

LEAVES_ALONE = {
    "one voice": "MOSS: I will go home now.\n\nMOSS: I will stay here then.\n\nMOSS: I will do both.",
    "two turns": "MOSS: Will the levy pass?\n\nVALE: It will pass soon.",
    "labels of links": "Read more: The ferry sails again\n\nRelated: The levy is back\n\nRead more: The quay",
    "labels of a live page": "Live: The ferry sails again\n\nOpinion: The levy is back\n\nLive: The quay is shut",
    "counts": "Moss: 1,812 votes in all\n\nVale: 1,644 votes in all\n\nMoss: 12 more by post",
    "credits": "Lighting: Ada Moss\n\nSound: Tom Vale\n\nLighting: Ina Crowe",
    "nobody twice": "Moss: The ferry is late again.\n\nVale: The quay is shut.\n\nCrowe: The levy is dead.",
}


def _turns(text: str) -> list[tuple[str, str]]:
    found = turns(text, [Span(start, end) for start, end in paragraphs(text)])
    return [(text[t.label.start : t.label.end], text[t.said.start : t.said.end]) for t in found]


@pytest.mark.parametrize(("text", "first_two"), FINDS.values(), ids=FINDS)
def test_finds_turns(text: str, first_two: list[tuple[str, str]]) -> None:
    found = _turns(text)
    assert found[:2] == first_two
    assert len(found) == 3


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _turns(text) == []
