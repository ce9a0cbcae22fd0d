"""No pattern of the program takes more than linear work on any text: nobody's page may hold the reader up.

Nothing is timed. `tests.backtracking.automaton` works out from a pattern on which text it can be read in many ways,
`counting` counts the steps that it then takes at three lengths, and the last third of the text may not cost much more
than the one before.
"""

import ast
import importlib
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.analysis.quantities import figures
from reader.ui.search import find
from tests.backtracking.automaton import attacks
from tests.backtracking.counting import Counting, TooMany

PACKAGE = Path(reader.__file__).parent
SOURCES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
# A repetition with a bound costs a constant for each character; above this, it counts as one without.
WIDE = 512
# Of those with a bound, so many rounds are run, to see within a short text that they stop.
ROUNDS = 4
REPEATED = (12, 24, 36)
# What may stand behind the repeated word and make the match fail.
BEHIND = ("", "\0", " ", "!", "\n\n", "a")
# Linear work grows by the same for each third, quadratic by 5/3 as much; what stands before the words dilutes that.
MOST_GROWTH = 1.25
# Linear patterns need under 10,000 for the longest.
MOST_STEPS = 60_000
# Tried at one place of the text; all else, and a match begun at a place of the caller's, is a search.
ONCE = {"match", "fullmatch"}
# Patterns made of what only a run knows, by who makes them.
MADE_IN_USE = {
    "analysis/quantities/figures.py": [figures._moneys()],
    "ui/search/find.py": [find.pattern_of("the  pier’s   end - it's")],
}
# They make patterns for constants, and are found with these.
MAKERS = {"analysis/patterns.py", "extract/phrase_patterns.py"}

METHODS = {"finditer", "findall", "search", "split", "sub", "subn", "pattern", *ONCE}
Ways = set[str]


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a constant, those within tables too."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from held(pair)
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from held(part)


def way_of(call: ast.Call, arguments: int) -> str:
    """By which method a pattern is used; a match at a place of the caller's may be tried at every place."""
    assert isinstance(call.func, ast.Attribute)
    return "finditer" if len(call.args) > arguments and call.func.attr in ONCE else call.func.attr


def ways_by_name(tree: ast.Module) -> dict[str, Ways]:
    """How a module uses each name as a pattern; one that is handed on may be searched for."""
    ways: dict[str, Ways] = defaultdict(set)
    judged: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name)) as method):
                ways[name].add(way_of(node, 1))
                judged |= {id(method), id(method.value)}
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name) as owner, attr=way) if way in METHODS:
                # A method handed on; or the pattern's text, for another one.
                ways[name].add(way)
                judged |= {id(node), id(owner)}
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name) if id(node) not in judged:
                ways[name].add("finditer")
    return ways


def imported(tree: ast.Module) -> set[str]:
    """The names of modules, and of what is in them, that a module imports."""
    lines = (ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return set(re.findall(r"\w+", " ".join(lines)))


def constants() -> Iterator[tuple[str, re.Pattern[Any], Ways]]:
    """Patterns that a module holds: where, which, and how it and those that import it use them."""
    uses = [(path.stem, imported(tree), ways_by_name(tree)) for path, tree in SOURCES.items()]
    for found in pkgutil.walk_packages(reader.__path__, "reader."):
        *_, stem = found.name.split(".")
        if stem == "__main__":
            continue
        for constant, value in vars(importlib.import_module(found.name)).items():
            for pattern in held(value):
                ways = {way for name, names, ways in uses if stem in (name, *names) for way in ways.get(constant, ())}
                yield f"{found.name}.{constant}", pattern, ways if value is pattern and ways else {"finditer"}


def in_place(path: Path, tree: ast.Module) -> Iterator[tuple[str, re.Pattern[Any], Ways]]:
    """Patterns that stand where they are used, `re.sub(r" +", …)`, and those made while running."""
    place = path.relative_to(PACKAGE).as_posix()
    module = ".".join(("reader", *Path(place).with_suffix("").parts)).removesuffix(".__init__")
    inside = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.ClassDef) for n in ast.walk(f)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile")) if id(node) in inside:
                assert place in MADE_IN_USE or place in MAKERS, f"{place}: a pattern that this test cannot see"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=way)) if way not in ("compile", "escape"):
                # The pattern is spelled out, of constants of the module at most; whatever looks like a flag is one.
                flags = [ast.unparse(x) for x in node.args[2:] if "re." in ast.unparse(x)]
                made = eval(f"re.compile({', '.join([ast.unparse(node.args[0]), *flags])})", vars(sys.modules[module]))
                yield f"{place}:{node.lineno}", made, {way_of(node, 2)} if not flags else {way}


def growth(pattern: re.Pattern[Any], way: str) -> tuple[float, str]:
    """How much more the last third of a text costs than the one before, on the worst text found; and that text."""
    worst = (0.0, "")
    counting = Counting(pattern, MOST_STEPS, WIDE, ROUNDS)
    for before, word in attacks(pattern, WIDE, searched=way not in ONCE):
        for behind in BEHIND:
            try:
                one, two, three = (counting.over(before + word * times + behind, way) for times in REPEATED)
                grown = (three - two) / max(1, two - one)
            except TooMany:
                grown = float("inf")
            worst = max(worst, (grown, f"{before!r} + {word!r} * n + {behind!r}"))
            if grown > MOST_GROWTH:
                return worst
    return worst


@pytest.fixture
def deep() -> Iterator[None]:
    """A matcher of functions within functions goes as deep as its text is long."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(limit)


@pytest.mark.usefixtures("deep")
def test_every_pattern_is_linear() -> None:
    used: dict[tuple[Any, int], tuple[str, re.Pattern[Any], Ways]] = {}
    found = [*constants(), *(one for path, tree in SOURCES.items() for one in in_place(path, tree))]
    found += [(place, made, {"finditer"}) for place, patterns in MADE_IN_USE.items() for made in patterns]
    for place, pattern, ways in found:
        used.setdefault((pattern.pattern, pattern.flags), (place, pattern, set()))[2].update(ways)
    assert len(used) > 300
    slow = []
    for place, pattern, ways in used.values():
        for way in {"match" if way in ONCE else "finditer" for way in ways}:
            grown, text = growth(pattern, way)
            if grown > MOST_GROWTH:
                slow.append(f"{place}, {way}: {grown:.2f} on {text}")
    assert not slow, "\n" + "\n".join(slow)
