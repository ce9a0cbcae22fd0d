"""Which addresses are of the web; and that a page of the web leads to no others."""

import socket
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from reader import pipeline
from reader.errors import FetchError
from reader.fetch import addresses, images, load
from reader.model import Page, Source

ON_THE_WEB = Source("https://harbourpost.example/", "html", "https://harbourpost.example/")
ON_THIS_MACHINE = Source("http://127.0.0.1/", "html", "http://127.0.0.1/", is_private=True)
STORY = "<!doctype html><html><body><p>The ferry left Brindle at dawn.</p></body></html>"

PUBLIC = ["8.8.8.8", "151.101.1.164", "172.32.0.1", "2606:4700::6810:1", "64:ff9b::808:808", "2002:808:808::1"]
PRIVATE = {
    "loopback": ("127.0.0.1", "127.255.255.254", "::1"),
    "private": ("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"),
    "link-local": ("169.254.1.1", "fe80::1", "fe80::1%eth0", "fec0::1"),
    "of a carrier": ("100.64.0.1", "100.127.255.254"),
    "of many": ("224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1"),
    "of none": ("0.0.0.0", "0.1.2.3", "::", "240.0.0.1", "192.0.2.1", "2001:db8::1", "100::1"),
    "of a cloud": ("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
    "an older address within": ("::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
    "a gateway's own": ("64:ff9b:1::808:808", "2001::1"),
    "no address": ("", "harbourpost.example", "127.0.0.1.example", "²"),
}


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_web(address: str) -> None:
    assert addresses.is_public(address)
    assert not addresses.is_private_by_name(f"[{address}]" if ":" in address else address)


@pytest.mark.parametrize("kind", PRIVATE)
def test_addresses_of_this_machine_and_its_network(kind: str) -> None:
    assert [address for address in PRIVATE[kind] if addresses.is_public(address)] == []


def test_what_names_this_machine_by_itself() -> None:
    names = "localhost LocalHost. ads.localhost 127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 0 [::1] 10.1"
    assert [name for name in names.split() if not addresses.is_private_by_name(name)] == []
    others = "harbourpost.example localhost.example notlocalhost 134744072 0x08080808 [2606:4700::1]"
    assert [name for name in others.split() if addresses.is_private_by_name(name)] == []


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine must not stand between the test and its own server."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def own(httpserver: HTTPServer) -> HTTPServer:
    """A server of this machine that anybody on it may ask."""
    httpserver.expect_request("/").respond_with_data(STORY, content_type="text/html")
    return httpserver


@pytest.fixture(scope="module")
def proxy() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1") as server:
        yield server


@pytest.fixture
def web_server(proxy: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """What plays harbourpost.example: the proxy that leads to it, so that no name is looked up here."""
    proxy.clear()
    monkeypatch.setenv("http_proxy", proxy.url_for("/"))
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost,::1")
    return proxy


FORMS = ["127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "localhost"]


@pytest.mark.parametrize("form", FORMS)
def test_a_page_of_the_web_leads_to_none_of_them(own: HTTPServer, form: str) -> None:
    url = f"http://{form}:{own.port}/"
    with pytest.raises(FetchError, match="on this machine or its own network") as caught:
        load(url, led_by=ON_THE_WEB)
    assert "give its address yourself" in caught.value.hint
    assert own.log == []


def test_the_reader_may_go_there_and_so_may_what_is_there(own: HTTPServer) -> None:
    given = load(own.url_for("/"))
    assert given.source.is_private
    assert load(own.url_for("/"), led_by=given.source).content == STORY.encode()


def test_no_connection_is_opened_to_look() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        with pytest.raises(FetchError, match="on this machine"):
            load(f"http://127.0.0.1:{listener.getsockname()[1]}/", led_by=ON_THE_WEB)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_redirect_from_the_web_does_not_lead_here(own: HTTPServer, web_server: HTTPServer) -> None:
    home = {"Location": own.url_for("/")}
    web_server.expect_request("/story").respond_with_data("", status=302, headers=home)
    with pytest.raises(FetchError, match="on this machine or its own network"):
        load("http://harbourpost.example/story")
    assert own.log == []


def test_nor_does_one_from_here_to_the_web_and_back(own: HTTPServer, web_server: HTTPServer) -> None:
    away = {"Location": "http://harbourpost.example/story"}
    own.expect_request("/away").respond_with_data("", status=302, headers=away)
    web_server.expect_request("/story").respond_with_data("", status=302, headers={"Location": own.url_for("/")})
    with pytest.raises(FetchError, match="on this machine or its own network"):
        load(own.url_for("/away"))
    assert [request.path for request, _ in own.log] == ["/away"]


@pytest.mark.parametrize("form", FORMS)
def test_a_proxy_is_not_sent_there_either(web_server: HTTPServer, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "")
    web_server.expect_request("/story").respond_with_data("", status=302, headers={"Location": f"http://{form}:1/"})
    with pytest.raises(FetchError, match="on this machine or its own network"):
        load("http://harbourpost.example/story")
    assert len(web_server.log) == 1


def test_a_page_through_a_proxy_is_of_the_web(web_server: HTTPServer) -> None:
    web_server.expect_request("/story").respond_with_data(STORY, content_type="text/html")
    assert not load("http://harbourpost.example/story").source.is_private


def test_but_for_the_reader_it_goes_there(web_server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "")
    web_server.expect_request("/old").respond_with_data("", status=302, headers={"Location": "/new"})
    web_server.expect_request("/new").respond_with_data(STORY, content_type="text/html")
    assert load("http://127.1/old").source.is_private


VERSIONS = {
    "the AMP version": "<link rel='amphtml' href='{}'>",
    "the print version": "<link rel='alternate' media='print' href='{}'>",
    "the next page": "<link rel='next' href='{}'>",
}


@pytest.mark.parametrize("link", VERSIONS.values(), ids=VERSIONS)
@pytest.mark.parametrize("led_by", [ON_THE_WEB, ON_THIS_MACHINE], ids=["of the web", "of this machine"])
def test_versions_and_further_pages(httpserver: HTTPServer, link: str, led_by: Source) -> None:
    """A page that shows little, and names more under the host that it has itself: a name that now leads elsewhere."""
    httpserver.expect_request("/story/2").respond_with_handler(lambda _: Response("", status=404))
    home, there = httpserver.url_for("/story"), httpserver.url_for("/story/2")
    html = f"<head>{link.format(there)}</head><body><article><h1>Pier</h1><p>{'The pier is shut. ' * 9}</p></article>"
    page = Page(Source(home, "html", home, led_by.is_private), f"<!doctype html><html>{html}".encode(), "utf-8")
    pipeline.to_article(page)
    assert bool(httpserver.log) is led_by.is_private


def test_images(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/lead").respond_with_handler(lambda _: Response("", status=404))
    with pytest.raises(FetchError, match="on this machine"):
        images.fetch(httpserver.url_for("/lead"), ON_THE_WEB)
    assert httpserver.log == []
    with pytest.raises(FetchError, match="no such page"):
        images.fetch(httpserver.url_for("/lead"), ON_THIS_MACHINE)
