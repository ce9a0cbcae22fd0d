"""Words that tell a place: inside its name, before it, and the names that mean the same one. Data."""

from reader.lexicon.wordlists import listed, marked, table, words

_PLACE_WORDS = table("place_words", 1)

# The last word of a name that only places have; and of one that people are called as well.
NAMES = marked(_PLACE_WORDS, "name")
SURNAMES = marked(_PLACE_WORDS, "surname")
LANDSCAPE = marked(_PLACE_WORDS, "landscape")
# By themselves these name no place: "the District", "out West".
BARE = NAMES | LANDSCAPE | marked(_PLACE_WORDS, "bare")
# "The town of X", "the mayor of X", "north of X": what is named is a place.
BEFORE_OF = marked(_PLACE_WORDS, "of")
# "Lives in X", "born in X".
LIVING = words(
    """live lived lives living born based raised buried home homes house houses apartment flat hometown filed staying
    grew settled moved arrived landed"""
)
AT = words("in at on near along across outside off through the inside above below under over around beyond")

# One place under two names, folded and without "the": only where nobody doubts it. "Mexico City" is not Mexico.
ALIASES = {
    "usa": "us", "united states": "us", "america": "us", "united states of america": "us",
    "united kingdom": "uk", "britain": "uk", "great britain": "uk",
    "new york city": "new york", "washington dc": "washington", "dc": "washington",
    "holland": "netherlands", "czechia": "czech republic", "burma": "myanmar", "kiev": "kyiv", "delhi": "new delhi",
}  # fmt: skip
# Capitals with the country whose government they stand for, both as `ALIASES` has them.
GOVERNMENTS = {capital: country for capital, (country,) in table("capitals", 1).items()}
# What nobody doubts to be a place, folded, where the text does not make a surname of it.
COUNTRIES = listed("countries")
