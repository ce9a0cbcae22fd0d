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

    from reader import analysis, summarize
    from reader.analysis.figures import figures
    from reader.analysis.glance import glance
    from reader.analysis.places import places
    from reader.analysis.timeline import timeline
    from reader.model import Analysis, Article, Span
    from reader.text import document
    from reader.text import language as languages
    from reader.text.sentences import split

    article = text if isinstance(text, Article) else Article(text=text, language=language)
    article = structs.replace(article, headline=headline or article.headline)
    language = (language or article.language or "en")[:2].lower()
    blocks = tuple(Span(block.start, block.end) for block in article.blocks)
    if language != "en":
        sentences = split(article.text, blocks)
        points = summarize.key_points(article.text, sentences, key_points, headline=article.headline)
        note = f"Quotes and actors are found in English only; this article's language is given as {language!r}."
        plain = Analysis(sentences=sentences, key_points=points, notes=(note,))
        return structs.replace(plain, glance=glance(article, plain))
    read = document.read(article.text, languages.load(model), blocks)
    found = analysis.find(read, byline=article.byline)
    whole = Analysis(
        sentences=read.sentences,
        key_points=summarize.key_points(article.text, read.sentences, key_points, headline=article.headline),
        actors=found.actors,
        quotes=found.quotes,
        timeline=timeline(read, article.published),
        figures=figures(read),
        places=places(read, found.names, found.actors, article.headline),
        notes=found.notes,
    )
    return structs.replace(whole, glance=glance(article, whole))


def read(source: str, *, stdin: bytes | None = None, key_points: int = 5, model: str = DEFAULT_MODEL) -> Reading:
    """Fetch, clean and analyse one article.

    Raises:
        ReaderError: the source cannot be read, holds no article, or the language model is missing.
    """
    from reader.model import Reading

    page = load(source, stdin=stdin)
    article = to_article(page)
    return Reading(page.source, article, analyze(article, key_points=key_points, model=model))
