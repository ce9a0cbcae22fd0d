"""Checking and mending a quote by keys alone: its evidence, every decision, taking one back, and a new start."""

from __future__ import annotations

from pathlib import Path

import dam_story
import msgspec
import pytest
from processes import PAGE, all_done, analysed, kept_in_library, library, started, until
from screen_text import article_screen, status, text, toasts, whole_screen
from textual.pilot import Pilot
from textual.widgets import Input

from reader.cli import reading as cli_reading
from reader.cli.reading import Wish
from reader.model import Analysis, Excerpt, Likely, Quote, Reading
from reader.settings import paths
from reader.settings.config import Config
from reader.ui.windows.evidence import EvidenceWindow
from reader.ui.windows.extent import ExtentWindow
from reader.ui.windows.name import NameWindow
from reader.workers import Lanes

ASK, NONE_LEFT = 8, 9
SIZES = [(60, 20), (160, 45)]


def story() -> Reading:
    """The story; of the quote of "the governor" two others come into question."""
    reading = dam_story.reading()
    quotes = list(reading.analysis.quotes)
    quotes[NONE_LEFT] = msgspec.structs.replace(
        quotes[NONE_LEFT],
        mention=dam_story.mention("the governor", kind="nominal"),
        cue=dam_story.excerpt("answered"),
        others=(Likely("arno", 0.31), Likely("benn", 0.08)),
    )
    analysis = msgspec.structs.replace(reading.analysis, quotes=tuple(quotes))
    return msgspec.structs.replace(reading, analysis=analysis)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def at(pilot: Pilot[None], index: int) -> None:
    """Have a quote current."""
    desk = article_screen(pilot).desk
    desk.go(desk.current.at_quote(index))
    await pilot.pause()


def found(pilot: Pilot[None]) -> Analysis:
    return article_screen(pilot).desk.reading.analysis


def quote_of(pilot: Pilot[None]) -> Quote:
    quote = article_screen(pilot).desk.current.quote
    assert quote is not None
    return quote


@pytest.mark.parametrize("size", SIZES)
async def test_the_evidence_is_shown(opened, size: tuple[int, int]) -> None:
    async with opened(story(), size=size) as pilot:
        await at(pilot, NONE_LEFT)
        await press(pilot, "!")
        assert isinstance(pilot.app.screen, EvidenceWindow)
        shown = " ".join(whole_screen(pilot.app).split())
        for words in (
            "quote 10/11",
            "direct · say · cue “answered”",
            "right: Ines Calder said it",
            "Piet Arno said it .31",
        ):
            assert words in shown
        await press(pilot, "G", "g", "space")
        assert "“the governor” → “Calder denied” → Ines Calder" in " ".join(
            whole_screen(pilot.app).replace("│", " ").split()
        )
        await press(pilot, "pagedown", "pagedown")
        assert "or Piet Arno .31, Marta Benn .08" in " ".join(whole_screen(pilot.app).replace("│", " ").split())
        await press(pilot, "!")
        assert pilot.app.screen is article_screen(pilot)


DECISIONS = {
    "right": (("1",), "calder", ("right",), "✓ right"),
    "right, with Enter": (("enter",), "calder", ("right",), "✓ right"),
    "not known who": (("2",), None, ("wrong",), "✓ speaker not known"),
    "an actor of the list": (("3", "down", "down", "enter"), "havel", ("given",), "✓ given to Havel Works"),
    "an actor by some letters": (("3", *"benn", "enter"), "benn", ("given",), "✓ given to Marta Benn"),
    "a name that is typed": (("3", *"Jo Vale", "enter"), "jo-vale", ("given",), "✓ given to Jo Vale"),
    "the next one": (("6",), "arno", ("given",), "✓ given to Piet Arno"),
    "the last one, moved to": (("G", "enter"), "benn", ("given",), "✓ given to Marta Benn"),
    "fewer words": (("5", "left", "left", "enter"), "calder", ("extent",), "✓ other words"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("keys", "speaker", "verdicts", "said"), DECISIONS.values(), ids=DECISIONS)
async def test_decides(
    opened,
    keys: tuple[str, ...],
    speaker: str | None,
    verdicts: tuple[str, ...],
    said: str,
    size: tuple[int, int],
) -> None:
    async with opened(story(), size=size) as pilot:
        await at(pilot, NONE_LEFT)
        await press(pilot, "!")
        for key in keys:
            await press(pilot, key)
        assert pilot.app.screen is article_screen(pilot)
        decided = quote_of(pilot)
        assert (decided.speaker, decided.corrections) == (speaker, verdicts)
        assert said in status(pilot)
        assert len(found(pilot).quotes) == len(dam_story.QUOTES)
        await press(pilot, "U")
        assert found(pilot).quotes == story().analysis.quotes
        assert "taken back" in status(pilot)


async def test_no_quote_is_gone_from_article_and_list_until_it_is_taken_back(opened) -> None:
    async with opened() as pilot:
        await at(pilot, ASK)
        await press(pilot, "!", "4")
        assert article_screen(pilot).desk.current.quote is None
        assert "I ask for patience" not in [quote.text for quote in found(pilot).quotes]
        assert "Quotes 10" in whole_screen(pilot.app)
        await press(pilot, "U")
        assert "I ask for patience" in quote_of(pilot).text


async def test_ends_are_moved_by_words(opened) -> None:
    async with opened() as pilot:
        await at(pilot, 6)
        await press(pilot, "!", "5")
        window = pilot.app.screen
        assert isinstance(window, ExtentWindow)
        await press(pilot, "right", "tab", "right", "right", "left", "tab", "left")
        assert dam_story.TEXT[window.extent.start : window.extent.end] == "drawings had been changed"
        await press(pilot, "tab", "tab", *["right"] * 40)  # 37 words stand behind it
        assert window.extent.end == len(dam_story.TEXT)
        await press(pilot, "escape")
        assert quote_of(pilot).corrections == ()
        await at(pilot, 0)
        await press(pilot, "!", "5", "tab", *["left"] * 36)  # 33 words stand before it
        assert isinstance(pilot.app.screen, ExtentWindow)
        assert pilot.app.screen.extent.start == 0


@pytest.mark.parametrize("keys", [("escape",), ("3", "escape"), ("5", "escape"), ("5", "enter"), ("q",)])
async def test_leaving_decides_nothing(opened, keys: tuple[str, ...]) -> None:
    async with opened() as pilot:
        await at(pilot, ASK)
        await press(pilot, "!")
        for key in keys:
            await press(pilot, key)
        assert pilot.app.screen is article_screen(pilot)
        assert found(pilot) == dam_story.analysis()


async def test_of_a_quote_of_nobody_known_nothing_is_right(opened) -> None:
    async with opened() as pilot:
        await at(pilot, 10)
        await press(pilot, "!", "1")
        assert isinstance(pilot.app.screen, EvidenceWindow)
        assert "who said it is not known" in whole_screen(pilot.app)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, NameWindow)
        assert pilot.app.screen.query_one(Input).has_focus
        await press(pilot, *"calder", "enter")
        assert quote_of(pilot).speaker == "calder"


async def test_it_is_marked_in_the_list_and_alone_and_saved_and_copied(opened, own_folders: Path) -> None:
    async with opened() as pilot:
        await at(pilot, ASK)
        await press(pilot, "!", "3", *"benn", "enter")
        assert text(article_screen(pilot).query_one("#quotes")).count("✓ corrected") == 1
        await press(pilot, "s", "y")
        (note,) = own_folders.glob("*.md")
        benn = note.read_text(encoding="utf-8").partition("### Marta Benn\n")[2].partition("###")[0]
        assert "> “I ask for patience,”\n\n¶ 8, ✓ corrected by the reader" in benn
        assert "— Marta Benn ✓ corrected by the reader" in pilot.app.clipboard
        await press(pilot, "e")
        assert "✓ corrected" in text(article_screen(pilot).view)


async def test_the_reader_stays_where_they_are_with_their_filter(opened) -> None:
    async with opened(size=(130, 16)) as pilot:
        await press(pilot, "u", "enter")
        await at(pilot, 6)
        before = article_screen(pilot).desk.filter, text(article_screen(pilot).view)
        await press(pilot, "!", "1")
        shown = text(article_screen(pilot).view).replace("✓", " ")
        assert (article_screen(pilot).desk.filter, shown) == before
        assert quote_of(pilot).corrections == ("right",)
        assert article_screen(pilot).desk.current.listed == (6,)


async def test_words_shown_alone_make_place_for_the_whole_text(opened) -> None:
    async with opened() as pilot:
        await at(pilot, ASK)
        await press(pilot, "e", "!", "2")
        assert article_screen(pilot).desk.focus_on.alone is None
        assert quote_of(pilot).speaker is None


async def test_it_is_there_at_a_new_start(opened) -> None:
    with kept_in_library() as archive:
        async with opened(archive=archive) as pilot:
            await at(pilot, ASK)
            await press(pilot, "!", "3", *"benn", "enter")
            await press(pilot, "!", "1")
    with kept_in_library() as archive:
        async with opened(archive=archive) as pilot:
            await taken_back(pilot)
    reading = dam_story.reading()
    with library() as kept:
        stored = kept.articles.load(kept.articles.find(reading.source, reading.article) or 0)
        assert stored is not None
        assert stored.corrections == ()


async def taken_back(pilot: Pilot[None]) -> None:
    await at(pilot, ASK)
    assert (quote_of(pilot).speaker, quote_of(pilot).corrections) == ("benn", ("right",))
    await press(pilot, "U", "U")
    assert found(pilot) == dam_story.analysis()
    await press(pilot, "U")
    assert "There is nothing to take back: you have marked and decided nothing here." in toasts(pilot)


async def test_what_cannot_be_kept_holds_for_the_run_and_is_told(opened) -> None:
    paths.library_file().parent.mkdir(parents=True)
    paths.library_file().write_bytes(b"no library at all " * 500)
    with kept_in_library() as archive:
        async with opened(archive=archive) as pilot:
            await at(pilot, ASK)
            await press(pilot, "!", "2")
            assert quote_of(pilot).corrections == ("wrong",)
            (told,) = [said for said in toasts(pilot) if "library.db" in said]  # once
    assert paths.library_file().read_bytes() == b"no library at all " * 500
    assert told


async def test_hostile_words_are_shown_as_they_are(opened) -> None:
    reading = dam_story.reading()
    name = "[@click=app.exit]Vale[/] \x1b[31m" + "long " * 40
    actors = tuple(msgspec.structs.replace(actor, name=name, role="[/oops]") for actor in reading.analysis.actors)
    quotes = tuple(
        msgspec.structs.replace(quote, cue=Excerpt(quote.start, quote.end, "[b]\x1b"))
        for quote in reading.analysis.quotes
    )
    analysis = msgspec.structs.replace(reading.analysis, actors=actors, quotes=quotes)
    async with opened(msgspec.structs.replace(reading, analysis=analysis)) as pilot:
        await at(pilot, ASK)
        await press(pilot, "!")
        shown = whole_screen(pilot.app)
        assert "[@click=app.exit]Vale[/]" in shown
        assert "\x1b" not in shown
        await press(pilot, "3")
        assert "[@click=app.exit]Vale[/]" in whole_screen(pilot.app)
        assert "\x1b" not in whole_screen(pilot.app)


async def test_a_new_analysis_has_it_on_the_screen_as_without_one(workers: Lanes, tmp_path: Path) -> None:
    page = tmp_path / "dam.html"
    page.write_text(PAGE, encoding="utf-8")
    async with started(workers, str(page)) as pilot:
        await until(pilot, analysed(pilot))
        await press(pilot, "]", "!", "3", *"Marta Benn", "enter")
        await until(pilot, all_done(pilot))
        decided = article_screen(pilot).desk.reading.analysis
        assert "✓ given to Marta Benn" in status(pilot)
    # Something is put in front of what was said.
    page.write_text(
        PAGE.replace("<p>ORLE", "<p>The school is closed today, and so is the bridge over the Tarn.</p><p>ORLE")
    )
    async with started(workers, str(page)) as pilot:
        await until(pilot, analysed(pilot))
        on_screen = article_screen(pilot).desk.reading
        moved = on_screen.analysis.quotes[0].start - decided.quotes[0].start
        assert moved > 0
        assert [each.corrections for each in on_screen.analysis.quotes] == [each.corrections for each in decided.quotes]
        assert decided.quotes[0].corrections == ("given",)
    without = cli_reading.read(str(page), None, Wish(5, "news", Config().language_model))
    assert isinstance(without, Reading)
    assert without.analysis == on_screen.analysis
