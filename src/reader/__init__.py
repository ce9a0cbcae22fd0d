"""On Record: read the news in a terminal, and see who said what.

The public API. Importing this package loads nothing heavy: each function imports its part on use.
"""

# Not out of `typing`, and no annotation that needs `__future__`: until the command line runs, Ctrl+C ends in a
# traceback, and those imports are most of the time.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import Analysis, Article, Reading

__all__ = ["analyze", "clean", "read", "to_json", "to_markdown"]
__version__ = "0.1.0"


def read(source: "str | Path") -> "Reading":
    """Fetch, clean and analyse one article.

    Args:
        source: an http(s) URL, or the path of a page (.html, .mhtml), a text (.txt, .md) or a mail (.eml).

    Raises:
        ReaderError: the source cannot be read, or holds no article.
    """
    from reader import pipeline
    from reader.model import Listing

    found = pipeline.read(str(source))
    if isinstance(found, Listing):
        raise pipeline.refusal(found)
    return found


def clean(html: bytes | str, url: str | None = None) -> "Article":
    """Take the article, and nothing else, out of a page.

    Raises:
        ExtractError: the page holds no article.
    """
    from reader import pipeline
    from reader.model import Listing

    found = pipeline.clean(html, url)
    if isinstance(found, Listing):
        raise pipeline.refusal(found)
    return found


def analyze(
    text: "str | Article",
    *,
    headline: str | None = None,
    key_points: int = 5,
    language: str = "en",
    method: str = "news",
) -> "Analysis":
    """Find the sentences, key points, actors and quotes of a text.

    Every offset points into the text exactly as given. Never raises on odd text; what could not be done is said in
    `Analysis.notes`.

    Args:
        text: plain text, paragraphs parted by line breaks, or a clean Article.
        headline: helps the key points; taken from the Article when one is given.
        key_points: how many sentences to choose, at most.
        language: ISO 639-1 of a plain text; an Article has its own. Quotes and actors are found in English only.
        method: how key points are chosen: "news", our own way, or one of sumy's: "lexrank", "textrank", "lsa", "luhn",
            "edmundson", "kl", "sumbasic", "reduction".
    """
    from reader import pipeline

    return pipeline.analyze(text, headline=headline, key_points=key_points, language=language, method=method)


def to_markdown(reading: "Reading", template: str | None = None) -> str:
    """Write a reading as a Markdown note; `template` is Jinja2 source that replaces the default note."""
    from reader.render import markdown

    return markdown.to_markdown(reading, template=template)


def to_json(reading: "Reading") -> str:
    """Write a reading as JSON; `reader.render.json.schema` describes it."""
    from reader.render import json

    return json.to_json(reading)
