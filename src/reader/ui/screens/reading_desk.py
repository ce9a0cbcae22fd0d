"""The desk that an article's commands work at: what the reader is at, what is shown of it, what is being found."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from reader.analysis.corrections import decided_quote
from reader.errors import ReaderError
from reader.model import Analysis, Correction, Image, Link, Page, Reading, Span
from reader.settings import state
from reader.settings.config import Config
from reader.ui import clipboard
from reader.ui.attention.current import Current
from reader.ui.attention.focus import Focus
from reader.ui.attention.navigation import Stride
from reader.ui.attention.panes import Pane, Tab
from reader.ui.attention.quote_filter import Filter, listed
from reader.ui.commands.desk import MakeWindow
from reader.ui.commands.pages import PageKind
from reader.ui.keeper import Keeper, KeptArticle
from reader.ui.marking import Marking
from reader.ui.rows.evidence import decision
from reader.ui.screens.view import View
from reader.ui.session import Session
from reader.ui.wanted import ConfigChanged, PageWanted, UnreadWanted
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.link_bar import LinkBar
from reader.ui.widgets.panes import Panes
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.widgets.spotlight import Spotlight
from reader.ui.windows.image import Draw, ImageWindow

T = TypeVar("T")


class ReadingDesk:
    """One article being read. What is current is kept here alone; the article and the lists are told.

    Args:
        screen: where it is shown.
        session: the article, and what is being found in it.
        config: the settings.
        view: the article on the screen.
        sidebar: the lists.
        notes_folder: where notes are saved.
        keeper: the library.
        known: what it has of the article; None where nothing is kept.
        page: the page it was fetched as, where it was fetched now.
        is_listed: it was chosen from a list of articles, which lies under it.
        draw_image: how this terminal shows an image; None where it cannot.
    """

    def __init__(
        self,
        screen: View,
        session: Session,
        config: Config,
        view: ArticleView,
        sidebar: Sidebar,
        *,
        notes_folder: Path,
        keeper: Keeper,
        known: KeptArticle | None,
        page: Page | None,
        is_listed: bool,
        draw_image: Draw | None,
    ) -> None:
        self._screen, self.session, self.config = screen, session, config
        self.view, self.sidebar = view, sidebar
        self.panes = Panes(view, sidebar, config.measure, screen.inks)
        self.finder, self.link_bar = FindBar(id="find"), LinkBar(id="link")
        self._spotlight = Spotlight(view, self.finder)
        self.notes_folder, self.is_listed, self.draw_image = notes_folder, is_listed, draw_image
        self.newer: Callable[[], object] | None = None
        """Shows what the article has become since it was kept."""
        self.marking = Marking(keeper, known, page, self)
        self.current = Current()
        self.said = ""
        """What was said last of a command that moves nowhere; the next move ends it."""

    # -- the article, and what is found in it -------------------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """The article, and what was found in it so far."""
        return self.session.reading

    @property
    def noted(self) -> Reading:
        """The same with what the reader wrote to it."""
        return replace(self.reading, noted=self.marking.notes)

    def analyse(self) -> None:
        """Have everything found in the article."""
        self._screen.run_worker(self._analyse(self.config), group="analysis", exclusive=True)

    async def _analyse(self, config: Config) -> None:
        self.sidebar.show("", Analysis(), "Being found…")
        try:
            await self.session.analyse(config)
        except ReaderError as failure:
            note = f"No quotes and actors: {failure.message} {failure.hint} Press r to try again."
            self.view.show_analysis(Analysis(), note)
            self.sidebar.show("", Analysis(), note)
            self._screen.show_status()
        else:
            self.show_analysis()
            self.marking.keep_found(self.session.found)
            if (self.config.key_points, self.config.method) != (config.key_points, config.method):
                self.choose_points()

    def show_analysis(self) -> None:
        """Show what was found in the article."""
        self.current = Current(self.reading.analysis)
        if self.view.show_analysis(self.reading.analysis):
            self.said = f"{len(self.reading.analysis.key_points)} key points, above"
        self.sidebar.show(self.reading.article.text, self.reading.analysis)
        self._screen.show_status()

    def bring_up_to_date(self) -> None:
        """Have what is kept of the article found anew where an older program found it; meanwhile that is shown."""
        if self.session.lanes is not None:
            self._screen.run_worker(self._bring_up_to_date(self.config), group="analysis", exclusive=True)

    async def _bring_up_to_date(self, config: Config) -> None:
        before = self.reading.analysis
        try:
            if await self.session.bring_up_to_date(config):
                self.marking.keep_found(self.session.found)
        except ReaderError:
            self.session.failure = None  # what is kept is shown
        if self.reading.analysis != before:
            self.show_analysis()
        self._screen.show_status()

    def correct(self, decided: Correction) -> None:
        """Lay a decision over what was found, and keep it."""
        self.session.correct(decided)
        self.marking.deeds.add(self._undo_correction)
        self._show_decided(decided.words or decided, f"✓ {decision(decided)} · U takes it back")

    def undo(self) -> bool:
        """Take back what was done last of the article, in this run or before; whether there is anything."""
        return self.marking.deeds.undo() or self._undo_correction()

    def _undo_correction(self) -> bool:
        last = self.session.undo()
        if last is not None:
            self._show_decided(last, f"taken back: {decision(last)}")
        return last is not None

    def _show_decided(self, place: Span, said: str) -> None:
        """Show what is found now, the reader staying at the quote, and what they see of the text and the lists too."""
        analysis, criteria = self.reading.analysis, self.filter
        self.view.show_analysis(analysis)
        self.sidebar.show(self.reading.article.text, analysis)
        self.use_focus(self.focus_on._replace(alone=None, with_context=False))
        self.current = Current(analysis)
        self.use_filter(criteria)
        index = decided_quote(analysis.quotes, place)
        self.go(self.current if index is None else self.current.at_quote(index))
        self.said = said
        self._screen.show_status()
        self.choose_points(said)

    def choose_points(self, said: str = "") -> None:
        """Choose the key points anew, by the settings as they are now; a choice under way is given up.

        Args:
            said: what the status says then; how they were chosen, unless given.
        """
        self._screen.run_worker(self._choose_points(self.config, said), group="points", exclusive=True)

    async def _choose_points(self, config: Config, said: str) -> None:
        try:
            if not await self.session.choose_points(config):
                return
        except ReaderError as failure:
            self.say(str(failure), is_error=True)
            return
        # Another choice has no point at the same number.
        analysis = self.reading.analysis
        self.current = self.current._replace(analysis=analysis, point_index=None)
        self.view.show_analysis(analysis)
        self._mark_current()
        self.said = said or f"key points: {len(analysis.key_points)} · {config.method}"
        self._screen.show_status()

    def fold_points(self) -> None:
        """Show only the number of key points, or all of them again; remembered."""
        is_folded = not self.view.is_folded
        self.view.fold_points(is_folded)
        self.said = ""
        self._screen.show_status()
        state.keep_points_folded(is_folded)

    def retry(self) -> None:
        """Show what the article has become, or try the analysis again, if it failed."""
        if self.newer is not None:
            self.newer()
        elif self.session.failure is not None:
            self.analyse()

    def stop(self) -> bool:
        """Stop what is being opened or analysed; whether anything was."""
        return self._screen.stop_opening() or self.session.stop()

    def use_config(self, config: Config) -> None:
        """Go by other settings, in the articles to come as well."""
        self.take_config(config)
        self._screen.post_message(ConfigChanged(config))

    def take_config(self, config: Config) -> None:
        """Go by settings that were changed elsewhere."""
        before, self.config = self.config, config
        if before.measure != config.measure:
            self.panes.use_measure(config.measure)

    # -- what the reader is at ----------------------------------------------------------------------------------

    def go(self, current: Current) -> None:
        """Make something current, and bring it onto the screen."""
        self.current, self.said = current, ""
        self.use_focus(self.focus_on.along(current))
        self._mark_current()
        self.sidebar.mark(current.targets)
        if current.place is not None:
            self.view.reveal(current.place)
        self._screen.show_status()

    def _mark_current(self) -> None:
        current = self.current
        self.view.painter.mark_current(current.marked, current.mentions, current.actor_id)

    @property
    def focus_on(self) -> Focus:
        """What is left to see of the text."""
        return self._spotlight.focus

    def use_focus(self, focus: Focus) -> None:
        """Take what is not looked at out of sight, or bring it back; the reader's place is kept."""
        self._spotlight.turn(focus, self.current)
        self._screen.show_status()

    @property
    def filter(self) -> Filter:
        """Which quotes are listed."""
        return self.sidebar.filter

    def use_filter(self, criteria: Filter) -> None:
        """List, and step through, only the quotes that meet some criteria."""
        self.sidebar.use_filter(criteria)
        self.current = self.current.among(listed(self.current.analysis, criteria))
        self._screen.show_status()

    # -- moving -------------------------------------------------------------------------------------------------

    @property
    def in_sight(self) -> tuple[int, int]:
        """The first offset of the text on the screen, and the one after the last."""
        return self.view.text_in_sight()

    def move(self, by: Stride, direction: int) -> None:
        """A line, a page or all the way; in a list, to another item, which becomes current."""
        if self.pane == "article":
            self.view.move(by, direction)
        elif (target := self.sidebar.open_list.item_by(by, direction)) is not None:
            self.go(self.current.at_target(target))

    def reveal(self, span: Span) -> None:
        """Bring a stretch of the text onto the screen."""
        self.view.reveal(span)

    def centre(self, span: Span) -> None:
        """Bring a stretch of the text to the middle of the screen."""
        self.view.centre(span)

    def go_to_heading(self, direction: int) -> bool:
        """To the next or the previous heading; whether there is one."""
        return self.view.to_heading(direction)

    def go_back(self) -> bool:
        """To where the reader was before the last jump; whether there was one."""
        return self.view.go_back()

    @property
    def pane(self) -> Pane:
        """Where the keys go."""
        return self.panes.pane

    def show_pane(self, pane: Pane) -> None:
        """Give the keys to a pane."""
        self.panes.pane = pane

    def show_list(self, tab: Tab) -> None:
        """Open a list: beside the article while the keys go there, else with the keys."""
        self.panes.show_list(tab)

    def widen_sidebar(self, columns: int) -> None:
        """Make the sidebar wider, or narrower, where it stands beside the article."""
        self.panes.widen_sidebar(columns)

    def toggle_sidebar(self) -> None:
        """Hide the sidebar, or show it; where only one pane fits, go to the other one."""
        self.panes.toggle_sidebar()

    # -- finding ------------------------------------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        """Whether something is searched for."""
        return self.finder.active

    def ask_for_words(self) -> None:
        """Ask for words to find."""
        self.show_pane("article")
        self.view.remember_place()
        self.finder.ask(self.reading.article.text, self.in_sight[0])

    def step_match(self, direction: int) -> None:
        """To the next or the previous match."""
        self.finder.step(direction, self.in_sight)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that may be followed."""
        return self.view.painter.links

    def ask_for_link(self, numbers: Mapping[int, Link]) -> None:
        """Show numbers on links, and ask for one."""
        self.view.painter.number_links(numbers)
        self.link_bar.ask(numbers)

    def let_go(self) -> bool:
        """Let go of a selection, the numbers of links, or the search; whether there was any of them."""
        if self._screen.selections:
            self._screen.clear_selection()
        elif self.link_bar.is_open:
            self.link_bar.close()
        elif self.finder.active or self.finder.is_open:
            self.finder.end()
        else:
            return False
        return True

    # -- telling, and taking away -------------------------------------------------------------------------------

    def say(self, words: str, *, is_error: bool = False, seconds: float | None = None) -> None:
        """Say something that passes."""
        self._screen.notify(words, severity="error" if is_error else "information", timeout=seconds)

    def ask(self, make: MakeWindow[T], then: Callable[[T | None], None] | None = None) -> None:
        """Show a window in front, and do something with what the reader chose in it."""
        self._screen.app.push_screen(make(self._screen.keymap, self._screen.inks), then)

    def show_marks(self) -> None:
        """Show what is marked of the article."""
        self.panes.show_notes(self.marking.notes)
        self._screen.show_status()

    def show_image(self, image: Image) -> None:
        """Show the lead image in front of the article, or what the page says of it."""
        lanes = self.session.lanes
        fetch = partial(lanes.image, image.url, self.reading.source) if lanes and image.url else None
        self.ask(lambda keymap, inks: ImageWindow(keymap, inks, image, draw=self.draw_image, fetch=fetch))

    def selected(self) -> str:
        """What is selected with the mouse; "" when nothing is."""
        return self._screen.get_selected_text() or ""

    def selected_span(self) -> Span | None:
        """Where that stands in the text."""
        return self.view.selected_span()

    def open_unread(self, direction: int) -> None:
        """Open the next unread article of the library in the place of this one, or the one before."""
        self._screen.post_message(UnreadWanted(self.marking.number, direction))

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        clipboard.put(self._screen.app, text, os.environ)

    def browse(self, url: str) -> None:
        """Open an address in the browser."""
        self._screen.app.open_url(url)

    def show_page(self, kind: PageKind, actor: str = "") -> None:
        """Open a page over this one: of an actor, by the id, or of the article itself."""
        self._screen.post_message(PageWanted(kind, self.reading, actor))

    def close(self) -> None:
        """Go back to what lies under the article."""
        self._screen.post_message(View.Left())
