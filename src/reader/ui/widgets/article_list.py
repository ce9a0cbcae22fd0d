"""A list of articles of which only those in sight are known: 100,000 of them scroll like ten."""

from __future__ import annotations

from array import array
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model.library import Listed
from reader.ui.attention.navigation import Stride, lines_in
from reader.ui.beside import beside
from reader.ui.home.lines import LINES, article_lines
from reader.ui.rows import Words
from reader.ui.theme.themes import Inks

# Left of the lines: the bar of the current article and a space; right of them, a space and the scroll bar.
_LEFT, _RIGHT = 2, 2
# Articles over and under those in sight that are looked up with them, so that a page on is there before the key is.
_AROUND = 60
# Of so many articles what was looked up is remembered.
_MOST_REMEMBERED = 2_000

LookUp = Callable[[Sequence[int]], Awaitable[Sequence[Listed]]]


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Articles by their ids, each on two lines, looked up when they come into sight.

    Args:
        inks: the styles to draw with.
        look_up: gives what is shown of some articles.
        now: the moment, with the reader's zone.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ArticleList {
        height: 1fr; background: $background;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    class Moved(Message):
        """Another article is current, or it is known now, or there is none."""

    class Chosen(Message):
        """The current article is to be opened."""

    def __init__(self, inks: Inks, look_up: LookUp, now: Callable[[], datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks, self._look_up, self._now = inks, look_up, now
        self.ids: Sequence[int] = ()
        # None of an article that is gone from the library.
        self._known: dict[int, Listed | None] = {}
        self._stale: set[int] = set()
        self._at = 0
        self._told: Listed | None = None

    @property
    def at(self) -> int | None:
        """The id of the current article; None in an empty list."""
        return self.ids[self._at] if self.ids else None

    @property
    def current(self) -> Listed | None:
        """The current article; None in an empty list, or where it is not known yet."""
        return None if self.at is None else self._known.get(self.at)

    @property
    def place(self) -> tuple[int, int]:
        """Which article of how many is current, counted from 1; 0 of 0 in an empty list."""
        return (self._at + 1 if self.ids else 0), len(self.ids)

    def show(self, ids: Sequence[int], at: int | None = None) -> None:
        """Show articles, `at` being the current one, on the line where it was; if it is not among them, the first."""
        line = self._at * LINES - self.scroll_offset.y
        # Eight bytes each; as numbers of Python's they are 32 more.
        self.ids = array("q", ids)
        is_kept = at is not None and at in self.ids
        self._at = self.ids.index(at) if at is not None and is_kept else 0
        self.virtual_size = Size(self.size.width, len(self.ids) * LINES)
        top = self._at * LINES - line if is_kept else 0
        self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)
        self._settle()

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """Look some articles up anew, or all of those in sight; until then they are shown as they were."""
        self._stale.update(self._known if ids is None else ids)
        self._want()

    def go_to(self, number: int) -> bool:
        """Make an article current; whether it is in the list."""
        if number not in self.ids:
            return False
        self._at = self.ids.index(number)
        self._settle()
        return True

    def move(self, by: Stride, direction: int) -> None:
        """To another article; 1 is down, -1 up."""
        if self.ids:
            step = max(lines_in(by, self.size.height, len(self.ids) * LINES) // (1 if by == "line" else LINES), 1)
            self._at = min(max(self._at + direction * step, 0), len(self.ids) - 1)
            self._settle()

    def choose(self) -> None:
        """Have the current article opened."""
        if self.current is not None:
            self.post_message(self.Chosen())

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.refresh()

    def on_resize(self) -> None:
        """Keep the current article in sight."""
        self.virtual_size = Size(self.size.width, len(self.ids) * LINES)
        self._settle()

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Look up what came into sight."""
        super().watch_scroll_y(old, new)
        self._want()

    def _settle(self) -> None:
        """Bring the current article into sight, and tell of it."""
        top, height = self.scroll_offset.y, self.size.height
        first = self._at * LINES
        # The ones before and after it stay in sight with it.
        context = min(LINES, max(height - LINES, 0) // 2)
        if first - context < top:
            top = first - context
        elif first + LINES + context > top + height:
            top = first + LINES + context - height
        self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)
        self.refresh()
        self._want()
        self._tell()

    def _tell(self) -> None:
        self._told = self.current
        self.post_message(self.Moved())

    # -- what is looked up --------------------------------------------------------------------------------------

    def _wanted(self) -> list[int]:
        first = self.scroll_offset.y // LINES
        last = first + self.size.height // LINES + 1
        around = self.ids[max(first - _AROUND, 0) : last + _AROUND]
        return [number for number in around if number not in self._known or number in self._stale]

    def _want(self) -> None:
        if self.size.height and self._wanted():
            beside(self, self._learn, "rows")

    async def _learn(self) -> None:
        while wanted := self._wanted():
            found = {each.id: each for each in await self._look_up(wanted)}
            if len(self._known) > _MOST_REMEMBERED:
                self._known = {}
            self._known |= {number: found.get(number) for number in wanted}
            self._stale.difference_update(wanted)
            self.refresh()
            if self.current != self._told:
                self._tell()

    # -- drawing, and the mouse ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        index, line = divmod(self.scroll_offset.y + y, LINES)
        if index >= len(self.ids):
            return Strip.blank(self.size.width, self._inks.on_ground().rich_style)
        marked = ("current",) if index == self._at else ()
        plain = self._inks.on_ground(*marked).rich_style
        bar = Segment("▌" if marked else " ", self._inks.on_ground("accent").rich_style)
        segments = [bar, Segment(" " * (_LEFT - 1), plain)]
        segments += [
            Segment(words.text, self._inks.on_ground(*words.inks, *marked).rich_style)
            for words in self._words(self.ids[index])[line]
        ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _words(self, number: int) -> tuple[Sequence[Words], Sequence[Words]]:
        listed = self._known.get(number)
        if listed is None:
            return ([Words("  gone from the library" if number in self._known else "  …", ("dim",))], ())
        return article_lines(listed, max(self.size.width - _LEFT - _RIGHT, 1), self._now())

    def on_click(self, event: events.Click) -> None:
        """Go to the article under the mouse; a click on the current one opens it."""
        index = (self.scroll_offset.y + event.y) // LINES
        if index >= len(self.ids):
            return
        if index == self._at:
            self.choose()
        else:
            self._at = index
            self._settle()
