"""What in a page would take time without end is left out before it is parsed, and of its tree. Judges no text.

lxml compares each attribute of a tag with all others, and frees what trafilatura took out of a page by walking through
all that stood beside it; justext, its last resort, walks through all short paragraphs for each of them.
"""

import re
from collections import Counter
from itertools import islice

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction
from trafilatura.utils import HTML_PARSER, load_html

from reader.extract import extent
from reader.extract.page.links import INLINE, block_of

# lxml makes a Python object of an element whenever it comes by, and asks in Python of which class; forms and their
# fields, which nothing here asks as such, would be of others. This saves 6 % of the time of a page.
CLASSES = etree.ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)
HTML_PARSER.set_element_class_lookup(CLASSES)

# The fullest of 331 pages has 3,236 elements, at most 106 in one paragraph.
MOST_INLINE = 500
# Above so many elements trafilatura is asked for its own way alone, without those it falls back to.
MANY_ELEMENTS = 5_000
# Code in scripts looks like a tag with attributes too, "a<b.length; i++": with up to 499 of them on those pages.
MOST_ATTRIBUTES = 500
# Attributes longer than this end the look: 5 million characters hold too few of them to matter, and a search that read
# on to the far end of one came back for each tag inside it.
_UP_TO = "{0,400}+"
_VALUE = rf"""(?:"[^"]{_UP_TO}"|'[^']{_UP_TO}'|[^\s>"'][^\s>]{_UP_TO})"""
_ATTRIBUTE = rf"(?:(?:[\s/]{{1,400}}+|(?<=[\"']))[^\s=>/][^\s=>/]{_UP_TO}(?:\s{_UP_TO}=\s{_UP_TO}{_VALUE})?)"
OVERFULL = re.compile(rf"(?P<kept><[a-zA-Z][^\s/>]{{0,40}}+{_ATTRIBUTE}{{{MOST_ATTRIBUTES}}}+){_ATTRIBUTE}++")


def tree_of(markup: str) -> HtmlElement | None:
    """The elements of a page, of its first part where it is too long; None where it is no HTML or empty."""
    return load_html(OVERFULL.sub(r"\g<kept>", extent.page_part(markup)))


def settle(tree: HtmlElement) -> None:
    """Take the tags, not the words, from the insides of a block that has too many in its lines, in place."""
    inline = list(tree.iter(*INLINE))
    if len(inline) <= MOST_INLINE:
        return
    for block, inside in Counter(map(block_of, inline)).items():
        if inside > MOST_INLINE:
            etree.strip_tags(block, *INLINE)


def has_many(tree: HtmlElement) -> bool:
    """True for a page with more elements than any article has."""
    return next(islice(tree.iter(), MANY_ELEMENTS, None), None) is not None
