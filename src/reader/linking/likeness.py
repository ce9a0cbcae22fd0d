"""Whether two wordings say the same thing in nearly the same words, as two papers give one statement. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from functools import cached_property
from itertools import chain, pairwise
from typing import Generic, Literal, TypeVar

from reader.analysis.entities import names
from reader.lexicon.function_words import NEGATIVE

Key = TypeVar("Key", bound=Hashable)
Likeness = Literal["same", "differs"]
"""How near-equal words go together: they say the same; or a negation, a number or too many words tell them apart."""

# A word with its apostrophe, and a number with its marks: "don't", "1,200.5".
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CONTRACTED = re.compile(r"n['’]t$")
# Shorter wordings are said of many things: "It is a disgrace."
FEWEST_WORDS = 5
# Of the shorter wording's words and pairs of words so many are in the longer one that says the same …
_SAME_WORDS = 0.8
_SAME_PAIRS = 0.6
# … and so many where the two are one statement that somebody changed.
_LIKE_WORDS = 0.6
_LIKE_PAIRS = 0.4
# No statement is longer; what stands behind it is not compared.
_MOST_WORDS = 400
# So common a pair of words tells nothing: beyond it a wording is not looked up by that pair.
_MOST_ALIKE = 64


class WordsSaid:
    """The words of a wording, ready to be compared: folded, marks left out."""

    def __init__(self, text: str) -> None:
        """Take a wording apart; all but its first words are left out of one that is no statement any more."""
        found = _WORD.findall(text)[:_MOST_WORDS]
        apart = chain.from_iterable(_CONTRACTED.sub(" not", word.lower()).split() for word in found)
        self.words = tuple(word for each in apart if (word := names.fold(each)))
        self.telling = Counter(word for word in self.words if word[0].isdigit() or word in NEGATIVE)

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(self.words)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often each two words stand in it one behind the other."""
        return Counter(pairwise(self.words))

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)


def likeness(one: WordsSaid, other: WordsSaid) -> Likeness | None:
    """How two wordings go together; None where they are two statements.

    "The pier is not safe" and "We know the pier is not safe" are the same; "The pier is safe to walk on" and "The pier
    is not safe to walk on" differ, and so do two with other numbers in them.
    """
    shorter, longer = sorted((one, other), key=len)
    if shorter.words == longer.words and shorter.words:
        return "same"
    if len(shorter) < FEWEST_WORDS:
        return None
    # At most so many are shared; that is seen in a tenth of the time, and parts nearly all that are not alike.
    common = shorter.counted.keys() & longer.counted.keys()
    if sum(shorter.counted[word] for word in common) < _LIKE_WORDS * len(shorter):
        return None
    shared = sum((shorter.counted & longer.counted).values()) / len(shorter)
    paired = sum((shorter.pairs & longer.pairs).values()) / (len(shorter) - 1)
    if shared < _LIKE_WORDS or paired < _LIKE_PAIRS:
        return None
    if shared < _SAME_WORDS or paired < _SAME_PAIRS:
        return "differs"
    # A part of a longer statement is the same, whatever else that one denies; with a gap it must deny the same.
    return "same" if shorter.telling == longer.telling or paired == 1 else "differs"


class Index(Generic[Key]):
    """Wordings to be found by near-equal ones, without comparing all with all."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Key, WordsSaid] = {}
        self._by_pair: dict[tuple[str, str], list[Key]] = defaultdict(list)

    def add(self, key: Key, words: WordsSaid) -> None:
        """Keep a wording under a key."""
        self._known[key] = words
        for pair in words.pairs:
            if len(self._by_pair[pair]) < _MOST_ALIKE:
                self._by_pair[pair].append(key)

    def like(self, words: WordsSaid) -> Iterator[tuple[Key, Likeness]]:
        """The keys of the wordings that near-equal words are in, the likest first."""
        shared: Counter[Key] = Counter()
        for pair in words.pairs:
            shared.update(self._by_pair.get(pair, ()))
        for key, _ in shared.most_common(_MOST_ALIKE):
            found = likeness(words, self._known[key])
            if found:
                yield key, found
