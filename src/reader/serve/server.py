"""textual-serve behind our own door: loopback only, no listing, no downloads, no shell, little of the environment."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

import textual_serve
from aiohttp import web
from textual_serve import server as textual_server
from textual_serve.app_service import AppService

from reader.errors import SetupError
from reader.serve.door import Door, Verdict

_HOST = "127.0.0.1"
# Each window is a screen of its own with its two processes, some 700 MB in all.
MOST_WINDOWS = 4
# What a screen needs of the environment: folders, language, the way to the web. Not the secrets that may be in it.
_KEPT = frozenset({"HOME", "PATH", "LANG", "USER", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "COLUMNS", "ROWS"})
_KEPT_BEGINNINGS = ("LC_", "XDG_", "TEXTUAL_", "TERM_PROGRAM")
_KEPT_ENDS = ("_PROXY", "_proxy")

_HEADERS = {
    # The page talks to nobody else: textual-serve's own would fetch a font from a stranger.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>On Record</title>
<link rel="stylesheet" href="/static/css/xterm.css">
<style>
html, body {{ margin: 0; height: 100%; background: #14171c; }}
#terminal {{ height: 100vh; }}
#over {{ display: none; position: fixed; top: 40%; width: 100%; text-align: center; color: #d7d3c8; font: 16px serif; }}
body.-closed #over {{ display: block; }}
</style>
<script src="/static/js/textual.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="ws://{host}/ws" data-font-size="16"></div>
<p id="over">The screen was closed. Reload the page to open it again.</p>
</body>
</html>
"""

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
        web.run_app(make_app(door, command(source)), sock=listening, print=None, access_log=None)


def address(door: Door, listening: socket.socket) -> str:
    """The address that lets one browser in."""
    return f"http://{_HOST}:{listening.getsockname()[1]}/?token={door.token}"


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
            token=request.query.get("token") if request.path == "/" else None,
            is_websocket=request.path == "/ws",
        )
        if verdict is Verdict.PASS:
            return await handler(request)
        if verdict is Verdict.ENTER:
            answer = web.Response(status=303, headers={"Location": "/"})
            answer.set_cookie(door.cookie_name, door.session, httponly=True, samesite="Strict", path="/")
            return answer
        return web.Response(status=403, text="Not let in. The address that was printed works once, in one browser.\n")

    app = web.Application(middlewares=[guard])
    app.on_response_prepare.append(_add_headers)
    app.router.add_get("/", _page)
    app.router.add_get("/ws", windows.open)
    app.router.add_static("/static", Path(textual_serve.__file__).parent / "static", show_index=False)
    return app


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


async def _page(request: web.Request) -> web.Response:
    # The host is one of the two that the door lets in.
    return web.Response(text=_PAGE.format(host=request.headers["Host"]), content_type="text/html")


class _Windows(textual_server.Server):
    """textual-serve's WebSocket, with a screen that no shell starts and a limit on how many there are."""

    def __init__(self, screen: Sequence[str]) -> None:
        super().__init__("", host=_HOST, title="On Record")
        self._screen = screen
        self._windows = 0

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Run one screen for as long as its window is open."""
        if self._windows >= MOST_WINDOWS:
            return web.Response(status=503, text=f"There are {MOST_WINDOWS} windows already.\n")
        self._windows += 1
        try:
            return await self._converse(request)
        finally:
            self._windows -= 1

    async def _converse(self, request: web.Request) -> web.WebSocketResponse:
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        screen = _Screen(
            self._screen,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,
            download_manager=self.download_manager,
        )
        try:
            await screen.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(websocket, screen)
        finally:
            await screen.stop()
        return websocket


def _cells(request: web.Request, name: str, default: int) -> int:
    given = request.query.get(name, "")
    return min(int(given), 500) if given.isascii() and given.isdigit() else default


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


def reduced(environment: Mapping[str, str]) -> dict[str, str]:
    """What of an environment a screen is given."""
    return {
        name: value
        for name, value in environment.items()
        if name in _KEPT or name.startswith(_KEPT_BEGINNINGS) or name.endswith(_KEPT_ENDS)
    }
