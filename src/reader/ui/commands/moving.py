"""Moving: by lines, pages, headings and panes, to a key point, along a link and back; and how wide the text is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec.structs import replace

from reader.model import Link, Span
from reader.settings.config import LONGEST_MEASURE, SHORTEST_MEASURE
from reader.ui.attention.current import Target
from reader.ui.attention.navigation import Stride
from reader.ui.attention.panes import TABS, Pane, Tab
from reader.ui.commands import focusing
from reader.ui.commands.desk import Chooses, Desk, Moves
from reader.ui.commands.focusing import FocusDesk
from reader.ui.links import numbered

# By how much one key makes the text narrower or wider: less is hardly seen.
_MEASURE_STEP = 4


class TextDesk(FocusDesk, Protocol):
    """The text as something to go about in."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that may be followed."""

    def reveal(self, span: Span) -> None:
        """Bring a stretch of the text onto the screen."""

    def centre(self, span: Span) -> None:
        """Bring a stretch of the text to the middle of the screen."""

    def go_to_heading(self, direction: int) -> bool:
        """To the next or the previous heading; whether there is one."""

    def go_back(self) -> bool:
        """To where the reader was before the last jump; whether there was one."""

    def ask_for_link(self, numbers: Mapping[int, Link]) -> None:
        """Show numbers on links, and ask for one."""

    def browse(self, url: str) -> None:
        """Open an address in the browser."""


class Numbered(Protocol):
    """A menu whose lines are numbered."""

    def choose_number(self, number: int) -> None:
        """Take a line by its number."""


def move(view: Moves, by: Stride, direction: int) -> None:
    """A line, a page or all the way on or back; in a list, by items."""
    view.move(by, direction)


def pane(desk: Desk, direction: int) -> None:
    """To the next pane, or the one before."""
    panes: tuple[Pane, ...] = ("article", *TABS)
    desk.show_pane(panes[(panes.index(desk.pane) + direction) % len(panes)])


def go_to_place(desk: Desk) -> None:
    """To what is current, in the article."""
    desk.show_pane("article")
    desk.go(desk.current)


def choose(view: Chooses) -> None:
    """Take the item that the reader is at."""
    view.choose()


def choose_number(menu: Numbered, number: str) -> None:
    """Take what stands at a number of a menu."""
    menu.choose_number(int(number))


def key_point(desk: Desk, number: str) -> None:
    """To a key point's place in the article."""
    desk.show_pane("article")
    desk.go(desk.current.at_point(int(number)))


def jump(desk: TextDesk, to: Target | Span | Tab | int) -> None:
    """To an actor, a stretch of the article, a list, or a key point by its number."""
    if isinstance(to, str):
        desk.show_pane(to)
        return
    desk.show_pane("article")
    if isinstance(to, Target):
        desk.go(desk.current.at_target(to))
    elif isinstance(to, int):
        desk.go(desk.current.at_point(to))
    else:
        desk.reveal(to)


def centre(desk: TextDesk) -> None:
    """What is current to the middle of the screen; done twice it is still there, so Vim's zz does what it does."""
    desk.show_pane("article")
    if desk.current.place is not None:
        desk.centre(desk.current.place)


def heading(desk: TextDesk, direction: int) -> None:
    """To the next or the previous heading."""
    desk.show_pane("article")
    focusing.end_alone(desk)
    if not desk.go_to_heading(direction):
        desk.say(f"No heading {'further on' if direction > 0 else 'before this'}.", seconds=2)


def back(desk: TextDesk) -> None:
    """To where the reader was before the last jump."""
    desk.show_pane("article")
    if not desk.go_back():
        desk.say("Nowhere to go back to.", seconds=2)


def measure(desk: Desk, direction: int) -> None:
    """Make the text narrower or wider, for the rest of the run."""
    width = desk.config.measure + direction * _MEASURE_STEP
    desk.use_config(replace(desk.config, measure=min(max(width, SHORTEST_MEASURE), LONGEST_MEASURE)))


def follow(desk: TextDesk) -> None:
    """Number the links in sight and ask for one."""
    desk.show_pane("article")
    numbers = numbered(desk.links, desk.in_sight)
    if numbers:
        desk.ask_for_link(numbers)
    else:
        desk.say("No links on this part of the article.", seconds=2)


def open_link(desk: TextDesk, link: Link) -> None:
    """Open a link in the browser."""
    desk.browse(link.url)
    desk.say(f"Opened {link.url}", seconds=3)
