"""The places of a story, most central first. Finds no names by itself but for what the words around one plainly say."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from reader.analysis.entities import names
from reader.analysis.entities.entity import Entity, Group, clean
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import places as words
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.persons import SEATS
from reader.model import Mention, Place, Span
from reader.text import dateline
from reader.text.document import Document

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


def typed(
    document: Document, found: Sequence[NameMention], spans: Sequence[tuple[int, int]]
) -> tuple[NameMention, ...]:
    """Tell the places among the names of a text, once for all who ask: what is a place here is one everywhere.

    "UPPER DRANITZ, Kelmaria — A hillside …" gives Upper Dranitz and Kelmaria, "Ida Holm, 40, of Mill Hollow" Mill
    Hollow, whatever else that was taken for; capitalised words that were taken for nothing come in. Organisations,
    people and those who are of a place ("the French") are none.

    Args:
        document: an English text that has been read.
        found: the names in it, in order.
        spans: the stretches of it that may hold names.
    """
    doc = document.doc
    at = [doc.char_span(place.start, place.end, alignment_mode="expand") for place in _filed(document.text)]
    filed = [span for span in at if span]
    people = {i for name in found if name.kind == "person" for i in range(name.start, name.end)}
    taken = {i for span in filed for i in range(span.start, span.end)}
    named = [one for one in _named(doc, found, spans) if taken.isdisjoint(range(one.start, one.end))]
    keys = {_key(span.text) for span in filed}
    sure = frozenset(keys)
    keys |= {_key(_text(doc, one)) for one in named if one.told or (one.known and _apart(one, people))}
    places = [NameMention(span.start, span.end, "place", span.text) for span in filed]
    for one in named:
        text = _text(doc, one)
        key = _key(text)
        if key in keys and (one.told or key in sure or _apart(one, people)):
            places.append(NameMention(one.start, one.end, "place", text))
    within = {i for one in named if one.told and one.end - one.start > 1 for i in range(one.start, one.end)}
    told = {(one.start, one.end) for one in named if one.told}
    places = [p for p in places if (p.start, p.end) in told or p.start not in within or p.end - 1 not in within]
    settled = {i for place in places for i in range(place.start, place.end)}
    others = (name for name in found if settled.isdisjoint(range(name.start, name.end)))
    return tuple(sorted((*places, *others), key=lambda name: name.start))


def grouped(found: Iterable[NameMention]) -> list[Group]:
    """Sort the names of places by which place they name: "Washington" is the United States where these are named."""
    found = list(found)
    present = {_key(mention.text) for mention in found}
    groups: dict[str, Group] = {}
    for mention in found:
        key = _key(mention.text)
        government = words.GOVERNMENTS.get(key)
        groups.setdefault(government if government in present else key, Group()).mentions.append(mention)
    return list(groups.values())


def ranked(
    document: Document, entities: Sequence[Entity], ids: Mapping[int, str], headline: str | None = None
) -> tuple[Place, ...]:
    """The places among the entities of a text, the most central first: those filed from, named often and early.

    Args:
        document: the text.
        entities: who and what is named in it.
        ids: by the number of an entity its id.
        headline: helps the order.
    """
    text, doc = document.text, document.doc
    filed = {place.start for place in _filed(text)}
    lede = document.paragraphs[0].end if document.paragraphs else 0
    folded = (headline or "").casefold()

    def weight(place: Place) -> int:
        first = place.mentions[0].start
        headlined = place.name.casefold() in folded
        return len(place.mentions) + _FILED * (first in filed) + _HEADLINED * headlined + _LED * (first < lede)

    found = []
    for n, entity in enumerate(entities):
        if entity.kind != "place" or entity.name.lower() in words.BARE:
            continue
        spans = (doc[mention.start : mention.end] for mention in entity.mentions)
        mentions = (Mention(s.start_char, s.end_char, text[s.start_char : s.end_char]) for s in spans)
        found.append(Place(ids[n], entity.name, tuple(mentions)))
    return tuple(sorted(found, key=lambda place: (-weight(place), place.mentions[0].start)))


def _text(doc: Doc, one: _Named) -> str:
    return doc[one.start : one.end].text


def _apart(one: _Named, taken: Collection[int]) -> bool:
    return not any(i in taken for i in range(one.start, one.end))


def _key(text: str) -> str:
    """What the forms of one place's name have in common: "the U.S.", "America" and "United States" are "us"."""
    key = " ".join(names.fold(word) for word in clean(text).split())
    return words.ALIASES.get(key, key)


def _filed(text: str) -> tuple[Span, ...]:
    """The places of the dateline at the head of a text: "ASTANA", "Kazakhstan"."""
    line = dateline.find(text)
    return line.places if line else ()


def _named(doc: Doc, found: Sequence[NameMention], spans: Sequence[tuple[int, int]]) -> Iterator[_Named]:
    """Every name that may be a place's, in order."""
    spoken = {i for name in found for i in range(name.start, name.end)}
    loose = [_Named(*span) for span in spans if spoken.isdisjoint(range(*span))]
    sorted_out = [_Named(name.start, name.end, known=name.kind == "place") for name in found]
    for one in sorted([*loose, *(_whole(doc, one) if one.known else one for one in sorted_out)]):
        if one.known or not any(token.lower_ in ORGANISATION_WORDS for token in doc[one.start : one.end]):
            told = _read(doc, one)
            if told.end - told.start > 1 or doc[told.start].lower_ not in words.BARE:
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
    if before.lower_ == "the" and end < len(doc) and doc[end].lower_ in words.LANDSCAPE and doc[end - 1].whitespace_:
        return _Named(start, end + 1, known, told=True)
    titled = any(token.is_quote for token in doc[max(0, start - 2) : start])
    if last in words.NAMES | words.SURNAMES and not titled:
        if end - start == 1 and before.tag_ == "POS" and doc[max(0, start - 2)].text[:1].isupper():
            start -= 2  # "Tanner’s Row"
        if end - start > 1 and (last in words.NAMES or _stands_at(doc, start)):
            return _Named(start, end, known, told=True)
    return one._replace(told=_is_said(doc, start))


def _stands_at(doc: Doc, start: int) -> bool:
    """Whether a place is pointed to: "on Mill Lane", "at 12 Mill Lane", "along the old Mill Lane"."""
    before = [doc[i] for i in range(max(0, start - 3), start)]
    while before and (before[-1].like_num or before[-1].pos_ in ("DET", "ADJ")):
        before.pop()
    return bool(before) and before[-1].lower_ in words.AT


def _is_said(doc: Doc, start: int) -> bool:
    """Whether the words before a name say that it is a place: "the town of", "north of", "lives in", ", 40, of"."""
    if start < 2:
        return False
    word, preposition = doc[start - 2], doc[start - 1].lower_
    if preposition == "of":
        return word.lower_ in words.BEFORE_OF or _AGE_OF.search(doc[max(0, start - 4) : start].text_with_ws) is not None
    if preposition in ("for", "from"):
        return word.lower_ in SEATS
    return preposition == "in" and word.lower_ in words.LIVING
