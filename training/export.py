"""Weights -> the data file of the quote tagger: matrices as whole numbers of one byte, with one scale a row."""

import argparse
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.analysis.quotes import features, quote_tagger

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/quotes/quote_tagger.npz"
LARGEST = 127
# How many letters of their hash tell one set of weights from another.
VERSION_LETTERS = 12


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


def stamped(stored: dict[str, NDArray[np.generic]]) -> dict[str, NDArray[np.generic]]:
    """Return stored arrays with what tells them from others, and with the features that they were learned on."""
    letters = sha256(b"".join(name.encode() + stored[name].tobytes() for name in sorted(stored))).hexdigest()
    return stored | {
        quote_tagger.VERSION: np.array(letters[:VERSION_LETTERS]),
        quote_tagger.FEATURES: np.array(features.fingerprint()),
    }


def main() -> None:
    """Write trained weights as the file that the tagger reads."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("weights", type=Path, nargs="?", default=Path("build/training/quote_tagger.pt"))
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    options = arguments.parse_args()
    import torch

    from training.network import weights

    stored = stamped(packed(weights(torch.load(options.weights, weights_only=True))))
    np.savez_compressed(options.out, **stored)
    print(f"{options.out.name}: {len(stored)} arrays, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
