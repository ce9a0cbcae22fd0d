"""Word lists: those written as prose in the code, and those kept one entry a line in `data/`."""

from functools import cache

# What opens the lines that say what a list is and where it is used.
_REMARK = "#"


def words(listed: str) -> frozenset[str]:
    """The words of a list written out with spaces between them."""
    return frozenset(listed.split())


@cache
def listed(name: str) -> frozenset[str]:
    """The entries of `data/en/NAME.txt`, one a line; lines that begin with "#" and blank ones are left out."""
    from importlib.resources import files  # takes 15 ms, which `onrecord --help` need not wait for

    text = files("reader.lexicon").joinpath("data", "en", f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.strip() for line in text.split("\n"))
    return frozenset(entry for entry in entries if entry and not entry.startswith(_REMARK))
