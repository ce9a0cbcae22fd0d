"""Measures reloading over loopback against a server that keeps count, which is this file run with the word "serve"."""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from results import Row

FEEDS, ENTRIES = 200, 20
# How often a feed is read in turns with the other parser, and in each turn.
_TURNS = 40
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
_WORDS = "The council of Brindle met over the ferry and its levy, and the harbour master spoke of the pier again. " * 6


def feed(number: int) -> str:
    """A feed as papers have them: twenty entries with some sentences each."""
    items = "".join(
        f"<item><title>Story {each} of paper {number}</title><link>https://paper{number}.example/{each}</link>"
        f"<guid>https://paper{number}.example/{each}</guid><pubDate>Thu, 26 Nov 2026 {each % 24:02}:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{_WORDS}&lt;/p&gt;</description></item>"
        for each in range(ENTRIES)
    )
    return f"<rss version='2.0'><channel><title>Paper {number}</title><link>/</link>{items}</channel></rss>"


class Handler(BaseHTTPRequestHandler):
    """Feeds with a name for what they are, and what was asked of them."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/asked":
            self._answer(200, json.dumps(self.asked))
            return
        self.asked.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        is_known = self.headers.get("If-None-Match") == '"one"'
        self._answer(304 if is_known else 200, "" if is_known else feed(int(self.path[1:])))

    def _answer(self, status: int, content: str) -> None:
        self.send_response(status)
        self.send_header("ETag", '"one"')
        self.send_header("Set-Cookie", "visit=1; Path=/")
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The address of a server, in a process of its own."""
    with subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def here(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Do in this process, whose processor time is measured, what others do in another one."""
    from reader.workers import Call

    call: Call[Any] = Call(function, args, kwargs)
    call.future.set_result(function(*args, **kwargs))
    return call


def requests_alone(address: str) -> None:
    """The same requests, and nothing else."""
    from reader.fetch.request import get

    for number in range(FEEDS):
        with get(f"{address}/{number}", headers={"If-None-Match": '"one"'}) as answer:
            assert answer.status == 304


def rows() -> Iterator[Row]:
    """Reading a feed; a first load, loads of what has not changed, and what was asked for in them."""
    from reader.jobs.asking import ask
    from reader.jobs.reload import reload
    from reader.jobs.turns import WIDTH
    from reader.library import FILE, Library
    from reader.workers import Lane

    yield parsing()
    with served() as address, tempfile.TemporaryDirectory() as folder, Library(Path(folder) / FILE) as library:
        for number in range(FEEDS):
            library.feeds.add(f"{address}/{number}", now=NOW, is_private=True)

        def load(submit: Callable[..., Any], hours: float) -> None:
            for outcome in reload(library, submit, lambda: NOW + timedelta(hours=hours)):
                assert not outcome.error, outcome.error

        here(ask, f"{address}/{FEEDS}", may_be_private=True)  # imports
        _, cpu = timed(partial(load, here, 0))
        value = cpu * 1000 / FEEDS / ENTRIES
        yield Row("feeds.first_load_ms", value, "ms", "limit of 2 ms of processor an entry", value / 2)
        with contextlib.closing(Lane(WIDTH)) as lane:
            lane.submit(ask, f"{address}/{FEEDS}", may_be_private=True).result()
            beyond = [timed(partial(load, lane.submit, hours)) for hours in (1, 2, 3)]
        alone = [timed(partial(requests_alone, address)) for _ in range(3)]
        own = [timed(partial(load, here, hours)) for hours in (4, 5, 6)]
        wall = min(wall for wall, _ in beyond)
        ratio = wall / min(wall for wall, _ in alone)
        cpu_ratio = min(cpu for _, cpu in own) / min(cpu for _, cpu in alone)
        yield Row("feeds.unchanged", wall * 1000, "ms", f"{FEEDS} requests alone", ratio, cpu_ratio, 1.5)
        load(here, 6.2)  # too early
        yield asked_wrongly(address)


def parsing() -> Row:
    """Reading a feed, and what fastfeedparser alone takes for it: in turns, the least of each."""
    import fastfeedparser

    from reader.feeds.parse import parse

    content = feed(0).encode()

    def some(read: Callable[[], object]) -> float:
        return timed(lambda: [read() for _ in range(_TURNS)])[1] / _TURNS

    def ours() -> object:
        return parse(content, "https://paper0.example/feed")

    def alone() -> object:
        return fastfeedparser.parse(content)

    cpu, beside = zip(*((some(ours), some(alone)) for _ in range(_TURNS)), strict=True)
    ratio = min(cpu) / min(beside)
    return Row("feeds.parse_ms", min(cpu) * 1000, "ms", "fastfeedparser alone", ratio, None, 2)


def asked_wrongly(address: str) -> Row:
    """The requests that should not have been made so: early, or later ones without a condition; none may be."""
    with urllib.request.urlopen(f"{address}/asked") as answer:
        asked = [each for each in json.loads(answer.read()) if each["path"] != f"/{FEEDS}"]
    seen: set[str] = set()
    # One first load, six later ones, and three times the requests alone.
    wrong = len(asked) - 10 * FEEDS
    for request in asked:
        is_later = request["path"] in seen
        seen.add(request["path"])
        wrong += "cookie" in request or "referer" in request or (is_later and "if-none-match" not in request)
    return Row("feeds.wrong_requests", wrong, "requests", f"{len(asked):,} requests", wrong, None, 0)


def timed(action: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of this process that something takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__" and sys.argv[1:] == ["serve"]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()
elif __name__ == "__main__":
    import results

    for each in rows():
        results.told(each)
