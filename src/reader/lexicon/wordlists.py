"""Word lists: those written as prose in the code, and those kept one entry a line in `data/`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

# What opens the lines at the head of a file, which say what it lists and where that is used.
_REMARK = "#"
# What a column without anything holds, where another follows it.
_EMPTY = "-"


def words(listed: str) -> frozenset[str]:
    """The words of a list written out with spaces between them."""
    return frozenset(listed.split())


@cache
def table(name: str, columns: int) -> Mapping[str, tuple[str, ...]]:
    """The entries of `data/en/NAME.txt`, one a line, each with what its other columns say, "" where they say nothing.

    Args:
        name: of the file, without its ending.
        columns: how many there are besides the entry itself; a tab parts them.
    """
    from importlib.resources import files  # takes 15 ms, which `onrecord --help` need not wait for

    text = files("reader.lexicon").joinpath("data", "en", f"{name}.txt").read_text(encoding="utf-8")
    entries: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if not line.startswith(_REMARK):
            entry, *told = line.split("\t")
            told += [""] * (columns - len(told))
            entries[entry] = tuple("" if value == _EMPTY else value for value in told)
    return entries


def listed(name: str) -> frozenset[str]:
    """The entries of `data/en/NAME.txt`, one a line."""
    return frozenset(table(name, 0))


def marked(entries: Mapping[str, tuple[str, ...]], use: str, column: int = 0) -> frozenset[str]:
    """The entries that a column gives a use, among others: those of "noun title" have the uses noun and title."""
    return frozenset(entry for entry, told in entries.items() if use in told[column].split())


def either(entries: Iterable[str]) -> str:
    """A pattern for any of the entries, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))
