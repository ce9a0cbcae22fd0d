"""The screen of one article: the article beside the lists, two lines at the foot, and the desk behind them."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from textual import on
from textual.app import ComposeResult

from reader import fetch
from reader.model import Correction, Link, Page, Reading, Span
from reader.settings import state
from reader.settings.config import Config
from reader.ui import status
from reader.ui.attention import navigation
from reader.ui.attention.bookmark import Bookmark
from reader.ui.commands import moving
from reader.ui.commands.table import ArticleDesk
from reader.ui.keeper import Keeper, KeptArticle, decide
from reader.ui.keys import footers
from reader.ui.keys.keymap import Keymap
from reader.ui.screens.reading_desk import ReadingDesk
from reader.ui.screens.view import View
from reader.ui.session import Session
from reader.ui.theme.themes import Inks
from reader.ui.typeset.anchors import ScrollAnchor
from reader.ui.typeset.pointing import PointHit
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.link_bar import LinkBar
from reader.ui.widgets.panes import Panes
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.windows.image import Draw
from reader.ui.work import BEAT_SECONDS
from reader.workers import Lanes

# What a reader loses at most of the way they went, when the program is killed or the machine goes off.
_KEEP_SECONDS = 3.0
# Columns from which on the lists stand beside the article.
_WIDE = 120


class ArticleScreen(View):
    """One article, its quotes and its actors.

    Args:
        keymap: the command table, with the reader's own keys.
        inks: the styles to draw with.
        config: the settings.
        reading: the article.
        lanes: the processes that analyse it; not needed when it is analysed.
        is_analysed: whether it is.
        notes_folder: where notes are saved.
        keeper: the library.
        known: what it has of the article; None where nothing is kept.
        page: the page it was fetched as, where it was fetched now.
        is_first: no other view lies under it.
        is_listed: it was chosen from a list of articles, which lies under it.
        draw_image: how this terminal shows an image; None where it cannot.
        place: where to begin, in the place of where the reader left it; a quote there becomes current.
    """

    SCOPE = "article"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - declared so by Textual
    CSS_PATH = "article.tcss"

    def __init__(
        self,
        keymap: Keymap,
        inks: Inks,
        config: Config,
        reading: Reading,
        lanes: Lanes | None,
        *,
        is_analysed: bool,
        notes_folder: Path,
        keeper: Keeper,
        known: KeptArticle | None = None,
        page: Page | None = None,
        is_first: bool = True,
        is_listed: bool = False,
        draw_image: Draw | None = None,
        place: Span | None = None,
    ) -> None:
        super().__init__(keymap, inks, footers.of_pane("article", is_first=is_first), is_first=is_first)
        self.view = self._article_view(reading, config, is_analysed)
        self.sidebar = Sidebar(inks, config.tint)
        decided = known.stored.corrections if known else ()
        self.desk = ReadingDesk(
            self,
            self._session(reading, lanes, is_analysed, decided),
            config,
            self.view,
            self.sidebar,
            notes_folder=notes_folder,
            keeper=keeper,
            known=known,
            page=page,
            is_listed=is_listed,
            draw_image=draw_image,
        )
        self._keeper, self.number = keeper, known.stored.id if known else None
        self.bookmark = self._bookmark(known if config.keep_position else None)
        self._place = place

    def _article_view(self, reading: Reading, config: Config, is_analysed: bool) -> ArticleView:
        return ArticleView(
            reading.article,
            config.measure,
            self.inks,
            awaited_points=0 if is_analysed else config.key_points,
            is_folded=state.load().points_folded,
            fold_key=self.keymap.label("fold_points"),
            is_centred=config.align == "centre",
            tint=config.tint,
            id="article",
        )

    def _session(
        self, reading: Reading, lanes: Lanes | None, is_analysed: bool, decided: tuple[Correction, ...]
    ) -> Session:
        changed, keep = self._follow_work, self._keep_decisions
        return Session(reading, lanes, is_analysed=is_analysed, changed=changed, corrections=decided, keep=keep)

    def _bookmark(self, known: KeptArticle | None) -> Bookmark:
        # What came over standard input is not opened again.
        if known is None or self.desk.reading.source.given == fetch.STDIN:
            return Bookmark(0, 0, None)
        number, length = known.stored.id, len(self.desk.reading.article.text)
        return Bookmark(length, known.stored.position, lambda offset: self._keeper.place(number, offset))

    def compose(self) -> ComposeResult:
        """The article beside the lists, the lines that ask, and two lines at the foot."""
        yield self.desk.panes
        yield self.desk.finder
        yield self.desk.link_bar
        yield self.status_rule
        yield self.key_line

    def on_mount(self) -> None:
        """Begin where the reader left it, and have it analysed."""
        # Textual says so only after the first frame, which would be set for the wrong width.
        self.set_class(self.app.size.width < _WIDE, "-narrow")
        self.view.focus()
        self._beat = self.set_interval(BEAT_SECONDS, self.show_status, pause=True)
        self.set_interval(_KEEP_SECONDS, self.bookmark.keep)
        if self.bookmark.begin and self._place is None:
            self.view.return_to(ScrollAnchor(self.bookmark.begin, 0, None))
            self.desk.say("Continued where you left off. g goes to the top.", seconds=4)
        self.desk.show_marks()
        if self.desk.session.is_analysed:
            self.desk.show_analysis()
            self.desk.bring_up_to_date()
        else:
            self.desk.analyse()
        if self._place is not None:
            self._go_to(self._place)

    def _go_to(self, place: Span) -> None:
        """To the quote that stands at a place, else to the place."""
        current = self.desk.current
        index = navigation.at(current.analysis.quotes, place.start)
        if index is None:
            self.view.reveal(place)
        else:
            self.desk.go(current.at_quote(index))

    def on_unmount(self) -> None:
        """Keep the reader's place."""
        self.bookmark.keep()

    def action_command(self, command_id: str, argument: str) -> None:
        """Run a command of the table."""
        desk: ArticleDesk = self.desk
        self.keymap.run(command_id, argument, self.SCOPE, desk)

    def use_inks(self, inks: Inks) -> None:
        """Draw with other styles."""
        super().use_inks(inks)
        self.desk.panes.use_inks(inks)
        self.show_status()

    # -- telling ------------------------------------------------------------------------------------------------

    @property
    def state(self) -> str:
        """What is going on with the article, in words, or what was found in it."""
        session = self.desk.session
        if session.failure is not None:
            return session.failure.message
        if session.work is not None:
            return session.work.what
        found = status.found(session.reading.analysis) if session.is_analysed else ""
        return " · ".join(filter(None, (self.desk.marking.in_words, found)))

    def show_status(self) -> None:
        """Say what is going on, and how far the reader is."""
        desk, now = self.desk, time.monotonic()
        said = status.state(
            desk.focus_on.label,
            self.opening.label(now) if self.opening else "",
            status.match(desk.finder.current, len(desk.finder.matches), desk.finder.query_text),
            desk.said,
            desk.current.label,
            desk.session.work.label(now) if desk.session.work else "",
            self.sidebar.filter_in_words,
            self.state,
        )
        is_alone = desk.focus_on.alone is not None
        place = status.place(self.view.progress(), self.view.minutes_left(), is_alone=is_alone)
        self.status_rule.show(said, place, self.inks, error=desk.session.failure is not None)

    def _follow_work(self) -> None:
        """Have the status move while something is done."""
        if self.desk.session.work:
            self._beat.resume()
        else:
            self._beat.pause()
        self.show_status()

    @on(ArticleView.Scrolled)
    def _tell_place(self) -> None:
        self.note_place()
        self.show_status()

    def _keep_decisions(self, decided: tuple[Correction, ...], before: tuple[Correction, ...]) -> None:
        if (number := self.number) is not None:
            self._keeper.change(lambda library: decide(library, number, decided, before), self._take_kept)

    def _take_kept(self, kept: tuple[Correction, ...]) -> None:
        """Show what was decided in another window, too."""
        if self.desk.session.take_kept(kept):
            self.desk.show_analysis()

    def note_place(self) -> None:
        """Note where the reader is, by what is on the screen."""
        if self.view.width:  # set, so that what is in sight is known
            self.bookmark.move(self.desk.in_sight, at_top=not self.view.scroll_offset.y)

    def keep_place(self) -> None:
        """Keep the place that is on the screen, from any thread; where a change to it hangs, the one noted last."""
        with contextlib.suppress(Exception):
            self.note_place()
        self.bookmark.keep()

    @on(Panes.PaneChanged)
    def _show_footer(self) -> None:
        self.key_line.use_words(self._footer())

    def _footer(self) -> footers.Words:
        return footers.of_pane(self.desk.pane, is_first=self.is_first)

    # -- the mouse, and the lines that ask ----------------------------------------------------------------------

    @on(ArticleView.Clicked)
    def _choose_clicked(self, event: ArticleView.Clicked) -> None:
        desk = self.desk
        if isinstance(event.on, Link):
            moving.open_link(desk, event.on)
        elif isinstance(event.on, PointHit):
            desk.go(desk.current.at_point(event.on.number))
        else:
            index = navigation.at(desk.current.analysis.quotes, event.on.offset)
            desk.go(desk.current.let_go() if index is None else desk.current.at_quote(index))

    @on(RowList.Clicked)
    def _choose_listed(self, event: RowList.Clicked) -> None:
        self.desk.show_pane("article")
        self.desk.go(self.desk.current.at_target(event.target))

    @on(LinkBar.Closed)
    def _open_numbered(self, event: LinkBar.Closed) -> None:
        self.view.painter.number_links({})
        self.view.focus()
        if event.link is not None:
            moving.open_link(self.desk, event.link)

    @on(FindBar.Moved)
    def _show_match(self) -> None:
        finder = self.desk.finder
        self.view.painter.mark_matches(finder.matches, finder.current)
        if finder.current is not None:
            self.view.reveal(finder.matches[finder.current], keep_trail=not finder.is_open)
        self.show_status()

    @on(FindBar.Closed)
    def _leave_find(self) -> None:
        self.view.focus()
