"""What is loaded when: the heavy libraries stay out until they are used."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"jinja2", "lxml", "nltk", "numpy", "spacy", "sumy", "textual", "trafilatura"}
PAGE = str(Path(__file__).parents[2] / "examples" / "harbor-talks.html")
STORY = str(Path(__file__).parents[2] / "examples" / "harbor-talks.txt")

COMMAND = """
import sys
from reader.cli import main
sys.argv = ["onrecord", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write("loaded " + " ".join(sys.modules))
"""

# What either of the two processes behind the screen runs: each loads its half of the flow alone.
ACQUIRE = "acquire.to_article(acquire.load(sys.argv[1]))"
ANALYSE = "analyse.analyze(open(sys.argv[1], encoding='utf-8').read())"
HALF = (
    "import sys\nfrom reader.pipeline import acquire, analyse\n{}\nsys.stderr.write('loaded ' + ' '.join(sys.modules))"
)


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Run code in a new interpreter; return the modules it says on stderr that it loaded."""
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(run.stderr.rpartition("loaded ")[2].split())


def test_import_reader_loads_nothing_heavy() -> None:
    modules = loaded_by("import sys, reader; sys.stderr.write('loaded ' + ' '.join(sys.modules))")
    assert "reader" in modules
    assert not modules & (HEAVY | {"msgspec", "rich", "typer"})


@pytest.mark.parametrize("arguments", [["--help"], ["summarize", "--help"], ["schema"]], ids=" ".join)
def test_help_and_schema_load_nothing_heavy(arguments: list[str]) -> None:
    modules = loaded_by(COMMAND, *arguments)
    assert "reader.cli" in modules
    assert not modules & HEAVY


def test_the_version_is_told_without_what_reads_command_lines() -> None:
    modules = loaded_by(COMMAND, "--version")
    assert "reader.cli" in modules
    assert not modules & (HEAVY | {"msgspec", "pydantic", "typer"})


def test_summarize_loads_no_screen() -> None:
    modules = loaded_by(COMMAND, "summarize", STORY, "-f", "json")
    assert "reader.cli" in modules
    assert "textual" not in modules


@pytest.mark.parametrize(
    ("half", "source", "needed", "kept_out"),
    [
        (ACQUIRE, PAGE, {"lxml", "trafilatura"}, {"nltk", "spacy", "sumy"}),
        (ANALYSE, STORY, {"spacy", "sumy"}, {"lxml", "trafilatura"}),
    ],
    ids=["acquire", "analyse"],
)
def test_each_half_of_the_flow_leaves_the_libraries_of_the_other_out(
    half: str, source: str, needed: set[str], kept_out: set[str]
) -> None:
    modules = loaded_by(HALF.format(half), source)
    assert needed <= modules
    assert not modules & kept_out
