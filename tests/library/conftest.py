"""A library in a folder of its own, and articles to keep in it, made without the language model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library import FILE, Library
from reader.model import Actor, ActorKind, Analysis, Article, Block, Excerpt, Mention, Quote, Reading, Source

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
Said = tuple[str, str, float]


def reading(
    address: str = "https://harbourpost.example/levy",
    *said: Said,
    opening: str = "The ferry levy divided the harbour on Tuesday.",
    headline: str = "Harbour talks stall over ferry levy",
    published: str = "2026-11-20T09:30:00+00:00",
    publisher: str = "Harbour Post",
    roles: dict[str, str] | None = None,
    kinds: dict[str, ActorKind] | None = None,
) -> Reading:
    """An article in which each of `said` (who, what, how sure that is) stands as a paragraph of its own."""
    paragraphs = [opening, *(f"“{words}” {who} said." for who, words, _ in said)]
    text = "\n\n".join(paragraphs)
    quotes, mentions, at = [], {}, len(opening) + 2
    for number, (who, words, sure) in enumerate(said):
        name = at + len(words) + 3
        mention = Mention(name, name + len(who), who)
        mentions.setdefault(who, []).append(mention)
        cue = Excerpt(mention.end + 1, mention.end + 5, "said")
        quotes.append(
            Quote(
                at + 1,
                at + 1 + len(words),
                words,
                f"q{number}",
                "direct",
                cue,
                mention=mention,
                speaker=key(who),
                confidence=sure,
            )
        )
        at += len(paragraphs[number + 1]) + 2
    actors = tuple(
        Actor(key(who), who, (kinds or {}).get(who, "person"), (roles or {}).get(who), mentions=tuple(found))
        for who, found in mentions.items()
    )
    article = Article(
        text,
        (Block("paragraph", 0, len(text)),),
        headline,
        publisher=publisher,
        published=published,
        language="en",
        url=address,
    )
    return Reading(Source(address, "html", address), article, Analysis(actors=actors, quotes=tuple(quotes)))


def key(who: str) -> str:
    return who.lower().replace(" ", "-")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / FILE


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as opened:
        yield opened
        assert opened.upkeep.check() == ()


@pytest.fixture
def keep(library: Library) -> Callable[..., int]:
    """Keep an article that `reading` makes."""
    return lambda *given, **more: library.articles.keep(reading(*given, **more), now=NOW)
