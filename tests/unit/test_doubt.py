"""How surely a quote may be shown as somebody's."""

import pytest

from reader.model import Quote
from reader.render.doubt import DOUBTED_BELOW, PERHAPS_BELOW, doubt


def _quote(confidence: float, speaker: str | None = "ada-moss") -> Quote:
    return Quote(0, 12, "“It is full”", id="q-1", kind="direct", speaker=speaker, confidence=confidence)


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [
        (1.0, "sure"),
        (DOUBTED_BELOW, "sure"),
        (DOUBTED_BELOW - 0.001, "doubted"),
        (PERHAPS_BELOW, "doubted"),
        (PERHAPS_BELOW - 0.001, "perhaps"),
        (0.0, "perhaps"),
    ],
)
def test_a_speaker_is_doubted_by_risk(confidence: float, shown: str) -> None:
    assert doubt(_quote(confidence)) == shown


def test_nobody_is_no_wrong_speaker() -> None:
    assert doubt(_quote(0.0, speaker=None)) == "sure"
