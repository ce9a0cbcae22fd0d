"""Articles, actors and quotes in the few words that tests over many articles need."""

from datetime import UTC, datetime

from reader.model import Actor, ActorKind, Analysis, Article, Block, Figure, Quote, QuoteKind, Reading, Source, Span
from reader.model.library import Doubtful, Said


def person(name: str, role: str | None = None, *, aliases: tuple[str, ...] = ()) -> Actor:
    return actor(name, "person", role, aliases=aliases)


def body(name: str, *, aliases: tuple[str, ...] = ()) -> Actor:
    return actor(name, "organization", aliases=aliases)


def actor(name: str, kind: ActorKind, role: str | None = None, *, aliases: tuple[str, ...] = ()) -> Actor:
    return Actor(name.lower().replace(" ", "-"), name, kind, role, aliases)


def quote(text: str, words: str, speaker: str | None = None, *, kind: QuoteKind = "direct", sure: float = 1.0) -> Quote:
    at = text.index(words)
    return Quote(at, at + len(words), words, f"q{at}", kind, speaker=speaker, confidence=sure)


def figure(text: str, words: str, value: float, unit: str) -> Figure:
    at = text.index(words)
    sentence = Span(text.rfind(".", 0, at) + 1, text.find(".", at) + 1)
    return Figure(at, at + len(words), words, value, unit, sentence)


def reading(text: str, *, headline: str | None = None, analysis: Analysis | None = None) -> Reading:
    starts = [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]
    blocks = tuple(Block("paragraph", at, text.find("\n\n", at) if "\n\n" in text[at:] else len(text)) for at in starts)
    article = Article(text, blocks, headline=headline, language="en")
    return Reading(Source("-", "text"), article, analysis or Analysis())


def said(
    article: int,
    words: str,
    day: str = "2026-03-14",
    *,
    kind: QuoteKind = "direct",
    doubt: Doubtful = "sure",
    headline: str = "Ellery pier closed",
    source: str = "https://harbourpost.example/pier",
    publisher: str | None = "Harbour Post",
) -> Said:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    told = {"headline": headline, "source": source, "publisher": publisher, "speaker": "Fenwick", "published": day}
    return Said(article << 10, article, moment, doubt, "q1", words, 0, len(words), kind, **told)
