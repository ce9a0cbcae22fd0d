"""The layer of a language model behind the name tagger: its windows, and what it says of a word where it stands."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.entities import name_context, name_tagger
from reader.analysis.entities.name_context import WINDOW, Context
from reader.text.document import Document

Read = Callable[[str], Document]


@pytest.fixture(scope="module")
def layer() -> Context:
    return name_tagger.load().context


@given(st.lists(st.tuples(st.integers(0, 16), st.booleans()), min_size=1, max_size=200))
def test_windows_hold_all_words_in_order_and_are_no_longer_than_is_read(words: list[tuple[int, bool]]) -> None:
    counts = np.array([count for count, _ in words], dtype=np.int32)
    windows = list(name_context.windows(counts, np.array([start for _, start in words])))
    assert [i for start, end in windows for i in range(start, end)] == list(range(len(words)))
    assert all(counts[start:end].sum() <= WINDOW for start, end in windows)


def test_a_window_ends_where_a_sentence_does() -> None:
    counts = np.full(150, 1, dtype=np.int32)
    starts = np.zeros(150, dtype=np.bool_)
    starts[[0, 50, 100]] = True
    assert list(name_context.windows(counts, starts)) == [(0, 100), (100, 150)]


def test_a_word_means_other_things_beside_other_words(parsed: Read, layer: Context) -> None:
    said, bought = (parsed(f"The minister {verb} Ellery.").doc for verb in ("telephoned", "visited"))
    last = np.array([3], dtype=np.int32)
    assert layer.read(said, last) == pytest.approx(layer.read(said, last))
    assert layer.read(said, last) != pytest.approx(layer.read(bought, last), abs=0.1)


def test_only_the_wanted_words_are_told(parsed: Read, layer: Context) -> None:
    doc = parsed("Ada Moss left.\n\nThe pier in Ellery was closed on 3 May, antidisestablishmentarians said. " * 40).doc
    every = layer.read(doc, np.arange(len(doc), dtype=np.int32))
    # Between the two last ones are windows of which nothing is wanted.
    for some in (np.arange(0, len(doc), 7, dtype=np.int32), np.array([2, len(doc) - 2], dtype=np.int32)):
        assert layer.read(doc, some) == pytest.approx(every[some], abs=1e-4)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“…”", "[name] [CLS]", "x" * 500, "\u0301", "漢字"])
def test_any_text(parsed: Read, layer: Context, text: str) -> None:
    doc = parsed(text).doc
    told = layer.read(doc, np.arange(len(doc), dtype=np.int32))
    assert told.shape[0] == len(doc)
    assert np.isfinite(told).all()
