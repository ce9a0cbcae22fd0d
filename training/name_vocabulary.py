"""Which pieces of MiniLM's vocabulary the name tagger reads: those in Latin letters, and no surname."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.analysis.entities.name_context import SPECIAL
from reader.analysis.quotes.wordpiece import runs
from reader.lexicon.given_names import GIVEN_NAMES
from training.vocabulary import counted, is_latin, is_letter, texts

# Corpora that say who is named in them.
PEOPLED = ("world-train", "desk-train", "mixed-train", "names-dev")
# A word whose capitals are somebody's more often than this is a name; unless it is small ten times as often.
_SHARE, _SMALL = 0.25, 0.1
_WORD = re.compile(r"[^\W\d_]+")


def kept(all_pieces: Sequence[str], corpora: Path, articles: Iterable[dict[str, Any]]) -> list[str]:
    """Return the pieces in the order of the whole vocabulary, behind the special ones.

    What is a surname in the corpora is spelled by shorter pieces, so that none has a row of its own; a given name is
    everybody's.

    Args:
        all_pieces: the whole vocabulary.
        corpora: the folder of all corpora.
        articles: those whose names are annotated, to learn from.
    """
    small = counted(texts(corpora))
    capitals, people = _named(articles)
    for text, named in _peopled(corpora):
        here = Counter(_capitals(text))
        capitals += here
        people += Counter({word: here[word] for word in named})
    surnames = {
        word
        for word, times in people.items()
        if len(word) > 1
        and word not in GIVEN_NAMES
        and times > _SHARE * capitals[word]
        and times > _SMALL * small[word]
    }
    latin = (piece for piece in all_pieces if piece not in SPECIAL and (is_letter(piece) or is_latin(piece)))
    return [*SPECIAL, *(piece for piece in latin if piece not in surnames)]


def _capitals(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word[0].isupper():
            yield from runs(word)


def _named(articles: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands with a capital, and how often of these in somebody's name."""
    capitals: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for article in articles:
        text = article["text"]
        capitals.update(_capitals(text))
        for start, end, kind in article["spans"]:
            if kind == "Person":
                people.update(_capitals(text[start:end]))
    return capitals, people


def _peopled(corpora: Path) -> Iterator[tuple[str, set[str]]]:
    """The texts that say who is named in them, each with the words of these names."""
    for name in PEOPLED:
        with (corpora / "quotes" / f"{name}.jsonl").open(encoding="utf-8") as file:
            for article in map(json.loads, file):
                people = [p["name"] for p in article["people"] if p["kind"] == "person"]
                yield article["text"], {word for name in people for word in _capitals(name)}
