"""What several kinds of tests share: the language model, loaded once a session, and how examples are drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

from reader.text import document, nlp_model
from reader.text.document import Document

pytest_plugins = ("tests.commands",)

Read = Callable[[str], Document]

# The same examples in every run and on every machine, however slow it is; nothing is kept between runs, so that the
# processes of one run share no folder. Other examples: pytest --hypothesis-profile=default tests/property.
settings.register_profile(
    "same examples", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same examples")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return nlp_model.load()


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Read:
    """Read a text into a document; a blank line parts its paragraphs."""
    return lambda text: document.read(text, nlp)
