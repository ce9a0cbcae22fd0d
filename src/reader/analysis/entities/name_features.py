"""Document -> what the name tagger sees of each word: shape and grammar, what lists say, what its article shows.

Words that stand in people's names have no row of their own, so that nothing learned is about a person.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from reader.analysis.entities import names
from reader.analysis.quotes.features import ENTS, TAGS
from reader.lexicon import family_names, given_names, name_words, persons, places

# Beginnings and ends of words share this many rows, by hash.
AFFIX_ROWS = 2048
# Columns of `Features.columns`, with the number of values each can take; the first, the word's own row, comes from the
# vocabulary of the weights.
COLUMNS = {"prefix": AFFIX_ROWS, "suffix": AFFIX_ROWS, "shape": 16, "ent": 64, "tag": 64}
# How many letters of a word its beginning and its end are.
_AFFIX = 3
# The labels whose shares among the mentions of a word are told; the first is for those without one of the others.
SHARED = ("", "PERSON", "ORG", "GPE", "NORP")
_AS_SHARED = {"PERSON": 1, "ORG": 2, "GPE": 3, "LOC": 3, "FAC": 3, "NORP": 4}
# What lists say of a word.
LISTS = (
    *("given", "title", "courtesy", "office", "noun", "organisation", "landscape", "particle", "family"),
    *("country", "place"),
)
# Of a word besides: it is in a place's name of several words; it opens a sentence; it stands in small letters elsewhere
# in its article; how often it comes there, on a scale from 0 to 1; and the shares.
TOLD = len(LISTS) + 4 + len(SHARED)
_OFTEN = 16
_FINGERPRINT = 16


def fingerprint() -> str:
    """Tells this table of features from any other: weights fit the one that they were learned on."""
    return sha256(repr((COLUMNS, TAGS, ENTS, SHARED, LISTS, TOLD, _AFFIX, _OFTEN)).encode()).hexdigest()[:_FINGERPRINT]


@dataclass(frozen=True, slots=True)
class Features:
    """What the name tagger sees of one document.

    Attributes:
        columns: int32, one row a word, white space too: the row of the word itself, then one for each of `COLUMNS`.
        told: float32, one row a word, `TOLD` columns.
        same: int32, for each word the number of its form among the forms of the document.
        candidates: int32, the words that may stand in a name.
    """

    columns: NDArray[np.int32]
    told: NDArray[np.float32]
    same: NDArray[np.int32]
    candidates: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up in the data file, as sorted hashes: words with a row of their own, and names of places."""

    vocabulary: NDArray[np.uint32]
    places: NDArray[np.uint32]


def hashed(text: str) -> int:
    """The hash by which words and names of places are looked up."""
    return crc32(text.encode("utf-8", "replace"))


def features(doc: Doc, known: Known) -> Features:
    """Describe every word of a document; see `Features`."""
    orth, ent, iob, tag, opens = doc.to_array(["ORTH", "ENT_TYPE", "ENT_IOB", "TAG", "SENT_START"]).T
    forms, first, same = np.unique(orth, return_index=True, return_inverse=True)
    texts = [doc[int(i)].text for i in first]
    by_form = np.array([_form(text) for text in texts], dtype=np.int64)
    words = by_form[:, 0].astype(np.uint32)
    labels, kinds = np.unique(ent, return_inverse=True)
    named = [doc.vocab.strings[int(label)] for label in labels]
    shared = np.array([_AS_SHARED.get(name, 0) for name in named])[kinds]
    shares = np.zeros((len(forms), len(SHARED)), dtype=np.float32)
    np.add.at(shares, (same, shared), 1)
    count = shares.sum(axis=1, keepdims=True)
    columns = np.empty((len(doc), 1 + len(COLUMNS)), dtype=np.int32)
    columns[:, 0] = _rows(words, known.vocabulary)[same]
    columns[:, 1:4] = by_form[same, 1:4]
    columns[:, 4] = np.array([_ENT.get(name, 0) for name in named])[kinds] * 2 + (iob == 1)
    tags, which = np.unique(tag, return_inverse=True)
    columns[:, 5] = np.array([_TAG.get(doc.vocab.strings[int(name)], 0) for name in tags])[which]
    told = np.zeros((len(doc), TOLD), dtype=np.float32)
    lists = len(LISTS)
    told[:, : lists - 1] = by_form[same, 5:]
    told[:, lists - 1] = (_rows(words, known.places) > 0)[same]
    told[:, lists + 1] = opens == 1
    small = np.unique(words[by_form[:, 4] == 0])
    told[:, lists + 2] = (np.isin(words, small) & (by_form[:, 4] == 1))[same]
    told[:, lists + 3] = (np.minimum(count[:, 0], _OFTEN) / _OFTEN)[same]
    told[:, lists + 4 :] = (shares / count)[same]
    capital = by_form[same, 4] == 1
    told[:, lists] = _in_places([texts[n] for n in same], capital, known.places)
    return Features(columns, told, same.astype(np.int32), _candidates(capital))


_ENT = {name: n + 1 for n, name in enumerate(ENTS.split())}
_TAG = {name: n + 1 for n, name in enumerate(TAGS.split())}


def _rows(words: NDArray[np.uint32], among: NDArray[np.uint32]) -> NDArray[np.int64]:
    """For each hash its place in a sorted table, from 1; 0 where it is not in it."""
    if not len(among):
        return np.zeros(len(words), dtype=np.int64)
    at = np.searchsorted(among, words).clip(0, len(among) - 1)
    return np.where(among[at] == words, at + 1, 0)


# Words come back in every article; the table is bounded for the sake of a long-lived process.
@lru_cache(maxsize=32768)
def _form(text: str) -> tuple[int, ...]:
    """What the letters of a word tell: its hash, affixes and shape, whether it has a capital, what lists say."""
    folded = names.fold(text) or text.casefold()
    small = text.casefold()
    capital = text[:1].isupper()
    return (
        hashed(folded),
        hashed("<" + small[:_AFFIX]) % AFFIX_ROWS,
        hashed(small[-_AFFIX:] + ">") % AFFIX_ROWS,
        _shape(text),
        int(capital),
        int(folded.split("-")[0] in given_names.GIVEN_NAMES),
        int(folded in persons.TITLES),
        int(folded in persons.COURTESY_TITLES),
        int(folded in persons.OFFICES),
        int(folded in persons.NOUNS),
        int(small in name_words.ORGANISATION_WORDS),
        int(small in places.BARE | places.SURNAMES),
        int(folded in persons.PARTICLES),
        int(folded in family_names.FIRST),
        int(folded in places.COUNTRIES),
    )


def _shape(text: str) -> int:
    """What sort of letters a word has: small ones, a capital, capitals, an initial, figures, marks."""
    if not any(char.isalpha() for char in text):
        return 1 if any(char.isdigit() for char in text) else 2
    if text[:1].isdigit():
        return 3
    if text[:1].islower():
        return 4 if text.islower() else 5
    letters = text.replace(".", "")
    if len(letters) == 1:
        return 6
    if text.isupper():
        return 7 if len(letters) <= 3 else 8 if len(letters) <= 5 else 9
    if "-" in text:
        return 10
    return 11 if text[1:].islower() else 12


def _in_places(texts: list[str], capital: NDArray[np.bool_], known: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Which words stand in a listed place's name of two or three words: "Port Moresby"."""
    found = np.zeros(len(texts), dtype=np.float32)
    pairs = np.flatnonzero(capital[:-1] & capital[1:])
    if not len(pairs):
        return found
    for length in (2, 3):
        starts = pairs[pairs + length <= len(texts)]
        keys = [hashed(" ".join(names.fold(text) for text in texts[i : i + length])) for i in starts.tolist()]
        for i in starts[_rows(np.array(keys, dtype=np.uint32), known) > 0].tolist():
            found[i : i + length] = 1
    return found


def _candidates(capital: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Words with a capital, and one or two words between two of these: "Ministry of Health", "Al-Rashad"."""
    near = capital.copy()
    for gap in (1, 2):
        ends = np.flatnonzero(capital[: -gap - 1] & capital[gap + 1 :])
        for step in range(1, gap + 1):
            near[ends + step] = True
    return np.flatnonzero(near).astype(np.int32)
