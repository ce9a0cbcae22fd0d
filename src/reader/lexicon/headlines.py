"""Words of headlines that say what an article is. Data."""

import re

_SPANS = "morning|evening|daily|weekly|news|world|market"
# Over many stories or none: the day's news in short, lists of deals and gifts. Ministers strike "deals" too.
DIGEST = re.compile(
    rf"""(?xi)
    \b\d+\ things\b.{{0,80}}\b(?:know|today|week|watch|expect)\b
    | \bthings\ (?:you\ need\ )?to\ know\b | \b(?:need|should)\ to\ know\ (?:today|now|this)\b
    | \b(?:{_SPANS})\ (?:briefing|bulletin|digest|roundup|round-up|wrap|memo)\b
    | \b(?:opening|closing)\ bell\b | \bnewsletter\b | \bopen\ thread\b
    | \b(?:black\ friday|cyber\ monday|prime\ day|daily|best|today['’]s|top)\b.{{0,80}}\bdeals\b
    | \bdeals\ of\ the\b | ,\ (?:and\ )?more\ deals\b | \bdeals,\ more\b
    | \bgift\ guides?\b | \bgifts\ for\b | \bbest\b.{{0,80}}\b(?:gadgets|gifts)\b
    """
)
