"""What has been said so far: who spoke last, and which descriptions turned out to be sources of their own."""

from collections.abc import Mapping
from typing import NamedTuple

# Who was mentioned farther back than this many words is nobody's antecedent: for texts without sentences.
MOST_WORDS = 400
# More turns than this tell nothing new of who speaks next.
_MOST_TURNS = 24


class Turn(NamedTuple):
    """One quote that has been given to somebody.

    Attributes:
        entity: who spoke, by its number.
        at: the word that named it, or the first of the quote where nothing did.
        word: the word itself, folded; "" where nothing named it.
        chances: how likely it was who spoke, and who else might have been meant, the least likely left out.
    """

    entity: int
    at: int
    word: str = ""
    chances: Mapping[int, float] = {}

    def chance(self, entity: int) -> float:
        """How likely it was an entity that spoke."""
        return self.chances.get(entity, float(not self.chances and entity == self.entity))


class History(NamedTuple):
    """Who spoke before a place in the text. Every quote gives a new value; none is changed.

    Attributes:
        speaker: the entity that spoke last, by its number.
        at: the word that named it then.
        heard: for the heads of the last sources without a name, which entity each of them is.
        turns: the last quotes that were given to somebody, the latest at the end.
    """

    speaker: int | None = None
    at: int = 0
    heard: Mapping[int, int] = {}
    turns: tuple[Turn, ...] = ()

    def after(self, turn: Turn, at: int | None = None, described: int | None = None) -> "History":
        """The history once an entity has spoken.

        Args:
            turn: who spoke, and where.
            at: the word that named who; the one before stays where nothing did.
            described: the word that heads the description, where that is a source without a name.
        """
        turns = (*self.turns, turn)[-_MOST_TURNS:]
        where = self.at if at is None else at
        if described is None:
            return History(turn.entity, where, self.heard, turns)
        near = {i: who for i, who in self.heard.items() if described - i <= MOST_WORDS}
        return History(turn.entity, where, {**near, described: turn.entity}, turns)
