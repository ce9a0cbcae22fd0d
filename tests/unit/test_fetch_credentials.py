"""Names and passwords in addresses: sent to their server, to nobody else, and kept nowhere."""

import base64

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reader import pipeline
from reader.errors import FetchError
from reader.fetch import load, without_password
from reader.fetch.credentials import authorization
from reader.model import Source

SECRET = "tide-4711"
PARAGRAPH = "“The pier is shut for the winter,” said Ada Moss, the harbour master, on Monday. The council had asked. "
STORY = f"<!doctype html><html lang='en'><article><h1>The pier is shut</h1><p>{PARAGRAPH * 9}</p></article></html>"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the machine must not stand between the test and its own server."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://ada:tide@harbourpost.example/story", "https://harbourpost.example/story"),
        ("HTTPS://ada@harbourpost.example", "HTTPS://harbourpost.example"),
        (" http://ada:ti@de@[::1]:80/a@b?c@d", " http://[::1]:80/a@b?c@d"),
        ("http://:@harbourpost.example", "http://harbourpost.example"),
        ("ftp://ada:tide@harbourpost.example/", "ftp://harbourpost.example/"),
        ("ada:tide@harbourpost.example/story", "harbourpost.example/story"),
    ],
)
def test_taken_out(given: str, shown: str) -> None:
    assert without_password(given) == shown


@pytest.mark.parametrize(
    "given",
    [
        "https://harbourpost.example/@ada/story",
        "https://harbourpost.example?mail=ada@harbourpost.example",
        "https://harbourpost.example/a:b@c",
        "ada@harbourpost.example.txt",
        "stories/ferry: the crews@noon.txt",
        "C:\\stories\\ferry.txt",
        "-",
        "",
    ],
)
def test_left_alone(given: str) -> None:
    assert without_password(given) == given


@pytest.mark.parametrize(
    ("userinfo", "sent"),
    [
        ("ada:tide", "ada:tide"),
        ("ada", "ada:"),
        ("a%3Ada:ti%40de:4", "a:da:ti@de:4"),
        ("ad%C3%A4:ü", "adä:ü"),
        ("", ":"),
    ],
)
def test_how_they_are_sent(userinfo: str, sent: str) -> None:
    header = authorization(f"https://{userinfo}@harbourpost.example/")["Authorization"]
    assert base64.b64decode(header.removeprefix("Basic ")).decode() == sent


@pytest.fixture
def guarded(httpserver: HTTPServer) -> HTTPServer:
    """A server whose story is for Ada, who has her password from SECRET."""

    def story(request: Request) -> Response:
        given = request.authorization
        if given is None or (given.username, given.password) != ("ada", SECRET):
            return Response("Log in.", status=401)
        return Response(STORY, content_type="text/html")

    httpserver.expect_request("/story").respond_with_handler(story)
    httpserver.expect_request("/old").respond_with_data("", status=301, headers={"Location": "/story"})
    return httpserver


def with_password(server: HTTPServer, path: str) -> str:
    return server.url_for(path).replace("http://", f"http://ada:{SECRET}@")


def test_the_page_comes_and_the_password_goes(guarded: HTTPServer) -> None:
    source = load(with_password(guarded, "/old")).source
    assert (source.given, source.url) == (guarded.url_for("/old"), guarded.url_for("/story"))


def test_another_server_is_not_told(guarded: HTTPServer) -> None:
    other = guarded.url_for("/story").replace("localhost", "127.0.0.1")
    guarded.expect_request("/away").respond_with_data("", status=302, headers={"Location": other})
    with pytest.raises(FetchError, match="asks for a login"):
        load(with_password(guarded, "/away"))
    assert ["Authorization" in request.headers for request, _ in guarded.log] == [True, False]


def test_what_a_page_names_brings_no_password_of_its_own(guarded: HTTPServer) -> None:
    guarded.expect_request("/in").respond_with_data(
        "", status=302, headers={"Location": with_password(guarded, "/story")}
    )
    with pytest.raises(FetchError, match="asks for a login"):
        load(guarded.url_for("/in"))
    with pytest.raises(FetchError, match="asks for a login"):
        load(with_password(guarded, "/story"), led_by=Source("http://127.0.0.1/", "html", is_private=True))


WRONG = [
    "http://ada:{}@harbour.invalid/",
    "http://ada:{}@[half",
    "http://ada:{}@harbour.invalid:port/",
    "http://ada:{}/1@harbour.invalid/",
    "ftp://ada:{}@harbour.invalid/",
    "ada:{}@harbour.invalid/story",
    "a_da:{}@harbour.invalid/story",
]


@pytest.mark.parametrize("source", WRONG)
def test_no_error_tells_it(source: str) -> None:
    with pytest.raises(FetchError) as caught:
        load(source.format(SECRET))
    assert SECRET not in str(caught.value)


def test_nothing_that_goes_on_holds_it(guarded: HTTPServer) -> None:
    page = load(with_password(guarded, "/old"))
    assert SECRET not in repr((page, pipeline.to_article(page)))
