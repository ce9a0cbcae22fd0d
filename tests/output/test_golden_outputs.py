"""One golden file a format: the whole output of a reading made by hand."""

from datetime import date
from pathlib import Path

import pytest
from story import STORY

from reader import notes

HERE = Path(__file__).parent


@pytest.mark.parametrize(("form", "golden"), [("markdown", "story.md"), ("json", "story.json"), ("text", "story.txt")])
def test_the_story_is_written_as_its_golden_file(form: notes.Format, golden: str) -> None:
    assert notes.render(STORY, form, saved=date(2026, 11, 23)) == (HERE / golden).read_text(encoding="utf-8")
