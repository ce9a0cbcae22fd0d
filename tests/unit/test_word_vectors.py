"""What a word is by its letters alone: the mean of its pieces' rows, and how a vocabulary is stored."""

import numpy as np
import pytest

from reader.analysis.quotes.word_vectors import WordVectors, spelled, unspelled
from reader.analysis.quotes.wordpiece import PLACEHOLDERS, UNKNOWN, Vocabulary

PIECES = [UNKNOWN, *PLACEHOLDERS, "under", "##secretary", "the"]
TABLE = np.array([[0, 0], [1, 0], [0, 1], [10, -20], [30, 40], [-127, 127]], dtype=np.int8)
SCALE = np.array([1, 1, 1, 0.5, 0.1, 1], dtype=np.float32)
VECTORS = WordVectors(TABLE, SCALE, Vocabulary(PIECES))


def test_a_word_is_the_mean_of_its_pieces() -> None:
    made = VECTORS.vectors(VECTORS.vocabulary.read(["the", "undersecretary", "[name]"]))
    assert made == pytest.approx(np.array([[-127, 127], [4, -3], [0, 1]]))
    assert made.dtype == np.float32


def test_no_words_no_vectors() -> None:
    assert VECTORS.vectors(VECTORS.vocabulary.read([])).shape == (0, 2)


def test_a_stored_vocabulary_comes_back() -> None:
    stored = spelled([*PIECES, "é", "##…"])
    assert stored.dtype == np.uint8
    assert unspelled(stored).split("undersecretary") == (3, 4)
