"""The errors a reader can meet; every one names its subject and says what to try next.

ReaderError
├── FetchError          the source could not be read: network, file, type, size
├── ExtractError        the page was read but no article came out of it
│   ├── NotAnArticle    a script shell, a consent wall, a bot check, a login, a list of articles where one is needed
│   └── Paywalled       a stub in front of a paid article
├── FeedError           what was fetched is no feed, or one that cannot be read
├── LibraryError        the library could not be opened, read or written; articles can be read without it
└── SetupError          something this machine lacks: a language model, a folder, a theme
"""


class ReaderError(Exception):
    """An error to show to the person reading.

    Args:
        message: what happened, naming the subject (the URL, the file, the key).
        hint: the next thing to try, as a sentence.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class FetchError(ReaderError):
    """The source could not be read."""


class ExtractError(ReaderError):
    """The page was read, but no article came out of it."""


class NotAnArticle(ExtractError):
    """The page holds no article: a script shell, a consent wall, a bot check, a login, a list of articles."""


class Paywalled(ExtractError):
    """The page shows a stub and asks for payment."""


class FeedError(ReaderError):
    """What was fetched is no feed, or one that cannot be read."""


class LibraryError(ReaderError):
    """The library could not be opened, read or written. Nothing in it was overwritten; articles can still be read."""


class SetupError(ReaderError):
    """Something this machine lacks: a language model, a folder, a theme."""
