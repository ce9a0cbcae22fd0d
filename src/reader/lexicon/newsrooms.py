"""The newsrooms that a story names as its own source, and is seldom about. Data."""

from reader.lexicon.agencies import AGENCIES

# Of the agencies, those whose names are nothing else's: "EPA" and "PTI" are more often an office and a party.
_AGENCIES = ("Associated Press", "Reuters", "AFP", "Bloomberg", "UPI")
NEWSROOMS = frozenset(name.casefold() for agency in _AGENCIES for name in AGENCIES[agency]) | frozenset(
    ("bbc", "cnn", "nbc", "abc", "cbs", "fox news", "nbc news", "new york times", "washington post")
)
