"""What is known about an article beside its text: JSON-LD first, then OpenGraph and meta, then what the page shows."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.extract.metadata import byline, declared_byline, headline, image, jsonld, shown_byline, site, visible, when
from reader.extract.metadata.elsewhere import Elsewhere
from reader.extract.page_kind import paywall
from reader.model import Image
from reader.text import safe

LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?=$|[-_])")
PUBLISHED_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "pubdate", "dc.date", "dcterms.date",
    "citation_publication_date", "article.published", "originalpublicationdate", "last-modified",
)  # fmt: skip
MODIFIED_KEYS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "revised", "updated",
)  # fmt: skip
SECTION_KEYS = ("article:section", "og:article:section", "parsely-section", "articlesection", "section", "category")
LONGEST_SECTION = 40
# What systems call their own parts, and addresses.
NO_SECTION = re.compile(
    r"^(?:home ?page|front ?page|home|all|posts?|articles?|pages?|uncategori[sz]ed|unkategorisiert|non classé|"
    r"sin categoría|default|website|blog|featured|slider|latest)$|\.\w{2,4}$|^\W*$",
    re.IGNORECASE,
)
# What stands behind the name of a site.
MOTTO = re.compile(r"(?<=\w\w\w)\s+[|·•–—-]+\s+.*$|(?<=\w\w\w): .*$")


class Facts(NamedTuple):
    """Everything the page says about its article; `free` is False when it says it is not.

    `words` is how many it says it has (0: it does not say), `base` what its relative addresses are relative to,
    `stated` its text as stated beside the page, `things` all that is said in JSON-LD.
    """

    headline: str | None
    standfirst: str | None
    credit: byline.Credit
    publisher: str | None
    published: str | None
    modified: str | None
    section: str | None
    language: str | None
    url: str | None
    image: Image | None
    captions: list[str]
    alts: list[str]
    free: bool
    words: int
    base: str | None
    stated: str
    things: list[jsonld.Thing]


def read(tree: HtmlElement, url: str | None) -> Facts:
    """Read what a page says about its article. Takes the tree as it came, before trafilatura prunes a copy of it."""
    things = jsonld.things(tree)
    article = jsonld.article_of(things)
    meta = meta_of(tree)
    canonical = own_address((link_of(tree), meta.get("og:url")), url)
    publisher = publisher_of(tree, article, meta)
    title = headline.find(tree, article, meta, site_names(publisher, canonical))
    elsewhere = Elsewhere(tree, title)
    published = published_of(tree, article, meta, url, elsewhere)
    return Facts(
        headline=title,
        standfirst=standfirst_of(article, meta),
        credit=credit_of(tree, declared_byline.credit(tree, things, article), publisher, elsewhere, canonical),
        publisher=publisher,
        published=published,
        modified=modified_of(tree, article, meta, published),
        section=section_of(things, article, meta),
        language=language_of(tree, article, meta),
        url=canonical,
        image=image.lead(tree, article, meta.get("og:image") or meta.get("twitter:image"), canonical),
        captions=image.captions(tree),
        alts=image.alts(tree),
        free=paywall.is_free(things, meta),
        words=paywall.words_of(article),
        base=safe.safe_url(tree.xpath("string(//base/@href)"), url) or safe.safe_url(url) or canonical,
        stated=jsonld.text_of(article.get("articleBody")),
        things=things,
    )


def site_names(publisher: str | None, url: str | None) -> list[str]:
    """By what names the site may stand in a title: as the page calls it, and as its address does."""
    host = (urlsplit(url).hostname or "") if url else ""
    return [publisher or "", host.removeprefix("www."), host.removeprefix("www.").rpartition(".")[0]]


def meta_of(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by lower-case name or property, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().casefold()
        content = safe.line(element.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def link_of(tree: HtmlElement) -> str | None:
    """The canonical address the page gives itself."""
    return next((element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical"), None)


def publisher_of(tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str]) -> str | None:
    """The publication: what the page calls its site, else the publisher of the JSON-LD, else the end of the title.

    A motto behind a bar is left off ("The Harbour Post | News you can trust"), and of two spellings of one name that of
    the JSON-LD is taken ("USA Herald", not "usaherald").
    """
    declared = safe.decoded_line(jsonld.text_of(article.get("publisher")))
    named = meta.get("og:site_name", "").removeprefix("@")
    name = MOTTO.sub("", declared if headline.joined(declared) == headline.joined(named) else named or declared)
    name = name or meta.get("application-name", "") or headline.site_of(tree, meta)
    return name if name and not name.startswith(("http://", "https://")) else None


def standfirst_of(article: jsonld.Thing, meta: dict[str, str]) -> str | None:
    """The summary the page gives; whether the text begins with it is for the caller to see."""
    declared = safe.decoded_line(jsonld.text_of(article.get("description")))
    return declared or meta.get("og:description") or meta.get("description")


def credit_of(
    tree: HtmlElement, declared: byline.Credit, publisher: str | None, elsewhere: Elsewhere, url: str | None
) -> byline.Credit:
    """The people who wrote it and the agency: declared names first, else the byline shown on the page."""
    site = shown_byline.Site(publisher or "", tuple(map(headline.joined, site_names(publisher, url))))
    shown, is_line = shown_byline.find(tree, site, elsewhere)
    people = tuple(name for name in declared.people if not byline.is_site(name, publisher or ""))
    # What systems declare is at times who put it online: where a line says "By …" beside it, that line was right.
    if byline.is_fuller(shown.people, people) or (is_line and not byline.is_one_of(people, shown.people)):
        people = tuple(name for name in shown.people if not byline.is_site(name, publisher or ""))
    return byline.Credit(people, declared.agency or shown.agency)


def own_address(named: Iterable[str | None], url: str | None) -> str | None:
    """The first address by which a page calls itself that can be its own, else the one that it came from.

    Another site's is left: any page could show itself as another paper's, and lead there. So is the front page of its
    site, on a page that is not: a slip of its template. Of a page that came from no address, all can be.
    """
    addresses = filter(None, (safe.safe_url(each, url) for each in named))
    return next((each for each in addresses if not url or _may_be_of(each, url)), safe.safe_url(url))


def _may_be_of(address: str, url: str) -> bool:
    is_front_door = not urlsplit(address).path.strip("/") and urlsplit(url).path.strip("/") != ""
    return not is_front_door and site.is_same(address, url)


def published_of(
    tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str], url: str | None, elsewhere: Elsewhere
) -> str | None:
    """The date of publication, the first source that gives one."""
    declared = (jsonld.text_of(article.get("datePublished")), *(meta.get(key) for key in PUBLISHED_KEYS))
    dated = next((date for value in declared if (date := when.iso(value))), None)
    if dated is None:
        # Typed by hand in place of ISO 8601 ("Jun 12, 2025"): less sure than what is shown.
        return visible.published(tree, url, elsewhere) or next(
            (date for value in declared if value and (date := visible.worded(value))), None
        )
    # A page that was moved to another system is declared to be of that day: of 130 pages that show a date at their
    # headline two show one that is earlier by more than days, and rightly.
    shown = visible.at_headline(elsewhere)
    return shown if shown and when.is_older(shown, dated) else dated


def modified_of(tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str], published: str | None) -> str | None:
    """When it was last changed, where that is later than its publication: declared, else "Updated …" as shown."""
    declared = (jsonld.text_of(article.get("dateModified")), *(meta.get(key) for key in MODIFIED_KEYS))
    found = next((date for value in declared if (date := when.iso(value))), None) or visible.updated(tree)
    return found if found and when.is_later(found, published) else None


def section_of(things: list[jsonld.Thing], article: jsonld.Thing, meta: dict[str, str]) -> str | None:
    """The section of the paper it stands in: declared, else the end of the trail of breadcrumbs."""
    stated = (jsonld.text_of(article.get("articleSection")), next(reversed(jsonld.trail(things)), ""))
    declared, trail = map(safe.decoded_line, stated)
    for text in (declared, *(meta.get(key, "") for key in SECTION_KEYS), trail):
        # Of several, "Books,Home Page,Slider", the first; "Arts, Books & Culture" is one.
        parts = [text] if "&" in text else re.split(r"(?:(?<!\s)\s++)?,\s*|(?<!\s)\s++[-|>/]\s+", text)
        name = parts[0].strip()
        if name and len(name) <= LONGEST_SECTION and not NO_SECTION.search(name):
            return name[:1].upper() + name[1:] if name.islower() else name
    return None


def language_of(tree: HtmlElement, article: jsonld.Thing, meta: dict[str, str]) -> str | None:
    """ISO 639-1 (or 639-3) of the page: `html lang`, then what the article and the meta elements say."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), None)
    shown = (root.get("lang") or root.get("xml:lang")) if root is not None else None
    for value in (shown, jsonld.text_of(article.get("inLanguage")), meta.get("og:locale"), meta.get("language")):
        if match := LANGUAGE.match((value or "").strip()):
            return match.group().lower()
    return None
