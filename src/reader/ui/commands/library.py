"""The library's home: marks, what is unread, filters that are kept, and taking back what was done."""

from __future__ import annotations

from typing import Protocol


class LibraryDesk(Protocol):
    """What the library is asked for, and what is done in it."""

    def star(self) -> None:
        """Star the current article, or take the star away."""

    def ask_for_tags(self) -> None:
        """Ask which tags the current article has."""

    def turn_read(self) -> None:
        """Mark the current article as read, or as unread again."""

    def read_all(self) -> None:
        """Mark all articles of the list as read."""

    def go_to_unread(self, direction: int) -> None:
        """To the next unread article of the list, or the one before."""

    def show_story(self) -> None:
        """Open the page of the story that the reader is at, or that the current article tells."""

    def ask_for_name(self) -> None:
        """Ask under which name the filter is kept, and what for."""

    def drop_search(self) -> None:
        """Forget the kept search that the reader is at."""

    def undo(self) -> None:
        """Take back what was done last."""

    def reload(self, *, all_feeds: bool) -> None:
        """Ask all feeds for what is new, or those at hand."""


class Home(Protocol):
    """The library as a list of articles beside its places."""

    @property
    def desk(self) -> LibraryDesk:
        """What stands behind it."""

    def show_pane_by(self, direction: int) -> None:
        """Give the keys to the next pane, or the one before."""

    def toggle_places(self) -> None:
        """Hide the places, or show them."""


class ShowsHome(Protocol):
    """The home as a whole."""

    def show(self) -> None:
        """Show it."""


class HasHome(Protocol):
    """The program, which has a library."""

    @property
    def home(self) -> ShowsHome:
        """The library's home."""


def star(home: Home) -> None:
    """Star an article, or take the star away."""
    home.desk.star()


def tag(home: Home) -> None:
    """Ask for the tags of an article."""
    home.desk.ask_for_tags()


def turn_read(home: Home) -> None:
    """Mark an article as read, or as unread."""
    home.desk.turn_read()


def read_all(home: Home) -> None:
    """Mark a whole list as read."""
    home.desk.read_all()


def unread(home: Home, direction: int) -> None:
    """To another unread article."""
    home.desk.go_to_unread(direction)


def keep_filter(home: Home) -> None:
    """Keep a filter."""
    home.desk.ask_for_name()


def drop(home: Home) -> None:
    """Forget a kept search."""
    home.desk.drop_search()


def undo(home: Home) -> None:
    """Take back what was done last."""
    home.desk.undo()


def reload_all(home: Home) -> None:
    """Ask all feeds for what is new."""
    home.desk.reload(all_feeds=True)


def reload_one(home: Home) -> None:
    """Ask the feed at hand for what is new."""
    home.desk.reload(all_feeds=False)


def pane(home: Home, direction: int) -> None:
    """To another pane."""
    home.show_pane_by(direction)


def toggle(home: Home) -> None:
    """Hide or show the places."""
    home.toggle_places()


def show(program: HasHome) -> None:
    """Show the library's home."""
    program.home.show()


def story(home: Home) -> None:
    """Open the page of a story."""
    home.desk.show_story()
