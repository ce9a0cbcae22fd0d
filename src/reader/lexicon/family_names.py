"""Family names that stand first in a name: Korean, Chinese and Vietnamese ones. Data."""

from reader.lexicon.wordlists import listed

# Folded. A hint only: what stands behind them has to look like a given name of theirs as well.
FIRST = listed("family_names")
