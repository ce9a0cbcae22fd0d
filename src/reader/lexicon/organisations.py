"""Nouns for organisations, by what a story does with them. Data."""

from reader.lexicon.wordlists import marked, table

_ORGANISATIONS = table("organisations", 1)

# They say what an organisation is: "Corpress, Corvane's official news agency".
ROLES = marked(_ORGANISATIONS, "role")
# They mean the organisation named before: "the company said".
KNOWN = marked(_ORGANISATIONS, "known")
# Bodies known by whose they are: "the Hale campaign", "Moss's team".
RETINUES = marked(_ORGANISATIONS, "retinue")
