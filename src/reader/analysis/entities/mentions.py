"""Where names stand in a document, and of what kind: person, organisation or place. Decides nobody's entity."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from reader.analysis.entities import kinds, names, no_names, offices
from reader.analysis.entities.kinds import key_of
from reader.lexicon.name_edges import DAYS
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.persons import (
    CHAMBERS,
    GENERATIONS,
    HONOURS,
    NOUNS,
    OFFICE_FRONTS,
    OFFICES,
    SURE_TITLES,
    TITLE_PAIRS,
    TITLES,
)
from reader.model import ActorKind

_NO_VOTES: Counter[ActorKind] = Counter()
_LOOSE_ENDS = frozenset(("'s", "’s", "-", "&", "’", "'", "of", "."))
# Shorter surnames ("Oz", "Li") are found only where the tagger sees a name.
_SHORTEST_SURNAME = 3
# Behind a title they make it an office: "High Commissioner for Refugees".
_OF_OFFICES = frozenset(("of", "for"))
# A run of this many words may be a full name with a word beside it that is no part of it.
_CUT_FROM = 3


class NameMention(NamedTuple):
    """One name where it stands: token offsets, end exclusive, title left out; `title` is the words before it.

    `told` is false where nothing about the words says of what kind it is, or that it is a name at all.
    """

    start: int
    end: int
    kind: ActorKind
    text: str
    title: str = ""
    told: bool = True


class _Labelled(NamedTuple):
    """A document with the label of each word."""

    doc: Doc
    labels: Sequence[str]


def find(doc: Doc, spans: Sequence[tuple[int, int]], labels: Sequence[str] | None = None) -> tuple[NameMention, ...]:
    """Find the names of a document, in order, each with the kind that its mentions together suggest.

    "White House spokesman Adam Crowe told Reuters." -> Adam Crowe (person), Reuters (organisation), with "White
    House" as an organisation inside the title.

    Args:
        doc: the document.
        spans: the stretches of it that may hold names.
        labels: for each word the label of the name it stands in; the recogniser's own unless given.
    """
    text = _Labelled(doc, [token.ent_type_ for token in doc] if labels is None else labels)
    spelled = no_names.spelled_out(doc)
    found = [piece for span in spans for piece in _pieces(text, span) if piece.text not in spelled]
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for piece in found:
        votes[key_of(piece.text)][piece.kind] += piece.told
    common = {token.lower_ for token in doc if token.text.islower()}
    found = [_within_known(text, _without_opener(doc, piece, votes, common), votes, common) for piece in found]
    settled = [
        piece._replace(kind=kind, told=True)
        for piece, kind in zip(found, kinds.settled(found, votes), strict=True)
        if piece.told or kind == "person" or votes[key_of(piece.text)].total()
    ]
    return tuple(sorted(settled + list(_overlooked(text, settled)), key=lambda m: m.start))


def _overlooked(text: _Labelled, found: Sequence[NameMention]) -> Iterator[NameMention]:
    """Known people where the tagger saw no name: in headlines, and where it took a surname for another word."""
    doc, taken = text.doc, {i for m in found for i in range(m.start, m.end)}
    people = [m.text.split() for m in reversed(found) if m.kind == "person" and " " in m.text]
    full = {words[_surname_at(words)]: words for words in people}
    given = {words[0] for words in people if not names.is_given(words[0])} - full.keys()
    for token in doc:
        words = full.get(token.text)
        if (
            (
                words is None
                and (token.text not in given or token.tag_ != "NNP" or text.labels[token.i] not in ("", "PERSON"))
            )
            or token.i in taken
            or len(token) < _SHORTEST_SURNAME
            or (token.is_sent_start and token.is_stop)
        ):
            continue
        start = token.i
        if words and start > 0 and doc[start - 1].text == words[-2] and start - 1 not in taken:
            start -= len(words) - 1 if doc[max(0, start - len(words) + 1)].text == words[0] else 0
        yield NameMention(start, token.i + 1, "person", doc[start : token.i + 1].text)


def _surname_at(words: Sequence[str]) -> int:
    return 0 if names.family_first([names.fold(word) for word in words]) else -1


def _within_known(
    text: _Labelled, piece: NameMention, votes: dict[str, Counter[ActorKind]], common: set[str]
) -> NameMention:
    """Cut a longer run down to the full name in it that stands elsewhere by itself."""
    words = piece.text.split()
    if len(words) < _CUT_FROM or votes[key_of(piece.text)].total() > 1 or piece.end - piece.start != len(words):
        return piece
    for start, end in ((1, len(words)), (0, len(words) - 1)):
        if start and (len(names.fold(words[0])) == 1 or words[1].islower()):
            continue  # "J. Moss", "Smokie la Grint"
        if names.is_given(words[0]) if start else votes.get(key_of(words[-1]), _NO_VOTES)["person"]:
            continue
        last = words[-1].lower()
        if not start and last not in common and last not in ORGANISATION_WORDS | NOUNS | TITLES:
            continue  # "Marta Abascal Ruiz", who is Marta Abascal elsewhere
        known = votes.get(key_of(" ".join(words[start:end])))
        if known and known["person"]:
            span = text.doc[piece.start + start : piece.start + end]
            return NameMention(span.start, span.end, "person", span.text, piece.title)
    return piece


def _without_opener(
    doc: Doc, piece: NameMention, votes: dict[str, Counter[ActorKind]], common: set[str]
) -> NameMention:
    """Drop a sentence's first word from a name that stands elsewhere without it: "Hosting Crowe" is Crowe."""
    first = doc[piece.start]
    rest = doc[piece.start + 1 : piece.end].text
    ordinary = first.lower_ in common or first.is_stop or first.lower_.endswith("ing")
    if (
        not rest
        or not ordinary
        or names.is_given(first.text)
        or key_of(rest) not in votes
        or votes[key_of(piece.text)].total() > 1
    ):
        return piece
    return NameMention(piece.start + 1, piece.end, piece.kind, rest, piece.title)


def _pieces(text: _Labelled, run: tuple[int, int]) -> Iterator[NameMention]:
    """Cut one run into names: what stands before a title, and the name behind it."""
    start, end = run
    if start >= end:
        return
    title = next((i for i in range(end - 2, start - 1, -1) if _is_title(text, i, end)), None)
    if title is not None:
        yield from _titled(text, start, title, end)
        return
    if (
        end - start >= _CUT_FROM
        and text.doc[start - 1].lower_ in ("to", "of")
        and names.is_given(text.doc[start + 1].text)
    ):
        # "the envoy to Corvane Ada Moss"
        yield from _pieces(text, (start, start + 1))
        start += 1
    start = _behind_opener(text, start, end)
    behind = offices.name_behind(text.doc, start, end)
    if behind is not None:
        yield from _pieces(text, offices.front(text.doc, start, behind))
        yield from _pieces(text, (behind, end))
        return
    person = _person_inside(text, start, end)
    if person and person != (start, end):
        if person[0] > start:
            yield from _pieces(text, (start, person[0]))
        yield from filter(None, [_piece(text, *person, "person")])
        if end > person[1]:
            yield from _pieces(text, (person[1], end))
        return
    start, end = offices.without_office(text.doc, text.labels, start, end)
    if start == end or no_names.is_none(text.doc, text.labels, start, end):
        return
    kind = kinds.suggested(text.doc[start:end], text.labels[start:end])
    piece = _piece(text, start, end, kind or "organization")
    if piece and (kind or " " in piece.text):
        yield piece._replace(told=kind is not None)


def _behind_opener(text: _Labelled, start: int, end: int) -> int:
    """The place behind a word that is no part of a name: "Australian | Timothy Weeks", "Director | WWF"."""
    if end - start >= _CUT_FROM and text.labels[start] == "NORP" and names.is_given(text.doc[start + 1].text):
        return start + 1
    post = end - start > 1 and offices.is_post(text.doc[start]) and not text.labels[start]
    return start + 1 if post and set(text.labels[start + 1 : end]) == {"ORG"} else start


def _titled(text: _Labelled, start: int, title: int, end: int) -> Iterator[NameMention]:
    """The name behind a title, and before it what the office belongs to: "White House Press Secretary Ada Moss"."""
    front = _title_start(text, start, title, end)
    while front > start and text.doc[front - 1].lower_ in OFFICE_FRONTS:
        front -= 1
    chamber = front == start + 1 and text.doc[start].lower_ in CHAMBERS
    if front > start and not chamber:
        yield from _pieces(text, (start, front))
    first = title + 1
    while first < end and text.doc[first].text in ".-":
        first += 1
    piece = _piece(text, first, end, "person")
    if piece and not _is_bare_office(text, title, first, end):
        yield piece._replace(title=text.doc[_title_start(text, start, title, end) : title + 1].text)


def _is_bare_office(text: _Labelled, title: int, first: int, end: int) -> bool:
    """Whether what stands behind a title is an office itself: "the Prime Minister", "Vice Presidential"."""
    if "PERSON" in text.labels[first:end]:
        return False
    words = [names.fold(token.text) for token in text.doc[first:end]]
    front = text.doc[title].lower_ in OFFICE_FRONTS and not any(text.labels[first:end])
    return front or all(word in TITLES | NOUNS for word in words)


def _title_start(text: _Labelled, start: int, title: int, end: int) -> int:
    """Where the titles begin of which this is the last: "Prime Minister", "Tan Sri", "Maj-Gen"."""
    while title > start:
        hyphen = text.doc[title - 1].text == "-" and title - 2 >= start
        before = title - 2 if hyphen else title - 1
        if not _is_title(text, before, end):
            break
        title = before
    return title


def _is_title(text: _Labelled, i: int, end: int) -> bool:
    """Whether this capitalised word is a title before a name: not "Judge" as the surname it may be."""
    folded = names.fold(text.doc[i].text)
    if i + 1 >= end or folded == "st":
        return False
    following = names.fold(text.doc[i + 1].text)
    if ((folded, following) in TITLE_PAIRS and i + 2 < end) or (
        i > 0 and (names.fold(text.doc[i - 1].text), folded) in TITLE_PAIRS
    ):
        return True
    # "Barón" is a surname and no baron.
    if folded not in TITLES or following in _OF_OFFICES or not text.doc[i].text.isascii():
        return False
    if folded in ("state", "house", "attorney", "general") and text.doc[i + 1].lower_ in ORGANISATION_WORDS:
        return False
    rest = text.doc[i + 1 : end]
    if rest[-1].lower_ in ORGANISATION_WORDS:
        return False
    return folded in SURE_TITLES or text.labels[i + 1] not in ("ORG", "GPE", "DATE")


def _person_inside(text: _Labelled, start: int, end: int) -> tuple[int, int] | None:
    """The person that the recogniser sees inside a longer run, as in "Lantern Rail CEO Adam Crowe"."""
    if end - start < 3:
        return None
    labels = list(text.labels[start:end])
    if "PERSON" not in labels:
        return None
    first = start + labels.index("PERSON")
    if first > start and text.doc[first].text.islower() and names.is_particle(text.doc[first].text):
        first -= 1  # "Smokie | la Grint"
    last = behind = _person_end(text, first, end)
    if (
        " " not in text.doc[first:last].text
        or text.doc[last - 1].lower_ in ORGANISATION_WORDS
        or text.doc[last : last + 1].text.lower() in ORGANISATION_WORDS  # "Ada Moss Productions"
    ):
        return None
    if behind + 1 < end and text.doc[behind].lower_ == "of":
        behind += 1  # "Ada Moss | of Harbour Public Radio"
    return (first, last) if behind == end or text.labels[behind] not in ("", "PERSON") else None


def _person_end(text: _Labelled, first: int, end: int) -> int:
    """Where the person ends that begins here: with "II" behind the name, the "yip" of "Hau-yip", what "de" opens."""
    last = first
    while last < end and (text.labels[last] == "PERSON" or names.is_particle(text.doc[last - 1].text)):
        last += 1
        if last + 1 < end and text.doc[last].text == "-" and not text.doc[last].whitespace_:
            last += 2
    return end if text.doc[end - 1].lower_ in GENERATIONS else last


def _piece(text: _Labelled, start: int, end: int, kind: ActorKind) -> NameMention | None:
    while start < end and (text.doc[start].text in ".-&’'" or text.doc[start].lower_ in ("of", "'s", "’s")):
        start += 1
    while end > start and (text.doc[end - 1].text in _LOOSE_ENDS or (end - start > 1 and _hangs(text, end - 1, kind))):
        end -= 1
    if start >= end or not any(c.isalpha() for c in text.doc[start:end].text) or len(text.doc[start:end].text) < 2:
        return None
    span = text.doc[start:end]
    if all(
        label in ("NORP", "LANGUAGE", "DATE", "TIME", "MONEY", "EVENT", "LAW", "WORK_OF_ART")
        for label in text.labels[start:end]
    ):
        return None
    return NameMention(start, end, kind, span.text)


def _hangs(text: _Labelled, i: int, kind: ActorKind) -> bool:
    """Whether a last word is no part of the name: an office, an honour, or the day that something happened."""
    token, before = text.doc[i], text.labels[i - 1]
    if token.lower_ in OFFICES and token.text[:1].isupper():
        # "Lantern Rail CEO"; but "Mun Sen" is all of a name.
        return token.text.isupper() or not (token.ent_type_ == before == "PERSON" and text.doc[i - 1].ent_iob_ == "B")
    if token.text.isupper() and token.lower_ in HONOURS:
        return kind == "person" or before == "PERSON"
    return token.lower_ in DAYS and before in ("ORG", "PERSON", "GPE")
