"""Key points: the sentences that carry a story and stand alone, in the order of the article."""

from reader.summarize.methods import METHODS, Method
from reader.summarize.points import key_points
from reader.summarize.wording import missing

__all__ = ["METHODS", "Method", "key_points", "missing"]
