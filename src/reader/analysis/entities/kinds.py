"""Of what kind a name is: person, organisation or place, by its own words and by all its mentions together."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from spacy.tokens import Span

from reader.analysis.entities import names
from reader.lexicon import places
from reader.lexicon.name_words import KINDS, METONYMS, OFFICES_FOR, ORGANISATION_WORDS, PAPERS
from reader.model import ActorKind

# Inside a name: "D’Arcy", "O'Hara".
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")
# Person names longer than this are runs of something else ("Keep America Great Again Rally").
_LONGEST_PERSON = 5
# Of kinds as often suggested the last one here counts, so that one name is of one kind throughout: a lone word that is
# nobody's full name or surname is seldom a person.
_TIED: tuple[ActorKind, ...] = ("person", "organization", "place")
# "J.P. Moss", "JP Moss": initials written without a space.
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")


class Judged(Protocol):
    """A name as it stands: its words without a title, its title, and the kind it would have alone."""

    @property
    def text(self) -> str:
        """Its words, the title left out."""

    @property
    def title(self) -> str:
        """The title before it, or nothing."""

    @property
    def kind(self) -> ActorKind:
        """The kind it would have by itself."""


def key_of(text: str) -> str:
    """What the mentions of one name have in common: its words, folded."""
    return " ".join(names.fold(word) for word in text.split())


def suggested(span: Span, labels: Sequence[str]) -> ActorKind | None:
    """The kind of name that a capitalised run is by itself; None where it is none."""
    words = [token.lower_ for token in span if token.is_alpha]
    # Of as many labels the last one tells: "Kelmaria" of "Kelmaria Rising" is a place, the whole a party.
    votes = Counter(KINDS[label] for label in reversed(labels) if label in KINDS)
    if "-".join(words) in METONYMS or any(pair in OFFICES_FOR for pair in pairwise(words)):
        return "organization"
    if len(words) == 1 and words[0] in PAPERS and span[0].ent_type_ == "ORG":
        return "organization"  # "Courier", a word that means more than papers
    if any(word in ORGANISATION_WORDS for word in words) and (votes or len(words) > 1):
        return "organization"
    alpha = [token for token in span if len(token) > 1 and _APOSTROPHE.sub("", token.text).isalpha()]
    if 2 <= len(alpha) <= _LONGEST_PERSON and names.is_given(span[0].text) and span[0].text[:1].isupper():
        return "person"
    if names.family_first([names.fold(word) for word in span.text.split()]):
        return "person"
    return votes.most_common(1)[0][0] if votes else None


def settled(found: Sequence[Judged], votes: Mapping[str, Counter[ActorKind]]) -> list[ActorKind]:
    """For each name of a text the kind that all its mentions together suggest.

    "Peter Vale closed the pier. Vale gave no reason." makes a person of any other Vale, but not of "Peru".

    Args:
        found: the names, each with the kind it would have alone.
        votes: by the key of each name, how many of its mentions are of each kind.
    """
    full = [piece for piece in found if _is_full(piece, votes)]
    known = _Known(
        surnames=frozenset(form for piece in full for form in _surnames(piece.text)),
        given=frozenset(key_of(piece.text).split()[0] for piece in full),
        bodies=frozenset(
            key_of(piece.text).split()[0] for piece in found if piece.kind == "organization" and " " in piece.text
        ),
        openings=frozenset(form for piece in full for form in _openings(piece.text)),
        votes=votes,
    )
    return [_kind(piece, known) for piece in found]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a text tells of its names: what is a surname, a given name, first names, or opens a body’s; votes by key."""

    surnames: frozenset[str]
    given: frozenset[str]
    bodies: frozenset[str]
    openings: frozenset[str]
    votes: Mapping[str, Counter[ActorKind]]


def _is_full(piece: Judged, votes: Mapping[str, Counter[ActorKind]]) -> bool:
    """Whether a name is a person's of several words, or must be since its last word is one elsewhere."""
    words = piece.text.split()
    if len(words) < 2 or any(word.lower() in ORGANISATION_WORDS for word in words):
        return False
    if piece.kind == "person":
        return True
    alone = votes.get(key_of(words[-1]), Counter())
    told = alone["person"] > alone["place"] + alone["organization"]
    return (
        len(words) <= _LONGEST_PERSON and told and words[0][:1].isupper() and key_of(words[0]) not in places.COUNTRIES
    )


def _kind(piece: Judged, known: _Known) -> ActorKind:
    key, votes = key_of(piece.text), known.votes[key_of(piece.text)]
    if piece.title:
        return piece.kind
    if _is_country(key, votes):
        return "place"
    # A surname may be taken for a place each time, a given name seldom is; "Virginia" opens more than names.
    given = key in known.given and (votes["person"] > 0 or not votes["place"])
    if (key in known.surnames or given) and not _is_shouted(piece, votes):
        return "person"
    if key in known.openings or _is_full(piece, known.votes) or _is_of_surname(piece, known):
        return "person"
    if key in PAPERS:
        return "organization"  # "Dispatch", which nobody here has for a surname
    if key in known.bodies and 2 * max(votes.values(), default=0) <= votes.total():
        return "organization"  # "Quill", taken for a place and for a person once each, of "Quill Partners"
    return max(votes, key=lambda kind: (votes[kind], _TIED.index(kind))) if votes else piece.kind


def _is_country(key: str, votes: Counter[ActorKind]) -> bool:
    """Whether a name is a country's in this text too: "Peru", and no surname of that spelling."""
    return key in places.COUNTRIES and votes["place"] > 0 and votes["place"] >= votes["person"]


def _is_shouted(piece: Judged, votes: Counter[ActorKind]) -> bool:
    """Whether capitals make an acronym of what might be a surname: "VALE", but not where it is a person's elsewhere."""
    return piece.text.isupper() and not votes["person"]


def _is_of_surname(piece: Judged, known: _Known) -> bool:
    """Whether initials or a given name stand before the surname of somebody known: "JP Moss"."""
    first, *rest = piece.text.split()
    opens = _INITIALS.fullmatch(first) is not None or names.is_given(first)
    return bool(rest) and opens and key_of(" ".join(rest)) in known.surnames


def _surnames(text: str) -> Iterator[str]:
    """What a full name may be shortened to, as a key: "Bill de Blasio" -> "blasio", "de blasio"."""
    written, words = text.split(), key_of(text).split()
    if len(words) < 2 or len(written) != len(words):
        return
    if names.family_first(words):
        yield words[0]
        return
    yield words[-1]
    if names.is_particle(written[-2]) or len(words) > 3:
        yield " ".join(words[-2:])
    if len(words) > 3 and names.is_particle(written[-3]):
        yield " ".join(words[-3:])


def _openings(text: str) -> Iterator[str]:
    """A full name without its last words, as keys: "Marta Abascal Ruiz" -> "marta abascal"."""
    words = key_of(text).split()
    return (" ".join(words[:end]) for end in range(2, len(words)))
