"""The command that lists quotes without a screen: who said what in one article or a hundred, for eyes and programs."""

import contextlib
from typing import Annotated

import typer

from reader.cli.output import tell, write
from reader.cli.people import quotes_of
from reader.cli.reading import Wish, check_keeping, configured, piped, silence_libraries, watched
from reader.cli.usage import Keep, QuotesForm, TableForm, WrongUse
from reader.model import QuoteKind


def quotes(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Addresses, files, or - for standard input; without one, the library."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Only of who is called so; part of a name will do.")
    ] = "",
    kind: Annotated[
        QuoteKind | None, typer.Option("--kind", help="Only words between marks, partly so, or none.")
    ] = None,
    form: Annotated[
        QuotesForm, typer.Option("--format", "-f", help="A line each, JSON Lines, a table; of the library, a note.")
    ] = "text",
    about: Annotated[str, typer.Option("--about", metavar="WORDS", help="Of the library, only with these words.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Of the library, only from this day on.")] = "",
    keep: Keep = False,
) -> None:
    """List who said what, quote by quote, with how sure the speaker is and where it stands.

    Without a SOURCE, --by NAME lists what everybody of that name said in all that was read, each statement once.

    A failure is told on standard error, does not stop the rest, and makes the exit code 1.
    """
    if not sources:
        if keep:
            raise WrongUse("--keep is for a SOURCE that is read: what the library has is kept.")
        if not by or kind:
            raise WrongUse("There is no SOURCE: give an address, a file, -, or --by NAME alone for the library.")
        return quotes_of(by, about, since, form)
    if about or since:
        raise WrongUse("--about and --since look through the library: leave SOURCE away.")
    if form == "markdown":
        raise WrongUse("-f markdown is for the library: leave SOURCE away; onrecord summarize writes a source's.")
    _of_sources(sources, by, kind, form, keeps=keep)


def _of_sources(sources: list[str], by: str, kind: QuoteKind | None, form: TableForm, *, keeps: bool) -> None:
    from reader.render import table

    silence_libraries()
    config = configured()
    wish = Wish(config.key_points, config.method, config.language_model, keeps)
    check_keeping(wish, config)
    failed = listed = 0
    if form == "csv":
        write(table.to_csv([]))
    with contextlib.closing(watched(sources, piped(sources), wish)) as read:
        for outcome in read:
            if isinstance(outcome, str):
                tell(outcome)
                failed += 1
                continue
            rows = list(table.rows(outcome, by, kind))
            listed += len(rows)
            if form == "csv":
                write(table.to_csv(rows, header=False))
            else:
                write(table.to_json_lines(rows) if form == "json" else table.to_text(rows))
    if not listed and failed < len(sources):
        tell("No quote is like that." if by or kind else "No quotes were found.")
    if failed:
        raise typer.Exit(1)
