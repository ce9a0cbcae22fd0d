"""Common given names, with the pronoun they usually go with, and the short forms that stand for longer ones. Data.

A hint only: titles ("Mr.", "spokeswoman") and the article's own pronouns weigh more.
"""

from typing import cast

from reader.lexicon.pronouns import Pronoun
from reader.lexicon.wordlists import table, words

_NAMES = table("given_names", 2)
_EITHER = "either"

GIVEN_NAMES = frozenset(name for name, (pronoun, _) in _NAMES.items() if pronoun)
# The names that go with one pronoun; those in common use with either tell a person, not which.
PRONOUNS = {name: cast("Pronoun", told) for name, (told, _) in _NAMES.items() if told not in ("", _EITHER)}
# The longer names that each short form stands for.
SHORT_FORMS = {name: words(longer) for name, (_, longer) in _NAMES.items() if longer}
