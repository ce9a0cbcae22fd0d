"""What the patterns for dates and numbers share: how they are written, and how their named parts are read."""

import re


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a space stands for a space or a no-break one, and ’ for either apostrophe."""
    return re.compile(pattern.replace(" ", "[ \xa0]").replace("’", "[’']"))


def parts_of(match: re.Match[str], tag: str = "") -> dict[str, str]:
    """The named parts of a match that hold something, without the numbers that keep alternatives apart.

    Where a pattern holds another one twice, for the two ends of a period or range, `tag` ends the names of one of them.
    """
    return {
        name.removesuffix(tag).rstrip("1234"): value
        for name, value in match.groupdict().items()
        if value and name.endswith(tag)
    }
