"""Capitalised words that stand beside a name and are no part of it: a sentence's opener, a day, "Former". Data."""

from reader.lexicon.calendar import MONTHS, WEEKDAYS
from reader.lexicon.function_words import OPENERS
from reader.lexicon.wordlists import words

DAYS = frozenset(day.casefold() for day in WEEKDAYS)
_MONTHS = frozenset(month.casefold() for month in MONTHS)
# Written out, and without May: "Jan", "Dec" and "May" are names as well.
_MONTHS_IN_FULL = {number: month.casefold() for month, number in reversed(MONTHS.items())}
_SURE_MONTHS = frozenset(_MONTHS_IN_FULL.values()) - {"may"}
# "Interim President Moss", "Q4", "New Defence Minister Vale".
_STANDINGS = words("interim former acting ex senior new then- q")

# In small letters: what a name never begins with.
NEVER_FIRST = OPENERS | _STANDINGS | DAYS | _SURE_MONTHS
# Folded: what no name is made of alone.
OF_DATES = DAYS | _MONTHS | words("christmas easter thanksgiving am pm est edt gmt")
# A politician's party, in brackets behind the name and before the seat: "(D-Mill Hollow)".
PARTY_LETTERS = frozenset(("D", "R", "I"))
