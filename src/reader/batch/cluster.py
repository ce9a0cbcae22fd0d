"""A pool of workers on many machines: a Dask cluster that is there already. The only door to Dask."""

from __future__ import annotations

import contextlib
import logging
import time
import warnings
from typing import TYPE_CHECKING

from distributed import Client, Future, wait
from distributed.scheduler import KilledWorker
from msgspec.structs import replace

import reader
from reader.batch import reading
from reader.batch.reading import About, Wish
from reader.errors import ReaderError, SetupError
from reader.text.safe import one_line
from reader.workers import WorkerDied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Scheduler

    from reader.batch.records import Bundle, Outcome

# A scheduler that is there answers in milliseconds.
_CONNECT_SECONDS = 10
# Loading the language model on a busy machine, from a shared disk, for the first time.
_LOAD_SECONDS = 300
# For each worker one bundle at work, and one that waits there: the scheduler never holds the whole input.
_IN_FLIGHT = 2
# How often it is asked which workers there are.
_LOOK_SECONDS = 1.0
_LONGEST_MESSAGE = 300


class Cluster:
    """The workers of a scheduler, each with one thread.

    Args:
        address: of the scheduler, "tcp://10.0.0.1:8786".
        wish: how articles are read.
        timeout: seconds without any worker after which the run ends.

    Raises:
        SetupError: no scheduler answers there.
    """

    # Alone it may cost two: what kills its worker without a nanny to start another costs the cluster this worker.
    most_deaths = 2

    def __init__(self, address: str, wish: Wish, timeout: float) -> None:
        # It tells of lost connections at length; what matters of it is told by `finished`.
        for name in ("distributed", "distributed.client", "distributed.core", "distributed.utils"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
        self._address, self._wish, self._timeout = address, wish, timeout
        self._at_work: dict[Future[tuple[Outcome, ...]], Bundle] = {}
        self._number = self._workers = 0
        self._seen = self._looked = time.monotonic()
        self._about: About | None = None
        try:
            self._client = Client(address, timeout=_CONNECT_SECONDS)
        except (OSError, ValueError, ImportError) as error:
            raise SetupError(f"No scheduler answers at {one_line(address)}.", "dask scheduler starts one.") from error
        # By itself a scheduler lets a task end four workers before it gives it up.
        self._allowed: int = self._client.run_on_scheduler(_allow_failures, number=0)

    @property
    def window(self) -> int:
        """How many bundles it is to be given at once."""
        return max(1, self._workers) * _IN_FLIGHT

    def about(self) -> About:
        """What would read the articles: the same on every worker.

        Raises:
            SetupError: there is none in time, or one has another version or no language model.
        """
        with self._told():
            try:
                self._client.wait_for_workers(1, timeout=self._timeout)
            except TimeoutError as error:
                raise self._nobody() from error
            threads = self._client.nthreads()
            if several := [name for name, number in threads.items() if number != 1]:
                raise SetupError(f"The worker at {several[0]} has several threads.", "Start workers with --nthreads 1.")
            asked = {
                name: self._client.submit(
                    reading.about,
                    self._wish,
                    workers=[name],
                    allow_other_workers=False,
                    pure=False,
                    key=f"about-{name}",
                )
                for name in threads
            }
            found = {name: self._asked(name, future) for name, future in asked.items()}
        self._workers = len(found)
        # What this program's own version is measures them; which model they have, the first that has this version.
        same = [each for each in found.values() if each.version == reader.__version__]
        self._about = replace((same or list(found.values()))[0], version=reader.__version__)
        for name, other in found.items():
            if other != self._about:
                told = reading.differing(other, self._about)
                raise SetupError(f"The worker at {name} is another one: {told}", "Install the same on every machine.")
        return self._about

    def submit(self, bundle: Bundle) -> None:
        """Have a bundle read."""
        self._number += 1
        key = f"onrecord-{self._client.id}-{self._number}"
        with self._told():
            future = self._client.submit(reading.read_as, bundle, self._wish, self._about, pure=False, key=key)
        self._at_work[future] = bundle

    def finished(self, seconds: float) -> Iterator[tuple[Bundle, tuple[Outcome, ...] | ReaderError]]:
        """Bundles that were read, with what came of them or why nothing did; waits for one, so long at most.

        Raises:
            SetupError: the scheduler is gone, or there was no worker for too long.
        """
        with contextlib.suppress(TimeoutError):
            wait(list(self._at_work), timeout=seconds, return_when="FIRST_COMPLETED")
        for future in [each for each in self._at_work if each.status != "pending"]:
            if future.status in ("cancelled", "lost"):
                raise self._gone()
            bundle = self._at_work.pop(future)
            yield bundle, self._came(future)
        self._look()

    def close(self) -> None:
        """Let go of the cluster; what it was given and has not read is given up."""
        with contextlib.suppress(OSError, TimeoutError, RuntimeError):
            if self._client.status == "running":
                self._client.cancel(list(self._at_work))
                self._client.run_on_scheduler(_allow_failures, number=self._allowed)
        with contextlib.suppress(OSError, TimeoutError, RuntimeError):
            self._client.close(timeout=_LOOK_SECONDS)

    def _asked(self, name: str, future: Future[About]) -> About:
        try:
            return future.result(timeout=_LOAD_SECONDS)
        except ReaderError as error:
            raise SetupError(f"The worker at {name}: {error.message}", error.hint) from error
        except Exception as error:
            what = one_line(f"{type(error).__name__}: {error}")[:_LONGEST_MESSAGE]
            raise SetupError(f"The worker at {name} cannot read articles: {what}", "Install onrecord there.") from error

    def _came(self, future: Future[tuple[Outcome, ...]]) -> tuple[Outcome, ...] | ReaderError:
        """What came of a bundle: its outcomes, or why there are none."""
        try:
            return future.result(timeout=_LOAD_SECONDS)
        except KilledWorker:
            return WorkerDied("The worker that read it ended.", "Try again.")
        except ReaderError as error:
            return error
        except Exception as error:  # noqa: BLE001 - whatever a cluster raises costs this bundle, record by record
            return WorkerDied(one_line(f"{type(error).__name__}: {error}")[:_LONGEST_MESSAGE], "Try again.")

    def _look(self) -> None:
        """See whether there are workers."""
        now = time.monotonic()
        if now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        with self._told():
            self._workers = len(self._client.nthreads())
        if self._workers:
            self._seen = now
        elif now - self._seen >= self._timeout:
            raise self._nobody()

    def _nobody(self) -> SetupError:
        return SetupError(
            f"There was no worker at {one_line(self._address)} for {self._timeout:g} s.",
            "Start workers; the same command goes on where it was.",
        )

    def _gone(self) -> SetupError:
        return SetupError(
            f"The scheduler at {one_line(self._address)} is gone.",
            "Start it again; the same command goes on where it was.",
        )

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What becomes of the connection, as a sentence."""
        try:
            yield
        except (OSError, TimeoutError, RuntimeError) as error:
            raise self._gone() from error


def _allow_failures(dask_scheduler: Scheduler, number: int) -> int:
    """Let a task end so many workers before it is given up, and one more; gives how many were allowed before."""
    before = int(dask_scheduler.allowed_failures)
    dask_scheduler.allowed_failures = number
    return before
