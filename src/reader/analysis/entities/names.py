"""Names as strings: titles, given names, surnames, and whether two names may be one person's. Knows no article."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal, NamedTuple

from reader.lexicon import family_names, given_names
from reader.lexicon.given_names import SHORT_FORMS
from reader.lexicon.persons import (
    ARTICLES_OF_SURNAMES,
    GENERATIONS,
    PARTICLES,
    PRONOUNS_OF_TITLES,
    SUFFIXES,
    TITLE_PAIRS,
    TITLES,
)
from reader.lexicon.pronouns import Pronoun

_WORD = re.compile(r"[\w’'\-]+\.?")
_POSSESSIVE = re.compile(r"[’']s?$")
# The article of an Arabic surname, with its hyphen: "al-Rashad" is written "Al Rashad" as well.
_ARTICLE = re.compile(rf"\b({'|'.join(sorted(ARTICLES_OF_SURNAMES))})-(?=\w)", re.IGNORECASE)
# "Misbah-ul-Haq" goes by Misbah as well.
_LINKED = re.compile(r"(?<=\w)-(u[lrdzs])-(?=\w)", re.IGNORECASE)
_MOST_INITIALS = 3
# One syllable, as each half of a given name behind a family name is: "Seung", "Hyun", "Phuc".
_SYLLABLE = re.compile(r"[^aeiouy]{0,3}[aeiouy]{1,4}[^aeiouy]{0,2}")


class Name(NamedTuple):
    """A person's name in its parts, folded, without full stops: `given` may be empty, `surname` never is."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    suffix: str


# The same few words are folded again and again; the table is bounded for the sake of a long-lived process.
@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Fold a word for comparing: lower case, straight apostrophe, no accent, no full stop, no possessive."""
    folded = _POSSESSIVE.sub("", text.replace("’", "'")).replace(".", "").casefold()
    return folded if folded.isascii() else _without_accents(folded)


@lru_cache(maxsize=4096)
def _without_accents(text: str) -> str:
    """Papers leave accents out, even within one article: "Adán Benítez" and "Adan Benitez"."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def parse(text: str) -> Name | None:
    """Take a person's name apart; None where nothing but titles is left.

    "Sen. Robert C. Scott Jr." -> titles (sen), given (robert, c), surname "scott", suffix "jr"; where the family name
    comes first, as in "Han Ji-woo", it is the surname all the same.
    """
    parted = _LINKED.sub(r" \1 ", _ARTICLE.sub(r"\1 ", _without_nickname(text)))
    found = [word for word in _WORD.findall(parted) if fold(word)]
    words = [fold(word) for word in found]
    # "Barón" is a surname and no baron.
    titled = min(titles_of([fold(word) for word in takewhile(str.isascii, found)]), len(words) - 1)
    titles, words = words[:titled], words[titled:]
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if len(words) > 1 and _are_initials(found[titled], found[titled + 1]):
        found[titled : titled + 1] = words[:1] = list(words[0])
    if not words or (len(words) == 1 and words[0] in TITLES and not titles and found[0].isascii()):
        return None
    if family_first(words):
        return Name(tuple(titles), tuple(words[1:]), words[0], suffix)
    particles = [is_particle(word) for word in found[len(titles) :]]
    cut = len(words) - 1
    while cut > 1 and particles[cut - 1]:
        cut -= 1
    if cut == 1 and particles[0]:
        cut = 0
    return Name(tuple(titles), tuple(words[:cut]), " ".join(words[cut:]), suffix)


def _are_initials(first: str, second: str) -> bool:
    """Whether the first word of a name is initials without spaces: "JP Moss", "J.P. Moss", but not "ADA MOSS"."""
    return first.isupper() and 1 < len(fold(first)) <= _MOST_INITIALS and not second.isupper()


def titles_of(words: Sequence[str]) -> int:
    """How many titles open some folded words: "tan sri" is two of them, but "tan" alone and "sri" are names."""
    count = 0
    while count < len(words):
        pair = tuple(words[count : count + 2])
        if words[count] not in TITLES and pair not in TITLE_PAIRS:
            break
        count += 2 if pair in TITLE_PAIRS else 1
    return count


def family_first(words: Sequence[str]) -> bool:
    """Whether the first of some folded words is the family name: "han ji-woo", "tran van duc", but not "lee ann moss".

    The words behind it must be syllables, one word with a hyphen or two without, and no given name of English copy.
    """
    if not 2 <= len(words) <= 3 or words[0] not in family_names.FIRST:
        return False
    rest = words[1:] if len(words) == 3 else words[1].split("-")
    return len(rest) == 2 and all(_SYLLABLE.fullmatch(part) and part not in given_names.GIVEN_NAMES for part in rest)


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
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    if len(shorter) < len(longer) and longer[-len(shorter) :] == shorter:
        return True
    return _same_given(one.given[0], other.given[0]) and _same_middle(one.given, other.given)


Relation = Literal["same", "form", "part", "conflict", "other"]
"""How the names of two articles go together: one full name; one in another form of it; one, or both, a bare surname;
one name, with something in it that tells two people apart; two names."""


def relation(one: Name, other: Name) -> Relation:
    """Whether two names that stand in different articles may be one person's. Stricter than `may_be_one` in a text.

    "Robert C. Hale" and "Robert Hale" are the same; "Bob Hale", "R. Hale", "Robert Case Hale" and "Robert Hale Jr." are
    forms of it, and "Hale" is part of it; "Robert D. Hale" and "Robert C. Hale", "Hale Jr." and "Hale Sr." conflict.
    """
    if core(one.surname) != core(other.surname):
        return "form" if opens(one, other) or opens(other, one) else "other"
    first, second = _flat(one.given), _flat(other.given)
    if not first or not second:
        return "part"
    alike = _first_names(first, second)
    if alike in ("other", "conflict") or generation(one) == generation(other):
        return alike
    return "conflict" if generation(one) and generation(other) else "form"


def generation(name: Name) -> str:
    """What tells a father from a son of one name: "jr", "iii"; a degree does not."""
    return name.suffix if name.suffix in GENERATIONS else ""


def _flat(given: tuple[str, ...]) -> tuple[str, ...]:
    """Given names with their halves apart: "ji-woo" is written "ji woo" as well."""
    return tuple(part for name in given for part in name.split("-") if part)


def _first_names(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    if one[:1] != other[:1]:
        # "M. Thomas Hale" goes by Thomas.
        second = any(len(a[0]) == 1 and a[1:2] == b[:1] for a, b in ((one, other), (other, one)))
        return "form" if second or _same_given(one[0], other[0]) else "other"
    if any(a != b and (a[0] != b[0] or min(len(a), len(b)) > 1) for a, b in zip(one[1:], other[1:], strict=False)):
        return "conflict"
    shorter, longer = sorted((one, other), key=len)
    # Of "J. Moss" there are many; of "J. K. Moss" there are few.
    initials = len(one[0]) == 1 and len(longer) == 1
    left_out = longer[len(shorter) :]
    return "form" if initials or any(len(word) > 1 for word in left_out) else "same"


def words_of(name: Name) -> tuple[str, ...]:
    """The words of a name without titles and suffix, given names first."""
    return (*name.given, *name.surname.split())


def opens(one: Name, other: Name) -> bool:
    """Whether a full name is the opening of a longer one: "Marta Abascal", of "Marta Abascal Ruiz"."""
    words = words_of(one)
    return len(words) < len(words_of(other)) and words_of(other)[: len(words)] == words


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
