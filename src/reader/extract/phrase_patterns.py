"""How patterns are made of the wordings by which furniture, walls and checks are known. Knows none itself."""

import re


def any_of(*wordings: str) -> str:
    """One pattern out of many."""
    return "(?:" + "|".join(wordings) + ")"


def opens_with(*wordings: str) -> re.Pattern[str]:
    """Matches a line that begins with one of the wordings."""
    return re.compile(r"^[\W_]*" + any_of(*wordings), re.IGNORECASE)


def is_whole(*wordings: str) -> re.Pattern[str]:
    """Matches a line that is one of the wordings and nothing else."""
    return re.compile(r"^[\W_]*" + any_of(*wordings) + r"[\W_]*$", re.IGNORECASE)


def holding(*wordings: str) -> re.Pattern[str]:
    """Matches a text that holds one of the wordings."""
    return re.compile(any_of(*wordings), re.IGNORECASE)
