"""What a reader writes to an article. Nothing here computes, reads or writes."""

from datetime import datetime

import msgspec

from reader.model.article import Excerpt


class Note(msgspec.Struct, frozen=True):
    """What the reader wrote, at this moment: to an article, or to words in it.

    `words` are those words where they stand now; where they stand no more it is None, and `gone` holds them as they
    were. A `note` of "" only marks the words.
    """

    made: datetime
    note: str
    words: Excerpt | None = None
    gone: str = ""
