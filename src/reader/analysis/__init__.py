"""Document -> who said what: quotes, the actors behind them, and the dates and figures of a text. Pure; never raises."""

from reader.analysis.attribution import Attributed, find

__all__ = ["Attributed", "find"]
