"""The seam of the tagger: another one takes the place of the trained one, and a data file that does not fit is told."""

import re
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from reader.analysis import attribution, learned
from reader.analysis.quotes import features, quote_tagger, wordpiece
from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.analysis.quotes.tagger import TaggedSpan, Tagger
from reader.errors import SetupError
from reader.model import Span
from reader.text.document import Document

Read = Callable[[str], Document]

TEXT = (
    "The council sat late. “The pier is not safe,” said Orla Fenwick, the harbour master. “It must close,” "
    "she added. The mayor, Tomas Reinholt, was not there."
)


class MarksAlone:
    """A tagger of twenty lines: every quotation in marks is said by the words behind "said" or before "added"."""

    version = "marks alone"

    def tag(self, document: Document, quoted: Sequence[QuotedSpan]) -> Sequence[TaggedSpan]:
        found = []
        for span in quoted:
            after = re.compile(r" (said) (Orla Fenwick)| (?P<who>\w+) (added)").match(document.text, span.end)
            if after is None:
                continue
            cue, source = (4, 3) if after["who"] else (1, 2)
            found.append(
                TaggedSpan(Span(span.start, span.end), Span(*after.span(cue)), Span(*after.span(source)), 1.0, 1.0)
            )
        return found


class Nothing:
    """A tagger that finds nothing."""

    version = "nothing"

    def tag(self, document: Document, quoted: Sequence[QuotedSpan]) -> Sequence[TaggedSpan]:
        return ()


def shown(document: Document, tagger: Tagger | None = None) -> list[tuple[str, str | None, str | None]]:
    found = attribution.find(document, tagger=tagger)
    names = {actor.id: actor.name for actor in found.actors}
    return [(q.text, names.get(q.speaker or ""), q.cue.text if q.cue else None) for q in found.quotes]


def test_another_tagger_takes_the_place_of_the_trained_one(parsed: Read) -> None:
    expected = [("“The pier is not safe,”", "Orla Fenwick", "said"), ("“It must close,”", "Orla Fenwick", "added")]
    assert shown(parsed(TEXT), MarksAlone()) == expected
    assert shown(parsed(TEXT)) == expected


def test_what_no_tagger_finds_is_no_quote(parsed: Read) -> None:
    assert shown(parsed(TEXT), Nothing()) == []
    assert {actor.name for actor in attribution.find(parsed(TEXT), tagger=Nothing()).actors} >= {"Tomas Reinholt"}


def test_the_trained_tagger_speaks_in_offsets_of_the_text(parsed: Read) -> None:
    document = parsed("\n\n  " + TEXT)
    tagged = quote_tagger.load().tag(document, quoted_spans(document.text, document.paragraphs))
    words = [(document.text[t.source.start : t.source.end] if t.source else None) for t in tagged]
    assert words == ["Fenwick", "she"]
    assert [document.text[t.content.start : t.content.end].strip("“”, ") for t in tagged] == [
        "The pier is not safe",
        "It must close",
    ]
    assert all(0 < t.p_content <= 1 and 0 < t.p_source <= 1 for t in tagged)


def test_pointers_of_many_quotes_are_found_in_parts(parsed: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    document = parsed(TEXT)
    quoted = quoted_spans(document.text, document.paragraphs)
    whole = quote_tagger.load().tag(document, quoted)
    monkeypatch.setattr(quote_tagger, "_POINTED_AT_ONCE", 1)
    parts = quote_tagger.load().tag(document, quoted)
    assert [(part.content, part.cue, part.source) for part in parts] == [(t.content, t.cue, t.source) for t in whole]
    assert [part.p_source for part in parts] == pytest.approx([t.p_source for t in whole], abs=1e-4)
    assert len(whole) == 2


def stored() -> dict[str, np.ndarray]:
    """A data file's arrays: the shipped ones."""
    with (
        resources.files("reader.analysis.quotes").joinpath(quote_tagger.DATA).open("rb") as file,
        np.load(file) as data,
    ):
        return {name: data[name] for name in data.files}


def test_a_data_file_carries_its_version() -> None:
    assert quote_tagger.unpacked({**stored(), learned.VERSION: np.array("v")}).version == "v"
    assert len(quote_tagger.load().version) == 12


@pytest.mark.parametrize("learned_on", ["", "0123456789abcdef"], ids=["no features named", "other features"])
def test_weights_learned_on_other_features_are_refused(learned_on: str) -> None:
    with pytest.raises(SetupError, match="does not fit"):
        quote_tagger.unpacked({**stored(), learned.FEATURES: np.array(learned_on)})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"quote_tagger.npz.*missing"):
        quote_tagger.read(tmp_path)


def test_another_way_of_reading_words_has_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = quote_tagger.fingerprint()
    monkeypatch.setattr(wordpiece, "LONGEST_WORD", wordpiece.LONGEST_WORD + 1)
    assert quote_tagger.fingerprint() != before


def test_a_changed_table_of_features_has_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = features.fingerprint()
    monkeypatch.setattr(features, "COLUMNS", {**features.COLUMNS, "word": features.WORD_ROWS + 1})
    assert features.fingerprint() != before


NAMES = {
    "Chicago": ("Daniel Morgan", "Chicago", "American"),
    "Nairobi": ("Wanjiru Kamau", "Nairobi", "Kenyan"),
    "Tokyo": ("Hiroshi Tanaka", "Tokyo", "Japanese"),
    "Cairo": ("Fatima Hassan", "Cairo", "Egyptian"),
}
STORY = (
    "The council in {1} closed the bridge on Tuesday. “It is not safe,” said {0}, the chief engineer. "
    "Three {2} companies built it in 1998. {0} said the repair would take a year, and that {1} would pay."
)


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_whoever_is_named_the_same_is_found(parsed: Read, names: tuple[str, str, str]) -> None:
    document = parsed(STORY.format(*names))
    surname = names[0].split()[1]
    found = quote_tagger.load().tag(document, quoted_spans(document.text, document.paragraphs))
    said = [tuple(document.text[span.start : span.end] for span in (t.content, t.cue, t.source) if span) for t in found]
    assert [(cue, source) for _, cue, source in said] == [("said", surname), ("said", surname)]
    assert [content[1:10] for content, _, _ in said] == ["It is not", "he repair"]
