"""Capitalised words that name no person, body or place: laws and awards, peoples and tongues, "on Twitter"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.lexicon import no_names, organisations
from reader.lexicon.labels import NO_SPEAKERS
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.persons import HONOURS

_BEHIND_LABELS = (":", "|")
_JOINING = frozenset(("of", "for", "on", "to", "against"))
# Letters that stand for this many words at the most: "(EWS)".
_LETTERS = 6


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
    if len(words) > 1 and words[0] in no_names.SHIPS and doc[start].text.isupper():
        return True
    if person and _is_a_people(doc, words, end):
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


def spelled_out(doc: Doc) -> frozenset[str]:
    """Acronyms that a text makes of common words: "EWS", of "the economically weaker section (EWS)".

    Those of a body are left, though it stands in small letters: "the election commission (EC)".
    """
    found = set()
    for opening in doc[:-2]:
        acronym = doc[opening.i + 1].text if opening.text == "(" else ""
        if 1 < len(acronym) <= _LETTERS and acronym.isupper() and doc[opening.i + 2].text == ")":
            before = [token for token in doc[max(0, opening.i - 2 * _LETTERS) : opening.i] if token.text != "-"]
            if _spell(before[-len(acronym) :], acronym):
                found.add(acronym)
    return frozenset(found)


def _spell(words: Sequence[Token], acronym: str) -> bool:
    """Whether words, all small but the first, begin with the letters of an acronym, and are no body."""
    if "".join(word.lower_[0] for word in words) != acronym.lower():
        return False
    body = words[-1].lower_ in ORGANISATION_WORDS or words[-1].lower_ in organisations.KNOWN
    return not body and all(word.text.islower() for word in words[1:])


def _is_a_people(doc: Doc, words: Sequence[str], end: int) -> bool:
    """Whether somebody is of those who are called so: "a Varrani elder", "Varrani and Oskuru women"."""
    behind = end + 2 if doc[end : end + 1].text == "and" and doc[end + 1 : end + 2].text[:1].isupper() else end
    of = doc[behind : behind + 1].text in no_names.OF_PEOPLES
    return of and not any(names.is_given(word) for word in words)


def _is_a_place_to_post(doc: Doc, start: int, end: int) -> bool:
    """Whether a platform is no more than where something was posted: "on Twitter", "her Facebook page"."""
    before = doc[start - 1].lower_ if start else ""
    behind = doc[end].lower_ if end < len(doc) else ""
    return before in no_names.POSTED_ON or behind in no_names.POSTS
