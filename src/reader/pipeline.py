"""The whole flow, one function an arrow: source -> Page -> Article -> Analysis -> Reading. Composes only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import DEFAULT_MODEL

if TYPE_CHECKING:
    from reader.model import Analysis, Article, Page, Reading


def load(source: str, *, stdin: bytes | None = None) -> Page:
    """Fetch a URL, read a file, or take what came on standard input when the source is "-".

    Raises:
        FetchError: it cannot be read.
    """
    from reader import fetch

    return fetch.load(source, stdin=stdin)


def to_article(page: Page) -> Article:
    """Take the article out of a page.

    Raises:
        ExtractError: the page holds no article.
    """
    from reader import extract

    return extract.to_article(page)


def clean(html: bytes | str, url: str | None = None) -> Article:
    """Take the article out of HTML at hand; `url` makes its links absolute.

    Raises:
        ExtractError: the page holds no article.
    """
    from reader.model import Page, Source

    content = html.encode("utf-8", "replace") if isinstance(html, str) else html
    charset = "utf-8" if isinstance(html, str) else None
    return to_article(Page(Source(given=url or "", kind="html", url=url), content, charset))


def analyze(
    text: str | Article,
    *,
    headline: str | None = None,
    key_points: int = 5,
    language: str | None = None,
    model: str = DEFAULT_MODEL,
    method: str = "news",
) -> Analysis:
    """Find the sentences, key points, actors, quotes, dates and figures of a text; never raises on odd text.

    Args:
        text: plain text, or an Article, whose headline, language and date are then used.
        headline: helps the key points.
        key_points: how many at most.
        language: ISO 639-1; by default the article's own, else English.
        model: the spaCy pipeline.
        method: how key points are chosen, one of `reader.summarize.METHODS`.

    Raises:
        SetupError: the language model is not installed, or there is no such method.
    """
    from msgspec.structs import replace

    from reader import analysis, summarize
    from reader.analysis.figures import figures
    from reader.analysis.timeline import timeline
    from reader.model import Analysis, Article, Span
    from reader.text import document
    from reader.text import language as languages
    from reader.text.sentences import split

    article = text if isinstance(text, Article) else Article(text=text, headline=headline, language=language)
    language = (language or article.language or "en")[:2].lower()
    headline = headline or article.headline
    blocks = tuple(Span(block.start, block.end) for block in article.blocks)
    article = replace(article, headline=headline, language=language)
    if language != "en":
        note = f"Quotes and actors are found in English only; this article's language is given as {language!r}."
        notes = [note, summarize.missing(language)]
        analysed = Analysis(sentences=split(article.text, blocks), notes=tuple(filter(None, notes)))
    else:
        read = document.read(article.text, languages.load(model), blocks)
        found = analysis.find(read, byline=article.byline)
        analysed = Analysis(
            sentences=read.sentences,
            actors=found.actors,
            quotes=found.quotes,
            timeline=timeline(article.text, read.sentences, article.published),
            figures=figures(article.text, read.sentences),
            notes=found.notes,
        )
    return _with_points(article, analysed, key_points, method)


def key_points(article: Article, analysis: Analysis, n: int, method: str) -> Analysis:
    """Choose other key points for an article already analysed; needs no language model.

    Args:
        article: the article that was analysed.
        analysis: what was found in it; everything but its key points is kept.
        n: how many at most.
        method: one of `reader.summarize.METHODS`.

    Raises:
        SetupError: there is no such method.
    """
    return _with_points(article, analysis, n, method)


def _with_points(article: Article, analysed: Analysis, n: int, method: str) -> Analysis:
    from msgspec.structs import replace

    from reader import summarize

    points = summarize.key_points(
        article.text,
        analysed.sentences,
        n,
        headline=article.headline,
        language=(article.language or "en")[:2].lower(),
        method=method,
        actors=analysed.actors,
        quotes=analysed.quotes,
    )
    return replace(analysed, key_points=points)


def read(
    source: str,
    *,
    stdin: bytes | None = None,
    key_points: int = 5,
    model: str = DEFAULT_MODEL,
    method: str = "news",
) -> Reading:
    """Fetch, clean and analyse one article.

    Raises:
        ReaderError: the source cannot be read, holds no article, or the language model is missing.
    """
    from reader.model import Reading

    page = load(source, stdin=stdin)
    article = to_article(page)
    return Reading(page.source, article, analyze(article, key_points=key_points, model=model, method=method))
