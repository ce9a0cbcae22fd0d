"""Document -> who said what: quotes, the actors behind them, dates and figures. Pure; never raises on odd text."""

from reader.analysis.assemble import Attributed
from reader.analysis.attribution import find

__all__ = ["Attributed", "find"]
