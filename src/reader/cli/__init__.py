"""The command line. `main` is the way in; a process that only runs a part of it does not load the rest."""

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    from reader.cli.app import app

    app(prog_name="onrecord")
