"""Words -> pieces of words, as the quote tagger reads them: lower case, without accents, and without names or figures.

A name is read as a name and a figure as a figure, so that nothing learned is about a person, party or place and an
article reads alike whoever is in it. A quotation stands between the same two marks, whatever marks the paper uses.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from reader.lexicon.calendar import MONTHS, WEEKDAYS
from reader.lexicon.persons import TITLES

UNKNOWN = "[UNK]"
FIGURE, NAME = "[figure]", "[name]"
# One for all names: the recogniser takes names from some parts of the world for the wrong kind more often than others.
PLACEHOLDERS = (FIGURE, NAME)
# The recogniser's labels of names; a capitalised word in one is read as a name whatever part of speech it is.
NAMES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP")
# A piece that goes on within a word.
WITHIN = "##"
# A longer word is no word, and is read as one unknown piece.
LONGEST_WORD = 100
_MARKS = "“”„\"«»‘’‚‛'`"
_STRAIGHT = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'"}
_ONE_STYLE = str.maketrans(_STRAIGHT)
# States of a word between marks (`features`): the first and the last of a stretch, in double and in single marks.
_FIRST, _LAST = (1, 5), (3, 7)
# Capitalised words that are no names unless the recogniser takes them into one.
NO_NAMES = TITLES | {word.lower() for word in (*WEEKDAYS, *MONTHS)}
_NO_KIND = ("", "DATE", "TIME")
# Of the different words of an article three in four stood in one of the 100 before it; no more than so many are kept.
_WORDS_KEPT = 8_192


# How many letters of its hash tell one way of reading from another.
_FINGERPRINT = 16


def fingerprint() -> str:
    """Tells this way of reading words from any other. One more title is read as itself, which needs no new weights."""
    reading = (PLACEHOLDERS, NAMES, LONGEST_WORD)
    return sha256(repr(reading).encode()).hexdigest()[:_FINGERPRINT]


class Pieces(NamedTuple):
    """A document in pieces.

    Attributes:
        rows: int32, one a piece: its row in the vocabulary.
        starts: int32, one a word: the place of its first piece.
        counts: int32, one a word: how many pieces it has, at least one.
    """

    rows: NDArray[np.int32]
    starts: NDArray[np.int32]
    counts: NDArray[np.int32]


class Vocabulary:
    """The pieces that are known, each with its row."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Number the pieces in their order; UNKNOWN and the placeholders must be among them."""
        self._rows: Mapping[str, int] = {piece: row for row, piece in enumerate(pieces)}
        self._unknown = self._rows[UNKNOWN]
        self.split = lru_cache(maxsize=_WORDS_KEPT)(self._split)

    def _split(self, word: str) -> tuple[int, ...]:
        """The rows of a word's pieces, the longest that fit from the left: "undersecretary" -> under, ##secretary."""
        return tuple(self._found(word)) or (self._unknown,)

    def _found(self, word: str) -> Iterator[int]:
        if word in PLACEHOLDERS:
            yield self._rows[word]
            return
        for run in runs(word):
            yield from self._pieces(run)

    def _pieces(self, run: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(run):
            before = WITHIN if start else ""
            end = next((end for end in range(len(run), start, -1) if before + run[start:end] in self._rows), None)
            if end is None:
                return [self._unknown]
            found.append(self._rows[before + run[start:end]])
            start = end
        return found

    def read(self, words: Sequence[str]) -> Pieces:
        """Put words into pieces, each as it is `written`."""
        known = {word: self.split(word) for word in set(words)}
        split = [known[word] for word in words]
        counts = np.array([len(rows) for rows in split], dtype=np.int32)
        rows = np.array([row for rows in split for row in rows], dtype=np.int32)
        return Pieces(rows, np.cumsum(counts, dtype=np.int32) - counts, counts)


def runs(word: str) -> Iterator[str]:
    """Cut a word at its punctuation, in lower case and without accents: "Ex-Café's" -> ex, -, cafe, ', s."""
    folded = unicodedata.normalize("NFD", word[:LONGEST_WORD].lower())
    run = ""
    for char in folded:
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        if char.isalnum():
            run += char
            continue
        if run:
            yield run
            run = ""
        if category[0] not in "CZ":
            yield char
    if run:
        yield run


def written(doc: Doc, rows: NDArray[np.int32], states: NDArray[Any]) -> list[str]:
    """The words of a document as they are to be read.

    Args:
        doc: the document.
        rows: the index of each word.
        states: how each stands between quotation marks, the column `marks` of its features.
    """
    return [_written(doc[i], state) for i, state in zip(rows.tolist(), states.tolist(), strict=True)]


def _written(token: Token, state: int) -> str:
    text = token.text
    before = after = ""
    if state in _FIRST and text[0] in _MARKS:
        text, before = text.lstrip(_MARKS), "“"
    elif state in _LAST and text[-1] in _MARKS:
        text, after = text.rstrip(_MARKS), "”"
    if not text:
        return before + after
    return _kind(token) or before + text.translate(_ONE_STYLE) + after


def _kind(token: Token) -> str | None:
    """What is read in place of a name or a figure, None for any other word."""
    label = token.ent_type_
    if token.like_num or token.pos_ == "NUM":
        return FIGURE
    if token.pos_ != "PROPN" and not (label in NAMES and token.text[:1].isupper()):
        return None
    if label in _NO_KIND and token.lower_.rstrip(".") in NO_NAMES:
        return None
    return NAME
