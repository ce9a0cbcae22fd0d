"""Chooses which quotes are listed: by speaker, kind, speech act, or unnamed sources only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from reader.ui.attention.current import Target
from reader.ui.attention.navigation import Stride
from reader.ui.attention.quote_filter import Criterion, Facet, Filter
from reader.ui.keys.keymap import Keymap
from reader.ui.rows import BLANK, Paragraph, Row, Words
from reader.ui.theme.themes import Inks
from reader.ui.widgets.row_list import RowList
from reader.ui.windows.window import Window

_CHOSEN, _NOT_CHOSEN = "✓ ", "  "


class FilterWindow(Window[None]):
    """What the quotes can be chosen by. One thing can be chosen and the window closed, or several.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        offered: what there is to choose.
        chosen: what is chosen now.
        use: called with what is chosen, at each change.
    """

    SCOPE = "filter"
    DEFAULT_CSS = "FilterWindow > .frame { width: 52; }"

    def __init__(
        self, keymap: Keymap, inks: Inks, offered: Sequence[Facet], chosen: Filter, use: Callable[[Filter], None]
    ) -> None:
        super().__init__(keymap, inks)
        self._offered, self._chosen, self._use = offered, chosen, use
        self._at = 0
        self._has_several = False

    def compose(self) -> ComposeResult:
        """One list, in a frame."""
        with self.framed(Vertical(), "list quotes by"):
            yield RowList(self.inks)

    def on_mount(self) -> None:
        """Show the choices, from the first that is chosen."""
        self._at = next((i for i, choice in enumerate(self._offered) if choice.criterion in self._chosen), 0)
        rows = list(self._rows())
        height = len(rows)
        self._list.styles.height = height
        self._list.focus()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the frame on the screen."""
        self._list.styles.max_height = max(event.size.height - 2, 1)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _show(self) -> None:
        self._list.show(self._rows())
        self._list.mark([Target("quote", self._at)])

    def _rows(self) -> Iterator[Row]:
        numbered = enumerate(self._offered)
        for place, (aspect, group) in enumerate(groupby(numbered, key=lambda pair: pair[1].criterion.aspect)):
            if place:
                yield BLANK
            yield Row((Paragraph((Words(aspect, ("dim",)),)),))
            for index, choice in group:
                mark = _CHOSEN if choice.criterion in self._chosen else _NOT_CHOSEN
                words = (Words(mark + choice.label), Words(f"  {choice.quotes}", ("dim",)))
                yield Row((Paragraph(words),), Target("quote", index))

    def on_row_list_clicked(self, event: RowList.Clicked) -> None:
        """Choose what was clicked."""
        event.stop()
        self._go(event.target)
        self.mark()

    def move(self, by: Stride, direction: int) -> None:
        """To another item."""
        self._go(self._list.item_by(by, direction))

    def _go(self, target: Target | None) -> None:
        if target is not None:
            self._at = target.at
            self._list.mark([target])

    def mark(self) -> None:
        """Choose what the reader is at too, or no longer."""
        self._has_several = True
        self._change(self._chosen ^ {self._criterion})

    def choose(self) -> None:
        """Choose what the reader is at and no other of its aspect, unless several were chosen; and close."""
        if not self._has_several:
            others = {each for each in self._chosen if each.aspect != self._criterion.aspect}
            self._change(frozenset(others | {self._criterion}))
        self.close()

    def clear(self) -> None:
        """Choose nothing: all quotes are listed."""
        self._change(frozenset())

    @property
    def _criterion(self) -> Criterion:
        return self._offered[self._at].criterion

    def _change(self, chosen: Filter) -> None:
        self._chosen = chosen
        self._use(chosen)
        self._show()
