"""Who may come in: decides on each request by its host, its origin, its cookie and the one-time token. No I/O.

A server on 127.0.0.1 is open to every program and every web page on the machine. The token keeps out those that were
not given the address; the Host check keeps out a name that was pointed at 127.0.0.1 (DNS rebinding); the Origin check
keeps out pages that open a WebSocket, which no browser asks permission for. A browser sends the cookies of 127.0.0.1 to
every port of it, so to other people's servers on the machine too: ours is for a path that nobody else's server has.
"""

from __future__ import annotations

import secrets
from enum import Enum

# 256 bits: not to be guessed.
_TOKEN_BYTES = 32
# The path stands in the address all the time, so the cookie is the secret; this only has to be met nowhere by chance.
_PATH_BYTES = 12


class Verdict(Enum):
    """What becomes of a request."""

    ENTER = "the token is right: give the cookie, and take the token out of the address"
    PASS = "the cookie is right"
    REFUSE = "not let in"


class Door:
    """One token, good for one browser; and the cookie that it is exchanged for.

    Args:
        port: where the server listens; part of what a request must name.
    """

    def __init__(self, port: int) -> None:
        self.token: str = secrets.token_urlsafe(_TOKEN_BYTES)
        self.session: str = secrets.token_urlsafe(_TOKEN_BYTES)
        self.home = f"/{secrets.token_urlsafe(_PATH_BYTES)}/"
        # Two of our own servers on a machine: the name tells their cookies apart.
        self.cookie_name = f"onrecord-{port}"
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._is_token_used = False

    def judge(
        self, *, host: str, origin: str | None, cookie: str | None, token: str | None, is_websocket: bool
    ) -> Verdict:
        """Decide on a request.

        Args:
            host: its Host header.
            origin: its Origin header; browsers send one with every WebSocket.
            cookie: what it has under `cookie_name`.
            token: what it has as a token in the address; only when it gets the front page, `home`.
            is_websocket: it asks for the path of the WebSocket.
        """
        if host not in self._hosts:
            return Verdict.REFUSE
        if origin is None and is_websocket:
            return Verdict.REFUSE
        if origin is not None and origin != f"http://{host}":
            return Verdict.REFUSE
        if cookie is not None and _same(cookie, self.session):
            return Verdict.ENTER if token is not None else Verdict.PASS
        if token is None or is_websocket or self._is_token_used or not _same(token, self.token):
            return Verdict.REFUSE
        self._is_token_used = True
        return Verdict.ENTER


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), secret.encode())
