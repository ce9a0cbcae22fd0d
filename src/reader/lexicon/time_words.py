"""Words beside a date, and what they say of it: that it is meant, that it lies ahead. Data."""

from reader.lexicon.wordlists import marked, table

_TIME_WORDS = table("time_words", 1)

# "Every Monday", "that Monday", "Good Friday" are not the Monday or Friday of the week.
OTHER_THAN_MEANT = marked(_TIME_WORDS, "other")
# A bare month or year is a date behind these; behind the last, a number may as well count things.
BEFORE_MONTH = marked(_TIME_WORDS, "month")
BEFORE_YEAR = marked(_TIME_WORDS, "year")
BEFORE_NUMBERS = marked(_TIME_WORDS, "number")
# "Was scheduled for Friday" lies ahead, "closed until Friday" as well.
PLANNED = marked(_TIME_WORDS, "planned")
LASTING = marked(_TIME_WORDS, "lasting")
# "The Dec. 12 election" may be past or to come, whatever the verb beside it.
SCHEDULED = marked(_TIME_WORDS, "scheduled")
# "Says Monday" means what was said.
SAID = marked(_TIME_WORDS, "said")
