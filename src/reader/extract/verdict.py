"""Is there an article at all? Names what a page is instead: a script shell, a consent wall, a bot check, a stub."""

import re
from collections.abc import Sequence

from reader.errors import ExtractError, NotAnArticle, Paywalled
from reader.extract.pieces import SENTENCE_ENDS, Piece
from reader.extract.wordings import any_of

# A text this long is an article whatever else stands on its page; the walls and shells seen are under 1,200 characters.
SURELY_ARTICLE = 2_500
# A stub is shown as an article from this many real paragraphs on; a real paragraph has at least so many characters.
STUB_PARAGRAPHS = 3
REAL_PARAGRAPH = 80
# A news brief with a word like "cookies" in it has at least so much text without.
BRIEF = 250
# Less than this is a label or a slogan. Chinese, Japanese and Korean say as much in a third of the letters.
SHORTEST_ARTICLE = 60
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

SAVE_HINT = "Open it in a browser, save the page, and read the saved file."
LOGIN_HINT = "Log in with a browser, save the page, and read the saved file."


def wording(*wordings: str) -> re.Pattern[str]:
    """Matches a text that holds one of the wordings."""
    return re.compile(any_of(*wordings), re.IGNORECASE)


BOT_CHECK = wording(
    r"checking (?:if the site connection is secure|your browser)",
    r"verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a robot)|are you a robot|just a moment\.\.\.",
    r"enable javascript and cookies to continue|unusual traffic|please complete the (?:security check|captcha)",
    r"access to this page has been denied|^access denied|ddos protection by|pardon our interruption",
    r"press (?:&|and) hold",
)
GONE = wording(
    r"(?:page|article|story|content|url)\b[^.]{0,40}(?:cannot|can['’]t|could not|couldn['’]t) be found",
    r"(?:page|article|story|content|url)\b[^.]{0,40}not found",
    r"(?:page|article|story|content|url)\b[^.]{0,40}(?:no longer (?:available|exists?)|does(?:n['’]t| not) exist)",
    r"\b404\b[^.]{0,30}(?:not found|error)|error 404|^404\b",
    r"(?:cannot|can['’]t|couldn['’]t) find (?:the|that|this) page",
    r"seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada",
)
SCRIPT = wording(
    r"(?:enable|turn on|requires?|activate|needs?|without) java ?script|unsupported browser",
    r"java ?script (?:is )?(?:disabled|required|(?:must|needs to) be enabled|not (?:enabled|available))",
    r"browser is (?:out of date|not supported)|aktivieren sie (?:bitte )?javascript",
)
CONSENT = wording(
    r"before you continue|consent to (?:the )?(?:use|processing)|cookie (?:consent|settings)",
    r"we (?:and our (?:\d+ )?partners )?(?:use|store|value|care about) (?:cookies|your privacy|and/or access)",
    r"(?:accept|agree to) (?:all )?(?:the use of )?cookies|manage (?:your )?(?:cookie|privacy|consent)",
    r"your privacy (?:is important|choices)|um (?:der nutzung .{0,40}zuzustimmen|weiterzulesen)",
    r"mit werbung (?:weiter)?lesen|accepter (?:et|les cookies)",
)
LOGIN = wording(
    r"(?:log|sign) ?in to (?:continue|view|read|access|your account)|forgot(?:ten)? (?:your )?password",
    r"enter your (?:password|e-?mail)|you must be logged in",
)
PAYWALL = wording(
    r"subscribe (?:now |today )?(?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited) access)",
    r"(?:to )?(?:continue|keep) reading[^.]{0,60}subscri|unlock this (?:article|story)|subscribers? only",
    r"(?:this|the) (?:article|content|story) is (?:for|only for|reserved for|available (?:only )?to|exclusive to) "
    r"(?:our )?(?:subscribers|members)",
    r"already a (?:subscriber|member)|become a (?:subscriber|member) to (?:read|continue)|premium (?:content|article)",
    r"you(?:['’]ve| have) (?:reached|used) (?:your|all)[^.]{0,40}(?:limit|free articles)",
    r"jetzt weiterlesen|weiterlesen mit|réservé aux abonnés|para suscriptores|contenuto riservato",
)

# In the order in which they are asked: a bot check also speaks of cookies, an error page also of logging in.
WALLS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (BOT_CHECK, "asks whether you are a robot", SAVE_HINT),
    (GONE, "says that there is nothing at this address", "Check the address; the article may have moved."),
    (SCRIPT, "shows nothing without running its scripts", SAVE_HINT),
    (CONSENT, "asks for consent before it shows anything", SAVE_HINT),
    (LOGIN, "asks for a login", LOGIN_HINT),
)


def check(pieces: Sequence[Piece], shown: str, title: str, *, free: bool) -> None:
    """Raise when what was found is no article.

    Args:
        pieces: the body, residue taken out.
        shown: the beginning of all the page shows, for what it says of itself when there is no body.
        title: the title of the page.
        free: False when the page says that it must be paid for.

    Raises:
        Paywalled: a stub in front of a paid article.
        NotAnArticle: a wall, a shell, an error page.
        ExtractError: nothing there at all.
    """
    if is_surely_article(pieces):
        return
    body = "\n".join(piece.text for piece in pieces)
    if not free or PAYWALL.search(f"{title}\n{shown}"):
        article = f"“{title}”" if title else "the article"
        raise Paywalled(f"The page shows only the beginning of {article} and asks for a subscription.", LOGIN_HINT)
    for pattern, words, hint in WALLS:
        if is_wall(pattern, pieces, shown, title):
            raise NotAnArticle(f"The page {words}.", hint)
    if weight(body) >= SHORTEST_ARTICLE and any(is_prose(line) for line in body.split("\n")):
        return
    if len(shown) < SHORTEST_ARTICLE:
        raise NotAnArticle("The page shows no text, at least not without running its scripts.", SAVE_HINT)
    raise ExtractError(
        "No article was found on the page.", "It may be a front page or a video: open one of its articles."
    )


def is_surely_article(pieces: Sequence[Piece]) -> bool:
    """True for a body so long, or with so many real paragraphs, that nothing else on the page can make it none."""
    lengths = [len(piece.text) for piece in pieces]
    return sum(lengths) >= SURELY_ARTICLE or sum(length >= REAL_PARAGRAPH for length in lengths) >= STUB_PARAGRAPHS


def is_wall(pattern: re.Pattern[str], pieces: Sequence[Piece], shown: str, title: str) -> bool:
    """True when the title says so, or when little is left without the paragraphs that say so."""
    if pattern.search(title):
        return True
    rest = [piece.text for piece in pieces if not pattern.search(piece.text)]
    said = len(rest) < len(pieces) or (not pieces and pattern.search(shown) is not None)
    return said and sum(map(weight, rest)) < BRIEF


def is_prose(line: str) -> bool:
    """True for a line that can be a sentence: a front page has none, only titles."""
    return weight(line) >= REAL_PARAGRAPH or line.endswith(SENTENCE_ENDS)


def weight(text: str) -> int:
    """The length of a text, letters of Chinese, Japanese and Korean counted three times."""
    return len(text) + 2 * len(WIDE.findall(text))
