"""Moving from quote to quote, along one speaker, and down the list of actors."""

from __future__ import annotations

import dam_story
import pytest

from reader.model import Analysis, Span
from reader.render.attribution import quotes_per_speaker
from reader.ui.attention.current import Current
from reader.ui.attention.navigation import actors_by_quotes, at, first_place, speaker_colours, step

SPANS = [Span(start=10, end=20), Span(start=30, end=60), Span(start=80, end=90)]
ALL = (0, 100)

STEPS = [
    ("on from the current one", 0, 1, ALL, 1),
    ("back from the current one", 1, -1, ALL, 0),
    ("stops at the last", 2, 1, ALL, 2),
    ("stops at the first", 0, -1, ALL, 0),
    ("the first on the screen when nothing is current", None, 1, (25, 70), 1),
    ("from the screen when the current one is out of sight", 2, 1, (0, 50), 0),
    ("the last above the screen, going back", None, -1, (70, 100), 1),
    ("the last when the screen is below all", None, 1, (95, 100), 2),
    ("the first when the screen is above all, going back", None, -1, (0, 5), 0),
    ("one half on the screen is in sight", 1, 1, (50, 70), 2),
]


@pytest.mark.parametrize(
    ("current", "direction", "in_sight", "expected"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS]
)
def test_step(current: int | None, direction: int, in_sight: tuple[int, int], expected: int) -> None:
    assert step(SPANS, current, direction, in_sight) == expected


def test_step_without_spans_goes_nowhere() -> None:
    assert step([], None, 1, ALL) is None


def test_a_quote_within_a_quote_is_the_one_clicked() -> None:
    assert at([Span(start=0, end=50), Span(start=10, end=20)], 15) == 1
    assert at(SPANS, 25) is None


def test_actors_come_by_quotes_then_mentions() -> None:
    assert [actor.id for actor in actors_by_quotes(dam_story.analysis())] == [
        "calder",
        "arno",
        "havel",
        "benn",
        "engineer",
    ]
    assert quotes_per_speaker(dam_story.analysis())["calder"] == 3


def test_every_speaker_has_a_colour_of_their_own() -> None:
    colours = speaker_colours(dam_story.analysis())
    assert len(set(colours.values())) == len(colours) == 5
    assert colours["calder"] == 0


def test_first_place_of_an_actor_without_mentions_is_a_quote() -> None:
    actor = next(actor for actor in dam_story.ACTORS if actor.id == "benn")
    analysis = dam_story.analysis()
    assert first_place(analysis, actor) == actor.mentions[0]
    silent = type(actor)(id="benn", name="Marta Benn", kind="person")
    assert first_place(analysis, silent) == dam_story.QUOTES[4]


def test_nothing_is_current_in_an_empty_analysis() -> None:
    current = Current(Analysis())
    for moved in (current.next_quote(1, ALL), current.next_of_speaker(-1, ALL), current.next_actor(1)):
        assert moved == current
    assert current.label == ""
    assert current.place is None


def test_a_quote_brings_its_speaker() -> None:
    current = Current(dam_story.analysis()).at_quote(2)
    assert current.label == "quote 3/11 · Piet Arno"
    assert current.place == dam_story.QUOTES[2]
    assert current.mentions == dam_story.ACTORS[2].mentions


def test_a_quote_of_nobody_named() -> None:
    current = Current(dam_story.analysis()).at_quote(10)
    assert current.label == "quote 11/11"
    assert current.mentions == ()


def test_the_speaker_of_an_actor_chosen_in_the_list() -> None:
    current = Current(dam_story.analysis()).at_actor("arno").next_of_speaker(1, ALL)
    assert current.quote_index == 2
    last = Current(dam_story.analysis()).at_actor("arno").next_of_speaker(-1, ALL)
    assert last.quote_index == 8


def test_the_list_of_actors_goes_round() -> None:
    current = Current(dam_story.analysis())
    assert current.next_actor(-1).actor_id == "engineer"
    assert current.at_actor("engineer").next_actor(1).actor_id == "calder"
