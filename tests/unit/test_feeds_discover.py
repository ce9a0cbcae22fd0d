"""The feeds that a page names."""

from __future__ import annotations

import pytest

from reader.feeds.discover import MOST, common_places, feeds_of

URL = "https://post.example/news/"
RSS = 'rel="alternate" type="application/rss+xml"'


def whole(inside: str) -> bytes:
    return f"<!doctype html><html><title>The Post</title>{inside}<p>The levy falls.</p></html>".encode()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f'<link {RSS} href="/rss">', ["https://post.example/rss"]),
        (f'<link {RSS} href="rss">', ["https://post.example/news/rss"]),
        (f'<base href="https://tide.example/a/"><link {RSS} href="rss">', ["https://tide.example/a/rss"]),
        (
            '<LINK REL="Alternate" TYPE="application/ATOM+xml; charset=utf-8" HREF="/atom">',
            ["https://post.example/atom"],
        ),
        ('<link rel="alternate" type="application/feed+json" href="/f.json">', ["https://post.example/f.json"]),
        ('<link rel="feed" href="/feed">', ["https://post.example/feed"]),
        (f'<body><link {RSS} href="/rss"></body>', ["https://post.example/rss"]),
        (
            f'<link {RSS} href="/comments/feed/"><link {RSS} href="/feed/">',
            ["https://post.example/feed/", "https://post.example/comments/feed/"],
        ),
        (f'<link {RSS} href="/rss"><link {RSS} href="/rss"><a href="/atom.xml">Atom</a>', ["https://post.example/rss"]),
        ('<a href="/rss.xml">RSS</a>', ["https://post.example/rss.xml"]),
        ('<a href="/sports/feed/">Feed</a><a href="/about">About</a>', ["https://post.example/sports/feed/"]),
        ('<a type="application/rss+xml" href="/x">x</a>', ["https://post.example/x"]),
        ('<link rel="alternate" hreflang="de" href="/de">', []),
        ('<link rel="stylesheet" type="text/css" href="/feed">', []),
        ('<a href="/feedback">Feedback</a><a href="/newsfeed-story.html">The feed of the hungry</a>', []),
        (f'<link {RSS} href="javascript:alert(1)"><link {RSS} href="file:///etc/passwd"><link {RSS}>', []),
        ("", []),
    ],
)
def test_feeds_are_found_where_a_page_names_them(page: str, found: list[str]) -> None:
    assert list(feeds_of(whole(page), URL)) == found


def test_of_a_page_that_names_feeds_without_end_some_are_taken() -> None:
    page = "".join(f'<link {RSS} href="/{number}">' for number in range(500))
    assert len(feeds_of(whole(page), URL)) == MOST


def test_the_common_places_are_on_the_site() -> None:
    assert all(address.startswith("https://post.example/") for address in common_places(URL))
