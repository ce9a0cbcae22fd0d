"""The whole flow, one function an arrow: source -> Page -> Article -> Analysis -> Reading. Composes only.

Two halves, for two processes: `acquire` fetches and cleans, `analyse` needs the language model. Neither loads what the
other needs.
"""

from collections.abc import Callable, Sequence

from reader.model import Article, Correction, Listing, Reading, Source
from reader.pipeline.acquire import clean, load, refusal, to_article
from reader.pipeline.analyse import analyze, choose_points
from reader.text import DEFAULT_MODEL

CorrectionsOf = Callable[[Source, Article], Sequence[Correction]]

__all__ = ["analyze", "choose_points", "clean", "load", "read", "refusal", "to_article"]


def read(
    source: str,
    *,
    stdin: bytes | None = None,
    key_points: int = 5,
    model: str = DEFAULT_MODEL,
    method: str = "news",
    corrections_of: CorrectionsOf | None = None,
) -> Reading | Listing:
    """Fetch, clean and analyse one article; a page that lists articles is given as what it lists.

    `corrections_of` gives what the reader decided of an article; nothing unless given.

    Raises:
        ReaderError: the source cannot be read, holds neither, or the language model is missing.
    """
    page = load(source, stdin=stdin)
    found = to_article(page)
    if isinstance(found, Listing):
        return found
    corrections = corrections_of(page.source, found) if corrections_of else ()
    analysis = analyze(found, key_points=key_points, model=model, method=method, corrections=corrections)
    return Reading(page.source, found, analysis)
