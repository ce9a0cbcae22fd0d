"""Words of headlines that say what an article is. Data."""

import re

# Over many stories or none: the day's news in short, lists of deals and gifts. "Deals" alone are struck by ministers too.
DIGEST = re.compile(
    r"""(?xi)
    \b\d+\ things\b.*\b(?:know|today|week|watch|expect)\b
    | \bthings\ (?:you\ need\ )?to\ know\b | \b(?:need|should)\ to\ know\ (?:today|now|this)\b
    | \b(?:morning|evening|daily|weekly|news|world|market|your\ \w+)\ (?:briefing|bulletin|digest|roundup|round-up|wrap|memo)\b
    | \b(?:opening|closing)\ bell\b | \bnewsletter\b | \bopen\ thread\b
    | \b(?:black\ friday|cyber\ monday|prime\ day|daily|best|today['’]s|top)\b.*\bdeals\b | \bdeals\ of\ the\b | ,\ (?:and\ )?more\ deals?\b | \bdeals,\ more\b
    | \bgift\ guides?\b | \bgifts\ for\b | \bbest\b.*\b(?:gadgets|gifts)\b
    """
)
