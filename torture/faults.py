"""Servers that break the rules of HTTP, each one way: what they send, and whether there is a page in it."""

from __future__ import annotations

import contextlib
import gzip
import socket
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from torture.pages import page

BODY = page({}).encode()
Expected = Literal["page", "error", "either"]
Script = Callable[[socket.socket], None]
# Between two bytes of a drip: shorter than any silence a fetch allows, so that only the limit on the whole can end it.
DRIP_SECONDS = 0.2
# Against a machine that is too busy to end them: no drip is longer.
_DRIPS = 2_000


class Fault(NamedTuple):
    """One way of breaking: `send` is called with each connection once its request is there, or at once if `early`."""

    name: str
    expected: Expected
    send: Script
    early: bool = False


def _head(*lines: str, status: str = "HTTP/1.1 200 OK", length: int | None = None) -> bytes:
    named = ["Content-Type: text/html; charset=utf-8", "Connection: close", *lines]
    named += [] if length is None else [f"Content-Length: {length}"]
    return "\r\n".join([status, *named, "", ""]).encode("utf-8", "surrogateescape")


def _chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)


WHOLE = _head(length=len(BODY)) + BODY
IN_CHUNKS = _head("Transfer-Encoding: chunked") + _chunked(BODY[:500], BODY[500:]) + b"0\r\n\r\n"


def _send(*parts: bytes) -> Script:
    def send(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)

    return send


def _drip(first: bytes, again: bytes) -> Script:
    """Send something, then something else byte by byte without end."""

    def send(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(_DRIPS):
            for at in range(len(again)):
                connection.sendall(again[at : at + 1])
                time.sleep(DRIP_SECONDS)

    return send


def _silent(first: bytes) -> Script:
    def send(connection: socket.socket) -> None:
        connection.sendall(first)
        time.sleep(_DRIPS * DRIP_SECONDS)

    return send


def _reset(first: bytes) -> Script:
    """Send something, then break off without a goodbye."""

    def send(connection: socket.socket) -> None:
        connection.sendall(first)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return send


def _endless(first: bytes, again: bytes) -> Script:
    """Send something, then something else without end, as fast as it goes."""

    def send(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(again)

    return send


def _drips() -> Iterator[Fault]:
    head = _head()
    chunked = _head("Transfer-Encoding: chunked")
    drips = {
        "the status line": (b"HTTP/1.1 200 ", b"O"),
        "a header's name": (b"HTTP/1.1 200 OK\r\nX-", b"a"),
        "a header's value": (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        "short headers": (b"HTTP/1.1 200 OK\r\n", b"a:b\r\n"),
        "a chunk's size": (chunked, b"0"),
        "a chunk's extension": (chunked + b"5;", b"a"),
        "a chunk": (chunked + b"fffff\r\n", b"a"),
        "small chunks": (chunked, b"1\r\na\r\n"),
        "the trailer": (chunked + _chunked(BODY) + b"0\r\n", b"a:b\r\n"),
        "a trailer's value": (chunked + _chunked(BODY) + b"0\r\nX: ", b"a"),
        "a body of some length": (_head(length=99_999), b"a"),
        "a body of no length": (head, b"a"),
        "a packed body": (_head("Content-Encoding: gzip"), gzip.compress(BODY)),
        "100 Continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        "103 Early Hints": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        "blank lines": (b"", b"\r\n"),
        "a redirect's target": (b"HTTP/1.1 302 Found\r\nLocation: /", b"a"),
        "a redirect's body": (_head("Location: /", status="HTTP/1.1 302 Found", length=99_999), b"a"),
        "the body of a refusal": (_head(status="HTTP/1.1 403 Forbidden"), b"a"),
    }
    for name, (first, again) in drips.items():
        yield Fault(f"a drip in {name}", "error", _drip(first, again))
    for name in ("the status line", "a header's value", "a body of no length", "a chunk"):
        yield Fault(f"silence in {name}", "error", _silent(drips[name][0]))
    yield Fault("silence from the start", "error", _silent(b""), early=True)
    for name in (
        "100 Continue",
        "short headers",
        "small chunks",
        "a header's value",
        "blank lines",
        "a body of no length",
    ):
        yield Fault(f"no end to {name}", "error", _endless(drips[name][0], drips[name][1] * 500))


def _broken_off() -> Iterator[Fault]:
    chunked = _head("Transfer-Encoding: chunked")
    places = {
        "at once": b"",
        "in the status line": b"HTTP/1.1 2",
        "behind the status line": b"HTTP/1.1 200 OK\r\n",
        "in the headers": _head()[:40],
        "behind the headers": _head(length=len(BODY)),
        "in the body": WHOLE[:-200],
        "a byte before the end": WHOLE[:-1],
        "in a chunk's size": chunked + b"5",
        "in a chunk": chunked + _chunked(BODY)[:-200],
        "before the last chunk": chunked + _chunked(BODY),
        "in the last chunk": chunked + _chunked(BODY) + b"0\r\n",
    }
    for name, first in places.items():
        # Everything is there in the last one, but for an empty line.
        expected: Expected = "either" if name == "in the last chunk" else "error"
        yield Fault(f"a reset {name}", "either" if name == "in the last chunk" else "error", _reset(first))
        yield Fault(f"an end {name}", expected, _send(first))


def _lengths() -> Iterator[Fault]:
    wrong: dict[str, Expected] = {
        str(len(BODY) + 100): "error",
        str(len(BODY) - 100): "either",  # a page is as long as its length says
        "0": "error",
        "-5": "either",
        "abc": "either",
        "²": "either",
        "1e3": "either",
        "9" * 30: "error",
        "9" * 5_000: "error",
        "+5": "either",
        "0x10": "either",
        "": "either",
        "5, 5": "either",
        f"{len(BODY)}\r\nContent-Length: {len(BODY)}": "page",
        f"{len(BODY)}\r\nContent-Length: 5": "either",
    }
    for value, expected in wrong.items():
        send = _send(_head(f"Content-Length: {value}") + BODY)
        yield Fault(f"a length of {value[-30:]!r}, {len(value)} characters", expected, send)
    yield Fault(
        "a length beside chunks", "either", _send(_head("Transfer-Encoding: chunked", length=5) + IN_CHUNKS[-99:])
    )


def _chunks() -> Iterator[Fault]:
    chunked = _head("Transfer-Encoding: chunked")
    sizes: dict[str, tuple[bytes, Expected]] = {
        "that is none": (b"zz\r\n" + BODY, "error"),
        "below nothing": (b"-5\r\n" + BODY, "error"),
        "of 30 digits": (b"f" * 30 + b"\r\n" + BODY, "error"),
        "of 100,000 digits": (b"f" * 100_000 + b"\r\n" + BODY, "error"),
        "with 0x": (b"0x%x\r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n", "either"),
        "with spaces": (b"  %x  \r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n", "either"),
        "without a line break": (b"%x\n" % len(BODY) + BODY + b"\n0\n\n", "either"),
        "with 1 MB behind it": (b"%x;" % len(BODY) + b"a" * 1_000_000 + b"\r\n" + BODY + b"\r\n0\r\n\r\n", "either"),
        "too small": (b"5\r\n" + BODY + b"\r\n0\r\n\r\n", "error"),
    }
    for name, (sent, expected) in sizes.items():
        yield Fault(f"a chunk of a size {name}", expected, _send(chunked + sent))
    trailers = b"0\r\n" + b"a: b\r\n" * 200_000 + b"\r\n"
    yield Fault("a trailer of 200,000 lines", "either", _send(chunked + _chunked(BODY) + trailers))
    yield Fault("a chunk for each byte", "page", _send(chunked, _chunked(*(bytes([b]) for b in BODY)), b"0\r\n\r\n"))


def _packed() -> Iterator[Fault]:
    packed = gzip.compress(BODY)
    bomb = _bomb(200_000_000)
    raw = zlib.compressobj(wbits=-15)
    bodies: dict[str, tuple[str, bytes, Expected]] = {
        "cut in half": ("gzip", packed[: len(packed) // 2], "error"),
        "without its last 4 bytes": ("gzip", packed[:-4], "error"),
        "without its last 8 bytes": ("gzip", packed[:-8], "error"),
        "with a wrong sum": ("gzip", packed[:-8] + b"\0" * 8, "error"),
        "with something behind it": ("gzip", packed + b"garbage", "either"),
        "in two parts": ("gzip", gzip.compress(BODY[:500]) + gzip.compress(BODY[500:]), "page"),
        "that is plain": ("gzip", BODY, "error"),
        "that is nothing": ("gzip", b"", "error"),
        "of 200 MB in 200 KB": ("gzip", bomb, "error"),
        "packed twice, of 200 MB": ("gzip, gzip", gzip.compress(bomb), "error"),
        "said to be packed 30 times": (", ".join(["gzip"] * 30), packed, "error"),
        "as zlib": ("deflate", zlib.compress(BODY), "page"),
        "as raw deflate": ("deflate", raw.compress(BODY) + raw.flush(), "page"),
        "cut, as zlib": ("deflate", zlib.compress(BODY)[:-300], "error"),
        "said to be br": ("br", BODY, "either"),
        "said to be zstd": ("zstd", BODY, "either"),
        "said to be of no kind": ("xyz", BODY, "either"),
    }
    for name, (coding, sent, expected) in bodies.items():
        send = _send(_head(f"Content-Encoding: {coding}", length=len(sent)) + sent)
        yield Fault(f"a packed body {name}", expected, send)
    half = _chunked(packed[: len(packed) // 2]) + b"0\r\n\r\n"
    chunked = _head("Content-Encoding: gzip", "Transfer-Encoding: chunked")
    yield Fault("a packed body cut in half, in whole chunks", "error", _send(chunked + half))


def _bomb(size: int) -> bytes:
    made = zlib.compressobj(9, wbits=31)
    return b"".join(made.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + made.flush()


_STATUS_LINES: dict[str, Expected] = {
    "HTTP/1.0 200 OK": "page",
    "HTTP/1.1 200": "page",
    "HTTP/2.0 200 OK": "either",
    "HTTP/9.9 200 OK": "either",
    "http/1.1 200 OK": "either",
    "ICY 200 OK": "either",
    "HTTP/1.1 000 No": "error",
    "HTTP/1.1 99 No": "error",
    "HTTP/1.1 1000 No": "error",
    "HTTP/1.1 2xx No": "error",
    "HTTP/1.1 -200 No": "error",
    "HTTP/1.1": "error",
    "SSH-2.0-OpenSSH_9.2": "either",
    "\x1b[2J\x1b]0;title\x07": "either",
    "HTTP/1.1 200 " + "a" * 1_000_000: "either",
    "HTTP/1.1 404 \x1b[31mNo": "error",
}
_HEADERS = {
    "200,000 headers": ("a: b",) * 200_000,
    "a header of 10 MB": ("a: " + "b" * 10_000_000,),
    "a header without a colon": ("nothing",),
    "a header with NUL": ("a: \0b\0",),
    "a header with codes": ("a\x1b[31m: \x1b]0;x\x07",),
    "a header folded": ("a: b\r\n  c",),
    "a header beginning with a space": (" a: b",),
    "a header of no ASCII": ("ä: ü\udcff",),
    "two types": ("Content-Type: application/pdf",),
    "a type of 1 MB": ("Content-Type: " + "a" * 1_000_000,),
    "a charset of 1 MB": ("Content-Type: text/html; charset=" + "a" * 1_000_000,),
    "a cookie of 1 MB": ("Set-Cookie: a=" + "b" * 1_000_000,),
    "5,000 cookies": ("Set-Cookie: a=b; Expires=Wed, 99 Foo 99999 99:99:99 GMT",) * 5_000,
    "a cookie with codes": ("Set-Cookie: a=\x1b[31m; Domain=\x00; Path=\x9b",),
    "a date of nowhere": ("Date: " + "9" * 5_000, "Last-Modified: never"),
}


def _lines() -> Iterator[Fault]:
    for line, expected in _STATUS_LINES.items():
        send = _send(_head(status=line, length=len(BODY)) + BODY)
        yield Fault(f"a status line of {line[:24]!r}", expected, send)
    yield Fault("a body and nothing else", "either", _send(BODY))
    for name, lines in _HEADERS.items():
        yield Fault(name, "either", _send(_head(*lines, length=len(BODY)) + BODY))


def _redirects() -> Iterator[Fault]:
    targets = {
        "to itself": "/",
        "to a file": "file:///etc/hostname",
        "to a script": "javascript:alert(1)",
        "to FTP": "ftp://127.0.0.1/",
        "to data": "data:text/html,hello",
        "to a port where nobody is": "http://127.0.0.1:1/",
        "to no host": "http:///x",
        "to half an address": "http://[::1",
        "to a port that is none": "http://127.0.0.1:99999/",
        "to a port of letters": "http://127.0.0.1:port/",
        "to codes": "http://127.0.0.1/\x1b[2J\x1b]0;x\x07",
        "to a host with codes": "http://\x1b[31m.example/",
        "to 1 MB": "/" + "a" * 1_000_000,
        "to a label of 100 letters": f"http://{'a' * 100}.example/",
        "to a host of 100,000 dots": "http://" + "." * 100_000 + "/",
        "to nowhere": "",
        "to a password": "http://user:secret@127.0.0.1:1/",
        "to spaces": "http://127.0.0.1 :1/ a b",
        "to a backslash": "http:\\\\127.0.0.1:1\\",
    }
    for name, target in targets.items():
        head = _head(f"Location: {target}", status="HTTP/1.1 302 Found", length=len(BODY))
        yield Fault(f"a redirect {name}", "either" if name == "to nowhere" else "error", _send(head + BODY))
    yield Fault("redirects without end", "error", _further)
    moved = _head("Location: /a", "Location: /b", status="HTTP/1.1 301 Moved", length=0)
    yield Fault("a redirect to two places", "error", _send(moved))


def _further(connection: socket.socket) -> None:
    target = f"/{time.monotonic_ns()}"
    connection.sendall(_head(f"Location: {target}", status="HTTP/1.1 307 Temporary Redirect", length=0))


def _answers() -> Iterator[Fault]:
    for status in (204, 205, 206, 300, 304, 400, 402, 405, 418, 421, 425, 451, 500, 503, 511, 599, 999):
        expected: Expected = "either" if status in (204, 205, 206) else "error"
        head = _head("Retry-After: 999999999", status=f"HTTP/1.1 {status} What", length=len(BODY))
        yield Fault(f"an answer of {status}", expected, _send(head + BODY))
    contents = {
        "a PDF": b"%PDF-1.7\n" + b"x" * 1_000,
        "an image": b"\x89PNG\r\n\x1a\n" + b"x" * 1_000,
        "nothing": b"",
        "white space": b" \n" * 10_000,
        "NUL": b"\0" * 10_000,
        "25 MB": b"a " * 12_500_000,
        "a feed": b'<?xml version="1.0"?><rss><channel></channel></rss>',
        "comments before a feed": b"<!-- a -->" * 200 + b"<rss>",
    }
    for name, content in contents.items():
        expected = "either" if name in ("NUL", "comments before a feed") else "error"
        yield Fault(f"a page that is {name}", expected, _send(_head(length=len(content)) + content))
    for name, sent in {
        "plain words": WHOLE,
        "nonsense": b"\x16\x03\x01\xff\xff" * 99,
        "an alert": b"\x15\x03\x03\x00\x02\x02\x28",
    }.items():
        yield Fault(f"TLS answered with {name}", "error", _send(sent), early=True)
    yield Fault("TLS answered with a reset", "error", _reset(b""), early=True)
    yield Fault("TLS answered with silence", "error", _silent(b""), early=True)
    yield Fault(
        "TLS answered with a drip", "error", _drip(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc", b"\x03"), early=True
    )


def all_faults() -> list[Fault]:
    """Every fault, and two pages without one, which must be read."""
    sound = [Fault("nothing wrong", "page", _send(WHOLE)), Fault("chunks, nothing wrong", "page", _send(IN_CHUNKS))]
    makers = (_drips, _broken_off, _lengths, _chunks, _packed, _lines, _redirects, _answers)
    return [*sound, *(fault for make in makers for fault in make())]


def served(listening: socket.socket, fault: Fault) -> None:
    """Answer every connection with the fault, one after the other, until the process ends."""
    while True:
        connection, _ = listening.accept()
        with connection, contextlib.suppress(OSError):
            if not fault.early:
                connection.recv(65_536)
            fault.send(connection)
