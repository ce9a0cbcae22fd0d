"""What surrounds an article and is none of it. Each rule says of one piece, in its place, whether it is residue.

A rule looks at short pieces alone and at wordings that prose does not use; when in doubt a line stays.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reader.extract.furniture import boilerplate_phrases
from reader.extract.metadata import byline, picture_credits
from reader.extract.metadata import byline_patterns as patterns
from reader.extract.page import corrections
from reader.extract.page.pieces import Piece, unmarked
from reader.lexicon.punctuation import BETWEEN_LABELS, ends_sentence

# Texts of a page by their first word: few lines share it with one of them, and have to be compared as a whole.
Texts = dict[str, list[str]]


class Beside(NamedTuple):
    """What a page holds beside the body: captions, what images show, links, own ones, authors, section."""

    captions: Iterable[str] = ()
    alts: Iterable[str] = ()
    links: Iterable[str] = ()
    own: Iterable[str] = ()
    authors: tuple[str, ...] = ()
    section: str | None = None


class Surroundings(NamedTuple):
    """What the rules may know beside the piece: the same, made to be looked up, and where the piece stands.

    `lede` is where the first paragraph of prose stands.
    """

    headline: str
    captions: Texts
    alts: Texts
    links: Texts
    own: Texts
    authors: tuple[str, ...]
    at: int
    of: int
    section: str = ""
    lede: int = 0


NOTHING_BESIDE = Beside()
# Pieces longer than this are prose, whatever words they begin with.
LONGEST_PIECE = 400
# A sentence longer than this that is also the `alt` of an image is text: systems fill that with the words beside it.
# Of 14 captions known by it the longest had 87 letters, and none of more than 42 was a sentence.
LONGEST_ALT = 80
LONGEST_LABEL = 80
LONGEST_BYLINE = 100
# Titles and bylines stand among the first pieces, credits among the last.
HEAD_PIECES = 6
TAIL_PIECES = 6
# A repeated line shorter than this may be meant: a refrain, a label in a list of products.
SHORTEST_DUPLICATE = 60
SHORTEST_CAPTION = 25
# "MIDDLE EAST CRISIS LIVE" is as long as a kicker gets.
KICKER_WORDS = 4
# A line with a name to be filled in is a template when so few words are left without it.
TEMPLATE_WORDS = 4
# On 331 pages, linked paragraphs of five words or more were residue 40 times and text twice.
TEASER_WORDS = 5
LONGEST_LINK = 200
NO_TEASER = ("http", "[", "–", "-", "•")


LETTERS = re.compile(r"\w+")


def norm(text: str) -> str:
    """The letters of a text in lower case, for comparing lines."""
    return " ".join(LETTERS.findall(text.casefold()))


def by_opening(texts: Iterable[str]) -> Texts:
    """Put texts where `is_among` looks for them."""
    found: Texts = {}
    for text in texts:
        found.setdefault(opening(text), []).append(text)
    return found


def opening(text: str) -> str:
    """The first word of a text, in lower case."""
    word = LETTERS.search(text)
    return word.group().casefold() if word else ""


def is_among(text: str, texts: Texts) -> bool:
    """True for a text with the letters of one of those, whatever its marks and capitals."""
    alike = texts.get(opening(text))
    return alike is not None and norm(text) in map(norm, alike)


def is_title(piece: Piece, around: Surroundings) -> bool:
    """The headline again, over the text it is the headline of; as a heading it may lack some words of it."""
    if around.at >= HEAD_PIECES or not around.headline or not around.headline.startswith(opening(piece.text)):
        return False
    text = norm(piece.text)
    if piece.kind == "heading" and text.count(" ") >= TEASER_WORDS:
        return around.headline.startswith(text) or text.startswith(around.headline)
    return text == around.headline


def is_byline(piece: Piece, around: Surroundings) -> bool:
    """A byline or a line with the date of publication: "By Ada Moss, Harbour Post", "Published 4 March 2026".

    So is a line of nothing but who wrote it, in any language: "Ada Moss in Brindle", "Von Ada Moss".
    """
    if around.at >= HEAD_PIECES and around.of - around.at > TAIL_PIECES:
        return False
    line = piece.text
    if len(line) >= LONGEST_BYLINE:
        return False
    # Where a first date was an element of its own, a bar is left in front of the second: "| Updated 9:05pm".
    if boilerplate_phrases.DATE_LINE.match(line.lstrip(f" {BETWEEN_LABELS}")):
        # "4 March 1990: the third post breaks." is of a timeline.
        return line.count(" ") < TEASER_WORDS or not ends_sentence(line)
    if line in around.authors or patterns.is_alone(line):
        return True
    found = byline.parse(line)
    if found.people and set(found.people) <= set(around.authors):
        return not ends_sentence(line)
    return bool(patterns.LINE.match(line)) and bool(found.people or found.agency)


def is_prompt(piece: Piece, around: Surroundings) -> bool:
    """An invitation to sign up, follow, subscribe or download: "Sign up for our morning newsletter"."""
    return boilerplate_phrases.PROMPT.match(piece.text) is not None


def is_teaser(piece: Piece, around: Surroundings) -> bool:
    """A link to another story: "Read more: Ferries stop again", "Ferries stop again [VIDEO]"."""
    return bool(boilerplate_phrases.TEASER.match(piece.text) or boilerplate_phrases.KIND_BEHIND.match(piece.text))


def is_link(piece: Piece, around: Surroundings) -> bool:
    """A paragraph that is a link and nothing else, as long as a headline: a story set in between by the page.

    Names of products, sources in brackets and addresses are linked alone too, but in fewer words.
    """
    if piece.kind != "paragraph" or len(piece.text) > LONGEST_LINK or piece.text.startswith(NO_TEASER):
        return False
    return is_among(piece.text, around.links) and norm(piece.text).count(" ") + 1 >= TEASER_WORDS


def is_link_list(piece: Piece, around: Surroundings) -> bool:
    """A list of nothing but links to the same site, as long as headlines: other stories.

    Lists of sources lead to other sites, tables of contents to the page itself.
    """
    if piece.kind != "list":
        return False
    items = [unmarked(item) for item in piece.text.split("\n")]
    return all(is_among(item, around.own) for item in items) and is_headlines(items)


def is_loose(before: Sequence[Piece]) -> bool:
    """True where no heading and no line with a colon leads over to what follows."""
    return not before or (before[-1].kind != "heading" and not before[-1].text.endswith(":"))


def is_headlines(items: Sequence[str]) -> bool:
    """True for items long enough to be headlines, most of them: names and sections of a page are shorter."""
    return sum(item.count(" ") + 1 >= TEASER_WORDS for item in items) > len(items) / 2


def is_label(piece: Piece, around: Surroundings) -> bool:
    """A word or two of the page's furniture: "Share this", "Advertisement", "Related stories"."""
    return len(piece.text) < LONGEST_LABEL and boilerplate_phrases.LABEL.match(piece.text) is not None


def is_credit(piece: Piece, around: Surroundings) -> bool:
    """Who else worked on it and whose it is, at the end: "(Reporting by Ada Moss; editing by Li Wen)"."""
    return around.of - around.at <= TAIL_PIECES and boilerplate_phrases.CREDITS.match(piece.text) is not None


def is_biography(piece: Piece, around: Surroundings) -> bool:
    """Who the author is, at the end: "Ada Moss is a reporter for the Harbour Post", where Ada Moss wrote it."""
    if around.of - around.at > TAIL_PIECES or piece.kind == "heading":
        return False
    return any(
        piece.text.startswith(name) and boilerplate_phrases.BIOGRAPHY.match(piece.text, len(name))
        for name in around.authors
    )


def is_notice(piece: Piece, around: Surroundings) -> bool:
    """Small print of the page: "This article contains affiliate links", its table of cookies, "lorem ipsum"."""
    text = piece.text.casefold()
    return any(word in text and pattern.search(text) for word, pattern in boilerplate_phrases.NOTICES)


def is_offer(piece: Piece, around: Surroundings) -> bool:
    """An offer of a subscription: "Subscribe for $1 a week", "Get the paper for £2 a month. Cancel at any time."."""
    text = piece.text
    if not boilerplate_phrases.OFFER.match(text) and not (
        boilerplate_phrases.OFFER_ASKING.match(text) and boilerplate_phrases.TO_READER.search(text)
    ):
        return False
    return bool(boilerplate_phrases.PRICE.search(text) and boilerplate_phrases.TERM.search(text))


def is_kicker(piece: Piece, around: Surroundings) -> bool:
    """The section or the kind of the piece, over its first paragraph: "World", "MIDDLE EAST CRISIS"."""
    text = piece.text
    if around.at >= around.lede or text.count(" ") >= KICKER_WORDS or piece.kind not in ("paragraph", "heading"):
        return False
    if boilerplate_phrases.KICKER.match(text) or (around.section and norm(text) == around.section):
        return True
    return piece.kind == "paragraph" and " " in text and text.isupper() and text[-1].isalpha()


def is_template(piece: Piece, around: Surroundings) -> bool:
    """What a script was to fill in: "{{title}}", "Posted by {{author}} on {{date}}"; or a short code."""
    if boilerplate_phrases.SHORTCODE.match(piece.text):
        return True
    if not any(mark in piece.text for mark in ("{", "<%", "[[")):
        return False
    left = boilerplate_phrases.PLACEHOLDER.sub(" ", piece.text)
    return left != piece.text and len(left.split()) <= TEMPLATE_WORDS and not ends_sentence(left)


def is_symbol(piece: Piece, around: Surroundings) -> bool:
    """Signs without a word, as buttons leave them: "▼", "›", "|"; "* * *" parts a text."""
    return not any(map(str.isalnum, piece.text)) and not boilerplate_phrases.PARTING.fullmatch(piece.text)


def is_caption(piece: Piece, around: Surroundings) -> bool:
    """A caption, known from its figure or image or by the credit at its end: "Ferries at dusk. (AP Photo/Ada Moss)"."""
    if picture_credits.LINE.match(piece.text) or picture_credits.CAPTION_END.search(piece.text):
        return True
    if len(piece.text) < SHORTEST_CAPTION:
        return False
    # The source of a block quote stands in a `figcaption` too.
    if piece.kind == "quote":
        return False
    if is_among(piece.text, around.captions):
        return True
    # A heading over an image often says what the image is described as.
    sentence = len(piece.text) > LONGEST_ALT and ends_sentence(piece.text)
    return piece.kind == "paragraph" and not sentence and is_among(piece.text, around.alts)


Rule = Callable[[Piece, Surroundings], bool]
RULES: tuple[Rule, ...] = (
    is_title, is_byline, is_prompt, is_teaser, is_link, is_label, is_credit, is_biography, is_notice,
    is_offer, is_kicker, is_template, is_symbol, is_caption,
)  # fmt: skip


def strip(pieces: Sequence[Piece], headline: str | None, beside: Beside = NOTHING_BESIDE) -> list[Piece]:
    """Take the residue out of a body.

    Args:
        pieces: the body as found.
        headline: to know it when it is repeated.
        beside: what else the page holds.
    """
    lists = any(piece.kind == "list" for piece in pieces)
    page = Surroundings(
        headline=norm(headline or ""),
        captions=by_opening(beside.captions),
        alts=by_opening(beside.alts),
        links=by_opening(link for link in beside.links if link.count(" ") + 1 >= TEASER_WORDS),
        own=by_opening(beside.own if lists else ()),
        authors=beside.authors,
        at=0,
        of=len(pieces),
        section=norm(beside.section or ""),
        lede=next((at for at, piece in enumerate(pieces) if is_prose(piece)), 0),
    )
    kept: list[Piece] = []
    seen: set[str] = set()
    over_list = False
    for at, piece in enumerate(pieces):
        around = page._replace(at=at)
        if is_residue(piece, around) or piece.text in seen:
            over_list = boilerplate_phrases.OVER_LIST.match(piece.text) is not None
            continue
        if piece.kind == "list" and (over_list or (is_loose(pieces[:at]) and is_link_list(piece, around))):
            continue
        over_list = False
        if is_sentence(piece.text):
            seen.add(piece.text)
        kept.extend(without_lines(piece, around))
    # A heading at the end heads nothing, a rule parts nothing: what stood under them was no text, or residue.
    while kept and (kept[-1].kind == "heading" or is_rule(kept[-1])):
        kept.pop()
    return kept


def without_lines(piece: Piece, around: Surroundings) -> list[Piece]:
    """A piece of several short lines, a box of teasers or a list of buttons, without those that are residue."""
    if "\n" not in piece.text or piece.kind not in ("paragraph", "list"):
        return [piece]
    lines = piece.text.split("\n")
    words = map(unmarked, lines) if piece.kind == "list" else lines
    kept = [line for line, text in zip(lines, words, strict=True) if not is_residue(Piece("paragraph", text), around)]
    if piece.kind == "list" and kept:
        return [piece]
    return [piece._replace(text="\n".join(kept))] if kept else []


def is_rule(piece: Piece) -> bool:
    """True for a line drawn with signs, "___" or "* * *"."""
    return piece.kind == "paragraph" and not any(map(str.isalnum, piece.text))


def is_prose(piece: Piece) -> bool:
    """True for a paragraph as texts are made of."""
    return piece.kind in ("paragraph", "quote") and len(piece.text) >= SHORTEST_DUPLICATE and ends_sentence(piece.text)


def is_sentence(text: str) -> bool:
    """True for text long enough that its second appearance is a slip, and not an item that two lists share."""
    return len(text) >= SHORTEST_DUPLICATE and ends_sentence(text)


def is_residue(piece: Piece, around: Surroundings) -> bool:
    """True when a rule knows the piece. Code, and lists of several items, are never residue as a whole.

    Nor is a note in which the paper corrects itself.
    """
    if piece.kind == "table":
        return boilerplate_phrases.COOKIE_TABLE.search(piece.text) is not None
    if piece.kind == "code" or len(piece.text) > LONGEST_PIECE or (piece.kind == "list" and "\n" in piece.text):
        return False
    if corrections.is_note(piece.text):
        return False
    return any(rule(piece, around) for rule in RULES)
