"""The commands for feeds and for what is in the library: what they print, their exit codes, what they take over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from typer.testing import CliRunner, Result

from reader.cli.app import app
from reader.jobs.reload import only_reload
from reader.library import Library
from reader.settings import paths
from tests.library.conftest import NOW, reading

RSS = (
    "<rss version='2.0'><channel><title>The Post</title><link>/</link><item><title>Levy &lt;b&gt;falls</title>"
    "<link>/levy</link><guid isPermaLink='false'>levy</guid><pubDate>Sat, 14 Mar 2026 12:00:00 GMT</pubDate>"
    "<description>The levy falls.</description></item></channel></rss>"
)
OPML = (
    "<opml version='2.0'><body><outline text='Ports'><outline text='Tide' xmlUrl='https://tide.example/rss'/>"
    "<outline text='Router' xmlUrl='http://127.0.0.1:9/rss'/></outline>"
    "<outline text='Mine' xmlUrl='file:///etc/passwd'/></body></opml>"
)


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("no_proxy", "*")


def run(*args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, args, prog_name="onrecord")
    assert result.exit_code == code, result.output
    return result


def test_a_feed_is_followed_reloaded_and_left(httpserver: HTTPServer) -> None:
    """Added by its site, asked when it is due, and by cron: quiet, and one at a time."""
    page = "<!doctype html><html><link rel='alternate' type='application/rss+xml' href='/rss'><p>News</p></html>"
    httpserver.expect_request("/rss").respond_with_data(RSS)
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html")
    address = httpserver.url_for("/rss")
    added = run("feeds", "add", httpserver.url_for("/"), "--folder", "News", "--full")
    assert added.stderr.splitlines() == [
        f"The Post: 1 article, from {address}",
        "  The next onrecord feeds reload reads its articles in full.",
    ]
    assert run("feeds", "list").stdout == f"1\t1\tNews/The Post\t{address}\t\n"
    # Added again it is renamed, and read in short from then on.
    run("feeds", "add", address, "--title", "Post", "--short")
    assert run("feeds", "list").stdout == f"1\t1\tNews/Post\t{address}\t\n"
    asked = len(httpserver.log)
    assert run("feeds", "reload").output == ""
    assert len(httpserver.log) == asked
    run("feeds", "remove", "Post")
    assert "There is no feed yet" in run("feeds", "list").stderr
    assert "There is no feed Post." in run("feeds", "remove", "Post", code=1).stderr


def test_cron_hears_of_a_feed_that_begins_to_fail_once(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(OPML)
    taken = run("feeds", "import", str(opml)).stderr
    assert "Mine: file:///etc/passwd is no web address." in taken
    assert "2 feeds added, 0 known already, 1 left out." in taken
    # What a list names is not asked for on this machine.
    failed = run("feeds", "reload", "Router", code=1)
    assert failed.stdout == ""
    assert failed.stderr.startswith("Router: 127.0.0.1 is on this machine or its own network, where only an address")
    assert failed.stderr.count("\n") == 1
    assert run("feeds", "reload", "Router").output == ""
    assert "0 feeds added, 2 known already, 1 left out." in run("feeds", "import", str(opml)).stderr
    written = run("feeds", "export").stdout
    assert '<outline text="Ports" title="Ports">' in written
    assert 'xmlUrl="https://tide.example/rss"' in written
    with only_reload(paths.data_folder()) as is_alone:
        assert is_alone
        assert run("feeds", "reload").output == ""


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("feeds", "import", "."), "Is a directory"),
        (("feeds", "import", "none.opml"), "No such file"),
        (("feeds", "import", "/dev/null"), "holds no feeds"),
        (("import", "none.csv"), "No such file"),
        (("import", "/dev/null"), "no list of articles"),
        (("open", "7"), "There is no article 7"),
        (("open", "99999999999999999999"), "There is no article 99999999999999999999"),
        (("tag", "7", "levy"), "There is no article 7"),
        (("feeds", "add", "file:///etc/passwd"), "is not a web address"),
        (("feeds", "reload", "Nobody"), "There is no feed Nobody"),
    ],
)
def test_what_cannot_be_done_is_told(args: tuple[str, ...], told: str) -> None:
    result = run(*args, code=1)
    assert result.stdout == ""
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_articles_are_listed_tagged_and_opened() -> None:
    assert "There is no article in the library yet." in run("list").stderr
    with Library(paths.library_file()) as library:
        number = str(library.articles.keep(reading(headline="Levy \x1b[31m\u202efalls"), now=NOW, is_opened=False))
    line = run("list").stdout
    assert line == f"{number}\t2026-11-20\tN \tHarbour Post\tLevy [31mfalls\n"
    assert run("tag", number, "Pier", "levy").stdout.splitlines() == ["Pier", "levy"]
    assert run("tag", number, "--", "-Pier", "x\x1b[2J").stdout.splitlines() == ["levy", "x[2J"]
    assert '"tags":["levy"' in run("list", "tag:levy", "--json").stdout
    assert "No article is like that." in run("list", "tag:pier").stderr
    assert "“soon” is no date." in run("list", "since:soon", code=1).stderr
    assert "The screen needs a terminal" in run("open", number, code=1).stderr


ITEMS = [
    ("https://post.example/levy", "Levy falls", 1773489600, 0, "", 0),
    ("https://post.example/pier", "Pier shut", 1773489500, 1, "bA", 0),
    ("https://post.example/gone", "Gone", 1773489400, 1, "", 1),
    ("https://post.example/new", "Not read yet", 1773489300, 1, "", 0),
    ("javascript:alert(1)", "Script", 1, 0, "", 0),
    ("http://127.0.0.1:9/router", b"\xff\x1b[31mRouter", -5, 0, None, 0),
]


def cache(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as made:
        made.execute(
            """CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64), title
            VARCHAR(1024), author VARCHAR(1024), url VARCHAR(1024), feedurl VARCHAR(1024), pubDate INTEGER NOT NULL,
            content VARCHAR(65535), unread INTEGER(1) NOT NULL, flags VARCHAR(52), deleted INTEGER(1) DEFAULT 0)"""
        )
        rows = "INSERT INTO rss_item (url, title, pubDate, unread, flags, deleted) VALUES (?, ?, ?, ?, ?, ?)"
        made.executemany(rows, ITEMS)
        made.commit()
    return path


def test_newsboats_cache_is_taken_over(tmp_path: Path) -> None:
    """What was read stays read when the feed brings it again; nothing is written beside the file."""
    path = cache(tmp_path / "cache.db")
    before = path.read_bytes()
    path.chmod(0o400)
    assert run("import", str(path)).stderr == f"{path}: 4 articles added, 0 known already.\n"
    assert (path.read_bytes(), sorted(tmp_path.glob("cache.db*"))) == (before, [path])
    with Library(paths.library_file()) as library:
        listed = {each.source: each for each in library.searching.listed(library.searching.ids(now=NOW))}
    assert {address: (each.is_read, each.is_starred, each.tags) for address, each in listed.items()} == {
        "https://post.example/levy": (True, False, ()),
        "https://post.example/pier": (False, True, ("flag-A", "flag-b")),
        "https://post.example/gone": (True, False, ()),
        "http://127.0.0.1:9/router": (True, False, ()),
    }
    assert listed["https://post.example/levy"].moment.isoformat() == "2026-03-14T12:00:00+00:00"
    assert "\x1b" not in listed["http://127.0.0.1:9/router"].headline
    assert "0 articles added, 4 known already" in run("import", str(path)).stderr


ENDLESS = (
    "CREATE VIEW rss_item AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS url FROM n"
)
DAMAGED = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "overwritten": lambda path: path.write_bytes(path.read_bytes()[:100] + b"\7" * 8092),
    "another program's": lambda path: made(path, "CREATE TABLE history (url)"),
    "a view without end": lambda path: made(path, ENDLESS),
    "other columns": lambda path: made(path, "CREATE TABLE rss_item (url)"),
    "its front alone": lambda path: path.write_bytes(b"SQLite format 3\0"),
}


def made(path: Path, sql: str) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute(sql)


@pytest.mark.parametrize("harm", DAMAGED.values(), ids=DAMAGED)
def test_a_cache_that_is_none_is_told(tmp_path: Path, harm: object) -> None:
    path = cache(tmp_path / "cache.db")
    harm(path)  # type: ignore[operator]
    told = run("import", str(path), code=1).stderr
    assert f"{path} cannot be read as newsboat's cache:" in told
    assert run("list").stdout == ""
