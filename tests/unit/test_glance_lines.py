"""The glance in words, the date in words, the key point with its antecedent."""

import pytest

from reader.model import Actor, Analysis, Article, Glance, KeyPoint
from reader.render import glance
from reader.render.attribution import point_text
from reader.render.calendar import worded

MOSS = Actor("a1", "Ada Moss", "person", "chair of the Ferry Crews’ Union")
COUNCIL = Actor("a2", "Port Ellery Council", "organization")
WHOLE = Glance(("a1", "a2"), "PORT ELLERY", "2026-03-14", named_sources=2, unnamed_sources=1, attributed=0.416)


def test_lines_word_the_whole_glance() -> None:
    assert glance.lines(Article(""), Analysis(actors=(MOSS, COUNCIL), glance=WHOLE)) == (
        "Who: Ada Moss, chair of the Ferry Crews’ Union; Port Ellery Council",
        "Where: PORT ELLERY",
        "When: 14 March 2026",
        "Sources: 2 named, 1 unnamed; 42% of the text is attributed",
    )


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        pytest.param(Glance(), (), id="nothing"),
        pytest.param(Glance(who=("a9",)), (), id="an actor who is not there"),
        pytest.param(Glance(where=" \n"), (), id="only space"),
        pytest.param(Glance(where="HAL\x1b[2JVERY"), ("Where: HAL[2JVERY",), id="a control"),
        pytest.param(
            Glance(unnamed_sources=3, attributed=0.07),
            ("Sources: 3 unnamed; 7% of the text is attributed",),
            id="unnamed sources alone",
        ),
    ],
)
def test_lines_with_nothing_to_say_are_left_out(found: Glance, lines: tuple[str, ...]) -> None:
    assert glance.lines(Article(""), Analysis(actors=(MOSS,), glance=found)) == lines


@pytest.mark.parametrize(
    ("article", "found", "brief"),
    [
        pytest.param(
            Article(""),
            WHOLE,
            (
                ("Ada Moss", "Port Ellery Council"),
                ("PORT ELLERY", "14 March 2026", "3 sources, 1 unnamed", "42% attributed"),
            ),
            id="all of it",
        ),
        pytest.param(
            Article("", dateline="PORT ELLERY", published="2026-03-14"),
            Glance(named_sources=1, where="PORT ELLERY", when="2026-03-14", attributed=0.1),
            ((), ("1 source", "10% attributed")),
            id="without what the head of the article says",
        ),
        pytest.param(Article(""), Glance(who=("a9",)), ((), ()), id="an actor who is not there"),
        pytest.param(Article(""), Glance(where="HAL\x1b[2JVERY"), ((), ("HAL[2JVERY",)), id="a control"),
    ],
)
def test_the_glance_in_brief(article: Article, found: Glance, brief: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert glance.brief(article, Analysis(actors=(MOSS, COUNCIL), glance=found)) == brief


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2017-01-23", "23 January 2017"),
        ("2017-01-23T20:11:00-08:00", "23 January 2017"),
        ("2017-01", "January 2017"),
        ("2017", "2017"),
        ("2017-W03", "week of 16 January 2017"),
        ("2011/2014", "2011 to 2014"),
        ("2017-01-23/2017-01-24", "23 January 2017 to 24 January 2017"),
        ("2017-13", "2017-13"),
        ("2017-W60", "2017-W60"),
        ("last winter", "last winter"),
        ("", ""),
    ],
)
def test_dates_are_worded_with_their_precision(iso: str, words: str) -> None:
    assert worded(iso) == words


@pytest.mark.parametrize(
    ("point", "shown"),
    [
        (KeyPoint(0, 5, "called for a meeting.", 1.0, "Moss"), "[Moss] called for a meeting."),
        (KeyPoint(0, 5, "Moss called.", 1.0), "Moss called."),
        (KeyPoint(0, 5, "in May, three ferries stopped.", 1.0), "… in May, three ferries stopped."),
        (KeyPoint(0, 5, "iPhone sales fell.", 1.0), "iPhone sales fell."),
        (KeyPoint(0, 5, "al-Qaida denied it.", 1.0), "al-Qaida denied it."),
    ],
)
def test_a_key_point_shows_its_antecedent_in_brackets(point: KeyPoint, shown: str) -> None:
    assert point_text(point) == shown
