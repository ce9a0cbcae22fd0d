"""The constants of how sure a speaker is, fitted: what is shown comes true, on outlets that were not fitted to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from reader.analysis.calibration import Signals
from training.calibration import Shown, fit, report

# Of so many quotes, most of them sure, as they are; that of a source without a name is right so much less often.
QUOTES, UNNAMED = 6000, 0.2
GROUPS: dict[str, Callable[[Signals], bool]] = {
    "sure": lambda signals: signals.named and signals.sure > 0.85,
    "fairly sure": lambda signals: signals.named and 0.55 < signals.sure < 0.75,
    "hardly a quote": lambda signals: signals.named and signals.found < 0.6,
    "without a name": lambda signals: not signals.named and signals.sure > 0.6,
}


@pytest.fixture(scope="module")
def shown() -> list[Shown]:
    draw = np.random.default_rng(7)
    made = []
    for n in range(QUOTES):
        signals = Signals(draw.beta(6, 1), draw.beta(4, 1), n % 3 == 0, n % 4 > 0, "person")
        share = signals.sure * signals.found**0.5 - UNNAMED * (not signals.named)
        made.append(Shown(f"paper {n % 50}", signals, bool(draw.random() < share)))
    return made


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_what_is_shown_comes_true(shown: list[Shown], group: Callable[[Signals], bool]) -> None:
    tested = [each for each in shown[QUOTES // 2 :] if group(each.signals)]
    assert fit(shown[: QUOTES // 2]).chances(tested).mean() == pytest.approx(
        np.mean([each.right for each in tested]), abs=0.06
    )


def test_the_line_rises(shown: list[Shown]) -> None:
    fitted = fit(shown)
    assert (np.diff(fitted.right) > 0).all()
    assert (np.diff(fitted.scores) > 0).all()


def test_what_speaks_for_a_speaker_has_its_sign(shown: list[Shown]) -> None:
    weights = fit(shown).weights
    assert min(weights["sure"], weights["found"], -weights["unnamed"]) > 0


def test_the_report_names_every_constant(shown: list[Shown], capsys: pytest.CaptureFixture[str]) -> None:
    report(shown)
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("fitted to the other half", "as the program is", "WEIGHTS", "SCORES"))
