"""Articles that nobody annotated whole -> articles to learn from, as a trained network marks them."""

from dataclasses import replace

import numpy as np
import torch

from reader.analysis.quotes import quote_tagger
from training.articles import Article, annotated
from training.batches import batched
from training.network import Network
from training.prepare import Example


@torch.no_grad()
def guessed(item: Example, network: Network) -> Article:
    """An article with the network's own answers and how sure it is of them, as of one where only speech counts."""
    network.eval()
    count = len(item.tags)
    blank = annotated(item, whole=False)
    hidden = network.hidden(batched([blank]))[:count]
    scores = network.tag(hidden)
    tags = quote_tagger.best_tags(scores.numpy(), network.trans.numpy())
    quotes = np.array(quote_tagger.stretches(tags), dtype=np.int64).reshape(-1, 2)
    paragraphs = torch.from_numpy(item.paragraphs.astype(np.int64))
    to_source, to_cue = (
        network.pointing(hidden, paragraphs, torch.from_numpy(quotes), pointer).softmax(1).numpy()
        for pointer in ("", "2")
    )
    return replace(
        blank,
        tags=np.array(tags, dtype=np.int64),
        chances=scores.softmax(1).numpy(),
        cues=network.cue(hidden).sigmoid().squeeze(1).numpy(),
        sources=network.src(hidden).softmax(1).numpy(),
        quotes=quotes,
        to_source=to_source,
        to_cue=to_cue,
    )
