"""Limits on the tree itself: lengths, and nothing of one machine or one package source in any file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "docs", "themes", "examples", "benchmarks", "torture", "supply", "fuzz", ".ci")
TOP = ("*.md", "*.toml", "*.txt", "Makefile", "LICENSE", ".gitignore")
PYTHON = sorted(
    path for folder in ("src", "benchmarks", "torture", "supply", "fuzz") for path in (ROOT / folder).rglob("*.py")
)
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40

# Written in pieces, so that this file does not hold what it looks for.
PLACES = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "extra-" + "index-url ", "/ro" + "ot/", "/wo" + "rk/"])
)


def tracked() -> Iterator[Path]:
    yield from (path for pattern in TOP for path in ROOT.glob(pattern))
    for folder in FOLDERS:
        yield from (p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators and docstring."""
    documented = ast.get_docstring(function, clean=False) is not None
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_lengths(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert not [f"{f.name}: {code_lines(f)} lines" for f in functions if code_lines(f) > LONGEST_FUNCTION]


def test_no_machine_paths_and_no_package_sources() -> None:
    files = list(tracked())
    assert ROOT / "constraints.txt" in files
    found = [str(path) for path in files if PLACES.search(path.read_text(encoding="utf-8", errors="ignore"))]
    assert not found


def test_every_pin_has_hashes_and_no_address() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 50
    assert not [pin for pin in pins if not re.match(r"[a-z0-9.-]+==[\w.]+[^\n]*\\\n    --hash=sha256:", pin)]
    assert "://" not in text
    assert "index" not in text
