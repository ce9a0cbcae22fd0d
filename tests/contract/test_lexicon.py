"""Facts of the language live in `reader.lexicon`: its data files are in order, and no long list grows elsewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "reader"
LEXICON = PACKAGE / "lexicon"
DATA = sorted((LEXICON / "data").rglob("*"))
FILES = [path for path in DATA if path.is_file()]
# Where no word list may stand that is longer than this.
SWEPT = [
    *(PACKAGE / "analysis").glob("*.py"),
    *(PACKAGE / "analysis" / "entities").glob("*.py"),
    *(PACKAGE / "analysis" / "quotes").glob("*.py"),
    *(PACKAGE / "analysis" / "time").glob("*.py"),
    *(PACKAGE / "analysis" / "quantities").glob("*.py"),
    *(PACKAGE / "summarize").glob("*.py"),
    *(PACKAGE / "text").glob("*.py"),
    *(PACKAGE / "extract" / "metadata").glob("byline*.py"),
]
LONGEST_LIST = 12
# Labels of the language model, in the order that the weights were learned with: no facts of the language.
LEFT_OUT = {"analysis/quotes/features.py"}

WORD = r"[^\W\d_][\w’'-]*"
ALTERNATIVES = re.compile(rf"{WORD}(?:\|{WORD})+")


def path_id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def head_and_entries(path: Path) -> tuple[list[str], list[str]]:
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    first = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    return lines[:first], lines[first:]


@pytest.mark.parametrize("path", FILES, ids=path_id)
def test_data_file_is_in_order(path: Path) -> None:
    _, rows = head_and_entries(path)
    entries = [row.split("\t")[0] for row in rows]
    assert path.suffix == ".txt"
    assert entries == sorted(set(entries))
    assert not [
        row for row in rows if not row.strip() or any(value != value.strip() or not value for value in row.split("\t"))
    ]


@pytest.mark.parametrize("path", FILES, ids=path_id)
def test_head_says_what_it_is_and_who_reads_it(path: Path) -> None:
    head, rows = head_and_entries(path)
    reader = re.search(r"Read by `reader\.lexicon\.(\w+)`\.", "\n".join(head))
    assert reader is not None
    assert re.search(rf'\b(?:table|listed)\("{path.stem}"', (LEXICON / f"{reader[1]}.py").read_text(encoding="utf-8"))
    columns = max(row.count("\t") for row in rows)
    assert not columns or "# Columns: " in "\n".join(head)


@pytest.mark.parametrize("path", FILES, ids=path_id)
def test_every_use_is_explained_and_every_one_explained_is_used(path: Path) -> None:
    head, rows = head_and_entries(path)
    if "# Uses:" not in head:
        return
    explained = {line.split()[1] for line in head[head.index("# Uses:") + 1 :] if re.match(r"#   \S", line)}
    columns = re.split(r"[;:] ", next(line for line in head if line.startswith("# Columns:")))
    column = next(n for n, name in enumerate(columns[1:]) if name.startswith("its uses"))
    cells = (row.split("\t")[column : column + 1] for row in rows)
    used = {use for cell in cells for value in cell if value != "-" for use in value.split()}
    assert used == explained


def test_lists_in_code_are_short() -> None:
    found = [
        f"{path_id(path)}:{line}: {words[:3]}… ({len(words)})"
        for path in sorted(SWEPT)
        if path_id(path) not in LEFT_OUT
        for line, words in word_lists(path)
        if len(words) > LONGEST_LIST
    ]
    assert not found


def word_lists(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lists of words in a module: literals of strings, words in one string, alternatives in a pattern."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            yield (
                node.lineno,
                [str(p.value) for p in parts if isinstance(p, ast.Constant) and re.match(WORD, str(p.value))],
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            if re.fullmatch(rf"\s*{WORD}(?:\s+{WORD})*\s*", node.value):
                yield node.lineno, node.value.split()
            for match in ALTERNATIVES.finditer(node.value):
                yield node.lineno, match[0].split("|")


LISTS = {
    "a set": ("FOUND = frozenset({'oak', 'elm'})", [["oak", "elm"]]),
    "a table": ("FOUND = {'oak': 1, 'elm': 2}", [["oak", "elm"]]),
    "words in a string": ("FOUND = words('oak elm')", [["oak", "elm"]]),
    "a pattern": ("FOUND = re.compile(r'(?:oak|elm)s?')", [["oak", "elm"]]),
    "a pattern with values in it": ("FOUND = re.compile(rf'{A}(?:oak|elm)s?')", [["oak", "elm"]]),
}


@pytest.mark.parametrize(("code", "expected"), LISTS.values(), ids=LISTS)
def test_what_is_a_list(code: str, expected: list[list[str]], tmp_path: Path) -> None:
    module = tmp_path / "trees.py"
    module.write_text(f'"""Trees by name."""\n{code}\n', encoding="utf-8")
    assert [words for _, words in word_lists(module) if len(words) > 1] == expected
