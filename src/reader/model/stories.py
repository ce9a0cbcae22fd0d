"""What several articles tell of one event. Nothing here computes, reads or writes."""

import msgspec


class Terms(msgspec.Struct, frozen=True):
    """What an article is about, ready to be compared: how often each word stands where an article says it.

    `day` is the day it was published, ISO 8601.
    """

    article: str
    day: str
    counts: dict[str, int]
