"""The ways to rank the sentences of a text that sumy brings. `news`, the default, is in `rank`."""

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from reader.errors import SetupError
from reader.lexicon import edmundson
from reader.summarize import METHODS
from reader.summarize.wording import document, stemmer, stop_words

# Where sumy keeps them: the module and the class.
_SUMMARIZERS = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}

# These take a second or more at so many sentences, on two cores: `kl` grows with the cube of them, the others with the
# square. Later sentences come last, in order.
_MOST_SENTENCES = {"kl": 80, "lexrank": 250, "lsa": 250, "reduction": 200}


def check(method: str) -> None:
    """See that there is such a method.

    Raises:
        SetupError: there is none of that name.
    """
    if method not in METHODS:
        raise SetupError(f"There is no method {method!r} to choose key points.", f"Choose one of {', '.join(METHODS)}.")


def ranking(method: str, paragraphs: Sequence[Sequence[str]], headline: str | None, language: str) -> list[int]:
    """Rank sentences by one of sumy's methods: their indices, best first, those it cannot rate last.

    Args:
        method: one of METHODS, but for "news".
        paragraphs: the texts of the sentences of each.
        headline: Edmundson's method looks for its words.
        language: ISO 639-1.
    """
    import numpy as np

    total = sum(map(len, paragraphs))
    best_first: list[int] = []

    def keep(rated: Sequence[Any]) -> Sequence[Any]:
        best_first.extend(each.order for each in rated)
        return rated

    # sumy takes a function of all rated sentences, best first, for the number of sentences wanted.
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        summarizer = _made(method, language)
        summarizer(document(_first(paragraphs, _MOST_SENTENCES.get(method, total)), headline), keep)
    ranked = set(best_first)
    return best_first + [i for i in range(total) if i not in ranked]


def _first(paragraphs: Sequence[Sequence[str]], most: int) -> list[Sequence[str]]:
    kept = []
    for paragraph in paragraphs:
        kept.append(paragraph[:most])
        most -= len(kept[-1])
    return [paragraph for paragraph in kept if paragraph]


def _made(method: str, language: str) -> Any:
    """Make the summarizer of a method, with the stemmer and the stop words of a language."""
    module, name = _SUMMARIZERS[method]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer(language))
    if method != "edmundson":
        summarizer.stop_words = stop_words(language)
        if method == "lsa":
            _number_words_in_order(summarizer)
        return summarizer
    # It refuses empty lists: a word that no text holds stands for "none".
    summarizer.bonus_words = edmundson.BONUS if language == "en" else {"\0"}
    summarizer.stigma_words = edmundson.STIGMA if language == "en" else {"\0"}
    summarizer.null_words = stop_words(language) or {"\0"}
    return summarizer


def _number_words_in_order(summarizer: Any) -> None:
    """Have LSA give the same answer in every run: it numbers words as a set gives them, and near ties then differ."""
    numbered = summarizer._create_dictionary
    summarizer._create_dictionary = lambda document: {
        word: number for number, word in enumerate(sorted(numbered(document)))
    }
