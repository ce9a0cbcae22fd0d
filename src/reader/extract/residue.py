"""What surrounds an article and is none of it. Each rule says of one piece, in its place, whether it is residue.

A rule looks at short pieces alone and at wordings that prose does not use; when in doubt a line stays.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.extract import byline
from reader.extract.pieces import Piece


class Setting(NamedTuple):
    """What the rules may know beside the piece: the headline, the captions, the names, where the piece stands."""

    headline: str
    captions: frozenset[str]
    at: int
    of: int


# Lines longer than this are prose, whatever words they begin with.
LONGEST_LINE = 200
# Titles and bylines stand among the first pieces, credits among the last.
HEAD_PIECES = 6
TAIL_PIECES = 6
# A repeated line shorter than this may be meant: a refrain, a label in a list of products.
SHORTEST_DUPLICATE = 40
SHORTEST_CAPTION = 25

LETTERS = re.compile(r"\w+")

PROMPTS = re.compile(
    r"^\W*(?:sign up (?:for|to|here|now|today|below)\b|subscribe (?:to|now|today|here|for|via)\b|click here to (?:subscribe|sign up|"
    r"get|download|read|join)\b|get (?:the|our|more|all)\b.{0,80}\b(?:in|to) your inbox\b|(?:receive|delivered)\b.{0,80}\binbox\b|"
    r"enjoyed? th(?:e|is) (?:article|post|story)\b|(?:download|get) (?:the|our) .{0,40}\bapp\b|join our .{0,40}\b(?:newsletter|"
    r"mailing list|channel|community|telegram|whatsapp)|(?:like|follow|find|join) us on\b|follow .{2,60} on (?:twitter|facebook|"
    r"instagram|x|social|linkedin|youtube|telegram|google news)\b|thanks for signing up|have a (?:news )?tip\b|got a (?:news )?tip\b|"
    r"like this (?:story|article|post)\b|enjoy (?:the|this) post\b|support (?:local|our|independent|quality) journalism|"
    r"(?:please )?(?:consider )?(?:donat(?:e|ing)|becom(?:e|ing) a (?:member|patron|supporter|subscriber))\b|"
    r"abonnieren sie|jetzt abonnieren|newsletter abonnieren|suscríbete|inscrivez-vous|abonnez-vous|iscriviti)",
    re.IGNORECASE,
)
TEASERS = re.compile(
    r"^[\W_]*(?:(?:read (?:more|also|next|full|on)|also read|see also|see more|watch(?: (?:now|also|more))?|listen(?: now)?|more|related(?: "
    r"(?:stor(?:y|ies)|articles?|posts?|coverage|reading|content|links?|topics?))?|recommended(?: (?:reading|stories|for you))?|"
    r"you (?:may|might) (?:also|like)(?: also)?(?: (?:like|check|enjoy|want to read))?|don['’]t miss|explore more|up next|"
    r"mehr zum thema|lesen sie (?:auch|hier|mehr)|auch interessant|lire aussi|à lire (?:aussi|également)|lea (?:también|además)|"
    r"te puede interesar|leer más|leggi anche(?: su)?|leia (?:também|mais)|veja também|saiba mais|lees ook|les også|läs också|"
    r"czytaj (?:też|także|również|więcej)|zobacz (?:też|także)|читайте (?:также|ещё|еще)|baca juga|관련기사|関連記事)\s*[:：–»>]|also on [\w.]+\.\w+\s)",
    re.IGNORECASE,
)
# The same wordings as a line of their own, without a colon and without a title behind it.
LABELS = re.compile(
    r"^\W*(?:read (?:more|also|next)|see also|see more|also read|show more|load more|view all|related(?: (?:stories|articles|posts|coverage|"
    r"content|topics|links|news))?|recommended(?: (?:for you|stories|articles|reading))?|more (?:news|stories|like this|from .{2,40}|on this "
    r"(?:story|topic))|most (?:read|popular|viewed)(?: .{2,30})?|popular (?:on|posts|now)(?: .{2,30})?|trending(?: now)?|top stories|"
    r"you (?:may|might) also (?:like|be interested in|enjoy)|don['’]t miss|up next|advert(?:isement|ising)?|ad|ad feedback|sponsored(?: content)?|"
    r"(?:story|article) continues(?: below)?(?: advertisement)?|continue reading(?: below)?(?: the main story)?|anzeige|werbung|publicidad|"
    r"publicité|pubblicità|publicidade|reklama|share(?: (?:this|on|via|with).{0,40})?|tweet|print(?: (?:this )?(?:article|page))?|e-?mail"
    r"(?: this)?(?: article)?|copy link|copied|save|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|instagram|comments?|"
    r"\d+ comments?|leave a (?:comment|reply)|kommentare|teilen|drucken|merken|compartir|partager|condividi|follow us|filed under.*|"
    r"table of contents|contents|loading|close|skip (?:to|advertisement).*|gift article|listen to (?:this )?article|"
    r"thanks for signing up|sorry|back to top|news tips?|talk to us|open in app|\[?button\b.*|image|photo|video|gallery)\W*$",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    r"^\W*(?:(?:first |last |originally )?(?:published|updated|posted|modified)(?: on| at)?\b\W*(?:.{0,20}\b(?:\d{4}|\d{1,2}[:.]\d\d|ago)\b.{0,30})?|"
    r"(?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W+)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b.{0,40}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.{0,20}|"
    r".{0,40}\b\d+[ -]min(?:ute)?s?\.? (?:read|lesezeit)|(?:reading time|tempo de leitura|lesezeit|temps de lecture)\W.{0,20})\W*$",
    re.IGNORECASE,
)
BY_LINE = re.compile(
    r"^(?:written |posted |story |text |words )?by:? [^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z]|de|van|von|al-|bin)[\w.'’-]*){1,4}(?:[ ,|/–-].{0,60})?$",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"^\W*(?:(?:additional |further )?(?:reporting|writing|editing|research|photography|illustration)(?: and \w+)? by\b|our standards: the thomson|"
    r"copyright\b|©|\(c\) \d{4}|all rights reserved|alle rechte vorbehalten|(?:source|quelle|fuente|sources)\s*:\s*.{2,40}$|"
    r"(?:email|write to|contact|reach) .{2,80}@|[\w.+-]+@[\w-]+\.[\w.]+$|(?:https?://)?(?:www\.)?(?:twitter|facebook|instagram)\.com/\S+$|"
    r"associated press (?:writers?|reporters?|journalists?) .{2,120} contributed\b)",
    re.IGNORECASE,
)
AFFILIATE = re.compile(
    r"\baffiliate (?:links?|commissions?|ones|partners?|program)|\b(?:earn|receive|get) (?:us )?an? (?:small |affiliate )?"
    r"(?:commission|share of the (?:sale|revenue))|if you (?:buy|purchase|click) .{0,60}\bcommission\b",
    re.IGNORECASE,
)
PHOTO_CREDIT = re.compile(
    r"^\W*(?:(?:photo(?:graph|s|graphy)?|image|images|picture|pictures|video|illustration|foto|fotos|bild|bilder)(?: (?:credit|source|"
    r"courtesy|caption|by|via|used|from|©)[\w ]{0,30})?\s*[:/©]|(?:photo|image|picture)s? (?:by|courtesy|credit|via|used under)\b|credits?\s*:|"
    r"getty images|shutterstock|file photo)[^.!?]{0,120}\.?$",
    re.IGNORECASE,
)
CAPTION_END = re.compile(
    r"[(\[](?:(?:AP |File |Handout |Courtesy )?(?:Photo|Image|Picture|Foto)\b[^()\[\]]{0,80}|[^()\[\]]{2,60}/(?:AP|AFP|Reuters|Getty Images|"
    r"Associated Press|Bloomberg|dpa|EPA)[^()\[\]]{0,30}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?[A-Z][^()\[\]]{2,40})[)\]]\W*$"
)


def norm(text: str) -> str:
    """The letters of a text in lower case, for comparing lines."""
    return " ".join(LETTERS.findall(text.casefold()))


def is_title(piece: Piece, setting: Setting) -> bool:
    """The headline again, over the text it is the headline of."""
    return setting.at < HEAD_PIECES and bool(setting.headline) and norm(piece.text) == setting.headline


def is_byline(piece: Piece, setting: Setting) -> bool:
    """A byline or a line with the date of publication: "By Ada Moss, Harbour Post", "Published 4 March 2026"."""
    if setting.at >= HEAD_PIECES and setting.of - setting.at > TAIL_PIECES:
        return False
    line = piece.text
    if DATE_LINE.match(line):
        return len(line) < 100
    return (
        len(line) < 100 and bool(BY_LINE.match(line)) and bool(byline.parse(line).people or byline.parse(line).agency)
    )


def is_prompt(piece: Piece, setting: Setting) -> bool:
    """An invitation to sign up, follow, subscribe or download: "Sign up for our morning newsletter"."""
    return PROMPTS.match(piece.text) is not None


def is_teaser(piece: Piece, setting: Setting) -> bool:
    """A link to another story: "Read more: Ferries stop again"."""
    return TEASERS.match(piece.text) is not None


def is_label(piece: Piece, setting: Setting) -> bool:
    """A word or two of the page's furniture: "Share this", "Advertisement", "Related stories"."""
    return len(piece.text) < 80 and LABELS.match(piece.text) is not None


def is_credit(piece: Piece, setting: Setting) -> bool:
    """Who else worked on it and whose it is, at the end: "(Reporting by Ada Moss; editing by Li Wen)", "© 2026 Harbour Post"."""
    return setting.of - setting.at <= TAIL_PIECES and CREDITS.match(piece.text) is not None


def is_affiliate_note(piece: Piece, setting: Setting) -> bool:
    """The note that links earn money: "This article contains affiliate links"."""
    return AFFILIATE.search(piece.text) is not None


def is_caption(piece: Piece, setting: Setting) -> bool:
    """The caption of a picture, known from its figure, or by the credit at its end: "Ferries at dusk. (AP Photo/Ada Moss)"."""
    if PHOTO_CREDIT.match(piece.text) or CAPTION_END.search(piece.text):
        return True
    return len(piece.text) >= SHORTEST_CAPTION and norm(piece.text) in setting.captions


Rule = Callable[[Piece, Setting], bool]
RULES: tuple[Rule, ...] = (
    is_title, is_byline, is_prompt, is_teaser, is_label, is_credit, is_affiliate_note, is_caption,
)  # fmt: skip


def strip(pieces: Sequence[Piece], headline: str | None, captions: Sequence[str]) -> list[Piece]:
    """Take the residue out of a body.

    Args:
        pieces: the body as found.
        headline: to know it when it is repeated.
        captions: the captions of the page's figures.
    """
    setting = Setting(norm(headline or ""), frozenset(map(norm, captions)), 0, len(pieces))
    kept: list[Piece] = []
    seen: set[str] = set()
    for at, piece in enumerate(pieces):
        if is_residue(piece, setting._replace(at=at)) or (len(piece.text) >= SHORTEST_DUPLICATE and piece.text in seen):
            continue
        seen.add(piece.text)
        kept.append(piece)
    return kept


def is_residue(piece: Piece, setting: Setting) -> bool:
    """True when a rule knows the piece. Code, tables and lists of several items are never residue as a whole."""
    if (
        piece.kind in ("code", "table")
        or len(piece.text) > 2 * LONGEST_LINE
        or (piece.kind == "list" and "\n" in piece.text)
    ):
        return False
    return any(rule(piece, setting) for rule in RULES)
