"""The whole flow, one function an arrow: source -> Page -> Article -> Analysis -> Reading. Composes only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import DEFAULT_MODEL

if TYPE_CHECKING:
    from reader.model import Analysis, Article, Page, Reading, Span


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
) -> Analysis:
    """Find the sentences, key points, actors, quotes, dates, figures and places of a text; never raises on odd text.

    Args:
        text: plain text, or an Article, whose headline, language and date are then used.
        headline: helps the key points.
        key_points: how many at most.
        language: ISO 639-1; by default the article's own, else English.
        model: the spaCy pipeline.

    Raises:
        SetupError: the language model is not installed.
    """
    from msgspec import structs

    from reader import summarize
    from reader.analysis.glance import glance
    from reader.model import Analysis, Article, Span
    from reader.text.sentences import split

    article = text if isinstance(text, Article) else Article(text=text, language=language)
    article = structs.replace(article, headline=headline or article.headline)
    language = (language or article.language or "en")[:2].lower()
    blocks = tuple(Span(block.start, block.end) for block in article.blocks)
    if language == "en":
        found = _found(article, blocks, model)
    else:
        note = f"Quotes and actors are found in English only; this article's language is given as {language!r}."
        found = Analysis(sentences=split(article.text, blocks), notes=(note,))
    points = summarize.key_points(article.text, found.sentences, key_points, headline=article.headline)
    return structs.replace(found, key_points=points, glance=glance(article, found))


def _found(article: Article, blocks: tuple[Span, ...], model: str) -> Analysis:
    """All that is found by the grammar of an English text; key points and the glance are not among it."""
    from reader import analysis
    from reader.analysis.figures import figures
    from reader.analysis.places import places
    from reader.analysis.timeline import timeline
    from reader.model import Analysis
    from reader.text import document
    from reader.text import language as languages

    read = document.read(article.text, languages.load(model), blocks)
    attributed = analysis.find(read, byline=article.byline)
    return Analysis(
        sentences=read.sentences,
        actors=attributed.actors,
        quotes=attributed.quotes,
        timeline=timeline(read, article.published),
        figures=figures(read),
        places=places(read, attributed.names, attributed.actors, article.headline),
        notes=attributed.notes,
    )


def read(source: str, *, stdin: bytes | None = None, key_points: int = 5, model: str = DEFAULT_MODEL) -> Reading:
    """Fetch, clean and analyse one article.

    Raises:
        ReaderError: the source cannot be read, holds no article, or the language model is missing.
    """
    from reader.model import Reading

    page = load(source, stdin=stdin)
    article = to_article(page)
    return Reading(page.source, article, analyze(article, key_points=key_points, model=model))
