"""Links in the article: which may be followed, where they lead, and what the terminal is told of them."""

from __future__ import annotations

import re

import dam_story
import msgspec
import pytest
from rich.console import Console
from screen_text import article_screen, lines, toasts
from textual.pilot import Pilot

from conftest import NARROW
from reader.model import Analysis, Article, Link, Reading
from reader.settings.config import Config
from reader.ui.links import followable, numbered
from reader.ui.widgets.article_view import ArticleView

FOLLOWED = [
    ("a web address", "https://harbourpost.example/dam?page=2#top", True),
    ("an old one", "http://harbourpost.example", True),
    ("in capital letters", "HTTPS://HARBOURPOST.EXAMPLE/", True),
    ("of another script", "https://zürich.example/straße", True),
    ("a script", "javascript:alert(1)", False),
    ("a file", "file:///etc/hostname", False),
    ("mail", "mailto:desk@harbourpost.example", False),
    ("no host", "https:///dam", False),
    ("a space", "https://harbourpost.example/a b", False),
    ("the end of a terminal's link", "https://harbourpost.example/\x1b\\", False),
    ("a bell", "https://harbourpost.example/\x07", False),
    ("turned direction", "https://harbourpost.example/\u202egpj.exe", False),
    ("a hidden character", "https://harbour\u200bpost.example/", False),
]


@pytest.mark.parametrize(("url", "is_followed"), [row[1:] for row in FOLLOWED], ids=[row[0] for row in FOLLOWED])
def test_followable(url: str, is_followed: bool) -> None:
    links = [Link(start=3, end=9, url=url)]
    assert followable(links) == (tuple(links) if is_followed else ())


def link(start: int, end: int) -> Link:
    return Link(start=start, end=end, url=f"https://harbourpost.example/{start}-{end}")


def test_links_are_in_order_and_none_is_within_another() -> None:
    links = [link(30, 40), link(0, 10), link(2, 5), link(0, 4), link(10, 10), link(9, 20), link(10, 12)]
    assert followable(links) == (link(0, 10), link(10, 12), link(30, 40))


def test_the_links_that_begin_on_the_screen_are_numbered() -> None:
    links = [link(0, 10), link(20, 30), link(40, 50), link(60, 70)]
    assert numbered(links, (5, 60)) == {1: link(20, 30), 2: link(40, 50)}
    assert numbered(links, (71, 90)) == {}


WORDS = "every word of this link is one link and over three lines of a narrow window it leads to one page alone"
FIRST, SECOND = "https://harbourpost.example/one", "https://harbourpost.example/two"


def linked(*links: tuple[str, str]) -> Reading:
    text = f"Before it stands this. {WORDS}, and here is another one, and here the first again."
    found = tuple(Link(start=text.index(words), end=text.index(words) + len(words), url=url) for words, url in links)
    return Reading(source=dam_story.reading().source, article=Article(text=text, links=found), analysis=Analysis())


def hyperlinks(view: ArticleView) -> list[list[tuple[str, str]]]:
    """The id and the address of each hyperlink that is drawn, line by line."""
    console = Console(color_system="truecolor", force_terminal=True)
    drawn = (view.render_line(y).render(console) for y in range(view.size.height))
    return [re.findall(r"\x1b\]8;id=([^;]*);([^\x1b]+)\x1b\\", line) for line in drawn]


async def test_a_link_over_several_lines_is_one_to_the_terminal(opened) -> None:
    reading = linked((WORDS, FIRST), ("another one", SECOND), ("the first again", FIRST))
    async with opened(reading, NARROW) as pilot:
        await pilot.press("/", *"is one", "enter")  # cut once more by what is found
        await pilot.pause()
        found = [line for line in hyperlinks(article_screen(pilot).view) if line]
        assert len(found) >= 3
        ids: dict[str, list[str]] = {FIRST: [], SECOND: []}
        for line in found:
            for identity, url in line:
                if identity not in ids[url]:
                    ids[url].append(identity)
        assert len(ids[SECOND]) == 1
        assert len(ids[FIRST]) == 2  # two links that lead to one page are two
        assert len({*ids[FIRST], *ids[SECOND]}) == 3


async def click_on(pilot: Pilot[None], words: str) -> list[str]:
    """Click into words of the article; the addresses that are opened."""
    opened: list[str] = []
    pilot.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign] # no browser in a test
    view = article_screen(pilot).view
    # The last, for a key point may say the same above the text.
    y, line = [(y, line) for y, line in enumerate(lines(view)) if words in line][-1]
    await pilot.click(view, offset=(line.index(words) + 1, y))
    await pilot.pause()
    return opened


async def test_a_click_on_a_link_opens_it(opened) -> None:
    async with opened(linked((WORDS, FIRST), ("another one", SECOND))) as pilot:
        assert await click_on(pilot, "another one") == [SECOND]
        assert toasts(pilot) == [f"Opened {SECOND}"]
        assert await click_on(pilot, "every word") == [FIRST]
        assert await click_on(pilot, "Before it stands") == []


async def test_a_link_that_may_not_be_followed_is_words(opened) -> None:
    async with opened(linked((WORDS, "javascript:alert(1)"))) as pilot:
        assert await click_on(pilot, "every word") == []
        assert [line for line in hyperlinks(article_screen(pilot).view) if line] == []


async def test_a_click_on_a_link_in_a_quote_opens_it(opened) -> None:
    reading = dam_story.reading()
    words = "until I have seen it"
    at = dam_story.TEXT.index(words)
    with_link = msgspec.structs.replace(reading.article, links=(Link(start=at, end=at + len(words), url=FIRST),))
    async with opened(msgspec.structs.replace(reading, article=with_link)) as pilot:
        await pilot.press("]")
        await pilot.pause()
        assert await click_on(pilot, words) == [FIRST]


@pytest.mark.parametrize(("align", "is_left"), [("left", True), ("centre", False)])
async def test_where_the_article_stands(opened, align: str, is_left: bool) -> None:
    config = Config(align=align, measure=60)  # type: ignore[arg-type]
    async with opened(size=(160, 40), config=config) as pilot:
        rule = next(line for line in lines(article_screen(pilot).view) if "Harbour Post ─" in line)
        left = len(rule) - len(rule.lstrip())
        assert left == 4 if is_left else left > 12
        assert await click_on(pilot, "engineers found cracks") == [dam_story.LINKS[0][1]]
