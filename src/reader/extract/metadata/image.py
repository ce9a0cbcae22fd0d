"""The lead image: its address, caption and credit, from the page as it came; trafilatura drops captions."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from reader.extract.metadata import jsonld
from reader.extract.metadata import picture_credits as patterns
from reader.model import Image
from reader.text import safe

CREDIT_CLASS = re.compile(r"credit|copyright|attribution|photographer|source|byline", re.IGNORECASE)
CAPTION_CLASS = re.compile(r"caption|legend|bildunterschrift|cutline", re.IGNORECASE)
# Shorter "captions" are labels ("Getty", "1 of 5").
SHORTEST_CAPTION = 12


def split_credit(caption: str) -> tuple[str, str | None]:
    """Part a caption from its credit: "Ferries at dusk. (Ada Moss / Harbour Post)" gives both, without the brackets."""
    for pattern in (patterns.IN_BRACKETS, patterns.BEHIND):
        if match := pattern.search(caption):
            credit = patterns.LABEL.sub("", match["credit"].strip()).strip(" .")
            if credit and match.start() > 0:
                return caption[: match.start()].rstrip(" |•–—"), credit
    return caption, None


def captions(tree: HtmlElement) -> list[str]:
    """The captions of a page, in order: `figcaption`, and elements whose class says so."""
    found: list[str] = []
    for element in tree.iter("figcaption", "p", "span", "div", "small"):
        if element.tag == "figcaption" or CAPTION_CLASS.search(element.get("class") or ""):
            text = safe.line(element.text_content())
            if len(text) >= SHORTEST_CAPTION:
                found.append(text)
    return list(dict.fromkeys(found))


def alts(tree: HtmlElement) -> list[str]:
    """What the page says is to be seen on its images, names of files and single words left out."""
    return [alt for image in tree.iter("img") if " " in (alt := safe.line(image.get("alt") or ""))]


def lead(tree: HtmlElement, article: jsonld.Thing, meta_image: str | None, base: str | None) -> Image | None:
    """The image that stands for the article: what the page declares, with the caption of its first figure."""
    caption, credit, source = first_figure(tree)
    declared = article.get("image")
    url = safe.safe_url(image_url(declared), base) or safe.safe_url(meta_image, base) or safe.safe_url(source, base)
    if not caption and isinstance(declared, dict):
        caption, credit = split_credit(safe.decoded_line(jsonld.text_of(declared.get("caption"))))
        credit = credit or safe.decoded_line(jsonld.text_of(declared.get("creditText"))) or None
    if not url and not caption:
        return None
    return Image(url=url, caption=caption or None, credit=credit, alt=alt_of(tree, url, source))


def alt_of(tree: HtmlElement, url: str | None, source: str | None) -> str | None:
    """What the page says is to be seen on an image: the text of the `img` with the same file name.

    Names of files and single words ("Image") say nothing.
    """
    names = [name_of(address) for address in (url, source) if address]
    for image in tree.iter("img"):
        alt = safe.line(image.get("alt") or "")
        if " " in alt and name_of(image.get("src") or image.get("data-src") or "") in names:
            return alt
    return None


def name_of(address: str) -> str:
    """The file name in the address of an image, without its size behind a question mark."""
    return address.partition("?")[0].rstrip("/").rpartition("/")[2]


def image_url(declared: object) -> str | None:
    """The address in a JSON-LD image: a string, an object, or a list of either."""
    if isinstance(declared, list):
        return next((url for part in declared if (url := image_url(part))), None)
    if isinstance(declared, dict):
        url = declared.get("url") or declared.get("contentUrl")
        return url if isinstance(url, str) else None
    return declared if isinstance(declared, str) else None


def first_figure(tree: HtmlElement) -> tuple[str | None, str | None, str | None]:
    """Caption, credit and address of the first figure with a caption inside the article, or in the page without one."""
    for place in (*tree.iter("article"), *tree.iter("main"), tree):
        for figure in place.iter("figure"):
            caption = figure.find(".//figcaption")
            if caption is None:
                continue
            credit_part = credit_element(caption.iter("span", "small", "cite", "p", "div", "em", "i"))
            text = safe.line(caption.text_content())
            credit = safe.line(credit_part.text_content()) if credit_part is not None else None
            if credit and credit != text:
                text = safe.line(text.replace(credit, " "))
            else:
                credit = None
            text, found = split_credit(text)
            if len(text) >= SHORTEST_CAPTION:
                image = figure.find(".//img")
                label = patterns.LABEL.sub("", credit).strip(" .()") if credit else None
                return text, label or found, image.get("src") if image is not None else None
    return None, None, None


def credit_element(parts: Iterable[HtmlElement]) -> HtmlElement | None:
    """The element of a caption that holds the credit, by its class."""
    return next((part for part in parts if CREDIT_CLASS.search(part.get("class") or "")), None)
