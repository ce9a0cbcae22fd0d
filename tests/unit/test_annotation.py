"""Decisions of a reader in the form of the training corpora: what was decided is said, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

import reader
from reader.analysis.corrections import correction
from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.quotes.wordpiece import PLACEHOLDERS, UNKNOWN, Vocabulary
from reader.model import Article, Correction, Quote, Reading, Source, Span, Verdict
from reader.render.annotation import annotated
from reader.text.document import read
from reader.text.nlp_model import load
from training import articles, prepare
from training import corrections as files
from training.resolver_examples import annotated as tagged_by_hand
from training.resolver_examples import cases, outlet, reading
from training.resolver_examples import speakers as annotated_speakers

TEXT = (
    "Orla Fenwick, the harbour master, met Peter Lind, an engineer, on Monday.\n\n"
    "“The pier is not safe,” she said. Lind said the pier would stay open. Two divers said it had shaken.\n\n"
    "“We have heard that before,” he said."
)
STORY = Reading(
    Source("https://harbourpost.example/pier", "html", "https://www.harbourpost.example/pier"),
    Article(TEXT, headline="Pier stays open"),
    reader.analyze(TEXT),
)


def quote(words: str) -> Quote:
    return next(each for each in STORY.analysis.quotes if words in each.text)


def decide(words: str, verdict: Verdict, speaker: str | None = None, extent: str | None = None) -> Correction:
    at = TEXT.index(extent) if extent else 0
    right = Span(at, at + len(extent)) if extent else None
    return correction(TEXT, quote(words), verdict, speaker=speaker, words=right)


def test_the_program_finds_what_is_decided_of() -> None:
    assert len(STORY.analysis.quotes) == 4


Written = tuple[str, str | None, str | None, str | None]
SAFE, SHAKEN, BEFORE = "“The pier is not safe,”", "it had shaken", "“We have heard that before,”"
OPEN = "the pier would stay open"
WRITES: dict[str, tuple[list[Correction], list[Written]]] = {
    "right": ([decide("not safe", "right", "Orla Fenwick")], [(SAFE, "Orla Fenwick", "she", "said")]),
    "an unnamed source": ([decide("shaken", "right", "two divers")], [(SHAKEN, "~Two divers", "Two divers", "said")]),
    "given, a pronoun": ([decide("before", "given", "Peter Lind")], [(BEFORE, "Peter Lind", "he", "said")]),
    "given: the name of somebody else is not what names the source": (
        [decide("stay open", "given", "Orla Fenwick")],
        [(OPEN, "Orla Fenwick", None, "said")],
    ),
    "given to a name that is typed": ([decide("before", "given", "Mara Vale")], [(BEFORE, "Mara Vale", "he", "said")]),
    "wrong: nobody could tell": ([decide("before", "wrong")], [(BEFORE, None, "he", "said")]),
    "other words: the speaker was not decided of": (
        [decide("stay open", "extent", extent="the pier would stay")],
        [("the pier would stay", None, "Lind", "said")],
    ),
    "other words, and right": (
        [decide("stay open", "right", "Peter Lind"), decide("stay open", "extent", extent="the pier would stay")],
        [("the pier would stay", "Peter Lind", "Lind", "said")],
    ),
    "no quote": ([decide("before", "none")], []),
}


def words(span: Sequence[int] | None) -> str | None:
    return None if span is None else TEXT[span[0] : span[1]]


def record(*decided: Correction) -> dict[str, Any]:
    made = annotated(STORY, decided)
    assert made is not None
    return made


@pytest.mark.parametrize(("decided", "expected"), WRITES.values(), ids=WRITES)
def test_writes_what_was_decided_alone(decided: list[Correction], expected: list[Written]) -> None:
    found = record(*decided)["quotes"]
    assert [
        (TEXT[each["start"] : each["end"]], each["speaker"], words(each.get("mention")), words(each.get("cue")))
        for each in found
    ] == expected


def test_says_where_it_was_decided() -> None:
    checked = record(decide("not safe", "right", "Orla Fenwick"), decide("before", "none"))["checked"]
    assert [words(each) for each in checked] == [SAFE, "she", "said", BEFORE]
    checked = record(decide("stay open", "extent", extent="the pier would stay"))["checked"]
    assert [words(each) for each in checked] == ["Lind", "said", OPEN]


def test_people_are_who_speaks_and_other_people_everybody_else() -> None:
    made = record(decide("before", "given", "Peter Lind"), decide("shaken", "right", "two divers"))
    assert [(each["name"], each["kind"]) for each in made["people"]] == [
        ("Peter Lind", "person"),
        ("~Two divers", "unnamed"),
    ]
    assert made["people"][0]["aliases"] == ["Lind"]
    assert made["other_people"] == ["Orla Fenwick"]


def test_the_outlet_is_told_by_the_id() -> None:
    assert outlet(record(decide("before", "none"))["id"]) == "harbourpost.example"
    piped = replace(STORY, source=Source("-", "text"))
    made = annotated(piped, [decide("before", "none")])
    assert made is not None
    assert outlet(made["id"]) == "file"


def test_nothing_is_written_of_words_that_are_gone() -> None:
    gone = replace(decide("before", "none"), text="“We never heard of it,”")
    assert annotated(STORY, [gone]) is None


# -- and they are learned from ---------------------------------------------------------------------------------------

KNOWN = Vocabulary([UNKNOWN, *PLACEHOLDERS, *"“”.,", "said", "pier"])


def test_the_resolver_learns_from_the_speakers_that_were_decided_and_from_no_other() -> None:
    def made(*decided: Correction) -> list[list[str]]:
        article, document = record(*decided), read(TEXT, load())
        found = quote_tagger.load().tag(document, quoted_spans(document.text, document.paragraphs))
        right = []
        for tagged in (found, tagged_by_hand(article["quotes"])):
            seen = reading(article, document, tagged)
            names = [entity.name for entity in seen.stage.discourse.entities]
            right += [[names[n] for n in np.flatnonzero(case.right[:-1])] for case in cases(seen)]
        return right

    assert len(made(decide("before", "given", "Peter Lind"))) == 2
    assert made(decide("before", "wrong")) == made(decide("before", "none")) == []


def test_the_speakers_are_known_by_their_names() -> None:
    article = record(decide("before", "given", "Peter Lind"))
    (speaker,) = annotated_speakers(article, article["quotes"][0])
    assert speaker.forms == (("peter", "lind"), ("lind",))
    assert speaker.others == {("orla", "fenwick")}


def example(*decided: Correction) -> prepare.Example:
    (made,) = prepare.articles([record(*decided)], KNOWN)
    return made


def rows(item: prepare.Example, flags: Any) -> str:
    return " ".join(TEXT[slice(*item.offsets[row])] for row in np.flatnonzero(flags))


def test_the_tagger_learns_the_words_that_were_decided() -> None:
    item = example(decide("stay open", "extent", extent="the pier would stay"), decide("not safe", "none"))
    assert rows(item, item.tags) == "the pier would stay"
    assert rows(item, item.checked) == "“ The pier is not safe , ” Lind said the pier would stay open"
    assert (rows(item, item.sources), rows(item, item.cues)) == ("Lind", "said")


def guess(item: prepare.Example, *quotes: str) -> articles.Article:
    """The article as a network marks it that is half sure of these quotes, and points to nobody."""
    found = []
    for each in quotes:
        at = TEXT.index(each)
        span = prepare.rows_of([(int(a), int(b)) for a, b in item.offsets], at, at + len(each))
        assert span is not None
        found.append(prepare.Quote(*span, -1, -1, -1, -1))
    tags = np.zeros(len(item.tags), dtype=np.int64)
    for one in found:
        tags[one.start : one.end] = prepare.IN
        tags[one.start] = prepare.BEGIN
    marked = articles.annotated(
        replace_fields(item, quotes=np.array(found, dtype=np.int64), tags=tags, sources=tags * 0, cues=tags * 0),
        whole=False,
    )
    return replace_fields(marked, seen=item, chances=np.full((len(tags), 3), 0.5))


def replace_fields(value: Any, **fields: Any) -> Any:
    from dataclasses import replace as replaced

    return replaced(value, **fields)


def test_what_nobody_decided_of_is_as_the_network_says() -> None:
    item = example(decide("stay open", "extent", extent="the pier would stay"), decide("not safe", "none"))
    made = articles.decided(guess(item, "The pier is not safe", "would stay open. Two divers said", BEFORE))
    assert rows(item, made.tags) == f"the pier would stay {'“ We have heard that before , ”'}"
    assert [rows(item, np.isin(np.arange(len(item.tags)), range(*each))) for each in made.quotes] == [
        "the pier would stay",
        "“ We have heard that before , ”",
    ]
    assert not made.chances[item.checked].any()
    assert made.chances[~item.checked].any()
    assert len(made.to_source) == len(made.to_cue) == 2
    source = made.to_source[0].argmax()
    window, _ = quote_tagger.window(made.quotes[:, 0], made.quotes[:, 1], len(item.tags))
    assert rows(item, np.arange(len(item.tags)) == window[0][source]) == "Lind"


def test_files_are_read_one_by_one_or_a_folder_of_them(tmp_path: Any) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    one.write_text('{"id": "x_1", "n": 1}\n{"id": "x_2", "n": 1}\n', encoding="utf-8")
    other.write_text('{"id": "x_1", "n": 2}\n', encoding="utf-8")
    assert files.read(None) == []
    assert files.read(one) == [{"id": "x_1", "n": 1}, {"id": "x_2", "n": 1}]
    assert files.read(tmp_path) == [{"id": "x_1", "n": 2}, {"id": "x_2", "n": 1}]
