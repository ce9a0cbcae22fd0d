"""Whatever articles hold: names are compared both ways alike, and nothing over many articles raises."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities import names
from reader.linking import folding, people, profiles, statements, stories, versions
from reader.linking.likeness import WordsSaid, likeness
from reader.model import Actor, Analysis
from tests.unit.library_stories import reading, said

PARTS = [
    "Sen.",
    "Orla",
    "Fenwick",
    "J.",
    "K.",
    "Jr.",
    "III",
    "de",
    "al-",
    "Ji-woo",
    "-",
    "’s",
    "Han",
    "“Bo”",
    "É",
    "ANN",
]
NAMES = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from(PARTS), max_size=5).map(" ".join),
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(["The pier is shut.", "No, it isn’t!", "\n\n", "12 %"]))
)
FEW = settings(max_examples=60)


@FEW
@given(NAMES, NAMES)
def test_names_are_compared_both_ways_alike(one: str, other: str) -> None:
    first, second = names.parse(one), names.parse(other)
    if first and second:
        assert names.relation(first, second) == names.relation(second, first)
        assert names.relation(first, first) in ("same", "form", "part")


@FEW
@given(st.lists(st.tuples(NAMES, st.sampled_from(["person", "organization", "place"]), NAMES), max_size=5))
def test_actors_of_any_name_are_placed(found: list[tuple[str, str, str]]) -> None:
    actors = tuple(
        Actor(f"a{number}", name, kind, role, (role,))  # type: ignore[arg-type]  # any of the three kinds
        for number, (name, kind, role) in enumerate(found)
    )
    seen = profiles.sightings(Analysis(actors=actors), "2026-03-14", "1")
    first = people.assign(seen, [])
    known = [profiles.profile(each, number) for number, each in enumerate(seen, start=1)]
    second = people.assign(seen, known)
    assert len(first) == len(second) == len(seen)
    for placed, each in zip(second, seen, strict=True):
        assert placed.profile is None or placed.profile <= len(seen)
        assert profiles.keys(profiles.profile(each, 0)) is not None
    for one, other in pairwise(known):
        assert profiles.merged(one, other).articles == 2


@FEW
@given(TEXTS, TEXTS)
def test_texts_are_compared_whatever_they_hold(one: str | list[str], other: str | list[str]) -> None:
    first, second = ("".join(each) for each in (one, other))
    assert likeness(WordsSaid(first), WordsSaid(second)) == likeness(WordsSaid(second), WordsSaid(first))
    for change in versions.changes(reading(first, headline=second), reading(second, headline=first)):
        assert change.before or change.after
    assert versions.changes(reading(first), reading(first)) == ()
    folding.signature(first)
    read = reading(first, headline=second)
    told = stories.terms("one", read.article, read.analysis, second)
    if told:
        index = stories.Recent()
        index.add(told)
        assert index.alike(told) == []
    quotes = [said(number, each) for number, each in enumerate((first, second))]
    assert sum(len(statement.wordings) for statement in statements.statements(quotes)) == 2
