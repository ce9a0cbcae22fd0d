"""Key points: the sentences that carry a story and stand alone, in the order of the article."""

from reader.summarize.points import key_points

__all__ = ["key_points"]
