"""The licences of all that the program needs to run, by the metadata of what is installed: docs/licences.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parents[1] / "docs" / "licences.md"
PROGRAM = "onrecord"
EXTRAS = ("batch", "dask", "images", "web")
# Names that packages give their licences, as SPDX has them. What is neither here nor an SPDX name below is unknown, and
# a person has to look. "BSD" alone does not tell how many clauses it has.
_SPDX = {
    "apache": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD",
    "bsd license": "BSD",
    "bsd 3-clause": "BSD-3-Clause",
    "new bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "the mit license (mit)": "MIT",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "hpnd": "HPND",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mpl-2.0 and mit": "MPL-2.0 AND MIT",
    "gnu lesser general public license v2 (lgplv2)": "LGPL-2.1-only",
    "lgpl-2.1": "LGPL-2.1-only",
    "lgplv3+": "LGPL-3.0-or-later",
    "gnu lesser general public license v3 or later (lgplv3+)": "LGPL-3.0-or-later",
    "dual license": "Apache-2.0 OR BSD-3-Clause",
    "python software foundation license": "PSF-2.0",
    "psf": "PSF-2.0",
}
# A program under the MIT licence may be handed out with these installed beside it. Those that ask for their own source
# to stay available (MPL, LGPL) do so of themselves alone: they are used as they are, from packages of their own.
ALLOWED = {
    *("MIT", "MIT-0", "MIT-CMU", "ISC", "HPND", "0BSD", "Zlib", "Unlicense", "CC0-1.0", "PSF-2.0", "CNRI-Python"),
    *("BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "LGPL-2.1-only", "LGPL-2.1-or-later"),
    *("LGPL-3.0-only", "LGPL-3.0-or-later"),
}
_LONGEST_NAME = 80


def licence_of(package: Message) -> str:
    """The licence of a package as SPDX names it, or as the package does where that is not known."""
    named = [package.get("License-Expression") or "", package.get("License") or ""]
    named += [line.rpartition(" :: ")[2] for line in package.get_all("Classifier") or () if line.startswith("License")]
    for name in named:
        # Some packages put the whole text there.
        if 0 < len(name) <= _LONGEST_NAME:
            spdx = _SPDX.get(name.strip().lower(), name.strip())
            if is_allowed(spdx):
                return spdx
    return next((name for name in named if name), "unknown")[:_LONGEST_NAME]


def is_allowed(expression: str) -> bool:
    """Whether every licence of an SPDX expression is one that we may build on; of alternatives one is enough."""
    return all(
        any(name.strip(" ()") in ALLOWED for name in re.split(r"\bOR\b", part))
        for part in re.split(r"\bAND\b", expression)
    )


def packages() -> dict[str, str]:
    """Every installed package that the program needs, with its extras, by name; each with its licence."""
    found: dict[str, str] = {}
    waiting = [(PROGRAM, frozenset(EXTRAS))]
    seen = set(waiting)
    while waiting:
        name, extras = waiting.pop()
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or another Python
        if name != PROGRAM:
            found[name] = licence_of(cast(Message, package.metadata))
        for needed in _needed(package, extras):
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)
    return found


def _needed(package: metadata.Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in package.requires or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def table(found: dict[str, str]) -> str:
    """The table in Markdown."""
    rows = (f"| {name} | {licence} |" for name, licence in sorted(found.items()))
    return "\n".join(("| package | licence |", "|---|---|", *rows))


def main() -> None:
    """Write the table into its page."""
    page = PAGE.read_text(encoding="utf-8")
    found = packages()
    PAGE.write_text(re.sub(r"(?s)(<!-- licences -->\n).*(\n<!-- /licences -->)", rf"\g<1>{table(found)}\g<2>", page))
    if unknown := {name: licence for name, licence in found.items() if not is_allowed(licence)}:
        sys.exit(f"Look at these, and at what they are: {unknown}")


if __name__ == "__main__":
    main()
