"""Checks for robots: by which words and which services they are known."""

import html
import re

from reader.extract.phrase_patterns import any_of, holding

# How a check speaks.
QUESTIONS = (
    r"checking (?:if the site connection is secure|your browser)",
    r"verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)|are you a robot|just a moment\.\.\.",
    r"prove (?:that )?you['’]?(?: a)?re (?:a )?(?:human|not a robot)|confirm (?:that )?you are (?:a )?human",
    r"enable (?:javascript|js) and (?:cookies to continue|disable any ad blocker)"
    r"|unusual (?:traffic|activity) (?:from|on|in) (?:your|this) \w+",
    r"(?:please )?(?:complete|solve) the (?:security check|captcha)|needs to review the security of your connection",
    r"ddos protection by|pardon our interruption|press (?:&|and) hold|attention required! \| cloudflare",
    r"request unsuccessful\. incapsula|made us think (?:that )?you (?:are|were|might be) a (?:ro)?bot",
    r"bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi(?:ez|er) que vous êtes",
)
# How it speaks to whom it takes for one. Web servers say the same of files that nobody may read.
DENIALS = (
    r"access to this page has been denied|^access denied$|sorry, you have been blocked",
    r"you don['’]t have permission to access\b.{0,80}on this server",
)
WORDING = holding(*QUESTIONS, *DENIALS)
QUESTION = holding(*QUESTIONS)
# What stands on pages of checks alone.
CHECKS = (
    r"\bcf-(?:chl|turnstile)|challenges\.cloudflare\.com",  # Cloudflare
    r"captcha-delivery\.com",  # DataDome
    r"\bpx-captcha\b|_pxAppId|/captcha/captcha\.js",  # PerimeterX, now HUMAN
    r"\bsec-if-cpt-|_sec/cp_challenge",  # Akamai
    r"_Incapsula_Resource|\bawsWafCookieDomainList|\.awswaf\.com/",  # Imperva, Amazon
    r"\b[gh]-(?:re)?captcha\b|hcaptcha\.com/1/api\.js|/recaptcha/(?:api|enterprise)\.js",
)
# What the services put on ordinary pages of their customers too, or on their pages for every other error.
ELSEWHERE = (r"/cdn-cgi/challenge-platform/|\bcf-error-details", r"errors\.edgesuite\.net")
# Some of the first stand on ordinary pages as well (beside a form for comments), so a page with any of these counts
# only where there is hardly any text.
SERVICE = re.compile(any_of(*CHECKS, *ELSEWHERE))
CHECK = re.compile(any_of(*CHECKS))


def is_check(markup: str) -> bool:
    """True for the page of an error that is a check for robots: it asks, or holds the script that does."""
    return CHECK.search(markup) is not None or QUESTION.search(html.unescape(markup)) is not None
