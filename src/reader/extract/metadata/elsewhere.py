"""Which parts of a page are about something else than its article: other stories, comments, boxes, captions."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.extract.metadata import headline
from reader.lexicon.wordlists import words
from reader.text import safe

# The words of a class: "AuthorBio", "author__bio" and "author-bio" have two; "vcard" is one and no card.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What follows these says how an element looks, not what it is: "hasnt-bio", "has-photo", "no-caption".
_STATES = words("has hasnt no not non with without is isnt show hide")
# A part with one of these in its class is another's, and so is all inside of it.
_OTHERS = words(
    """comment comments commentlist commenter respond reply replies disqus related teaser teasers recommended recommend
    recommendations recirc recirculation trending popular promo promos promoted sidebar newsletter reviewer testimonial
    testimonials breadcrumb breadcrumbs pagination menu nav navigation login signin signup search follow expert
    photographer"""
)
# These say more of an author whom they stand beside.
_MORE = words("bio biography avatar gravatar image images photo photos social share job role position twitter email")
# What carries one of these, or stands right inside of what does, is no byline, but for names that are marked as such.
_BESIDE = _MORE | words(
    """avatars picture video thumb thumbnail about caption captions credit credits bookmark next prev
    previous"""
)
_TAGS = frozenset(("nav", "figure", "figcaption", "form", "blockquote", "select", "button", "noscript", "template"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A box with no more text than this is one story's, where it holds a headline: teasers have a line or two below theirs.
_LONGEST_TEASER = 600
_TEASER_LEVELS = 6
# A link of so many words leads to a story, and one that is a heading with fewer: names of sections are shorter.
_TEASER_WORDS = 5
_HEADING_WORDS = 3


def class_words(element: HtmlElement) -> list[str]:
    """The words of an element's class and id."""
    return words_of(f"{element.get('class', '')} {element.get('id', '')}")


def words_of(css: str) -> list[str]:
    """The words of a class, in small letters, those left out that follow a "has" or a "no"."""
    found: list[str] = []
    state = False
    for word in _WORD.findall(css):
        small = word.lower()
        if not state:
            found.append(small)
        state = small in _STATES
    return found


class Elsewhere:
    """What of one page is not its article's. Each ancestor is looked at once."""

    def __init__(self, tree: HtmlElement, title: str | None) -> None:
        """Find the heading that shows the headline: all that holds it belongs to the article."""
        self._title = headline.joined(title or "")
        self._main = main = self._main_heading(tree)
        self._holds_title = set() if main is None else {main, *main.iterancestors()}
        self._article = None if main is None else next(main.iterancestors("article"), None)
        self._known: dict[HtmlElement, bool] = {}

    def _main_heading(self, tree: HtmlElement) -> HtmlElement | None:
        first = None
        for heading in tree.iter("h1", "h2"):
            if self._title and headline.joined(safe.line(str(heading.text_content()))) == self._title:
                return heading
            if first is None and heading.tag == "h1":
                first = heading
        return first

    def holds(self, element: HtmlElement, *, sure: bool) -> bool:
        """Whether an element belongs to something else.

        Args:
            element: what may name the author, or say when.
            sure: it is marked beyond doubt (`rel=author`), whatever the class around it says of its looks.
        """
        if not sure and any(_BESIDE.intersection(class_words(each)) for each in self._near(element)):
            return True
        return self._is_others(element) or self._is_in_other_article(element) or self._is_in_teaser(element)

    def behind_title(self, *tags: str) -> Iterator[HtmlElement]:
        """What stands behind the heading that shows the headline, to the end of the page."""
        around = () if self._main is None else (self._main, *self._main.iterancestors())
        for each in around:
            for part in each.itersiblings():
                yield from part.iter(*tags)

    def holds_title(self, element: HtmlElement) -> bool:
        """Whether an element is around the heading that shows the headline."""
        return element in self._holds_title

    def _near(self, element: HtmlElement) -> Iterator[HtmlElement]:
        yield element
        parent = element.getparent()
        if parent is not None and parent not in self._holds_title:
            yield parent

    def _is_others(self, element: HtmlElement) -> bool:
        """Whether an element or one around it, up to what holds the headline, is a box of somebody else's."""
        path: list[HtmlElement] = []
        found = False
        each: HtmlElement | None = element
        while each is not None and each not in self._holds_title and each.tag not in ("body", "html"):
            if (known := self._known.get(each)) is not None:
                found = known
                break
            path.append(each)
            if each.tag in _TAGS or _OTHERS.intersection(class_words(each)) or is_page_footer(each):
                found = True
                break
            each = each.getparent()
        self._known.update(dict.fromkeys(path, found))
        return found

    def _is_in_other_article(self, element: HtmlElement) -> bool:
        """Whether it stands in an `article` that is not the headline's: a teaser's, a comment's."""
        article = next(element.iterancestors("article"), None)
        return article is not None and self._article is not None and article is not self._article

    def _is_in_teaser(self, element: HtmlElement) -> bool:
        """Whether a box around it holds the headline of another story, as a heading, or as a long link above it."""
        box, inner = element.getparent(), element
        for _ in range(_TEASER_LEVELS):
            if box is None or box in self._holds_title or short_text(box, _LONGEST_TEASER) is None:
                return False
            before = True
            for part in box:
                before = before and part is not inner
                for link in part.iter("a") if part is not inner else ():
                    if self._leads_on(link, element, before=before):
                        return True
            box, inner = box.getparent(), box
        return False

    def _leads_on(self, link: HtmlElement, element: HtmlElement, *, before: bool) -> bool:
        """Whether a link leads to another story, and to no author and no section."""
        text = safe.line(str(link.text_content()))
        if is_author_link(link) or headline.joined(text) == self._title or _SECTION_PATH.search(link.get("href") or ""):
            return False
        if text == safe.line(str(element.text_content())):
            return False
        heading = next(link.iterancestors(*_HEADINGS), None)
        heading = next(link.iter(*_HEADINGS), None) if heading is None else heading
        count = text.count(" ") + 1
        return count >= _TEASER_WORDS if heading is None and before else heading is not None and count >= _HEADING_WORDS


_SECTION_PATH = re.compile(r"/(?:tags?|topics?|categor(?:y|ies)|sections?|themen?|tema|sujets?)/", re.IGNORECASE)
# What the address of an author's page has before the name.
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|profiles?|bylines?|reporters?|journalists?|contributors?|columnists?|writers?|autor(?:es|en|i|e)?|"
    r"auteurs?|correspondents?)/[^/?#]|/@[\w.-]",
    re.IGNORECASE,
)


def is_page_footer(element: HtmlElement) -> bool:
    """Whether an element is the footer of the page; an article may have one too, with its byline."""
    return element.tag == "footer" and next(element.iterancestors("article", "main"), None) is None


def is_beside(element: HtmlElement) -> bool:
    """Whether a part of a byline says something else than a name: a portrait, a job, the expert who checked it."""
    return not (_OTHERS | _MORE).isdisjoint(class_words(element))


def is_author_link(element: HtmlElement) -> bool:
    """Whether an element is marked as the author's name, or leads to a page about an author."""
    if "author" in (element.get("rel") or "").lower().split():
        return True
    if "author" in (element.get("itemprop") or "").lower().split():
        return True
    return element.tag == "a" and _AUTHOR_PATH.search(element.get("href") or "") is not None


def short_text(element: HtmlElement, longest: int) -> str | None:
    """The text of an element; None when it is longer, which shows as soon as so much was read."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(str(text))
        length += len(parts[-1].strip())
        if length > longest:
            return None
    return safe.line(" ".join(parts))
