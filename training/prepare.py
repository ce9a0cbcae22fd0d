"""Corpus -> examples: articles with marked quotes become rows of numbers beside the answers, none of their text."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.analysis.quotes.features import COLUMNS, features
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.quotes.wordpiece import Vocabulary, written
from reader.text.document import Document, read
from reader.text.nlp_model import load
from training import annotations, corrections, vocabulary
from training.pretrained import piece_names

# The articles with whole attributions, and those that were annotated for names as well (`converted`).
SPLITS = ("train", "dev", "world-train", "desk-train", "mixed-train")
# Those that were annotated since, kept beside this module.
SINCE = "since"
# Articles of which a reader decided some.
CORRECTED = "corrected"
# The vocabulary that the examples are written in, beside them.
PIECES = "pieces.txt"
# One number for each article of world-train that stands for the paper it comes from, so that papers can be held out.
OUTLETS = "outlets.npy"
OUT, BEGIN, IN = 0, 1, 2
NOBODY = -1
# The corpus gives a cue's words without their place. An occurrence farther than this from the quote, and from its
# source, is another use of the same word; in characters.
CUE_REACH = 400
_MARKS = list(COLUMNS).index("marks")

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
        pieces: the pieces of its words, as `reader.analysis.quotes.wordpiece.Pieces`.
        piece_starts: for each word the place of its first piece.
        piece_counts: for each word how many it has.
        checked: for each word whether the answers hold for it: everywhere, but where a reader decided of some alone.
    """

    columns: NDArray[Any]
    heads: NDArray[Any]
    paragraphs: NDArray[Any]
    offsets: NDArray[Any]
    tags: NDArray[Any]
    sources: NDArray[Any]
    cues: NDArray[Any]
    quotes: NDArray[Any]
    pieces: NDArray[Any]
    piece_starts: NDArray[Any]
    piece_counts: NDArray[Any]
    checked: NDArray[Any]


def example(
    document: Document,
    quotes: Iterable[dict[str, Any]],
    known: Vocabulary,
    checked: Sequence[tuple[int, int]] | None = None,
) -> Example:
    """Describe a document and align its marked quotes to the rows.

    Args:
        document: an article that has been read.
        quotes: start, end, cue, speaker_start and speaker_end of each, in characters; the last three may be None.
            A quote that overlaps an earlier one is left out: a word has one tag.
        known: the pieces that are known.
        checked: the stretches, in characters, outside which nobody looked for quotes; the whole text unless given.
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
    pieces = known.read(written(document.doc, seen.tokens, seen.columns[:, _MARKS]))
    return Example(
        columns=seen.columns,
        heads=seen.heads,
        paragraphs=np.cumsum([start in starts for start, _ in words], dtype=np.int64),
        offsets=np.array(words, dtype=np.int64).reshape(-1, 2),
        tags=tags,
        sources=sources,
        cues=cues,
        quotes=np.array(rows, dtype=np.int64).reshape(-1, len(Quote._fields)),
        pieces=pieces.rows,
        piece_starts=pieces.starts,
        piece_counts=pieces.counts,
        checked=_checked(words, checked),
    )


def _checked(words: Words, stretches: Sequence[tuple[int, int]] | None) -> NDArray[np.bool_]:
    if stretches is None:
        return np.ones(len(words), dtype=bool)
    within = np.zeros(len(words), dtype=bool)
    for rows in filter(None, (rows_of(words, *stretch) for stretch in stretches)):
        within[slice(*rows)] = True
    return within


def rows_of(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """Return the first row and the row behind the last that a stretch of characters touches, if it touches any."""
    touched = [n for n, (first, last) in enumerate(words) if first < end and last > start]
    return (touched[0], touched[-1] + 1) if touched else None


def _source(words: Words, quote: dict[str, Any]) -> tuple[int, int] | None:
    if quote.get("speaker_start") is None:
        return None
    return rows_of(words, quote["speaker_start"], quote["speaker_end"])


def _cue(text: str, words: Words, quote: dict[str, Any]) -> tuple[int, int] | None:
    """The cue's words: where they stand, or the occurrence that stands nearest to the quote and its source."""
    cue = quote.get("cue")
    if not cue:
        return None
    if not isinstance(cue, str):
        return rows_of(words, *cue)
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


def converted(article: dict[str, Any]) -> list[dict[str, Any]]:
    """The quotes of an article as the corpus of whole attributions would mark them.

    Articles annotated with names have `mention` and `cue` as (start, end), and a quotation split round one attribution
    as two: “It is fine,” Ross said. “Go home.” is one there.
    """
    made: list[dict[str, Any]] = []
    for quote in sorted(article["quotes"], key=lambda quote: quote["start"]):
        if "speaker_start" not in quote:
            start, end = quote.get("mention") or (None, None)
            quote = quote | {"speaker_start": start, "speaker_end": end}
            if made and _goes_on(article["text"], made[-1], quote):
                made[-1] = made[-1] | {"end": quote["end"]}
                continue
        made.append(quote)
    return made


def _goes_on(text: str, first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Whether two quotes are one that is split round its attribution."""
    cue = second.get("cue")
    if not cue or first.get("cue") != cue or first["speaker_start"] != second["speaker_start"]:
        return False
    if "indirect" in (first["kind"], second["kind"]):
        return False
    between = first["end"] <= cue[0] < second["start"]
    return between and "\n" not in text[first["end"] : second["start"]]


def outlets(path: Path, limit: int | None) -> NDArray[Any]:
    """Number the outlets of articles: ewn-af_afrol_8 and ewn-af_afrol_9 are of one."""
    names = [article["id"].rsplit("_", 1)[0] for article in _read(path, limit)]
    order = sorted(set(names))
    return np.array([order.index(name) for name in names])


def articles(annotated: Iterable[dict[str, Any]], known: Vocabulary) -> Iterator[Example]:
    """Annotated articles as examples, those too of which a reader decided some."""
    nlp = load()
    for article in annotated:
        yield example(read(article["text"], nlp), converted(article), known, article.get("checked"))


def _read(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in islice(file, limit))


def main() -> None:
    """Choose the vocabulary and prepare all splits."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("corpora", type=Path, help="the folder with quotes, names and key-points")
    arguments.add_argument("--out", type=Path, default=Path("build/training"), help="where the examples go")
    arguments.add_argument("--limit", type=int, help="only the first so many articles of each")
    arguments.add_argument("--corrections", type=Path, help="a file, or a folder, of what readers decided")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = vocabulary.kept(piece_names(), vocabulary.texts(options.corpora))
    (options.out / PIECES).write_text("\n".join(pieces), encoding="utf-8")
    print(f"{len(pieces)} pieces", flush=True)
    known = Vocabulary(pieces)
    for split in SPLITS:
        path = options.corpora / "quotes" / f"{split}.jsonl"
        count = save(options.out / f"{split}.npz", articles(_read(path, options.limit), known))
        print(f"{split}: {count} articles", flush=True)
    count = save(
        options.out / f"{SINCE}.npz", articles(islice(annotations.read(options.corpora), options.limit), known)
    )
    print(f"{SINCE}: {count} articles", flush=True)
    count = save(options.out / f"{CORRECTED}.npz", articles(corrections.read(options.corrections), known))
    print(f"{CORRECTED}: {count} articles", flush=True)
    np.save(options.out / OUTLETS, outlets(options.corpora / "quotes" / "world-train.jsonl", options.limit))


if __name__ == "__main__":
    main()
