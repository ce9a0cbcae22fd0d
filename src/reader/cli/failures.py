"""A failure in lines, as it is told on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.safe import one_line, printable

if TYPE_CHECKING:
    from reader.errors import ReaderError
    from reader.model import Listing


def told(error: ReaderError) -> str:
    """Put an error in lines: what happened, what to try."""
    return "\n".join([one_line(error.message), *([f"  {one_line(error.hint)}"] if error.hint else [])])


def listed(listing: Listing) -> str:
    """Put a page that lists articles in lines: that it does, and the articles to choose from."""
    lines = [one_line(listing.notice), "  Open one of these."]
    for entry in listing.entries:
        lines += [f"  • {one_line(entry.headline)}", f"    {one_line(entry.url)}"]
    return "\n".join(lines)


def defect(source: str, trace: str) -> str:
    """Put a defect of ours in lines, in full."""
    return printable(f"{trace}\n{source} could not be read because of a defect in onrecord.")
