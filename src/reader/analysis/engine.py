"""What made an analysis, told by numbers that change when its results may."""

from reader import lexicon
from reader.model import Engine

# Raised with each change of a rule after which an article may be read otherwise.
RULES = 5


def engine(language_model: str | None) -> Engine:
    """What analyses articles now.

    Args:
        language_model: the spaCy pipeline, with its version; None where an article is read without one, so that only
            its sentences, key points and whatever else needs no grammar are found.
    """
    if language_model is None:
        return Engine(RULES, lexicon=lexicon.version())
    # These bring numpy and spaCy, which other languages need not load.
    from reader.analysis.entities import name_tagger
    from reader.analysis.quotes import quote_tagger
    from reader.analysis.resolution import scorer

    taggers = f"{quote_tagger.load().version}.{name_tagger.load().version}"
    return Engine(RULES, taggers, lexicon.version(), language_model, scorer.load().version)
