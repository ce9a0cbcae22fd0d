"""Annotated articles -> the data file of the resolver, learned from twice: with the true history, then with its own."""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from reader.analysis.learned import softmax
from reader.analysis.quotes import quote_tagger
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.resolution import scorer
from reader.analysis.resolution.scorer import LearnedScorer
from reader.text import document as documents
from reader.text import nlp_model
from training import annotations, calibration, corrections
from training.resolver_examples import Article, Case, Reading, annotated, cases, outlet, reading
from training.resolver_network import Weights, ensemble, joined, stored

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/resolution" / scorer.DATA
CORPORA = ("world-train", "names-dev", "desk-train", "mixed-train")
SINCE, CORRECTED = "annotations", "corrections"
# How often the outlets are laid in parts: with a history guessed once, single fits differed by a quote in a hundred.
PARTINGS = 2
# In how many parts the outlets are laid: each is decided, and measured, by what was learned from the others.
FOLDS = 5
# So many networks decide while the history is guessed; those that ship are more.
GUESSING = 2

# Articles by corpus and outlet.
Readings = Mapping[tuple[str, str], Sequence[Reading]]
Cases = Mapping[tuple[str, str], Sequence[Case]]


def articles(corpora: Path, corrected: Path | None, limit: int | None) -> Iterator[tuple[str, Article]]:
    """The annotated articles, each with its corpus; those that readers decided of make one too."""
    for corpus in CORPORA:
        lines = (corpora / "quotes" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
        yield from ((corpus, json.loads(line)) for line in lines[:limit])
    yield from ((SINCE, article) for article in islice(annotations.read(corpora), limit))
    yield from ((CORRECTED, article) for article in corrections.read(corrected))


def read(annotations: Iterable[tuple[str, Article]]) -> tuple[Readings, Readings]:
    """Read the articles of all corpora: with the quotes that the tagger finds, and with those annotated."""
    nlp, tagger = nlp_model.load(), quote_tagger.load()
    found, gold = defaultdict[tuple[str, str], list[Reading]](list), defaultdict[tuple[str, str], list[Reading]](list)
    for corpus, article in annotations:
        document = documents.read(article["text"], nlp)
        tagged = tagger.tag(document, quoted_spans(document.text, document.paragraphs))
        key = corpus, outlet(article["id"])
        found[key].append(reading(article, document, tagged))
        gold[key].append(reading(article, document, annotated(article["quotes"])))
    for name, many in Counter(corpus for (corpus, _), read in found.items() for _ in read).items():
        print(f"{name}: {many} articles", flush=True)
    return found, gold


def folds(readings: Readings, seed: int) -> dict[str, int]:
    """Which part each outlet is in."""
    outlets = sorted({where for _, where in readings})
    np.random.default_rng(seed).shuffle(outlets)
    return {where: n % FOLDS for n, where in enumerate(outlets)}


def guessed(readings: Readings, scorers: Sequence[LearnedScorer], part: Mapping[str, int]) -> Cases:
    """The cases of all articles, each with the history as the scorer decides that did not learn from its outlet."""
    return {
        key: [case for each in found for case in cases(each, scorers[part[key[1]]])] for key, found in readings.items()
    }


def learned(sets: Sequence[Cases], part: Mapping[str, int], networks: int, seed: int) -> list[LearnedScorer]:
    """For each part of the outlets a scorer that learned from the others."""
    return [LearnedScorer(ensemble(without(sets, part, n), seed, networks)) for n in range(FOLDS)]


def without(sets: Sequence[Cases], part: Mapping[str, int], left_out: int | None = None) -> list[Case]:
    """All cases but those of one part of the outlets."""
    return [case for made in sets for key, found in made.items() if part[key[1]] != left_out for case in found]


def measure(found: Cases, scorers: Sequence[LearnedScorer], part: Mapping[str, int]) -> None:
    """Print how often the choice is right on outlets not learned from, and how often at which chance."""
    right = defaultdict[str, list[bool]](list)
    shown: list[tuple[float, bool]] = []
    for (corpus, where), made in found.items():
        for case in made:
            chance = softmax(scorer.TEMPER * scorers[part[where]].scores(case.rows.astype(np.int64)))
            hit = bool(case.right[chance.argmax()])
            right[corpus].append(hit)
            shown.append((float(chance.max()), hit))
    print("  ".join(f"{corpus} {np.mean(hits):.3f}" for corpus, hits in right.items()), flush=True)
    for tenth in range(10):
        hits = [pair for pair in shown if tenth == min(9, int(pair[0] * 10))]
        if hits:
            chances, rate = np.mean(hits, axis=0)
            print(f"  shown at {chances:.2f}: right {rate:.2f} of {len(hits)}", flush=True)


def main() -> None:
    """Learn who is meant from annotated articles and write the resolver's data file."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("corpora", type=Path, help="the folder with quotes, names and news-pages")
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--limit", type=int, help="only the first so many articles of each corpus")
    arguments.add_argument("--validate", action="store_true", help="show how well it does on outlets left out")
    arguments.add_argument("--corrections", type=Path, help="a file, or a folder, of what readers decided")
    options = arguments.parse_args()
    found, gold = read(articles(options.corpora, options.corrections, options.limit))
    ensembles = [parting(found, gold, options.seed + n, validate=options.validate and n == 0) for n in range(PARTINGS)]
    np.savez_compressed(options.out, **stored(joined(ensembles)))
    print(f"{options.out.name}: {options.out.stat().st_size:,} bytes")


def parting(found: Readings, gold: Readings, seed: int, *, validate: bool = False) -> Weights:
    """Learn from all articles, with the history as networks guess it that learned from other parts of the outlets."""
    part = folds(found, seed)
    true = [{key: [c for each in r for c in cases(each)] for key, r in readings.items()} for readings in (found, gold)]
    guessing = learned(true, part, GUESSING, seed)
    own = [guessed(readings, guessing, part) for readings in (found, gold)]
    if validate:
        scorers = learned([*true, *own], part, GUESSING, seed)
        measure(guessed(found, scorers, part), scorers, part)
        calibration.report(
            [
                quote
                for (_, where), readings in found.items()
                for each in readings
                for quote in calibration.shown(where, each, scorers[part[where]])
            ]
        )
    every = without([*true, *own], part)
    print(f"learned from {len(every)} cases", flush=True)
    return ensemble(every, seed)


if __name__ == "__main__":
    main()
