"""Feeds and articles that other readers hand out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FeedError
from reader.feeds import newsboat, opml, saved
from reader.model.subscriptions import Saved, Subscription

POST, TIDE = "https://post.example/rss", "https://tide.example/feed"


@pytest.mark.parametrize(
    ("outlines", "feeds", "skipped"),
    [
        (f'<outline text="Post" xmlUrl="{POST}"/>', [(POST, "Post", "")], 0),
        (f'<outline text="x" title="Post" type="rss" xmlurl="{POST}"/>', [(POST, "Post", "")], 0),
        (f'<outline text="News"><outline text="World"><outline text="Post" xmlUrl="{POST}"/></outline></outline>'
         f'<outline text="Tide" xmlUrl="{TIDE}"/>', [(POST, "Post", "News/World"), (TIDE, "Tide", "")], 0),
        (f'<outline text="A/B"><outline xmlUrl="{POST}"/></outline>', [(POST, "", "A-B")], 0),
        (f'<outline text="Post" xmlUrl="{POST}"/><outline text="Again" xmlUrl="{POST}"/>', [(POST, "Post", "")], 0),
        ('<outline text="Mine" xmlUrl="file:///etc/passwd"/><outline text="J" xmlUrl="javascript:x"/>', [], 2),
        ('<outline text="Empty folder"/><outline text="Link" type="link" url="https://post.example/"/>', [], 0),
        (f'<outline text="&#x202e;Post &amp; Co" xmlUrl="{POST}"/>', [(POST, "Post & Co", "")], 0),
        (f'<outline text="Post & Co" xmlUrl="{POST}"/>', [(POST, "Post  Co", "")], 0),
        (f'<outline text="Post" xmlUrl="{POST}">', [(POST, "Post", "")], 0),
    ],
)  # fmt: skip
def test_opml_is_read_with_its_folders(outlines: str, feeds: list[tuple[str, str, str]], skipped: int) -> None:
    found = opml.read(f'<?xml version="1.0"?><opml version="2.0"><head/><body>{outlines}</body></opml>'.encode())
    assert [(each.address, each.title.replace("Post Co", "Post  Co"), each.folder) for each in found.feeds] == feeds
    assert len(found.skipped) == skipped


@pytest.mark.parametrize("content", [b"", b"<rss/>", b"<html><body>", b"\0\0", b"{}", b"<o:opml><body/></o:opml>"])
def test_what_is_no_opml_is_named_so(content: bytes) -> None:
    with pytest.raises(FeedError, match="no OPML"):
        opml.read(content)


def test_entities_and_depth_without_end_do_no_harm() -> None:
    laughs = '<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}">]>'.format("&a;" * 99, "&b;" * 99)
    found = opml.read(f'{laughs}<opml><body><outline text="&c;" xmlUrl="{POST}"/></body></opml>'.encode())
    assert all(len(each.title) < 500 for each in found.feeds)
    deep = opml.read(b"<opml><body>" + b'<outline text="a">' * 5_000 + f'<outline xmlUrl="{POST}"/>'.encode())
    assert all(each.folder.count("/") < opml.MAX_DEPTH for each in deep.feeds)


folders = st.lists(st.sampled_from(["News", "World", "Vale & Co", "<b>", "é"]), max_size=3).map("/".join)
feeds = st.builds(
    Subscription,
    st.integers(0, 10**6).map(lambda number: f"https://post.example/{number}?a=1&b=2"),
    st.text(alphabet="aé& <>\"'1", min_size=1, max_size=20).map(lambda title: " ".join(title.split()) or "x"),
    folders,
)


@given(st.lists(feeds, max_size=8, unique_by=lambda feed: feed.address))
def test_what_is_written_is_read_again(written: list[Subscription]) -> None:
    assert set(opml.read(opml.write(written)).feeds) == set(written)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{POST}", (POST, "", "")),
        (f'{POST} News "Far away" "~Harbour Post"', (POST, "Harbour Post", "News")),
        (f'{POST} "~Harbour Post" "!" News', (POST, "Harbour Post", "News")),
        (f'{POST} "never closed', (POST, "", "never")),
        (f"{POST} a/b", (POST, "", "a-b")),
        ("# a comment 'never closed", None),
        ("", None),
    ],
)
def test_newsboats_lines_are_read(line: str, expected: tuple[str, str, str] | None) -> None:
    found = newsboat.read(line)
    assert [(each.address, each.title, each.folder) for each in found.feeds] == ([expected] if expected else [])
    assert not found.skipped


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('"query:Unread:unread = \\"yes\\""', "query feed"),
        ('"exec:~/bin/make-feed"', "not run here"),
        (f'"filter:~/bin/clean:{POST}"', "not run here"),
        ("file:///home/mara/feed.xml", "on this machine"),
        ("gopher://post.example", "no web address"),
    ],
)
def test_what_newsboat_makes_itself_is_left_out_and_said(line: str, reason: str) -> None:
    found = newsboat.read(f"\n{line}")
    assert not found.feeds
    assert found.skipped[0].startswith("Line 2: ")
    assert reason in found.skipped[0]


LEVY = "https://post.example/levy"
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("exported", "expected"),
    [
        (f"title,url,time_added,tags,status\nLevy falls,{LEVY},1773489600,pier|levy,archive\n",
         Saved(LEVY, "Levy falls", NOON, ("pier", "levy"), is_read=True)),
        (f"title,url,time_added,tags,status\n{LEVY},{LEVY},1773489600,,unread\n", Saved(LEVY, "", NOON)),
        (f'URL,Title,Selection,Folder,Timestamp,Tags\n{LEVY},Levy falls,"a\nb",Starred,1773489600,"[""pier""]"\n',
         Saved(LEVY, "Levy falls", NOON, ("pier",), is_starred=True)),
        (f'[{{"url":"{LEVY}","title":"Levy falls","tags":["pier"],"is_archived":1,"is_starred":0,'
         '"created_at":"2026-03-14T13:00:00+0100"}]', Saved(LEVY, "Levy falls", NOON, ("pier",), is_read=True)),
        (f'[{{"url":"{LEVY}","title":"Levy falls","state":"Archived","labels":["pier"],'
         '"savedAt":"2026-03-14T12:00:00.000Z"}]', Saved(LEVY, "Levy falls", NOON, ("pier",), is_read=True)),
    ],
)  # fmt: skip
def test_articles_kept_elsewhere_are_read(exported: str, expected: Saved) -> None:
    assert saved.read(exported) == (expected,)


def test_the_oldest_comes_first_each_address_once_and_only_those_of_the_web() -> None:
    rows = f"b,{LEVY},20\na,https://tide.example/,10\nc,{LEVY},30\nd,javascript:x,5\ne,,1\nf,{LEVY}2,{'9' * 5000}\n"
    found = saved.read("title,url,time_added\n" + rows)
    assert [each.title for each in found] == ["a", "b", "f"]


@pytest.mark.parametrize(
    "exported", ["", "a,b\n1,2\n", "[1]", '{"items": []}', "[" * 100_000, "<html>", "url" * 200_000]
)
def test_what_is_no_list_of_articles_is_named_so(exported: str) -> None:
    with pytest.raises(FeedError, match="no list of articles"):
        saved.read(exported)
