"""Chooses which quotes are listed: by speaker, kind, speech act, or unnamed sources only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from reader.ui.attention.current import Target
from reader.ui.attention.quote_filter import Criterion, Facet, Filter
from reader.ui.rows import BLANK, Paragraph, Row, Words
from reader.ui.theme.themes import Inks
from reader.ui.widgets.row_list import RowList

_CHOSEN, _NOT_CHOSEN = "✓ ", "  "


class FilterScreen(ModalScreen[None]):
    """What the quotes can be chosen by. Enter chooses one thing and closes; Space chooses several.

    Args:
        offered: what there is to choose.
        chosen: what is chosen now.
        inks: the styles to draw with.
        use: called with what is chosen, at each change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,u", "dismiss", "Close"),
        ("j,down", "move(1)", "Down"),
        ("k,up", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Down a page"),
        ("pageup", "page(-1)", "Up a page"),
        ("g,home", "end(-1)", "To the top"),
        ("G,end", "end(1)", "To the end"),
        ("space,x", "choose", "Choose"),
        ("enter", "choose_one", "Choose and close"),
        ("c", "clear", "List all"),
    ]
    CSS = """
    FilterScreen { align: center middle; background: $background 70%; }
    FilterScreen > Vertical {
        width: 52; max-width: 100%; height: auto; max-height: 100%;
        background: $background; border: round $rule; padding: 0 1; border-title-color: $dim;
        border-subtitle-color: $dim;
    }
    """

    def __init__(self, offered: Sequence[Facet], chosen: Filter, inks: Inks, use: Callable[[Filter], None]) -> None:
        super().__init__()
        self._offered, self._chosen, self._inks, self._use = offered, chosen, inks, use
        self._at = 0
        self._has_several = False

    def compose(self) -> ComposeResult:
        """One list, in a frame."""
        with Vertical() as frame:
            frame.border_title = "list quotes by"
            frame.border_subtitle = "enter one · space several · c all · esc closes"
            yield RowList(self._inks)

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
        self.action_choose()

    def action_move(self, direction: int) -> None:
        """Move to the next or the previous choice."""
        self._go(self._list.item_on(direction))

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self._go(self._list.item_a_page_on(direction))

    def action_end(self, direction: int) -> None:
        """Move to the last or the first choice."""
        self._go(self._list.item_at_end(direction))

    def _go(self, target: Target | None) -> None:
        if target is not None:
            self._at = target.at
            self._list.mark([target])

    def action_choose(self) -> None:
        """Choose what the reader is at too, or no longer."""
        self._has_several = True
        self._change(self._chosen ^ {self._criterion})

    def action_choose_one(self) -> None:
        """Choose what the reader is at and no other of its aspect, unless several were chosen; and close."""
        if not self._has_several:
            others = {each for each in self._chosen if each.aspect != self._criterion.aspect}
            self._change(frozenset(others | {self._criterion}))
        self.dismiss()

    def action_clear(self) -> None:
        """List all quotes, and close."""
        self._change(frozenset())
        self.dismiss()

    @property
    def _criterion(self) -> Criterion:
        return self._offered[self._at].criterion

    def _change(self, chosen: Filter) -> None:
        self._chosen = chosen
        self._use(chosen)
        self._show()
