"""Writers killed at any moment, and two of them at once: what was acknowledged is there, and all of it is whole."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from msgspec.structs import replace

from reader.model import Analysis, Article, Correction, Quote, Reading, Source
from torture.counting import Tally
from torture.limited import Found, each
from torture.terminals import own_folders

DAY = date(2026, 11, 23)
# Long enough to see several writes: one with its flush to the disk takes from half a millisecond to some twenty.
_LONGEST_LIFE_SECONDS = 0.06
_WRITES_TOGETHER = 20
# A text of 100 KB, so that a write has a middle to be killed in.
_TEXT = "The ferry stays in port, said Ada Moss. " * 2_500

# Writes version `n`; reads the version that is there, or raises.
Write = Callable[[int], None]
Read = Callable[[], int]


def of_kills(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Rounds of kill -9 for each kind of file, then rounds of two writers at once."""
    for kind in _KINDS:
        tally = Tally(f"kill -9 while writing {kind}")
        rounds = [(f"{kind} {number}", (kind, seed, number)) for number in range(count // len(_KINDS))]
        for outcome in each(_killed, rounds, jobs):
            tally.add(outcome)
        yield tally
    tally = Tally("two programs writing articles at once")
    for outcome in each(_together, ((f"pair {number}", number) for number in range(max(1, count // 24))), jobs):
        tally.add(outcome)
    yield tally


def _reading(n: int) -> Reading:
    text = f"{n:08} {_TEXT}"
    quote = Quote(start=0, end=8, text=text[:8], id="q", kind="direct")
    return Reading(
        Source("https://a.example/x", "html", "https://a.example/x"),
        Article(text, headline="Ferry stays in port", published="2026-03-14"),
        Analysis(quotes=(quote,)),
    )


def _notes(folder: Path) -> tuple[Write, Read]:
    from reader import notes

    def read() -> int:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        if names != ["2026-03-14 Ferry stays in port.json"]:
            raise ValueError(f"the notes are {names}")
        content = (folder / names[0]).read_text()
        found = int(content[content.index(" The ferry") - 8 :][:8])
        if content != notes.render(_reading(found), "json", saved=DAY):
            raise ValueError("the note is not whole")
        return found

    return lambda n: _ignored(notes.save(_reading(n), folder, saved=DAY, form="json")), read


def _ignored(_value: object) -> None:
    """Nobody asks for the value."""


def _library(_folder: Path) -> tuple[Write, Read]:
    from reader.library.opening import open_library

    now = datetime(2026, 11, 23, tzinfo=UTC)

    def write(n: int) -> None:
        article = _reading(1)
        decided = Correction(start=0, end=8, text="00000001", verdict="given", speaker=str(n))
        with open_library(now=now) as library, library.transaction():
            number = library.articles.keep(article, now=now)
            library.articles.place(number, n)
            library.articles.correct(number, (decided,))

    def read() -> int:
        article = _reading(1)
        with open_library(now=now) as library:
            stored = library.articles.load(library.articles.find(article.source, article.article) or 0)
            if stored is None or library.upkeep.check():
                raise ValueError("the library is not whole")
            (decided,) = stored.corrections
            if decided.speaker != str(stored.position):
                raise ValueError("a decision and a place of one write are of two")
            return stored.position

    return write, read


_KINDS: dict[str, Callable[[Path], tuple[Write, Read]]] = {
    "notes": _notes,
    "the library": _library,
}


def _killed(given: tuple[str, int, int]) -> Found:
    kind, seed, number = given
    random = Random(f"{seed} {kind} {number}")
    with tempfile.TemporaryDirectory() as made:
        os.environ.update(own_folders(Path(made)))
        folder = Path(made) / "notes"
        folder.mkdir()
        write, read = _KINDS[kind](folder)
        acknowledged = _written_until_killed(write, random.uniform(0, _LONGEST_LIFE_SECONDS))
        try:
            found = read()
        except (ValueError, KeyError, OSError) as error:
            return [("lost writes", f"{type(error).__name__}: {error}, after {acknowledged} writes")], ""
        faults: list[tuple[str, str]] = []
        if found < acknowledged:
            faults.append(("lost writes", f"{found} is there, {acknowledged} was acknowledged"))
        for path in _partial(Path(made)):
            os.utime(path, (0, 0))
        write(found + 1)
        if left := _partial(Path(made)):
            faults.append(("leftovers", f"{[path.name for path in left]} after the next write, an hour later"))
        return faults, f"{acknowledged} writes"


def _partial(folder: Path) -> list[Path]:
    """What a killed writer left. The program takes what is over an hour old for such; locks stay."""
    hidden = (path for path in folder.rglob(".*") if path.is_file())
    return [path for path in hidden if "lock" not in path.name]


def _written_until_killed(write: Write, seconds: float) -> int:
    """Let a process write version after version, and kill it after the first; gives the last one that it told of."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        n = 0
        while True:
            n += 1
            write(n)
            os.write(theirs, n.to_bytes(4, "big"))
    os.close(theirs)
    told = os.read(ours, 4)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(ours, 4096):
        told += more
    os.close(ours)
    return int.from_bytes(told[-4:], "big")


def _together(number: int) -> Found:
    """Two processes that keep articles at the same time."""
    from reader.library.opening import open_library

    now = datetime(2026, 11, 23, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as made:
        os.environ.update(own_folders(Path(made)))
        pids = []
        for who in range(2):
            pid = os.fork()
            if pid == 0:
                for n in range(_WRITES_TOGETHER):
                    address = f"https://a.example/{who}/{n}/{number}"
                    with open_library(now=now) as library:
                        library.articles.keep(replace(_reading(n), source=Source(address, "html", address)), now=now)
                os._exit(0)
            pids.append(pid)
        for pid in pids:
            os.waitpid(pid, 0)
        with open_library(now=now) as library:
            kept, written = library.searching.count("", now=now), 2 * _WRITES_TOGETHER
    return [("lost writes", f"{written - kept} of {written}")] if kept < written else [], ""
