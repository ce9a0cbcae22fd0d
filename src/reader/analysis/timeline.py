"""The dated events of a text, in order of time."""

import re
from collections.abc import Sequence
from datetime import date

from reader.analysis import dates
from reader.model import Event, Excerpt, Span

# A sentence without a verb tells no event: datelines, captions and headings are left out by it.
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|did|does|[a-z]{2,14}ed|began|"
    r"begins|bought|broke|brought|built|came|caught|comes|cut|died|drew|fell|felt|fled|flew|fought|found|froze|gave|"
    r"goes|got|grew|heard|held|hid|hit|hold|holds|hurt|kept|knew|laid|lay|led|left|lost|made|met|paid|put|quit|ran|"
    r"rode|rose|said|sank|sat|saw|says|sent|set|shook|shot|shut|sold|sought|spent|spoke|spread|stole|stood|struck|"
    r"swept|swore|taught|thought|threw|told|took|tore|wept|went|win|won|wore|wrote)\b"
)


def timeline(text: str, sentences: Sequence[Span], published: str | None) -> tuple[Event, ...]:
    """Find the dated events: each date with the sentence it stands in, earliest first.

    "The cease-fire was declared Dec. 30", published 2017-01-23, is of 2016-12-30. Dates that cannot be resolved stay
    as worded and come last, in order of the text.

    Args:
        text: the article.
        sentences: its sentences.
        published: ISO 8601; relative dates count from it.
    """
    today = _day(published)
    found: dict[tuple[str, int], tuple[tuple[bool, date, int], Event]] = {}
    for sentence in sentences:
        if not _VERB.search(text, sentence.start, sentence.end):
            continue
        wording = text[sentence.start : sentence.end]
        for dated in dates.find(text, sentence.start, sentence.end, today):
            order = (dated.first_day is None, dated.first_day or date.min, dated.start)
            when = Excerpt(dated.start, dated.end, text[dated.start : dated.end])
            event = Event(start=sentence.start, end=sentence.end, text=wording, date=dated.iso, when=when)
            found.setdefault((dated.iso, sentence.start), (order, event))
    return tuple(event for _, event in sorted(found.values(), key=lambda item: item[0]))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
