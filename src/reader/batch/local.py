"""A pool of workers on this machine: the program's own processes, which outlive what is done to them."""

from __future__ import annotations

from concurrent import futures
from typing import TYPE_CHECKING

from reader.batch import reading
from reader.errors import ReaderError
from reader.workers import Lane, WorkerDied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.batch.reading import About, Wish
    from reader.batch.records import Bundle, Outcome

# A worker has some 450 MB once everything is loaded and a large page was read. One that has had more than this is
# started anew, which takes 1.6 s of processor time.
MOST_MB = 1_000
# For each worker one bundle at work, and one that waits for it.
_IN_FLIGHT = 2


class Local:
    """Processes that read bundles, `jobs` of them."""

    most_deaths = 3

    def __init__(self, jobs: int, wish: Wish) -> None:
        self._lane, self._wish = Lane(jobs, most_mb=MOST_MB), wish
        self._at_work: dict[futures.Future[tuple[Outcome, ...]], Bundle] = {}
        self.window = jobs * _IN_FLIGHT

    def about(self) -> About:
        """What would read the articles.

        Raises:
            SetupError: the language model is not installed.
        """
        try:
            return self._lane.submit(reading.about, self._wish).result()
        except WorkerDied:  # killed by another program while it loaded what it needs
            return self._lane.submit(reading.about, self._wish).result()

    def submit(self, bundle: Bundle) -> None:
        """Have a bundle read."""
        self._at_work[self._lane.submit(reading.read, bundle, self._wish).future] = bundle

    def finished(self, seconds: float) -> Iterator[tuple[Bundle, tuple[Outcome, ...] | ReaderError]]:
        """Bundles that were read, with what came of them or why nothing did; waits for one, so long at most."""
        ended, _ = futures.wait(self._at_work, seconds, futures.FIRST_COMPLETED)
        for future in ended:
            bundle = self._at_work.pop(future)
            error = future.exception()
            if error is None:
                yield bundle, future.result()
            else:
                yield bundle, error if isinstance(error, ReaderError) else ReaderError(str(error))

    def close(self) -> None:
        """End every process, whatever it is doing."""
        self._lane.close()
