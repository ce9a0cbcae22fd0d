"""Wrong use of the command line, told plainly: what an option takes, in place of what was wrong with a value."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, get_args

import typer

# The highest there is.
HIGHEST_PORT = 65535
# What lists are written as.
TableForm = Literal["text", "json", "csv"]
# What `onrecord quotes` writes; notes are of the library alone.
QuotesForm = Literal["text", "json", "csv", "markdown"]
# What `onrecord batch` writes.
BatchForm = Literal["jsonl", "parquet"]

Keep = Annotated[
    bool,
    typer.Option("--keep", show_default=False, help="Keep it in the library, as what is opened on the screen is."),
]


class WrongUse(typer.BadParameter):
    """A command line that cannot be meant; the message says what would do."""

    def format_message(self) -> str:
        """The message as it is, without what the library puts before it."""
        return self.message


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def day(given: str) -> datetime:
    """The beginning of a day as `--since` takes it, in UTC."""
    try:
        return datetime.combine(date.fromisoformat(given), datetime.min.time(), UTC)
    except ValueError:
        raise WrongUse("--since takes a day, such as 2026-03-14.") from None


def _takes() -> dict[str, str]:
    """What options take, by the names that the commands give them; where two use one name by the command's before it.

    Asked for when something was wrong: the parts that know are no use to a command that is right.
    """
    from reader import notes
    from reader.model import QuoteKind
    from reader.settings.config import MOST_KEY_POINTS
    from reader.summarize import METHODS

    return {
        "form": _either(get_args(notes.Format)),
        "quotes form": _either(get_args(QuotesForm)),
        "search form": _either(get_args(TableForm)),
        "watch form": _either(get_args(TableForm)),
        "batch form": _either(get_args(BatchForm)),
        "kind": _either(get_args(QuoteKind)),
        "method": _either(METHODS),
        "key_points": f"a number from 1 to {MOST_KEY_POINTS}",
        "port": f"a number from 0 to {HIGHEST_PORT}",
    }


def told_plainly(error: typer.BadParameter) -> WrongUse:
    """The same error in words for a person: "-f takes markdown, json or text"."""
    parameter: Any = error.param
    name = getattr(parameter, "name", None)
    command = error.ctx.info_name if error.ctx else ""
    known = _takes()
    takes = known.get(f"{command} {name}") or known.get(f"{name}")
    if takes:
        message = f"{min(parameter.opts, key=len)} takes {takes}."
    elif name == "sources":
        message = "There is no SOURCE: give an address, a file, or - for standard input."
    else:
        message = error.format_message()
    return WrongUse(message, ctx=error.ctx)
