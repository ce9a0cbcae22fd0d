"""From a Page to an Article, the body, all of it and nothing else; or to the Listing that it is. Does no I/O."""

from collections.abc import Sequence

import msgspec

from reader.errors import ExtractError, NotAnArticle
from reader.extract import extent
from reader.extract.formats import sniff
from reader.extract.page_kind import page_kind
from reader.model import Article, Listing, Page
from reader.text import detect_language

__all__ = ["alternatives", "following", "is_first_part", "is_fuller", "is_further", "is_thin", "joined", "to_article"]

# About a hundred words: an article this short may be the beginning of one.
THIN = 600
# Another version is taken when it has half as much text again; less than that is its furniture.
FULLER = 1.5


def to_article(page: Page) -> Article | Listing:
    """Take the article out of a page; of a page that lists articles, take what it lists.

    Raises:
        Paywalled: the page shows a stub and asks for payment.
        NotAnArticle: a script shell, a consent wall, a bot check, a login, an error page, a video,
            a file of another kind.
        ExtractError: the page was read, but nothing came out of it.
    """
    subject = page_kind.subject_of(page.source)
    if not page.content.strip():
        raise NotAnArticle(f"{subject} has nothing in it.", "Give a page or a text with an article in it.")
    if name := sniff.binary_name(page.content):
        raise NotAnArticle(f"{subject} is {name}, not a page or text.", sniff.KNOWN)
    try:
        read = extent.file_part(page)
        found = convert(read)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ExtractError(f"{subject} is too broken to be read.", "Open it in a browser.") from error
    if isinstance(found, Listing):
        return found
    found = extent.bounded(found)
    found = extent.told(found, extent.FILE_CUT) if extent.goes_on(page, read) else found
    language = detect_language.language_of(found.text, found.language)
    return found if language == found.language else msgspec.structs.replace(found, language=language)


def convert(page: Page) -> Article | Listing:
    """Choose the way by the kind of page. trafilatura and lxml load for HTML, alone or in mail, and for no text."""
    if page.source.kind in ("html", "mhtml"):
        from reader.extract.formats import saved
        from reader.extract.page import html

        return html.to_article(saved.unpacked(page) if page.source.kind == "mhtml" else saved.named(page))
    if page.source.kind == "email":
        from reader.extract.formats import mail

        return mail.to_article(page)
    if page.source.kind == "markdown":
        from reader.extract.formats import markdown

        return markdown.to_article(page)
    from reader.extract.formats import plaintext

    return plaintext.to_article(page)


def alternatives(page: Page) -> tuple[str, ...]:
    """The addresses of other versions that a page offers of itself: AMP, print. Worth trying where it is thin."""
    from reader.extract.page_kind import other_versions

    return other_versions.of(page)


def is_first_part(article: Article) -> bool:
    """True for an article that is page 1 of several, as its notices say."""
    from reader.extract.page_kind import parts

    return any(parts.is_notice(notice, 1) for notice in article.notices)


def following(page: Page, first: str, number: int) -> str | None:
    """Where the page with this number lies, of the article whose first page has an address; None where nothing says."""
    from reader.extract.page_kind import parts

    return parts.following(page, first, number)


def is_further(page: Article, before: Sequence[Article]) -> bool:
    """True for a page that goes on with an article, and does not say again what stands on the pages before."""
    from reader.extract.page import joining

    return joining.is_further(page, before)


def joined(pages: Sequence[Article], unread: str | None) -> Article:
    """One article of its first pages, in order, at least one.

    Its notices say how many there are; `unread` is where the next one is, if it was not read.
    """
    from reader.extract.page import joining
    from reader.extract.page_kind import parts

    said = [notice for page in pages for notice in page.notices if not parts.is_notice(notice)]
    whole = joining.joined(pages, (*dict.fromkeys(said), parts.read_so_far(len(pages), unread)))
    return extent.bounded(whole)


def is_thin(article: Article) -> bool:
    """True for an article so short that another version of its page may have more of it."""
    return len(article.text) < THIN


def is_fuller(other: Article, article: Article | None) -> bool:
    """True when another version has clearly more text than what was read first, if anything was."""
    return article is None or len(other.text) > FULLER * len(article.text)
