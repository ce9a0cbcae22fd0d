"""Doing something beside the screen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode


def beside(node: DOMNode, do: Callable[[], Coroutine[Any, Any, None]], group: str, *, exclusive: bool = True) -> None:
    """Do something beside; an exclusive one in the place of what its group did before.

    It is called when its turn comes. One that is given up before that would be a coroutine that nobody awaits, and
    Python's warning of that would be drawn over the screen.
    """
    node.run_worker(cast(Any, do), group=group, exclusive=exclusive)
