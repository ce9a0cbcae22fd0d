"""Every command with its streams closed, full or broken: a sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from torture.counting import Tally
from torture.limited import Found, each
from torture.pages import page
from torture.terminals import ONRECORD, own_folders

_COMMANDS: dict[str, tuple[str, ...]] = {
    "version": ("--version",),
    "help": ("--help",),
    "summarize": ("summarize", "story.html"),
    "summarize two": ("summarize", "story.html", "story.html", "-f", "json"),
    "summarize from stdin": ("summarize", "-"),
    "summarize into a folder": ("summarize", "story.html", "-o", "notes/"),
    "summarize what is not there": ("summarize", "nowhere.html"),
    "quotes": ("quotes", "story.html", "-f", "csv"),
    "schema": ("schema",),
    "templates": ("template", "list"),
    "corrections": ("corrections", "export"),
    "wrong use": ("summarize",),
    "the screen": ("story.html",),
    "the screen, asking": (),
}
_STREAMS = {
    "stdin closed": "<&-",
    "stdout closed": ">&-",
    "stderr closed": "2>&-",
    "stdout and stderr closed": ">&- 2>&-",
    "all closed": "<&- >&- 2>&-",
    "stdout full": "> /dev/full",
    "stderr full": "2> /dev/full",
    "both full": "> /dev/full 2> /dev/full",
    "stdin a folder": "< /",
    "a reader that leaves": "| head -c 1",
    "a reader that never comes": "| true",
}
_SECONDS = 120.0
_MOST_EXIT_CODE = 2
# The moments in which a program is still loading.
_FIRST_SECONDS = 0.8


def of_streams(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Every command with every state of the streams, and Ctrl+C in the first moments of each."""
    runs = [(f"{c}, {s}", (_COMMANDS[c], _STREAMS[s])) for c in _COMMANDS for s in _STREAMS]
    tally = Tally("closed, full and broken streams")
    for outcome in each(_run, runs, jobs, 2 * _SECONDS):
        tally.add(outcome)
    yield tally
    tally = Tally("Ctrl+C in the first moments")
    rounds = [(f"Ctrl+C {number}", (seed, number)) for number in range(count // 40)]
    for outcome in each(_interrupted, rounds, jobs):
        tally.add(outcome)
    yield tally


def _run(given: tuple[tuple[str, ...], str]) -> Found:
    arguments, streams = given
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "story.html").write_text(page({}))
        # The shell sets the streams up; what it runs is ours, and its arguments come as such.
        line = f'"$0" "$@" {streams}; exit ${{PIPESTATUS[0]}}'
        process = subprocess.Popen(
            ["bash", "-c", line, str(ONRECORD), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=made,
            env=own_folders(Path(made)),
            start_new_session=True,
        )
        try:
            out, err = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return [("hangs", f"over {_SECONDS:.0f} s")], ""
    return _judged(process.returncode, out, err)


def _judged(code: int, out: bytes, err: bytes) -> Found:
    said = (out[-500:] + err).decode("utf-8", "replace")
    if "Traceback" in said or "Exception ignored" in said:
        return [("exceptions", said[-250:])], ""
    # A pipe without a reader ends programs by SIGPIPE, in a shell 141, as cat and grep do.
    is_right = 0 <= code <= _MOST_EXIT_CODE or code in (128 + signal.SIGPIPE, 128 + signal.SIGINT)
    return [] if is_right else [("wrong ends", f"exit code {code}: {said[-200:]}")], said[-80:]


def _interrupted(given: tuple[int, int]) -> Found:
    seed, number = given
    random = Random(f"{seed} Ctrl+C {number}")
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "story.html").write_text(page({}))
        process = subprocess.Popen(
            [ONRECORD, *random.choice([_COMMANDS["summarize"], _COMMANDS["help"], _COMMANDS["quotes"]])],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=made,
            env=own_folders(Path(made)),
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        time.sleep(random.uniform(0.0, _FIRST_SECONDS))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=_SECONDS)
    # Before Python itself is there, nobody but the system can answer: it ends the process by the signal.
    # The same holds for what Python says while it starts, and loads pip's script: our own code begins with the package.
    is_ours = b"/reader/" in err
    is_pythons_own = not is_ours and (process.returncode == -signal.SIGINT or b"Traceback" in err)
    return ([], "") if is_pythons_own else _judged(process.returncode, out, err)
