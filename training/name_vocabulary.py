"""Which pieces of MiniLM's vocabulary the name tagger reads: those of words, places and given names, of no surname."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.analysis.entities.name_context import SPECIAL
from reader.analysis.quotes.wordpiece import runs
from reader.lexicon.given_names import GIVEN_NAMES
from training.vocabulary import FEWEST, counted, is_letter, pieces_of, texts

# Corpora that say who is named in them.
PEOPLED = ("world-train", "desk-train", "mixed-train", "names-dev")
# A word whose capitals are somebody's more often than this is a name; unless it is small ten times as often.
_SHARE, _SMALL = 0.25, 0.1
# A capitalised word that is no name of people's has its pieces kept when it comes this often.
_OFTEN = 2
_WORD = re.compile(r"[^\W\d_]+")


def kept(
    all_pieces: Sequence[str], corpora: Path, articles: Iterable[dict[str, Any]], places: Iterable[str]
) -> list[str]:
    """Return the pieces in the order of the whole vocabulary, behind the special ones.

    A surname is spelled by shorter pieces, so that none has a row of its own; a given name is everybody's.

    Args:
        all_pieces: the whole vocabulary.
        corpora: the folder of all corpora.
        articles: those whose names are annotated, to learn from.
        places: names of places.
    """
    known = set(all_pieces)
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
    needed: Counter[str] = Counter()
    for word, times in small.items():
        needed.update(dict.fromkeys(pieces_of(word, known), times))
    for word, times in capitals.items():
        if times >= _OFTEN and word not in surnames:
            needed.update(dict.fromkeys(pieces_of(word, known), FEWEST))
    whole = {run for place in places for word in _WORD.findall(place) for run in runs(word)} | GIVEN_NAMES
    return [
        *SPECIAL,
        *(
            piece
            for piece in all_pieces
            if piece not in SPECIAL
            and (is_letter(piece) or (piece not in surnames and (piece in whole or needed[piece] >= FEWEST)))
        ),
    ]


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
