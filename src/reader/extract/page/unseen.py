"""What a page holds and shows to nobody: hidden parts, templates, requests for consent, the controls of players.

Takes them out of the tree before the body is looked for; never what a page hides until its scripts have run.
"""

import re

from lxml.html import HtmlElement

from reader.extract.page_kind.page_kind import SURELY_ARTICLE
from reader.extract.page_kind.wall_phrases import CONSENT
from reader.text import safe

# Never shown as they stand: what scripts make copies of, and what AMP lays over a page or puts behind it.
FRAMES = (
    "template", "amp-consent", "amp-user-notification", "amp-sidebar", "amp-lightbox", "amp-ad", "amp-sticky-ad",
    "amp-next-page",
)  # fmt: skip
# The parts of players by the beginnings of their classes: Video.js, JW Player, Plyr, MediaElement, Bitmovin, Shaka.
PLAYERS = ("vjs-", "jw-", "plyr__", "mejs-", "mejs__", "bmpui-", "shaka-")
# What systems call words for screen readers alone: "(opens in a new window)", "Image source,".
SPOKEN = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "u-visually-hidden", "screen-reader-text", "screen-reader",
     "screenreader-only", "assistive-text", "a11y-hidden", "offscreen", "off-screen"}
)  # fmt: skip
UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
CONSENT_BOX = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|onetrust|didomi|cookiebot|usercentrics)(?:$|[\s_-])", re.I)
# Only elements with one of these in an attribute are looked at: a third of a page has none at all.
MARKED = (
    "//body//*[@hidden or @aria-hidden or @aria-modal or @style or contains(@class, 'hidden') or "
    "contains(@class, 'screen') or contains(@class, 'sr-') or contains(@class, 'assistive') or "
    "contains(@class, 'onsent') or contains(@class, 'ookie') or contains(@id, 'onsent') or contains(@id, 'ookie') or "
    "contains(@class, 'gdpr') or contains(@id, 'gdpr') or contains(@id, 'cmp')]"
)
# An initial set large is hidden from screen readers, and read to them in another form or not at all.
LONGEST_INITIAL = 2


def remove(tree: HtmlElement) -> None:
    """Take what nobody sees out of a page, in place. Where that is most of its paragraphs, its scripts show them."""
    hidden: list[HtmlElement] = []
    for element in tree.xpath(MARKED):
        if element.get("aria-hidden") and is_initial(element):
            del element.attrib["aria-hidden"]
        elif is_hidden(element):
            hidden.append(element)
    inside = set(hidden)
    hidden = [element for element in hidden if not any(outer in inside for outer in element.iterancestors())]
    if hidden and sum(map(prose, hidden)) <= prose(tree) / 2:
        for element in hidden:
            element.drop_tree()
    for element in [*tree.iter(*FRAMES), *tree.iter("div", "button", "span")]:
        if (element.tag in FRAMES or is_of_player(element)) and element.getparent() is not None:
            element.drop_tree()


def is_of_player(element: HtmlElement) -> bool:
    """True for a part of a player, by its class."""
    css = element.get("class")
    return bool(css) and any(name.startswith(PLAYERS) for name in css.split())


def is_hidden(element: HtmlElement) -> bool:
    """True for what its attributes keep from being seen; what a search in the page would open is text."""
    if element.tag in ("html", "body"):
        return False
    if element.get("aria-hidden") == "true" or element.get("aria-modal") == "true":
        return True
    if (hidden := element.get("hidden")) is not None and hidden != "until-found":
        return True
    if (style := element.get("style")) and UNSHOWN.search(style):
        return True
    css = element.get("class") or ""
    return not SPOKEN.isdisjoint(css.split()) and not is_initial_beside(element) or is_request(element, css)


def is_request(element: HtmlElement, css: str) -> bool:
    """True for a box that asks for consent, by what it is called and by what it says."""
    if not CONSENT_BOX.search(css) and not CONSENT_BOX.search(element.get("id") or ""):
        return False
    text = str(element.text_content())
    return len(text) <= SURELY_ARTICLE and CONSENT.search(safe.line(text)) is not None


def is_initial(element: HtmlElement) -> bool:
    """True for a large first letter whose word goes on behind it, as in "<span aria-hidden=true>T</span>he mayor"."""
    text = str(element.text_content()).strip()
    return 0 < len(text) <= LONGEST_INITIAL and (element.tail or "")[:1].isalpha()


def is_initial_beside(element: HtmlElement) -> bool:
    """True for the same letter in the form for screen readers, beside the one that is hidden from them."""
    beside = element.getprevious()
    return is_initial(element) and beside is not None and beside.get("aria-hidden") == "true"


def prose(tree: HtmlElement) -> int:
    """How many characters stand in the paragraphs of a part of the page."""
    return sum(len(str(paragraph.text_content())) for paragraph in tree.iter("p"))
