"""The errors a reader can meet; every one names its subject and says what to try next.

ReaderError
├── FetchError          the source could not be read: network, file, type, size
├── ExtractError        the page was read but no article came out of it
│   ├── NotAnArticle    a script shell, a consent wall, a bot check, a login
│   │   └── FrontPage   a page that lists articles; they come with it
│   └── Paywalled       a stub in front of a paid article
└── SetupError          something this machine lacks: a language model, a folder, a theme
"""

import msgspec


class Choice(msgspec.Struct, frozen=True):
    """An article that a front page leads to; `url` is absolute, http or https."""

    url: str
    headline: str


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
    """The page holds no article: a script shell, a consent wall, a bot check, a login."""


class FrontPage(NotAnArticle):
    """The page lists articles instead of being one.

    Args:
        message: what the page is, by its name.
        hint: what to do.
        choices: the articles it lists, in the order of the page, each once.
    """

    def __init__(self, message: str, hint: str = "", choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(message, hint)
        # What an exception is made anew of when it crosses from one process to another.
        self.args = (message, hint, choices)
        self.choices = choices


class Paywalled(ExtractError):
    """The page shows a stub and asks for payment."""


class SetupError(ReaderError):
    """Something this machine lacks: a language model, a folder, a theme."""
