"""One name spelled in two ways within an article: "Parvez" and "Pervaiz", "Bum-gye" and "Beom-kye", "Gerado"."""

import re
from functools import lru_cache

from reader.analysis.entities.names import Name, family_first
from reader.lexicon.given_names import GIVEN_NAMES, PRONOUNS

# Shorter words that sound alike are often two names: "Anna" and "Anne".
_SHORTEST = 5
# One letter off counts in words of this many letters.
_ONE_OFF_FROM = 6
# Sounds that papers write in several ways, in the order in which they are put into one.
_SOUNDS = (
    (re.compile("eo|eu|oo|ou"), "u"),
    (re.compile("ae|ai|ei|ay|ey"), "e"),
    (re.compile("ee"), "i"),
    (re.compile("ph"), "f"),
    (re.compile("ck|kh|q"), "k"),
    (re.compile("c(?!h)"), "k"),
    (re.compile("zh|sch"), "sh"),
    (re.compile("w"), "v"),
    (re.compile("y|j(?=i|$)"), "i"),
    (re.compile("e"), "a"),
    (re.compile("o"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# Consonants of Korean names that are written soft or hard: "gye", "kye".
_HARD = str.maketrans("gbd", "kpt")


def alike(one: Name, other: Name) -> bool:
    """Whether two full names are one spelled in two ways: given name or surname the same, the other one alike.

    "Parvez Moss" and "Pervaiz Moss", "Rishi Lindar" and "Rishi Lindaar", but not "Anna Moss" and "Anne Moss"; nor
    two listed given names that go with different pronouns.
    """
    if not one.given or not other.given or (one.suffix and other.suffix and one.suffix != other.suffix):
        return False
    if one.surname == other.surname:
        if _is_family_first(one) and _is_family_first(other):
            return _hard(one.given) == _hard(other.given)
        shorter, longer = sorted((one.given, other.given), key=len)
        return len(shorter) == 1 and _same_given(shorter[0], longer[-1])
    same = one.given == other.given and len(one.given[0]) > 1
    return same and one.surname[:1] == other.surname[:1] and sounds_like(one.surname, other.surname, one_off=True)


def sounds_like(one: str, other: str, *, one_off: bool = False) -> bool:
    """Whether two folded words are spellings of one sound, or, if asked, one letter off."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    if _sound(one) == _sound(other):
        return True
    return one_off and min(len(one), len(other)) >= _ONE_OFF_FROM and one_letter_off(one, other)


def one_letter_off(one: str, other: str) -> bool:
    """Whether a single letter more, less or other tells two words apart."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def _same_given(one: str, other: str) -> bool:
    if one[:1] != other[:1] or one == other:
        return False
    if one in GIVEN_NAMES and other in GIVEN_NAMES:
        return PRONOUNS.get(one) == PRONOUNS.get(other) and sounds_like(one, other)
    return sounds_like(one, other, one_off=True)


def _is_family_first(name: Name) -> bool:
    return family_first((name.surname, *name.given))


def _hard(given: tuple[str, ...]) -> list[str]:
    return [_sound(part).translate(_HARD) for word in given for part in word.split("-")]


# The same few names are compared again and again in one article.
@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return word
