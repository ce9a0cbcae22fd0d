"""Is there an article at all? Names what a page is instead: a script shell, a consent wall, a bot check, a stub."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.errors import ExtractError, NotAnArticle, Paywalled
from reader.extract.page.pieces import Piece
from reader.extract.page_kind import robots
from reader.extract.page_kind.wall_phrases import ADDRESSING, BETWEEN_MARKS, CONSENT, GONE, LOGIN, PAYWALL, SCRIPT
from reader.lexicon.punctuation import ends_sentence
from reader.model import Source

# A text this long is an article whatever else stands on its page; the walls and shells seen are under 1,200 characters.
SURELY_ARTICLE = 2_500
# A stub is shown as an article from this many real paragraphs on; a real paragraph has at least so many characters.
STUB_PARAGRAPHS = 3
REAL_PARAGRAPH = 80
# A news brief with a word like "cookies" in it has at least so much prose without. Where the page's own title or
# heading says what it is, the notes below it ("You may have followed an old link …") may be twice as long.
BRIEF = 250
TITLED = 2 * BRIEF
# Checks, errors and log-ins speak in short sentences; a longer paragraph with the wording in it tells of one. Consent
# walls are long-winded.
LONGEST_NOTICE = 300
# A title is a notice when the wording makes up most of it; the rest may be the name of the site.
NOTICE_SHARE = 0.5
# Less than this is a label or a slogan. Chinese, Japanese and Korean say as much in a third of the letters.
SHORTEST_ARTICLE = 60
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# Everything else may be a list of links, whose items are titles.
PROSE_KINDS = ("paragraph", "quote")

SAVE_HINT = "Open it in a browser, save the page, and read the saved file."
LOGIN_HINT = "Log in with a browser, save the page, and read the saved file."


class PageSignals(NamedTuple):
    """What a page shows and holds beside its body.

    `shown` is the beginning of all the page shows, what it says without scripts (`noscript`) included; `heading` its
    first; `declares` holds `og:type` and the types of the JSON-LD, in lower case; `offers` what its buttons and links
    offer to buy or to try; `results` that its address is that of a search. `page` is False for a text.
    """

    shown: str = ""
    title: str = ""
    heading: str = ""
    bot_check: bool = False
    consent_host: bool = False
    login_form: bool = False
    video: bool = False
    scripts: bool = False
    declares: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    results: bool = False
    page: bool = True


# What a page declares of itself when a video is all of it, and what it declares when there is an article.
VIDEO_TYPES = re.compile(r"^video(?:\.|object$|$)")
ARTICLE_TYPES = re.compile(r"(?:article|posting|^report|^review)$")

# What is said of a page, and what to try. The robots come first: their pages also speak of cookies.
ROBOT = ("asks whether you are a robot", SAVE_HINT)
MISSING = ("says that there is nothing at this address", "Check the address; the article may have moved.")
SCRIPTED = ("shows nothing without running its scripts", SAVE_HINT)
UNCONSENTED = ("asks for consent before it shows anything", SAVE_HINT)
LOCKED = ("asks for a login", LOGIN_HINT)
FILM = ("shows a video and hardly any text", "Open it in a browser to watch it.")
GOODS = ("presents a product and is no article", "Open it in a browser to see it.")
RESULTS = ("shows the results of a search and is no article", "Open one of them.")
EMPTY = ("shows no text, at least not without running its scripts", SAVE_HINT)
SHORT_PAGE = ("has too little text to be an article", "Open it in a browser to see what it is.")
SHORT_TEXT = ("is too short to be an article", "Give the whole text.")
# What the page of a shop declares.
GOODS_TYPES = re.compile(r"^(?:og:)?product(?:$|\.|group$)|^(?:software|mobile)application$")
# A page that presents a service asks for a trial or a talk in two ways at least; an article has one such link.
LEAST_OFFERS = 2


def check(pieces: Sequence[Piece], signals: PageSignals, title: str, *, subject: str, free: bool = True) -> None:
    """Raise when what was found is no article.

    Args:
        pieces: the body, residue taken out.
        signals: what else there is on the page.
        title: the headline.
        subject: what the reader opened, for the message.
        free: False when the page says that it must be paid for.

    Raises:
        Paywalled: a stub in front of a paid article.
        NotAnArticle: a wall, a shell, an error page, a video.
        ExtractError: nothing there at all.
    """
    if is_surely_article(pieces):
        return
    if found := robot_or_missing(pieces, signals, title) or login_form(pieces, signals):
        raise not_an_article(subject, found)
    if not free or PAYWALL.search(f"{title}\n{signals.shown}"):
        article = f"“{title}”" if title else "the article"
        raise Paywalled(f"{subject} shows only the beginning of {article} and asks for a subscription.", LOGIN_HINT)
    if found := wall(pieces, signals, title) or film(pieces, signals) or goods(signals):
        raise not_an_article(subject, found)
    if is_text(pieces):
        return
    if not signals.page:
        if any(is_prose(piece.text) for piece in pieces):
            return
        raise not_an_article(subject, SHORT_TEXT)
    if signals.results:
        raise not_an_article(subject, RESULTS)
    if len(signals.shown) < SHORTEST_ARTICLE:
        raise not_an_article(subject, EMPTY if signals.scripts or not signals.shown else SHORT_PAGE)
    raise ExtractError(
        f"No article was found in {subject}.", "Open it in a browser to see what it is; save what you want to read."
    )


def subject_of(source: Source) -> str:
    """What to call a source in a message."""
    return {"-": "Standard input", "": "The page"}.get(source.given, source.given)


def not_an_article(subject: str, found: tuple[str, str]) -> NotAnArticle:
    """The error that says what a page does instead of showing an article."""
    words, hint = found
    return NotAnArticle(f"{subject} {words}.", hint)


def robot_or_missing(pieces: Sequence[Piece], signals: PageSignals, title: str) -> tuple[str, str] | None:
    """A check for robots or an error page; what they say of subscriptions and log-ins belongs to the site's frame."""
    if is_wall(robots.WORDING, pieces, signals, title) or (signals.bot_check and prose(pieces) < SHORTEST_ARTICLE):
        return ROBOT
    return MISSING if is_wall(GONE, pieces, signals, title) else None


def login_form(pieces: Sequence[Piece], signals: PageSignals) -> tuple[str, str] | None:
    """A form for a password with no text around it; many articles have one in their frame."""
    return LOCKED if signals.login_form and prose(pieces) < SHORTEST_ARTICLE else None


def wall(pieces: Sequence[Piece], signals: PageSignals, title: str) -> tuple[str, str] | None:
    """A script shell, a consent wall or a login, by what the page says."""
    if is_wall(SCRIPT, pieces, signals, title):
        return SCRIPTED
    if is_wall(CONSENT, pieces, signals, title) or (signals.consent_host and prose(pieces) < BRIEF):
        return UNCONSENTED
    return LOCKED if is_wall(LOGIN, pieces, signals, title) else None


def film(pieces: Sequence[Piece], signals: PageSignals) -> tuple[str, str] | None:
    """A video with a line or two about it; where the page declares itself one, with a short description."""
    if not signals.video and not any(map(VIDEO_TYPES.match, signals.declares)):
        return None
    is_video_page = any(map(VIDEO_TYPES.match, signals.declares)) and not is_article_type(signals.declares)
    return FILM if prose(pieces) < (TITLED if is_video_page else SHORTEST_ARTICLE) else None


def goods(signals: PageSignals) -> tuple[str, str] | None:
    """A product or a service, by what the page declares or by what its buttons offer; reviews declare both."""
    if is_article_type(signals.declares):
        return None
    declared = any(map(GOODS_TYPES.match, signals.declares))
    return GOODS if declared or len(signals.offers) >= LEAST_OFFERS else None


def is_article_type(types: Iterable[str]) -> bool:
    """True when one of the types, in lower case, is that of an article, in OpenGraph or in JSON-LD."""
    return any(map(ARTICLE_TYPES.search, types))


def is_surely_article(pieces: Sequence[Piece]) -> bool:
    """True for a body so long, or with so many real paragraphs, that nothing else on the page can make it none."""
    lengths = [len(piece.text) for piece in pieces]
    return sum(lengths) >= SURELY_ARTICLE or sum(length >= REAL_PARAGRAPH for length in lengths) >= STUB_PARAGRAPHS


def is_wall(pattern: re.Pattern[str], pieces: Sequence[Piece], signals: PageSignals, title: str) -> bool:
    """True when the page's title or heading is such a notice, or when there is one and next to no text beside it."""
    longest = SURELY_ARTICLE if pattern is CONSENT else LONGEST_NOTICE
    said = [piece for piece in pieces if weight(piece.text) <= longest and pattern.search(piece.text)]
    left = prose([piece for piece in pieces if piece not in said])
    if left < TITLED and any(is_notice(pattern, text) for text in (title, signals.title, signals.heading)):
        return True
    if left >= BRIEF or any(map(is_report, pieces)):
        return False
    return bool(said) or (left < SHORTEST_ARTICLE and pattern.search(signals.shown) is not None)


def is_notice(pattern: re.Pattern[str], title: str) -> bool:
    """True for a title that says little else: "Page not found", but not "Page not found: a show about lost pages"."""
    found = pattern.search(title)
    return found is not None and len(found.group()) >= NOTICE_SHARE * len(title)


def is_report(piece: Piece) -> bool:
    """True for a paragraph that tells of something: it speaks to nobody, but for what stands between marks."""
    if piece.kind not in PROSE_KINDS or weight(piece.text) < REAL_PARAGRAPH or not ends_sentence(piece.text):
        return False
    return ADDRESSING.search(BETWEEN_MARKS.sub("", piece.text)) is None


def prose(pieces: Sequence[Piece]) -> int:
    """How much of a body can be sentences: labels, buttons and lists of links do not count."""
    lines = ((piece.kind, line) for piece in pieces for line in piece.text.split("\n"))
    return sum(weight(line) for kind, line in lines if is_prose(line) and (kind in PROSE_KINDS or is_sentence(line)))


def is_text(pieces: Sequence[Piece]) -> bool:
    """True for a body that is long enough to be read, with a sentence in it."""
    lines = [line for piece in pieces for line in piece.text.split("\n")]
    return sum(map(weight, lines)) >= SHORTEST_ARTICLE and any(map(is_prose, lines))


def is_prose(line: str) -> bool:
    """True for a line that can be a sentence: a front page has none, only titles."""
    return weight(line) >= REAL_PARAGRAPH or ends_sentence(line)


def is_sentence(line: str) -> bool:
    """True for an item of a list or a row of a table that can only be a sentence: long, with a full stop in it."""
    return weight(line) >= REAL_PARAGRAPH and (ends_sentence(line) or ". " in line)


def weight(text: str) -> int:
    """The length of a text, letters of Chinese, Japanese and Korean counted three times."""
    return len(text) if text.isascii() else len(text) + 2 * len(WIDE.findall(text))
