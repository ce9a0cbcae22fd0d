"""What a page holds and shows to nobody: hidden parts, templates, requests for consent, players' controls; AI boxes.

Takes them out of the tree before the body is looked for; never what a page hides until its scripts have run.
"""

import re

from lxml import etree
from lxml.html import HtmlElement

from reader.extract.page_kind.page_kind import SURELY_ARTICLE
from reader.extract.page_kind.page_signals import SCRIPT_LOOKED_AT
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
CONSENT_BOX = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|onetrust|didomi|cookiebot|usercentrics)(?:$|[\s_-])", re.I
)
CONSENT_IDS = etree.XPath(
    "//@id[contains(., 'ookie') or contains(., 'onsent') or contains(., 'gdpr') or contains(., 'onetrust')]/.."
)
# Elements that say by an attribute that they are not seen.
ATTRIBUTES = etree.XPath("//@hidden/.. | //@aria-hidden/.. | //@aria-modal/.. | //@style/..")
# What systems call a box that a machine has made of the text; other boxes are known by their labels (`summary_box`).
SUMMARY_BOX = re.compile(
    r"(?:^|[\s_-])(?:ai[_-]?(?:generated[_-]?)?(?:summary|overview|takeaways)|(?:summary|overview|takeaways)[_-]ai)(?:$|[\s_-])",
    re.I,
)
LONGEST_SUMMARY = 1_500
SHOWN = "until-found"
# What a class may say of an element.
WORDS, PLAYER, CONSENTS, SUMMARY = 1, 2, 3, 4
# An initial set large is hidden from screen readers, and read to them in another form or not at all.
LONGEST_INITIAL = 2


def lighten(tree: HtmlElement) -> None:
    """Take drawings and styles out of a page, in place: trafilatura copies all of the tree several times."""
    etree.strip_elements(tree, "svg", "style", with_tail=False)


def shorten_scripts(tree: HtmlElement) -> None:
    """Leave of each script its head, by which checks for robots are known."""
    for script in tree.iter("script"):
        if script.text:
            script.text = script.text[:SCRIPT_LOOKED_AT]


def remove(tree: HtmlElement) -> None:
    """Take what nobody sees out of a page, in place. Where that is most of its paragraphs, its scripts show them."""
    for element in list(tree.iter(*FRAMES)):
        if element.getparent() is not None:
            element.drop_tree()
    hidden = dict.fromkeys(element for element in ATTRIBUTES(tree) if is_hidden(element))
    for element, kind in named(tree):
        if kind == PLAYER and element.getparent() is not None:
            element.drop_tree()
        elif (
            (kind == WORDS and not is_initial_beside(element))
            or (kind == CONSENTS and is_request(element))
            or (kind == SUMMARY and len(str(element.text_content())) <= LONGEST_SUMMARY)
        ):
            hidden[element] = None
    outer = [element for element in hidden if not any(around in hidden for around in element.iterancestors())]
    if outer and sum(map(prose, outer)) <= prose(tree) / 2:
        for element in outer:
            if element.getparent() is not None:
                element.drop_tree()


def named(tree: HtmlElement) -> list[tuple[HtmlElement, int]]:
    """The elements whose class or id says that they may be unseen, and of which kind they are.

    Few of the classes of a page differ, so each is looked at once.
    """
    kinds: dict[str | None, int] = {None: 0}
    found: list[tuple[HtmlElement, int]] = []
    for element in tree.iter(etree.Element):
        css = element.get("class")
        kind = kinds.get(css)
        if kind is None:
            kind = kinds[css] = kind_of(css or "")
        if kind:
            found.append((element, kind))
    found += [(element, CONSENTS) for element in CONSENT_IDS(tree) if CONSENT_BOX.search(element.get("id"))]
    return [(element, kind) for element, kind in found if element.tag not in ("html", "body")]


def kind_of(css: str) -> int:
    """What a class says that an element is; 0 for text."""
    names = css.split()
    if not SPOKEN.isdisjoint(names):
        return WORDS
    if any(name.startswith(PLAYERS) for name in names):
        return PLAYER
    if SUMMARY_BOX.search(css):
        return SUMMARY
    return CONSENTS if CONSENT_BOX.search(css) else 0


def is_hidden(element: HtmlElement) -> bool:
    """True for what its attributes keep from being seen; what a search in the page would open is text."""
    if element.tag in ("html", "body"):
        return False
    if element.get("aria-hidden") == "true":
        if not is_initial(element):
            return True
        del element.attrib["aria-hidden"]
    if element.get("aria-modal") == "true" or element.get("hidden", SHOWN) != SHOWN:
        return True
    style = element.get("style", "").lower()
    # The letters tell most at once.
    return ("none" in style or "hidden" in style) and UNSHOWN.search(style) is not None


def is_request(element: HtmlElement) -> bool:
    """True for a box that asks for consent, by what it says."""
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
