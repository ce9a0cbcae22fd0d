"""Whom a quote is about, and which claim it denies."""

import pytest

import reader
from reader.model import Analysis

ABOUT = {
    "accused": ("Mara Vale accused Tom Hale of “selling the quay twice.”", "Mara Vale", ["Tom Hale"]),
    "named in a clause": ("Mara Vale said Tom Hale had sold the quay twice.", "Mara Vale", ["Tom Hale"]),
    "judged before the marks": ("Mara Vale called Tom Hale “reckless.”", "Mara Vale", ["Tom Hale"]),
    "nobody": ("Mara Vale said the quay had been sold twice.", "Mara Vale", []),
    "told to somebody": ("Mara Vale told Tom Hale that the quay had been sold twice.", "Mara Vale", []),
}

CLAIM = "Mara Vale said that Tom Hale had sold the quay twice. "
DENIES = {
    "denied": CLAIM + "Tom Hale denied that he had sold the quay to anybody.",
    "disputed": CLAIM + "Tom Hale disputed that the quay had been sold at all.",
    "dismissed a claim": CLAIM + "Tom Hale dismissed the claim as “nonsense from a bad loser.”",
    "dismissed several": CLAIM + "Tom Hale dismissed such accounts as “the work of a bad loser.”",
}
DENIES_NOTHING = {
    "agreed": CLAIM + "Ina Crowe said that the quay had been sold in March.",
    "denied by the same speaker": "Mara Vale said the quay was sold. She denied that she had bought it herself.",
    "dismissed a person": CLAIM + "Ina Crowe dismissed Tom Hale as “a man in a borrowed boat.”",
}


def _names(analysis: Analysis, ids: tuple[str, ...]) -> list[str]:
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names[actor] for actor in ids]


@pytest.mark.parametrize(("text", "speaker", "about"), ABOUT.values(), ids=ABOUT)
def test_about(text: str, speaker: str, about: list[str]) -> None:
    analysis = reader.analyze(text)
    quote = analysis.quotes[0]
    assert quote.speaker is not None
    assert _names(analysis, (quote.speaker,)) == [speaker]
    assert _names(analysis, quote.about) == about


@pytest.mark.parametrize("text", DENIES.values(), ids=DENIES)
def test_denies(text: str) -> None:
    first, *_, last = reader.analyze(text).quotes
    assert last.denies == first.id


@pytest.mark.parametrize("text", DENIES_NOTHING.values(), ids=DENIES_NOTHING)
def test_denies_nothing(text: str) -> None:
    assert [quote.denies for quote in reader.analyze(text).quotes if quote.denies] == []
