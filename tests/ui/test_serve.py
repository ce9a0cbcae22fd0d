"""The screen in a browser, over real HTTP and WebSockets: only the token lets in, and keys reach the screen."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

import aiohttp
import dam_story
import pytest
from aiohttp import web
from browsing import chromium_window, until, websocket_window
from yarl import URL

from reader.errors import SetupError
from reader.serve import run, server
from reader.serve.door import Door
from reader.ui.terminal import MOST_CELLS
from waiting import PATIENCE


class Served(NamedTuple):
    """A server that runs: its origin, its front page, the address that is printed."""

    door: Door
    origin: str
    home: str
    url: str


async def _serve(stack: AsyncExitStack, screen: list[str]) -> Served:
    listening = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    door = Door(listening.getsockname()[1])
    runner = web.AppRunner(server.make_app(door, screen))
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.SockSite(runner, listening).start()
    origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
    return Served(door, origin, origin + door.home, server.address(door, listening))


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with AsyncExitStack() as stack:
        # A program that would leave a trace if it were ever started.
        yield await _serve(stack, [sys.executable, "-c", "open('started', 'w')"])


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session


async def status(session: aiohttp.ClientSession, url: str | URL, **headers: str) -> int:
    async with session.get(url, headers=headers) as answer:
        return answer.status


async def test_the_token_lets_one_browser_in(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.get(served.url) as page:
        assert page.status == 200
        assert str(page.url) == served.home
        assert "token" not in str(page.url)
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
    (cookie,) = browser.cookie_jar
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie.value != served.door.token
    assert await status(browser, f"{served.home}static/js/textual.js") == 200
    async with aiohttp.ClientSession() as another:
        assert await status(another, served.url) == 403


PATHS = ["", "?token=wrong", "?token=", "static/js/textual.js", "static/", "ws", "ws?token=", "../", "elsewhere"]


@pytest.mark.parametrize("path", PATHS)
async def test_without_the_token_nothing_is_shown(served: Served, path: str) -> None:
    async with aiohttp.ClientSession() as stranger:
        assert await status(stranger, served.home + path) == 403


async def test_of_many_at_once_the_token_lets_one_in(served: Served) -> None:
    async with AsyncExitStack() as stack:
        sessions = [
            await stack.enter_async_context(aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)))
            for _ in range(8)
        ]
        answers = await asyncio.gather(*(status(session, served.url) for session in sessions))
    assert sorted(answers) == [200, *[403] * 7]


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS"])
async def test_only_a_page_that_is_opened_uses_the_token_up(
    served: Served, browser: aiohttp.ClientSession, method: str
) -> None:
    async with browser.request(method, served.url) as answer:
        assert answer.status == 403
    assert await status(browser, served.url) == 200


async def test_another_server_on_this_machine_is_not_sent_the_cookie(
    served: Served, browser: aiohttp.ClientSession
) -> None:
    assert await status(browser, served.url) == 200
    assert not browser.cookie_jar.filter_cookies(URL("http://127.0.0.1:9000/"))
    assert browser.cookie_jar.filter_cookies(URL(f"{served.home}ws"))


async def test_the_cookie_is_not_in_the_page(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.get(f"{served.url}&host=<b>&fontsize=<b>") as page:
        shown = await page.text()
    assert served.door.session not in shown
    assert served.door.token not in shown
    assert "<b>" not in shown


async def test_a_name_pointed_at_this_machine_is_refused(served: Served, browser: aiohttp.ClientSession) -> None:
    assert await status(browser, served.url, Host="evil.example") == 403
    assert await status(browser, served.url) == 200
    assert await status(browser, served.home, Host="evil.example") == 403


async def test_folders_are_not_listed(served: Served, browser: aiohttp.ClientSession) -> None:
    assert await status(browser, served.url) == 200
    assert await status(browser, f"{served.home}static/") == 403
    for path in ("static/../door.py", "static/%2e%2e/server.py", "static/..%2fserver.py", "download/key"):
        assert await status(browser, URL(served.home + path, encoded=True)) == 404


STRANGERS = [
    ("no cookie", False, "own"),
    ("a foreign page", True, "http://evil.example"),
    ("another server on this machine", True, "http://127.0.0.1:1"),
    ("a page that hides where it is from", True, "null"),
    ("no origin", True, None),
]


@pytest.mark.parametrize(("let_in", "origin"), [row[1:] for row in STRANGERS], ids=[row[0] for row in STRANGERS])
async def test_a_websocket_needs_the_cookie_and_our_origin(
    served: Served, browser: aiohttp.ClientSession, let_in: bool, origin: str | None, own_folders: Path
) -> None:
    if let_in:
        assert await status(browser, served.url) == 200
    origin = served.origin if origin == "own" else origin
    for path in ("ws", "%77s"):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await browser.ws_connect(URL(served.home + path, encoded=True), origin=origin)
        assert refused.value.status == 403
    assert not (own_folders / "started").exists()


# Programs in place of a screen, which speak its protocol: a line, then packets of a letter, a length and a content.
WAITS = """
import sys
print("__GANGLION__", flush=True)
sys.stdin.buffer.read(1)
"""
ECHOES = """
import sys
print("__GANGLION__", flush=True)
while head := sys.stdin.buffer.read(5):
    content = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    sys.stdout.buffer.write(b"D" + head[1:] + content)
    sys.stdout.flush()
    if b'"quit"' in content:
        break
"""
TELLS = """
import json, os, sys
print("__GANGLION__", flush=True)
told = {"names": sorted(os.environ), "parent": os.getppid(), "session": os.getsid(0) == os.getpid(), "argv": sys.argv}
content = json.dumps(told).encode()
sys.stdout.buffer.write(b"D" + len(content).to_bytes(4, "big") + content)
sys.stdout.flush()
"""
HANGS = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("__GANGLION__", flush=True)
content = str(os.getpid()).encode()
os.write(1, b"D" + len(content).to_bytes(4, "big") + content)
time.sleep(600)
"""


async def test_more_windows_than_there_is_room_for(browser: aiohttp.ClientSession) -> None:
    async with AsyncExitStack() as stack:
        served = await _serve(stack, [sys.executable, "-c", WAITS])
        assert await status(browser, served.url) == 200
        address, origin = f"{served.home}ws", served.origin
        windows = [await browser.ws_connect(address, origin=origin) for _ in range(server.MOST_WINDOWS)]
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await browser.ws_connect(address, origin=origin)
        assert refused.value.status == 503
        for window in windows:
            await window.close()


async def test_a_window_is_of_a_size_that_a_screen_can_bear(browser: aiohttp.ClientSession) -> None:
    async with AsyncExitStack() as stack:
        served = await _serve(stack, [sys.executable, "-c", ECHOES])
        assert await status(browser, served.url) == 200
        query = f"?width={'9' * 5000}&height=-1"
        async with browser.ws_connect(f"{served.home}ws{query}", origin=served.origin) as window:
            await window.send_json(["resize", {"width": 10**9, "height": 0}])
            told = json.loads(await window.receive_bytes())
            await window.send_json(["stdin", "]"])
            assert await window.receive_bytes() == b"]"
    assert told == {"type": "resize", "width": MOST_CELLS, "height": 1}


@pytest.fixture
def faults() -> Iterator[io.StringIO]:
    """What the server writes of faults."""
    written, handler = io.StringIO(), server.faults_in_lines()
    handler.setStream(written)
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    "sent",
    [
        *("not json", "5", "[]", '["stdin"]', '["stdin", 5]', '["stdin", "\\ud800"]', '["resize", 5]', "[" * 9999),
        *('["resize", {"width": 1}]', '["ping"]', '["unknown", 1]', b'["stdin", "]"]'),
    ],
    ids=lambda sent: repr(sent[:20]),
)
async def test_what_no_window_says_closes_it_with_one_line(
    browser: aiohttp.ClientSession, faults: io.StringIO, sent: str | bytes
) -> None:
    async with AsyncExitStack() as stack:
        served = await _serve(stack, [sys.executable, "-S", "-c", ECHOES])
        assert await status(browser, served.url) == 200
        async with browser.ws_connect(f"{served.home}ws", origin=served.origin) as window:
            await (window.send_bytes(sent) if isinstance(sent, bytes) else window.send_str(sent))
            assert (await window.receive()).data == aiohttp.WSCloseCode.POLICY_VIOLATION
    assert faults.getvalue() == "A window sent what no screen understands; it was closed.\n"


NO_HTTP = {
    "another version": b"GET / HTTP/9.9\r\n\r\n",
    "an escape code": b"GET / HTTP/1.1\r\nHost: \x1b]0;harbour\x07\r\n\r\n",
    "an endless path": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
    "a length in words": b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n",
}


@pytest.mark.parametrize("sent", NO_HTTP.values(), ids=NO_HTTP)
async def test_what_is_no_http_is_refused_with_one_line(served: Served, faults: io.StringIO, sent: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", URL(served.origin).port)
    writer.write(sent)
    assert b" 400 Bad Request" in await reader.readline()
    writer.close()
    (line,) = faults.getvalue().splitlines()
    assert line.startswith("Something that was sent here could not be answered (")
    assert line.isprintable()


async def test_a_screen_is_started_by_no_shell_and_is_told_little(
    browser: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_PASSWORD", "secret")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    async with AsyncExitStack() as stack:
        served = await _serve(stack, [sys.executable, "-c", TELLS, "$(touch pwned); `id`"])
        assert await status(browser, served.url) == 200
        async with browser.ws_connect(f"{served.home}ws", origin=served.origin) as window:
            told = json.loads(await window.receive_bytes())
    assert told["argv"] == ["-c", "$(touch pwned); `id`"]
    assert told["parent"] == os.getpid()
    assert told["session"]
    assert {"PATH", "TEXTUAL_DRIVER", "XDG_STATE_HOME"} <= set(told["names"])
    assert not {"NEWSROOM_PASSWORD", "PYTHONPATH"} & set(told["names"])


async def test_a_screen_that_hangs_is_ended_with_the_server(
    browser: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "SECONDS_TO_END", 0.2)
    async with AsyncExitStack() as stack:
        served = await _serve(stack, [sys.executable, "-c", HANGS])
        assert await status(browser, served.url) == 200
        window = await browser.ws_connect(f"{served.home}ws", origin=served.origin)
        pid = int(await window.receive_bytes())
        listening = asyncio.create_task(window.receive())
    assert (await listening).type is aiohttp.WSMsgType.CLOSE
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_screen_ends_when_its_server_is_gone(story: str) -> None:
    environment = {**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
    with subprocess.Popen(
        server.command(story), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True
    ) as screen:
        try:
            assert screen.stdout
            assert screen.stdout.readline() == b"__GANGLION__\n"
            screen.communicate(timeout=PATIENCE)  # closes its input first
        finally:
            screen.kill()


@pytest.fixture
def story(own_folders: Path) -> str:
    # A name that a shell would run.
    path = own_folders / "$(touch pwned); dam.txt"
    path.write_text(f"{dam_story.HEADLINE}\n\n{dam_story.TEXT}", encoding="utf-8")
    return str(path)


# The page itself is met only where there is a browser; the socket that it opens, everywhere.
WINDOWS = ["socket", *(["chromium"] if shutil.which("chromium") else [])]


@pytest.mark.parametrize("kind", WINDOWS)
async def test_an_article_is_read_in_a_browser(
    story: str, browser: aiohttp.ClientSession, kind: str, own_folders: Path
) -> None:
    async with AsyncExitStack() as stack:
        served = await _serve(stack, server.command(story))
        if kind == "chromium":
            window = chromium_window(browser, served.url, own_folders / "chromium")
        else:
            window = websocket_window(browser, served.url)
        shown, press = await stack.enter_async_context(window)
        await until(shown, "quotes, ")
        assert "cracks" in shown()
        await press("]")
        await until(shown, "quote 1/")
    assert not (own_folders / "pwned").exists()


def test_a_screen_gets_little_of_the_environment() -> None:
    environment = {
        "HOME": "/home/ines",
        "LC_ALL": "C.UTF-8",
        "https_proxy": "http://proxy.example:3128",
        "TEXTUAL_DRIVER": "web",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "GITHUB_TOKEN": "secret",
        "SSH_AUTH_SOCK": "/tmp/agent",
        "PYTHONPATH": "/tmp",
    }
    assert set(server.reduced(environment)) == {"HOME", "LC_ALL", "https_proxy", "TEXTUAL_DRIVER"}


def test_standard_input_is_not_served() -> None:
    with pytest.raises(SetupError, match="standard input"):
        run("-")


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=str(port)):
            run(None, port)
