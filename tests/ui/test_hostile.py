"""Text that looks like markup, actions or terminal codes is shown, never obeyed."""

from __future__ import annotations

import msgspec
import pytest
from rich.control import ControlType
from rich.segment import Segment
from screen_text import article_screen, toasts, whole_screen
from textual.color import Color
from textual.events import Paste

from conftest import NARROW, WIDE
from reader.errors import FetchError
from reader.model import Actor, Analysis, Article, KeyPoint, Mention, Quote, Reading, Source
from reader.settings.config import Config
from reader.text import safe
from reader.ui.app import OnRecord
from reader.ui.boundary import OnlyShown
from reader.ui.screens.opening import OpeningScreen

EVIL = [
    ("a closing tag", "[/oops]"),
    ("an action", "[@click=app.quit]x[/]"),
    ("a style", "[bold red]x"),
    ("an unclosed tag", "[link="),
    ("a variable", "$primary [$boom]"),
    ("terminal codes", "\x1b[2J\x1b]0;title\x07\x9b31m"),
    ("a link for the terminal", "\x1b]8;;http://x.example\x1b\\x\x1b]8;;\x1b\\"),
    ("turned direction and tags", "\u202egnp.exe\u2066\U000e0041\U000e007f"),
    ("zeros, joiners and half a pair", "a\x00b\u200d\ufe0f\u200d\ud83d"),
]


def evil_reading(words: str) -> Reading:
    """A reading with these words in every place that is shown."""
    text = f"Before {words} after, said {words}.\n{words}"
    end = 7 + len(words)
    everywhere = Mention(start=7, end=end, text=words)
    quote = Quote(
        start=7,
        end=end,
        text=words,
        id="q",
        kind="direct",
        speech_act=words,
        speaker="a",
        mention=everywhere,
    )
    return Reading(
        source=Source(given=words, kind="html"),
        article=Article(
            text=text,
            headline=words,
            standfirst=words,
            byline=(words, words),
            agency=words,
            publisher=words,
            published=words,
            dateline=words,
        ),
        analysis=Analysis(
            key_points=(KeyPoint(start=0, end=len(text), text=text, score=1),),
            actors=(Actor(id="a", name=words, kind="person", role=words, mentions=(everywhere,)),),
            quotes=(quote, msgspec.structs.replace(quote, id="r", speaker=None)),
            notes=(words,),
        ),
    )


@pytest.mark.parametrize("words", [row[1] for row in EVIL], ids=[row[0] for row in EVIL])
async def test_evil_words_are_only_shown(opened, words: str) -> None:
    async with opened(evil_reading(words)) as pilot:
        await pilot.press("]", "tab", "tab", "escape", "/", *"after", "enter", "t", "s", "y")
        await pilot.pause()
        for size in (NARROW, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.click(offset=(12, 5))
            shown = whole_screen(pilot.app)
            controls = [c for c in shown if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)]
            assert controls == []
            assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
        assert pilot.app.is_running
        assert article_screen(pilot).desk.session.failure is None


async def test_evil_errors_are_only_shown(opened) -> None:
    async with opened() as pilot:
        screen = OpeningScreen(article_screen(pilot).keymap, article_screen(pilot).inks)
        await pilot.app.push_screen(screen)
        for name, words in EVIL:
            screen.show_failure(FetchError(f"Cannot read {words}.", words))
            pilot.app.notify(words, markup=False)
            await pilot.pause()
            shown = whole_screen(pilot.app)
            assert "Cannot read" in shown, name
            assert "\x1b" not in shown, name
        assert toasts(pilot) == [safe.printable(words) for _, words in EVIL]
        assert not safe.UNSAFE.search("".join(toasts(pilot)))
        assert pilot.app.is_running


async def test_what_is_pasted_is_words(opened) -> None:
    async with opened() as pilot:
        await pilot.press("/")
        await pilot.pause()
        pilot.app.post_message(Paste("\x1b]0;title\x07wa\u202ell\x9b5\U000e0041"))
        await pilot.pause()
        await pilot.pause()
        assert article_screen(pilot).desk.finder.value == "]0;titlewall5"


def test_a_line_is_drawn_without_codes_but_an_image_with_its_own() -> None:
    boundary, black = OnlyShown(), Color(0, 0, 0)
    words = [Segment("wall "), Segment("\x1b[2J\u202ered\x9b\u2028\u2029")]
    assert [segment.text for segment in boundary.apply(words, black)] == ["wall ", "[2Jred"]
    image = [Segment("\x1b[5;5H"), Segment("\x1bPq…", control=[(ControlType.CURSOR_FORWARD, 0)])]
    assert boundary.apply(image, black) == image
    assert pilot_filters() == ["OnlyShown"]


def pilot_filters() -> list[str]:
    """Which filters the program lets every line go through, of those that are ours."""
    filters = OnRecord(Config()).get_line_filters()
    return [type(each).__name__ for each in filters if type(each).__module__.startswith("reader.")]


async def test_the_browser_gets_web_addresses_only(opened) -> None:
    reading = evil_reading("x")
    reading = msgspec.structs.replace(
        reading, article=msgspec.structs.replace(reading.article, url="javascript:alert(1)")
    )
    async with opened(reading) as pilot:
        went: list[str] = []
        pilot.app.open_url = lambda url, **_: went.append(url)
        await pilot.press("o")
        assert went == []
        assert toasts(pilot) == ["This article has no web address."]
