"""Words that open a paragraph and label what stands there, as "UPDATE" and "Photos" do. Data."""

from reader.lexicon.wordlists import marked, table

_LABELS = table("labels", 1)

# No speaker of a transcript is called so.
NO_SPEAKERS = frozenset(_LABELS)
# No story was filed from there.
NO_PLACES = NO_SPEAKERS - marked(_LABELS, "place")
