"""The body as a page states it in JSON-LD (`articleBody`), for pages whose own markup hardly shows it. Decides alone.

Plain text by the standard; some sites put markup or the text of the whole page there, which is left alone.
"""

import html
import re
from collections.abc import Sequence

from reader.extract.page.pieces import Piece
from reader.extract.page_kind import page_kind
from reader.text import safe

# The body found must be shorter than this share of the stated one: systems cut captions, lists and tables from it, so a
# body that was found well is as long or longer.
THIN_SHARE = 0.5
# Less is a summary; the text of a wall or a shell beside it may be as long.
LEAST = 2 * page_kind.BRIEF
# Of text at least this share stands in paragraphs that are prose.
PROSE_SHARE = 0.8
MARKUP = re.compile(r"</?[a-z][^<>]*>|&lt;/?[a-z]|\[/?[a-z_]+(?: [^\[\]]*+)?\]|\{\{|\}\}", re.IGNORECASE)
# Systems that drop the tags join paragraphs without a space: "closed.The crews".
JOINED = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ][.!?])(?=[“\"A-ZÀ-Þ][\w’'])|(?<=[.!?][”\"])(?=[“\"A-ZÀ-Þ][\w’'])")


def fuller(text: str, found: Sequence[Piece]) -> list[Piece]:
    """The paragraphs of a stated body, where they read like text and what was found is thin beside them; else none."""
    if len(text) < LEAST or sum(len(piece.text) for piece in found) >= THIN_SHARE * len(text) or MARKUP.search(text):
        return []
    pieces = [Piece("paragraph", line) for line in paragraphs(text)]
    whole = sum(len(piece.text) for piece in pieces)
    return pieces if page_kind.prose(pieces) >= PROSE_SHARE * whole >= LEAST * PROSE_SHARE else []


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a stated body as safe lines, parted where it parts them, else where they were joined."""
    lines = safe.lines(html.unescape(text)).split("\n")
    return [part for line in lines for part in JOINED.split(line)] if len(lines) == 1 else lines
