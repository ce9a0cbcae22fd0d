"""Opening connections: to which addresses, and until when. What urllib3 has no setting for hooks in here.

urllib3's time limits hold for one connection attempt and for one silence, so a server that sends a byte a second in its
status line, headers, chunk sizes, trailers or one "100 Continue" after another is waited for without end; looking a
name up has no limit at all. Here a clock runs for the whole fetch, and what is open when it has run out is shut.
"""

import contextlib
import http.client
import io
import socket
import threading
import time
from concurrent.futures import Future
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.poolmanager import PoolManager
from urllib3.util.connection import create_connection

from reader.errors import FetchError
from reader.fetch import addresses

# All lines of an answer together: status, headers, sizes of chunks, trailers. Pages send up to some 30 kB of headers,
# and a page of 3 MB in chunks of 100 bytes has 150 kB of sizes. http.client takes 64 kB a line, of trailers any number.
MAX_LINE_BYTES = 1_000_000


class Way:
    """How far one fetch may go.

    Args:
        seconds: for everything, redirects included.
        silence: seconds for one attempt to connect, and for one silence of the server.
        is_private_open: whether it may go to this machine and the network it stands in.
        ends: closes what is opened on the way.
    """

    def __init__(self, seconds: float, silence: float, *, is_private_open: bool, ends: contextlib.ExitStack) -> None:
        self._deadline = time.monotonic() + seconds
        self._silence, self._ends = silence, ends
        self._is_private_open = is_private_open
        self.is_private = False
        """Whether it has gone to this machine and its network alone."""

    @property
    def left(self) -> float:
        """Seconds that are left, none below 0."""
        return max(0.0, self._deadline - time.monotonic())

    @property
    def patience(self) -> float:
        """Seconds for what comes next."""
        return min(self._silence, self.left)

    def check(self) -> None:
        """Raise TimeoutError once the time is over."""
        if not self.left:
            raise TimeoutError

    def may_lead(self, *, is_private: bool) -> bool:
        """Say whether it may go on to an address: a private one only where everything before was private too."""
        return self._is_private_open or not is_private

    def led(self, *, is_private: bool) -> None:
        """Take note of where it went: from a public address none leads to a private one any more."""
        self.is_private = self._is_private_open = self._is_private_open and is_private

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """Connect to the first address of a host that takes it, each looked at before anything is sent there."""
        host, port = connection._dns_host, connection.port
        try:
            found = _looked_up(host.strip("[]"), port, self.patience)
        except (socket.gaierror, UnicodeError) as error:
            raise NameResolutionError(host, connection, socket.gaierror(str(error))) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(connection, "too slow") from error
        last: OSError | None = None
        for address in found:
            is_private = connection.proxy is None and not addresses.is_public(address)
            if not self.may_lead(is_private=is_private):
                continue
            try:
                opened = create_connection((address, port), self.patience, socket_options=connection.socket_options)
            except OSError as error:
                last = error
                continue
            self._watch(opened)
            if connection.proxy is None:
                self.led(is_private=is_private)
            return opened
        if last is None:
            raise refusal(host)
        if isinstance(last, TimeoutError):
            raise ConnectTimeoutError(connection, "too slow") from last
        raise NewConnectionError(connection, str(last)) from last

    def _watch(self, opened: socket.socket) -> None:
        """Shut a connection when the time is over, whoever waits for it then and for what."""
        # TLS takes the socket over and closes its first owner; the twin stays a way to the connection.
        twin = self._ends.enter_context(opened.dup())
        clock = threading.Timer(self.left, _shut, [twin])
        clock.daemon = True
        clock.start()
        self._ends.callback(clock.join)
        self._ends.callback(clock.cancel)


def refusal(host: str) -> FetchError:
    """The error for an address that is not gone to."""
    return FetchError(
        f"{host} is on this machine or its own network, where only an address that you give yourself may lead.",
        "If you mean to read what is there, give its address yourself.",
    )


def _shut(opened: socket.socket) -> None:
    with contextlib.suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host. The system's look-up cannot be ended: past its time it is left to itself."""
    found: Future[list[str]] = Future()

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.set_result([str(address[0]) for *_, address in entries])
        except (OSError, UnicodeError) as error:
            found.set_exception(error)

    threading.Thread(target=look_up, daemon=True).start()
    return found.result(seconds)


class _Lines(io.BufferedReader):
    """The bytes of an answer, of whose lines only so many are taken."""

    _left = MAX_LINE_BYTES

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        self._left -= len(line)
        if self._left < 0:
            raise http.client.LineTooLong("all lines together")
        return line


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp: io.BufferedReader = _Lines(self.fp.detach())  # a SocketIO, which reads raw


class _OnTheWay:
    """What makes a connection of urllib3 go the way it is given."""

    response_class: type[http.client.HTTPResponse] = _Answer

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._way = way

    def _new_conn(self) -> socket.socket:
        assert isinstance(self, HTTPConnection)
        return self._way.connect(self)


class _Http(_OnTheWay, HTTPConnection):
    pass


class _Https(_OnTheWay, HTTPSConnection):
    pass


def put_on(way: Way, pools: PoolManager, url: str) -> None:
    """Have what `pools` opens for an address go this way."""
    pool = pools.connection_from_url(url)
    pool.ConnectionCls = _Https if pool.scheme == "https" else _Http
    pool.conn_kw["way"] = way
