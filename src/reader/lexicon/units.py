"""What the figures of the news count and are measured in. Data."""

from reader.lexicon.wordlists import marked, table, words

_COUNTED = table("counted_nouns", 1)
_CURRENCIES = table("currencies", 3)


def _plural(noun: str) -> str:
    if noun in ("aircraft", "livestock"):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


# Signs and names that several countries share are of none of them: their money is known by its name.
_SHARED_SIGNS = {
    "Rs": "rupees",
    "Rs.": "rupees",
    "Sh": "shillings",
    "Shs": "shillings",
    "kr": "crowns",
    "FCFA": "francs",
}
_SHARED_NAMES = {
    "crown": "crowns", "dinar": "dinars", "dirham": "dirhams", "franc": "francs", "peso": "pesos", "rial": "rials",
    "riyal": "riyals", "rupee": "rupees", "shilling": "shillings", "krone": "crowns", "kroner": "crowns",
    "CFA franc": "francs", "kwacha": "kwacha", "lira": "lira", "won": "KRW",
}  # fmt: skip
_SIGNS = {sign: code for code, (signs, _, _) in _CURRENCIES.items() for sign in signs.split()}
_NAMES = {name: code for code, (_, names, _) in _CURRENCIES.items() for name in filter(None, names.split(", "))}
# By whose it is: "Canadian dollars", "South African rand".
MONEY_OF_COUNTRIES = {name: code for name, code in _NAMES.items() if " " in name}
_CODES = {code: code for code in _CURRENCIES}
# In front of a number, and behind one.
CURRENCY_SIGNS = {**_SIGNS, **_SHARED_SIGNS, **_CODES}
_SIGNS_BEHIND = {sign: CURRENCY_SIGNS[sign] for sign in ("€", "zł", "kr", "Kč", "FCFA")}
# "R4bn" is money, "the R24" a road; "COP 28" is no Colombian peso.
DOUBTFUL_SIGNS = marked(_CURRENCIES, "word", 2) | {"R", "Sh"}

# The name of Korea's money is a verb too: "12 million won", but "40 won".
OF_MILLIONS = frozenset(("won",))

DURATIONS = words("seconds minutes hours days weeks months years decades centuries")

# "Pounds" are money where the text has a £, else weight.
POUNDS = "pounds"
_MEASURES = {
    "dollar": "USD", "rouble": "RUB", "ruble": "RUB", "cent": "cents", "pound": POUNDS,
    "mile": "miles", "kilometer": "kilometers", "kilometre": "kilometers", "meter": "meters", "metre": "meters",
    "centimeter": "centimeters", "centimetre": "centimeters", "millimeter": "millimeters",
    "millimetre": "millimeters", "yard": "yards", "nautical mile": "nautical miles",
    "acre": "acres", "hectare": "hectares",
    "square mile": "square miles", "square kilometer": "square kilometers", "square kilometre": "square kilometers",
    "square meter": "square meters", "square metre": "square meters",
    "cubic meter": "cubic meters", "cubic metre": "cubic meters",
    "ton": "tons", "tonne": "tonnes", "kilogram": "kilograms", "kilo": "kilograms", "gram": "grams",
    "barrel": "barrels", "gallon": "gallons", "liter": "liters", "litre": "liters",
    "megawatt": "megawatts", "gigawatt": "gigawatts", "knot": "knots",
    "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "decade": "decades",
    "percentage point": "percentage points", "basis point": "basis points", "degree": "degrees",
}  # fmt: skip
_UNCHANGING = {
    "percent": "percent", "per cent": "percent", "%": "percent",
    "century": "centuries", "centuries": "centuries", "foot": "feet", "feet": "feet", "inch": "inches",
    "inches": "inches", "km": "kilometers", "cm": "centimeters", "mm": "millimeters",
    "kg": "kilograms", "kgs": "kilograms",
    "mph": "miles per hour", "miles per hour": "miles per hour", "miles an hour": "miles per hour",
    "km/h": "kilometers per hour", "kph": "kilometers per hour", "kmh": "kilometers per hour",
    "kilometers per hour": "kilometers per hour", "kilometres per hour": "kilometers per hour",
    "kilometers an hour": "kilometers per hour", "kilometres an hour": "kilometers per hour",
    "sq km": "square kilometers", "sq. km": "square kilometers", "km2": "square kilometers",
    "km²": "square kilometers", "sq mi": "square miles", "sq miles": "square miles", "square feet": "square feet",
    "sq ft": "square feet", "MW": "megawatts", "GW": "gigawatts",
    "degrees Celsius": "degrees Celsius", "degrees Fahrenheit": "degrees Fahrenheit",
    "seconds": "seconds",
}  # fmt: skip
# What became of those counted: "12 were killed", "14 dead".
HARM = {
    "dead": "dead", "killed": "killed", "injured": "injured", "wounded": "wounded", "missing": "missing",
    "arrested": "arrested", "hurt": "injured",
}  # fmt: skip
# Written to the number without a space as well: "40%", "12km", "90kg".
GLUED = frozenset(("%", "km", "cm", "mm", "kg", "mph", "km/h", "kph", "kmh", "km2", "km²", "MW", "GW", *_SIGNS_BEHIND))

_PERSONS = {
    "person": "people", "people": "people", "man": "men", "men": "men", "woman": "women", "women": "women",
    "child": "children", "children": "children", "boys": "boys", "girls": "girls",
}  # fmt: skip
_PERSON_NOUNS = marked(_COUNTED, "person")
# What news counts in small numbers too, though these are no persons; the unit is the plural.
_THING_NOUNS = marked(_COUNTED, "thing")

PERSONS = {
    **_PERSONS,
    **{noun: _plural(noun) for noun in _PERSON_NOUNS},
    **{_plural(noun): _plural(noun) for noun in _PERSON_NOUNS},
}
MONEY = {
    **_CODES, **_SIGNS_BEHIND, **{name: code for name, code in _NAMES.items() if " " not in name},
    **_SHARED_NAMES, **{f"{name}s": unit for name, unit in _SHARED_NAMES.items()},
}  # fmt: skip
MEASURES = {**MONEY, **_UNCHANGING, **_MEASURES, **{f"{word}s": unit for word, unit in _MEASURES.items()}}
# By what the size of a thing is told: "120 mm", "500-pound", "six-storey".
SIZES = frozenset(("mm", "cm", "km", "kg", "foot", "inch", "storey", "story", *_MEASURES))
THINGS = {**{noun: _plural(noun) for noun in _THING_NOUNS}, **{_plural(n): _plural(n) for n in _THING_NOUNS}}
UNITS = {**THINGS, **PERSONS, **MEASURES}
# Behind a number and a space these stand before what is counted, "26 state universities", behind a hyphen they are it.
SINGULAR = (_PERSON_NOUNS | _THING_NOUNS | {"person", "man", "woman", "child"}) - {"aircraft", "livestock"}

# Things whose age is a figure: "a 6-year-old war".
AGING = marked(_COUNTED, "aging")
# By what a number is multiplied.
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5,
    "crore": 1e7, "lakh crore": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "cr": 1e7, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "tn": 1e12,
}  # fmt: skip
# Before these "half" and "third" name a part in time or place, no share: "the second half of the match".
NO_FRACTION = words("first second last latter other top bottom better past final third opening closing next per")
# Seats, rooms and the like bear numbers with letters: "row 12C".
ROWS = words("row seat room flat gate unit apartment suite class grade form bus no. number article section")
# A number behind these is theirs: "No. 5", "Article 5".
NUMBERED = words("No Nos Article Section Chapter Page page Room Flight Route Highway Unit Version") | {"Group of"}
