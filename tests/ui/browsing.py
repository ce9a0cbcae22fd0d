"""A browser window for a test: headless Chromium where it is installed, else its WebSocket alone."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import re
import shutil
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from yarl import URL

from waiting import PATIENCE

# What a key of a US keyboard is to the browser; xterm.js goes by the code.
KEYS = {"]": ("BracketRight", 221)}
# Headless, at rest, and without the look-ups of its own that Chromium makes at every start.
_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1300,800",
]

_CODES = re.compile(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07)")

Window = tuple[Callable[[], str], Callable[[str], Any]]


def text_of(seen: bytes) -> str:
    """What was drawn, without the codes that say where and in which colours."""
    return _CODES.sub("", seen.decode(errors="replace"))


async def until(shown: Callable[[], str], words: str) -> None:
    """Wait for words to be drawn."""
    give_up = time.monotonic() + PATIENCE
    while words not in shown():
        assert time.monotonic() < give_up, " ".join(shown().split())[-2000:]
        await asyncio.sleep(0.05)


@asynccontextmanager
async def running(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let something run beside."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


@asynccontextmanager
async def websocket_window(session: aiohttp.ClientSession, url: str) -> AsyncIterator[Window]:
    """What the page of a browser does, without the page: let in by the token, then the WebSocket."""
    seen = bytearray()
    async with session.get(url) as page:
        assert page.status == 200
    target = page.url.join(URL("ws?width=130&height=40"))
    async with session.ws_connect(target, origin=str(page.url.origin())) as socket:

        async def listen() -> None:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.BINARY:
                    seen.extend(message.data)

        async def press(key: str) -> None:
            await socket.send_json(["stdin", key])

        async with running(listen()):
            yield lambda: text_of(seen), press


@asynccontextmanager
async def chromium_window(session: aiohttp.ClientSession, url: str, folder: Path) -> AsyncIterator[Window]:
    """Chromium, driven over its debugging socket; what it shows is what came over the page's own WebSocket."""
    program = shutil.which("chromium")
    assert program
    process = await asyncio.create_subprocess_exec(
        program,
        *_QUIET,
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port_file = folder / "DevToolsActivePort"
        await until(lambda: port_file.read_text() if port_file.exists() else "", "\n")
        port = port_file.read_text().splitlines()[0]
        async with session.get(f"http://127.0.0.1:{port}/json") as answer:
            (tab,) = [target for target in await answer.json() if target["type"] == "page"]
        async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
            seen = bytearray()
            numbers = itertools.count(1)

            async def call(method: str, **values: object) -> None:
                await socket.send_json({"id": next(numbers), "method": method, "params": values})

            async def listen() -> None:
                async for message in socket:
                    event = json.loads(message.data)
                    if event.get("method") == "Network.webSocketFrameReceived":
                        frame = event["params"]["response"]
                        if frame["opcode"] == 2:
                            seen.extend(base64.b64decode(frame["payloadData"]))

            async def press(key: str) -> None:
                code, number = KEYS[key]
                values = {"key": key, "code": code, "windowsVirtualKeyCode": number}
                await call("Input.dispatchKeyEvent", type="keyDown", text=key, **values)
                await call("Input.dispatchKeyEvent", type="keyUp", **values)

            async with running(listen()):
                await call("Network.enable")
                await call("Page.navigate", url=url)
                yield lambda: text_of(seen), press
                await call("Browser.close")
                await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
