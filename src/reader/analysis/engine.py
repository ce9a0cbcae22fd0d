"""What made an analysis, told by numbers that change when its results may."""

from reader import lexicon
from reader.analysis.quotes import quote_tagger
from reader.model import Engine

# Raised with each change of a rule after which an article may be read otherwise.
RULES = 2


def engine(language_model: str) -> Engine:
    """What analyses English articles now.

    Args:
        language_model: the spaCy pipeline, with its version.
    """
    return Engine(RULES, quote_tagger.load().version, lexicon.version(), language_model)
