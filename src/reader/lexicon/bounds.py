"""The words in front of a number and behind it that say at least, at most, about, or how much not. Data."""

from reader.lexicon.wordlists import words

# "More than 40", "no fewer than 40"; "as many as 40", "as low as 40".
COMPARED = words("more less fewer greater higher lower larger smaller longer shorter better worse older younger")
AMOUNTS = words("many much few little low high long short far large small young old")
# In front of a number, but also of what a row is over and a talk about.
LOOSE = words("over under about around")
# They shade or turn what comes next: "no more than 40", "just under 40", "far below 40", "not even 40".
DEGREES = words(
    """no not never nothing only just barely hardly scarcely merely far well way much many slightly somewhat little even
    quite perhaps maybe possibly probably still already currently anywhere"""
)
# In front of a number; more of these words alone are no bound: "well 40", "no 40".
IN_FRONT = (
    LOOSE
    | words("not never only just barely hardly scarcely merely exactly precisely perhaps maybe possibly")
    | words("above below nearly almost roughly approximately some within another every minus")
    | words("exceed exceeds exceeded exceeding")
    | {
        "not even",
        "close to", "up to", "down to", "at least", "at most", "at the least", "at the most", "at the very least",
        "upward of", "upwards of", "in excess of", "short of", "shy of", "all but", "an estimated", "an additional",
        "an average of", "a further", "a maximum of", "a minimum of", "a maximum", "a minimum", "a total of",
    }
)  # fmt: skip
# "Does not cost more than 40" costs 40 at most: what turns a bound from a few words before, without one of the others
# between.
NEGATIONS = words("not never cannot without neither nor")
NEW_CLAUSES = words("but and or that because while if when where who which what how why as than though although")
# "40 people or more", "40 or so people".
BEHIND = words("more less fewer higher lower over under above below older younger longer shorter greater so")
