"""The byline a page shows: elements marked as one, links to authors, lines that begin with "by". Looks at no prose."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.extract.metadata import byline, headline
from reader.extract.metadata import byline_patterns as patterns
from reader.extract.metadata.elsewhere import Elsewhere, class_words, is_author_link, is_beside, short_text, words_of
from reader.lexicon.agencies import agency_of
from reader.lexicon.wordlists import words
from reader.text import safe

# What a class says that marks the byline or a name in it, in the languages that systems are written in.
_MARKS = words(
    """byline bylines byl author authors authored authorname writer writers autor autores autoren autore autori auteur
    auteurs journalist journalists reporter reporters columnist contributor contributors creator writtenby postedby
    zuozhe penulis yazar skribent verfasser forfatter toimittaja szerzo autorka submitted"""
)
# One of these is in every class that has such a word; most have none, and are not taken apart.
_HINT = re.compile(
    "aut[eho]|byl|writ|journ|report|column|contrib|creat|posted|submitted|zuozhe|penulis|yazar|skrib|verfasser|forfat|toimit|szerzo"
)
# Where systems say what an element is.
_SAYING = ("class", "id", "data-testid", "data-qa", "data-component")
_MOST_LOOKED_AT = 60
# Agencies alone are believed to the first of them only: those further down sign other stories.
_SURE = 3
_TAGS = (
    "a", "span", "p", "div", "address", "li", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "i", "small", "aside",
    "section", "cite", "dt", "th", "dd", "td", "ul", "header", "author", "font",
)  # fmt: skip
# A paragraph so long is the article's text: links to people behind it are in what it says.
_PROSE = 200
# So many lines "By Ada Moss" with other names make a list of other people's work; so many are looked at for it.
_LIST_OF_LINES = 4
_MOST_LINES = 12
# Where "by" stands in a line that begins with it and what was done: "Commentary by".
_LONGEST_BY = 20
# How far a byline reaches around the first name in it.
_MOST_LEVELS = 4


class Site(NamedTuple):
    """What the site is called, as declared and as its address has it: no author's name."""

    publisher: str
    names: tuple[str, ...]


class Shown(NamedTuple):
    """A byline as shown; `is_line` where it says in so many words who wrote: "By Ada Moss"."""

    credit: byline.Credit
    is_line: bool


def find(tree: HtmlElement, site: Site, elsewhere: Elsewhere) -> Shown:
    """The byline shown on the page: an author link, an element marked as one, or a short line "By Ada Moss".

    A team signs where no person does: "The Harbour Team".
    """
    agency = None
    team = byline.Credit()
    for at, element in enumerate(candidates(tree, elsewhere, site)):
        found = signed_by(element, elsewhere, site)
        if found.people and not all(map(patterns.COLLECTIVE.fullmatch, found.people)):
            box = short_text(box_of(element, elsewhere), byline.LONGEST_LINE) or ""
            is_line = patterns.WROTE.match(box) is not None and all(map(byline.is_full, found.people))
            return Shown(byline.Credit(found.people, found.agency or agency), is_line)
        team = team if team.people else found
        agency = agency or (found.agency if at < _SURE else None)
    return Shown(byline.Credit(team.people, agency), is_line=False)


def signed_by(element: HtmlElement, elsewhere: Elsewhere, site: Site) -> byline.Credit:
    """Whom an element names, with what stands around it where it names somebody or says "by" alone."""
    found = credit_in(element, site)
    return credit_in(box_of(element, elsewhere), site) if found.people or is_label(element) else found


class Named(NamedTuple):
    """What on a page may name an author: said to beyond doubt; by class or by a line, `lines` the latter; by a link."""

    sure: list[HtmlElement]
    marked: list[HtmlElement]
    lines: list[HtmlElement]
    led: list[HtmlElement]


def read(tree: HtmlElement, elsewhere: Elsewhere) -> Named:
    """Walk a page once for what may name an author, each in the order of the page."""
    page = Named([], [], [], [])
    # Links that lead to authors without being marked are believed between the headline and the first of the text.
    at_head = False
    known: dict[str, bool] = {}
    for element in tree.iter("h1", "img", *_TAGS):
        css = " ".join(filter(None, map(element.get, _SAYING)))
        if (marked := known.get(css)) is None:
            marked = known[css] = says_byline(css)
        text = (element.text or "").strip()
        if is_marked_link(element, marked=marked):
            page.sure.append(element)
        elif marked:
            page.marked.append(element)
        elif text and (is_by(text) if len(text) > patterns.LONGEST_ALONE else patterns.is_alone(text) or is_by(text)):
            page.marked.append(element)
            page.lines.append(element)
        elif element.tag in ("h1", "h2"):
            at_head = at_head or elsewhere.holds_title(element)
        elif at_head and text and is_signed_abroad(text):
            page.marked.append(element)
        elif at_head:
            at_head = element.tag != "p" or short_text(element, _PROSE) is not None
            page.led.extend(leads_to_author(element))
    return page


def candidates(tree: HtmlElement, elsewhere: Elsewhere, site: Site) -> Iterator[HtmlElement]:
    """Elements of the article's own that may hold the byline, the surest first; each is made when it is asked for."""
    page = read(tree, elsewhere)
    found = chain(
        _own(page.sure, elsewhere, sure=True), _own_marked(page, elsewhere, site), _own(page.led, elsewhere, sure=True)
    )
    return islice(found, _MOST_LOOKED_AT)


def _own(group: list[HtmlElement], elsewhere: Elsewhere, *, sure: bool) -> Iterator[HtmlElement]:
    return (element for element in group[:_MOST_LOOKED_AT] if not elsewhere.holds(element, sure=sure))


def _own_marked(page: Named, elsewhere: Elsewhere, site: Site) -> Iterator[HtmlElement]:
    """Those marked by a class or by their words; of a list of lines by different people none is the byline."""
    lines = list(_own(page.lines, elsewhere, sure=False))
    if len({signed_by(element, elsewhere, site).people for element in lines[:_MOST_LINES]} - {()}) < _LIST_OF_LINES:
        lines = []
    listed = set(lines)
    yield from (element for element in _own(page.marked, elsewhere, sure=False) if element not in listed)


def is_signed_abroad(text: str) -> bool:
    """Whether a line below the headline is a byline of another language than English and nothing else."""
    if len(text) > byline.LONGEST_NAME:
        return False
    return patterns.LABELLED.match(text) is not None or patterns.LINE_ABROAD.match(text) is not None


def is_by(text: str) -> bool:
    """Whether a text begins with "by" in English, told from most others by the letters alone."""
    return "by" in text[:_LONGEST_BY].lower() and patterns.ENGLISH_BY.match(text) is not None


def leads_to_author(element: HtmlElement) -> Iterator[HtmlElement]:
    """A link to an author's page; what a portrait stands in: "<img class=avatar> Vera Lund in <a>Money</a>"."""
    if element.tag == "a" and is_author_link(element):
        yield element
    elif element.tag == "img" and not {"avatar", "gravatar"}.isdisjoint(class_words(element)):
        around = element.getparent()
        if around is not None:
            yield around


def is_label(element: HtmlElement) -> bool:
    """Whether an element says "by" and nothing else: the name is in the next."""
    text = short_text(element, byline.LONGEST_NAME)
    return text is not None and patterns.is_alone(text)


def is_marked_link(element: HtmlElement, *, marked: bool) -> bool:
    """Whether an element says that it is the author's: `rel=author`, `itemprop=author`, its class and its address."""
    if marked and element.tag == "a" and is_author_link(element):
        return True
    rel, itemprop = element.get("rel"), element.get("itemprop")
    return (rel is not None or itemprop is not None) and "author" in f"{rel or ''} {itemprop or ''}".lower().split()


def is_marked(element: HtmlElement) -> bool:
    """Whether an element says that it holds the byline, or a name in it."""
    return says_byline(f"{element.get('class', '')} {element.get('id', '')}")


def says_byline(css: str) -> bool:
    """Whether the class of an element says that it holds the byline, as a word of its own."""
    if not _HINT.search(css.lower()):
        return False
    found = words_of(css)
    return not _MARKS.isdisjoint(found) or ("by" in found and not {"posted", "written"}.isdisjoint(found))


def box_of(element: HtmlElement, elsewhere: Elsewhere) -> HtmlElement:
    """The element that holds the whole byline around a name: "By" before it, the second author behind it."""
    box = element
    around = element.getparent()
    links = sum(map(is_author_link, element.iter(*_TAGS)))
    alone = is_label(element)
    for _ in range(_MOST_LEVELS):
        if around is None or elsewhere.holds_title(around) or short_text(around, byline.LONGEST_LINE) is None:
            break
        more = sum(map(is_author_link, around.iter(*_TAGS)))
        if more > links or (alone and box is element) or patterns.BY.match(f"{(around.text or '').strip()} "):
            box, links = around, more
        around = around.getparent()
    return box


def credit_in(element: HtmlElement, site: Site) -> byline.Credit:
    """The first name in an element, those joined to it, and those in links to other authors.

    The job, the date and the biography behind a name are left.
    """
    people: list[str] = []
    agency = None
    length = 0
    # "byline__name" says it as well as a "by".
    signed = "name" in class_words(element) and is_marked(element)
    joined = False
    links: set[str | None] = set()
    others = False
    for line, link in text_lines(element):
        length += len(line)
        if patterns.is_alone(line):
            signed = True
            continue
        signed = signed or patterns.BY.match(line) is not None
        agency = agency or agency_of(patterns.JOINER.sub("", line, count=1).strip()) if people else agency
        if people and patterns.JOINER.fullmatch(line):
            joined = True
            continue
        if length > byline.LONGEST_LINE or (not people and patterns.BY.sub("", line)[:1].islower()):
            break
        # Behind "Data by" and "Edited by" stands somebody else.
        address = None if link is None else link.get("href")
        skipped = people and not joined and (link is None or others or address in links)
        others = link is None and bool(people) and patterns.OTHER_BY.search(line) is not None
        if skipped:
            continue
        found = byline.parse(line)
        agency = agency or found.agency
        names = [name for name in found.people if is_name(name, signed=signed, linked=link is not None, site=site)]
        if not people and not names and is_signature(line):
            break
        if names and link is not None:
            links.add(address)
        people += names
        joined = patterns.JOINED_BEHIND.search(line) is not None
    return byline.Credit(byline.once(people), agency)


def is_signature(line: str) -> bool:
    """True for what stands where a name would and is none, "Harbour Sport": names behind it are of something else."""
    name = patterns.BY.sub("", line, count=1).strip(byline.EDGES)
    return patterns.NAME.match(name) is not None and not patterns.JOB.search(name)


def is_name(name: str, *, signed: bool, linked: bool, site: Site) -> bool:
    """True for what looks like a name; one in capitals throughout ("USE CASE") needs a "by" before it.

    A single word is one where it is a link to its author, and not the site's.
    """
    if name.casefold() == site.publisher.casefold():
        return False
    if patterns.NAME_UNSPACED.match(name):
        return True
    if patterns.NAME_SINGLE.match(name):
        return linked and not name.isupper() and not any(headline.joined(name) in own for own in site.names)
    return patterns.NAME.match(name) is not None and (signed or linked or not name.isupper())


def text_lines(element: HtmlElement) -> Iterator[tuple[str, HtmlElement | None]]:
    """The pieces of text in an element, and the author's link each stands in: tags part a name from the job beside it.

    A tag around a single letter parts nothing: "<a>Ada Mos<span>s</span></a>".
    """
    before = ""
    around: HtmlElement | None = None
    for text, link in text_nodes(element):
        if before[-1:].isalpha() and text[0].isalpha() and 1 in (len(before), len(text)):
            before += text
            continue
        yield from ((line, around) for line in _lines(before))
        before, around = text, link
    yield from ((line, around) for line in _lines(before))


def text_nodes(element: HtmlElement) -> Iterator[tuple[str, HtmlElement | None]]:
    """The text nodes of an element in order, without those of parts that say something else than a name."""
    stack: list[tuple[HtmlElement, HtmlElement | None, bool]] = [(element, None, False)]
    while stack:
        each, link, is_tail = stack.pop()
        if is_tail:
            if each.tail:
                yield str(each.tail), link
            continue
        if each is not element:
            stack.append((each, link, True))
        if not isinstance(each.tag, str) or (each is not element and is_beside(each)):
            continue
        link = each if link is None and is_author_link(each) else link
        if each.text:
            yield str(each.text), link
        stack.extend((child, link, False) for child in reversed(each))


def _lines(text: str) -> Iterator[str]:
    """A text node on one line; on those of the source where it is a name and something else."""
    if whole := safe.line(text):
        parts = [part for each in text.split("\n") if (part := safe.line(each))]
        yield from parts if len(parts) > 1 and not byline.parse(whole).people else [whole]
