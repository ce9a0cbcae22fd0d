"""The trained name tagger: of which kind each capitalised word's name is, by what the recogniser and its article show.

A small network in two steps, run in numpy: a word with its neighbours, and what it means there (`name_context`), give
first chances; these, and their mean over all places where the same word stands, give the final ones. `training/` learns
the weights; they are one data file beside this module. It tells kinds only: which words are one name, and whose, rules
say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis import learned
from reader.analysis.entities import name_context, name_features, names, offices
from reader.analysis.entities.name_context import Context
from reader.analysis.entities.name_features import COLUMNS, Features, Known
from reader.analysis.learned import Stored
from reader.lexicon import given_names, persons

Array = NDArray[np.float32]

# The labels, as the recogniser has them; "" is no name.
LABELS = ("", "PERSON", "ORG", "GPE", "FAC", "NORP", "PRODUCT")
# How many words to both sides the first step sees of words, and the second of chances.
REACH = 3
# What the chance of a label counts, where that of no name counts whole: titles in other tongues and names of ships are
# told to be people too often, and each is one more who is shown. Of what is listed on the articles kept out people are
# right in .890 so, organisations in .863, places in .883, and .967, .818 and .845 of the names are covered. Were people
# counted a tenth, that would be .896, .868, .877 and .962, .822, .855; but mean F1 of names on quotes, by cross-
# validation over four sets, would fall from .844 to .837.
COUNTS = {"PERSON": 0.5, "ORG": 0.7, "GPE": 0.5}
_COUNTS = np.array([COUNTS.get(label, 1.0) for label in LABELS], dtype=np.float32)
# "Sen.", "Doctor": before a name no part of it, whatever the annotators of one paper or another made of them.
_BARE_TITLES = persons.TITLES - given_names.GIVEN_NAMES
DATA = "name_tagger.npz"
_WHAT = "name tagger"
VOCABULARY, PLACES = "vocabulary", "places"


class Told(NamedTuple):
    """For each word of a document the label of its name, "" outside; the chance that it is a person's, a body's."""

    labels: Sequence[str]
    people: Array
    bodies: Array


@dataclass(frozen=True, slots=True)
class NameTagger:
    """The learned weights by name, and what tells them from others."""

    weights: dict[str, Array]
    context: Context
    known: Known
    version: str = ""

    def read(self, doc: Doc) -> Told:
        """What the words of a document are told to be."""
        labels = [""] * len(doc)
        people, bodies = (np.zeros(len(doc), dtype=np.float32) for _ in range(2))
        if not len(doc):
            return Told(labels, people, bodies)
        seen = name_features.features(doc, self.known)
        if not len(seen.candidates):
            return Told(labels, people, bodies)
        meant = self.context.read(doc, seen.candidates)
        told = chances(self.weights, seen, meant)
        people[seen.candidates] = told[:, LABELS.index("PERSON")]
        bodies[seen.candidates] = told[:, LABELS.index("ORG")]
        for i, row in zip(seen.candidates.tolist(), (told * _COUNTS).argmax(axis=1).tolist(), strict=True):
            labels[i] = LABELS[row]
        for i in seen.candidates[1:-1].tolist():
            # "Coca-Cola", "Ngo-Anh": what a hyphen joins is one name.
            if doc[i].text == "-" and not doc[i - 1].whitespace_ and doc[i + 1].text[:1].isupper():
                labels[i] = labels[i + 1] = labels[i - 1]
        for i in seen.candidates[:-1].tolist():
            if labels[i] == labels[i + 1] == "PERSON" and names.fold(doc[i].text) in _BARE_TITLES:
                labels[i] = ""
            elif labels[i] == "PERSON" and doc[i].ent_type_ == "NORP" and offices.is_post(doc[i + 1]):
                # "Vellian Chancellor": where somebody is from.
                labels[i] = "NORP"
            elif labels[i] == "PERSON" != labels[i + 1] and doc[i].ent_type_ == "GPE" and doc[i - 1].lower_ == "in":
                labels[i] = "GPE"  # "they met in Corvane on Monday"
        return Told(labels, people, bodies)


def chances(w: dict[str, Array], seen: Features, meant: Array) -> Array:
    """For each candidate the chance of each label: float32, one row a candidate, `LABELS` columns.

    Args:
        w: the weights by name.
        seen: the words.
        meant: for each candidate what it means where it stands.
    """
    vectors = described(w, seen)
    told = windows(vectors, seen.candidates) @ w["one.weight"].T + w["one.bias"]
    hidden = np.maximum(told + meant @ w["meant.weight"].T, 0)
    first = learned.softmax(hidden @ w["first.weight"].T + w["first.bias"])
    joined = np.concatenate([hidden, context(first, seen)], axis=1)
    second = np.maximum(joined @ w["two.weight"].T + w["two.bias"], 0)
    return learned.softmax(second @ w["second.weight"].T + w["second.bias"])


def described(weights: dict[str, Array], seen: Features) -> Array:
    """One vector a word, and behind the last word one of zeros for what lies outside the text."""
    parts = [weights[f"emb.{n}.weight"][seen.columns[:, n]] for n in range(1 + len(COLUMNS))]
    vectors = np.concatenate([*parts, seen.told], axis=1)
    return np.concatenate([vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])


def around(candidates: NDArray[np.int32], count: int) -> NDArray[np.int32]:
    """The words around each candidate, as rows; `count`, which is no word, outside the text."""
    rows = candidates[:, None] + np.arange(-REACH, REACH + 1, dtype=np.int32)
    return np.where((rows < 0) | (rows >= count), count, rows).astype(np.int32)


def windows(vectors: Array, candidates: NDArray[np.int32]) -> Array:
    """Each candidate as the vectors of the words around it, side by side."""
    return vectors[around(candidates, len(vectors) - 1)].reshape(len(candidates), -1)


def context(first: Array, seen: Features) -> Array:
    """First chances of the words around each candidate, and their mean over each form of it and of its neighbours."""
    count, kinds = len(seen.same), first.shape[1]
    chances = np.zeros((count + 1, kinds), dtype=np.float32)
    chances[:, 0] = 1
    chances[seen.candidates] = first
    near = chances[around(seen.candidates, count)].reshape(len(first), -1)
    sums = np.zeros((int(seen.same.max(initial=0)) + 2, kinds), dtype=np.float32)
    np.add.at(sums, seen.same[seen.candidates], first)
    totals = np.maximum(sums.sum(axis=1, keepdims=True), 1e-6)
    same = np.append(seen.same, len(sums) - 1)
    rows = around(seen.candidates, count)[:, REACH - 1 : REACH + 2]
    return np.concatenate([near, (sums / totals)[same[rows]].reshape(len(first), -1)], axis=1)


def fingerprint() -> str:
    """Tells this way of reading a document from any other: weights fit the one that they were learned on."""
    return f"{name_features.fingerprint()}.{name_context.fingerprint()}"


@cache
def load() -> NameTagger:
    """Read the weights, once a process.

    Raises:
        SetupError: the file is missing, or was made for other features than this program describes words by.
    """
    return unpacked(learned.read(resources.files("reader.analysis.entities"), DATA, _WHAT))


def unpacked(stored: Stored) -> NameTagger:
    """The tagger whose weights stand in a data file's arrays: whole numbers of one byte with one scale a row.

    Raises:
        SetupError: they were learned on other features than this program describes words by.
    """
    version = learned.version(stored, fingerprint(), DATA, _WHAT)
    context = name_context.unpacked(stored)
    known = Known(stored.pop(VOCABULARY), stored.pop(PLACES))
    return NameTagger(learned.plain(stored), context, known, version)
