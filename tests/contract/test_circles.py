"""No module leads back to itself by its imports, those for types alone included; no class name stands twice."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2] / "src" / "reader"


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    graph = grimp.build_graph("reader", exclude_type_checking_imports=False, cache_dir=None)
    return {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}


def test_no_circle_between_modules(imports: dict[str, set[str]]) -> None:
    assert circle(imports) == []


def test_no_circle_between_the_folders_of_the_screen(imports: dict[str, set[str]]) -> None:
    """Each folder of `ui/` stands wholly above or below another; what is a module of its own counts as a folder."""
    parts: dict[str, set[str]] = {}
    for module, imported in imports.items():
        if module.startswith("reader.ui."):
            part = part_of(module)
            others = {part_of(each) for each in imported if each.startswith("reader.ui.")}
            parts.setdefault(part, set()).update(others - {part})
    assert len(parts) > 10
    assert circle(parts) == []


def part_of(module: str) -> str:
    return ".".join(module.split(".")[:3])


def circle(graph: dict[str, set[str]]) -> list[str]:
    """The first circle there is."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def classes(path: Path) -> Iterator[str]:
    """The classes at the top of a module, but for those that only it uses."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_class_name_of_the_screen_stands_twice() -> None:
    counts = Counter(name for path in ROOT.rglob("*.py") for name in classes(path))
    twice = {name for name, count in counts.items() if count > 1}
    of_screen = {name for path in (ROOT / "ui").rglob("*.py") for name in classes(path)}
    assert twice & of_screen == set()
