"""What readers decided of their articles, as `onrecord corrections export` writes it: articles to learn from too."""

import json
from pathlib import Path
from typing import Any


def read(path: Path | None) -> list[dict[str, Any]]:
    """Read a file of JSON Lines, or all such files of a folder; of one article twice the last.

    Beside what every annotated article has, each says in `checked` which stretches the reader decided of.
    """
    if path is None:
        return []
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return list({article["id"]: article for article in map(json.loads, lines)}.values())
