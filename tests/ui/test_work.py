"""What the status says while something takes a while."""

from __future__ import annotations

import pytest

from reader.ui.work import BEAT_SECONDS, Work

WORK = Work("fetching…", begun=100.0)


@pytest.mark.parametrize(
    ("now", "label"),
    [
        (100.0, "| fetching… · Esc stops"),
        (101.99, "\\ fetching… · Esc stops"),
        (102.0, "| fetching… 2 s · Esc stops"),
        (163.3, "/ fetching… 63 s · Esc stops"),
    ],
)
def test_label(now: float, label: str) -> None:
    assert WORK.label(now) == label


def test_the_mark_moves_with_every_beat() -> None:
    marks = [WORK.label(100 + beat * BEAT_SECONDS)[0] for beat in range(5)]
    assert marks == ["|", "/", "-", "\\", "|"]
