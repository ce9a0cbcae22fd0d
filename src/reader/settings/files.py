"""What is kept between runs: small files in the state folder, written whole or not at all.

Where nothing can be read or written, nothing is remembered, and nobody is told.
"""

import contextlib
import os

from reader.settings import paths


def read(name: str) -> bytes:
    """What was kept under a name; empty when there is nothing."""
    try:
        return (paths.state_folder() / name).read_bytes()
    except OSError:
        return b""


def write(name: str, content: bytes) -> None:
    """Keep something under a name, in the place of what was there."""
    folder = paths.state_folder()
    partial = folder / f".{name}.{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(folder / name)
