"""Every command of every screen, in one table; what each does stands in the modules beside it.

Bindings, help, palette, the README's key table and the names in the configuration are made from it.
"""

from __future__ import annotations

from functools import partial
from typing import Protocol

from reader.ui.attention.navigation import Stride
from reader.ui.commands import (
    finding,
    focusing,
    keeping,
    leaving,
    library,
    marking,
    mending,
    moving,
    pages,
    panes,
    points,
    program,
    quotes,
)
from reader.ui.commands.finding import SearchDesk
from reader.ui.commands.keeping import KeepingDesk, Retries
from reader.ui.commands.leaving import LeavingDesk
from reader.ui.commands.marking import MarkingDesk
from reader.ui.commands.mending import MendingDesk
from reader.ui.commands.moving import TextDesk
from reader.ui.commands.pages import PagesDesk
from reader.ui.commands.panes import PanesDesk
from reader.ui.commands.points import PointsDesk
from reader.ui.keys.command import WINDOWS, Act, Command, Scope, Sections, commands_of
from reader.ui.keys.keymap import key_labels


class ArticleDesk(
    TextDesk,
    SearchDesk,
    LeavingDesk,
    KeepingDesk,
    PointsDesk,
    PanesDesk,
    MendingDesk,
    MarkingDesk,
    PagesDesk,
    Retries,
    Protocol,
):
    """All that the commands of an article may touch."""


_PAGES: tuple[Scope, ...] = ("page", "person")
_LISTS: tuple[Scope, ...] = ("listing", "home", *_PAGES, "filter", "copy", "themes", "evidence")
_TEXTS: tuple[Scope, ...] = ("help", "image")


def _in(*scopes: Scope, do: Act) -> dict[Scope, Act]:
    return dict.fromkeys(scopes, do)


def _moving(by: Stride, direction: int) -> dict[Scope, Act]:
    """Whatever can be moved in; a line that is typed into has its own top and end, and keys that delete."""
    prompt: tuple[Scope, ...] = () if by in ("half", "end") else ("prompt",)
    return _in("article", *_LISTS, *_TEXTS, *prompt, do=partial(moving.move, by=by, direction=direction))


def _article(do: Act) -> dict[Scope, Act]:
    return {"article": do}


def _home(do: Act) -> dict[Scope, Act]:
    return {"home": do}


def _everywhere(do: Act) -> dict[Scope, Act]:
    return {"everywhere": do}


def _window(scope: Scope) -> dict[Scope, Act]:
    """The key that opens a window closes it too."""
    return {scope: leaving.close}


SECTIONS: Sections = {
    "Moving": (
        Command(
            "scroll_down",
            "j down",
            "Down a line; in a list, to the next item",
            _moving("line", 1),
        ),
        Command(
            "scroll_up",
            "k up",
            "Up a line; in a list, to the previous item",
            _moving("line", -1),
        ),
        Command("page_down", "space pagedown ctrl+f", "Down a page", _moving("page", 1)),
        Command("page_up", "b pageup ctrl+b", "Up a page", _moving("page", -1)),
        Command("half_page_down", "ctrl+d", "Down half a page", _moving("half", 1)),
        Command("half_page_up", "ctrl+u", "Up half a page", _moving("half", -1)),
        Command("top", "g home", "To the top", _moving("end", -1)),
        Command("bottom", "G end", "To the end", _moving("end", 1)),
        Command("next_heading", "l", "Next heading", _article(partial(moving.heading, direction=1))),
        Command("previous_heading", "h", "Previous heading", _article(partial(moving.heading, direction=-1))),
        Command("back", "backspace", "Back to before the last jump", _article(moving.back)),
        Command("centre", "z", "What is current to the middle; zz, as in Vim", _article(moving.centre)),
        Command("follow", "f", "Follow a link: its number, then Enter", _article(moving.follow)),
        Command("narrower", "<", "Narrower text", _article(partial(moving.measure, direction=-1))),
        Command("wider", ">", "Wider text", _article(partial(moving.measure, direction=1))),
        Command(
            "next_pane",
            "tab",
            "To the next pane: the article, then the lists",
            _article(partial(moving.pane, direction=1))
            | _in("extent", do=mending.turn)
            | _home(partial(library.pane, direction=1)),
        ),
        Command(
            "previous_pane",
            "shift+tab",
            "To the pane before",
            _article(partial(moving.pane, direction=-1)) | _home(partial(library.pane, direction=-1)),
        ),
        Command(
            "choose",
            "enter",
            "To the place of a list's item, or open it",
            _article(moving.go_to_place) | _in(*_LISTS, "extent", do=moving.choose) | _in(*_TEXTS, do=leaving.close),
        ),
        Command(
            "key_point",
            "1 2 3 4 5 6 7 8 9",
            "To a key point; in a menu, to that line",
            _article(moving.key_point) | _in("copy", "evidence", do=moving.choose_number),
            arguments="1 2 3 4 5 6 7 8 9",
        ),
    ),
    "Quotes and people": (
        Command("next_quote", "]", "Next quote", _article(partial(quotes.quote, direction=1))),
        Command("previous_quote", "[", "Previous quote", _article(partial(quotes.quote, direction=-1))),
        Command(
            "next_same_speaker",
            "}",
            "Next quote of the same speaker",
            _article(partial(quotes.same_speaker, direction=1)),
        ),
        Command(
            "previous_same_speaker",
            "{",
            "Previous quote of the same speaker",
            _article(partial(quotes.same_speaker, direction=-1)),
        ),
        Command("denied", "D", "To the quote that this one denies", _article(quotes.denied)),
        Command("next_actor", "a )", "Next actor of the list", _article(partial(quotes.actor, direction=1))),
        Command("previous_actor", "A (", "Previous actor of the list", _article(partial(quotes.actor, direction=-1))),
        Command("dim", "d", "Dim everything but the quotes; again ends it", _article(focusing.dim)),
        Command("alone", "e", "Only the current speaker's words; again ends it", _article(focusing.alone)),
        Command("context", "c", "The sentences around them; again ends it", _article(focusing.context)),
        Command(
            "filter",
            "u",
            "List some quotes only: by speaker, kind or speech act",
            _article(quotes.choose_filter) | _window("filter"),
        ),
        Command("mark", "x", "There, choose several", _in("filter", do=quotes.mark)),
        Command("clear", "X", "There, choose none: all quotes again", _in("filter", do=quotes.clear)),
        Command(
            "check",
            "!",
            "What the current quote rests on; decide what is right",
            _article(mending.check) | _window("evidence"),
        ),
        Command(
            "edge",
            "left right",
            "Where its words are mended, their end by a word",
            _in("extent", do=mending.step),
            arguments="-1 1",
        ),
        Command("person", "P", "All that this speaker or actor said", _article(pages.person)),
        Command("story", "S", "Whom each article of this story quotes", _article(pages.story) | _home(library.story)),
        Command("changes", "W", "What changed in this article, quotes first", _article(pages.changes)),
        Command(
            "one",
            "=",
            "On a person's page: a suggestion is right; or say who this is",
            _in("person", do=pages.accept),
        ),
        Command(
            "apart",
            "%",
            "There, a suggestion is wrong; or a quote is somebody else's",
            _in("person", do=pages.refuse),
        ),
        Command(
            "dismiss",
            "delete",
            "There, this is nobody: shown among no people; in the library, forget a kept search",
            _in("person", do=pages.dismiss) | _home(library.drop),
        ),
    ),
    "Sidebar": (
        Command("toggle_sidebar", "v", "Hide or show the sidebar", _article(panes.toggle) | _home(library.toggle)),
        Command("narrower_sidebar", ",", "Narrower sidebar", _article(partial(panes.width, direction=-1))),
        Command(
            "wider_sidebar",
            ".",
            "Wider sidebar; the mouse can drag its edge",
            _article(partial(panes.width, direction=1)),
        ),
    ),
    "Key points": (
        Command("fold_points", "p", "Fold the key points; remembered", _article(points.fold)),
        Command("more_points", "+", "More key points", _article(partial(points.number, direction=1))),
        Command("fewer_points", "-", "Fewer key points", _article(partial(points.number, direction=-1))),
        Command("next_method", "m", "Choose the key points by the next method", _article(points.method)),
    ),
    "Finding": (
        Command(
            "find",
            "/",
            "Find in the article, or among headlines; filter the library",
            _in("article", "listing", "home", do=finding.find),
        ),
        Command(
            "next",
            "n",
            "Next match; next quote when nothing is searched",
            _article(partial(finding.step, direction=1)),
        ),
        Command("previous", "N", "Previous match, or quote", _article(partial(finding.step, direction=-1))),
        Command(
            "leave",
            "escape",
            "End the search or filter; to the article; stop; let go",
            _article(leaving.leave) | _in("listing", "home", *_PAGES, "opening", "prompt", *WINDOWS, do=leaving.close),
        ),
    ),
    "Keeping": (
        Command("save", "s", "Save a Markdown note of the article", _article(keeping.save)),
        Command("copy", "y", "Copy the quote with its source, or what is selected", _article(keeping.copy)),
        Command("copy_selection", "ctrl+c", "Copy what is selected with the mouse", _article(keeping.copy_selection)),
        Command(
            "copy_menu",
            "Y",
            "Copy the quote, the key points, the link or the whole note",
            _article(keeping.copy_menu) | _window("copy"),
        ),
        Command(
            "browser",
            "o",
            "Open the article in the browser",
            _article(keeping.browser) | _in("listing", "home", do=keeping.browse_item),
        ),
        Command("image", "i", "Show the lead image, or its caption", _article(keeping.image) | _window("image")),
        Command(
            "undo",
            "U",
            "Take back what you did last",
            _article(mending.undo) | _home(library.undo) | _in("person", do=pages.undo),
        ),
        Command(
            "retry",
            "r",
            "Try again after an error; fetch anew; show what has changed",
            _in("article", "opening", do=keeping.retry) | _home(library.reload_one),
        ),
    ),
    "Library": (
        Command("library", "L", "The library: feeds, and all that was kept", _everywhere(library.show)),
        Command("star", "*", "Star the article, or take the star away", _article(marking.star) | _home(library.star)),
        Command("tag", "#", "Tag the article", _article(marking.tag) | _home(library.tag)),
        Command("note", "I", "Write a note to the quote, the selection or the article", _article(marking.note)),
        Command(
            "turn_read",
            "M",
            "Mark the article as read, or as unread",
            _article(marking.turn_read) | _home(library.turn_read),
        ),
        Command("read_all", "C", "Mark all of the list as read", _home(library.read_all)),
        Command(
            "next_unread",
            "J",
            "Next unread article",
            _article(partial(marking.unread, direction=1)) | _home(partial(library.unread, direction=1)),
        ),
        Command(
            "previous_unread",
            "K",
            "Previous unread article",
            _article(partial(marking.unread, direction=-1)) | _home(partial(library.unread, direction=-1)),
        ),
        Command("reload", "R", "Ask all feeds for what is new, and take it in", _home(library.reload_all)),
        Command("keep_filter", "w", "Keep the filter: as a search, to watch, or to mute", _home(library.keep_filter)),
    ),
    "Program": (
        Command("open", "O", "Open another article; this one stays", _everywhere(program.open_another)),
        Command("theme", "t", "Next theme", _everywhere(program.next_theme)),
        Command(
            "choose_theme",
            "T",
            "Choose a theme, each shown as you go to it",
            _everywhere(program.choose_theme) | _window("themes"),
        ),
        Command("help", "?", "Show every key", _everywhere(program.show_help) | _window("help")),
        Command("command_palette", "ctrl+p", "Search all commands by name", _everywhere(program.show_palette)),
        Command(
            "close",
            "q",
            "Close what is in front; the last one quits",
            _everywhere(program.close) | _in(*WINDOWS, do=leaving.close),
        ),
        Command("quit", "Q", "Quit at once", _everywhere(program.leave)),
    ),
}

COMMANDS: tuple[Command, ...] = tuple(commands_of(SECTIONS))


def markdown_table_of_ids() -> str:
    """The table of what can be given keys in the configuration."""
    rows = [
        f"| `{command.id}` | {' '.join(f'`{name}`' for name in key_labels(command))} | {command.description} |"
        for command in COMMANDS
    ]
    return "\n".join(["| command | keys | |", "|---|---|---|", *rows])


def markdown_table() -> str:
    """The key table of the README."""
    rows = [
        f"| {' '.join(f'`{name}`' for name in key_labels(command))} | {command.description} |" for command in COMMANDS
    ]
    return "\n".join(["| keys | |", "|---|---|", *rows])
