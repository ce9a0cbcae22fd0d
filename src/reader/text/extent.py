"""How much of a text is analysed: all of any article, the first part of what is longer than articles are."""

import re
from itertools import islice

# Words and marks: 100,000 characters of prose. The longest of 2,204 articles has 6,844. So many of news take 4.5 s of
# processor time and 370 MB, and of 58 kinds of hostile text 6 s and 430 MB at most.
MOST_WORDS = 20_000
# Words may be long, and white space wide.
MOST_CHARACTERS = 500_000

# What becomes one word of the grammar, or some more ("don’t", "10km" are two). The first is a part of what goes on for
# long without white space, as `reader.text.document` cuts it.
_WORD = re.compile(r"\S{200}|\w+|[^\w\s]|[^\S ]|\s{2,}")
# In a first part of so many of its characters, the last paragraph is left out where it is cut; one that is longer is
# cut between two words.
_WHOLE_PARAGRAPHS = 0.9


def first_part(text: str) -> int:
    """Where the part of a text ends that is analysed: at its end, unless it is longer than articles are."""
    if len(text) <= MOST_WORDS:
        return len(text)
    over = next(islice(_WORD.finditer(text, 0, MOST_CHARACTERS), MOST_WORDS, None), None)
    end = over.start() if over else MOST_CHARACTERS
    if end >= len(text):
        return len(text)
    least = int(_WHOLE_PARAGRAPHS * end)
    for between in ("\n", " "):
        if (cut := text.rfind(between, least, end)) >= 0:
            return cut
    return end
