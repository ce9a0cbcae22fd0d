"""Sets what stands above an article's text: headline and metadata, the story at a glance, the key points. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from reader.model import Article, Image, KeyPoint
from reader.render.attribution import point_text
from reader.render.calendar import worded
from reader.ui.characters import on_one_line, printable
from reader.ui.typeset.galley import BLANK, HeadRow, StyledRun, rule, wrapped
from reader.ui.typeset.wrapping import wrap

# Adults read English non-fiction silently at 238 words a minute (Brysbaert 2019, 190 studies).
WORDS_PER_MINUTE = 238
# The number of a key point, or the first word of a line at a glance, stands in a column of its own.
_NUMBER_COLUMN = 3
_LABEL_COLUMN = 9
# A headline beside these facts keeps its rule; less room and the publisher's name is shortened.
_SHORTEST_RULE = 6
# Who, where, when and the sources; of these "who" mostly takes two lines.
_GLANCE_ROWS = 6
# Chinese and Japanese sentences follow on each other without a space.
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|[。！？]")

# Said in the room that is kept for the key points.
_AWAITED = "being found…"


def set_head(
    article: Article,
    width: int,
    *,
    minutes: int = 1,
    points: Sequence[KeyPoint] = (),
    glance: Sequence[str] = (),
    awaited_points: int = 0,
    note: str = "",
    room: int = 0,
) -> list[HeadRow]:
    """Set the rows above the text.

    Args:
        article: whose headline and metadata to set.
        width: the measure, in cells.
        minutes: how long the text takes to read.
        points: the key points, numbered from 1 in this order.
        glance: the story at a glance, a line "Who: …" each.
        awaited_points: how many are still being looked for; room is kept so that nothing moves when they come.
        note: said in the place of the key points when there are none.
        room: the fewest rows in all.
    """
    rows = [*_title(article, width, minutes)]
    if points or glance:
        rows += _at_a_glance(glance, width)
        rows += _key_points(points, width) if points else []
    elif awaited_points:
        kept = awaited_rows(article, width, awaited_points)
        rows += [rule((StyledRun("key points", "dim"),), (), width), BLANK, *wrapped(_AWAITED, width, "dim")]
        rows += [BLANK] * (kept - 3)
    elif note:
        rows += [*wrapped(note, width, "dim"), BLANK]
    if not awaited_points or points:
        rows.append(rule((), (), width))
    return rows + [BLANK] * max(1, room - len(rows))


def awaited_rows(article: Article, width: int, points: int) -> int:
    """How many rows to keep free for what is still to come, from the length of this article's sentences."""
    sentences = max(len(_SENTENCE_END.findall(article.text)), 1)
    # Sentences chosen for a summary run longer than the rest; a third more covers the usual case.
    average = min(len(article.text) / sentences * 1.3, 260)
    lines = -(-int(average) // max(width - _NUMBER_COLUMN, 1))
    return 2 + _GLANCE_ROWS + points * (lines + 1)


def reading_minutes(words: int) -> int:
    """How long a text of so many words takes to read, in whole minutes, never 0."""
    return max(1, round(words / WORDS_PER_MINUTE))


def _title(article: Article, width: int, minutes: int) -> list[HeadRow]:
    rows = [BLANK, _masthead(article, width, minutes), BLANK]
    rows += wrapped(article.headline or "", width, "headline")
    parts = (
        wrapped(article.standfirst or "", width, "standfirst"),
        wrapped(_credit(article), width, "dim"),
        _picture(article.image, width) if article.image else [],
        *(wrapped(notice, width, "dim") for notice in article.notices),
        wrapped("This article was corrected; the margin says where: ✎", width, "dim") if article.corrections else [],
    )
    for part in parts:
        rows += [BLANK, *part] if part else []
    return [*rows, BLANK]


def _masthead(article: Article, width: int, minutes: int) -> HeadRow:
    published = worded(article.published) if article.published else ""
    modified = worded(article.modified) if article.modified else ""
    facts = [published, f"updated {modified}" if modified not in ("", published) else "", f"{minutes} min"]
    right = _fitted(" · ".join(fact for fact in facts if fact), width)
    place = " · ".join(part for part in (article.publisher, article.section) if part)
    left = _fitted(place, width - cell_len(right) - _SHORTEST_RULE)
    return rule((StyledRun(left, "accent"),) if left else (), (StyledRun(right, "dim"),), width)


def _fitted(text: str, room: int) -> str:
    """Words on one line, cut with an ellipsis where there is no room for them."""
    text = on_one_line(text)
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(room - 1, 0)).rstrip() + "…" if room > 1 else ""


def _credit(article: Article) -> str:
    people = list(article.byline)
    names = " and ".join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)
    parts = [f"By {names}" if names else "", article.agency or "", article.dateline or ""]
    return " · ".join(part for part in parts if part)


def _picture(image: Image, width: int) -> list[HeadRow]:
    """The lead image in words: its caption, else what the page says is to be seen, and who took it."""
    words = image.caption or image.alt or ""
    said = " · ".join(part for part in (words, image.credit) if part)
    return wrapped(f"▣ {said}", width, "dim") if said else []


def _at_a_glance(lines: Sequence[str], width: int) -> list[HeadRow]:
    rows: list[HeadRow] = []
    for line in lines:
        label, _, words = line.partition(": ")
        rows += _hanging(label, words, width, _LABEL_COLUMN, "dim")
    return [*rows, BLANK] if rows else []


def _key_points(points: Sequence[KeyPoint], width: int) -> list[HeadRow]:
    rows = [rule((StyledRun("key points", "dim"),), (), width), BLANK]
    for number, point in enumerate(points, 1):
        rows += [*_hanging(str(number), point_text(point), width, _NUMBER_COLUMN, "accent", number), BLANK]
    return rows


def _hanging(label: str, words: str, width: int, column: int, ink: str, point: int = 0) -> list[HeadRow]:
    """Words that hang beside their label."""
    words = on_one_line(words)
    rows = []
    label = printable(label).ljust(column)
    for line in wrap(words, 0, len(words), width - column):
        rows.append(HeadRow((StyledRun(label, ink), StyledRun(words[line.start : line.end], "text")), point))
        label = " " * column
    return rows
