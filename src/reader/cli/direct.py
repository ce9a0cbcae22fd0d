"""The starts that take no reading of a command line: `onrecord`, `onrecord SOURCE`, `onrecord --version`.

What reads command lines takes half as long to load as Textual does. What comes of these three is the same by `app`.
"""

import os
from collections.abc import Sequence

from reader.cli.names import COMMANDS, GROUPS

# By it a shell asks what it may offer next, whatever the arguments.
COMPLETING = "_ONRECORD_COMPLETE"


def run(arguments: Sequence[str]) -> bool:
    """Do what was asked for, where that is one of these; False, with nothing done, for anything else."""
    if len(arguments) > 1 or COMPLETING in os.environ:
        return False
    if list(arguments) == ["--version"]:
        tell_version()
        return True
    if arguments and (arguments[0][:1] == "-" or arguments[0] in COMMANDS or arguments[0] in GROUPS):
        return False
    from reader.cli import showing

    if arguments:
        showing.show(arguments[0], showing.Start())
    else:
        showing.show_first(showing.Start())
    return True


def tell_version() -> None:
    """Write which version of the program this is."""
    import reader
    from reader.cli.output import write

    write(f"onrecord {reader.__version__}\n")
