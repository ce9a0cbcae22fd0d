"""The command line. `main` is the way in; a process that only runs a part of it does not load the rest."""

import sys

__all__ = ["main"]

# What a shell calls the end of a program by Ctrl+C.
_INTERRUPTED = 130


def main() -> None:
    """Run the command line."""
    try:
        from reader.cli import streams

        streams.settle()
        _run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _run() -> None:
    from reader.cli import direct, streams
    from reader.cli.output import tell

    try:
        if direct.run(sys.argv[1:]):
            return
        from reader.cli.app import app

        app(prog_name="onrecord")
    except OSError as error:
        if error.filename is not None:  # of a file, which is a defect: what reads and writes files tells it better
            raise
        is_unread = isinstance(error, BrokenPipeError)
        told = streams.lost_output(error)
        if not is_unread:
            tell(told)
        sys.exit(1)
