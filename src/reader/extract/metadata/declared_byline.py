"""The authors a page declares: in JSON-LD, else in its meta elements. Judges no element that is shown."""

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from reader.extract.metadata import byline, jsonld
from reader.extract.metadata import byline_patterns as patterns
from reader.lexicon.agencies import agency_of
from reader.text import safe

# "author", "article:author_name", "citation_author", "dcterms.creator.aut", "parsely-author": one thing in the words of
# many systems. Not "twitter:creator", an account, and not "book:author" or "smartbanner:author".
AUTHOR_KEY = re.compile(
    r"(?:(?:og[:.])?article[:._-]|og[:.]|citation_|dc(?:terms|\.terms)?[.:]|parsely-|sailthru\.|dcsext\.|atc-meta|rb|"
    r"shareaholic:article_|page[._-]|news[._-]|content[._-]|post[._-]|story[._-]|bt:|cxenseparse:|vf:)?"
    r"(?:authors?|creators?|byl|byline)(?:[:._-]?(?:full[_-]?)?names?|\.aut)?",
    re.IGNORECASE,
)
# What chat programs show beside a preview, and most blogging systems fill: a label, "Written by", and its value.
LABEL_KEY = re.compile(r"twitter:label(\d)", re.IGNORECASE)


def credit(tree: HtmlElement, things: list[jsonld.Thing], article: jsonld.Thing) -> byline.Credit:
    """The people and the agency that a page declares, each person once."""
    declared = byline.merge(map(byline.parse, in_json(things, article)))
    return declared if declared.people else byline.merge((declared, *map(byline.parse, in_meta(tree))))


def in_json(things: list[jsonld.Thing], article: jsonld.Thing) -> Iterator[str]:
    """The names in the `author` of the article's object, organisations left out unless they are agencies.

    Where that object has none, another that describes an article of the same headline may.
    """
    author = article.get("author") or article.get("creator")
    if not author and (title := article.get("headline")):
        same = (other for other in things if other.get("headline") == title)
        author = next((other["author"] for other in same if other.get("author")), None)
    for part in author if isinstance(author, list) else [author]:
        yield from names_of(part)


def names_of(author: Any) -> Iterator[str]:
    """The names of one author's object, which may hold several, or one in two fields."""
    if isinstance(author, dict):
        given = author.get("name")
        if not given and author.get("familyName"):
            given = f"{jsonld.text_of(author.get('givenName'))} {jsonld.text_of(author['familyName'])}"
        organised = "Organization" in jsonld.types_of(author) or "NewsMediaOrganization" in jsonld.types_of(author)
    else:
        given, organised = author, False
    for value in given if isinstance(given, list) else [given]:
        name = safe.decoded_line(jsonld.text_of(value)).strip("\"' ")
        if name and not name.startswith("http") and (not organised or agency_of(name)):
            yield name


def in_meta(tree: HtmlElement) -> Iterator[str]:
    """What the meta elements give as an author, in their order; an element a person is as common as one for all."""
    labels: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip()
        value = safe.line(element.get("content") or "")
        if not key or not value or "://" in value or value.startswith("@"):
            continue
        if AUTHOR_KEY.fullmatch(key):
            yield value
        elif label := LABEL_KEY.fullmatch(key):
            labels[f"twitter:data{label[1]}"] = value
        elif patterns.LABEL.match(labels.get(key.lower(), "")):
            yield value
