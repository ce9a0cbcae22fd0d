"""Whatever the text holds: notes parse with their structure, front matter gives the strings back, JSON validates."""

import itertools
import json
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader import notes
from reader.model import (
    Actor,
    Analysis,
    Article,
    Block,
    Event,
    Excerpt,
    Figure,
    Glance,
    Image,
    KeyPoint,
    Mention,
    Note,
    Place,
    Quote,
    Reading,
    Source,
    Span,
    Wording,
)
from reader.render import facts, markdown, noted
from reader.render.attribution import is_verbatim, paragraphs, point_text, voices, words
from reader.render.json import from_json, schema, to_json
from reader.render.markdown import to_markdown
from reader.render.plain import to_plain
from reader.text.safe import one_line

WRITTEN = datetime(2026, 3, 15, 8, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
MARKUP = st.sampled_from(
    [
        "# [x](y) <script>",
        "\n---\n",
        "\n===\n",
        "```\n",
        "~~~",
        "    indented",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "| a | b |\n|---|---|",
        "&copy; &#35;",
        "![i](javascript:x)",
        "<https://x.example>",
        "1. ",
        "12) ",
        "- ",
        "+ ",
        "* * *",
        "> ",
        "\\",
        "  \n",
        "“",
        '"',
        "'",
        ": ",
        " #",
        "\u2028",
        "\x85",
        "\x1b[31m",
        "\x00",
        "\ud800",
        "\ufeff",
        "\u202e",
        "\uffff",
        "🚢",
        "👩‍👩‍👧",
        "__a__",
        "~~b~~",
        "[^1]: note",
        "[x]: http://x.example",
        "\t",
        "\xa0",
    ]
)
WORDS = st.lists(st.one_of(MARKUP, st.text(st.characters(), max_size=8)), max_size=6).map("".join)
MAYBE = st.none() | WORDS
URLS = st.none() | WORDS.map(lambda words: "https://news.example/" + words) | st.just("javascript:alert(1)") | WORDS


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(WORDS)

    def span() -> dict[str, int]:
        start = draw(st.integers(0, len(text)))
        return {"start": start, "end": draw(st.integers(start, len(text)))}

    def excerpt() -> dict[str, Any]:
        at = span()
        return {**at, "text": text[at["start"] : at["end"]]}

    def some(make: Any) -> tuple[Any, ...]:
        return tuple(make(number) for number in range(draw(st.integers(0, 3))))

    actors = some(lambda n: Actor(f"a{n}", draw(WORDS), "person", draw(MAYBE), (draw(WORDS),), (Mention(**excerpt()),)))
    speakers = st.sampled_from([None, *(actor.id for actor in actors)])

    def quote(number: int) -> Quote:
        wording = Wording((Excerpt(**excerpt()),), draw(st.booleans()), draw(WORDS)) if draw(st.booleans()) else None
        sure = draw(st.sampled_from([1.0, 0.7, 0.2]))
        return Quote(
            **excerpt(), id=f"q{number}", kind="direct", speaker=draw(speakers), confidence=sure, wording=wording
        )

    return Reading(
        Source(draw(WORDS), "html", draw(URLS)),
        Article(
            text,
            some(lambda _: Block("paragraph", **span())),
            headline=draw(MAYBE),
            standfirst=draw(MAYBE),
            byline=some(lambda _: draw(WORDS)),
            agency=draw(MAYBE),
            publisher=draw(MAYBE),
            published=draw(MAYBE),
            modified=draw(MAYBE),
            section=draw(MAYBE),
            dateline=draw(MAYBE),
            image=Image(draw(URLS), draw(MAYBE), draw(MAYBE), draw(MAYBE)),
            corrections=some(lambda _: Span(**span())),
            notices=some(lambda _: draw(WORDS)),
            url=draw(URLS),
        ),
        Analysis(
            sentences=some(lambda _: Span(**span())),
            key_points=some(lambda _: KeyPoint(**excerpt(), score=draw(st.floats(0, 1)), antecedent=draw(MAYBE))),
            actors=actors,
            quotes=some(quote),
            timeline=some(lambda _: Event(**excerpt(), date=draw(WORDS), when=Excerpt(**excerpt()))),
            figures=some(lambda _: Figure(**excerpt(), value=1.0, unit=draw(WORDS), sentence=Span(**span()))),
            places=some(lambda _: Place(draw(WORDS), draw(WORDS), (Mention(**excerpt()),))),
            glance=Glance(who=tuple(actor.id for actor in actors), where=draw(MAYBE), when=draw(MAYBE)),
            notes=some(lambda _: draw(WORDS)),
        ),
        some(lambda n: Note(WRITTEN, draw(WORDS), Excerpt(**excerpt()) if n else None, "" if n else draw(WORDS))),
    )


def _without_surrogates(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def _parse(note: str) -> tuple[Any, list[Token]]:
    _, front, body = note.split("---\n", 2)
    return yaml.safe_load(front), MarkdownIt("commonmark").parse(body)


def _shown(inline: Token) -> str:
    return "".join(child.content for child in inline.children or [])


def _inside(tokens: list[Token], kind: str) -> list[list[str]]:
    """The shown text of each paragraph or heading inside each element of a kind."""
    found: list[list[str]] = []
    depth = 0
    for token in tokens:
        if token.type == f"{kind}_open":
            depth += 1
            found.append([])
        elif token.type == f"{kind}_close":
            depth -= 1
        elif depth and token.type == "inline":
            found[-1].append(_shown(token))
    return found


@given(readings())
def test_note_parses_with_its_structure(reading: Reading) -> None:
    _, tokens = _parse(to_markdown(reading, saved=TODAY))
    analysis = reading.analysis
    headings = [
        (token.tag, _shown(inline)) for token, inline in itertools.pairwise(tokens) if token.type == "heading_open"
    ]
    speakers = [one_line(voice.name) for voice in voices(analysis)]
    own = noted.arranged(analysis.quotes, reading.noted).apart
    own = noted.arranged(analysis.quotes, reading.noted).apart
    parts = {
        "Noted": own,
        "Key points": analysis.key_points,
        "Who said what": analysis.quotes,
        "Timeline": facts.timeline(analysis),
        "Figures": facts.figures(reading.article, analysis),
        "Actors": analysis.actors,
        "Places": [place for place in analysis.places if one_line(place.name)],
        "Corrections": reading.article.corrections,
    }
    expected = [("h1", one_line(reading.article.headline or "") or "Untitled")]
    for title, content in parts.items():
        expected += [("h2", title)] if content else []
        expected += [("h3", name) for name in speakers] if title == "Who said what" else []
    assert headings == expected
    quotes = [quote for voice in voices(analysis) for quote in voice.quotes]
    assert _inside(tokens, "blockquote") == [
        [shown for part in paragraphs(words(quote)) if (shown := one_line(part))]
        for quote in quotes
        if is_verbatim(quote)
    ]
    points = [[shown] if (shown := one_line(point_text(point))) else [] for point in analysis.key_points]
    items = _inside(tokens, "list_item")
    reported = sum(not is_verbatim(quote) for quote in quotes)
    listed = sum(len(parts[title]) for title in parts if title not in ("Who said what", "Places"))
    glanced = len(items) - listed - reported
    assert 0 <= glanced <= 4
    assert items[glanced + len(own) :][: len(points)] == points


@pytest.mark.parametrize("template", markdown.shipped_names())
@given(reading=readings())
def test_note_holds_no_markup_of_the_article(template: str, reading: Reading) -> None:
    _, tokens = _parse(to_markdown(reading, saved=TODAY, template=markdown.shipped(template)))
    kinds = {token.type for token in tokens}
    inline = [child for token in tokens for child in token.children or []]
    assert not kinds & {"fence", "code_block", "html_block", "hr", "ordered_list_open", "table_open"}
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "link_open", "link_close"}
    targets = [str(child.attrs["href"]) for child in inline if child.type == "link_open"]
    assert len(targets) <= 1
    assert all(target.startswith(("http://", "https://")) and " " not in target for target in targets)


@given(readings())
def test_front_matter_gives_the_strings_back(reading: Reading) -> None:
    front, _ = _parse(to_markdown(reading, saved=TODAY))
    article = reading.article
    if one_line(article.headline or ""):
        assert front["title"] == _without_surrogates(article.headline or "")
    assert front["byline"] == [_without_surrogates(name) for name in article.byline]
    assert front["publisher"] == (None if article.publisher is None else _without_surrogates(article.publisher))
    assert front["published"] == (None if article.published is None else _without_surrogates(article.published))
    assert front["saved"] == "2026-11-23"
    assert front["url"] is None or front["url"].lower().startswith(("http://", "https://"))
    said = [voice.actor.name for voice in voices(reading.analysis) if voice.actor and not voice.perhaps]
    assert front["speakers"] == [_without_surrogates(name) for name in said]


def _strict(part: Any) -> Any:
    """The schema, with every object closed, so that a key it does not describe is found."""
    if isinstance(part, list):
        return [_strict(item) for item in part]
    if not isinstance(part, dict):
        return part
    closed = {"additionalProperties": False} if part.get("type") == "object" else {}
    return {key: _strict(value) for key, value in part.items()} | closed


VALIDATOR = jsonschema.Draft202012Validator(_strict(schema()))


@given(readings())
def test_json_validates_and_reads_back(reading: Reading) -> None:
    written = to_json(reading)
    document = json.loads(written.encode("utf-8"))
    VALIDATOR.validate(document)
    assert next(iter(document)) == "schema"
    back = from_json(written)
    assert to_json(back) == written
    assert [len(quote.text) for quote in back.analysis.quotes] == [len(q.text) for q in reading.analysis.quotes]
    if "\ufffd" not in written:
        assert back == reading


@given(readings())
def test_json_lines_are_one_line(reading: Reading) -> None:
    line = to_json(reading, indent=None)
    assert len(line.splitlines()) == 1
    assert json.loads(line) == json.loads(to_json(reading))


@given(readings())
def test_nothing_written_is_obeyed_by_a_terminal(reading: Reading) -> None:
    for output in (to_markdown(reading, saved=TODAY), to_json(reading), to_plain(reading)):
        output.encode("utf-8")
        assert not [c for c in output if unicodedata.category(c) == "Cc" and c != "\n"]
        assert not set(output) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(WORDS)
def test_note_names_are_safe_on_every_system(headline: str) -> None:
    reading = Reading(Source("-", "text"), Article("", headline=headline, published="2026-03-14"), Analysis())
    name = notes.note_name(reading, TODAY)
    assert name.startswith("2026-03-14 ")
    assert len(name.encode("utf-8")) <= 130
    assert not set(name) & set('/\\:*?"<>|#^[]')
    assert all(unicodedata.category(c)[0] != "C" for c in name)
    assert unicodedata.is_normalized("NFC", name)
    assert name == " ".join(name.split())
    assert not name.endswith(".")


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
def test_every_form_ends_in_one_line_break(form: notes.Format) -> None:
    reading = Reading(Source("-", "text"), Article(""), Analysis())
    assert notes.render(reading, form, saved=TODAY)[-2:].count("\n") == 1
