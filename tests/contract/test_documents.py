"""The documents say what the program does: keys, settings, modules, make targets."""

import re
import subprocess
from pathlib import Path

import msgspec

from reader.config import Config
from reader.ui.commands import markdown_table

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
    assert set(re.findall(r"^  make (\w+)", shown, re.MULTILINE)) == set(declared[1].split())


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


def test_readme_key_table_is_the_command_table() -> None:
    table = re.search(r"<!-- keys:.*?-->\n(.*?)\n<!-- /keys -->", read("README.md"), re.DOTALL)
    assert table
    assert table[1] == markdown_table()


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_contributing_is_short() -> None:
    assert len(read("CONTRIBUTING.md").splitlines()) < 50
