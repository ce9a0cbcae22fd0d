"""The second half of the flow, Article -> Analysis: what the process with the language model does. Fetches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.model import Analysis, Article, Correction, Engine, Span

ENGLISH_ONLY = "Quotes and actors are found in English only; this article is in {}."
FIRST_PART = "Only the first {:,} characters of {:,} were analysed: the article is very long."


def analyze(
    text: str | Article,
    *,
    headline: str | None = None,
    key_points: int = 5,
    language: str | None = None,
    model: str = DEFAULT_MODEL,
    method: str = "news",
    corrections: Sequence[Correction] = (),
) -> Analysis:
    """Find the sentences, key points, actors, quotes, dates, figures and places of a text; never raises on odd text.

    Args:
        text: plain text, or an Article, whose headline, language and date are then used.
        headline: helps the key points.
        key_points: how many at most.
        language: ISO 639-1 of a plain text; an Article has its own. English where neither tells.
        model: the spaCy pipeline.
        method: how key points are chosen, one of `reader.summarize.METHODS`.
        corrections: what the reader decided of its quotes.

    Raises:
        SetupError: the language model is not installed, or there is no such method.
    """
    from msgspec import structs

    from reader.analysis.engine import engine
    from reader.analysis.glance import glance
    from reader.model import Analysis, Article, Span
    from reader.summarize.wording import missing
    from reader.text import detect_language
    from reader.text.sentences import split

    article = text if isinstance(text, Article) else Article(text=text, language=language)
    language = (article.language or language or "en").lower()
    article = structs.replace(article, headline=headline or article.headline, language=language)
    whole, article = article, _read_of(article)
    blocks = tuple(Span(block.start, block.end) for block in article.blocks)
    day = None
    if _is_english(language):
        found, day = _found(article, blocks, model)
    else:
        notes = (ENGLISH_ONLY.format(detect_language.name_of(language)), missing(language.partition("-")[0]))
        found = Analysis(
            sentences=split(article.text, blocks, language),
            notes=tuple(note for note in notes if note),
            engine=engine(None),
        )
    if article is not whole:
        cut = FIRST_PART.format(len(article.text), len(whole.text))
        found = structs.replace(found, notes=(*found.notes, cut))
    found = structs.replace(found, glance=glance(article, found, day))
    return choose_points(article, mended(article, found, corrections), key_points, method)


def engine_for(article: Article, model: str) -> Engine:
    """What `analyze` would put down as having made its analysis of an article.

    Args:
        article: the article.
        model: the spaCy pipeline.

    Raises:
        SetupError: the language model is not installed.
    """
    from reader.analysis.engine import engine
    from reader.text import nlp_model as languages

    return engine(languages.name_and_version(model) if _is_english((article.language or "en").lower()) else None)


def _is_english(language: str) -> bool:
    return language.startswith("en")


def mended(article: Article, analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """What was found in an article with the reader's decisions laid over it, and summed up; its key points stay.

    Needs no language model.

    Args:
        article: the article that was analysed.
        analysis: what the program found in it by itself.
        corrections: in the order in which they were made.
    """
    from msgspec.structs import replace

    from reader.analysis.corrections import corrected
    from reader.analysis.glance import glance

    if not corrections:
        return analysis
    found = corrected(article.text, analysis, corrections)
    return replace(found, glance=replace(glance(_read_of(article), found), when=analysis.glance.when))


def _read_of(article: Article) -> Article:
    """The article itself, or of one longer than articles are the first part, which is all that is analysed."""
    from msgspec.structs import replace

    from reader.text.extent import first_part

    end = first_part(article.text)
    if end == len(article.text):
        return article
    return replace(article, text=article.text[:end], blocks=tuple(b for b in article.blocks if b.end <= end))


def _found(article: Article, blocks: tuple[Span, ...], model: str) -> tuple[Analysis, date | None]:
    """All that is found by the grammar of an English text, but key points and the glance; and the day of the story."""
    from reader.analysis import attribution
    from reader.analysis.engine import engine
    from reader.analysis.quantities.figures import figures
    from reader.analysis.time.story_day import story_day
    from reader.analysis.time.timeline import timeline
    from reader.model import Analysis, Span
    from reader.text import document
    from reader.text import nlp_model as languages

    quotes = [Span(block.start, block.end) for block in article.blocks if block.kind == "quote"]
    read = document.read(article.text, languages.load(model), blocks, quotes)
    attributed = attribution.find(read, byline=article.byline, headline=article.headline)
    told = story_day(read, article.published, article.modified)
    found = Analysis(
        sentences=read.sentences,
        actors=attributed.actors,
        quotes=attributed.quotes,
        timeline=timeline(read, told.counts_from),
        figures=figures(read),
        places=attributed.places,
        engine=engine(languages.name_and_version(model)),
    )
    return found, told.day


def choose_points(article: Article, analysis: Analysis, n: int, method: str) -> Analysis:
    """Choose the key points of an article already analysed; needs no language model.

    Args:
        article: the article that was analysed.
        analysis: what was found in it; everything but its key points is kept.
        n: how many at most.
        method: one of `reader.summarize.METHODS`.

    Raises:
        SetupError: there is no such method.
    """
    from msgspec.structs import replace

    from reader.summarize.points import key_points

    points = key_points(
        _read_of(article).text,
        analysis.sentences,
        n,
        headline=article.headline,
        language=(article.language or "en").partition("-")[0].lower(),
        method=method,
        actors=analysis.actors,
        quotes=analysis.quotes,
    )
    return replace(analysis, key_points=points)
