"""How the width of the screen is shared out between the article and the sidebar. Pure."""

from __future__ import annotations

# The names of the lists, at their shortest: less is no list.
NARROWEST_SIDEBAR = 31
# From this width on two lists stand side by side, each as wide as one alone is at least.
TWO_LISTS = 100
# Unless the reader makes it wider: names with their counts fit, and lines of a list are short enough to be skimmed.
_WIDEST_UNASKED = 60
_NARROWEST_UNASKED = 38
# What is always left to the article: the shortest line a text is still comfortable in, with its margins.
NARROWEST_ARTICLE = 46
# Beside the measure: the article's margins and the edge.
_BESIDE_MEASURE = 7
# One press of a key.
STEP = 4


def sidebar_width(screen: int, measure: int, chosen: int | None) -> int:
    """The columns of the sidebar.

    Args:
        screen: the columns of the screen.
        measure: the width of the text.
        chosen: what the reader made of it; without it the article gets its measure and the sidebar the rest.
    """
    if chosen is None:
        rest = screen - measure - _BESIDE_MEASURE
        widest = 2 * _WIDEST_UNASKED if rest >= TWO_LISTS else _WIDEST_UNASKED
        chosen = min(max(rest, _NARROWEST_UNASKED), widest)
    return max(min(chosen, screen - NARROWEST_ARTICLE), NARROWEST_SIDEBAR)
