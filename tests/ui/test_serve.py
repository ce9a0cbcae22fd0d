"""The screen in a browser, over real HTTP and WebSockets: only the token lets in, and keys reach the screen."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

import aiohttp
import dam_story
import pytest
from aiohttp import web
from browsing import chromium_window, until, websocket_window

from reader.errors import SetupError
from reader.serve import run, server
from reader.serve.door import Door


class Served(NamedTuple):
    door: Door
    host: str
    url: str


async def _serve(stack: AsyncExitStack, screen: list[str]) -> Served:
    listening = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    door = Door(listening.getsockname()[1])
    runner = web.AppRunner(server.make_app(door, screen))
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.SockSite(runner, listening).start()
    return Served(door, f"127.0.0.1:{listening.getsockname()[1]}", server.address(door, listening))


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with AsyncExitStack() as stack:
        # A program that would leave a trace if it were ever started.
        yield await _serve(stack, [sys.executable, "-c", "open('started', 'w')"])


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session


async def status(session: aiohttp.ClientSession, url: str, **headers: str) -> int:
    async with session.get(url, headers=headers) as answer:
        return answer.status


async def test_the_token_lets_one_browser_in(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.get(served.url) as page:
        assert page.status == 200
        assert str(page.url) == f"http://{served.host}/"
        assert "token" not in str(page.url)
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
    (cookie,) = browser.cookie_jar
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie.value != served.door.token
    assert await status(browser, f"http://{served.host}/static/js/textual.js") == 200
    async with aiohttp.ClientSession() as another:
        assert await status(another, served.url) == 403


PATHS = ["/", "/?token=wrong", "/?token=", "/static/js/textual.js", "/static/", "/ws", "/ws?token=", "/elsewhere"]


@pytest.mark.parametrize("path", PATHS)
async def test_without_the_token_nothing_is_shown(served: Served, path: str) -> None:
    async with aiohttp.ClientSession() as stranger:
        assert await status(stranger, f"http://{served.host}{path}") == 403


async def test_a_name_pointed_at_this_machine_is_refused(served: Served, browser: aiohttp.ClientSession) -> None:
    assert await status(browser, served.url, Host=f"evil.example:{served.door.cookie_name}") == 403
    assert await status(browser, served.url) == 200
    assert await status(browser, f"http://{served.host}/", Host="evil.example") == 403


async def test_folders_are_not_listed(served: Served, browser: aiohttp.ClientSession) -> None:
    assert await status(browser, served.url) == 200
    assert await status(browser, f"http://{served.host}/static/") == 403
    assert await status(browser, f"http://{served.host}/static/../door.py") == 404
    assert await status(browser, f"http://{served.host}/download/key") == 404


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
    origin = f"http://{served.host}" if origin == "own" else origin
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await browser.ws_connect(f"ws://{served.host}/ws", origin=origin)
    assert refused.value.status == 403
    assert not (own_folders / "started").exists()


async def test_more_windows_than_there_is_room_for(own_folders: Path, browser: aiohttp.ClientSession) -> None:
    waiting = [sys.executable, "-c", "import sys; print('__GANGLION__', flush=True); sys.stdin.read()"]
    async with AsyncExitStack() as stack:
        served = await _serve(stack, waiting)
        assert await status(browser, served.url) == 200
        address, origin = f"ws://{served.host}/ws", f"http://{served.host}"
        windows = [await browser.ws_connect(address, origin=origin) for _ in range(server.MOST_WINDOWS)]
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await browser.ws_connect(address, origin=origin)
        assert refused.value.status == 503
        for window in windows:
            await window.close()


@pytest.fixture
def story(own_folders: Path) -> str:
    # A name that a shell would run.
    path = own_folders / "$(touch pwned); dam.txt"
    path.write_text(f"{dam_story.HEADLINE}\n\n{dam_story.TEXT}", encoding="utf-8")
    return str(path)


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
        await until(shown, "cracks")
        await until(shown, "quotes, ")
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
