"""Names as strings: titles, given names, surnames, and whether two names may be one person's. Knows no article."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.lexicon import given_names
from reader.lexicon.given_names import SHORT_FORMS
from reader.lexicon.persons import PARTICLES, PRONOUNS_OF_TITLES, SUFFIXES, TITLES
from reader.lexicon.pronouns import Pronoun

_WORD = re.compile(r"[\w’'\-]+\.?")
_POSSESSIVE = re.compile(r"[’']s?$")


class Name(NamedTuple):
    """A person's name in its parts, folded, without full stops: `given` may be empty, `surname` never is."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    suffix: str


def fold(text: str) -> str:
    """Fold a word for comparing: lower case, straight apostrophe, no full stop, no possessive."""
    return _POSSESSIVE.sub("", text.replace("’", "'")).replace(".", "").casefold()


def parse(text: str) -> Name | None:
    """Take a person's name apart; None where nothing but titles is left.

    "Sen. Robert C. Scott Jr." -> titles (sen), given (robert, c), surname "scott", suffix "jr".
    """
    found = [word for word in _WORD.findall(_without_nickname(text)) if fold(word)]
    words = [fold(word) for word in found]
    titles: list[str] = []
    while len(words) > 1 and words[0] in TITLES:
        titles.append(words.pop(0))
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words or (len(words) == 1 and words[0] in TITLES and not titles):
        return None
    particles = [is_particle(word) for word in found[len(titles) :]]
    cut = len(words) - 1
    while cut > 1 and particles[cut - 1]:
        cut -= 1
    if cut == 1 and particles[0]:
        cut = 0
    return Name(tuple(titles), tuple(words[:cut]), " ".join(words[cut:]), suffix)


def is_particle(word: str) -> bool:
    """Whether a word as it is written may belong to the surname: "von", "de", "Al", "St."; "e", but no initial "E."."""
    return fold(word) in PARTICLES and (len(fold(word)) > 1 or word.islower())


def _without_nickname(text: str) -> str:
    return re.sub(r"[\"“”(][^\"“”()]*[\"“”)]", " ", text)


def may_be_one(one: Name, other: Name) -> bool:
    """Whether two full or partial names may be the same person's: nothing in them disagrees.

    "Robert J. Hale" and "Bob Hale" may; "Tom Moss" and "Ada Moss", "Jr." and "Sr.", "H." and
    "W." may not.
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if core(one.surname) != core(other.surname):
        return False
    pronouns = {p for p in (title_pronoun(one), title_pronoun(other)) if p}
    if len(pronouns) > 1:
        return False
    if not one.given or not other.given:
        return True
    # "Lindmoor Gray" and "Joel Lindmoor Gray": two surnames, the given name left out.
    shorter, longer = sorted(((*one.given, one.surname), (*other.given, other.surname)), key=len)
    if len(shorter) < len(longer) and longer[-len(shorter) :] == shorter:
        return True
    return _same_given(one.given[0], other.given[0]) and _same_middle(one.given, other.given)


def core(surname: str) -> str:
    """The surname without its particles: "de Marlow" may be written "Marlow"."""
    return surname.rsplit(" ", 1)[-1]


def _same_given(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) <= 1 and one[:1] == other[:1]):
        return True
    longer = SHORT_FORMS.get(one, frozenset()) | {one}
    return bool(longer & (SHORT_FORMS.get(other, frozenset()) | {other}))


def _same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two middle initials agree, as those of a father and a son of one name seldom do."""
    if min(len(one), len(other)) == 1 or max(len(one[1]), len(other[1])) > 1:
        return True
    return one[1] == other[1]


def title_pronoun(name: Name) -> Pronoun | None:
    """The pronoun that a title tells: "Mrs." -> she."""
    return next((PRONOUNS_OF_TITLES[title] for title in name.titles if title in PRONOUNS_OF_TITLES), None)


def pronoun(name: Name) -> Pronoun | None:
    """The pronoun that a title or the given name suggests, or None."""
    told = title_pronoun(name)
    if told or not name.given:
        return told
    first = name.given[0]
    if len(first) == 1 and len(name.given) > 1:
        first = name.given[1]
    return given_names.PRONOUNS.get(first.split("-")[0])


def suggested(known: Sequence[Name]) -> Pronoun | None:
    """The pronoun that the names of one person suggest together: any title before any given name."""
    told = next((p for p in map(title_pronoun, known) if p), None)
    return told or next((p for p in map(pronoun, known) if p), None)


def is_given(word: str) -> bool:
    """Whether a word is a common given name."""
    return fold(word).split("-")[0] in given_names.GIVEN_NAMES
