"""The page of what changed in an article from one reading of it to the next: quotes first, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.model.versions import Change, ChangeKind
from reader.ui.rows import Paragraph, Words, shortened
from reader.ui.rows.pages import PageRows, Spot, joined

if TYPE_CHECKING:
    from reader.library.pages import Revision

_KINDS: dict[ChangeKind, str] = {
    "quote gone": "quote taken out",
    "quote altered": "quote altered",
    "headline": "headline altered",
    "altered": "altered",
    "gone": "taken out",
    "new": "new",
}


def changes_shown(article: int, headline: str, revisions: Sequence[Revision]) -> PageRows:
    """What changed in an article, the latest change first; what stands in it still can be gone to."""
    shown = PageRows(headline)
    shown.head(headline)
    for number, revision in enumerate(revisions):
        shown.section(f"Between {_moment(revision.before)} and {_moment(revision.after)} UTC")
        for at, change in enumerate(revision.changes):
            if at:
                shown.gap()
            _change(shown, article, change, is_latest=number == 0)
    if not revisions:
        shown.gap()
        shown.note("Nothing in it has changed since it was read first.")
    return shown


def _change(shown: PageRows, article: int, change: Change, *, is_latest: bool) -> None:
    """One change; only what stands in the latest text is a place to go to."""
    place = Spot(article)
    if is_latest and change.after and change.kind != "headline":
        place = Spot(article, change.after.start, change.after.end)
    kind = Paragraph((Words(joined(_KINDS[change.kind], change.speaker), ("dim",)),))
    sides = (("before  ", change.before), ("now  " if is_latest else "then  ", change.after))
    told = (Paragraph((Words(label, ("accent",)), Words(shortened(side.text))), 2) for label, side in sides if side)
    shown.item(place, kind, *told)


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
