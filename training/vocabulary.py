"""Which pieces of MiniLM's vocabulary are kept: those that news needs, and the letters for everything else.

Counted over the words that the corpora write in lower case, so no name is among them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader.analysis.quotes.wordpiece import NO_NAMES, PLACEHOLDERS, UNKNOWN, WITHIN, runs

# Corpora whose words are counted, under the folder of all corpora.
COUNTED = (
    "quotes/train.jsonl",
    "quotes/world-train.jsonl",
    "quotes/desk-train.jsonl",
    "quotes/mixed-train.jsonl",
    "names/spans.jsonl",
    "key-points/dev.jsonl",
)
# A piece needed for fewer running words is read as smaller pieces.
FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
# The last code point of the scripts whose single letters and signs are kept: Latin, and the signs of print and money.
_LATIN, _SIGNS = 0x24F, range(0x2000, 0x20D0)


def kept(all_pieces: Sequence[str], texts: Iterable[str]) -> list[str]:
    """Return the special pieces, the placeholders, and what the texts need, in the order of the whole vocabulary."""
    known = set(all_pieces)
    needed: Counter[str] = Counter()
    for word, times in (counted(texts) + Counter(dict.fromkeys(NO_NAMES, FEWEST))).items():
        needed.update(dict.fromkeys(pieces_of(word, known), times))
    special = [UNKNOWN, *PLACEHOLDERS]
    return special + [p for p in all_pieces if p not in special and (needed[p] >= FEWEST or is_letter(p))]


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often the texts write each run of letters in small letters, and each sign."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(word for word in _WORD.findall(text) if not word[0].isupper())
    counted: Counter[str] = Counter()
    for word, times in words.items():
        counted.update(dict.fromkeys(runs(word), times))
    return counted


def pieces_of(word: str, known: set[str]) -> Iterator[str]:
    """The pieces of a word among those that are known; none behind letters that no piece fits."""
    start = 0
    while start < len(word):
        before = WITHIN if start else ""
        end = next((end for end in range(len(word), start, -1) if before + word[start:end] in known), None)
        if end is None:
            return
        yield before + word[start:end]
        start = end


def is_letter(piece: str) -> bool:
    """Whether a piece is one letter or sign of those that are always kept."""
    char = piece.removeprefix(WITHIN)
    return len(char) == 1 and (ord(char) <= _LATIN or ord(char) in _SIGNS)


def is_latin(piece: str) -> bool:
    """Whether a piece of several letters is written in Latin ones; none of those without a use is."""
    letters = piece.removeprefix(WITHIN)
    return len(letters) > 1 and letters.isalpha() and all(ord(char) <= _LATIN for char in letters)


def texts(corpora: Path) -> Iterator[str]:
    """The texts of the counted corpora."""
    for name in COUNTED:
        with (corpora / name).open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]
