"""Articles annotated without their text: read back beside the corpora, and nothing of a text in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from training import annotations

TEXT = "“It is safe,” Ada Moss said. The mayor of Ellery and Vale said it was. Police gave no reason; Rolf Dane left."


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


LINE: dict[str, Any] = {
    "corpus": annotations.PAGES,
    "id": "one",
    "text": annotations.hashed(TEXT),
    "quotes": [
        [*at("“It is safe,”"), at("Ada Moss"), at("said"), 0, [0]],
        [*at("it was"), at("Vale"), [TEXT.index("said it"), TEXT.index(" it was")], 1, [0, 1]],
        [*at("no reason"), None, None, 0, []],
        [*at("left"), at("Police"), None, 0, [2]],
    ],
    "speakers": [
        {"kind": "person", "forms": [at("Ada Moss"), at("Moss")]},
        {"kind": "person", "forms": [at("Vale")]},
        {"kind": "unnamed", "forms": [at("Police")]},
    ],
    "others": [at("Rolf Dane")],
}


def written(folder: Path, text: str) -> Path:
    (folder / "names").mkdir()
    (folder / "names/spans.jsonl").write_text("", encoding="utf-8")
    (folder / annotations.PAGES).mkdir()
    (folder / annotations.PAGES / "gold.json").write_text(json.dumps({"one": {"body": text}}), encoding="utf-8")
    file = folder / "annotations.jsonl"
    file.write_text(json.dumps(LINE), encoding="utf-8")
    return file


def test_an_article_is_read_back_as_the_corpora_have_it(tmp_path: Path) -> None:
    (found,) = annotations.read(tmp_path, written(tmp_path, TEXT))
    assert found["id"] == "one"
    assert found["text"] == TEXT
    assert [quote["speaker"] for quote in found["quotes"]] == ["Ada Moss", ["Ada Moss", "Vale"], None, "~Police"]
    assert [quote["kind"] for quote in found["quotes"]] == ["direct", "indirect", "indirect", "indirect"]
    assert [quote["floating"] for quote in found["quotes"]] == [False, True, False, False]
    assert found["people"] == [
        {"name": "Ada Moss", "aliases": ["Moss"], "kind": "person"},
        {"name": "Vale", "aliases": [], "kind": "person"},
    ]
    assert found["other_people"] == ["Rolf Dane"]


def test_another_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one is another text"):
        list(annotations.read(tmp_path, written(tmp_path, TEXT + " More.")))


def numbers(value: Any) -> bool:
    if isinstance(value, list):
        return all(numbers(one) for one in value)
    return value is None or isinstance(value, int)


def test_nothing_of_a_text_is_kept() -> None:
    lines = annotations.FILE.read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == len(lines)
    for line in lines:
        one = json.loads(line)
        assert set(one) == {"corpus", "id", "text", "quotes", "speakers", "others"}
        assert one["corpus"] in (annotations.TEXTS, annotations.PAGES)
        assert re.fullmatch(r"[\w-]{1,60}", one["id"])
        assert re.fullmatch(r"[0-9a-f]{12}", one["text"])
        assert numbers(one["quotes"])
        assert numbers(one["others"])
        assert all(set(each) == {"kind", "forms"} and numbers(each["forms"]) for each in one["speakers"])
        assert {each["kind"] for each in one["speakers"]} <= {"person", "organization", "unnamed"}
        assert all(place < len(one["speakers"]) for quote in one["quotes"] for place in quote[-1])
