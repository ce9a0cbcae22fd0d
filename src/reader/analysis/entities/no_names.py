"""Capitalised words that name no person, body or place: laws and awards, peoples and tongues, "on Twitter"."""

from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis.entities import names
from reader.lexicon import no_names

_JOINING = frozenset(("of", "for", "on", "to", "against"))


def is_none(doc: Doc, labels: Sequence[str], start: int, end: int) -> bool:
    """Whether a run is nobody's name: "Fisheries Act", "Stolen Generations", "Punjabis", "Twitter" of "on Twitter".

    Args:
        doc: the document.
        labels: for each of its words the label of the name it stands in.
        start: of the run, in tokens.
        end: of the run.
    """
    words = [names.fold(token.text) for token in doc[start:end] if token.text[:1].isalpha()]
    if not words or "PERSON" in labels[start:end]:
        return False
    whole = " ".join(words)
    if whole in no_names.WHOLE or (len(words) == 1 and whole in no_names.ALONE):
        return True
    if all(word in no_names.PEOPLES or word == "and" for word in words):
        return True
    head = next((words[n - 1] for n, word in enumerate(words) if n and word in _JOINING), words[-1])
    if len(words) > 1 and head in no_names.HEADS:
        return True
    return len(words) == 1 and whole in no_names.PLATFORMS and _is_a_place_to_post(doc, start, end)


def _is_a_place_to_post(doc: Doc, start: int, end: int) -> bool:
    """Whether a platform is no more than where something was posted: "on Twitter", "her Facebook page"."""
    before = doc[start - 1].lower_ if start else ""
    behind = doc[end].lower_ if end < len(doc) else ""
    return before in no_names.POSTED_ON or behind in no_names.POSTS
