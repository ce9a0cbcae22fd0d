"""Short names that a text gives its bodies, wherever they stand in it."""

from collections.abc import Callable

import pytest

from reader.analysis import discourse
from reader.text.document import Document

Read = Callable[[str], Document]

# The text -> whose name it is, and how often it stands there in any form.
FINDS = {
    "letters that nobody takes for a name": (
        "The ITSc said the lab would open. The Indian Institute of Tide Science (ITSc) was founded in May.",
        ("Indian Institute of Tide Science", 3),
    ),
    "a word of another tongue": (
        "The tolls rose, said the Ministry of Tourism (Mintur). According to Mintur, few came.",
        ("Ministry of Tourism", 3),
    ),
    "letters of another tongue": (
        "Lawmakers of the Vellian National Party (KNT) left the hall. The KNT said it would not return.",
        ("Vellian National Party", 3),
    ),
    "a name that goes on": (
        "The United Nations Support Mission in Orlea (UNSMO) left. A note from UNSMO gave no reason.",
        ("United Nations Support Mission", 3),
    ),
    "behind a comma": (
        "The Harbour Safety Authority, or HSA, closed the pier. The HSA gave no reason.",
        ("Harbour Safety Authority", 3),
    ),
}

LEAVES_ALONE = {
    "a place": ("The Harbour Courier (Corvane) closed. In Corvane nobody wept.", "Corvane"),
    "a given name": ("The Harbour Trust (Maria) closed the pier. They asked Maria for a reason.", "Maria"),
    "a word that stands once": ("The Harbour Trust (Haboda) closed the pier.", "Haboda"),
    "letters of a person": ("Ada Moss (HSA) closed the pier. The HSA gave no reason.", "Ada Moss"),
}


def named(parsed: Read, text: str) -> dict[str, int]:
    return {entity.name: len(entity.mentions) for entity in discourse.read(parsed(text)).entities}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: tuple[str, int]) -> None:
    assert expected in named(parsed, text).items()


@pytest.mark.parametrize(("text", "other"), LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str, other: str) -> None:
    found = discourse.read(parsed(text)).entities
    assert not any({other} < {mention.text for mention in entity.mentions} for entity in found)
