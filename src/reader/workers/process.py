"""One process that runs functions for this one. Knows nothing of what they do, nor of the screen.

It is a plain Python process with its output thrown away, started by `subprocess` and spoken to over a socket pair:
unlike multiprocessing's spawn, that also works while Textual owns the terminal, which is when a process that died must
be replaced.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

from reader.errors import ReaderError
from reader.workers.limits import CPU_SECONDS, most_mb, set_limits

T = TypeVar("T")

# A process that is told to end by its closed connection does so at once when idle; a busy one is not waited for.
_GRACE_SECONDS = 0.2
# One thread for numpy's matrices, whichever library multiplies them. Threads wait for one another: on a busy machine of
# two cores the quote tagger took 26 ms a story with one, 170 to 350 ms with two, which also worked ten times as much.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")


class WorkerDied(ReaderError):
    """The process ended before it answered; the next call gets a new one."""


class TookTooLong(WorkerDied):
    """The process was ended because one call took all the processor time there is for it."""


class Process:
    """One process; it runs one function at a time, for one thread. Any thread may end it.

    Args:
        niceness: how far it stands back, 0 to 19, where others want the processor too.
        cpu_seconds: how much processor time one function may take.
    """

    def __init__(self, niceness: int = 0, cpu_seconds: int = CPU_SECONDS) -> None:
        ours, theirs = socket.socketpair()
        served = f"from reader.workers.process import serve; serve({theirs.fileno()}, {niceness}, {cpu_seconds})"
        with theirs:
            self._process = subprocess.Popen(
                # -P: the current folder must not shadow a module; an article's folder may hold anything.
                [sys.executable, "-P", "-c", served],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | ONE_THREAD,
                # Ctrl+C belongs to the screen; a process outside its group does not get it.
                process_group=0,
            )
        self._connection = Connection(ours.detach())
        self._is_killed = False
        self._cpu_seconds = cpu_seconds
        # The most memory it had by the end of its last function, in MB.
        self.most_mb = 0

    @property
    def is_alive(self) -> bool:
        """Whether the process is there to run another function."""
        # A killed process is still there for some milliseconds.
        return not self._is_killed and self._process.poll() is None

    def run(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        """Run a module-level function in the process, and wait for its result.

        Raises:
            WorkerDied: the process ended first.
            ReaderError: what the function raised, when that is one; else one that names it.
        """
        try:
            self._connection.send((function, args, kwargs))
            succeeded, value, self.most_mb = self._connection.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise _ended(self._process.returncode, self._cpu_seconds) from error
        if not succeeded:
            raise value
        return cast(T, value)

    def kill(self) -> None:
        """End the process in the middle of what it does; does not wait until it is gone."""
        self._is_killed = True
        self._process.kill()

    def end(self) -> None:
        """End the process, and wait until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End the process and let go of it; only for the thread that runs functions in it."""
        self.end()
        self._connection.close()


def _ended(code: int, cpu_seconds: int) -> WorkerDied:
    """Why a process ended before it answered, by its exit code; one function was allowed so much processor time."""
    if code == -signal.SIGXCPU:
        return TookTooLong(
            f"This took more than {cpu_seconds} s of processor time and was given up.",
            "It is no ordinary article; open it in a browser.",
        )
    if code == -signal.SIGALRM:
        return TookTooLong("This took too long and was given up.", "Try again; its server may have been slow.")
    return WorkerDied(f"The part that reads articles stopped (exit code {code}).", "Try again.")


def serve(descriptor: int, niceness: int, cpu_seconds: int = CPU_SECONDS) -> None:
    """Answer calls until the connection closes: what the process runs; each may take so much processor time."""
    os.nice(niceness)
    # Whoever is ended for its time leaves no image of its memory behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            function, args, kwargs = connection.recv()
            set_limits(cpu_seconds)
            connection.send_bytes(_outcome(function, args, kwargs))


def _outcome(function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """Whether the function succeeded, what it returned or raised, and the memory it took, pickled."""
    try:
        return pickle.dumps((True, function(*args, **kwargs), most_mb()))
    except ReaderError as error:
        return pickle.dumps((False, error, most_mb()))
    except Exception as error:  # noqa: BLE001 - whatever a library raises must reach the screen as words
        failure = ReaderError(f"Reading failed: {type(error).__name__}: {error}.", "Try another source.")
        return pickle.dumps((False, failure, most_mb()))
