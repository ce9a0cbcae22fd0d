"""What the reader asks for in an article that is the program's to do."""

from __future__ import annotations

from textual.message import Message

from reader.model import Reading
from reader.settings.config import Config
from reader.ui.commands.pages import PageKind


class ConfigChanged(Message):
    """The reader changed a setting for this run."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config


class PageWanted(Message):
    """The reader wants a page over many articles."""

    def __init__(self, kind: PageKind, reading: Reading, actor: str) -> None:
        super().__init__()
        self.kind, self.reading, self.actor = kind, reading, actor


class UnreadWanted(Message):
    """The reader wants another unread article in the place of this one: the next, or the one before."""

    def __init__(self, number: int | None, direction: int) -> None:
        super().__init__()
        self.number, self.direction = number, direction
