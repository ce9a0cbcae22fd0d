"""The trained name tagger: what kinds it tells, that it knows nobody, and which data files it refuses."""

from collections.abc import Callable

import numpy as np
import pytest

from reader.analysis import learned
from reader.analysis.entities import name_features, name_tagger
from reader.analysis.entities.name_tagger import LABELS, NameTagger
from reader.errors import SetupError
from reader.text.document import Document

Read = Callable[[str], Document]

TELLS = {
    "a person by what is said of him": (
        "“The pier is not safe,” Orvik Delmane said. Delmane runs the port of Ellery.",
        {"Orvik": "PERSON", "Delmane": "PERSON"},
    ),
    "a body by its noun": (
        "The Ellery Fisheries Board met in the spring, and the Board gave no reason.",
        {"Fisheries": "ORG"},
    ),
    "a body with small words inside": (
        "The Ministry of Health closed the clinic.",
        {"Ministry": "ORG", "of": "ORG", "Health": "ORG"},
    ),
    "a country": ("The ferry sank off Norway in the night.", {"Norway": "GPE"}),
    "those who are of a country": ("Three Norwegian sailors were saved.", {"Norwegian": "NORP"}),
    "no name": ("The ferry sank. Nobody was hurt, police said.", {}),
}

# Sentences in which any name may stand.
HOLDS_NAMES = (
    "“We have waited long enough,” said {}, a councillor from Ellery.",
    "Sen. {} voted against the levy.",
    "{} told reporters that the pier would be closed.",
)
PEOPLE = ("Orla Fenwick", "Tomas Reinholt", "Ada Moss", "Imran Sool")


@pytest.fixture(scope="module")
def tagger() -> NameTagger:
    return name_tagger.load()


@pytest.mark.parametrize(("text", "expected"), TELLS.values(), ids=TELLS)
def test_tells(parsed: Read, tagger: NameTagger, text: str, expected: dict[str, str]) -> None:
    doc = parsed(text).doc
    told = {token.text: label for token, label in zip(doc, tagger.read(doc).labels, strict=True) if label}
    assert {word: told.get(word) for word in expected} == expected
    assert expected or not told


@pytest.mark.parametrize("sentence", HOLDS_NAMES)
def test_one_name_is_like_another(parsed: Read, tagger: NameTagger, sentence: str) -> None:
    told = [tagger.read(parsed(sentence.format(name)).doc).labels for name in PEOPLE]
    assert all(labels == told[0] for labels in told)


def test_nobody_s_name_has_a_row(tagger: NameTagger) -> None:
    rows = set(tagger.known.vocabulary.tolist())
    surnames = "biden trump putin merkel modi johnson zelensky obama clinton erdogan macron"
    assert not {name for name in surnames.split() if name_features.hashed(name) in rows}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“…”", "Ada", "IN CAPITALS"])
def test_any_text(parsed: Read, tagger: NameTagger, text: str) -> None:
    doc = parsed(text).doc
    labels = tagger.read(doc).labels
    assert len(labels) == len(doc)
    assert set(labels) <= set(LABELS)


def test_a_file_for_other_features_is_refused() -> None:
    stored = {learned.FEATURES: np.array("others"), learned.VERSION: np.array("1")}
    with pytest.raises(SetupError, match="does not fit"):
        name_tagger.unpacked(stored)
