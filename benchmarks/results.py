"""One result of a measurement, how it is told, and where all of them are kept."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).resolve().with_name("results.json")
_OF_LIBRARY = "library."


class Row(NamedTuple):
    """One result, as it stands in results.json; those of the library (library.py) are named "library. …".

    `ratio` and `cpu_ratio` are that of the clock and that of processor time, where the latter was measured: a busy
    machine changes the first alone. The latter, else the former, may be `limit` at most; None where there is none.
    """

    name: str
    value: float
    unit: str
    compared_to: str
    ratio: float
    cpu_ratio: float | None = None
    limit: float | None = 1.0

    @property
    def is_missed(self) -> bool:
        """Whether it is over its limit."""
        decisive = self.ratio if self.cpu_ratio is None else self.cpu_ratio
        return self.limit is not None and decisive > self.limit


def told(result: Row) -> Row:
    """Print a result as a line of the table; gives it as it is kept."""
    cpu = None if result.cpu_ratio is None else round(result.cpu_ratio, 3)
    result = result._replace(value=round(result.value, 3), ratio=round(result.ratio, 3), cpu_ratio=cpu)
    limit = "" if result.limit is None else f"≤ {result.limit:g}{' MISSED' if result.is_missed else ''}"
    sys.stdout.write(
        f"{result.name:32} {result.ratio:8.3f} {'' if cpu is None else f'{cpu:8.3f} cpu':12} {limit:14} "
        f"× {result.compared_to} ({result.value:,.3f} {result.unit})\n"
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
