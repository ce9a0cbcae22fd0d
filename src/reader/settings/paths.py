"""Where things are kept, and what comes with the program: the folders of XDG, or of the system. Creates nothing."""

import os
from pathlib import Path

import platformdirs

_APP = "onrecord"
# The library, in the data folder.
LIBRARY = "library.db"


def config_folder() -> Path:
    """Settings and themes the person wrote: $XDG_CONFIG_HOME/onrecord."""
    return platformdirs.user_config_path(_APP, appauthor=False)


def themes_folder() -> Path:
    """Themes the person wrote."""
    return config_folder() / "themes"


def shipped_themes_folder() -> Path:
    """Where the themes of this program are: in the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parents[1] / "themes"


def state_folder() -> Path:
    """What the program remembers between runs: $XDG_STATE_HOME/onrecord."""
    return platformdirs.user_state_path(_APP, appauthor=False)


def data_folder() -> Path:
    """What the program keeps for the person: $XDG_DATA_HOME/onrecord."""
    return platformdirs.user_data_path(_APP, appauthor=False)


def library_file() -> Path:
    """The library: everything that was read, in one file."""
    return data_folder() / LIBRARY


def notes_folder(configured: str, *, with_source: bool) -> Path:
    """The folder that notes are saved in.

    Args:
        configured: `Config.notes_folder`; "" leaves the choice to this function.
        with_source: the program was started with a SOURCE, so the person is at work in the current folder.
    """
    if configured:
        return Path(os.path.expanduser(configured))
    if with_source:
        return Path.cwd()
    return platformdirs.user_documents_path() / "On Record"
