"""On any text: key points, figures and events lie inside the text, hold its words, and nothing raises."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.figures import figures
from reader.analysis.timeline import timeline
from reader.summarize import key_points
from reader.text.sentences import split

PIECES = st.sampled_from(
    [
        "The ferry sank. ",
        "But he left. ",
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
PUBLISHED = st.one_of(st.none(), st.dates().map(str), st.text(max_size=12))


@settings(deadline=None)
@given(TEXTS, st.integers(-1, 15))
def test_key_points(text: str, n: int) -> None:
    points = key_points(text, split(text), n)
    assert len(points) <= max(0, n)
    assert all(text[p.start : p.end] == p.text != "" for p in points)
    assert all(a.end <= b.start for a, b in pairwise(points))


@given(TEXTS, PUBLISHED)
def test_figures_and_events(text: str, published: str | None) -> None:
    sentences = split(text)
    for excerpt in (*figures(text, sentences), *timeline(text, sentences, published)):
        assert text[excerpt.start : excerpt.end] == excerpt.text != ""
