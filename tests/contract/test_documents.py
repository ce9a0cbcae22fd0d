"""The documents say what the program does: keys, settings, modules, make targets."""

import json
import re
import subprocess
from pathlib import Path

import msgspec
import pytest

from reader.settings.config import Config
from reader.ui.commands.table import COMMANDS, markdown_table, markdown_table_of_ids
from torture import report
from torture.counting import FAULTS

ROOT = Path(__file__).parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_configuration_page_has_every_key() -> None:
    page = read("docs/configuration.md")
    missing = [key for key in msgspec.structs.fields(Config) if f"`{key.name}`" not in page]
    assert not missing


def test_make_help_lists_every_target() -> None:
    declared = re.search(r"^\.PHONY:(.*)$", read("Makefile"), re.MULTILINE)
    assert declared
    shown = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make ([\w-]+)", shown, re.MULTILINE)) == set(declared[1].split())


def test_architecture_names_every_part() -> None:
    page = read("docs/architecture.md")
    parts = [p for p in (ROOT / "src/reader").iterdir() if not p.name.startswith(("_", ".")) and p.name != "py.typed"]
    assert len(parts) > 10
    names = [f"`{part.name}/`" if part.is_dir() else f"`{part.name}`" for part in parts]
    assert not [name for name in names if name not in page]


def test_readme_shows_the_way_in() -> None:
    page = read("README.md")
    assert "make demo" in page
    assert "make test" in page
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page)
    assert pictures
    assert not [picture for picture in pictures if not (ROOT / picture).is_file()]


@pytest.mark.parametrize(
    ("page", "name", "table"),
    [("README.md", "keys", markdown_table()), ("docs/configuration.md", "commands", markdown_table_of_ids())],
)
def test_key_tables_are_the_command_table(page: str, name: str, table: str) -> None:
    documented = re.search(rf"<!-- {name}:.*?-->\n(.*?)\n<!-- /{name} -->", read(page), re.DOTALL)
    assert documented
    assert documented[1] == table
    for command in COMMANDS:
        assert table.count(f"| {command.description} |") == 1


def test_every_command_has_a_test() -> None:
    checked = re.findall(r"^@check\(([^)]*)\)", read("tests/ui/test_keys.py"), re.MULTILINE)
    named = [name for names in checked for name in re.findall(r'"(\w+)"', names)]
    # Those of other screens alone are in tests/ui/test_scopes.py, which says itself that it has them all.
    of_article = [command.id for command in COMMANDS if {"article", "everywhere"} & set(command.acts)]
    assert sorted(named) == sorted(of_article)


def test_reliability_page_has_what_the_last_run_counted() -> None:
    rows = json.loads(read("torture/results.json"))
    assert len(rows) > 10
    assert report.table(rows) in read("docs/reliability.md")
    assert not [kind for kind in FAULTS if f"| {kind} | " not in read("docs/reliability.md")]


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_contributing_is_short() -> None:
    assert len(read("CONTRIBUTING.md").splitlines()) < 50
