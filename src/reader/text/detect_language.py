"""Which language a text is in. The only module that asks py3langid, and only where cheaper signs do not tell."""

import re
from collections.abc import Sequence

from reader.lexicon.languages import NAMES, OTHER_SCRIPTS, SMALLEST_OF_ENGLISH

# The smallest words of English are this much of all but six of 311 English articles, and of none of 20 in others.
ENGLISH_SHARE = 0.12
# Below this many words the share is chance.
LEAST_WORDS = 12
# The beginning of a long text tells as much as all of it.
LOOKED_AT = 4_000
# A guess on less is chance; letters of other scripts count three times, since they tell more.
LEAST_LETTERS = 24
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# A text in another script than that of its language: the declaration is that of the site's frame.
MOSTLY = 0.6


def language_of(text: str, declared: str | None) -> str | None:
    """The language of an article, ISO 639-1: what its page declares, unless the text plainly says otherwise.

    Args:
        text: the article.
        declared: what its page says, if it does.
    """
    sample = text[:LOOKED_AT].casefold()
    english = is_english(sample.split())
    if english and declared in ("en", None):
        return "en"
    words = WORD.findall(sample)
    other = declared not in ("en", None) and not english and len(words) >= LEAST_WORDS
    if other and fits_script(words, str(declared)):
        return declared
    letters = sum(3 - 2 * bool(LATIN.match(letter)) for word in words for letter in word)
    if letters < LEAST_LETTERS:
        return declared
    return guess(sample) or declared


def is_english(words: Sequence[str]) -> bool:
    """True for words among which the smallest of English are as many as in no other language."""
    return len(words) >= LEAST_WORDS and sum(map(SMALLEST_OF_ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words)


def fits_script(words: Sequence[str], language: str) -> bool:
    """True when words are in Latin letters as their language is, or in others as that is."""
    letters = "".join(words)
    latin = len(LATIN.findall(letters)) / max(1, len(letters))
    return latin < MOSTLY if language in OTHER_SCRIPTS else latin > 1 - MOSTLY or language not in NAMES


def name_of(language: str) -> str:
    """The English name of a language, or its code where it is rare."""
    return NAMES.get(language.partition("-")[0], f"the language {language!r}")


def guess(text: str) -> str | None:
    """What py3langid takes a text for."""
    from py3langid import classify  # type: ignore[import-untyped]  # has no types

    language, _ = classify(text)
    return str(language) if language else None
