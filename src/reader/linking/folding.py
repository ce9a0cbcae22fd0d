"""Which articles are one text: MinHash over shingles of words, for whoever keeps many articles. Pure.

Two copies of one text have most of their shingles in common, whatever was cut or changed; two texts about one event
have hardly any. A signature stands for an article's shingles, and the share of its values that two have in common is
about the share of their shingles (Broder 1997). Bands make copies meet in a table without comparing all with all:
copies are those that have a band in common and are `similar`.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reader.analysis.entities import names

Signature = NDArray[np.uint32]

VALUES = 128
BANDS = 42
ROWS = 3
# Words in a shingle: single words are shared by all articles of one subject, five in a row by copies and quotations.
SHINGLE = 5
# Two signatures that share so much are one text's. Of 684 articles of the annotated sets all are found again when the
# last or first 30 % are cut or 5 % of the words are changed, all but two when half is; of 226,000 pairs of different
# articles the likest share 0.18, two announcements of one company.
SIMILAR = 0.3
# Shorter texts are too often the same words in many places: "This page needs a subscription."
FEWEST_WORDS = 30
# More words tell no more about whether two texts are one; so no text costs more than 6 ms.
MOST_WORDS = 6000

_WORD = re.compile(r"\w+")
# The characters that so many words stand in: beyond them nothing is looked at.
_LONGEST = 16 * MOST_WORDS
_PRIME = np.uint64(0x100000001B3)
# Which multiplications stand for the permutations: any odd numbers do, but the same ones wherever signatures are kept.
_DIGESTS = [sha256(str(number).encode()).digest() for number in range(VALUES)]
_FACTORS = np.array([int.from_bytes(digest[:8], "little") | 1 for digest in _DIGESTS], dtype=np.uint64)
_SHIFTS = np.array([int.from_bytes(digest[8:16], "little") for digest in _DIGESTS], dtype=np.uint64)
_HALF = np.uint64(32)


def signature(text: str) -> Signature | None:
    """What stands for a text's shingles: 128 values; None for a text of too few words to be told from others.

    Marks, capitals, accents and white space count for nothing.
    """
    words = _WORD.findall(text[:_LONGEST])[:MOST_WORDS]
    if len(words) < FEWEST_WORDS:
        return None
    hashed = np.array([crc32(names.fold(word).encode("utf-8", "replace")) for word in words], dtype=np.uint64)
    shingles = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for at in range(SHINGLE):
        shingles = (shingles ^ hashed[at : len(hashed) - SHINGLE + 1 + at]) * _PRIME
    shingles = np.unique(shingles)
    least = [((shingles * factor + shift) >> _HALF).min() for factor, shift in zip(_FACTORS, _SHIFTS, strict=True)]
    return np.array(least, dtype=np.uint32)


def bands(signed: Signature) -> tuple[int, ...]:
    """The 42 keys under which copies of a text are looked up: whole numbers of 38 bits, the band in the upper ones."""
    rows = np.ascontiguousarray(signed[: BANDS * ROWS].reshape(BANDS, ROWS).astype("<u4"))
    return tuple((number << 32) | crc32(row.tobytes()) for number, row in enumerate(rows))


def similar(one: Signature, other: Signature) -> bool:
    """Whether two signatures are those of copies of one text, cut or changed here and there."""
    return bool(np.count_nonzero(one == other) >= SIMILAR * VALUES)


def packed(signed: Signature) -> bytes:
    """A signature as bytes to be kept, 512 of them; the same on every machine."""
    return signed.astype("<u4").tobytes()


def unpacked(kept: bytes) -> Signature | None:
    """The signature that `packed` wrote; None where these are not its bytes."""
    return np.frombuffer(kept, dtype="<u4").astype(np.uint32) if len(kept) == 4 * VALUES else None


def copies(signed: Signature, others: Sequence[Signature]) -> list[int]:
    """Which of others, as they were found by a band, are copies; the likest first."""
    shared = [int(np.count_nonzero(signed == other)) for other in others]
    return sorted((n for n, count in enumerate(shared) if count >= SIMILAR * VALUES), key=lambda n: -shared[n])
