"""Weights -> the data file that the program reads: matrices in whole numbers of one byte, with a scale a row."""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reader.analysis import learned
from reader.analysis.quotes import quote_tagger, word_vectors
from reader.analysis.quotes.quote_tagger import QuoteTagger
from training.network import weights
from training.prepare import PIECES

Stored = dict[str, NDArray[np.generic]]

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/quotes" / quote_tagger.DATA
LARGEST = 127
# How many letters of their hash tell one set of weights from another.
VERSION_LETTERS = 12


def packed(arrays: dict[str, NDArray[np.float32]]) -> Stored:
    """Return the arrays as they are stored: NAME and NAME.scale for a matrix, half precision for the rest."""
    stored: Stored = {}
    for name, values in arrays.items():
        if values.ndim == 2:
            # Rounded before it is used, so that the whole numbers make up for the rounding.
            scale = (np.abs(values).max(axis=1) / LARGEST).astype(np.float16)
            scale[scale == 0] = 1
            whole = np.rint(values / scale[:, None].astype(np.float32))
            stored[name] = whole.clip(-LARGEST, LARGEST).astype(np.int8)
            stored[name + learned.SCALE] = scale
        else:
            stored[name] = values.astype(np.float16)
    return stored


def stamped(stored: Stored) -> Stored:
    """Return stored arrays with what tells them from others, and with the features that they were learned on."""
    marked = stored | {learned.FEATURES: np.array(quote_tagger.fingerprint())}
    letters = sha256(b"".join(name.encode() + marked[name].tobytes() for name in sorted(marked))).hexdigest()
    return marked | {learned.VERSION: np.array(letters[:VERSION_LETTERS])}


def file(state: dict[str, Tensor], pieces: Sequence[str]) -> Stored:
    """Return the arrays of the data file."""
    return stamped(packed(weights(state)) | {quote_tagger.VOCABULARY: word_vectors.spelled(list(pieces))})


def shippable(state: dict[str, Tensor], pieces: Sequence[str]) -> QuoteTagger:
    """The tagger as the program would read it from its data file."""
    return quote_tagger.unpacked(file(state, pieces))


def main() -> None:
    """Write trained weights as the file that the program reads."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("weights", type=Path, nargs="?", default=Path("build/training/quote_tagger.pt"))
    arguments.add_argument("--data", type=Path, default=Path("build/training"), help="where the examples are")
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    options = arguments.parse_args()
    pieces = (options.data / PIECES).read_text(encoding="utf-8").split("\n")
    stored = file(torch.load(options.weights, weights_only=True), pieces)
    np.savez_compressed(options.out, **stored)
    print(f"{options.out.name}: {len(stored)} arrays, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
