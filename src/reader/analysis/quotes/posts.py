"""Posts set into an article: the words, and under them the line by which the network signs them. Rules over paragraphs.

They had nineteen years to mend it. https://…
— Ada Moss (@adamoss) November 18, 2026
"""

import re
from collections.abc import Sequence

from reader.analysis.entities.mentions import NameMention
from reader.analysis.quotes.signatures import Signed
from reader.model import Span
from reader.text.document import Document

# The form of an embedded post's last line: a dash, the name, the account, and when.
_LINE = re.compile(r"[—–―-]{1,2} ?(?P<name>[^\n(]{1,60}) \(@\w+\)(?: [^\n]{1,40})?")
# Links and pictures at the end of a post, which are no part of what is read.
_LINK = r"(?:https?://|pic\.\w+\.com/)\S++"
_LINKS = re.compile(rf"(?:(?<!\s)\s++)?{_LINK}(?:\s++{_LINK})*+\s*+")
# "Club statement" over a picture is a caption; what has fewer spaces is too little to show.
_FEWEST_SPACES = 2


def posts(document: Document, names: Sequence[NameMention]) -> list[Signed]:
    """Find the posts whose writer has a name, each the one paragraph above its signature, in order.

    Args:
        document: the text.
        names: the names in it, in order.
    """
    text, found = document.text, list[Signed]()
    for n, paragraph in enumerate(document.paragraphs[1:]):
        line = _LINE.fullmatch(text, paragraph.start, paragraph.end)
        who = line and _named(document, names, Span(*line.span("name")))
        if who:
            said = _without_links(text, document.paragraphs[n])
            if text.count(" ", said.start, said.end) >= _FEWEST_SPACES:
                found.append(Signed(said, who))
    return found


def _named(document: Document, names: Sequence[NameMention], stretch: Span) -> NameMention | None:
    inside = (name for name in names if stretch.start <= document.doc[name.start].idx < stretch.end)
    return next((name for name in inside if name.kind != "place"), None)


def _without_links(text: str, said: Span) -> Span:
    links = next((m for m in _LINKS.finditer(text, said.start, said.end) if m.end() == said.end), None)
    return Span(said.start, links.start() if links else said.end)
