"""Capitalised words that name no person, body or place: laws and awards, peoples and tongues, "on Twitter"."""

from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis.entities import names
from reader.lexicon import no_names
from reader.lexicon.labels import NO_SPEAKERS
from reader.lexicon.persons import HONOURS

_BEHIND_LABELS = (":", "|")
_JOINING = frozenset(("of", "for", "on", "to", "against"))


def is_none(doc: Doc, labels: Sequence[str], start: int, end: int) -> bool:
    """Whether a run is nobody's name: "Fisheries Act", "Punjabis", "Twitter" of "on Twitter", "WATCH" before a colon.

    Args:
        doc: the document.
        labels: for each of its words the label of the name it stands in.
        start: of the run, in tokens.
        end: of the run.
    """
    words = [names.fold(token.text) for token in doc[start:end] if token.text[:1].isalpha()]
    whole, person = " ".join(words), "PERSON" in labels[start:end]
    if whole in no_names.PLATFORMS and _is_a_place_to_post(doc, start, end):
        return True
    if len(words) == 1 and whole in HONOURS and start > 0 and doc[start - 1].text == ",":
        return True  # "Ada Moss, MD, of the clinic"
    if whole in NO_SPEAKERS and doc[start].is_sent_start and doc[end : end + 1].text in _BEHIND_LABELS:
        return True
    if whole in no_names.WHOLE or (words and all(word in no_names.PEOPLES or word == "and" for word in words)):
        return not (person and whole in no_names.ALSO_NAMES)
    if person or not words:
        return False
    head = next((words[n - 1] for n, word in enumerate(words) if n and word in _JOINING), words[-1])
    return head in no_names.HEADS if len(words) > 1 else whole in no_names.ALONE


def _is_a_place_to_post(doc: Doc, start: int, end: int) -> bool:
    """Whether a platform is no more than where something was posted: "on Twitter", "her Facebook page"."""
    before = doc[start - 1].lower_ if start else ""
    behind = doc[end].lower_ if end < len(doc) else ""
    return before in no_names.POSTED_ON or behind in no_names.POSTS
