"""Measures the screen as a reader meets it: the program runs in a terminal of its own, keys go in, drawn rows come out.

The terminal's other end is with us, so a key is timed from its press to the bytes that show its effect. A task in the
program's own event loop says how late it is woken: while the loop is busy no key is answered. Run as a script, this
file is that program.
"""

import asyncio
import contextlib
import functools
import http.server
import json
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from terminal import Terminal

STORIES = Path(__file__).resolve().parent.parent / "tests/golden/stories"
# Between two wake-ups of the task that measures: short against the limit of 16 ms, long against its own cost.
BEAT_SECONDS = 0.004
# Between two keys, as fast as a hand types; in one word, so that each echo differs from all before it.
KEY_SECONDS = 0.08
WORD_LENGTH = 12
LETTERS = "zqxjv"
PAGES = 60
# This file, as the program that is measured.
PROGRAM = (sys.executable, __file__)


def words_of(count: int) -> list[str]:
    """Paragraphs of the golden stories again and again up to a number of words, each with a number of its own."""
    paragraphs = [
        paragraph
        for path in sorted(STORIES.glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if len(paragraph.split()) > 12
    ]
    text: list[str] = []
    words = 0
    while words < count:
        text.append(f"{paragraphs[len(text) % len(paragraphs)].strip()} (Note {len(text):05}.)")
        words += len(text[-1].split())
    return text


def page_of(count: int) -> str:
    """The same as a web page."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in words_of(count))
    return (
        "<!doctype html><html lang=en><head><title>A long story</title></head>"
        f"<body><article><h1>A long story</h1>{body}</article></body></html>"
    )


@contextlib.contextmanager
def served(page: str) -> Iterator[str]:
    """Serve one page on this machine; gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "story.html").write_text(page, encoding="utf-8")
        handler = functools.partial(QuietHandler, directory=folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/story.html"
        finally:
            server.shutdown()
            server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@functools.cache
def while_reading(words: int = 20_000) -> dict[str, list[float]]:
    """Milliseconds the loop came late (`late`) and a typed letter took (`keys`), until the analysis is shown."""
    with served(page_of(words)) as address, tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "late.json"
        terminal = Terminal(*PROGRAM, "read", address, str(report))
        try:
            terminal.wait_for(lambda seen: "A long story" in seen)
            keys = list(typed(terminal, report.exists))
            terminal.wait_for(lambda _: report.exists())
            late = json.loads(report.read_text(encoding="utf-8"))
        finally:
            terminal.close()
    return {"late": late, "keys": keys}


def typed(terminal: Terminal, is_done: Callable[[], bool]) -> Iterator[float]:
    """Type into the search until something is done; how long each letter took to be seen, in milliseconds.

    The first letter of a word is not timed: only from the second on do they stand nowhere else on the screen.
    """
    terminal.press("/")
    terminal.rest(0.5)
    word = ""
    while not is_done():
        if len(word) == WORD_LENGTH:
            terminal.press("\x15")  # Ctrl+U empties the line
            terminal.rest(0.2)
            word = ""
        word += LETTERS[len(word) % len(LETTERS)]
        begin = time.perf_counter()
        terminal.press(word[-1])
        terminal.wait_for(lambda seen, word=word: word in seen)  # type: ignore[misc]
        if len(word) > 1:
            yield (time.perf_counter() - begin) * 1000
        terminal.rest(KEY_SECONDS)


@functools.cache
def page_down(words: int = 100_000) -> list[float]:
    """How long Space took to be answered in a long text, in milliseconds, page by page."""
    terminal = Terminal(*PROGRAM, "show", str(words))
    times = []
    try:
        terminal.wait_for(lambda seen: "A long story" in seen)
        terminal.rest(1)
        for _ in range(PAGES):
            before = number_in(terminal)
            begin = time.perf_counter()
            terminal.press(" ")
            terminal.wait_for(lambda seen, before=before: newest(seen) > before)  # type: ignore[misc]
            times.append((time.perf_counter() - begin) * 1000)
            terminal.rest(KEY_SECONDS)
    finally:
        terminal.close()
    return times


@functools.cache
def bytes_drawn(keys: str = "j]") -> dict[str, float]:
    """Bytes that the terminal is sent for a key, the middle of 20 presses; and for the whole screen as it opens (`""`).

    What drawing costs over a slow line. Between two keys the screen comes to rest.
    """
    terminal = Terminal(*PROGRAM, "story", columns=100, rows=30)
    try:
        terminal.wait_for(lambda seen: "quotes, " in seen)
        terminal.rest(1)
        # Ctrl+L would do in a terminal; here a size that changes makes the screen draw all of itself.
        drawn: dict[str, float] = {"": terminal.redrawn(100, 30)}
        for key in keys:
            counts = []
            for _ in range(20):
                before = terminal.received
                terminal.press(key)
                terminal.rest(0.5)
                counts.append(terminal.received - before)
            drawn[key] = statistics.median(counts)
            terminal.press("g")
            terminal.rest(0.5)
    finally:
        terminal.close()
    return drawn


def number_in(terminal: Terminal) -> int:
    """The highest paragraph's number drawn since the last key."""
    return newest(terminal._seen)


def newest(seen: str) -> int:
    """The highest paragraph's number in what was drawn."""
    return max((int(found) for found in re.findall(r"Note (\d{5})", seen)), default=-1)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies."""
    return statistics.quantiles(values, n=1000, method="inclusive")[round(share * 1000) - 1]


# -- the program that is measured -----------------------------------------------------------------------------------


async def beat(late: list[float]) -> None:
    """Keep how much later than asked this task is woken, in milliseconds."""
    while True:
        due = time.perf_counter() + BEAT_SECONDS
        await asyncio.sleep(BEAT_SECONDS)
        late.append((time.perf_counter() - due) * 1000)


def read_page(address: str, report: Path) -> None:
    """Open a page as the program does, and report how late the loop was until a second after all was shown."""
    from reader.settings.config import Config
    from reader.ui.app import OnRecord
    from reader.ui.gc_tuning import spare_what_is_loaded
    from reader.ui.screens.article import ArticleScreen
    from reader.workers import Lanes

    class Measured(OnRecord):
        def on_ready(self) -> None:
            self.late: list[float] = []
            self.beating = asyncio.create_task(beat(self.late))
            self.watching = asyncio.create_task(self.watch_reading())

        async def watch_reading(self) -> None:
            while not any(isinstance(s, ArticleScreen) and s.desk.current.analysis.quotes for s in self.screen_stack):
                await asyncio.sleep(0.05)
            await asyncio.sleep(1)
            partial = report.with_suffix(".partial")
            partial.write_text(json.dumps(self.late), encoding="utf-8")
            partial.rename(report)

    workers = Lanes()
    try:
        workers.warm_up(Config().language_model)
        app = Measured(Config(theme="nightdesk"), workers, source=address)
        spare_what_is_loaded()
        app.run()
    finally:
        workers.close()


def show_text(words: int) -> None:
    """Show a long text without its analysis."""
    from reader.model import Analysis, Article, Block, Reading, Source
    from reader.settings.config import Config
    from reader.ui.app import OnRecord

    blocks, start = [], 0
    paragraphs = words_of(words)
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    article = Article(text="\n\n".join(paragraphs), blocks=tuple(blocks), headline="A long story")
    OnRecord(Config(theme="nightdesk"), reading=Reading(Source("-", "text"), article, Analysis())).run()


def show_story() -> None:
    """Show a golden story with its analysis."""
    import reader
    from reader.settings.config import Config
    from reader.ui.app import OnRecord

    reading = reader.read(str(min(STORIES.glob("*.txt"))))
    OnRecord(Config(theme="nightdesk"), reading=reading).run()


def main(mode: str, *arguments: Any) -> None:
    """Be the program that is measured."""
    if mode == "read":
        read_page(arguments[0], Path(arguments[1]))
    elif mode == "story":
        show_story()
    else:
        show_text(int(arguments[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
