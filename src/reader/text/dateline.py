"""Where a story was filed: the dateline at the head of the text. It is recognised, and left where it stands."""

import re

from reader.lexicon.labels import NO_PLACES

# "ASTANA, Kazakhstan — Talks…", "LONDON (Reuters) - Shares…", "WASHINGTON, Jan 4 (AP) —": a place in capitals, maybe
# a region after a comma, maybe a date, maybe an agency, then a dash. The place alone is the dateline.
PLACE = r"[^\W\d_a-z][^\W\d_a-z.'’\-]+(?:[ /\-](?:[^\W\d_a-z][^\W\d_a-z.'’]*|de|la|del|al|el|sur|am|an der))*"
REGION = r"(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)(?:[A-Z][\w.'’]*)(?: [A-Z][\w.'’]*){0,3})?"
DATE = r"(?:, (?:(?:[A-Z][a-z]{2,8}\.? \d{1,2})|(?:\d{1,2} [A-Z][a-z]{2,8}\.?))(?:, \d{4})?)?"
AGENCY = r"(?: ?\((?P<agency>[A-Z][\w .&/-]{1,30})\))?"
DASH = r" ?(?:[—–―]|--|(?<= )-(?= )| -{1,2} ) ?"
DATELINE = re.compile(rf"(?P<place>{PLACE}(?:/{PLACE})?{REGION}){DATE}{AGENCY}{DASH}(?=\S)")
# Wire copy also writes "Paris (AFP) –", the place not in capitals: only a named agency makes it a dateline.
AGENCY_DATELINE = re.compile(
    rf"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}{REGION}){DATE}"
    rf" ?\((?P<agency>[A-Z][\w .&/-]{{1,30}})\){DASH}(?=\S)"
)


def find(text: str) -> tuple[str | None, str | None]:
    """Find dateline and agency at the head of a text: "LONDON" and "Reuters" in "LONDON (Reuters) - Shares…"."""
    match = DATELINE.match(text) or AGENCY_DATELINE.match(text)
    if not match or match["place"].split(",")[0].split()[0].lower() in NO_PLACES:
        return None, None
    return match["place"].strip(), match["agency"]
