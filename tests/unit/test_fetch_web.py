import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

import reader
from reader.errors import FetchError
from reader.fetch import load, request, web
from waiting import PATIENCE

PAGE = "<!doctype html><html><body><p>The ferry left Brindle at dawn.</p></body></html>"

# A key pair made for this test alone; nothing trusts it.
CERTIFICATE = """
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbeWKzwvWkQA51ri+
iflrRCsUOwfTCh9vUscc61GCS5ihRANCAARoKA+REIuFYaXDRwDdrYgBx7lyScWC
8Nexr3GDZhrLo5cqGKDiw5G8Deogck+6saZEjd/hTFC1eUGk27nc8rco
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUdLztB4LXDMQuqv+0cJ+SROuFzPkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzE2MDkxM1oYDzIxMjYxMDMw
MTYwOTEzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARoKA+REIuFYaXDRwDdrYgBx7lyScWC8Nexr3GDZhrLo5cqGKDiw5G8
Deogck+6saZEjd/hTFC1eUGk27nc8rcoo28wbTAdBgNVHQ4EFgQUidgDMWpF3QXw
GkhsVZb+olEBukowHwYDVR0jBBgwFoAUidgDMWpF3QXwGkhsVZb+olEBukowDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwCgYIKoZI
zj0EAwIDSAAwRQIgIvS0HGxAsrUjlBXhZ9/SxkJ4XZyKoivfEYllcUzTFV4CIQDU
4vrCplbKndVZsuPytGYSRAor8OKjTsuQ7kNXoSn2sQ==
-----END CERTIFICATE-----
"""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine must not stand between the test and its own server."""
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.fixture
def untrusted(tmp_path: Path) -> Iterator[HTTPServer]:
    pem = tmp_path / "server.pem"
    pem.write_text(CERTIFICATE)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server = HTTPServer(host="127.0.0.1", ssl_context=context)
    server.start()
    yield server
    server.stop()


def failure(url: str, **limits: float) -> FetchError:
    with pytest.raises(FetchError) as caught:
        web.fetch(url, **limits)  # type: ignore[arg-type]
    return caught.value


def test_a_page_comes_with_its_bytes_charset_and_address(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/story").respond_with_data(PAGE.encode(), content_type="text/html; charset=ISO-8859-1")
    page = load(httpserver.url_for("/story"))
    assert page.content == PAGE.encode()
    assert page.charset == "iso-8859-1"
    assert page.source.kind == "html"
    assert page.source.url == page.source.given == httpserver.url_for("/story")


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        pytest.param("text/html", PAGE, "html", id="html"),
        pytest.param("application/xhtml+xml", PAGE, "html", id="xhtml"),
        pytest.param("text/plain", "The ferry left.", "text", id="text"),
        pytest.param("text/plain", PAGE, "html", id="html that calls itself text"),
        pytest.param("text/markdown", "# Ferry", "markdown", id="markdown"),
        pytest.param("application/octet-stream", PAGE, "html", id="a type that says nothing"),
        pytest.param("", "The ferry left.", "text", id="no type"),
    ],
)
def test_the_kind_is_told_by_type_and_content(httpserver: HTTPServer, content_type: str, body: str, kind: str) -> None:
    httpserver.expect_request("/").respond_with_data(body, content_type=content_type)
    assert web.fetch(httpserver.url_for("/")).source.kind == kind


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "asks for a login"),
        (402, "asks for payment"),
        (403, "refuses to show the page"),
        (404, "has no such page"),
        (410, "taken the page down"),
        (429, "too many requests"),
        (451, "legal reasons"),
        (500, "in trouble (500)"),
        (503, "in trouble (503)"),
        (418, "answered 418"),
    ],
)
def test_each_status_is_put_into_words(httpserver: HTTPServer, status: int, words: str) -> None:
    httpserver.expect_request("/").respond_with_data(PAGE, status=status, content_type="text/html")
    error = failure(httpserver.url_for("/"))
    assert words in error.message
    assert error.hint


CHECKS = {
    "waits a moment": "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",
    "a script alone": "<title>harbourpost.example</title><script src='https://ct.captcha-delivery.com/c.js'></script>",
    "press and hold": "<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1>",
    "a riddle": "<form><div class='h-captcha' data-sitekey='1'></div></form>",
    "of the largest size": "<p>Just a moment...</p>".ljust(500_000),
    "in German": "<h1>Bitte bestätigen Sie, dass Sie ein Mensch sind</h1>",
}
REFUSALS = {
    "a web server": "<title>403 Forbidden</title><p>You don't have permission to access /story on this server.</p>",
    "a broken server behind a service": "<div id='cf-error-details'>The web server is down</div>",
    "a script of every page": "<p>Not for you.</p><script src='/cdn-cgi/challenge-platform/scripts/x.js'></script>",
    "long": "<p>Just a moment...</p>".ljust(500_001),
}


@pytest.mark.parametrize("status", [403, 429, 503])
@pytest.mark.parametrize("body", CHECKS.values(), ids=CHECKS)
def test_a_check_for_robots_is_named(httpserver: HTTPServer, body: str, status: int) -> None:
    httpserver.expect_request("/").respond_with_data(body, status=status, content_type="text/html; charset=utf-8")
    error = failure(httpserver.url_for("/"))
    assert error.message.endswith(f" asks whether you are a robot ({status}).")
    assert error.hint


@pytest.mark.parametrize("body", REFUSALS.values(), ids=REFUSALS)
def test_a_plain_refusal_stays_one(httpserver: HTTPServer, body: str) -> None:
    httpserver.expect_request("/").respond_with_data(body, status=403, content_type="text/html")
    assert "refuses to show the page (403)" in failure(httpserver.url_for("/")).message


def test_a_refusal_that_breaks_off_stays_one(httpserver: HTTPServer) -> None:
    headers = {"Content-Encoding": "gzip"}
    httpserver.expect_request("/").respond_with_data(b"no gzip", status=503, headers=headers, content_type="text/html")
    assert "in trouble (503)" in failure(httpserver.url_for("/")).message


def test_the_program_says_who_it_is(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    web.fetch(httpserver.url_for("/"))
    assert f"onrecord/{reader.__version__};" in httpserver.log[0][0].headers["User-Agent"]


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        pytest.param("application/pdf", b"%PDF-1.7", "a PDF document", id="pdf"),
        pytest.param("text/html", b"%PDF-1.7 \x00", "a PDF document", id="pdf that calls itself html"),
        pytest.param("image/png", b"\x89PNG\r\n", "an image", id="image"),
        pytest.param("audio/mpeg", b"ID3", "sound", id="sound"),
        pytest.param("video/mp4", b"\x00\x00\x00\x18ftypmp42", "video", id="video"),
        pytest.param("application/json", b'{"a": 1}', "data (JSON)", id="json"),
        pytest.param("application/rss+xml", b"<rss></rss>", "a feed", id="feed"),
        pytest.param("text/xml", b"<?xml version='1.0'?><feed></feed>", "a feed", id="feed that calls itself xml"),
        pytest.param("application/x-unheard-of", b"words", "application/x-unheard-of", id="unknown type"),
        pytest.param("text/html", b"  \n ", "an empty page", id="empty"),
    ],
)
def test_what_is_no_page_is_named(httpserver: HTTPServer, content_type: str, body: bytes, words: str) -> None:
    httpserver.expect_request("/").respond_with_data(body, content_type=content_type)
    error = failure(httpserver.url_for("/"))
    assert words in error.message
    assert error.hint


def test_redirects_lead_to_the_last_address(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=301, headers={"Location": "/new?a=1"})
    httpserver.expect_request("/new").respond_with_data(PAGE, content_type="text/html")
    page = web.fetch(httpserver.url_for("/old"))
    assert page.source.url == httpserver.url_for("/new?a=1")
    assert page.source.given == httpserver.url_for("/old")


def test_a_redirect_loop_ends(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": "/"})
    assert "redirects more than 10 times" in failure(httpserver.url_for("/")).message
    assert len(httpserver.log) == request.MAX_REDIRECTS + 1


def test_a_cookie_given_on_the_way_is_brought_along(httpserver: HTTPServer) -> None:
    def gate(request: Request) -> Response:
        if request.cookies.get("seen") == "yes":
            return Response(PAGE, content_type="text/html")
        return Response("", status=302, headers={"Location": "/", "Set-Cookie": "seen=yes; Path=/"})

    httpserver.expect_request("/").respond_with_handler(gate)
    assert web.fetch(httpserver.url_for("/")).content == PAGE.encode()


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "javascript:alert(1)"])
def test_a_redirect_out_of_the_web_is_refused(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": target})
    assert "no web page" in failure(httpserver.url_for("/")).message


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "found out while reading"])
def test_a_page_past_the_cap_is_refused(httpserver: HTTPServer, declared: bool) -> None:
    def long_page(_: Request) -> Response:
        body: object = b"x" * 5000 if declared else (b"x" * 500 for _ in range(10))
        return Response(body, content_type="text/html")  # type: ignore[arg-type]

    httpserver.expect_request("/").respond_with_handler(long_page)
    assert "larger than 0.001 MB" in failure(httpserver.url_for("/"), max_bytes=1000).message


def test_the_cap_counts_what_comes_out_of_the_packing(httpserver: HTTPServer) -> None:
    packed = gzip.compress(b"x" * 100_000)
    httpserver.expect_request("/").respond_with_data(
        packed, content_type="text/html", headers={"Content-Encoding": "gzip"}
    )
    assert len(packed) < 1000
    assert "larger than" in failure(httpserver.url_for("/"), max_bytes=1000).message
    assert len(web.fetch(httpserver.url_for("/")).content) == 100_000


def test_a_page_that_cannot_be_unpacked_is_named(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data(
        b"not gzip at all", content_type="text/html", headers={"Content-Encoding": "gzip"}
    )
    assert "cannot be unpacked" in failure(httpserver.url_for("/")).message


def test_a_silent_server_times_out(httpserver: HTTPServer) -> None:
    given_up = threading.Event()

    def slow(_: Request) -> Response:
        given_up.wait(PATIENCE)
        return Response(PAGE)

    httpserver.expect_request("/").respond_with_handler(slow)
    assert "too long to answer" in failure(httpserver.url_for("/"), silence=0.2).message
    given_up.set()


def test_a_drip_of_bytes_meets_the_whole_limit(httpserver: HTTPServer) -> None:
    given_up = threading.Event()

    def drip(_: Request) -> Response:
        def parts() -> Iterator[bytes]:
            while not given_up.wait(0.05):
                yield b"x"

        return Response(parts(), content_type="text/html")

    httpserver.expect_request("/").respond_with_handler(drip)
    assert "too long to answer" in failure(httpserver.url_for("/"), silence=PATIENCE, whole=0.2).message
    given_up.set()


def test_an_untrusted_certificate_is_refused(untrusted: HTTPServer) -> None:
    untrusted.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    error = failure(untrusted.url_for("/").replace("localhost", "127.0.0.1"))
    assert "could not prove who it is" in error.message
    assert untrusted.log == []


def test_a_refused_connection_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert "refuses the connection" in failure(f"http://127.0.0.1:{port}/").message  # nobody listens there


@pytest.mark.parametrize(
    ("declared", "said"), [(900, "broke off"), (20_000_000, "broke off"), (20_000_001, "larger than 20 MB")]
)
def test_a_connection_cut_off_is_named_unless_the_page_would_be_too_large(declared: int, said: str) -> None:
    def hang_up(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\nhalf" % declared)
        connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=hang_up, args=(listener,))
        thread.start()
        assert said in failure(f"http://127.0.0.1:{listener.getsockname()[1]}/").message
        thread.join()


def test_an_unknown_name_is_named() -> None:
    # .invalid never resolves (RFC 2606), with or without a network.
    assert "no server named harbour.invalid" in failure("http://harbour.invalid/story").message


@pytest.mark.parametrize("url", ["http://", "http://[half", "http://127.0.0.1:port/", "https:///path"])
def test_nonsense_is_no_address(url: str) -> None:
    assert failure(url).hint
