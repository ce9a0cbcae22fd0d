"""Finds what was typed in a name, letter by letter, in linear time. Pure.

Textual's own search tries every way the letters can be placed: a name of 80 letters can stop the keys for half a
second, and names come from articles.
"""

from __future__ import annotations

from itertools import pairwise

# Of scattered letters so many must begin a word or follow on the one before: in sentences of key points any four
# letters are found somewhere.
_ENOUGH_IN_ORDER = 0.75


def match(typed: str, candidate: str) -> tuple[float, tuple[int, ...]]:
    """Find typed letters in a candidate, in order; case counts for nothing, and neither do spaces between them.

    Returns:
        How good the match is, 0 for none, 2 and more where the words stand together as typed; and the offsets of the
        letters in the candidate. "nq" is found in "Next quote" at 0 and 5.
    """
    typed, name = _small(typed.strip()), _small(candidate)
    if not typed:
        return 0.0, ()
    at = name.find(typed)
    if at >= 0:
        starts_word = at == 0 or not name[at - 1].isalnum()
        return 2.0 + starts_word + len(typed) / len(name), tuple(range(at, at + len(typed)))
    letters = typed.replace(" ", "")
    offsets = _tightened(letters, name, _first(letters, name))
    if not offsets:
        return 0.0, ()
    starts = sum(offset == 0 or not name[offset - 1].isalnum() for offset in offsets)
    together = sum(second == first + 1 for first, second in pairwise(offsets))
    in_order = (starts + together) / len(offsets)
    return (in_order, offsets) if in_order >= _ENOUGH_IN_ORDER else (0.0, ())


def _small(text: str) -> str:
    """Small letters, one for one, so that offsets hold."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _first(letters: str, name: str) -> int:
    """Where the earliest match ends; -1 without one."""
    at = -1
    for letter in letters:
        at = name.find(letter, at + 1)
        if at < 0:
            return -1
    return at


def _tightened(letters: str, name: str, last: int) -> tuple[int, ...]:
    """The shortest match that ends where the earliest one does, found from its end."""
    offsets: list[int] = []
    end = last + 1
    for letter in reversed(letters if last >= 0 else ""):
        end = name.rindex(letter, 0, end)
        offsets.append(end)
    return tuple(reversed(offsets))
