"""Paragraphs of plain text: wrapped lines at any width are joined, lines that are paragraphs stay apart."""

import textwrap

import pytest

from reader.model import Span
from reader.text.paragraphs import opens_line, paragraphs

FIRST = (
    "The harbour council of Port Ellery voted on Friday to close the old ferry pier, which has stood for ninety years "
    "and which its crews had called unsafe since the storm of last winter broke two of its piles. Work on another "
    "begins in spring, once the engineers have brought their report on what the sea has left of the harbour wall."
)
SECOND = (
    "The crews were not asked, their union said, and will meet on Sunday. Forty of them would lose their work before "
    "the winter ends, and a second ferry from the north shore could take on no more than half of the passengers."
)
THIRD = "Residents of the north shore fear the traffic that a larger landing would bring to their narrow streets."
STORY = [FIRST, SECOND, THIRD]
CHINESE = "港务委员会周五投票决定关闭旧渡轮码头，该码头已有九十年历史，船员们自去年冬天风暴以来一直称其不安全"


def found(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


@pytest.mark.parametrize("width", [24, 30, 36, 40, 50, 65, 72, 80, 100, 102, 118, 121, 132, 150, 180])
def test_wrapped_at_any_width(width: int) -> None:
    assert found("\n\n".join(textwrap.fill(text, width) for text in STORY)) == STORY


@pytest.mark.parametrize("width", [50, 72, 102])
def test_wrapped_without_blank_lines_between(width: int) -> None:
    # A last line that happens to be full cannot be told from the others: here none is.
    assert found("\n".join(textwrap.fill(text, width) for text in STORY)) == STORY


WRAPPED = {
    "under a headline": ["Ferry pier to close", "", *textwrap.wrap(FIRST, 72)],
    "beside an address that no line holds": [
        "https://harbour.example/" + "x" * 90,
        "",
        *textwrap.wrap(FIRST + SECOND, 50),
    ],
    "by hand": [
        "The harbour council of Port Ellery voted on Friday to close",
        "the old ferry pier, which has stood for ninety years and which",
        "its crews had called unsafe since the storm of",
        "last winter broke two of its piles and nobody mended them.",
    ],
    "indented": ["   " + line for line in textwrap.wrap(FIRST, 72)],
    "a single break": ["The harbour council of Port Ellery voted on Friday to close the", "old pier."],
    "without capitals": [CHINESE, CHINESE, CHINESE + "。"],
}
NOT_WRAPPED = {
    "long lines": STORY,
    "headings and their text": ["Ferry pier to close", THIRD, "What the crews say", THIRD],
    "a headline alone over its text": ["Ferry stays in port as the storm closes the harbour", "Ada Moss waits."],
    "verse": ["Roses are red,", "violets are blue,", "ferries are late", "and so are you."],
    "headlines of one length": [
        "Ferry stays in port as storm closes the harbour",
        "Council puts off the bridge toll until spring",
        "Old lighthouse keeper never wrote a letter home",
        "Three ways to cook a herring, and one not to do",
    ],
    "verse of even lines": [f"The {word} that was left behind the wall," for word in ("boat", "bell", "rope", "oar")]
    * 3,
    "short items": ["no ferry on the north shore", "buses from the school", "two lines", "a walk along the wall"],
    "one long line among short ones that go on": ["a line that goes on in a small letter,", "as here", FIRST, SECOND],
    "sentences that end their lines": ["It sank. " * 7, "it did. " * 8, "it sank. " * 7],
    "lines of any length": ["the ferry that left the harbour on Monday was late and", "slow and", FIRST[:150], "old"],
}


@pytest.mark.parametrize("lines", WRAPPED.values(), ids=WRAPPED)
def test_is_wrapped(lines: list[str]) -> None:
    blocks = [line.strip() == "" for line in lines].count(True) + 1
    assert len(found("\n".join(lines))) == blocks


@pytest.mark.parametrize("lines", NOT_WRAPPED.values(), ids=NOT_WRAPPED)
def test_is_not_wrapped(lines: list[str]) -> None:
    assert len(found("\n".join(lines))) == len(lines)


def line(length: int, first: str = "word") -> str:
    """A line of small words; "word" behind it would reach five further."""
    return f"{first} {'of ' * 99}"[: length - 1].rstrip().ljust(length, "x")


def wrapped(short: int = 0, long: int = 0, length: int = 90, capitals: int = 0, of: int = 10, width: int = 60) -> bool:
    """Whether lines count as wrapped, of which some are short, some long, and some follow in a capital."""
    lines = [line(20)] * short + [line(length)] * long + [line(width, "Word")] * capitals
    return len(found("\n".join([*lines, *[line(width)] * (of + 1 - len(lines))][::-1]))) == 1


@pytest.mark.parametrize(
    ("just", "no_longer"),
    [
        pytest.param({"width": 40}, {"width": 39}, id="wide enough"),
        pytest.param({"short": 2}, {"short": 3}, id="eight lines of ten are full"),
        pytest.param({"long": 1, "length": 200}, {"long": 2, "length": 200}, id="nine lines of ten are even"),
        pytest.param({"long": 2, "length": 91}, {"long": 2, "length": 92}, id="seven tenths as long"),
        pytest.param({"capitals": 6}, {"capitals": 7}, id="four breaks of ten go on"),
    ],
)
def test_what_makes_a_text_wrapped(just: dict[str, int], no_longer: dict[str, int]) -> None:
    assert wrapped(**just)
    assert not wrapped(**no_longer)


@pytest.mark.parametrize(("length", "parts"), [(49, True), (50, False)])
def test_a_sentence_ends_its_paragraph_where_a_tenth_of_the_line_is_free(length: int, parts: bool) -> None:
    text = "\n".join([line(60), line(60), f"{line(length - 1)}.", line(60), line(60)])
    assert (len(found(text)) == 2) is parts


def test_items_of_a_list_part_in_wrapped_text() -> None:
    text = "\n".join(
        [
            *textwrap.wrap(FIRST + " The council named three reasons:", 72),
            "- the piles, which the storm broke",
            "- the crews",
            "* the traffic",
            *textwrap.wrap(SECOND, 72),
        ]
    )
    assert found(text)[1:] == ["- the piles, which the storm broke", "- the crews", f"* the traffic {SECOND}"]


def test_a_dash_that_begins_a_line_goes_on() -> None:
    text = (
        "The harbour council of Port Ellery voted on Friday to close the old\n"
        "ferry pier, which has stood for ninety years - the crews called it\n"
        "- the council heard it twice - unsafe since the storm of last winter."
    )
    assert len(found(text)) == 1


def test_a_sentence_that_ends_a_line_with_little_room_goes_on() -> None:
    text = (
        "The harbour council of Port Ellery voted on Friday to close the old\n"
        "ferry pier, which has stood for ninety years. Nobody had mended.\n"
        "The crews had called it unsafe since the storm of last winter broke\n"
        "its piles. It was late.\n"
        "Residents fear the traffic."
    )
    assert [paragraph[:9] for paragraph in found(text)] == ["The harbo", "Residents"]


def test_block_edges_part_wrapped_text_too() -> None:
    text = "\n".join(textwrap.wrap(FIRST, 72))
    assert [start for start, _ in paragraphs(text, [Span(0, 30)])] == [0, 31 - 1 if text[30] != " " else 31]


@pytest.mark.parametrize(("position", "opens"), [(0, True), (1, False), (3, False), (4, True), (6, True), (7, False)])
def test_opens_line(position: int, opens: bool) -> None:
    assert opens_line("abc\n  de", position) is opens
