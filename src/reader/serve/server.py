"""textual-serve behind our own door: loopback only, no listing, no downloads, no shell, little of the environment."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import msgspec
import textual_serve
from aiohttp import WSCloseCode, WSMessage, WSMsgType, web
from textual_serve import server as textual_server
from textual_serve.app_service import AppService

from reader.errors import SetupError
from reader.serve.door import Door, Verdict
from reader.ui.terminal import MOST_CELLS

_HOST = "127.0.0.1"
# Each window is a screen of its own with its two processes, some 700 MB in all.
MOST_WINDOWS = 4
# How long a screen may take to end by itself: it has a position to save, and that takes milliseconds.
SECONDS_TO_END = 5
# What a screen needs of the environment: folders, language, the way to the web. Not the secrets that may be in it.
_KEPT = frozenset({"HOME", "PATH", "LANG", "USER", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "COLUMNS", "ROWS"})
_KEPT_BEGINNINGS = ("LC_", "XDG_", "TEXTUAL_", "TERM_PROGRAM")
_KEPT_ENDS = ("_PROXY", "_proxy")

# Keys work without a click first. A screen that has drawn nothing yet has not said either that it is out of focus.
_SCRIPT = """
new MutationObserver((_, watching) => {
  if (document.body.classList.contains("-first-byte")) {
    watching.disconnect();
    document.querySelector("#terminal textarea").focus();
  }
}).observe(document.body, {attributeFilter: ["class"]});
"""
_SCRIPT_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
_HEADERS = {
    # The page talks to nobody else: textual-serve's own would fetch a font from a stranger.
    "Content-Security-Policy": f"default-src 'none'; script-src 'self' 'sha256-{_SCRIPT_HASH}'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>On Record</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<style>
html, body {{ margin: 0; height: 100%; background: #14171c; }}
#terminal {{ height: 100vh; }}
#over {{
  display: none; position: fixed; inset: 0; z-index: 10; margin: 0; align-items: center; justify-content: center;
  background: #14171c; color: #d7d3c8; font: 16px serif;
}}
body.-closed #over {{ display: flex; }}
</style>
<script src="static/js/textual.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="ws://{host}{home}ws" data-font-size="16"></div>
<p id="over">The screen was closed. Reload the page to open it again.</p>
<script>{script}</script>
</body>
</html>
"""

_log = logging.getLogger(__name__)

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def run(source: str | None, port: int) -> None:
    """Serve until Ctrl+C.

    Raises:
        SetupError: the port cannot be had.
    """
    try:
        listening = socket.create_server((_HOST, port))
    except OSError as error:
        raise SetupError(f"Port {port} cannot be used: {error.strerror}.", "Choose another: --port 0") from error
    with listening:
        door = Door(listening.getsockname()[1])
        sys.stdout.write(f"Open this in a browser on this machine, once; Ctrl+C ends it.\n{address(door, listening)}\n")
        sys.stdout.flush()
        logging.getLogger().addHandler(faults_in_lines())
        app = make_app(door, command(source))
        web.run_app(app, sock=listening, print=None, access_log=None, shutdown_timeout=SECONDS_TO_END)


class _OneLine(logging.Formatter):
    """What went wrong, in a line of our words: what was sent here may hold anything, and a trace helps nobody."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name == __name__:
            return record.getMessage()
        kind = record.exc_info and record.exc_info[0]
        return f"Something that was sent here could not be answered{f' ({kind.__name__})' if kind else ''}."


def faults_in_lines() -> logging.StreamHandler[TextIO]:
    """What tells of each fault in one line on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine())
    handler.setLevel(logging.WARNING)
    return handler


def address(door: Door, listening: socket.socket) -> str:
    """The address that lets one browser in."""
    return f"http://{_HOST}:{listening.getsockname()[1]}{door.home}?token={door.token}"


def command(source: str | None) -> list[str]:
    """What runs one screen, as arguments: no shell reads the source."""
    # -P: the current folder must not shadow a module.
    run_one = [sys.executable, "-P", "-c", "from reader.serve import show; show()"]
    return run_one if source is None else [*run_one, source]


def make_app(door: Door, screen: Sequence[str]) -> web.Application:
    """The web application: one page, its scripts, and the WebSocket of a screen, all behind the door."""
    windows = _Windows(screen)

    @web.middleware
    async def guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
        verdict = door.judge(
            host=request.headers.get("Host", ""),
            origin=request.headers.get("Origin"),
            cookie=request.cookies.get(door.cookie_name),
            token=request.query.get("token") if (request.method, request.path) == ("GET", door.home) else None,
            is_websocket=request.path == f"{door.home}ws",
        )
        if verdict is Verdict.PASS:
            return await handler(request)
        if verdict is Verdict.ENTER:
            answer = web.Response(status=303, headers={"Location": door.home})
            answer.set_cookie(door.cookie_name, door.session, httponly=True, samesite="Strict", path=door.home)
            return answer
        return web.Response(status=403, text="Not let in. The address that was printed works once, in one browser.\n")

    async def page(request: web.Request) -> web.Response:
        # The host is one of the two that the door lets in.
        text = _PAGE.format(host=request.headers["Host"], home=door.home, script=_SCRIPT)
        return web.Response(text=text, content_type="text/html")

    app = web.Application(middlewares=[guard])
    app.on_response_prepare.append(_add_headers)
    app.on_shutdown.append(windows.close)
    app.router.add_get(door.home, page)
    app.router.add_get(f"{door.home}ws", windows.open)
    app.router.add_static(f"{door.home}static", Path(textual_serve.__file__).parent / "static", show_index=False)
    return app


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


class _Windows(textual_server.Server):
    """textual-serve's WebSocket, with a screen that no shell starts and a limit on how many there are."""

    def __init__(self, screen: Sequence[str]) -> None:
        super().__init__("", host=_HOST, title="On Record")
        self._screen = screen
        self._windows: set[web.WebSocketResponse] = set()

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Run one screen for as long as its window is open."""
        if len(self._windows) >= MOST_WINDOWS:
            return web.Response(status=503, text=f"There are {MOST_WINDOWS} windows already.\n")
        websocket = web.WebSocketResponse(heartbeat=15)
        self._windows.add(websocket)
        try:
            await websocket.prepare(request)
            await self._converse(request, websocket)
        finally:
            self._windows.remove(websocket)
        return websocket

    async def close(self, app: web.Application) -> None:
        """Close every window: the server would wait for them to be closed by hand."""
        prepared = [websocket for websocket in self._windows if websocket.prepared]
        await asyncio.gather(*(websocket.close(code=WSCloseCode.GOING_AWAY) for websocket in prepared))

    async def _converse(self, request: web.Request, websocket: web.WebSocketResponse) -> None:
        screen = _Screen(
            self._screen,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,
            download_manager=self.download_manager,
        )
        try:
            await screen.start(_cells(request.query.get("width"), 80), _cells(request.query.get("height"), 24))
            await self._process_messages(websocket, screen)
        finally:
            await screen.stop()

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        """Pass on what a window sends, until it closes; one that sends anything else is closed."""
        async for message in websocket:
            if not await _pass_on(message, websocket, app_service):
                _log.warning("A window sent what no screen understands; it was closed.")
                await websocket.close(code=WSCloseCode.POLICY_VIOLATION)


async def _pass_on(message: WSMessage, websocket: web.WebSocketResponse, screen: AppService) -> bool:
    """Do what a message says: keys, a size, a sign of life, the focus; whether it was one of these."""
    try:
        said = msgspec.json.decode(message.data) if message.type is WSMsgType.TEXT else None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    match said:
        case ["stdin", str(keys)]:
            await screen.send_bytes(keys.encode())
        case ["resize", {"width": width, "height": height}]:
            await screen.set_terminal_size(width, height)
        case ["ping", sent]:
            await websocket.send_json(["pong", sent])
        case ["blur", *_]:
            await screen.blur()
        case ["focus", *_]:
            await screen.focus()
        case _:
            return False
    return True


def _cells(given: object, default: int) -> int:
    text = str(given)
    is_number = text.isascii() and text.isdigit() and len(text) < 20
    return max(1, min(int(text), MOST_CELLS)) if is_number else default


class _Screen(AppService):
    """One screen in a process of its own."""

    def __init__(self, screen: Sequence[str], **channels: object) -> None:
        super().__init__("", **channels)  # type: ignore[arg-type] # passed on as textual-serve takes them
        self._command_line = screen

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *self._command_line,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            # What a screen complains of may quote the article, and would reach this terminal raw.
            stderr=asyncio.subprocess.DEVNULL,
            env=reduced(self._build_environment(width=width, height=height)),
            # No terminal: the screen must not ask the one that the server was started on.
            start_new_session=True,
        )
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        self._process, self._stdin = process, process.stdin
        return process

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the screen how large its window is now."""
        await super().set_terminal_size(_cells(width, 80), _cells(height, 24))

    async def stop(self) -> None:
        """End the screen: it is asked to, and made to when it does not."""
        process = self._process
        if process is None:
            return
        endings = [asyncio.create_task(super().stop()), asyncio.create_task(process.wait())]
        try:
            await asyncio.wait(endings, timeout=SECONDS_TO_END)
        finally:
            # Its workers see it end, and end too.
            if process.returncode is None:
                process.kill()
        await asyncio.gather(*endings)


def reduced(environment: Mapping[str, str]) -> dict[str, str]:
    """What of an environment a screen is given."""
    return {
        name: value
        for name, value in environment.items()
        if name in _KEPT or name.startswith(_KEPT_BEGINNINGS) or name.endswith(_KEPT_ENDS)
    }
