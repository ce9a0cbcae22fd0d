"""The first half of the flow, source -> Page -> Article or Listing: fetching and cleaning. Loads no language model."""

from reader.errors import ExtractError, NotAnArticle, ReaderError
from reader.model import Article, Listing, Page, Source

# AMP and print: a page that offers more has them in other languages or forms.
MOST_VERSIONS = 2
# Of one article; a site that shows a paragraph a page would be asked without end.
MOST_PAGES = 12
OTHER_VERSION = "The page itself shows little; this was read from {}."


def load(source: str, *, stdin: bytes | None = None, led_by: Source | None = None) -> Page:
    """Fetch a URL, read a file, or take what came on standard input when the source is "-".

    `led_by` is the page that names a URL which the reader did not give.

    Raises:
        FetchError: it cannot be read.
    """
    from reader import fetch

    return fetch.load(source, stdin=stdin, led_by=led_by)


def to_article(page: Page) -> Article | Listing:
    """Take out of a page the article, or what it lists.

    Where one from the web shows little, its other version is read; where it is the first of several pages, the others.

    Raises:
        ExtractError: the page holds neither.
    """
    from reader import extract, fetch

    try:
        found = extract.to_article(page)
    except ExtractError:
        if other := _other_version(page, None):
            return other
        raise
    if isinstance(found, Listing):
        return found
    if extract.is_first_part(found) and fetch.is_address(page.source.given):
        return _whole(page, found)
    return (extract.is_thin(found) and _other_version(page, found)) or found


def _whole(page: Page, article: Article) -> Article:
    """The article with the pages that follow its first, as far as each leads to the next and goes on with the text.

    Of all of them together no more is read than of one page that is very long.
    """
    from reader import extract, fetch
    from reader.extract.extent import LONGEST_PAGE

    first = page.source.url or page.source.given
    pages = [article]
    left = LONGEST_PAGE - len(page.content)
    while (address := extract.following(page, first, len(pages) + 1)) and len(pages) < MOST_PAGES and left > 0:
        try:
            page = fetch.load(address, led_by=page.source)
            left -= len(page.content)
            found = extract.to_article(page)
        except ReaderError:
            break
        if not isinstance(found, Article) or not extract.is_further(found, pages):
            break
        pages.append(found)
    return extract.joined(pages, address) if len(pages) > 1 else article


def _other_version(page: Page, article: Article | None) -> Article | None:
    """The article in the AMP or print version of a page, when that has more of it than was read first."""
    import msgspec

    from reader import extract, fetch

    if not fetch.is_address(page.source.given):
        return None
    for url in extract.alternatives(page)[:MOST_VERSIONS]:
        try:
            other = extract.to_article(fetch.load(url, led_by=page.source))
        except ReaderError:
            continue
        if isinstance(other, Article) and extract.is_fuller(other, article):
            address = article.url if article else page.source.url
            return msgspec.structs.replace(other, url=address, notices=(*other.notices, OTHER_VERSION.format(url)))
    return None


def clean(html: bytes | str, url: str | None = None) -> Article | Listing:
    """Take out of HTML at hand the article, or what it lists; `url` makes its links absolute.

    Raises:
        ExtractError: the page holds neither.
    """
    from reader import extract

    content = html.encode("utf-8", "replace") if isinstance(html, str) else html
    charset = "utf-8" if isinstance(html, str) else None
    return extract.to_article(Page(Source(given=url or "", kind="html", url=url), content, charset))


def refusal(listing: Listing) -> NotAnArticle:
    """The error for a listing where only an article will do."""
    return NotAnArticle(listing.notice, f"Give one of its articles, such as {listing.entries[0].url}")
