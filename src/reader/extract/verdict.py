"""Is there an article at all? Names what a page is instead: a script shell, a consent wall, a bot check, a stub."""

import re
from collections.abc import Sequence

from reader.errors import ExtractError, NotAnArticle, Paywalled
from reader.extract.pieces import Piece

# A text this long is an article whatever else stands on its page; the walls and shells seen are under 1,200 characters.
SURELY_ARTICLE = 2_500
# A stub is shown as an article from this many real paragraphs on; a real paragraph has at least so many characters.
STUB_PARAGRAPHS = 3
REAL_PARAGRAPH = 80
# A real news brief has a sentence: less than this is a label or a slogan. CJK text says as much in a third of the letters.
SHORTEST_ARTICLE = 60
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

SAVE_HINT = "Open it in a browser, save the page, and read the saved file."

BOT_CHECK = re.compile(
    r"checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a robot)|are you a robot|"
    r"just a moment\.\.\.|enable javascript and cookies to continue|unusual (?:traffic|activity)|please complete the (?:security check|captcha)|"
    r"access (?:to this page has been )?denied|ddos protection by|cf-browser-verification|pardon our interruption|press (?:&|and) hold",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"before you continue|we (?:and our (?:\d+ )?partners )?(?:use|store|value|care about) (?:cookies|your privacy|and/or access)|"
    r"(?:accept|agree to) (?:all )?(?:the use of )?cookies|manage (?:your )?(?:cookie|privacy|consent)|your privacy (?:is important|choices)|"
    r"cookie (?:consent|settings|policy)|consent to (?:the )?(?:use|processing)|um (?:der nutzung .{0,40}zuzustimmen|weiterzulesen)|"
    r"mit werbung (?:weiter)?lesen|accepter (?:et|les cookies)",
    re.IGNORECASE,
)
SCRIPT = re.compile(
    r"(?:enable|turn on|requires?|activate|needs?|without) java ?script|java ?script (?:is )?(?:disabled|required|(?:must|needs to) be enabled|"
    r"not (?:enabled|available))|doesn['’]t work (?:properly )?without javascript|unsupported browser|browser is (?:out of date|not supported)|"
    r"aktivieren sie (?:bitte )?javascript",
    re.IGNORECASE,
)
LOGIN = re.compile(
    r"(?:please |you must |you need to )?(?:log|sign) ?in to (?:continue|view|read|access|your account)|forgot(?:ten)? (?:your )?password|"
    r"enter your (?:password|e-?mail)|create an account|you must be logged in",
    re.IGNORECASE,
)
PAYWALL = re.compile(
    r"subscribe (?:now |today )?(?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited) access)|(?:to )?(?:continue|keep) reading[^.]{0,60}"
    r"subscri|(?:this|the) (?:article|content|story) is (?:for|only for|reserved for|available (?:only )?to|exclusive to) (?:our )?(?:subscribers|members)"
    r"|subscribers? only|already a (?:subscriber|member)|you(?:['’]ve| have) (?:reached|used) (?:your|all)[^.]{0,40}(?:limit|free articles)|"
    r"unlock this (?:article|story)|become a (?:subscriber|member) to (?:read|continue)|premium (?:content|article)|"
    r"jetzt weiterlesen|weiterlesen mit|réservé aux abonnés|para suscriptores|contenuto riservato",
    re.IGNORECASE,
)
GONE = re.compile(
    r"(?:page|article|story|content|url)[^.]{0,60}(?:(?:can(?:not|['’]t)|could not|couldn['’]t) be found|not (?:be )?found|no longer (?:available|exists?)|"
    r"doesn['’]t exist|does not exist|has been (?:moved|removed|deleted))|\b404\b[^.]{0,30}(?:not found|error)|error 404|^404\b|"
    r"(?:can(?:not|['’]t)|couldn['’]t) find (?:the|that|this) page|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada",
    re.IGNORECASE,
)

# In the order in which they are asked: a bot check also speaks of cookies, a paywall also of logging in.
WALLS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (BOT_CHECK, "asks whether you are a robot", SAVE_HINT),
    (GONE, "says that the page is not there", "Check the address; the article may have moved."),
    (SCRIPT, "shows nothing without running its scripts", SAVE_HINT),
    (CONSENT, "asks for consent before it shows anything", SAVE_HINT),
    (LOGIN, "asks for a login", "Log in with a browser, save the page, and read the saved file."),
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
    body = "\n".join(piece.text for piece in pieces)
    if len(body) >= SURELY_ARTICLE:
        return
    real = sum(len(piece.text) >= REAL_PARAGRAPH for piece in pieces)
    said = f"{title}\n{body or shown}" if real < STUB_PARAGRAPHS else title
    if real < STUB_PARAGRAPHS and (PAYWALL.search(f"{title}\n{shown}") or not free):
        raise Paywalled(
            f"The page shows only the beginning of {named(title)} and asks for a subscription.",
            "Log in with a browser, save the page, and read the saved file.",
        )
    for pattern, words, hint in WALLS:
        if pattern.search(said):
            raise NotAnArticle(f"The page {words}.", hint)
    if weight(body) < SHORTEST_ARTICLE:
        if len(shown) < SHORTEST_ARTICLE:
            raise NotAnArticle(
                "The page shows no text: it is empty, or it shows nothing without running its scripts.", SAVE_HINT
            )
        raise ExtractError(
            "No article was found on the page.", "It may be a front page or a video: open one of its articles."
        )


def weight(text: str) -> int:
    """The length of a text, letters of Chinese, Japanese and Korean counted three times."""
    return len(text) + 2 * len(WIDE.findall(text))


def named(title: str) -> str:
    """The article in a message: by its title, where it has one."""
    return f"“{title}”" if title else "the article"
