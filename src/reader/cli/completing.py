"""What the shell offers behind an option: the names of templates and themes, and files that may be templates.

A name that a terminal would obey is not offered.
"""

from collections.abc import Iterable
from pathlib import Path

from reader.settings import paths


def templates(incomplete: str) -> list[str]:
    """Names of templates that come with the program, then files of templates."""
    files = (str(path) for path in Path().glob("*.j2"))
    return [*shipped_templates(incomplete), *_offered(files, incomplete)]


def shipped_templates(incomplete: str) -> list[str]:
    """Names of templates that come with the program."""
    from reader.render import markdown

    return [name for name in markdown.shipped_names() if name.startswith(incomplete)]


def themes(incomplete: str) -> list[str]:
    """Names of themes that come with the program, and of the reader's own."""
    folders = (paths.shipped_themes_folder(), paths.themes_folder())
    names = {path.stem for folder in folders for path in folder.glob("*.toml")}
    return _offered(names, incomplete)


def _offered(names: Iterable[str], incomplete: str) -> list[str]:
    return sorted(name for name in names if name.startswith(incomplete) and name.isprintable())
