"""The trained quote tagger: which words are attributed, which word near them names the source, which gives the cue.

A small network over the words' kinds and grammar (`features`) and their own vectors (`word_vectors`), run in numpy:
embeddings, six layers that see a word's neighbours and its grammatical head, tags decoded with a transition table, and
two pointers. `training/` holds the script that learns the weights; they are one data file beside this module. It knows
nothing of names or entities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.analysis import learned
from reader.analysis.learned import Stored
from reader.analysis.quotes import features, word_vectors, wordpiece
from reader.analysis.quotes.features import COLUMNS, Features
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.analysis.quotes.tagger import TaggedSpan
from reader.analysis.quotes.word_vectors import WordVectors
from reader.model import Span
from reader.text.document import Document

Array = NDArray[np.float32]

# How far each layer looks to both sides, in words.
DILATIONS = (1, 2, 4, 8, 16, 1)
# Pointers look this many words before a span, into its head and tail, and behind it. The farthest source in the
# development articles stands 43 words before and 17 behind.
BEFORE, HEAD, TAIL, BEHIND = 60, 60, 40, 24
# For each span a pointer holds a number for every word of the text, which is 350 MB for 3,500 spans of 25,000 words.
# No article has so many; more are pointed from in turns.
_POINTED_AT_ONCE = 200
BUCKETS = 48
_OUT, _BEGIN, _IN = 0, 1, 2
FORBIDDEN = np.float32(-1e4)
# The data file beside this module (`learned` says how it is read). PIECES is the table of pieces of words, and
# VOCABULARY says which they are.
DATA = "quote_tagger.npz"
_WHAT = "quote tagger"
PIECES, VOCABULARY = "piece.weight", "vocabulary"


class Found(NamedTuple):
    """One attributed stretch, in rows of the features, end exclusive.

    `source` and `cue` are the rows of the words that name who and give the speech, or None; `p_content` and `p_source`
    are the network's probabilities.
    """

    start: int
    end: int
    source: int | None
    cue: int | None
    p_content: float
    p_source: float


class _Stretches(NamedTuple):
    """Where attributed stretches begin and end, in rows, and one row for each that describes it."""

    starts: NDArray[Any]
    ends: NDArray[Any]
    described: Array


@dataclass(frozen=True, slots=True)
class QuoteTagger:
    """The learned weights, by name, and what tells them from others; a `reader.analysis.quotes.tagger.Tagger`."""

    weights: dict[str, Array]
    words: WordVectors
    version: str = ""

    def tag(self, document: Document, quoted: Sequence[QuotedSpan]) -> list[TaggedSpan]:
        """Find the attributed stretches of a document, in order of the text."""
        seen = features.features(document.doc, quoted, document.paragraphs, document.sentences)
        tokens = [document.doc[i] for i in seen.tokens.tolist()]
        words = [Span(token.idx, token.idx + len(token)) for token in tokens]
        starts = [span.start for span in document.paragraphs]
        paragraphs = np.searchsorted(starts, [word.start for word in words], side="right")
        return [
            TaggedSpan(
                content=Span(words[found.start].start, words[found.end - 1].end),
                cue=None if found.cue is None else words[found.cue],
                source=None if found.source is None else words[found.source],
                p_content=found.p_content,
                p_source=found.p_source,
            )
            for found in self.find(seen, paragraphs, self.words.read(document.doc, seen))
        ]

    def find(self, seen: Features, paragraphs: NDArray[np.int64], vectors: Array) -> list[Found]:
        """Find the attributed stretches among described words.

        Args:
            seen: the words.
            paragraphs: int64, one a word: the number of its paragraph.
            vectors: one row a word: what it is by its letters.
        """
        if not len(seen.heads):
            return []
        hidden = self._encode(seen, vectors)
        scores = hidden @ self.weights["tag.weight"].T + self.weights["tag.bias"]
        spans = stretches(best_tags(scores, self.weights["trans"]))
        if not spans:
            return []
        chance = _inside_chance(scores)
        starts, ends = np.array(spans).T
        described = _described(hidden, starts, ends)
        made: list[Found] = []
        for at in range(0, len(spans), _POINTED_AT_ONCE):
            some = slice(at, at + _POINTED_AT_ONCE)
            marked = _Stretches(starts[some], ends[some], described[some])
            sources, sure = self._point(hidden, marked, paragraphs, "q", "k", "dist", "null")
            cues, _ = self._point(hidden, marked, paragraphs, "q2", "k2", "dist2", "null2")
            made += [
                Found(start, end, source, cue, float(chance[start:end].mean()), float(p))
                for (start, end), source, cue, p in zip(spans[some], sources, cues, sure, strict=True)
            ]
        return made

    def _encode(self, words: Features, vectors: Array) -> Array:
        w = self.weights
        parts = [w[f"emb.{n}.weight"][words.columns[:, n]] for n in range(len(COLUMNS))]
        grammar = np.concatenate(parts, axis=1) @ w["inp.weight"].T + w["inp.bias"]
        hidden: Array = np.maximum(grammar + vectors @ w["vec_in.weight"].T, 0)
        width = hidden.shape[1]
        for n, reach in enumerate(DILATIONS):
            before, here, behind, head = (w[f"lay.{n}.weight"][:, at * width : (at + 1) * width].T for at in range(4))
            # Four products, and none of one matrix with all four side by side: that takes half as long again.
            added = hidden @ here
            added[reach:] += hidden[:-reach] @ before
            added[:-reach] += hidden[reach:] @ behind
            added += hidden[words.heads] @ head
            added += w[f"lay.{n}.bias"]
            np.maximum(added, 0, out=added)
            added += hidden
            hidden = _normalised(added, w[f"norm.{n}.weight"], w[f"norm.{n}.bias"])
        return hidden + (vectors @ w["vec_out.weight"].T + w["vec_out.bias"])

    def _point(
        self, hidden: Array, marked: _Stretches, paragraphs: NDArray[np.int64], *names: str
    ) -> tuple[list[int | None], Array]:
        """For each span the word that its pointer chooses, None for "nobody", and how sure it is."""
        query, key, near, nobody = names
        w = self.weights
        starts, ends, spans = marked
        rows, allowed = window(starts, ends, len(hidden))
        match = (spans @ w[f"{query}.weight"].T + w[f"{query}.bias"]) @ (
            hidden @ w[f"{key}.weight"].T + w[f"{key}.bias"]
        ).T
        scores = np.take_along_axis(match, rows, axis=1) / np.sqrt(np.float32(w[f"{key}.weight"].shape[0]))
        scores += w[f"{near}.weight"][distance(rows, starts, ends), 0]
        apart = np.minimum(np.abs(paragraphs[rows] - paragraphs[starts][:, None]), 3)
        scores += w["rel.weight"][apart, 0]
        scores[~allowed] = FORBIDDEN
        scores = np.concatenate([scores, spans @ w[f"{nobody}.weight"].T + w[f"{nobody}.bias"]], axis=1)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        best = scores.argmax(axis=1)
        chosen = [int(rows[n, b]) if b < rows.shape[1] else None for n, b in enumerate(best)]
        return chosen, scores.max(axis=1)


@cache
def load() -> QuoteTagger:
    """Read the weights that the program ships with, once a process."""
    return read(resources.files("reader.analysis.quotes"))


def read(folder: Traversable) -> QuoteTagger:
    """Read the weights from the data file in a folder: whole numbers of one byte with a scale a row, or plain numbers.

    Raises:
        SetupError: the file is missing, or was made for other features than this program describes words by.
    """
    return unpacked(learned.read(folder, DATA, _WHAT))


def unpacked(stored: Stored) -> QuoteTagger:
    """The tagger whose weights stand in a data file's arrays.

    Raises:
        SetupError: they were learned on other features than this program describes words by.
    """
    version = learned.version(stored, fingerprint(), DATA, _WHAT)
    vocabulary = word_vectors.unspelled(stored.pop(VOCABULARY))
    words = WordVectors(stored.pop(PIECES), stored.pop(PIECES + learned.SCALE).astype(np.float32), vocabulary)
    return QuoteTagger(learned.plain(stored), words, version)


def fingerprint() -> str:
    """Tells what this program sees of words from any other way: weights fit the one that they were learned on."""
    return features.fingerprint() + wordpiece.fingerprint()


def _normalised(values: Array, weight: Array, bias: Array) -> Array:
    """Each row with a mean of 0 and a spread of 1, in place; then each column times a weight and moved by a bias."""
    count = np.float32(values.shape[1])
    values -= np.add.reduce(values, axis=1, keepdims=True) / count
    spread = np.einsum("ij,ij->i", values, values) / count
    values /= np.sqrt(spread + np.float32(1e-5))[:, None]
    values *= weight
    values += bias
    return values


def best_tags(scores: Array, transitions: Array) -> list[int]:
    """The likeliest tags for a whole text (Viterbi): inside never follows outside."""
    moves = transitions + np.array([[0, 0, FORBIDDEN], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
    # Written out for the three tags: this runs for every word of a text.
    (out_out, begin_out, inside_out), (out_begin, begin_begin, inside_begin), (out_in, begin_in, inside_in) = (
        moves.T.tolist()
    )
    out, begin, inside = scores[0].tolist()
    inside = float(FORBIDDEN)
    back: list[tuple[int, int, int]] = []
    for to_out, to_begin, to_inside in scores[1:].tolist():
        best_out, from_out = _best(out + out_out, begin + begin_out, inside + inside_out)
        best_begin, from_begin = _best(out + out_begin, begin + begin_begin, inside + inside_begin)
        best_inside, from_inside = _best(out + out_in, begin + begin_in, inside + inside_in)
        back.append((from_out, from_begin, from_inside))
        out, begin, inside = best_out + to_out, best_begin + to_begin, best_inside + to_inside
    tag = max((out, 0), (begin, 1), (inside, 2))[1]
    tags = [tag]
    for step in reversed(back):
        tag = step[tag]
        tags.append(tag)
    return tags[::-1]


def _best(out: float, begin: float, inside: float) -> tuple[float, int]:
    if inside >= begin and inside >= out:
        return inside, _IN
    return (begin, _BEGIN) if begin >= out else (out, _OUT)


def stretches(tags: list[int]) -> list[tuple[int, int]]:
    """Where the tags begin something and go on with it, as rows, ends exclusive."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for n, tag in enumerate([*tags, _OUT]):
        if tag != _IN and start is not None:
            spans.append((start, n))
            start = None
        if tag == _BEGIN:
            start = n
    return spans


def _inside_chance(scores: Array) -> Array:
    """For each word, the chance of being attributed by its own score alone."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(1 - odds[:, _OUT] / odds.sum(axis=1), dtype=np.float32)


def window(starts: NDArray[Any], ends: NDArray[Any], count: int) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """The words that a pointer may choose for each span, as rows, and which of them stand in the text."""
    before = starts[:, None] + np.arange(-BEFORE, 0)
    head = starts[:, None] + np.arange(HEAD)
    tail = ends[:, None] - np.arange(1, TAIL + 1)
    behind = ends[:, None] + np.arange(BEHIND)
    allowed = [before >= 0, head < ends[:, None], tail >= starts[:, None] + HEAD, behind < count]
    return np.concatenate([before, head, tail, behind], axis=1).clip(0, count - 1), np.concatenate(allowed, axis=1)


def distance(rows: NDArray[Any], starts: NDArray[Any], ends: NDArray[Any]) -> NDArray[Any]:
    """Buckets of the signed distance from a span, on a logarithmic scale; inside it is the middle bucket."""
    first, last = starts[:, None], ends[:, None]
    away = np.where(rows < first, rows - first, np.where(rows >= last, rows - last + 1, 0))
    steps = np.sign(away) * np.floor(np.log2(np.abs(away) + 1.0) * 2.5).astype(int)
    return np.asarray((steps + 20).clip(0, BUCKETS - 1))


def _described(hidden: Array, starts: NDArray[Any], ends: NDArray[Any]) -> Array:
    """A span as its first and last word, its mean, and the word before it."""
    sums = np.concatenate([np.zeros((1, hidden.shape[1]), dtype=np.float64), hidden.cumsum(axis=0, dtype=np.float64)])
    mean = ((sums[ends] - sums[starts]) / (ends - starts)[:, None]).astype(np.float32)
    before = np.where((starts > 0)[:, None], hidden[np.maximum(starts - 1, 0)], np.float32(0))
    return np.concatenate([hidden[starts], hidden[ends - 1], mean, before], axis=1)
