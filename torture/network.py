"""Faults of the network, over loopback: a page in time, or a sentence in time, and never a part taken for the whole."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator

from reader.cli import failures
from reader.errors import FetchError
from reader.model import Page
from torture.characters import unsafe
from torture.counting import Tally
from torture.faults import BODY, Fault, all_faults, served
from torture.limited import Found, each
from torture.terminals import ONRECORD

# The program's own limits, shortened so that the whole of the faults takes minutes; and what a busy machine adds.
_SILENCE_SECONDS, _WHOLE_SECONDS, _LATE_SECONDS = 2.0, 4.0, 5.0
# Runs wait more than they work.
_RUNS_A_JOB = 4
# What ends a run that its own limits did not end.
_KILL_SECONDS = 40.0
# The program itself, its limits as they are: 60 seconds for a page, and the time that it takes to start.
_PROGRAM_SECONDS = 100.0
_SAYS_AT_MOST = 120


def fetched(address: str) -> Page:
    """Fetch with the limits of these tests: the one place that knows how the program is asked."""
    from reader.fetch import web

    return web.fetch(address, silence=_SILENCE_SECONDS, whole=_WHOLE_SECONDS)


def of_faults(_seed: int, _count: int, jobs: int) -> Iterator[Tally]:
    """Each fault once, and the slowest ones again with the program itself."""
    _without_proxy()
    faults = all_faults()
    tally = Tally("network faults")
    for outcome in each(_faulty, ((fault.name, fault) for fault in faults), jobs * _RUNS_A_JOB, _KILL_SECONDS):
        tally.add(outcome)
    yield tally
    tally = Tally("network drips, met by the program")
    drips = [fault for fault in faults if fault.name.startswith("a drip")]
    for outcome in each(_met, ((fault.name, fault) for fault in drips), len(drips), 2 * _PROGRAM_SECONDS):
        tally.add(outcome)
    yield tally


def _without_proxy() -> None:
    """A proxy of the machine must not stand between the program and these servers."""
    os.environ["no_proxy"] = "127.0.0.1,localhost"


def _address(fault: Fault) -> str:
    """Where the fault is served from now on, by a thread of this process."""
    listening = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=served, args=(listening, fault), daemon=True).start()
    scheme = "https" if fault.name.startswith("TLS") else "http"
    return f"{scheme}://127.0.0.1:{listening.getsockname()[1]}/story"


def _faulty(fault: Fault) -> Found:
    address = _address(fault)
    begun = time.monotonic()
    try:
        page = fetched(address)
        said, faults = "a page", _untrue(fault, page)
    except FetchError as error:
        said = failures.told(error)
        faults = [("control characters", seen) for seen in unsafe(said)]
        if fault.expected == "page":
            faults.append(("wrong ends", f"no page: {said[:_SAYS_AT_MOST]}"))
    took = time.monotonic() - begun
    if took > _WHOLE_SECONDS + _LATE_SECONDS:
        faults.append(("hangs", f"{took:.0f} s, where {_WHOLE_SECONDS:.0f} are allowed"))
    return faults, said.replace("\n", " ")[:_SAYS_AT_MOST]


def _untrue(fault: Fault, page: Page) -> list[tuple[str, str]]:
    """What is wrong with a page that came."""
    if fault.expected == "error" and page.content != BODY:
        return [("untrue", f"{len(page.content)} of {len(BODY)} bytes are taken for the page")]
    if fault.expected == "page" and page.content != BODY:
        return [("untrue", "the page is another one")]
    return []


def _met(fault: Fault) -> Found:
    """What `onrecord summarize` says, with its own limits."""
    begun = time.monotonic()
    process = subprocess.Popen([ONRECORD, "summarize", _address(fault)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        out, err = process.communicate(timeout=_PROGRAM_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return [("hangs", f"over {_PROGRAM_SECONDS:.0f} s")], ""
    said = err.decode("utf-8", "replace")
    faults = [("exceptions", said[-300:])] if "Traceback" in said else []
    faults += [("wrong ends", f"exit code {process.returncode}")] if process.returncode != 1 or out else []
    faults += [("control characters", seen) for seen in unsafe(said)]
    return faults, f"{time.monotonic() - begun:.0f} s: {said.splitlines()[0][:_SAYS_AT_MOST] if said else ''}"
