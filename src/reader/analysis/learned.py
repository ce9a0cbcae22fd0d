"""Data files of what was learned: reading one, refusing one that does not fit; and what all use of it."""

from importlib.resources.abc import Traversable
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from reader.errors import SetupError

Stored = dict[str, NDArray[Any]]

# What tells these weights from others, and the fingerprint of the features that they were learned on.
VERSION, FEATURES = "version", "features"
# An array NAME + SCALE beside NAME holds what its rows are to be multiplied by.
SCALE = ".scale"
_HINT = "Install On Record anew, or run make train where the features were changed."


def read(folder: Traversable, data: str, what: str) -> Stored:
    """The arrays of a data file, by name.

    Args:
        folder: where it lies.
        data: its name.
        what: what it holds the weights of, as a person should read it.

    Raises:
        SetupError: it is missing or damaged.
    """
    try:
        with folder.joinpath(data).open("rb") as file, np.load(file) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, BadZipFile) as error:
        raise SetupError(f"The {what}'s data file ({data}) is missing or damaged.", _HINT) from error


def version(stored: Stored, fingerprint: str, data: str, what: str) -> str:
    """Take version and fingerprint out of a file's arrays; returns the version.

    Raises:
        SetupError: the weights were learned on other features than this program's.
    """
    learned_on, told = (str(stored.pop(name, "")) for name in (FEATURES, VERSION))
    if learned_on != fingerprint:
        raise unfit(data, what)
    return told


def unfit(data: str, what: str) -> SetupError:
    """The error for a data file that another version of the program made."""
    return SetupError(f"The {what}'s data file ({data}) does not fit this version of the program.", _HINT)


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores as chances that are one together, row by row where there are several rows."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True), dtype=np.float32)


def plain(stored: Stored) -> dict[str, NDArray[np.float32]]:
    """Stored arrays as they are computed with: whole numbers of one byte times the scale of their row."""
    weights = {name: values.astype(np.float32) for name, values in stored.items()}
    scales = {name: weights.pop(name) for name in list(weights) if name.endswith(SCALE)}
    for name, scale in scales.items():
        weights[name.removesuffix(SCALE)] *= scale[:, None]
    return weights
