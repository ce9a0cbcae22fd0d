"""The places of a story, most central first. Finds no names by itself but for what the words around one plainly say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from reader.analysis.entities.entities import clean, place_key
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.name_spans import runs, title_cased
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.wordlists import words
from reader.model import Actor, Excerpt, Place, Span
from reader.text import dateline
from reader.text.document import Document

# One town under two names: only where nobody doubts it. "Mexico City" is not Mexico.
_ALIASES = {
    "new york city": "new york", "washington dc": "washington", "dc": "washington",
    "the netherlands": "netherlands", "holland": "netherlands", "czechia": "czech republic",
    "burma": "myanmar", "kiev": "kyiv",
}  # fmt: skip
# The last word of a name that only places have.
_PLACE_WORDS = words(
    """road avenue boulevard square river valley bay beach coast shore island islands hills mountains sea ocean gulf
    strait peninsula desert county province airport harbour harbor creek canyon hollow bend row glacier dam"""
)
# That people are called as well: "Orla Hill".
_PLACE_SURNAMES = words("street lane park bridge hill lake forest heights falls village mountain junction")
_AT = words("in at on near along across outside off through the inside above below under over around beyond")
# Small words behind a name that make the two a place: "the Hask glacier", "the Upper Aster valley".
_LANDSCAPE = words(
    """river valley glacier dam lake coast peninsula island islands mountains desert delta strait province
    district county region bay forest reservoir canal harbour harbor border"""
)
# By themselves these name no place: "the District", "out West".
_BARE = (
    _PLACE_WORDS | _LANDSCAPE | words("north south east west city state states town village midlands downtown uptown")
)
# "The town of X", "the mayor of X", "the MP for X", "born in X", "north of X": what is named is a place.
_KINDS_OF_PLACE = words(
    """town city village port island county province region district suburb suburbs hamlet parish capital republic
    kingdom mayor outskirts streets people residents coast north south east west miles kilometers kilometres"""
)
_SEATS = words("mp mps senator senators congressman congresswoman representative lawmaker member")
_LIVING = words(
    """live lived lives living born based raised buried home homes house houses apartment flat hometown filed staying
    grew settled moved arrived landed"""
)
# Shorter capitals are abbreviations: "UK", "UAE".
_SHORTEST_SHOUT = 4
_AGE_OF = re.compile(r"\d{1,3}, of $")
# What it counts, in mentions, that a story was filed from a place, names it in the headline, or in the lede.
_FILED, _HEADLINED, _LED = 3, 2, 1


class _Named(NamedTuple):
    """A capitalised name where it stands: token offsets, end exclusive.

    `known` says that it is taken for a place, `told` that the words around it say so, whatever else it is taken for.
    """

    start: int
    end: int
    known: bool = False
    told: bool = False


def places(
    document: Document, names: Sequence[NameMention], actors: Iterable[Actor], headline: str | None = None
) -> tuple[Place, ...]:
    """Find the places of a text: those filed from, named often and early first.

    "UPPER DRANITZ, Kelmaria — A hillside …" gives Upper Dranitz and Kelmaria, "Ida Holm, 40, of Mill Hollow" Mill
    Hollow. Organisations, people and those who are of a place ("the French") are none.

    Args:
        document: an English text that has been read.
        names: the names in it.
        actors: who speaks or is spoken of; no mention of a person is a place.
        headline: helps the order.
    """
    text, doc = document.text, document.doc
    line = dateline.find(text)
    filed = [Excerpt(at.start, at.end, text[at.start : at.end]) for at in (line.places if line else ())]
    people = [mention for actor in actors if actor.kind == "person" for mention in actor.mentions]
    named = [(one, _excerpt(doc, text, one)) for one in _named(doc, names)]
    groups = _gathered(filed, [(one, at) for one, at in named if not _overlaps(at, filed)], people)
    lede = document.paragraphs[0].end if document.paragraphs else 0
    folded = (headline or "").casefold()

    def weight(mentions: Sequence[Excerpt]) -> int:
        return (
            len(mentions)
            + _FILED * (mentions[0] in filed)
            + _HEADLINED * (_shown(mentions).casefold() in folded)
            + _LED * (mentions[0].start < lede)
        )

    ranked = sorted(groups.values(), key=lambda mentions: (-weight(mentions), mentions[0].start))
    return tuple(Place(_shown(mentions), tuple(mentions)) for mentions in ranked)


def _gathered(
    filed: Sequence[Excerpt], named: Sequence[tuple[_Named, Excerpt]], people: Sequence[Span]
) -> dict[str, list[Excerpt]]:
    """The mentions of each place. A name told to be a place is one wherever it stands, but where it is a person's."""
    sure = {_key(place.text): [place] for place in filed}
    groups = dict(sure)
    for one, at in named:
        if one.told or (one.known and not _overlaps(at, people)):
            groups.setdefault(_key(at.text), [])
    for one, at in named:
        key = _key(at.text)
        if key in groups and (one.told or key in sure or not _overlaps(at, people)):
            groups[key].append(at)
    return groups


def _key(text: str) -> str:
    key = place_key(text)
    return _ALIASES.get(key, key)


def _shown(mentions: Sequence[Excerpt]) -> str:
    """The fullest form, in small letters where the article has it so nowhere but in capitals: "PORT ELLERY"."""
    forms = [clean(mention.text) for mention in mentions]
    mixed = [form for form in forms if not form.isupper() or "." in form or len(form) < _SHORTEST_SHOUT]
    return max(mixed, key=len) if mixed else forms[0].title()


def _named(doc: Doc, names: Sequence[NameMention]) -> Iterator[_Named]:
    """Every name that may be a place's, in order."""
    spoken = {i for name in names for i in range(name.start, name.end)}
    loose = [_Named(*run) for run in runs(doc, title_cased(doc)) if spoken.isdisjoint(range(*run))]
    sorted_out = [_Named(name.start, name.end, known=name.kind == "place") for name in names]
    for one in sorted([*loose, *(_whole(doc, one) if one.known else one for one in sorted_out)]):
        if one.known or not any(token.lower_ in ORGANISATION_WORDS for token in doc[one.start : one.end]):
            told = _read(doc, one)
            if told.end - told.start > 1 or doc[told.start].lower_ not in _BARE:
                yield told


def _whole(doc: Doc, one: _Named) -> _Named:
    """A place with all the recogniser takes for it, "New" of "New York" too, and without "Republican" of Indiana."""
    start = one.start
    while start < one.end - 1 and doc[start].ent_type_ == "NORP":
        start += 1
    while doc[start].ent_iob_ == "I" and doc[start - 1].text[:1].isupper() and doc[start - 1].lower_ != "the":
        start -= 1
    return one._replace(start=start)


def _read(doc: Doc, one: _Named) -> _Named:
    """A name with what the words around it say: "the Hask glacier", "on Mill Road", "born in Vardholm"."""
    start, end, known, _ = one
    last, before = doc[end - 1].lower_, doc[start - 1] if start > 0 else doc[start]
    if before.lower_ == "the" and end < len(doc) and doc[end].lower_ in _LANDSCAPE and doc[end - 1].whitespace_:
        return _Named(start, end + 1, known, told=True)
    titled = any(token.is_quote for token in doc[max(0, start - 2) : start])
    if last in _PLACE_WORDS | _PLACE_SURNAMES and not titled:
        if end - start == 1 and before.tag_ == "POS" and doc[max(0, start - 2)].text[:1].isupper():
            start -= 2  # "Tanner’s Row"
        if end - start > 1 and (last in _PLACE_WORDS or _stands_at(doc, start)):
            return _Named(start, end, known, told=True)
    return one._replace(told=_is_said(doc, start))


def _stands_at(doc: Doc, start: int) -> bool:
    """Whether a place is pointed to: "on Mill Lane", "at 12 Mill Lane", "along the old Mill Lane"."""
    before = [doc[i] for i in range(max(0, start - 3), start)]
    while before and (before[-1].like_num or before[-1].pos_ in ("DET", "ADJ")):
        before.pop()
    return bool(before) and before[-1].lower_ in _AT


def _is_said(doc: Doc, start: int) -> bool:
    """Whether the words before a name say that it is a place: "the town of", "north of", "lives in", ", 40, of"."""
    if start < 2:
        return False
    word, preposition = doc[start - 2], doc[start - 1].lower_
    if preposition == "of":
        return word.lower_ in _KINDS_OF_PLACE or _AGE_OF.search(doc[max(0, start - 4) : start].text_with_ws) is not None
    if preposition in ("for", "from"):
        return word.lower_ in _SEATS
    return preposition == "in" and word.lower_ in _LIVING


def _excerpt(doc: Doc, text: str, one: _Named) -> Excerpt:
    span = doc[one.start : one.end]
    return Excerpt(span.start_char, span.end_char, text[span.start_char : span.end_char])


def _overlaps(found: Span, taken: Iterable[Span]) -> bool:
    return any(span.start < found.end and found.start < span.end for span in taken)
