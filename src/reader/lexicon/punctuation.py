"""The marks of written text: what ends a sentence, what closes on it, dashes and bullets. Data and one look-up."""

# What ends a sentence: in the scripts of Europe; in Chinese and Japanese, where no space follows; in Hindi, Arabic,
# Urdu, Amharic and Armenian.
STOPS = ".!?…"
WIDE_STOPS = "。！？｡"
OTHER_STOPS = "।॥؟۔።։"
QUESTION_MARKS = "?？؟"
# What may stand behind a stop and still belongs to its sentence.
CLOSING = "\"'”’»“)]」』）】》"
DASHES = "—–―"
# What the items of a list open with; a hyphen and a dash open other lines too.
BULLETS = "•*‣·+"

_ALL_STOPS = STOPS + WIDE_STOPS + OTHER_STOPS


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: "It sank.", "“It sank.”", "(It sank!)", not "Ferry sinks"."""
    return line.rstrip(CLOSING + " \xa0\t")[-1:] in tuple(_ALL_STOPS)
