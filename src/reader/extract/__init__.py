"""From a Page to an Article: the body, all of it and nothing else, and what is known about it. Does no I/O."""

from reader.errors import ExtractError, NotAnArticle
from reader.extract import sniff
from reader.model import Article, Page

__all__ = ["to_article"]


def to_article(page: Page) -> Article:
    """Take the article out of a page.

    Raises:
        Paywalled: the page shows a stub and asks for payment.
        NotAnArticle: a script shell, a consent wall, a bot check, a login, an error page, a file of another kind.
        ExtractError: the page was read, but nothing came out of it.
    """
    if not page.content.strip():
        raise NotAnArticle("There is nothing in it.", "Give a page or a text with an article in it.")
    if name := sniff.binary_name(page.content):
        raise NotAnArticle(f"This is {name}, not a page or text.", "On Record reads web pages, text and Markdown.")
    try:
        return convert(page)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ExtractError("The page is too broken to be read.", "Open it in a browser.") from error


def convert(page: Page) -> Article:
    """Choose the way by the kind of page. trafilatura and lxml load for HTML alone."""
    if page.source.kind == "html":
        from reader.extract import html

        return html.to_article(page)
    if page.source.kind == "markdown":
        from reader.extract import markdown

        return markdown.to_article(page)
    from reader.extract import plaintext

    return plaintext.to_article(page)
