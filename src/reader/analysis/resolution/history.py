"""What has been said so far: who spoke last, and which descriptions turned out to be sources of their own."""

from collections.abc import Mapping
from typing import NamedTuple

# Who was mentioned farther back than this many words is nobody's antecedent: for texts without sentences.
MOST_WORDS = 400


class History(NamedTuple):
    """Who spoke before a place in the text. Every quote gives a new value; none is changed.

    Attributes:
        speaker: the entity that spoke last, by its number.
        at: the word that named it then.
        heard: for the heads of the last sources without a name, which entity each of them is.
    """

    speaker: int | None = None
    at: int = 0
    heard: Mapping[int, int] = {}

    def after(self, speaker: int, at: int, described: int | None = None) -> "History":
        """The history once an entity has spoken.

        Args:
            speaker: who spoke.
            at: the word that names who.
            described: the word that heads the description, where that is a source without a name.
        """
        if described is None:
            return History(speaker, at, self.heard)
        near = {i: who for i, who in self.heard.items() if described - i <= MOST_WORDS}
        return History(speaker, at, {**near, described: speaker})
