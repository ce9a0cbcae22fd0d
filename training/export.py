"""Weights -> the data files of encoder and quote tagger: matrices in whole numbers of one byte, a scale a row."""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reader.analysis.quotes import encoder, features, quote_tagger
from reader.analysis.quotes.quote_tagger import QuoteTagger
from reader.analysis.quotes.wordpiece import Pieces
from training.encoder import Encoder, reading
from training.network import ENCODER, weights
from training.prepare import PIECES, Example, restore

Stored = dict[str, NDArray[np.generic]]

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/quotes"
LARGEST = 127
# How many letters of their hash tell one set of weights from another.
VERSION_LETTERS = 12
# The program's vectors and torch's may differ by rounding only; seen on so many articles, they differ by 5e-6.
TOLERANCE = 1e-3
COMPARED = 3


def packed(arrays: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays as they are stored: NAME and NAME.scale for a matrix, half precision for the rest."""
    stored: dict[str, NDArray[np.generic]] = {}
    for name, values in arrays.items():
        if values.ndim == 2:
            # Rounded before it is used, so that the whole numbers make up for the rounding.
            scale = (np.abs(values).max(axis=1) / LARGEST).astype(np.float16)
            scale[scale == 0] = 1
            whole = np.rint(values / scale[:, None].astype(np.float32))
            stored[name] = whole.clip(-LARGEST, LARGEST).astype(np.int8)
            stored[name + quote_tagger.SCALE] = scale
        else:
            stored[name] = values.astype(np.float16)
    return stored


def stamped(stored: dict[str, NDArray[np.generic]], **marks: str) -> dict[str, NDArray[np.generic]]:
    """Return stored arrays with what tells them from others, and with what they were learned on."""
    marked = stored | {name: np.array(mark) for name, mark in marks.items()}
    letters = sha256(b"".join(name.encode() + marked[name].tobytes() for name in sorted(marked))).hexdigest()
    return marked | {quote_tagger.VERSION: np.array(letters[:VERSION_LETTERS])}


def files(state: dict[str, Tensor], pieces: Sequence[str]) -> tuple[Stored, Stored]:
    """Return the arrays of the encoder's data file and of the quote tagger's."""
    ours = {name.removeprefix(ENCODER): value.numpy() for name, value in state.items() if name.startswith(ENCODER)}
    known = {encoder.VOCABULARY: encoder.spelled(pieces)}
    read = stamped(packed(ours) | known, **{encoder.READING: encoder.fingerprint()})
    marks = {quote_tagger.FEATURES: features.fingerprint(), quote_tagger.ENCODER: str(read[encoder.VERSION])}
    return read, stamped(packed(weights(state)), **marks)


def shippable(state: dict[str, Tensor], pieces: Sequence[str]) -> QuoteTagger:
    """The tagger as the program would read it from its data files."""
    read, learned = files(state, pieces)
    return quote_tagger.unpacked(learned, encoder.unpacked(read))


def apart(state: dict[str, Tensor], pieces: Sequence[str], articles: Sequence[Example]) -> float:
    """How far the program's vectors are from torch's, at most, when both compute with the rounded weights."""
    stored, _ = files(state, pieces)
    shipped, taught = encoder.unpacked(dict(stored)), Encoder(pieces)
    numbers = {name: values for name, values in stored.items() if values.dtype.kind in "if"}
    taught.load_state_dict({name: torch.from_numpy(values) for name, values in encoder.plain(numbers).items()})
    taught.eval()
    farthest = 0.0
    for item in articles:
        ours = shipped.vectors(Pieces(item.pieces, item.piece_starts, item.piece_counts))
        with torch.no_grad():
            theirs = taught(reading([item], 0, taught.opening, taught.closing)).numpy()
        farthest = max(farthest, float(np.abs(ours - theirs).max()))
    return farthest


def main() -> None:
    """Write trained weights as the files that the program reads."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("weights", type=Path, nargs="?", default=Path("build/training/quote_tagger.pt"))
    arguments.add_argument("--data", type=Path, default=Path("build/training"), help="where the examples are")
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    options = arguments.parse_args()
    pieces = (options.data / PIECES).read_text(encoding="utf-8").split("\n")
    state = torch.load(options.weights, weights_only=True)
    farthest = apart(state, pieces, list(restore(options.data / "dev.npz", COMPARED)))
    if farthest > TOLERANCE:
        raise SystemExit(f"The program computes other vectors than torch: {farthest:.1e} apart.")
    for name, stored in zip((encoder.DATA, quote_tagger.DATA), files(state, pieces), strict=True):
        path = options.out / name
        np.savez_compressed(path, **stored)
        print(f"{name}: {len(stored)} arrays, {path.stat().st_size:,} bytes")
    print(f"vectors as torch computes them to {farthest:.0e}")


if __name__ == "__main__":
    main()
