"""Weights -> the data file of the finder: matrices as whole numbers of one byte, with one scale a row."""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.network import weights

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/quotes/quote_tagger.npz"
LARGEST = 127


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
            stored[f"{name}.scale"] = scale
        else:
            stored[name] = values.astype(np.float16)
    return stored


def main() -> None:
    """Write trained weights as the file that the finder reads."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("weights", type=Path, nargs="?", default=Path("build/training/finder.pt"))
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    options = arguments.parse_args()
    stored = packed(weights(torch.load(options.weights, weights_only=True)))
    np.savez_compressed(options.out, **stored)
    print(f"{options.out.name}: {len(stored)} arrays, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
