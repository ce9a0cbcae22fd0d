"""The screen, used by keys on hostile articles in hostile folders; every byte that it writes is parsed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from torture import pages
from torture.counting import Tally
from torture.fragments import CODES, LETTERS, MARKUP
from torture.limited import Found, each
from torture.obeyed import complaints, words
from torture.terminals import Terminal, own_folders

# Keys that reach every list, window and notice; each screen gets three of these rows.
_KEYS = (
    (b"]", b"]", b"a", b"}", b"d", b"d", b"e", b"e", b"c", b"!", b"\x1b"),
    (b"\t", b"\t", b"j", b"\r", b"2", b"v", b"v", b"p", b"+", b"m"),
    (b"/", b"the", b"\r", b"n", b"\x1b", b"f", b"1", b"\r", b"\x1b"),
    (b"s", b"y", b"Y", b"\x1b", b"i", b"\x1b", b"o"),
    (b"t", b"T", b"j", b"\x1b", b"?", b"\x1b", b"\x10", b"note", b"\x1b", b"u", b"\x1b"),
    (b"O", b"nowhere\x1b", b"\x1b", b"g", b"G", b" ", b"b", b"r", b"U"),
    (b"*", b"#", b"quay\r", b"I", b"a note\r", b"M", b"L", b"j", b"\r", b"\x1b", b"\x1b"),
    (b"]", b"P", b"j", b"\r", b"\x1b", b"S", b"\x1b", b"W", b"\x1b", b"D", b"U"),
    (b"L", b"j", b"/", b"is:unread\r", b"w", b"\x1b", b"C", b"U", b"\x1b", b"q"),
)
# What a broken, or a hostile, keyboard or terminal sends.
_NOISE = (
    b"\xe9",
    b"\xff\xfe\x80",
    b"\xc3",
    b"\xf0\x9f",
    b"\x1b[<" + b"9" * 40 + b";1;1M",
    b"\x1b[<0;1;1;1;1M",
    b"\x1b[" + b"9;" * 2_000 + b"~",
    b"\x1b[" + b"9" * 6_000 + b"u",
    b"\x1b[?2048;" + b"9" * 5_000 + b"$y",
    b"\x1b[48;99999999;99999999;99999999;99999999t",
    b"\x1b[200~never ended \x1b[31m",
    b"\x1b]11;rgb:" + b"f" * 5_000 + b"\x07",
    b"\x1b]11;rgb:zz/zz/zz\x1b\\",
    b"\x1b_Gi=31;" + b"O" * 5_000,
    b"\x1bP" + b"q" * 5_000 + b"\x1b\\",
    b"\x00\x01\x02\x1c\x1d\x1e\x1f\x7f",
    b"\x1b" * 500,
    b"\x1b[M\xff\xff\xff",
    b"\x1b[1;99999999999999999999R",
    b"\x9b31m\x9d0;x\x9c",
)
_ESCAPES = 8
_SIZES = ((100, 30), (60, 20), (140, 45), (200, 50))
# A hostile page may take ten seconds of a processor that others use too.
_OPEN_SECONDS = 60.0
_QUIET_SECONDS, _MOST_SECONDS = 0.08, 3.0


def of_screens(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Screens with hostile articles, names and settings; and screens whose keyboard is hostile."""
    numbers = [(f"screen {number}", (seed, number)) for number in range(count)]
    for row, function in (("hostile screens", _screen), ("hostile keyboards", _keyboard)):
        tally = Tally(row)
        for outcome in each(function, numbers if function is _screen else numbers[: count // 2], jobs):
            tally.add(outcome._replace(mb=0.0))  # of the process that presses the keys, not of the program
        yield tally


def hostile_name(random: Random) -> bytes:
    """A name that a file may have, and nobody would give it."""
    pieces = [piece.replace("/", "_").replace("\0", "") for piece in (*CODES, *LETTERS, *MARKUP)]
    name = "ferry " + "".join(random.sample(pieces, 4))
    return name.encode("utf-8", "surrogatepass")[:200] + random.choice((b"", b"\xe9", b"\xff"))


def _screen(given: tuple[int, int]) -> Found:
    seed, number = given
    random = Random(f"{seed} screen {number}")
    with tempfile.TemporaryDirectory() as made:
        folder, source = _laid_out(random, Path(made))
        environment = own_folders(Path(made))
        with Terminal([b"--", source], environment, random.choice(_SIZES), folder) as terminal:
            terminal.wait_for(b"quotes, ", _OPEN_SECONDS if number % 5 else 10.0)
            for keys in random.sample(_KEYS, 3):
                for key in keys:
                    terminal.press(key)
                    terminal.rest(_QUIET_SECONDS, _MOST_SECONDS)
                terminal.resize(*random.choice(_SIZES))
                terminal.rest(_QUIET_SECONDS, _MOST_SECONDS)
            return left(terminal)


def _keyboard(given: tuple[int, int]) -> Found:
    seed, number = given
    random = Random(f"{seed} keyboard {number}")
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "story.html"
        source.write_text(pages.page({}))
        with Terminal([str(source)], own_folders(Path(made)), random.choice(_SIZES), made) as terminal:
            terminal.wait_for(b"quotes, ", _OPEN_SECONDS)
            for noise in random.sample(_NOISE, 8):
                terminal.press(noise)
                terminal.rest(_QUIET_SECONDS, _MOST_SECONDS)
                if not terminal.is_running():
                    shown = words(bytes(terminal.written))[-150:]
                    return [("exceptions", f"ended by {noise[:30]!r}: {shown!r}")], ""
            # What was begun and never ended must not hold the keys that follow.
            terminal.press(b"\x1b[201~\x07\x1b\\\x1b\x1b")
            return left(terminal)


def left(terminal: Terminal) -> Found:
    """Quit, and look at all that was written."""
    faults = []
    if terminal.is_running():
        # What was typed by chance may have opened windows and lines that take a Q for a letter.
        for _ in range(_ESCAPES):
            for key in (b"\x1b", b"Q"):
                terminal.press(key)
                terminal.rest(0.5, _MOST_SECONDS)
            if not terminal.is_running():
                break
        if (code := terminal.ended()) is None:
            faults.append(("hangs", "Q does not end it"))
    else:
        code = terminal.code
    shown = words(bytes(terminal.written))
    if "Traceback" in shown:
        faults.append(("exceptions", shown[shown.index("Traceback") :][-300:]))
    elif code not in (0, None):
        faults.append(("wrong ends", f"exit code {code}: {shown[-200:]!r}"))
    faults += [("control characters", seen) for seen in complaints(bytes(terminal.written))][:1]
    if terminal.written.count(b"\x1b[?1049h") > terminal.written.count(b"\x1b[?1049l"):
        faults.append(("wrong ends", "the second screen is left on"))
    return faults, f"{len(terminal.written)} bytes"


def _laid_out(random: Random, top: Path) -> tuple[bytes, bytes]:
    """A folder to be in, and a source to open in it; settings and themes of hostile names and contents beside it."""
    folder = os.path.join(os.fsencode(top), hostile_name(random))
    os.mkdir(folder)
    name = hostile_name(random) + random.choice((b".html", b".txt", b".md", b""))
    if random.randrange(5):
        filled = {
            place: "".join(random.sample(CODES + LETTERS + MARKUP, 5)) for place in random.sample(pages.PLACES, 6)
        }
        with open(os.path.join(folder, name), "wb") as file:
            file.write(pages.page(filled).encode("utf-8", "surrogatepass"))
    settings = top / "XDG_CONFIG_HOME" / "onrecord"
    (settings / "themes").mkdir(parents=True)
    with open(os.path.join(os.fsencode(settings / "themes"), hostile_name(random) + b".toml"), "wb") as theme:
        theme.write(random.choice((b"dark = ", b"[[[[", b"dark = '\x1b[31m'", b"\xff")))
    written = random.choice(("theme = {}", "notes_folder = {}", "template = {}", "citation = {}", "keys.quit = {}"))
    value = "".join(random.sample(CODES + MARKUP, 3)).replace("\0", "")
    escaped = "".join(f"\\u{ord(each):04x}" for each in value)
    (settings / "config.toml").write_text(written.format(f'"{escaped}"') + "\n")
    return folder, name
