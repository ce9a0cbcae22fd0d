"""What made an analysis, told by numbers that change when its results may."""

from reader import lexicon
from reader.model import Engine

# Raised with each change of a rule after which an article may be read otherwise.
RULES = 2


def engine(language_model: str | None) -> Engine:
    """What analyses articles now.

    Args:
        language_model: the spaCy pipeline, with its version; None where an article is read without one, so that only
            its sentences, key points and whatever else needs no grammar are found.
    """
    if language_model is None:
        return Engine(RULES, lexicon=lexicon.version())
    from reader.analysis.quotes import quote_tagger  # brings numpy and spaCy, which other languages need not load

    return Engine(RULES, quote_tagger.load().version, lexicon.version(), language_model)
