"""The table of a run: a line as it grows, and the page docs/reliability.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torture.counting import FAULTS

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
_TABLE = re.compile(r"(<!-- torture:.*?-->\n).*?(\n<!-- /torture -->)", re.DOTALL)


def line(row: str, values: Mapping[str, Any]) -> str:
    """One row, as it is printed."""
    faults = {kind: count for kind, count in values["faults"].items() if count}
    worst = f"worst {values['cpu_s']} CPU s" + (f", {values['mb']} MB" if values["mb"] else "")
    return f"{row:52} {values['runs']:6,} runs  {values['wall_s']:5} s  {worst}  {faults or 'no faults'}"


def table(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """All rows as a table in Markdown."""
    lines = [
        f"| what | runs | {' | '.join(FAULTS)} | most CPU, s | most memory, MB |",
        f"|---|--:|{'--:|' * (len(FAULTS) + 2)}",
    ]
    for row, values in rows.items():
        counts = " | ".join(str(values["faults"].get(kind, 0)) for kind in FAULTS)
        memory = values["mb"] or "–"
        lines.append(f"| {row} | {values['runs']:,} | {counts} | {values['cpu_s']} | {memory} |")
    return "\n".join(lines)


def write_page(rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Put the table in its place in docs/reliability.md."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_TABLE.sub(lambda found: found[1] + table(rows) + found[2], page), encoding="utf-8")
