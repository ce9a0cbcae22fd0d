"""A reading session that a signal ends at some moment: what becomes of the terminal, the place, the files, the workers.

SIGTERM and SIGHUP leave the terminal as it was found and keep the place. SIGKILL, of which no program is told, leaves
nothing torn, and the place as it was some seconds before.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from reader.errors import LibraryError
from reader.library import FILE, Library
from torture.obeyed import complaints, words
from torture.terminals import Terminal, own_folders

STORY = Path(__file__).resolve().parents[1] / "examples" / "harbor-talks.html"
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
# What a program is ended by before it is asked what to do, and what shells make of it.
_CODES = {each: {-each, 128 + each} for each in _SIGNALS}
# What is pressed one after the other. Escape stands alone: with a key behind it in one read it is Alt and that key.
_KEYS = (
    (b"]",),
    (b"[",),
    (b"a",),
    (b"j",),
    (b" ",),
    (b"b",),
    (b"\t",),
    (b"t",),
    (b"d",),
    (b"2",),
    (b"s",),
    (b"!", b"\x1b"),
    (b"?", b"\x1b"),
    (b"/talks\r",),
    (b"T", b"\x1b"),
    (b"G",),
)
# From the top a page down: a place that is neither the top nor the end, and so is kept.
_TO_A_PLACE = (b"\x1b", b"\x1b", b"g", b" ")
_OPEN_SECONDS, _QUIET_SECONDS, _MOST_SECONDS = 90.0, 0.15, 3.0
# An escape that nothing follows is the key after a tenth of a second, which a busy machine makes longer.
_ESCAPE_SECONDS = 0.3
# A window that an escape did not close takes the keys that lead to a place; they are pressed again.
_MOST_TRIES = 5
# The status line says how far the reader is; at a place it is neither the top nor the end.
_AT_A_PLACE = re.compile(r" [1-9]\d?% ")
# The program keeps a place every three seconds.
_KEPT_SECONDS = 4.0
# Of the first seconds any moment may be the one.
_START_SECONDS = 3.0
# Workers see that their program is gone when they have done what they are at: loading the language model, at most.
_ALONE_SECONDS = 20.0
_SWITCHED = re.compile(rb"\x1b\[\?(\d+)([hl])|\x1b\[([<>])\d*u")
_AS_FOUND = {b"7": True, b"25": True}


def run(rounds: int, seed: int) -> dict[str, int]:
    """End so many sessions; how often what went wrong, by the names of `counting.FAULTS`."""
    faults: Counter[str] = Counter({"wrong ends": 0, "lost writes": 0, "leftovers": 0})
    for number in range(rounds):
        for kind, seen in _round(Random(f"{seed} signal {number}"), _SIGNALS[number % len(_SIGNALS)]):
            faults[kind] += 1
            sys.stderr.write(f"    {kind}: signal {number}: {seen}\n")
    return dict(faults)


def _round(random: Random, number: signal.Signals) -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as made:
        environment = own_folders(Path(made)) | {"OPENBLAS_NUM_THREADS": "1"}
        with Terminal([str(STORY)], environment, (100, 30), made) as terminal:
            before = _found(terminal)
            try:
                is_at_place = _reads(random, terminal)
            except TimeoutError as error:
                yield "hangs", str(error)
                return
            # Of what was read long enough, or ends as it should, the place is kept.
            keeps = is_at_place and (number != signal.SIGKILL or random.random() < 0.5)
            if keeps and number == signal.SIGKILL:
                terminal.rest(_KEPT_SECONDS, _KEPT_SECONDS)
            os.kill(terminal.pid, number)
            code = terminal.ended()
            yield from _of_terminal(terminal, before, code, number)
            yield from _of_files(Path(made), keeps=keeps, is_saved=b"Saved:" in terminal.written)
            if is_left := list(_workers(made)):
                yield "leftovers", f"{len(is_left)} processes"
            partial = [path.name for path in Path(made).rglob(".onrecord-*.partial")]
            if partial and number != signal.SIGKILL:
                yield "leftovers", partial[0]


def _found(terminal: Terminal) -> list[object]:
    """How the program finds the terminal: what is typed is not shown, which is the first thing that is set of it."""
    while (found := termios.tcgetattr(terminal._descriptor))[3] & termios.ECHO:
        time.sleep(0.001)
    return found


def _reads(random: Random, terminal: Terminal) -> bool:
    """Press keys for some time; whether the reader was at a place in the text at the end of it.

    Raises:
        TimeoutError: they were to be, and no key brings them there.
    """
    if random.random() < 0.3:
        terminal.rest(random.uniform(0, _START_SECONDS), random.uniform(0, _START_SECONDS))
        return False
    terminal.wait_for(b"quotes, ", _OPEN_SECONDS)
    for keys in random.choices(_KEYS, k=random.randrange(12)):
        _press(terminal, keys, _QUIET_SECONDS * random.random())
    return random.random() >= 0.3 and _is_brought_to_a_place(terminal)


def _press(terminal: Terminal, keys: Sequence[bytes], quiet: float) -> None:
    for key in keys:
        terminal.press(key)
        terminal.rest(_ESCAPE_SECONDS if key == b"\x1b" else quiet, _MOST_SECONDS)


def _is_brought_to_a_place(terminal: Terminal) -> bool:
    """Go to a place in the text, with no window before it; the status line says whether the reader is there."""
    for _ in range(_MOST_TRIES):
        _press(terminal, _TO_A_PLACE[:-1], _QUIET_SECONDS)
        before = len(terminal.written)
        _press(terminal, _TO_A_PLACE[-1:], _ESCAPE_SECONDS)
        if _AT_A_PLACE.search(words(bytes(terminal.written[before:]))):
            return True
    raise TimeoutError(f"no place is come to: {words(bytes(terminal.written))[-300:]!r}")


def _of_terminal(
    terminal: Terminal, before: list[object], code: int | None, number: signal.Signals
) -> Iterator[tuple[str, str]]:
    written = bytes(terminal.written)
    if code is None:
        yield "hangs", f"{number.name} does not end it"
    elif code not in _CODES[number]:
        yield "wrong ends", f"{number.name} gives {code}"
    if "Traceback" in words(written):
        yield "exceptions", words(written)[-300:]
    yield from (("control characters", seen) for seen in list(complaints(written))[:1])
    if number == signal.SIGKILL:
        return
    is_on = dict(_AS_FOUND)
    for mode, switched, kitty in _SWITCHED.findall(written):
        is_on[mode or b"kitty"] = switched == b"h" or kitty == b">"
    if left := [mode for mode in is_on if is_on[mode] != _AS_FOUND.get(mode, False)]:
        yield "wrong ends", f"{number.name} leaves {left}"
    if termios.tcgetattr(terminal._descriptor) != before:
        yield "wrong ends", f"{number.name} leaves the keyboard raw"


def _of_files(folder: Path, *, keeps: bool, is_saved: bool) -> Iterator[tuple[str, str]]:
    try:
        places = _places(folder / "XDG_DATA_HOME" / "onrecord" / FILE)
    except LibraryError as error:
        yield "lost writes", f"the library is torn: {error}"
    else:
        if keeps and not any(places):
            yield "lost writes", "the place is not kept"
    notes = [note.read_text() for note in folder.glob("*.md")]
    if is_saved and not notes:
        yield "lost writes", "a note that was said to be saved is not there"
    if any(not note.startswith("---\n") or not note.endswith("\n") or len(note) < 500 for note in notes):
        yield "lost writes", "a note is torn"


def _places(file: Path) -> list[int]:
    """Where the reader was in each article that is kept, once the library was found whole."""
    if not file.exists():
        return []
    with Library(file) as library:
        if faults := library.upkeep.check():
            raise LibraryError(str(faults[0]), "")
        kept = [library.articles.load(number) for number in library.articles.recent()]
    return [stored.position for stored in kept if stored]


def _workers(folder: str) -> list[str]:
    """The processes of a session that are there after it, by the folders that only it has; waits until they end."""
    end = time.monotonic() + _ALONE_SECONDS
    while found := [pid for pid in os.listdir("/proc") if pid.isdigit() and _is_of(pid, folder)]:
        if time.monotonic() > end:
            return found
        time.sleep(0.1)
    return []


def _is_of(pid: str, folder: str) -> bool:
    try:
        return folder.encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False
