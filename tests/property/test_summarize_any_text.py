"""On any text: key points lie inside the text, hold its words, and nothing raises."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Actor, Mention, Quote
from reader.summarize import METHODS
from reader.summarize.points import key_points
from reader.text.sentences import split

PIECES = st.sampled_from(
    [
        "The ferry sank. ",
        "But he left. ",
        "He also left. ",
        "His crew ",
        "Moss said. ",
        "12 people ",
        "$5m ",
        "6-year-old war ",
        "on Monday ",
        "Dec. 30 ",
        "31 Feb. ",
        "in 2012 ",
        "was ",
        "99 years ago ",
        "next month ",
        "a dozen ",
        "“",
        "” ",
        "? ",
        "\n\n",
        "%",
        ",",
        "1,000",
        "-",
        "Moss ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))
LANGUAGES = st.sampled_from(["en", "de", "ja", "cy", "", "english", "x\0"])
HEADLINES = st.one_of(st.none(), TEXTS)


def cast(text: str) -> tuple[list[Actor], list[Quote]]:
    """Somebody who is every "Moss" and every pronoun of a text, and says all that follows."""
    found = [
        Mention(m.start(), m.end(), m[0], "name" if m[0] == "Moss" else "pronoun")
        for m in re.finditer(r"Moss|\b(?:[Hh]e|It|His)\b", text)
    ]
    actors = [Actor("a1", "Ada Moss", "person", aliases=("Moss",), mentions=tuple(found))] if found else []
    said = [Quote(m.end, len(text), text[m.end :], "q1", "direct", mention=m, speaker="a1") for m in found[:1]]
    return actors, said


@given(TEXTS, st.integers(-1, 15), st.sampled_from(METHODS), LANGUAGES, HEADLINES)
def test_key_points(text: str, n: int, method: str, language: str, headline: str | None) -> None:
    actors, quotes = cast(text)
    sentences = split(text)
    points = key_points(
        text, sentences, n, headline=headline, language=language, method=method, actors=actors, quotes=quotes
    )
    assert len(points) <= max(0, n)
    assert all(text[p.start : p.end] == p.text != "" for p in points)
    assert all(a.end <= b.start for a, b in pairwise(points))
    assert all(0.0 <= p.score <= 1.0 for p in points)
    assert all(any(s.start <= p.start and p.end == s.end for s in sentences) for p in points)
