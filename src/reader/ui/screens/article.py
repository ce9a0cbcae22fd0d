"""The screen of one article: fetches, cleans and analyses it, then moves the reader about in it.

What is current is kept here alone; the article and the sidebar are told.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import Worker

from reader.errors import NotAnArticle, ReaderError
from reader.model import Analysis, Article, Listing, Reading
from reader.settings.config import Config
from reader.ui import navigation, status
from reader.ui.bookmark import Bookmark
from reader.ui.commands import BY_ID, bind, focusing, moving, points
from reader.ui.current import Current
from reader.ui.focus import Focus
from reader.ui.keys import Sections
from reader.ui.screens.image import Draw
from reader.ui.theme.themes import Inks
from reader.ui.typeset.places import Place
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import KeyLine, StatusRule
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.link_bar import LinkBar
from reader.ui.widgets.notice import Notice
from reader.ui.widgets.panes import Panes
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.widgets.tabs import Pane, Tab, Tabs
from reader.ui.work import BEAT_SECONDS, Work
from reader.workers import Call, Lanes, Stopped

T = TypeVar("T")


class ArticleScreen(Screen[None]):
    """One article, its quotes and its actors.

    Args:
        config: the settings.
        inks: the styles to draw with.
        sections: the command table, with the reader's own keys.
        workers: the processes that fetch, clean and analyse; not needed for a reading.
        source: what to open.
        stdin: what came over standard input, when the source is "-".
        notes_folder: where notes are saved.
        reading: an article already read, shown in the place of the source.
        asked: the reader was asked for the source, and can go back to give another.
        is_listed: the source was chosen from a front page, to which the reader can go back.
        draw_image: how this terminal shows an image; None where it cannot.
    """

    class ConfigChanged(Message):
        """The reader changed a setting for this run."""

        def __init__(self, config: Config) -> None:
            super().__init__()
            self.config = config

    class Listed(Message):
        """The source is a front page: there are articles to choose from."""

        def __init__(self, listing: Listing) -> None:
            super().__init__()
            self.listing = listing

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - declared so by Textual
    CSS_PATH = "article.tcss"

    pane: reactive[Pane] = reactive[Pane]("article", init=False)
    """Where the keys go."""
    state: reactive[str] = reactive("", init=False)
    """What is going on, in words."""

    def __init__(
        self,
        config: Config,
        inks: Inks,
        sections: Sections,
        workers: Lanes | None,
        source: str,
        stdin: bytes | None,
        notes_folder: Path,
        *,
        reading: Reading | None = None,
        asked: bool = False,
        is_listed: bool = False,
        draw_image: Draw | None = None,
    ) -> None:
        super().__init__()
        bind(self._bindings, sections, for_app=False)
        self._config, self.inks, self.processes = config, inks, workers
        self.sections = sections
        self.source, self._stdin = source, stdin
        self.notes_folder = notes_folder
        self.asked, self.is_listed = asked, is_listed
        self.draw_image = draw_image
        self.reading = reading
        self.failure: ReaderError | None = None
        self.current = Current()
        self.focus_on = Focus()
        # Where the reader was, and at what, before a speaker's words were shown alone.
        self.before_alone: tuple[Place, Current] | None = None
        self.work: Work | None = None
        self._reader: Worker[None] | None = None
        self._call: Call[Any] | None = None
        self.bookmark = Bookmark(on=config.keep_position)
        # What was said last of a command that moves nowhere; the next move ends it.
        self.said = ""

    def compose(self) -> ComposeResult:
        """The article beside the lists, and two lines at the foot."""
        with Panes(self._config.measure, id="panes"):
            is_centred = self._config.align == "centre"
            yield ArticleView(self._config.measure, self.inks, is_centred=is_centred, id="article")
            yield Notice()
            yield Divider(self.inks)
            yield Sidebar(self.inks)
        yield FindBar(id="find")
        yield LinkBar(id="link")
        yield StatusRule(id="status")
        yield KeyLine(self.sections, self.inks, id="keys")

    def on_mount(self) -> None:
        """Open what was asked for."""
        self.view.focus()
        self._beat = self.set_interval(BEAT_SECONDS, self.show_status, pause=True)
        if self.reading is not None:
            self._show_article(self.reading.article, awaited=False)
            self._show_reading(self.reading)
        else:
            self.read()

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one(ArticleView)

    @property
    def sidebar(self) -> Sidebar:
        """The lists."""
        return self.query_one(Sidebar)

    @property
    def finder(self) -> FindBar:
        """The search."""
        return self.query_one(FindBar)

    @property
    def link_bar(self) -> LinkBar:
        """The line that asks for a link."""
        return self.query_one(LinkBar)

    # -- opening ------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Go the whole way from the source, or the rest of it when the article is there already."""
        self._reader = self._read()

    @property
    def is_at_work(self) -> bool:
        """Whether something is fetched, cleaned or analysed."""
        return self.work is not None

    def stop(self) -> None:
        """Stop what is being done; what is there of the article stays."""
        if self._reader is not None and self._call is not None and self.is_at_work:
            self._reader.cancel()
            self._call.cancel()
            self._show_failure(Stopped("Stopped."))

    @work(exclusive=True)
    async def _read(self) -> None:
        assert self.processes is not None
        self._show_failure(None)
        try:
            if self.reading is None:
                page = await self._wait("fetching…", self.processes.load(self.source, self._stdin))
                article = await self._wait("reading…", self.processes.to_article(page))
                if isinstance(article, Listing):
                    self._show_listing(article)
                    return
                self.reading = Reading(source=page.source, article=article, analysis=Analysis())
                self._show_article(article, awaited=True)
            self.sidebar.show("", Analysis(), "Being found…")
            config = self._config
            analysis = await self._wait(
                "finding quotes and speakers…",
                self.processes.analyze(self.reading.article, config.key_points, config.language_model, config.method),
            )
        except ReaderError as error:
            self._show_failure(error)
        else:
            self.reading = Reading(source=self.reading.source, article=self.reading.article, analysis=analysis)
            self._show_reading(self.reading)
            points.catch_up(self, config)

    async def _wait(self, what: str, call: Call[T]) -> T:
        """Wait for a worker process, and say so."""
        self.work = Work(what, time.monotonic())
        self.state = what
        self._call = call
        self._beat.resume()
        try:
            return await asyncio.wrap_future(call.future)
        finally:
            self.work = None
            self._beat.pause()

    def _show_article(self, article: Article, *, awaited: bool) -> None:
        self.view.show_article(article, self._config.key_points if awaited else 0)
        assert self.reading is not None
        place = self.bookmark.open(self.reading)
        if place:
            self.view.return_to(Place(place, 0, None))
            self.notify("Continued where you left off. g goes to the top.", timeout=4, markup=False)

    def on_unmount(self) -> None:
        """Keep the reader's place."""
        self.bookmark.close()

    def _show_reading(self, reading: Reading) -> None:
        self.current = Current(reading.analysis)
        self.view.show_analysis(reading.analysis)
        self.sidebar.show(reading.article.text, reading.analysis)
        self.state = status.found(reading.analysis)

    def _show_failure(self, failure: ReaderError | None) -> None:
        self.failure = failure
        in_place_of_article = failure if self.reading is None else None
        self.query_one(Notice).show(in_place_of_article, self.inks, can_go_back=self.asked)
        self.set_class(in_place_of_article is not None, "-failed")
        self.pane = self.pane  # which may have been hidden just now
        if failure is None:
            return
        self.state = failure.message if self.reading else "nothing to read"
        if self.reading:
            note = f"No quotes and actors: {failure.message} {failure.hint} Press r to try again."
            self.view.show_analysis(Analysis(), note)
            self.sidebar.show("", Analysis(), note)

    def _show_listing(self, listing: Listing) -> None:
        """Offer the articles to choose from; what comes back to this screen finds why it holds none."""
        self._show_failure(NotAnArticle(listing.notice, "Open one of these."))
        self.post_message(self.Listed(listing))

    @property
    def config(self) -> Config:
        """The settings, with what the reader changed in this run."""
        return self._config

    def use_config(self, config: Config) -> None:
        """Go by other settings, in the articles to come as well."""
        self._config = config
        self.post_message(self.ConfigChanged(config))

    def show_points(self, analysis: Analysis, said: str) -> None:
        """Show the article's analysis with other key points, and say how they were chosen."""
        assert self.reading is not None
        self.reading = msgspec.structs.replace(self.reading, analysis=analysis)
        # Another choice has no point at the same number.
        self.current = self.current._replace(analysis=analysis, point_index=None)
        self.view.show_analysis(analysis)
        self.view.mark_current(self.current.marked, self.current.mentions)
        self.said = said
        self.show_status()

    # -- showing ------------------------------------------------------------------------------------------------

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self.inks = inks
        self.view.use_inks(inks)
        self.sidebar.use_inks(inks)
        self.query_one(Divider).use_inks(inks)
        self.query_one(KeyLine).use_inks(inks)
        self.show_status()

    @on(ArticleView.Scrolled)
    def _move_bookmark(self) -> None:
        if self.reading is not None:
            self.bookmark.move(self.view.text_in_sight(), at_top=not self.view.scroll_offset.y)
        self.show_status()

    def show_status(self) -> None:
        """Say what is going on, and how far the reader is."""
        self.query_one(StatusRule).show(
            status.state_of(self), status.place_of(self), self.inks, error=self.failure is not None
        )

    def on_resize(self) -> None:
        """Draw the status for the new width."""
        self.call_after_refresh(self.show_status)

    def watch_state(self) -> None:
        """Show what is going on."""
        self.show_status()

    # -- what is current ----------------------------------------------------------------------------------------

    def go(self, current: Current) -> None:
        """Make something current, and bring it onto the screen."""
        self.current, self.said = current, ""
        focusing.follow(self)
        self.view.mark_current(current.marked, current.mentions)
        self.sidebar.mark(current.targets)
        if current.place is not None:
            self.view.reveal(current.place)
        self.show_status()

    @on(ArticleView.LinkClicked)
    def _open_clicked(self, event: ArticleView.LinkClicked) -> None:
        moving.open_link(self, event.link)

    @on(LinkBar.Closed)
    def _open_numbered(self, event: LinkBar.Closed) -> None:
        self.view.number_links({})
        self.view.focus()
        if event.link is not None:
            moving.open_link(self, event.link)

    @on(ArticleView.TextClicked)
    def _choose_clicked(self, event: ArticleView.TextClicked) -> None:
        index = navigation.at(self.current.analysis.quotes, event.offset)
        self.go(self.current.let_go() if index is None else self.current.at_quote(index))

    @on(ArticleView.PointClicked)
    def _go_to_clicked_point(self, event: ArticleView.PointClicked) -> None:
        self.go(self.current.at_point(event.number))

    @on(RowList.Clicked)
    def _choose_listed(self, event: RowList.Clicked) -> None:
        self.pane = "article"
        self.go(self.current.at_target(event.target))

    @on(Tabs.Clicked)
    def _choose_tab(self, event: Tabs.Clicked) -> None:
        self.pane = event.tab

    def action_command(self, command_id: str, key: str) -> None:
        """Run a command of the table."""
        command = BY_ID[command_id]
        command.act(self, *([key] if command.takes_key else []))

    @on(KeyLine.Clicked)
    async def _run_clicked(self, event: KeyLine.Clicked) -> None:
        await self.run_action(event.action)

    def open_list(self, name: Tab) -> None:
        """Show a list: beside the article while the keys go there, else with the keys."""
        if self.pane == "article":
            self.sidebar.tab = name
        else:
            self.pane = name

    def validate_pane(self, pane: Pane) -> Pane:
        """Where no article could be had, the lists are hidden, and no keys go there."""
        return "article" if self.has_class("-failed") else pane

    def watch_pane(self) -> None:
        """Show the pane, and give it the keys."""
        self.set_class(self.pane != "article", "-lists")
        if self.pane == "article":
            self.view.focus()
        else:
            self.remove_class("-alone")
            self.sidebar.tab = self.pane
            self.sidebar.open_list.focus()
        self.query_one(KeyLine).use_pane(self.pane)

    # -- finding ------------------------------------------------------------------------------------------------

    @on(FindBar.Moved)
    def _show_match(self) -> None:
        matches, current = self.finder.matches, self.finder.current
        self.view.mark_matches(matches, current)
        if current is not None:
            self.view.reveal(matches[current], keep_trail=not self.finder.is_open)
        self.show_status()

    @on(FindBar.Closed)
    def _leave_find(self) -> None:
        self.view.focus()
