"""A text as sumy has it: sentences of words, with the stemmer and the stop words of its language.

Sentences are handed over as sumy's own document model, so its NLTK tokenizer, which needs a data download, is never
made. sumy is imported on use.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Chinese and Japanese are written without spaces: every two neighbouring characters stand for a word there.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")

# Stems are looked up again and again within a text and between texts on one story.
_STEMS_KEPT = 50_000

# Languages that sumy knows under another name than that of their code.
_SUMY_NAMES = {"el": "greek", "nb": "norwegian", "nn": "norwegian"}
# An ISO 639 code. A page may name its language as it likes, and sumy makes a file's path of the name.
_CODE = re.compile(r"[a-z]{2,3}")


class _SumyTokenizer:
    """Stands in for sumy's Tokenizer, of which a sumy Sentence needs this one method."""

    @staticmethod
    def to_words(sentence: str) -> tuple[str, ...]:
        return tuple(part for word in _WORD.findall(sentence) for part in _parts(word))


def _parts(word: str) -> list[str]:
    if not _UNSPACED.fullmatch(word):
        return [word]
    return [word[i : i + 2] for i in range(len(word) - 1)]


def document(paragraphs: Sequence[Sequence[str]], headline: str | None = None) -> Any:
    """Make sumy's document of the sentences of each paragraph; a headline is its heading."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-untyped]  # has no types

    made = [[Sentence(sentence, _SumyTokenizer) for sentence in paragraph] for paragraph in paragraphs]
    if headline and made:
        made[0].insert(0, Sentence(headline, _SumyTokenizer, is_heading=True))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in made])


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language, by its ISO 639-1 code; words in lower case where sumy has none for it."""
    from sumy.nlp.stemmers import null_stemmer  # type: ignore[import-untyped]  # has no types

    return lru_cache(maxsize=_STEMS_KEPT)(_own_stemmer(language) or null_stemmer)


def _own_stemmer(language: str) -> Callable[[str], str] | None:
    from sumy.nlp.stemmers import Stemmer

    try:
        stem: Callable[[str], str] = Stemmer(_sumy_name(language))
        stem("a")  # the Greek one says only now that it needs a package of its own
    except (LookupError, ValueError):
        return None
    return stem


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that carry no meaning by themselves; none where sumy has no list for it."""
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]  # has no types

    try:
        listed: frozenset[str] = get_stop_words(_sumy_name(language))
    except LookupError:
        return frozenset()
    return listed


def _sumy_name(language: str) -> str:
    return _SUMY_NAMES.get(language, language) if _CODE.fullmatch(language) else "none"


@cache
def missing(language: str) -> str | None:
    """What to tell about a language with neither stemmer nor stop words: "No word lists for Welsh: …"."""
    from sumy.utils import normalize_language

    if _own_stemmer(language) or stop_words(language):
        return None
    known = normalize_language(language) if _CODE.fullmatch(language) else language
    name = "this language" if known == language else known.title()
    return f"No word lists for {name}: key points were chosen by the words as they stand."
