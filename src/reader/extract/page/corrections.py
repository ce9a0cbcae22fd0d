"""Notes in which a paper corrects itself: where they stand in a text, and those that stand beside it in the page."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.html import HtmlElement

from reader.extract.page.pieces import Piece
from reader.extract.phrase_patterns import any_of
from reader.model import Block, Span
from reader.text import safe

STORY = r"(?:article|story|piece|post|report|column|page|headline|version|review|item|interview)"
NOTE = re.compile(
    r"^[\W_]*"
    + any_of(
        # "Correction: An earlier version …", "CORRECTION (4 March):", "Editor's note –"
        r"(?:corrections?(?: and clarifications?)?|clarifications?|corrected|erratum|errata|"
        r"editor(?:['’]?s['’]?)? note|korrektur|berichtigung|"
        r"anmerkung der redaktion|rectificatif|précision|note de la rédaction|correcci[oó]n|"
        r"fe de erratas?|nota (?:del editor|de la redacci[oó]n)|correção|errata corrige|rettifica|nota dell['’]editore|"
        r"rectificatie|rättelse|rettelse|oikaisu|sprostowanie)"
        r"(?: \([^)]{2,40}\)|,? (?:on )?[\w., ]{3,25}\d)?\s*(?:[:–—]|\s-\s|\*\*)",
        # "This article was amended on 4 March 2026 to …", "The headline has been corrected."
        r"(?:this|the) " + STORY + r"(?:'s headline)? (?:was|has been|is being)(?: \w+ly)? "
        r"(?:amended|corrected|clarified)\b",
        r"this " + STORY + r" (?:was|has been)(?: \w+ly)? (?:updated|revised|changed|edited)(?: on [\w ,]{3,20})? "
        r"to (?:correct|clarify|remove|fix|reflect (?:that|the correct))\b",
        # "An earlier version of this story misstated …", "A previous headline said …"
        r"(?:in )?(?:an?|the) (?:earlier|previous|original|prior) (?:version|headline|photo caption|edition) "
        r"(?:of|on|for|in) (?:this|the) " + STORY + r"\b",
        r"in einer früheren (?:version|fassung)|dans une version précédente|une version précédente de cet article|"
        r"una versi[oó]n anterior de (?:este|esta)|uma versão anterior d",
    ),
    re.IGNORECASE,
)  # fmt: skip
# Longer paragraphs that open like one are the story of a correction.
LONGEST = 900
# In the classes of their boxes: "article-correction", "Correction", "clarification", "editors-note", "editor-note".
MARKS = ("orrection", "larification", "editors-note", "editor-note")
MARKED = etree.XPath("//@class[" + " or ".join(f"contains(., '{mark}')" for mark in MARKS) + "]/..")


def is_note(text: str) -> bool:
    """True for a paragraph in which the paper corrects itself: "Correction: An earlier version named …"."""
    return len(text) <= LONGEST and NOTE.match(text) is not None


def find(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Where in a text the notes stand, one span a block."""
    return tuple(
        Span(block.start, block.end)
        for block in blocks
        if block.kind in ("paragraph", "quote") and is_note(text[block.start : block.end])
    )


def beside(tree: HtmlElement, markup: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The notes that the page marks as such and the body lacks: trafilatura takes some of their boxes for furniture.

    The markup the tree was made of tells at once that most pages have none.
    """
    if not any(mark in markup for mark in MARKS):
        return []
    held = "\n".join(piece.text for piece in pieces)
    found: list[Piece] = []
    for element in MARKED(tree):
        note = safe.line(str(element.text_content()))
        if is_note(note) and note not in held and not any(note in piece.text or piece.text in note for piece in found):
            found.append(Piece("paragraph", note))
    return found
