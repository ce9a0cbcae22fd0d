"""What the lists show of an analysis, row by row, and how rows are set."""

from __future__ import annotations

from collections.abc import Iterable

import dam_story
import msgspec
import pytest

from reader.model import Analysis, Event, Excerpt, Figure, Span
from reader.settings.config import Tint
from reader.ui.attention.current import Target
from reader.ui.attention.quote_filter import Criterion, facets, in_words, listed
from reader.ui.rows import SHOWN_CHARACTERS, Paragraph, Row, around
from reader.ui.rows.actors import actor_rows
from reader.ui.rows.figures import figure_rows
from reader.ui.rows.layout import RowLayout
from reader.ui.rows.quotes import quote_rows
from reader.ui.rows.timeline import timeline_rows
from reader.ui.widgets.sidebar_width import NARROWEST_ARTICLE, NARROWEST_SIDEBAR, TWO_LISTS, sidebar_width
from reader.ui.widgets.tabs import Label, fitted

STORY = dam_story.analysis()


def said(rows: Iterable[Row]) -> list[list[str]]:
    """The words of each row, a string a paragraph."""
    return [[words_of(paragraph) for paragraph in row.paragraphs] for row in rows]


def words_of(paragraph: Paragraph) -> str:
    return "".join(words.text for words in paragraph.words).replace("\u00a0", " ")


def leading(rows: Iterable[Row]) -> list[Target]:
    return [row.target for row in rows if row.target]


def test_quotes_stand_under_their_speaker_with_the_words_that_give_them() -> None:
    rows = said(quote_rows(STORY))
    assert rows[:4] == [
        ["Ines Calder", "the valley’s governor"],
        ["“Nobody will sleep under that wall until I have seen it myself,”  promise"],
        ["said the works would not resume before the spring"],
        [""],
    ]
    assert leading(quote_rows(STORY)) == [Target("quote", index) for index in range(len(dam_story.QUOTES))]


def test_a_quote_that_denies_another_says_so_and_leads_there() -> None:
    row = next(row for row in quote_rows(STORY) if row.target == ("quote", 7))
    assert said([row]) == [
        [
            "no change touched the eastern wall",
            "↑ denies a senior engineer, above: the drawings had been changed twice",
        ],
    ]
    assert row.paragraphs[1].leads_to == Target("quote", 6)


def test_an_unnamed_source_is_marked_in_words() -> None:
    assert ["a senior engineer", "unnamed source"] in said(quote_rows(STORY))
    assert ["a senior engineer", "unnamed source", "1 quote · 1 mention"] in said(actor_rows(STORY))


def test_doubt_has_a_question_mark() -> None:
    assert ["Ines Calder ?", "the valley’s governor"] in said(quote_rows(STORY))


def test_a_speaker_who_is_more_doubtful_is_shown_as_no_fact() -> None:
    unsure = msgspec.structs.replace(dam_story.QUOTES[2], confidence=0.5)
    rows = said(quote_rows(msgspec.structs.replace(STORY, quotes=(unsure,))))
    assert rows[0] == ["perhaps Piet Arno", "spokesman of Havel Works"]


def test_only_listed_quotes_are_shown() -> None:
    rows = list(quote_rows(STORY, listed=(0, 7)))
    assert leading(rows) == [Target("quote", 0), Target("quote", 7)]
    assert said(rows)[3] == ["Havel Works"]


def test_notes_follow_the_quotes() -> None:
    noted = msgspec.structs.replace(STORY, notes=("Two names could not be told apart.",))
    assert said(quote_rows(noted))[-1] == ["Two names could not be told apart."]
    assert said(quote_rows(Analysis(), note="Being found…")) == [["Being found…"]]


def test_actors_have_role_aliases_counts_and_whom_they_speak_of() -> None:
    rows = said(actor_rows(STORY))
    assert rows[0] == ["Ines Calder", "the valley’s governor", "also Calder", "3 quotes · 4 mentions"]
    assert ["Havel Works", "1 quote · 2 mentions", "speaks of a senior engineer"] in rows


def test_places_stand_under_the_actors() -> None:
    rows = said(actor_rows(STORY))
    assert rows[-4:] == [[""], ["Places"], ["Lower Orle  2 mentions"], ["Stenmill  1 mention"]]
    assert leading(actor_rows(STORY))[-2:] == [Target("place", 0), Target("place", 1)]


def test_each_date_stands_over_its_sentences() -> None:
    rows = said(timeline_rows(dam_story.TEXT, STORY))
    assert rows[0] == ["10 March 2026"]
    assert rows[1][0].startswith("ORLE, Tarn Valley (Northwire) — Work on the Orle dam stopped on Tuesday")
    assert rows[2][0].startswith("“I have none left,” the governor answered an hour later")
    assert rows[3:5] == [[""], ["the spring"]]


@pytest.mark.parametrize(
    ("date", "printed"),
    [("2026-03", "March 2026"), ("2024/2026", "2024 to 2026"), ("2026-W11", "week of 9 March 2026"), ("2019", "2019")],
)
def test_dates_are_printed_as_precise_as_they_are(date: str, printed: str) -> None:
    event = Event(start=0, end=4, text="ORLE", date=date, when=Excerpt(start=0, end=4, text="ORLE"))
    assert said(timeline_rows("ORLE", Analysis(timeline=(event,))))[0] == [printed]


def test_figures_stand_over_their_sentence() -> None:
    rows = said(figure_rows(dam_story.TEXT, STORY))
    assert rows == [["412 people", "- Lower Orle: 412 people"], [""], ["230 people", "- Stenmill: 230 people"]]


TWICE = "The quay, built in 1931 for 40 ships, fell on Friday to 12 of them. It was sold on Friday."


def spans_of(*words: str) -> list[Span]:
    return [Span(start=(at := TWICE.index(word)), end=at + len(word)) for word in words]


def test_a_sentence_with_two_dates_stands_once_under_both() -> None:
    first, second = spans_of(TWICE[: TWICE.index(" It was")], "It was sold on Friday.")
    whens = [(first, "1931", "1931"), (first, "2026-03-13", "Friday"), (second, "2026-03-13", "Friday")]
    events = tuple(
        Event(each.start, each.end, TWICE[each.start : each.end], date, Excerpt(at, at + len(when), when))
        for each, date, when in whens
        for at in [TWICE.index(when, each.start)]
    )
    rows = list(timeline_rows(TWICE, Analysis(timeline=events)))
    assert said(rows) == [
        ["1931 · 13 March 2026"],
        [TWICE[first.start : first.end]],
        [""],
        ["13 March 2026"],
        ["It was sold on Friday."],
    ]
    assert [words.text for words in rows[1].paragraphs[0].words if "name" in words.inks] == ["1931", "Friday"]
    assert leading(rows) == [Target("event", 0), Target("event", 2)]


def test_a_sentence_with_two_figures_stands_once_under_both() -> None:
    sentence, forty, twelve = spans_of(TWICE[: TWICE.index(" It was")], "40 ships", "12 of them")
    figures = tuple(
        Figure(each.start, each.end, TWICE[each.start : each.end], 1.0, "ships", sentence) for each in (forty, twelve)
    )
    rows = list(figure_rows(TWICE, Analysis(figures=figures)))
    assert said(rows) == [["40 ships · 12 of them", TWICE[: sentence.end]]]
    assert leading(rows) == [Target("figure", 0)]


@pytest.mark.parametrize("rows", [actor_rows(Analysis(), "Nobody."), timeline_rows("", Analysis(), "Nobody.")])
def test_an_empty_list_says_why(rows: Iterable[Row]) -> None:
    assert said(rows) == [["Nobody."]]


LONG = "The council " + "of the upper valley " * 20 + "met on Friday night and " + "spoke at length " * 20 + "of it."
SENTENCES = [
    ("words at the beginning", "The council", "The council", "…"),
    ("words far on", "on Friday", "… ", " …"),
    ("words at the end", "of it.", "… ", "of it."),
]


@pytest.mark.parametrize(("words", "first", "last"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_a_long_sentence_is_cut_around_what_matters(words: str, first: str, last: str) -> None:
    start = LONG.index(words)
    focus = Span(start=start, end=start + len(words))
    shown = around(LONG, Span(start=0, end=len(LONG)), [focus], ("text",), ("name",))
    text = "".join(each.text for each in shown)
    assert shown[1].text == words
    assert text.startswith(first)
    assert text.endswith(last)
    assert len(text) <= SHOWN_CHARACTERS + len("…  …  ")
    assert text.strip("… ") in LONG


FILTERS = [
    ("nothing", (), None, ""),
    ("a speaker", (Criterion("speaker", "benn"),), (4,), "Marta Benn"),
    ("two speakers", (Criterion("speaker", "benn"), Criterion("speaker", "havel")), (4, 7), "Havel Works · Marta Benn"),
    ("a kind", (Criterion("kind", "indirect"),), (1, 5, 6, 7), "indirect"),
    ("a speech act", (Criterion("speech act", "deny"),), (5, 7), "deny"),
    ("a speaker and an act", (Criterion("speaker", "calder"), Criterion("speech act", "deny")), (5,), "Calder · deny"),
    ("unnamed sources", (Criterion("source", "unnamed"),), (6,), "unnamed"),
    ("what no quote is", (Criterion("speaker", "benn"), Criterion("speech act", "deny")), (), "Marta Benn · deny"),
]


@pytest.mark.parametrize(("criteria", "left", "words"), [row[1:] for row in FILTERS], ids=[row[0] for row in FILTERS])
def test_filter(criteria: tuple[Criterion, ...], left: tuple[int, ...] | None, words: str) -> None:
    assert listed(STORY, frozenset(criteria)) == left
    assert in_words(STORY, frozenset(criteria)) == words


def test_everything_that_can_be_chosen_lists_as_many_quotes_as_it_says() -> None:
    for choice in facets(STORY):
        assert len(listed(STORY, frozenset([choice.criterion])) or ()) == choice.quotes > 0


def test_rows_are_set_as_far_as_they_are_needed() -> None:
    asked = []

    def rows() -> Iterable[Row]:
        for row in quote_rows(STORY):
            asked.append(row)
            yield row

    setting = RowLayout(rows(), 30)
    setting.go_on(3)
    assert len(asked) == 3
    assert not setting.is_done
    narrower = setting.at_width(20)
    narrower.go_on()
    assert narrower.is_done
    assert narrower.rows == list(quote_rows(STORY))
    assert len(narrower.lines) > len(setting.lines)


@pytest.mark.parametrize("width", [1, 2, 12, 40])
def test_every_word_of_a_row_is_set(width: int) -> None:
    setting = RowLayout(quote_rows(STORY), width)
    setting.go_on()
    shown = "".join(piece.text for line in setting.lines for piece in line.pieces).replace("\u00a0", " ")
    for row in said(quote_rows(STORY)):
        for paragraph in row:
            assert paragraph.replace(" ", "") in shown.replace(" ", "")


def test_moving_goes_from_item_to_item_and_stops_at_the_ends() -> None:
    setting = RowLayout(quote_rows(STORY), 30)
    setting.go_on()
    first, last = setting.next_item(None, 1), setting.next_item(None, -1)
    assert setting.rows[first].target == ("quote", 0)
    assert setting.rows[last].target == ("quote", 10)
    assert setting.next_item(first, -1) == first
    assert setting.next_item(last, 1) == last
    assert setting.item_a_page_on(first, 1000) == last
    assert setting.item_a_page_on(last, -1000) == first
    page = setting.item_a_page_on(first, 10)
    assert 10 <= setting.lines_of(page)[1] <= 20


def test_an_item_is_shown_with_the_name_over_it() -> None:
    setting = RowLayout(quote_rows(STORY), 60)
    setting.go_on()
    first, end = setting.lines_of(setting.row_of([Target("quote", 2)]))
    assert [piece.text for piece in setting.lines[first].pieces] == ["Piet Arno"]
    assert [piece.text for piece in setting.lines[end - 1].pieces][-1].endswith("claim")


TABS = [
    Label("quotes", "Quotes", "3/24 · Calder"),
    Label("actors", "Actors", "12"),
    Label("timeline", "Timeline", "9"),
    Label("figures", "Figures", "4"),
]


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (80, ["Quotes 3/24 · Calder", "Actors 12", "Timeline 9", "Figures 4"]),
        (54, ["Quotes 3/24 · Calder", "Actors", "Timeline", "Figures"]),
        (46, ["Quotes 3/24 · Calder", "Who", "When", "Figures"]),
        (44, ["Quotes 3/24", "Actors", "Timeline", "Figures"]),
        (37, ["Quotes 3/24", "Who", "When", "Figures"]),
        (35, ["Said 3/24", "Who", "When", "Figures"]),
        (NARROWEST_SIDEBAR - 1, ["Said", "Who", "When", "Figures"]),
    ],
)
def test_tabs_fit_the_width(width: int, names: list[str]) -> None:
    assert fitted(TABS, ("quotes",), width) == names


def test_of_two_lists_both_say_how_much_is_in_them() -> None:
    assert fitted(TABS, ("quotes", "timeline"), 56) == ["Quotes 3/24 · Calder", "Actors", "Timeline 9", "Figures"]


def test_words_have_their_speakers_colour_only_where_all_have() -> None:
    def ink(tint: Tint) -> tuple[str, ...]:
        return next(row for row in quote_rows(STORY, tint=tint) if row.target).paragraphs[0].words[0].inks

    assert ink("calm") == ("text",)
    assert ink("full") == ("speaker-0",)


TOLD = [
    ("words between marks that were said", True, "say", ""),
    ("words between marks", True, "deny", "  deny"),
    ("a report, which has its verb", False, "accuse", ""),
]


@pytest.mark.parametrize(("verbatim", "act", "told"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_an_act_is_told_where_the_words_do_not(verbatim: bool, act: str, told: str) -> None:
    quote = dam_story.QUOTES[0]
    assert quote.wording is not None
    wording = msgspec.structs.replace(quote.wording, verbatim=verbatim)
    quote = msgspec.structs.replace(quote, speech_act=act, wording=wording)
    rows = said(quote_rows(msgspec.structs.replace(STORY, quotes=(quote,))))
    assert rows[1] == [f"{quote.text}{told}"]


@pytest.mark.parametrize(
    ("screen", "chosen", "width"),
    [
        (130, None, 51),
        (120, None, 41),
        (178, None, 60),
        (179, None, TWO_LISTS),
        (240, None, 120),
        (130, 70, 70),
        (130, 5, NARROWEST_SIDEBAR),
        (130, 500, 130 - NARROWEST_ARTICLE),
    ],
)
def test_width_of_the_sidebar(screen: int, chosen: int | None, width: int) -> None:
    assert sidebar_width(screen, 72, chosen) == width
