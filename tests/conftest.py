"""What several kinds of tests share: the language model, loaded once a session."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from reader.text import document, nlp_model
from reader.text.document import Document

Read = Callable[[str], Document]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return nlp_model.load()


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Read:
    """Read a text into a document; a blank line parts its paragraphs."""
    return lambda text: document.read(text, nlp)
