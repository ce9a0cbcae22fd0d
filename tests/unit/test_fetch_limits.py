"""What a server may send and how long it may take: all of an answer ends by one deadline, and none of it floods."""

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from reader.errors import FetchError
from reader.fetch import packing, web
from waiting import PATIENCE

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
PAGE = b"<!doctype html><html><body><p>The ferry left Brindle at dawn.</p></body></html>"
# Looks like TLS for as long as it comes.
HANDSHAKE = b"\x16\x03\x03\x10\x00"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine must not stand between the test and its own server."""
    monkeypatch.setenv("no_proxy", "*")


@contextmanager
def server(begun: bytes, then: bytes = b"", pause: float | None = None) -> Iterator[str]:
    """A server that sends one thing, then another again and again; without a pause between, it closes at once."""
    is_over = threading.Event()

    def serve(listener: socket.socket) -> None:
        try:
            while not is_over.is_set():
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(PATIENCE)
                    connection.recv(4096)
                    connection.sendall(begun)
                    while pause is not None and not is_over.wait(pause):
                        connection.sendall(then)
                    connection.shutdown(socket.SHUT_WR)
        except OSError:  # the other side has gone, or the test is over
            pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            is_over.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def outcome(url: str, **limits: float) -> str:
    try:
        return web.fetch(url, **limits).content.decode()  # type: ignore[arg-type]
    except FetchError as error:
        return error.message if error.hint else "no hint"


DRIPS = {
    "nothing": (b"", b""),
    "a status line": (b"HTTP/1.1 200 O", b"K"),
    "one header": (OK + b"X-Ferry: ", b"a"),
    "headers": (OK, b"X-Ferry: a\r\n"),
    "promises": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "where it redirects": (b"HTTP/1.1 302 Found\r\nLocation: /", b"a"),
    "the size of a chunk": (CHUNKED, b"0"),
    "what is said of a chunk": (CHUNKED + b"1;", b"a"),
    "chunks": (CHUNKED, b"1\r\na\r\n"),
    "trailers": (CHUNKED + b"1\r\na\r\n0\r\n", b"X-Ferry: a\r\n"),
    "a body": (OK + b"\r\n", b"a"),
    "a handshake": (HANDSHAKE, b"\x00"),
}


def test_whatever_comes_byte_by_byte_ends_by_the_deadline() -> None:
    def dripped(name: str) -> str:
        with server(*DRIPS[name], pause=0.05) as url:
            return outcome(url.replace("http:", "https:") if name == "a handshake" else url, whole=0.5)

    with ThreadPoolExecutor(len(DRIPS)) as pool:
        said = dict(zip(DRIPS, pool.map(dripped, DRIPS), strict=True))
    assert said == dict.fromkeys(DRIPS, "127.0.0.1 takes too long to answer.")


def test_nothing_is_left_running() -> None:
    with server(OK + b"\r\n" + PAGE) as url:
        before = threading.active_count()
        assert outcome(url) == PAGE.decode()
        assert threading.active_count() == before


# Two megabytes each, after which the answer would break off.
FLOODS = {
    "promises": b"HTTP/1.1 100 Continue\r\n\r\n" * 80_000,
    "a long line": b"HTTP/1.1 200 OK" * 130_000,
    "long headers": OK + b"X-Ferry: %s\r\n" % (b"a" * 60_000) * 33,
    "many headers": OK + b"X: y\r\n" * 101,
    "what is said of chunks": CHUNKED + b"1;%s\r\na\r\n" % (b"a" * 60_000) * 33,
    "trailers": CHUNKED + b"0\r\n" + b"X: y\r\n" * 330_000,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_lines_is_not_read_to_its_end(flood: bytes) -> None:
    with server(flood) as url:
        assert outcome(url, silence=PATIENCE, whole=PATIENCE) == "127.0.0.1 sent an answer that makes no sense."


NONSENSE = {
    "no HTTP": b"\x1b[31mSSH-2.0-harbour\r\n",
    "a status that is no number": b"HTTP/1.1 OK\r\n\r\n",
    "two lengths": OK + b"Content-Length: 12, 13\r\n\r\n" + PAGE,
}


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
def test_what_is_no_answer_is_told_in_our_words(answer: bytes) -> None:
    with server(answer) as url:
        assert outcome(url) == "127.0.0.1 sent an answer that makes no sense."


@pytest.mark.parametrize("length", ["²", "-5", "many", "9" * 5000])
def test_a_length_that_is_none_is_passed_over(length: str) -> None:
    with server(OK + b"Content-Length: %s\r\n\r\n" % length.encode() + PAGE) as url:
        assert outcome(url) == PAGE.decode()


@pytest.mark.parametrize("target", ["http://[::1", "http://harbourpost.example:port/"])
def test_a_redirect_to_nonsense_names_it(target: str) -> None:
    with server(f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n\r\n".encode()) as url:
        assert outcome(url) == f"{url} leads to {target}, which is no web page."


PACKED = gzip.compress(PAGE * 99)


@pytest.mark.parametrize("coding", ["gzip", "X-GZIP", "deflate", "raw", "", "identity"])
def test_what_was_packed_comes_whole_or_not_at_all(coding: str) -> None:
    compressed = zlib.compress(PAGE * 99)
    sent = {"deflate": compressed, "raw": compressed[2:-4], "": PAGE * 99, "identity": PAGE * 99}.get(coding, PACKED)
    named = coding.replace("raw", "deflate")
    assert packing.unpacked(sent, named, 10_000) == PAGE * 99
    assert packing.unpacked(b"", named, 10_000) == b""
    if coding not in ("", "identity"):
        for end in (1, len(sent) // 2, len(sent) - 1):
            with pytest.raises((packing.BrokenOff, packing.Damaged)):
                packing.unpacked(sent[:end], named, 10_000)


def test_several_packed_parts_are_one() -> None:
    assert packing.unpacked(gzip.compress(b"The ferry ") + gzip.compress(b"left."), "gzip", 99) == b"The ferry left."


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip", "gzip"])
def test_a_packing_that_was_not_asked_for_is_none(coding: str) -> None:
    with pytest.raises(packing.Damaged):
        packing.unpacked(PAGE, coding, 10_000)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_no_more_is_unpacked_than_asked(coding: str) -> None:
    bomb = {"gzip": gzip.compress, "deflate": zlib.compress}[coding](bytes(10_000_000))
    assert len(packing.unpacked(bomb, coding, 1000)) == 1001


@pytest.mark.parametrize("framing", ["Content-Length: 60\r\n\r\n", "\r\n", "Transfer-Encoding: chunked\r\n\r\n3c\r\n"])
def test_a_packed_page_that_breaks_off_is_not_taken_for_whole(framing: str) -> None:
    end = b"\r\n0\r\n\r\n" if "chunked" in framing else b""
    with server(OK + b"Content-Encoding: gzip\r\n" + framing.encode() + PACKED[:60] + end) as url:
        assert outcome(url) == "127.0.0.1 broke off while sending the page."
