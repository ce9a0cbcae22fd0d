"""The core asks no clock and touches no file of the person's: what the import rules cannot see of it."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
(CORE,) = (contract["source_modules"] for contract in CONTRACTS if contract["name"].startswith("The core touches no"))
# `datetime` computes; these ask what time it is. The builtins reach a file or the terminal without any import.
CLOCK = {"now", "today", "utcnow"}
WORLD = {"input", "open", "print"}
# What is shipped with the program is read from the package, through importlib.resources alone.
FILES = {"open", "read_bytes", "read_text", "write_bytes", "write_text"}


def modules() -> Iterator[Path]:
    for name in CORE:
        path = ROOT / "src" / name.replace(".", "/")
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def touches(code: str) -> list[str]:
    """What a module calls of the world around it."""
    tree = ast.parse(code)
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    reads_package = any("importlib" in ast.unparse(node) and "resources" in ast.unparse(node) for node in imports)
    methods = CLOCK if reads_package else CLOCK | FILES
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        ast.unparse(function)
        for function in called
        if (isinstance(function, ast.Name) and function.id in WORLD)
        or (isinstance(function, ast.Attribute) and function.attr in methods)
    ]


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_of_the_core_touches_nothing(path: Path) -> None:
    assert touches(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "touched"),
    [
        ("from datetime import date\nday = date.today()", ["date.today"]),
        ("import datetime\nat = datetime.datetime.now(datetime.UTC)", ["datetime.datetime.now"]),
        ("text = open('story.txt').read()", ["open"]),
        ("print('found')", ["print"]),
        ("def read(path):\n    return path.read_text()", ["path.read_text"]),
        ("from importlib import resources\nwords = resources.files('reader').joinpath('a').read_text()", []),
        ("from importlib import resources\nwords = open('a').read()", ["open"]),
        ("from datetime import date\nday = date.fromisoformat('2026-03-14')", []),
    ],
)
def test_it_is_seen(code: str, touched: list[str]) -> None:
    assert touches(code) == touched
