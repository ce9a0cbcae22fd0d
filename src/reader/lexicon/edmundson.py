"""The cue words by which Edmundson's method ranks sentences: for them, and against them. Data."""

from reader.lexicon.wordlists import marked, table

_CUES = table("edmundson", 1)

BONUS = marked(_CUES, "bonus")
STIGMA = marked(_CUES, "stigma")
