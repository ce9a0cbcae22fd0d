"""Document -> who said what: quotes, the actors behind them, dates and figures. Pure; never raises on odd text."""
