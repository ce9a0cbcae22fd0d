"""What the shell offers behind an option: the names of templates and themes, and files that may be templates."""

from pathlib import Path

from reader.settings import paths


def templates(incomplete: str) -> list[str]:
    """Names of templates that come with the program, then files of templates."""
    files = (str(path) for path in Path().glob("*.j2"))
    return [*shipped_templates(incomplete), *sorted(name for name in files if name.startswith(incomplete))]


def shipped_templates(incomplete: str) -> list[str]:
    """Names of templates that come with the program."""
    from reader.render import markdown

    return [name for name in markdown.shipped_names() if name.startswith(incomplete)]


def themes(incomplete: str) -> list[str]:
    """Names of themes that come with the program, and of the reader's own."""
    folders = (paths.shipped_themes_folder(), paths.themes_folder())
    names = {path.stem for folder in folders for path in folder.glob("*.toml")}
    return sorted(name for name in names if name.startswith(incomplete))
