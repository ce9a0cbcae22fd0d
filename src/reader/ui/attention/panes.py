"""Where the keys go: the article, or one of the lists beside it. Pure."""

from __future__ import annotations

from typing import Literal

Tab = Literal["quotes", "actors", "timeline", "figures"]
Pane = Literal["article", Tab]
TABS: tuple[Tab, ...] = ("quotes", "actors", "timeline", "figures")
