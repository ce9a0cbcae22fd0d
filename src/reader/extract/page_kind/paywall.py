"""What a page says of who may read it, and how much of the article it shows. Never gets behind a wall."""

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from reader.extract.metadata import jsonld
from reader.extract.page.pieces import Piece
from reader.extract.page_kind.page_kind import REAL_PARAGRAPH
from reader.extract.page_kind.wall_phrases import CONSENT, LOGIN, PAYWALL, SCRIPT

# What `article:content_tier` says of articles that are not free; "metered" ones are, up to a number.
PAID_TIERS = frozenset({"locked", "paid", "premium", "subscriber", "subscribers", "member", "members"})
# The boxes of the systems that sell subscriptions; the class also stands on full pages, so it counts on
# short ones only.
BOX = re.compile(
    r"\b(?:paywall|subscriber-only|subscribers-only|premium-content|regwall|paid-content|locked-content)",
    re.I,
)
# How a wall speaks, that of another kind too: a stub must not be made of a request for consent.
TALK = (
    PAYWALL, CONSENT, LOGIN, SCRIPT,
    re.compile(r"\b(?:subscri(?:be|ption)|abonn\w*|abo|cookies|tracking|mit werbung|log ?in)\b", re.I),
)  # fmt: skip
# A body shorter than this may be a beginning: opinion pieces and briefs are about as long. Of a longer one it is only
# said when the page gives the number of words and holds less than two thirds of them.
SHORT = 2_000
SHOWN_SHARE = 0.66
LEAST_WORDS = 150
LONGEST_ASKING = 200


def is_free(things: Sequence[jsonld.Thing], meta: dict[str, str]) -> bool:
    """False when the page declares that its article, or a part of it, must be paid for."""
    declared = any(str(thing.get("isAccessibleForFree")).casefold() in ("false", "no") for thing in things)
    return not declared and meta.get("article:content_tier", "").casefold() not in PAID_TIERS


def words_of(article: jsonld.Thing) -> int:
    """How many words the page says its article has; 0 when it does not say."""
    digits = str(article.get("wordCount") or "")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def shown_part(pieces: Sequence[Piece]) -> list[Piece]:
    """What a stub holds of its article: the body without the wordings of the wall; empty when no paragraph is left."""
    left = [piece for piece in pieces if not any(pattern.search(piece.text) for pattern in TALK)]
    return left if any(piece.kind != "heading" and len(piece.text) >= REAL_PARAGRAPH for piece in left) else []


def seen(pieces: list[Piece], *, free: bool, words: int, asks: Callable[[], bool]) -> tuple[list[Piece], str | None]:
    """A body without the short lines that ask for a subscription, and what the reader must know of it, if anything.

    Args:
        pieces: the body.
        free: False when the page says that it is not.
        words: how many words the page says the article has, 0 when unknown.
        asks: finds whether the page asks for a subscription where the text breaks off; called for short texts alone.
    """
    short = sum(len(piece.text) for piece in pieces) < SHORT
    if free and not (short and asks()):
        return pieces, None
    pieces = [piece for piece in pieces if len(piece.text) > LONGEST_ASKING or not PAYWALL.search(piece.text)]
    said = "asks for a subscription" if free else "says it is not free"
    there = sum(len(piece.text.split()) for piece in pieces)
    if words >= LEAST_WORDS and there < SHOWN_SHARE * words:
        return pieces, f"The page {said}; about {there} of {words} words are shown."
    count = sum(piece.kind != "heading" for piece in pieces)
    shown = f"The page {said}; {count} paragraph{'s are' if count != 1 else ' is'} shown."
    return pieces, shown if short else None


def asks(tree: HtmlElement, found: Sequence[Piece]) -> bool:
    """True when a subscription is asked for in the body itself, or in a box that is marked as the wall.

    The frames of many pages ask too ("Already a subscriber?"), of those that are free as well.
    """
    if any(PAYWALL.search(piece.text) for piece in found):
        return True
    marked = tree.xpath(
        "//body//*[contains(@class, 'wall') or contains(@class, '-only') or contains(@class, '-content')]"
    )
    return any(BOX.search(part.get("class")) and PAYWALL.search(str(part.text_content())) for part in marked)
