"""Articles of the corpora that were annotated for this project since: who said what in them, without their text.

`annotations.jsonl` has a line for each, and in it stretches of the article as the corpora have it, in characters: the
words of quotes, what names the source and gives it, and the names themselves. The texts stay where they are.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("annotations.jsonl")
TEXTS, PAGES = "names/spans", "news-pages"
# How many letters of a text's hash stand in its line.
HASH_LETTERS = 12
_MARKS = '“”"«»'
# Whoever has no name is called by words of the article behind this, as in the corpora.
UNNAMED = "~"
_UNNAMED = "unnamed"


def read(corpora: Path, file: Path = FILE) -> Iterator[dict[str, Any]]:
    """Give each article as the annotated corpora have it: text, quotes, people and other_people.

    Raises:
        ValueError: the corpora have another text under an article's id.
    """
    texts = _texts(corpora)
    for line in file.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        text = texts[one["corpus"]][one["id"]]
        if hashed(text) != one["text"]:
            raise ValueError(f"{one['id']} is another text than the one that was annotated.")
        yield _article(text, one)


def hashed(text: str) -> str:
    """Tells a text from any other."""
    return sha256(text.encode()).hexdigest()[:HASH_LETTERS]


def _texts(corpora: Path) -> Mapping[str, Mapping[str, str]]:
    lines = (corpora / f"{TEXTS}.jsonl").read_text(encoding="utf-8").splitlines()
    pages = json.loads((corpora / PAGES / "gold.json").read_text(encoding="utf-8"))
    return {
        TEXTS: {article["id"]: article["text"] for article in map(json.loads, lines)},
        PAGES: {name: page["body"] for name, page in pages.items()},
    }


def _article(text: str, one: Mapping[str, Any]) -> dict[str, Any]:
    forms = [[text[start:end] for start, end in speaker["forms"]] for speaker in one["speakers"]]
    kinds = [speaker["kind"] for speaker in one["speakers"]]
    names = [UNNAMED * (kind == _UNNAMED) + words[0] for kind, words in zip(kinds, forms, strict=True)]
    return {
        "id": one["id"],
        "text": text,
        "quotes": [_quote(text, names, quote) for quote in one["quotes"]],
        "people": [
            {"name": name, "aliases": words[1:], "kind": kind}
            for name, words, kind in zip(names, forms, kinds, strict=True)
            if kind != _UNNAMED
        ],
        "other_people": [text[start:end] for start, end in one["others"]],
    }


def _quote(text: str, names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """Start, end, mention, cue, floating and the places of the speakers -> a quote as the corpora have it."""
    start, end, mention, cue, floating, said_by = row
    said, speakers = text[start:end], [names[n] for n in said_by]
    return {
        "start": start,
        "end": end,
        "kind": "direct" if said[0] in _MARKS else "mixed" if any(mark in said for mark in _MARKS) else "indirect",
        "mention": mention,
        "cue": cue,
        "floating": bool(floating),
        "speaker": speakers[0] if len(speakers) == 1 else speakers or None,
    }
