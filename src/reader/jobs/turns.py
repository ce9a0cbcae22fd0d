"""Asking many servers at once, and each of them for one thing at a time."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Generic, TypeVar

from reader.library.addresses import server
from reader.workers import Call

# Servers asked beside each other.
WIDTH = 4

T = TypeVar("T")
R = TypeVar("R")


class Turns(Generic[T, R]):
    """Things that wait to be asked for, in a line for each server.

    Args:
        wanted: what to ask for, with its address, in order.
        start: begins to ask for one, in another process.
        width: how many servers are asked at once.
    """

    def __init__(self, wanted: Iterable[tuple[T, str]], start: Callable[[T], Call[R]], width: int = WIDTH) -> None:
        self._lines: dict[str, deque[T]] = defaultdict(deque)
        for each, address in wanted:
            self._lines[server(address)].append(each)
        self._start, self._width = start, width

    def __iter__(self) -> Iterator[tuple[T, Call[R]]]:
        """Each thing with its call, once that is done; what is asked for when nobody goes on is given up."""
        calls: dict[Future[R], tuple[str, T, Call[R]]] = {}
        try:
            while self._lines or calls:
                busy = {host for host, _, _ in calls.values()}
                for host in [host for host in self._lines if host not in busy][: self._width - len(calls)]:
                    each = self._lines[host].popleft()
                    call = self._start(each)
                    calls[call.future] = host, each, call
                for future in wait(calls, return_when=FIRST_COMPLETED).done:
                    host, each, call = calls.pop(future)
                    yield each, call
                    if not self._lines[host]:
                        del self._lines[host]
        finally:
            for _, _, call in calls.values():
                call.cancel()

    def leave(self, address: str) -> tuple[T, ...]:
        """Ask a server for nothing more; gives what waited in its line."""
        left = tuple(self._lines[server(address)])
        self._lines[server(address)].clear()
        return left
