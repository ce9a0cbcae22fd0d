"""Sets what stands above an article's text: headline and metadata, the story at a glance, the key points. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.model import Article, Image, KeyPoint
from reader.render.attribution import point_text
from reader.render.calendar import worded
from reader.render.glance import Brief
from reader.text.safe import on_one_line, on_screen
from reader.ui.typeset.galley import BLANK, HeadRow, StyledRun, rule, wrapped
from reader.ui.typeset.wrapping import wrap

# Adults read English non-fiction silently at 238 words a minute (Brysbaert 2019, 190 studies).
WORDS_PER_MINUTE = 238
# The number of a key point stands in a column of its own.
_NUMBER_COLUMN = 3
# A headline beside these facts keeps its rule; less room and the publisher's name is shortened.
_SHORTEST_RULE = 6
# What a key point takes, in cells: with this, those of three in four of 60 news pages had room enough, and rarely more
# than four rows were left over.
_POINT_CELLS = 150
# Chinese and Japanese sentences follow on each other without a space.
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|[。！？]")

# The blank rows over the headline that a low window does without.
_AIR = (0, 3)
# Said beside the words "key points" until they are there.
_AWAITED = "being found…"


class Points(NamedTuple):
    """The key points over the text: which, whether only their number is shown, and the key that changes that."""

    found: Sequence[KeyPoint] = ()
    is_folded: bool = False
    is_awaited: bool = False
    fold_key: str = ""


NO_POINTS, NO_BRIEF = Points(), Brief()


def set_head(
    article: Article,
    width: int,
    *,
    minutes: int = 1,
    points: Points = NO_POINTS,
    brief: Brief = NO_BRIEF,
    note: str = "",
    room: int = 0,
    is_tight: bool = False,
) -> list[HeadRow]:
    """Set the rows above the text.

    Args:
        article: whose headline and metadata to set.
        width: the measure, in cells.
        minutes: how long the text takes to read.
        points: the key points, numbered from 1 in their order.
        brief: the story at a glance.
        note: what to know of what was found, or why nothing was; over the key points.
        room: the fewest rows in all.
        is_tight: leave out the picture and the air above the headline, where the window is low.
    """
    rows = _title(article, width, minutes)
    rows = [row for at, row in enumerate(rows) if not (is_tight and at in _AIR)]
    rows += [_at_a_glance(brief, width)] if brief.facts or brief.names or points.is_awaited else []
    rows += [*_picture(article.image, width), BLANK] if article.image and not is_tight else [BLANK]
    rows += [*wrapped(note, width, "dim"), BLANK] if note else []
    rows += _key_points(points, width) if points.found or points.is_awaited else [rule((), (), width)]
    return rows + [BLANK] * max(1, room - len(rows))


def awaited_rows(article: Article, width: int, points: int) -> int:
    """How many rows key points still to come take beyond the one that says so; at most every second sentence is one."""
    sentences = len(_SENTENCE_END.findall(article.text)) + 1
    lines = _POINT_CELLS / max(width - _NUMBER_COLUMN, 1) + 0.5
    return round(min(points, (sentences + 1) // 2) * (lines + 1)) + 2


def reading_minutes(words: int) -> int:
    """How long a text of so many words takes to read, in whole minutes, never 0."""
    return max(1, round(words / WORDS_PER_MINUTE))


def _title(article: Article, width: int, minutes: int) -> list[HeadRow]:
    rows = [BLANK, _masthead(article, width, minutes), BLANK, BLANK]
    rows += wrapped(article.headline or "", width, "headline")
    parts = (
        wrapped(article.standfirst or "", width, "standfirst"),
        *(wrapped(notice, width, "dim") for notice in article.notices),
        wrapped("This article was corrected; the margin says where: ⚑", width, "dim") if article.corrections else [],
        wrapped(_credit(article), width, "dim"),
    )
    for part in parts:
        rows += [BLANK, *part] if part else []
    return rows


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
    cut = set_cell_size(text, max(room - 1, 0))
    # Between words, unless that leaves little.
    whole = cut if text[len(cut) : len(cut) + 1] == " " else cut.rpartition(" ")[0]
    cut = whole if len(whole) > len(cut) // 2 else cut
    return cut.rstrip(" ·,—–-") + "…" if room > 1 else ""


def _credit(article: Article) -> str:
    people = list(article.byline)
    names = " and ".join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)
    parts = [f"By {names}" if names else "", article.agency or "", article.dateline or ""]
    return " · ".join(part for part in parts if part)


def _at_a_glance(brief: Brief, width: int) -> HeadRow:
    """Who and how many sources, in one line: the longest that fits of all facts, then without the last of them."""
    names, facts = brief.names, brief.facts
    for shown in range(len(names), 0, -1):
        who = ", ".join(names if shown == len(names) else [*names[:shown], "…"])
        for told in (facts, facts[:-1]):
            line = " · ".join((who, *told))
            if cell_len(line) <= width:
                return HeadRow((StyledRun(line, "dim"),))
    line = _fitted(" · ".join((*names[:1], *facts)), width)
    return HeadRow((StyledRun(line, "dim"),)) if line else BLANK


def _picture(image: Image, width: int) -> list[HeadRow]:
    """The lead image in a line: the caption, else what the page says is to be seen, and who took it."""
    words = image.caption or image.alt or ""
    said = " · ".join(part for part in (words, image.credit) if part)
    return [HeadRow((StyledRun(_fitted(f"▣ {said}", width), "dim"),))] if said else []


def _key_points(points: Points, width: int) -> list[HeadRow]:
    """The rule over the key points, with their number or what is done about them, and the points unless folded."""
    number = f"{len(points.found)} · " if points.is_folded else ""
    fold = f"{points.fold_key} {'shows' if points.is_folded else 'folds'} them" if points.fold_key else ""
    said = _AWAITED if points.is_awaited else (number + fold).removesuffix(" · ")
    rows = [rule((StyledRun("key points", "dim"),), (StyledRun(said, "dim"),) if said else (), width)]
    if points.is_folded or points.is_awaited:
        return rows
    rows.append(BLANK)
    for at, point in enumerate(points.found, 1):
        rows += [*_hanging(str(at), point_text(point), width, _NUMBER_COLUMN, "accent", at), BLANK]
    return [*rows, rule((), (), width)]


def _hanging(label: str, words: str, width: int, column: int, ink: str, point: int = 0) -> list[HeadRow]:
    """Words that hang beside their label."""
    words = on_one_line(words)
    rows = []
    label = on_screen(label).ljust(column)
    for line in wrap(words, 0, len(words), width - column):
        rows.append(HeadRow((StyledRun(label, ink), StyledRun(words[line.start : line.end], "text")), point))
        label = " " * column
    return rows
