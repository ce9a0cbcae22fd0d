"""One golden file a format: the whole output of a reading made by hand."""

from datetime import date
from pathlib import Path

import pytest
from story import STORY

from reader import model, notes
from reader.render.json import schema

HERE = Path(__file__).parent


@pytest.mark.parametrize(("form", "golden"), [("markdown", "story.md"), ("json", "story.json"), ("text", "story.txt")])
def test_the_story_is_written_as_its_golden_file(form: notes.Format, golden: str) -> None:
    assert notes.render(STORY, form, saved=date(2026, 11, 23)) == (HERE / golden).read_text(encoding="utf-8")


def test_the_story_is_written_for_obsidian_as_its_golden_file() -> None:
    template = notes.find_template("obsidian")
    written = notes.render(STORY, "markdown", saved=date(2026, 11, 23), template=template)
    assert written == (HERE / "story.obsidian.md").read_text(encoding="utf-8")


def test_every_key_of_the_schema_is_shown_in_the_documentation() -> None:
    documented = (HERE.parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
    objects = [schema(), *schema()["$defs"].values()]
    keys = {key for properties in objects for key in properties["properties"]}
    assert [key for key in sorted(keys) if f'"{key}": ' not in documented] == []


def test_every_key_of_the_schema_is_described() -> None:
    objects = [schema(), *schema()["$defs"].values()]
    for properties in objects:
        assert [key for key, value in properties["properties"].items() if not value.get("description")] == []


def test_schema_has_the_fields_of_the_model() -> None:
    described = {name: set(keys["properties"]) for name, keys in schema()["$defs"].items()}
    described["Quote"].remove("doubt")  # told from the confidence
    described["Source"].add("is_private")  # where a page may lead, while it is read
    for name, keys in described.items():
        assert keys == set(getattr(model, name).__struct_fields__)
    assert set(schema()["properties"]) == {"schema", "source", "article", "noted", *model.Analysis.__struct_fields__}
