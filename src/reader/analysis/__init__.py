"""Document -> who said what: quotes, the actors behind them, dates and figures. Pure; never raises on odd text."""

from reader.analysis.attribution import find
from reader.analysis.cast import Attributed

__all__ = ["Attributed", "find"]
