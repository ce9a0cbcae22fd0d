"""Hostile pages and texts through the whole program: cleaning, analysis, and every output, each in its own process."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reader import pipeline
from reader.errors import ReaderError
from reader.model import Article, Listing, PageKind, Reading, Source
from torture import outputs, pages, texts
from torture.characters import unsafe
from torture.counting import Tally
from torture.limited import Found, each

_ADDRESS = "https://harbourpost.example/world/ferry"


def loaded() -> None:
    """Load what every run needs, once, before processes are forked: the language model above all."""
    for kind in ("html", "text", "markdown", "email", "mhtml"):
        _read((kind, pages.page({}).encode() if kind == "html" else texts.written(kind, {})))


def of_pages(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Pages, as they come from the web."""
    tally = Tally("hostile pages")
    for outcome in each(_read, ((name, ("html", content)) for name, content in pages.made(seed, count)), jobs):
        tally.add(outcome)
    yield tally


def of_texts(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Texts, Markdown, mails and archives, from files; and each as a text that was never cleaned."""
    tally = Tally("hostile texts, mails and archives")
    for outcome in each(_read, texts.made(seed, count), jobs):
        tally.add(outcome)
    yield tally
    tally = Tally("hostile texts, not cleaned")
    for outcome in each(_analysed, texts.made(seed, count), jobs):
        tally.add(outcome)
    yield tally


def _read(given: tuple[PageKind, bytes]) -> Found:
    """One page the whole way; a sentence to the reader is an answer like an article."""
    kind, content = given
    try:
        page = pipeline.load("-", stdin=content)
        source = Source(given=_ADDRESS, kind=kind, url=_ADDRESS) if kind == "html" else Source("story", kind)
        # The way of a page on the web, but for the web: no other version of it is asked for.
        from reader import extract

        found = extract.to_article(replace(page, source=source))
        if isinstance(found, Listing):
            return [("control characters", seen) for seen in outputs.unsafe_listing(found)], "a listing"
        return _checked(Reading(source, found, pipeline.analyze(found)))
    except ReaderError as error:
        return [("control characters", seen) for seen in unsafe(str(error))], error.message[:120]


def _analysed(given: tuple[PageKind, bytes]) -> Found:
    """A text as it is, control characters and all: what a program gets that calls `reader.analyze`."""
    text = given[1].decode("utf-8", "surrogatepass" if given[1].isascii() else "replace")[:300_000]
    article = Article(text)
    return _checked(Reading(Source("-", "text"), article, pipeline.analyze(article)), is_clean=False)


def _checked(reading: Reading, *, is_clean: bool = True) -> Found:
    faults = [("untrue", seen) for seen in outputs.untrue(reading.article, reading.analysis)]
    seen = outputs.unsafe_outputs(reading)
    faults += [("control characters", what) for what in seen if is_clean or not what.startswith("the article's text")]
    # Of one run one fault of a kind is enough to count and to look at.
    first = {kind: (kind, what) for kind, what in reversed(faults)}
    return list(first.values()), f"{len(reading.analysis.quotes)} quotes"
