"""The marks of written text: what ends a sentence, what closes on it, dashes and bullets. Data and two look-ups."""

import re

# What ends a sentence: in the scripts of Europe; in Chinese and Japanese, where no space follows; in Hindi, Arabic,
# Urdu, Amharic and Armenian.
STOPS = ".!?…"
WIDE_STOPS = "。！？｡"
OTHER_STOPS = "।॥؟۔።։"
QUESTION_MARKS = "?？؟"
# What may stand before the first word of a sentence.
OPENING_QUOTES = "\"'“‘«"
OPENING = OPENING_QUOTES + "([¿¡"
# What may stand behind a stop and still belongs to its sentence.
CLOSING = "\"'”’»“)]」』）】》"
DASHES = "—–―"
# What stands between the labels of one line: "Updated 9:05pm | News".
BETWEEN_LABELS = "|·•/"
# What the items of a list open with; a hyphen and a dash open other lines too.
BULLETS = "•*‣·+"

# Words in small letters that open sentences all the same: "al-Dareh denied it", "de Marlow left", "iPhone sales fell".
SMALL_OPENING = re.compile(r"(?:al|el|as|ul|ibn|bin|de|di|da|van|von)[-’' ]?[A-Z]|[a-z]{1,2}[A-Z]")

_ENDS = tuple(STOPS + WIDE_STOPS + OTHER_STOPS)
_BEHIND_ENDS = CLOSING + " \xa0\t"


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: "It sank.", "“It sank.”", "(It sank!)", not "Ferry sinks"."""
    return line.rstrip(_BEHIND_ENDS).endswith(_ENDS)


def asks(line: str) -> bool:
    """Whether a line ends as a question does: "Who sank it?", "“Who sank it?”"."""
    return line.rstrip(_BEHIND_ENDS).endswith(tuple(QUESTION_MARKS))
