"""Reads what pip-audit found of the pins. It calls packages that it got no answer about free of vulnerabilities.

Exit codes: 0 nothing is known against any, 1 something is, 2 not all could be asked about.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

REPORT = Path(__file__).parents[1] / "build" / "audit.json"


def judged(report: dict[str, Any]) -> tuple[int, list[str]]:
    """The exit code, and a line for each vulnerability and for what could not be asked about."""
    packages = report.get("dependencies", [])
    lines = [
        f"{package['name']} {package['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'none'}"
        for package in packages
        for found in package.get("vulns", ())
    ]
    unasked = [package["name"] for package in packages if "skip_reason" in package]
    if lines:
        return 1, lines
    if unasked or not packages:
        who = "nothing was audited" if len(unasked) == len(packages) else f"not audited: {', '.join(unasked)}"
        return 2, [f"The database of advisories gave no answer, so {who}. It needs the internet."]
    return 0, [f"{len(packages)} packages, nothing known against any."]


def main() -> None:
    """Judge the report that `make audit` wrote."""
    try:
        report = json.loads(REPORT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        report = {}
    code, lines = judged(report)
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
