"""The encoder's arithmetic against the same in plain words, how it cuts a text, and what its data files must say."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reader.analysis.quotes import encoder
from reader.analysis.quotes.encoder import ATTENTION_HEADS, MARGIN, SCALE, TABLE, WIDTH, WINDOW, Encoder, windows
from reader.analysis.quotes.wordpiece import BREAK, OPENING, PLACEHOLDERS, UNKNOWN, Pieces
from reader.errors import SetupError

KNOWN = [UNKNOWN, OPENING, BREAK, *PLACEHOLDERS, "a", "b", "c"]
INNER = 24


def stored(layers: int = 2) -> dict[str, NDArray[Any]]:
    """A data file's arrays with small random weights."""
    chance = np.random.default_rng(7)

    def some(*shape: int) -> NDArray[Any]:
        return (chance.standard_normal(shape) * 0.2).astype(np.float32)

    arrays: dict[str, NDArray[Any]] = {
        TABLE: chance.integers(-127, 128, (len(KNOWN), WIDTH)).astype(np.int8),
        TABLE + SCALE: np.full(len(KNOWN), 0.01, dtype=np.float16),
        "place.weight": some(WINDOW + 2, WIDTH),
        encoder.VOCABULARY: encoder.spelled(KNOWN),
        encoder.READING: np.array(encoder.fingerprint()),
        encoder.VERSION: np.array("v"),
    }
    shapes = {"qkv": (3 * WIDTH, WIDTH), "out": (WIDTH, WIDTH), "up": (INNER, WIDTH), "down": (WIDTH, INNER)}
    for n in range(layers):
        for name, shape in shapes.items():
            arrays |= {f"layer.{n}.{name}.weight": some(*shape), f"layer.{n}.{name}.bias": some(shape[0])}
    for name in ("norm", *(f"layer.{n}.{name}" for n in range(layers) for name in ("norm", "last"))):
        arrays |= {f"{name}.weight": 1 + some(WIDTH), f"{name}.bias": some(WIDTH)}
    return arrays


def read(rows: list[int]) -> Pieces:
    ones = np.ones(len(rows), dtype=np.int32)
    return Pieces(np.array(rows, dtype=np.int32), np.arange(len(rows), dtype=np.int32), ones)


def normalised(row: NDArray[Any], w: dict[str, NDArray[Any]], name: str) -> NDArray[Any]:
    return (row - row.mean()) / math.sqrt(row.var() + 1e-12) * w[name + ".weight"] + w[name + ".bias"]


def plainly(w: dict[str, NDArray[Any]], rows: list[int], layers: int) -> NDArray[Any]:
    """The same in double precision, piece by piece and head by head."""
    table = w[TABLE].astype(float) * w[TABLE + SCALE].astype(float)[:, None]
    framed = [KNOWN.index(OPENING), *rows, KNOWN.index(BREAK)]
    hidden = [normalised(table[row] + w["place.weight"][n], w, "norm") for n, row in enumerate(framed)]
    size = WIDTH // ATTENTION_HEADS
    for layer in (f"layer.{n}." for n in range(layers)):
        qkv = [w[layer + "qkv.weight"] @ row + w[layer + "qkv.bias"] for row in hidden]
        query, key, value = ([row[part * WIDTH : (part + 1) * WIDTH] for row in qkv] for part in range(3))
        passed = []
        for n, row in enumerate(hidden):
            heads = []
            for head in (slice(h * size, (h + 1) * size) for h in range(ATTENTION_HEADS)):
                asked = [math.exp(query[n][head] @ other[head] / math.sqrt(size)) for other in key]
                heads.append(sum(a * other[head] for a, other in zip(asked, value, strict=True)) / sum(asked))
            seen = w[layer + "out.weight"] @ np.concatenate(heads) + w[layer + "out.bias"]
            middle = normalised(row + seen, w, layer + "norm")
            inner = w[layer + "up.weight"] @ middle + w[layer + "up.bias"]
            inner = np.array([x / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))) for x in inner])
            passed.append(
                normalised(middle + w[layer + "down.weight"] @ inner + w[layer + "down.bias"], w, layer + "last")
            )
        hidden = passed
    return np.array(hidden[1:-1])


def test_computes_what_it_says() -> None:
    rows = [KNOWN.index(piece) for piece in "abacb"]
    vectors = encoder.unpacked(stored()).vectors(read(rows))
    assert vectors == pytest.approx(plainly(stored(), rows, 2), abs=1e-4)


def test_a_word_is_the_mean_of_its_pieces() -> None:
    trained = encoder.unpacked(stored())
    rows = [KNOWN.index(piece) for piece in "abc"]
    apart = trained.vectors(read(rows))
    together = trained.vectors(Pieces(np.array(rows), np.array([0, 2]), np.array([2, 1])))
    assert together == pytest.approx(np.array([(apart[0] + apart[1]) / 2, apart[2]]), abs=1e-5)


def test_no_words_no_vectors() -> None:
    assert encoder.unpacked(stored()).vectors(read([])).shape == (0, WIDTH)


@pytest.mark.parametrize("count", [1, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW, 5000])
def test_windows_keep_every_piece_once_and_in_context(count: int) -> None:
    made = windows(count)
    assert [n for w in made for n in range(w.first, w.last)] == list(range(count))
    for w in made:
        assert w.end - w.start <= WINDOW
        assert w.start == 0 or w.first - w.start >= MARGIN
        assert w.end == count or w.end - w.last >= MARGIN


def test_what_stands_far_away_changes_nothing() -> None:
    trained = encoder.unpacked(stored(layers=1))
    a, b = KNOWN.index("a"), KNOWN.index("b")
    before, after = (trained.vectors(read([a] * 600 + [last] * 10)) for last in (a, b))
    assert (before[:200] == after[:200]).all()
    assert not (before[-10:] == after[-10:]).all()


def test_the_shipped_weights_fit_and_carry_their_version() -> None:
    shipped = encoder.load()
    assert isinstance(shipped, Encoder)
    assert len(shipped.version) == 12
    assert encoder.load() is shipped


@pytest.mark.parametrize("learned_on", ["", "0123456789abcdef"], ids=["no reading named", "another reading"])
def test_weights_learned_on_another_reading_are_refused(learned_on: str) -> None:
    with pytest.raises(SetupError, match=r"encoder.npz.*does not fit"):
        encoder.unpacked({**stored(), encoder.READING: np.array(learned_on)})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"encoder.npz.*missing"):
        encoder.read(tmp_path)
