"""Feeds as they come: every kind, every oddity, and what is left of the hostile ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.errors import FeedError
from reader.feeds import parse as parsing
from reader.feeds.parse import MAX_ENTRIES, parse
from reader.feeds.prose import plain, plain_line
from reader.model.feeds import FeedEntry

URL = "https://post.example/feeds/news.xml"
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
WHOLE = (
    "<title>Levy falls</title><link>https://post.example/levy</link><guid>levy-1</guid>"
    "<pubDate>Sat, 14 Mar 2026 12:00:00 GMT</pubDate><description>The levy falls.</description>"
)
HEAD = "<title>The Post</title><link>https://post.example/</link>"
NAMED = WHOLE.replace("<guid>", '<guid isPermaLink="false">')
NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(
    *items: str, head: str = "<title>The Post</title><link>https://post.example/</link>", prolog: str = ""
) -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'{prolog}<rss version="2.0" {NAMESPACES}><channel>{head}{inside}</channel></rss>'.encode()


def atom(*entries: str, namespace: str = "http://www.w3.org/2005/Atom", more: str = "") -> bytes:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="{namespace}" {more}><title>The Post</title>{inside}</feed>'.encode()


def rdf(item: str) -> bytes:
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/"><title>The Post</title>'
        f"</channel>{item}</rdf:RDF>"
    ).encode()


def only(content: bytes, charset: str | None = None) -> FeedEntry:
    (entry,) = parse(content, URL, charset).entries
    return entry


def test_a_feed_has_its_title_its_site_and_its_entries_in_order() -> None:
    found = parse(rss(WHOLE, WHOLE.replace("levy", "lark").replace("Levy", "Lark")), URL)
    assert (found.title, found.site, found.is_cut) == ("The Post", "https://post.example/", False)
    assert [(each.title, each.name) for each in found.entries] == [("Levy falls", "levy-1"), ("Lark falls", "lark-1")]
    assert found.entries[0] == FeedEntry(
        "levy-1", "Levy falls", "https://post.example/levy", NOON, None, None, "The levy falls."
    )


TITLES = [
    ("Levy &amp; pier", "Levy & pier"),
    ("Levy &amp;amp; pier", "Levy & pier"),
    ("Vale&#8217;s ferry", "Vale’s ferry"),
    ("Vale&amp;#8217;s ferry", "Vale’s ferry"),
    ("&lt;b&gt;Levy&lt;/b&gt; falls", "Levy falls"),
    ("<![CDATA[Levy <i>falls</i>]]>", "Levy falls"),
    ("<![CDATA[Levy & pier]]>", "Levy & pier"),
    ("<![CDATA[Why 3 < 5 matters]]>", "Why 3 < 5 matters"),
    ("<![CDATA[Vale: <shrug>]]>", "Vale: <shrug>"),
    ("Levy&lt;br/&gt;falls", "Levy falls"),
    ("\n   Levy\n   falls \n", "Levy falls"),
    ("&lt;script&gt;alert(1)&lt;/script&gt;Levy falls", "Levy falls"),
    ("&lt;img src=x onerror=alert(1)&gt;Levy falls", "Levy falls"),
    ("&lt;a href=&quot;javascript:x&quot; title=&quot;a &gt; b&quot;&gt;Levy&lt;/a&gt; falls", "Levy falls"),
    ("Levy &#x202e;falls", "Levy falls"),
    ("Levy\u200b falls", "Levy falls"),
    ("Le\u0301vy", "Lévy"),
    ("Levy &amp;nbsp;falls", "Levy falls"),
    ("Levy falls &#9731;", "Levy falls ☃"),
    ("Levy falls [&amp;hellip;]", "Levy falls […]"),
]


@pytest.mark.parametrize(("written", "shown"), TITLES)
def test_titles_are_text_on_one_line(written: str, shown: str) -> None:
    assert only(rss(WHOLE.replace("Levy falls", written, 1))).title == shown


LINKS = [
    ("https://post.example/levy?a=1&amp;b=2", "https://post.example/levy?a=1&b=2"),
    ("/levy", "https://post.example/levy"),
    ("levy", "https://post.example/feeds/levy"),
    ("?id=7", "https://post.example/feeds/news.xml?id=7"),
    ("//tide.example/levy", "https://tide.example/levy"),
    ("  \n https://post.example/levy \n", "https://post.example/levy"),
    ("HTTP://post.example/levy", "HTTP://post.example/levy"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/passwd", None),
    ("ftp://post.example/levy", None),
    ("mailto:desk@post.example", None),
    ("https://", None),
    ("https://[::1", None),
    ("https://post.example/a b", None),
    ("https://post.example/" + "a" * 5_000, None),
    ("", None),
]


@pytest.mark.parametrize(("written", "followed"), LINKS, ids=[written[:40] for written, _ in LINKS])
def test_only_addresses_of_the_web_are_followed(written: str, followed: str | None) -> None:
    entry = only(rss(NAMED.replace("https://post.example/levy", written)))
    assert (entry.link or "").lower() == (followed or "").lower()
    assert entry.name == "levy-1"


DATES = [
    ("Sat, 14 Mar 2026 12:00:00 GMT", NOON),
    ("Sat, 14 Mar 2026 12:00:00 +0000", NOON),
    ("Sat, 14 Mar 2026 08:00:00 EDT", NOON),
    ("Sat, 14 Mar 2026 13:00:00 +0100", NOON),
    ("14 Mar 2026 12:00:00 GMT", NOON),
    ("14 Mar 26 12:00 GMT", NOON),
    ("2026-03-14T12:00:00Z", NOON),
    ("2026-03-14T13:00:00+01:00", NOON),
    ("2026-03-14T12:00:00.123456789Z", NOON.replace(microsecond=123456)),
    ("2026-03-14 12:00:00", NOON),
    ("2026-03-14", NOON.replace(hour=0)),
    ("Mon, 14 Mar 2026 12:00:00 GMT", NOON),
    ("Mon, 01 Jan 1900 12:00:00 GMT", datetime(1900, 1, 1, 12, tzinfo=UTC)),
    ("Fri, 31 Dec 9999 23:59:59 -0500", None),
    ("Fri, 31 Dec 99999 23:59:59 GMT", None),
    ("Tue, 31 Feb 2026 12:00:00 GMT", None),
    ("yesterday", None),
    ("", None),
    ("9" * 400, None),
]


@pytest.mark.parametrize(("written", "moment"), DATES, ids=[written[:40] for written, _ in DATES])
def test_dates_are_moments_or_none(written: str, moment: datetime | None) -> None:
    found = only(rss(WHOLE.replace("Sat, 14 Mar 2026 12:00:00 GMT", written))).published
    assert (found and found.replace(microsecond=0)) == (moment and moment.replace(microsecond=0))


AUTHORS = [
    ("<author>desk@post.example (Mara Vale)</author>", "Mara Vale"),
    ("<author>Mara Vale &lt;mara@post.example&gt;</author>", "Mara Vale"),
    ("<dc:creator>Mara Vale</dc:creator>", "Mara Vale"),
    ("<dc:creator><![CDATA[Mara Vale & Orla Fenwick]]></dc:creator>", "Mara Vale & Orla Fenwick"),
    ("<author>Mara Vale</author>", "Mara Vale"),
    ("<author>&#x1b;[31mMara</author>", None),
    ("", None),
    (f"<author>{'Mara ' * 100}</author>", None),
]


@pytest.mark.parametrize(("written", "name"), AUTHORS)
def test_authors_are_names(written: str, name: str | None) -> None:
    entry = only(rss(WHOLE + written))
    assert (entry.author, entry.title) == (name, "Levy falls") or (name is None and "\x1b" not in (entry.author or ""))


ODD = {
    "content beside a description": (
        rss(WHOLE + "<content:encoded>&lt;p&gt;The levy falls, and the pier stays.&lt;/p&gt;</content:encoded>"),
        ("levy-1", "https://post.example/levy", "The levy falls, and the pier stays."),
    ),
    "no id": (rss(WHOLE.replace("<guid>levy-1</guid>", "")), (*["https://post.example/levy"] * 2, "The levy falls.")),
    "no link": (
        rss(NAMED.replace("<link>https://post.example/levy</link>", "")),
        ("levy-1", None, "The levy falls."),
    ),
    "an id that is the address": (
        rss(
            WHOLE.replace("<link>https://post.example/levy</link>", "").replace("levy-1", "https://post.example/levy-2")
        ),
        ("https://post.example/levy-2", "https://post.example/levy-2", "The levy falls."),
    ),
    "a title alone": (rss("<title>Levy falls</title>"), ("Levy falls", None, "")),
    "a description alone": (rss("<description>The levy.</description>"), ("The levy.", None, "The levy.")),
    "Atom": (
        atom(
            '<id>urn:1</id><title>Levy falls</title><link href="/levy"/><updated>2026-03-14T12:00:00Z</updated>'
            "<summary>The levy falls.</summary>"
        ),
        ("urn:1", "https://post.example/levy", "The levy falls."),
    ),
    "Atom 0.3": (
        atom(
            '<id>urn:1</id><title>Levy falls</title><link rel="alternate" href="/levy"/>'
            "<modified>2026-03-14T12:00:00Z</modified><summary>The levy falls.</summary>",
            namespace="http://purl.org/atom/ns#",
            more='version="0.3"',
        ),
        ("urn:1", "https://post.example/levy", "The levy falls."),
    ),
    "Atom with a base": (
        atom(
            '<id>urn:1</id><title>Levy falls</title><link href="levy"/><updated>2026-03-14T12:00:00Z</updated>'
            "<summary>The levy falls.</summary>",
            more='xml:base="https://tide.example/news/"',
        ),
        ("urn:1", "https://tide.example/news/levy", "The levy falls."),
    ),
    "Atom with several links": (
        atom(
            '<id>urn:1</id><title>Levy falls</title><link rel="self" href="/self"/><link rel="alternate" href="/levy"/>'
            '<link rel="enclosure" href="/sound.mp3"/><updated>2026-03-14T12:00:00Z</updated><summary>Falls.</summary>'
        ),
        ("urn:1", "https://post.example/levy", "Falls."),
    ),
    "Atom in XHTML": (
        atom(
            '<id>urn:1</id><title>Levy falls</title><link href="/levy"/><updated>2026-03-14T12:00:00Z</updated>'
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>levy</b> falls.</p></div>'
            "</content>"
        ),
        ("urn:1", "https://post.example/levy", "The levy falls."),
    ),
    "RDF": (
        rdf(
            '<item rdf:about="https://post.example/levy"><title>Levy falls</title><link>https://post.example/levy</link>'
            "<dc:date>2026-03-14T12:00:00Z</dc:date><description>The levy falls.</description></item>"
        ),
        ("https://post.example/levy", "https://post.example/levy", "The levy falls."),
    ),
    "JSON Feed": (
        b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","url":"/levy","title":"Levy falls",'
        b'"content_html":"<p>The levy falls.</p>","date_published":"2026-03-14T12:00:00Z"}]}',
        ("a", "https://post.example/levy", "The levy falls."),
    ),
    "JSON Feed of numbers and nonsense": (
        b'{"version":1,"title":[],"items":[7,null,{"id":12,"url":{},"external_url":"/x","title":3,"authors":["x"],'
        b'"author":{"name":"Vale"},"date_published":17,"content_text":"Falls."}]}',
        ("12", "https://post.example/x", "Falls."),
    ),
    "JSON Feed behind a mark": (
        b'\xef\xbb\xbf {"items":[{"id":"a","summary":"The levy falls."}]}',
        ("a", None, "The levy falls."),
    ),
    "white space before the declaration": (
        rss(WHOLE, prolog='\n\n <?xml version="1.0"?>'),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "a byte order mark": (b"\xef\xbb\xbf" + rss(WHOLE), ("levy-1", "https://post.example/levy", "The levy falls.")),
    "a bare ampersand": (
        rss(WHOLE.replace("The levy falls.", "Levy & pier fall.")),
        ("levy-1", "https://post.example/levy", "Levy & pier fall."),
    ),
    "a bare sign": (
        rss(WHOLE.replace("The levy falls.", "Levy < 5 falls.")),
        ("levy-1", "https://post.example/levy", "Levy < 5 falls."),
    ),
    "an entity of HTML": (
        rss(WHOLE.replace("The levy falls.", "The levy&nbsp;falls&mdash;late.")),
        ("levy-1", "https://post.example/levy", "The levy falls—late."),
    ),
    "control characters": (
        rss(WHOLE.replace("The levy falls.", "The levy \x1b[31m\x07falls.")),
        ("levy-1", "https://post.example/levy", "The levy [31mfalls."),
    ),
    "cut off in the middle": (rss(WHOLE)[:-25], ("levy-1", "https://post.example/levy", "The levy falls.")),
    "no channel": (
        f"<rss><item>{NAMED}</item></rss>".encode(),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "items behind the channel": (
        f'<rss version="0.91"><channel><title>The Post</title></channel><item>{NAMED}</item></rss>'.encode(),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "capitals": (
        f"<RSS><CHANNEL><ITEM>{NAMED}</ITEM></CHANNEL></RSS>".encode(),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "a style sheet": (
        rss(WHOLE, prolog='<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?>'),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "a style sheet and a comment": (
        rss(WHOLE, prolog="<!-- made by hand -->"),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "words around the feed": (
        b"Warning: mysql_connect() in /srv/x.php\n" + rss(WHOLE, prolog='<?xml version="1.0"?>'),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
    "a date in the updated field": (
        rss(WHOLE.replace("pubDate", "atom:updated").replace("Sat, 14 Mar 2026 12:00:00 GMT", "2026-03-14T12:00:00Z")),
        ("levy-1", "https://post.example/levy", "The levy falls."),
    ),
}


@pytest.mark.parametrize(("content", "expected"), ODD.values(), ids=ODD)
def test_odd_feeds_are_read(content: bytes, expected: tuple[str, str | None, str]) -> None:
    entry = only(content)
    assert (entry.name, entry.link, plain(entry.content)) == expected


ENCODINGS = [
    ("iso-8859-1", None, True),
    ("windows-1251", None, True),
    ("utf-16", None, True),
    ("iso-8859-1", "iso-8859-1", False),
    ("koi8-r", "KOI8-R", False),
]


@pytest.mark.parametrize(("codec", "charset", "is_declared"), ENCODINGS)
def test_letters_are_right_however_the_encoding_is_told(codec: str, charset: str | None, is_declared: bool) -> None:
    title = "Käse Müller" if codec != "koi8-r" and codec != "windows-1251" else "Пристань закрыта"
    prolog = f'<?xml version="1.0" encoding="{codec}"?>' if is_declared else ""
    content = rss(WHOLE.replace("Levy falls", title, 1), prolog=prolog).decode().encode(codec)
    assert only(content, charset).title == title


NO_FEEDS = [
    b"",
    b" ",
    b"\0" * 100,
    b"/etc/passwd",
    b"http://127.0.0.1:1/feed",
    b"<html><body><p>Not found</p></body></html>",
    b"{}",
    b"[]",
    b'{"items": 5}',
    b'{"items":' + b"[" * 100_000,
    b"<opml/>",
    b"Levy falls.",
    b"<" * 10_000,
]


@pytest.mark.parametrize("content", NO_FEEDS, ids=[content[:30].decode() for content in NO_FEEDS])
def test_what_is_no_feed_is_named_so(content: bytes) -> None:
    with pytest.raises(FeedError, match="no feed"):
        parse(content, URL)


def test_a_feed_without_entries_is_one() -> None:
    assert parse(rss(), URL).title == "The Post"


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}"><!ENTITY d "{}">]>'.format(
    "&a;" * 99, "&b;" * 99, "&c;" * 99
)
OUTSIDE = '<!DOCTYPE rss [<!ENTITY d SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_are_not_made_into_what_they_stand_for(prolog: str) -> None:
    entry = only(rss(WHOLE.replace("The levy falls.", "&d;"), prolog=prolog))
    assert len(entry.content) < 100
    assert "root" not in entry.content


@pytest.mark.parametrize("date", ["<pubDate>Sat, 14 Mar 2026 12:00:00 GMT</pubDate>", ""], ids=["dated", "undated"])
def test_a_word_without_end_costs_no_time(date: str) -> None:
    entry = only(rss(WHOLE.replace("<pubDate>Sat, 14 Mar 2026 12:00:00 GMT</pubDate>", date), head="") + b" ")
    assert entry.title == "Levy falls"
    endless = rss(f"<title>Levy</title><link>/levy</link>{date}<author>{'a' * 65_536}</author>")
    assert only(endless).author is None


def test_a_tag_without_end_is_not_read() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(60_000))
    with pytest.raises(FeedError, match="no feed"):
        parse(rss(WHOLE, f"<title {attributes}>Levy</title>"), URL)
    # As much text outside of tags is a feed like any other.
    assert only(rss(WHOLE.replace("The levy falls.", "levy " * 120_000))).title == "Levy falls"


def test_of_a_feed_without_end_the_front_is_read() -> None:
    found = parse(rss(*(WHOLE.replace("levy-1", str(number)) for number in range(MAX_ENTRIES + 5))), URL)
    assert (len(found.entries), found.is_cut, found.entries[0].name) == (MAX_ENTRIES, True, "0")


def test_a_feed_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_BYTES", 100)
    with pytest.raises(FeedError, match="larger"):
        parse(rss(WHOLE), URL)


PROSE = [
    ("The levy falls.", "The levy falls."),
    ("<p>The levy <b>falls</b>.</p><p>The pier &amp; stays.</p>", "The levy falls.\n\nThe pier & stays."),
    ("The levy<br>falls", "The levy\nfalls"),
    ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
    ("<style>p { x: y }</style><p>Levy</p><script>alert('</p>')</script>", "Levy"),
    ("<script>never closed <p>Levy</p>", ""),
    ("<!-- hidden --><p>Levy</p><!-- never closed", "Levy"),
    ("<p>3 < 5 and 7 > 6</p>", "3 < 5 and 7 > 6"),
    ("<p title='a > b'>Levy</p>", "Levy"),
    ("<p>Levy\x1b[31m</p>", "Levy[31m"),
    ("One.\n\nTwo\nlines.", "One.\n\nTwo\nlines."),
    ("<p>\x00Levy\x00</p>", "Levy"),
    ("<table><tr><td>7</td><td>8</td></tr></table>", "7\n\n8"),
    ("", ""),
]


@pytest.mark.parametrize(("content", "shown"), PROSE)
def test_what_a_feed_gives_is_text(content: str, shown: str) -> None:
    assert plain(content) == shown


def test_a_line_stays_one() -> None:
    assert plain_line("<p>Levy</p>\u2028<p>falls</p>") == "Levy falls"
