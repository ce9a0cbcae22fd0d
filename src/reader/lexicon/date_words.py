"""The pieces of patterns that dates in the news are made of. Data."""

import re

from reader.lexicon.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from reader.lexicon.wordlists import either

MONTH = either(MONTHS)
# The point of an abbreviated month; that of "in March." ends the sentence.
_SHORT = [f"(?<={name})" for name in sorted(SHORT_MONTHS)]
POINT = rf"(?:(?:{'|'.join(_SHORT)})\.)?"
WEEKDAY = "|".join(WEEKDAYS)
YEAR = r"(?:1[5-9]|20)\d\d"
PART_OF_DAY = "morning|afternoon|evening|night|lunchtime"
SEASON = "spring|summer|autumn|fall|winter"

COUNTS = {
    word: number
    for number, words in enumerate(
        (("a", "an", "one"), ("two",), ("three",), ("four",), ("five",), ("six",), ("seven",), ("eight",), ("nine",),
         ("ten",), ("eleven",), ("twelve",)),
        start=1,
    )
    for word in words
} | {"a couple of": 2, "a dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
COUNT = rf"(?P<count>\d{{1,3}}|(?i:{either(COUNTS)}))"
UNIT = r"(?P<unit>day|week|month|year|decade|centur(?=y|ies))(?:y|ies|s)?"
ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth", "twenty-first"),
        start=1,
    )
}  # fmt: skip
# Every wording of a date holds one of these; most sentences hold none, and then no pattern is tried.
HINT = re.compile(
    rf"\d{{4}}|\d0s|{WEEKDAY}|\b(?:{MONTH})\b|\b(?:ago|last|past|next|coming|this|yesterday|today|tonight|tomorrow|weekend|"
    r"time|now|century|quarter|Last|Next|This|Yesterday|Today|Tonight|Tomorrow|Eve|Day|Halloween)\b"
)
