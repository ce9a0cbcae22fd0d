"""Two programs that write to one library, killed at any moment: it opens, is sound, and has what was acknowledged."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from reader.errors import LibraryError
from reader.library import FILE, Checked, Library
from reader.model import Actor, Analysis, Article, Excerpt, Mention, Quote, Reading, Source
from reader.model.library import Arrival

_NOW = datetime(2026, 11, 26, tzinfo=UTC)
# Long enough for some twenty writes, of which the kill falls into one.
_LONGEST_LIFE_SECONDS = 0.4
_PROGRAMS = ("one", "other")


def run(rounds: int, seed: int) -> dict[str, int]:
    """Kill two writers in each round; the library lives through all of them.

    Returns:
        How many `rounds`, writes that were `acknowledged`, `lost` ones, rounds after which a check found `faults`, and
        `unopened`, after which the library could not be opened.
    """
    chance = Random(seed)
    counts = dict.fromkeys(("rounds", "acknowledged", "lost", "faults", "unopened"), 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        with Library(path) as library:
            library.feeds.add("https://harbourpost.example/feed", now=_NOW)
        acknowledged: set[str] = set()
        for number in range(rounds):
            acknowledged |= _killed(path, number, chance)
            counts["rounds"] += 1
            try:
                with Library(path) as library:
                    counts["faults"] += bool(library.upkeep.check())
                    found = {each.source for each in library.searching.listed(library.searching.ids("", now=_NOW))}
            except LibraryError:
                counts["unopened"] += 1
                continue
            counts["lost"] += len(acknowledged - found)
        counts["acknowledged"] = len(acknowledged)
    return counts


def _killed(path: Path, number: int, chance: Random) -> set[str]:
    """The addresses that two writers acknowledged until they were killed, one after the other."""
    reader, writer = os.pipe()
    children = []
    for name in _PROGRAMS:
        child = os.fork()
        if not child:
            os.close(reader)
            _write(path, f"{number}-{name}", writer)
        children.append(child)
    os.close(writer)
    for child in children:
        time.sleep(chance.random() * _LONGEST_LIFE_SECONDS)
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
    with os.fdopen(reader) as told:
        return set(told.read().splitlines())


def _write(path: Path, name: str, acknowledge: int) -> None:
    """Store articles and what feeds bring until the end; tell each address once it is kept."""
    try:
        with Library(path) as library:
            (feed,) = library.feeds.all()
            number = 0
            while True:
                number += 1
                address = f"https://harbourpost.example/{name}/{number}"
                if number % 2:
                    library.articles.keep(_reading(address), now=_NOW)
                else:
                    library.feeds.arrive(feed.id, [Arrival(address, "Ferry late", address)], Checked(_NOW), now=_NOW)
                os.write(acknowledge, f"{address}\n".encode())
    finally:
        os._exit(1)


def _reading(address: str) -> Reading:
    text = "“The pier is not safe,” Ada Moss said. " + "The ferry stays in port. " * 200
    mention = Mention(24, 32, "Ada Moss")
    quote = Quote(
        1, 22, text[1:22], "q1", "direct", Excerpt(33, 37, "said"), mention=mention, speaker="moss", confidence=1
    )
    analysis = Analysis(actors=(Actor("moss", "Ada Moss", "person", mentions=(mention,)),), quotes=(quote,))
    return Reading(
        Source(address, "html", address), Article(text, headline="Ferry stays in port", url=address), analysis
    )
