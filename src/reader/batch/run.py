"""The loop of a run: records that are new go to the pool, some bundles at a time; what comes back goes to the parts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from reader.batch.output import Counts, Last, Output, done
from reader.batch.records import Aside, Bundle, Fault, Item, Met, Outcome, Record, bundles
from reader.errors import SetupError
from reader.workers.process import TookTooLong

if TYPE_CHECKING:
    from reader.batch.reading import About
    from reader.errors import ReaderError

# How long a key press, or the next line of progress, may have to wait.
_BEAT_SECONDS = 0.5


class Pool(Protocol):
    """Workers. It belongs to one thread.

    A record that is alone in its worker when that ends is read again: it may have been another program (`kill`, no
    memory left). One that sees `most_deaths` of them is to blame.
    """

    most_deaths: int

    @property
    def window(self) -> int:
        """How many bundles it is to be given at once."""

    def about(self) -> About:
        """What would read the articles."""

    def submit(self, bundle: Bundle) -> None:
        """Have a bundle read."""

    def finished(self, seconds: float) -> Iterable[tuple[Bundle, tuple[Outcome, ...] | ReaderError]]:
        """Bundles that were read, with what came of them or why nothing did; waits for one, so long at most.

        Raises:
            SetupError: nobody is left who could read them.
        """

    def close(self) -> None:
        """End all work."""


class Batch:
    """One run over an input.

    Args:
        items: what is read of the input.
        output: where results go.
        pool: who reads.
        stop: 0 to go on, 1 to finish what is in hand, 2 to stop at once.
        beat: called every now and then, to tell how far it is.
    """

    def __init__(
        self, items: Iterable[Item], output: Output, pool: Pool, stop: Callable[[], int], beat: Callable[[Batch], None]
    ) -> None:
        self._items, self._output, self._pool, self._stop, self._beat = items, output, pool, stop, beat
        # `met` are those of this run over the input, `before` those that were done when it began.
        self._met, self._before = Met(), Met()
        self._again: deque[Bundle] = deque()
        self._deaths: dict[str, int] = {}
        self.counts = Counts()
        self.asides = Counts()
        self.duplicates = self.earlier = 0

    def run(self) -> bool:
        """Do all that is to be done; says whether the input was read to its end.

        Raises:
            SetupError: the output cannot be written, or nobody is left who reads. What was done is in the parts.
        """
        for each in done(self._output.folder):
            self._before.add(each.id)
        is_whole = False
        try:
            self._work()
            is_whole = not self._stop()
        finally:
            self._output.flush()
            self._output.end(Last(is_whole, self.duplicates, self.asides.skipped))
        return is_whole

    def _work(self) -> None:
        waiting = bundles(self._new())
        in_flight = 0
        while True:
            while in_flight < self._pool.window and not self._stop():
                bundle = self._again.popleft() if self._again else next(waiting, None)
                if bundle is None:
                    break
                self._pool.submit(bundle)
                in_flight += 1
            if not in_flight or self._stop() > 1:
                return
            for bundle, came in self._pool.finished(_BEAT_SECONDS):
                in_flight -= 1
                self._take(bundle, came)
            self._output.flush_if_due()
            self._beat(self)

    def _new(self) -> Iterator[Record]:
        """The records of the input that are to be read; all others are counted."""
        for item in self._items:
            if self._stop():
                return
            if isinstance(item, Aside):
                self.asides.skip(item.reason)
            elif not self._met.add(item.id):
                self.duplicates += 1
            elif item.id in self._before:
                self.earlier += 1
            elif isinstance(item, Outcome):
                self._keep((item,))
            else:
                yield item
            self._beat(self)

    def _take(self, bundle: Bundle, came: tuple[Outcome, ...] | ReaderError) -> None:
        """Keep what came of a bundle; of one whose worker died each record is read again by itself."""
        if isinstance(came, tuple):
            self._keep(came)
            return
        if isinstance(came, SetupError):
            raise came
        if len(bundle) > 1:
            self._again.extend((record,) for record in bundle)
            return
        (record,) = bundle
        deaths = self._deaths.pop(record.id, 0) + 1
        if deaths < self._pool.most_deaths and not isinstance(came, TookTooLong):
            self._deaths[record.id] = deaths
            self._again.append(bundle)
            return
        self._keep((Outcome(record.id, fault=Fault("worker", type(came).__name__, came.message)),))

    def _keep(self, outcomes: tuple[Outcome, ...]) -> None:
        for outcome in outcomes:
            self.counts.articles += outcome.payload is not None
            self.counts.failed += outcome.fault is not None
            if outcome.reason:
                self.counts.skip(outcome.reason)
        self._output.add(outcomes)
