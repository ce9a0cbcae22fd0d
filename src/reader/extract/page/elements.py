"""Says in the elements that trafilatura keeps what a page says in others: words in a line, numbers of lists, boxes.

trafilatura drops `time`, `label`, `output`, `button` and `legend` with their words, whole boxes such as `aside` and
`fieldset`, and the numbers of lists; it makes a block of `q`.
"""

import re

from lxml.html import HtmlElement

from reader.extract.page import block_quotes, unseen
from reader.extract.page.links import INLINE, block_of
from reader.extract.page.pieces import NUMBER
from reader.lexicon.punctuation import BETWEEN_LABELS, ends_sentence

WORDS = ("time", "label", "output", "button", "legend", "q", "center", "fieldset", "ol")
# Where a time stands for itself: the lines of a timeline, cells, headings.
ENTRIES = frozenset({"li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
CELLS = ("td", "th", "dt", "dd")
FOLDED = ("h2", "h3", "h4")
SENTENCES = ("label", "output", "legend")
BLOCKS = ("p", "div", "ul", "ol", "dl", "table", "blockquote", "section", "article", "h2", "h3", "h4")
TEXT_BLOCKS = ("p", "li", "dd", "td", "blockquote", "div")
# "Published on 4 March 2026." is shorter.
SHORTEST_SENTENCE = 48
# Furniture in every page, and the whole of the text in some.
BOXES = ("aside", "figure", "footer", "noscript", "menu", "dialog", "noindex", "nav")
FIELDS = ("input", "select", "textarea")
# Over so many elements without a word in them the nearest words are looked for.
MOST_BESIDE = 20
# The marks that browsers draw around `q`, by the language of the page; English ones for the others.
MARKS = {"de": "„“", "fr": "«»", "it": "«»", "es": "«»", "pt": "«»", "ru": "«»", "pl": "„”", "ja": "「」", "sv": "””"}
ENGLISH_MARKS = "“”"
OPENING_MARKS = "“”„«‹»\"'‘「『"
LETTERED = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def settle(tree: HtmlElement) -> None:
    """Change the elements of a page, in place, to such as the extraction keeps; no word is added but marks and numbers.

    "Tickets are sold on <time>Friday</time>" keeps its day, and the items of an `ol` begin with "1. ", "2. ".
    """
    marks = MARKS.get((tree.get("lang") or "")[:2].lower(), ENGLISH_MARKS)
    for element in list(tree.iter(*WORDS)):
        if element.tag == "q":
            mark(element, marks)
        elif element.tag == "ol":
            number(element)
        elif element.tag == "center" and not is_of_picture(element):
            element.tag = "div" if next(element.iter(*BLOCKS), None) is not None else "p"
        elif element.tag == "fieldset":
            unbox(element)
        elif element.tag != "center" and (is_in_sentence(element) or is_alone(element)):
            element.tag = "span"
        elif element.tag in SENTENCES and is_sentence(element):
            element.tag = "p"
    for menu in list(tree.iter("menu")):
        if next(menu.iter("a", "button"), None) is None:
            menu.tag = "ul"
    open_body(tree)
    block_quotes.settle(tree)


def settle_times(tree: HtmlElement) -> None:
    """Make plain words of the times inside sentences, in place: "Sold on <time>Friday</time> at the quay".

    They date what a sentence tells of, not the page.
    """
    sentences: dict[HtmlElement, bool] = {}
    for element in list(tree.iter("time")):
        block = block_of(element)
        if block not in sentences:
            text = str(block.text_content()).strip() if block.tag in TEXT_BLOCKS else ""
            sentences[block] = len(text) >= SHORTEST_SENTENCE and ends_sentence(text)
        if sentences[block] and is_in_sentence(element):
            element.tag = "span"
            element.attrib.clear()


def mark(element: HtmlElement, marks: str) -> None:
    """Put the marks that a browser draws around the words of a `q`; those that stand in it already are enough."""
    text = str(element.text_content()).strip()
    element.tag = "span"
    if not text or text[0] in OPENING_MARKS:
        return
    element.text = marks[0] + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + marks[1]
    else:
        element.text = element.text.rstrip() + marks[1]


def number(element: HtmlElement) -> None:
    """Begin each item of an ordered list with its number, as the browser shows it; those that have one keep it."""
    items = [item for item in element if item.tag == "li"]
    back = element.get("reversed") is not None
    n = whole(element.get("start"), len(items) if back else 1)
    letters = LETTERED.get(element.get("type") or "", "")
    for item in items:
        n = whole(item.get("value"), n)
        if not NUMBER.match(str(item.text_content()).lstrip()):
            sign = letters[n - 1] if 0 < n <= len(letters) else str(n)
            first = opening(item)
            first.text = f"{sign}. {(first.text or '').lstrip()}"
        n += -1 if back else 1


def whole(value: str | None, otherwise: int) -> int:
    """A number in an attribute."""
    return int(value) if value and re.fullmatch(r"-?\d{1,4}", value.strip(), re.ASCII) else otherwise


def opening(element: HtmlElement) -> HtmlElement:
    """The element inside another, or it itself, in which its first word stands."""
    while not (element.text or "").strip() and len(element) and isinstance(element[0].tag, str):
        if element[0].tag not in INLINE and element[0].tag not in BLOCKS:
            break
        element = element[0]
    return element


def is_of_picture(element: HtmlElement) -> bool:
    """True for a picture set in the middle, or the words under one."""
    beside = element.getprevious()
    under = beside is not None and beside.tag == "img" and not (beside.tail or "").strip()
    return under or next(element.iter("img"), None) is not None


def unbox(element: HtmlElement) -> None:
    """Make a plain box of one that is for forms and holds none; its legend is its heading."""
    if next(element.iter(*FIELDS), None) is not None:
        return
    element.tag = "div"
    for legend in element.iterchildren("legend"):
        legend.tag = "h4"


def open_body(tree: HtmlElement) -> None:
    """Make plain boxes of those for furniture in which most paragraphs of the page stand: its text is set in them."""
    boxes = [box for box in tree.iter(*BOXES) if next(box.iter("p"), None) is not None]
    sizes = {box: size for box in boxes if (size := unseen.prose(box))}
    if sizes and max(sizes.values()) > (whole := unseen.prose(tree)) / 2:
        for box, size in sizes.items():
            if size > whole / 2:
                box.tag = "div"
                box.attrib.clear()


def is_alone(element: HtmlElement) -> bool:
    """True for a button that is its heading, as in parts that fold up, and a time that is its cell or its term."""
    parent = element.getparent()
    return parent is not None and parent.tag in {"button": FOLDED, "time": CELLS}.get(str(element.tag), ())


def is_sentence(element: HtmlElement) -> bool:
    """True for a label that is a whole sentence, and of no field."""
    text = str(element.text_content()).strip()
    fields = element.get("for") or next(element.iter(*FIELDS), None) is not None
    return not fields and len(text) >= SHORTEST_SENTENCE and ends_sentence(text)


def is_in_sentence(element: HtmlElement) -> bool:
    """True for an element whose words the line around it cannot be without.

    In front of it stands something that ends no sentence, or behind it something that begins none. A button needs
    both, for it also stands at the end of captions.
    """
    beside = element.getnext()
    if (beside is not None and beside.tag in FIELDS) or next(element.iter(*FIELDS), None) is not None:
        return False
    before, after = before_of(element), after_of(element)
    led = bool(before) and not ends_sentence(before) and before[-1] not in BETWEEN_LABELS
    if element.tag == "button":
        return led and bool(after)
    if led or (after[:1].islower() or after[:1] in tuple(",;:)’”")):
        return True
    # The days of a timeline: "<time>4 March 1990</time> The wall falls."
    if element.tag != "time" or before or not after:
        return False
    block = block_of(element)
    return (block.tag in ENTRIES and next(block.iter("a"), None) is None) or ends_sentence(str(block.text_content()))


def before_of(element: HtmlElement) -> str:
    """The words in front of an element, on its line and in its block, as far as the next tag."""
    for _ in range(MOST_BESIDE):
        beside, parent = element.getprevious(), element.getparent()
        if beside is None:
            text = (parent.text or "").strip() if parent is not None else ""
            if text or parent is None or parent.tag not in INLINE:
                return text
            element = parent
        elif text := (beside.tail or "").strip():
            return text
        elif isinstance(beside.tag, str) and beside.tag not in INLINE:
            return ""
        elif text := words(beside):
            return text
        else:
            element = beside
    return ""


def after_of(element: HtmlElement) -> str:
    """The words behind an element, on its line and in its block, as far as the next tag."""
    for _ in range(MOST_BESIDE):
        if text := (element.tail or "").strip():
            return text
        beside = element.getnext()
        if beside is None:
            parent = element.getparent()
            if parent is None or parent.tag not in INLINE:
                return ""
            element = parent
        elif isinstance(beside.tag, str) and beside.tag not in INLINE:
            return ""
        elif text := words(beside):
            return text
        else:
            element = beside
    return ""


def words(element: HtmlElement) -> str:
    """The text of an element; a comment has none."""
    return str(element.text_content()).strip() if isinstance(element.tag, str) else ""
