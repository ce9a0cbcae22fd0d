"""The screen of one article: fetches, cleans and analyses it, then moves the reader about in it.

What is current is kept here alone; the article and the sidebar are told.
"""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import Screen

from reader import notes
from reader.config import Config
from reader.errors import ReaderError
from reader.model import Analysis, Article, Reading
from reader.ui import keeping, navigation
from reader.ui.commands import article_bindings
from reader.ui.current import Current
from reader.ui.themes import Inks
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import KeyLine, StatusRule
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.notice import Notice
from reader.ui.widgets.sidebar import Sidebar, Tab, Tabs
from reader.workers import Workers

Pane = Literal["article", "quotes", "actors"]
PANES: tuple[Pane, ...] = ("article", "quotes", "actors")
# Lines of the old page left on the new one, so that the eye finds its place.
_KEPT_IN_SIGHT = 2


class ArticleScreen(Screen[None]):
    """One article, its quotes and its actors.

    Args:
        config: the settings.
        inks: the styles to draw with.
        workers: the processes that fetch, clean and analyse; not needed for a reading.
        source: what to open.
        stdin: what came over standard input, when the source is "-".
        notes_folder: where notes are saved.
        reading: an article already read, shown in the place of the source.
        asked: the reader was asked for the source, and can go back to give another.
    """

    BINDINGS: ClassVar[list[BindingType]] = article_bindings()
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
        workers: Workers | None,
        source: str,
        stdin: bytes | None,
        notes_folder: Path,
        *,
        reading: Reading | None = None,
        asked: bool = False,
    ) -> None:
        super().__init__()
        self._config, self._inks, self._workers = config, inks, workers
        self._source, self._stdin = source, stdin
        self._notes_folder = notes_folder
        self._asked = asked
        self.reading = reading
        self.failure: ReaderError | None = None
        self.current = Current()

    def compose(self) -> ComposeResult:
        """The article beside the lists, and two lines at the foot."""
        with Horizontal(id="panes"):
            yield ArticleView(self._config.measure, self._inks, id="article")
            yield Notice()
            yield Sidebar(self._inks)
        yield FindBar(id="find")
        yield StatusRule(id="status")
        yield KeyLine(self._inks, id="keys")

    def on_mount(self) -> None:
        """Open what was asked for."""
        self.view.focus()
        if self.reading is not None:
            self._show_article(self.reading.article, awaited=False)
            self._show_analysis(self.reading.analysis)
        else:
            self._read()

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

    # -- opening ------------------------------------------------------------------------------------------------

    @work(exclusive=True)
    async def _read(self) -> None:
        assert self._workers is not None
        self._show_failure(None)
        try:
            if self.reading is None:
                self.state = "fetching…"
                page = await asyncio.wrap_future(self._workers.load(self._source, self._stdin))
                self.state = "reading…"
                article = await asyncio.wrap_future(self._workers.to_article(page))
                self.reading = Reading(source=page.source, article=article, analysis=Analysis())
                self._show_article(article, awaited=True)
            self.state = "finding quotes and speakers…"
            self.sidebar.show(Analysis(), "Being found…")
            analysis = await asyncio.wrap_future(
                self._workers.analyze(self.reading.article, self._config.key_points, self._config.language_model)
            )
        except ReaderError as error:
            self._show_failure(error)
        else:
            self.reading = Reading(source=self.reading.source, article=self.reading.article, analysis=analysis)
            self._show_analysis(analysis)

    def _show_article(self, article: Article, *, awaited: bool) -> None:
        self.view.show_article(article, self._config.key_points if awaited else 0)

    def _show_analysis(self, analysis: Analysis) -> None:
        self.current = Current(analysis)
        self.view.show_analysis(analysis)
        self.sidebar.show(analysis, "" if analysis.quotes else "No quotes were found in this article.")
        self.state = found(analysis)

    def _show_failure(self, failure: ReaderError | None) -> None:
        self.failure = failure
        in_place_of_article = failure if self.reading is None else None
        self.query_one(Notice).show(in_place_of_article, self._inks, can_go_back=self._asked)
        self.set_class(in_place_of_article is not None, "-failed")
        if failure is None:
            return
        self.state = failure.message if self.reading else "nothing to read"
        if self.reading:
            note = f"No quotes and actors: {failure.message} {failure.hint} Press r to try again."
            self.view.show_analysis(Analysis(), note)
            self.sidebar.show(Analysis(), note)

    def action_retry(self) -> None:
        """Try again what failed: the whole way, or the analysis alone when the article is there."""
        if self.failure is not None:
            self._read()

    # -- showing ------------------------------------------------------------------------------------------------

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        self._inks = inks
        self.view.use_inks(inks)
        self.sidebar.use_inks(inks)
        self.query_one(KeyLine).use_inks(inks)
        self._show_status()

    @on(ArticleView.Scrolled)
    def _show_status(self) -> None:
        place = f"{self.view.progress():.0%}" if self.reading else ""
        self.query_one(StatusRule).show(self._mode(), place, self._inks, error=self.failure is not None)

    def on_resize(self) -> None:
        """Draw the status for the new width."""
        self.call_after_refresh(self._show_status)

    def watch_state(self) -> None:
        """Show what is going on."""
        self._show_status()

    def _mode(self) -> str:
        if self.finder.active:
            at = 0 if self.finder.current is None else self.finder.current + 1
            return f"match {at}/{len(self.finder.matches)} · {self.finder.query_text}"
        return self.current.label or self.state

    # -- what is current ----------------------------------------------------------------------------------------

    def go(self, current: Current) -> None:
        """Make something current, and bring it onto the screen."""
        self.current = current
        self.view.mark_current(current.marked, current.mentions)
        self.sidebar.mark(current.quote_index, current.actor_id)
        if current.place is not None:
            self.view.reveal(current.place)
        self._show_status()

    @on(ArticleView.TextClicked)
    def _choose_clicked(self, event: ArticleView.TextClicked) -> None:
        index = navigation.at(self.current.analysis.quotes, event.offset)
        self.go(self.current.let_go() if index is None else self.current.at_quote(index))

    @on(ArticleView.PointClicked)
    def _go_to_clicked_point(self, event: ArticleView.PointClicked) -> None:
        self.go(self.current.at_point(event.number))

    @on(Sidebar.QuoteChosen)
    def _choose_quote(self, event: Sidebar.QuoteChosen) -> None:
        self._choose(self.current.at_quote(event.index), event.firmly)

    @on(Sidebar.ActorChosen)
    def _choose_actor(self, event: Sidebar.ActorChosen) -> None:
        self._choose(self.current.at_actor(event.actor_id), event.firmly)

    def _choose(self, current: Current, firmly: bool) -> None:
        if firmly:
            self.pane = "article"
        self.go(current)

    @on(Tabs.Clicked)
    def _choose_tab(self, event: Tabs.Clicked) -> None:
        self.pane = event.tab

    @on(KeyLine.Clicked)
    async def _run_clicked(self, event: KeyLine.Clicked) -> None:
        await self.run_action(event.action)

    def watch_pane(self) -> None:
        """Show the pane, and give it the keys."""
        self.set_class(self.pane != "article", "-lists")
        if self.pane == "article":
            self.view.focus()
        else:
            self.sidebar.tab = self.pane
            self.sidebar.open_list.focus()

    # -- finding ------------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Ask for words to find."""
        if self.reading is not None:
            self.pane = "article"
            self.finder.ask(self.reading.article.text, self.view.text_in_sight()[0])

    @on(FindBar.Moved)
    def _show_match(self) -> None:
        matches, current = self.finder.matches, self.finder.current
        self.view.mark_matches(matches, current)
        if current is not None:
            self.view.reveal(matches[current])
        self._show_status()

    @on(FindBar.Closed)
    def _leave_find(self) -> None:
        self.view.focus()

    def action_leave(self) -> None:
        """End the search, else go back to the article, else let go of what is current; leave an error for the start."""
        if self.finder.active or self.finder.is_open:
            self.finder.end()
        elif self.pane != "article":
            self.pane = "article"
        elif self._asked and self.reading is None:
            self.dismiss()
        else:
            self.go(self.current.let_go())

    # -- moving -------------------------------------------------------------------------------------------------

    def action_line(self, direction: int) -> None:
        """A line on or back; in a list, an item."""
        if self.pane == "article":
            self.view.scroll_relative(y=direction, animate=False)
        else:
            self.sidebar.move_by_item(direction)

    def action_page(self, direction: int) -> None:
        """A page on or back, with some lines of the old one kept in sight."""
        if self.pane == "article":
            self.view.scroll_relative(y=direction * max(self.view.size.height - _KEPT_IN_SIGHT, 1), animate=False)
        else:
            self.sidebar.move_by_page(direction)

    def action_end(self, direction: int) -> None:
        """To the end, or to the top."""
        if self.pane != "article":
            self.sidebar.move_to_end(direction)
        elif direction > 0:
            self.view.scroll_end(animate=False)
        else:
            self.view.scroll_home(animate=False)

    def action_pane(self, direction: int) -> None:
        """To the next pane, or the one before."""
        self.pane = PANES[(PANES.index(self.pane) + direction) % len(PANES)]

    def action_go_to_place(self) -> None:
        """To the current quote or actor, in the article."""
        self.pane = "article"
        self.go(self.current)

    def action_key_point(self, number: str) -> None:
        """To a key point's place in the article."""
        self.pane = "article"
        self.go(self.current.at_point(int(number)))

    def action_quote(self, direction: int) -> None:
        """To the next or the previous quote."""
        self._open_list("quotes")
        self.go(self.current.next_quote(direction, self.view.text_in_sight()))

    def action_step(self, direction: int) -> None:
        """To the next or the previous match while something is searched, else quote."""
        if self.finder.active:
            self.finder.step(direction, self.view.text_in_sight())
        else:
            self.action_quote(direction)

    def action_same_speaker(self, direction: int) -> None:
        """To this speaker's next or previous quote."""
        self._open_list("quotes")
        self.go(self.current.next_of_speaker(direction, self.view.text_in_sight()))

    def action_actor(self, direction: int) -> None:
        """To the next or the previous actor of the list."""
        self._open_list("actors")
        self.go(self.current.next_actor(direction))

    def _open_list(self, name: Tab) -> None:
        if self.pane == "article":
            self.sidebar.tab = name
        else:
            self.pane = name

    # -- keeping ------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save a Markdown note."""
        if self.reading is None:
            return
        try:
            template = notes.find_template(self._config.template)
            path = notes.save(self.reading, self._notes_folder, saved=date.today(), template=template)
        except ReaderError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Saved: {path}", markup=False)

    def action_copy(self) -> None:
        """Copy the current quote with its speaker, the headline and the link."""
        if self.reading is None or self.current.quote is None:
            self.notify("Choose a quote first: ] goes to the next one.", markup=False)
            return
        self.app.copy_to_clipboard(keeping.quote_with_source(self.reading, self.current.quote))
        self.notify("Copied the quote with its source.", timeout=2, markup=False)

    def action_browser(self) -> None:
        """Open the article in the browser."""
        address = keeping.address(self.reading, self._source)
        if address:
            self.app.open_url(address)
        else:
            self.notify("This article has no web address.", markup=False)


def found(analysis: Analysis) -> str:
    """What was found, in words: "12 quotes, 9 speakers"."""
    speakers = len(navigation.quotes_per_speaker(analysis))
    quotes = len(analysis.quotes)
    return f"{quotes} quote{'' if quotes == 1 else 's'}, {speakers} speaker{'' if speakers == 1 else 's'}"
