"""One result of a measurement, how it is told, and where all of them are kept."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).resolve().with_name("results.json")
_OF_LIBRARY = "library."


class Row(NamedTuple):
    """One result, as it stands in results.json; those of the library (library.py) are named "library. …"."""

    name: str
    value: float
    unit: str
    compared_to: str
    ratio: float


def told(result: Row) -> Row:
    """Print a result as a line of the table; gives it as it is kept."""
    result = result._replace(value=round(result.value, 3), ratio=round(result.ratio, 3))
    sys.stdout.write(
        f"{result.name:32} {result.value:>12,.3f} {result.unit:8} {result.ratio:8.3f} x {result.compared_to}\n"
    )
    sys.stdout.flush()
    return result


def keep(results: Sequence[Row], *, of_library: bool) -> None:
    """Put results in the place of those of before; the library's, and all others, are measured apart."""
    before = json.loads(_FILE.read_text(encoding="utf-8"))
    others = [row for row in before if row["name"].startswith(_OF_LIBRARY) != of_library]
    measured = [row._asdict() for row in results]
    rows = [*others, *measured] if of_library else [*measured, *others]
    _FILE.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
