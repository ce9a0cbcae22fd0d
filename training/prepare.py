"""Corpus -> examples: articles with marked quotes become rows of numbers beside the answers, none of their text."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.analysis.quotes.features import features
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.text.document import Document, read
from reader.text.nlp_model import load

SPLITS = ("train", "dev")
OUT, BEGIN, IN = 0, 1, 2
NOBODY = -1
# The corpus gives a cue's words without their place. An occurrence farther than this from the quote, and from its
# source, is another use of the same word; in characters.
CUE_REACH = 400

Words = Sequence[tuple[int, int]]


class Quote(NamedTuple):
    """One marked quote in rows, ends exclusive; `source` and `cue` are the heads of their phrases, or NOBODY."""

    start: int
    end: int
    source: int
    source_start: int
    source_end: int
    cue: int


@dataclass(frozen=True, slots=True)
class Example:
    """One article as the tagger sees it, with the answers.

    Attributes:
        columns: one row a word, as in `reader.analysis.quotes.features`.
        heads: for each word the row of its grammatical head.
        paragraphs: for each word the number of its paragraph.
        offsets: for each word where it starts and ends in the text, in characters.
        tags: for each word whether it is outside a quote, begins one or is in one.
        sources: the same for the phrases that name who.
        cues: 1 for the words that give the speech.
        quotes: one row a quote, the columns of `Quote`.
    """

    columns: NDArray[Any]
    heads: NDArray[Any]
    paragraphs: NDArray[Any]
    offsets: NDArray[Any]
    tags: NDArray[Any]
    sources: NDArray[Any]
    cues: NDArray[Any]
    quotes: NDArray[Any]


def example(document: Document, quotes: Iterable[dict[str, Any]]) -> Example:
    """Describe a document and align its marked quotes to the rows.

    Args:
        document: an article that has been read.
        quotes: start, end, cue, speaker_start and speaker_end of each, in characters; the last three may be None.
            A quote that overlaps an earlier one is left out: a word has one tag.
    """
    marked = quoted_spans(document.text, document.paragraphs)
    seen = features(document.doc, marked, document.paragraphs, document.sentences)
    tokens = [document.doc[int(i)] for i in seen.tokens]
    words = [(token.idx, token.idx + len(token)) for token in tokens]
    starts = {span.start for span in document.paragraphs}
    tags, sources, cues = (np.zeros(len(words), dtype=np.int64) for _ in range(3))
    rows: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: quote["start"]):
        span = rows_of(words, quote["start"], quote["end"])
        if span is None or tags[slice(*span)].any():
            continue
        source, cue = _source(words, quote), _cue(document.text, words, quote)
        _mark(tags, span)
        _mark(sources, source)
        if cue is not None:
            cues[slice(*cue)] = 1
        who = source or (NOBODY, NOBODY)
        rows.append(Quote(*span, _head(document, seen.tokens, source), *who, _head(document, seen.tokens, cue)))
    return Example(
        columns=seen.columns,
        heads=seen.heads,
        paragraphs=np.cumsum([start in starts for start, _ in words], dtype=np.int64),
        offsets=np.array(words, dtype=np.int64).reshape(-1, 2),
        tags=tags,
        sources=sources,
        cues=cues,
        quotes=np.array(rows, dtype=np.int64).reshape(-1, len(Quote._fields)),
    )


def rows_of(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """Return the first row and the row behind the last that a stretch of characters touches, if it touches any."""
    touched = [n for n, (first, last) in enumerate(words) if first < end and last > start]
    return (touched[0], touched[-1] + 1) if touched else None


def _source(words: Words, quote: dict[str, Any]) -> tuple[int, int] | None:
    if quote.get("speaker_start") is None:
        return None
    return rows_of(words, quote["speaker_start"], quote["speaker_end"])


def _cue(text: str, words: Words, quote: dict[str, Any]) -> tuple[int, int] | None:
    """The occurrence of the cue's words that stands nearest to the quote and its source."""
    cue = quote.get("cue")
    if not cue:
        return None
    anchors = [(quote["start"], quote["end"])]
    if quote.get("speaker_start") is not None:
        anchors.append((quote["speaker_start"], quote["speaker_end"]))
    near: list[tuple[int, int]] = []
    at = text.find(cue)
    while at >= 0:
        away = sum(min(abs(at - end), abs(start - at - len(cue))) for start, end in anchors)
        near.append((away, at))
        at = text.find(cue, at + 1)
    away, at = min(near, default=(CUE_REACH, 0))
    return rows_of(words, at, at + len(cue)) if away < CUE_REACH else None


def _mark(tags: NDArray[Any], span: tuple[int, int] | None) -> None:
    if span is not None:
        tags[slice(*span)] = IN
        tags[span[0]] = BEGIN


def _head(document: Document, tokens: NDArray[Any], span: tuple[int, int] | None) -> int:
    """The row of the word that a phrase hangs from: "a spokesman for the port" -> spokesman."""
    if span is None:
        return NOBODY
    root = document.doc[int(tokens[span[0]]) : int(tokens[span[1] - 1]) + 1].root
    at = np.flatnonzero(tokens == root.i)
    return int(at[0]) if len(at) else span[0]


def save(path: Path, examples: Iterable[Example]) -> int:
    """Write examples to one file and return their number."""
    arrays: dict[str, NDArray[Any]] = {}
    count = 0
    for count, item in enumerate(examples, start=1):
        arrays |= {f"{count}.{field.name}": getattr(item, field.name) for field in fields(Example)}
    np.savez_compressed(path, **arrays)
    return count


def restore(path: Path, limit: int | None = None) -> Iterator[Example]:
    """Read examples back, the first `limit` or all."""
    names = [field.name for field in fields(Example)]
    with np.load(path) as stored:
        count = len(stored.files) // len(names)
        for n in range(1, min(count, limit or count) + 1):
            yield Example(**{name: stored[f"{n}.{name}"] for name in names})


def _articles(path: Path, limit: int | None) -> Iterator[Example]:
    nlp = load()
    with path.open(encoding="utf-8") as file:
        for n, line in enumerate(file):
            if n == limit:
                break
            article = json.loads(line)
            yield example(read(article["text"], nlp), article["quotes"])


def main() -> None:
    """Prepare both splits."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("corpus", type=Path, help="the folder with train.jsonl and dev.jsonl")
    arguments.add_argument("--out", type=Path, default=Path("build/training"), help="where the examples go")
    arguments.add_argument("--limit", type=int, help="only the first so many articles of each")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for split in SPLITS:
        count = save(options.out / f"{split}.npz", _articles(options.corpus / f"{split}.jsonl", options.limit))
        print(f"{split}: {count} articles", flush=True)


if __name__ == "__main__":
    main()
