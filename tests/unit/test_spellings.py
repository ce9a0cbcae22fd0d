"""Names that are one spelled in two ways, and those that only look so."""

import pytest

from reader.analysis.entities import names, spellings

ALIKE = {
    "vowels": ("Parvez Holm", "Pervaiz Holm"),
    "a name in front": ("Parvez Holm", "Chaudhry Pervaiz Holm"),
    "a letter left out": ("Gerardo Brandt", "Gerado Brandt"),
    "a surname's vowels": ("Rishi Sunal", "Rishi Sounal"),
    "a surname one letter off": ("James Hansel", "James Hansol"),
    "a Korean given name": ("Lim Bum-gye", "Lim Beom-kye"),
    "an ending": ("Olena Zelinsky", "Olena Zelinskiy"),
}
APART = {
    "two listed names": ("Christine Moss", "Christian Moss"),
    "a man and a woman": ("Mario Lind", "Maria Lind"),
    "short names": ("Anna Moss", "Anne Moss"),
    "Korean brothers": ("Lim Ji-min", "Lim Jae-min"),
    "another initial letter": ("Gerardo Brandt", "Berardo Brandt"),
    "both names differ": ("Parvez Holm", "Pervaiz Halm"),
    "a son": ("Parvez Holm Sr.", "Pervaiz Holm Jr."),
}


def _alike(one: str, other: str) -> bool:
    first, second = names.parse(one), names.parse(other)
    assert first
    assert second
    return spellings.alike(first, second)


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_alike(one: str, other: str) -> None:
    assert _alike(one, other)
    assert _alike(other, one)


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_apart(one: str, other: str) -> None:
    assert not _alike(one, other)
