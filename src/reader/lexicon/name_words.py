"""Words that tell an organisation's name from a person's or a place's, and the recogniser's labels. Data."""

from reader.lexicon.wordlists import marked, table, words
from reader.model import ActorKind

_NAME_WORDS = table("name_words", 1)

# Words that make a capitalised run an organisation's name, wherever in it they stand.
ORGANISATION_WORDS = marked(_NAME_WORDS, "organisation")
# They may be left off an organisation's name: "the Green Dawn group".
OPTIONAL = marked(_NAME_WORDS, "optional")
# Too common to stand alone for one organisation's longer name.
COMMON = marked(_NAME_WORDS, "common")
# The last words of papers' names, by which they are called.
PAPERS = marked(_NAME_WORDS, "paper")
# Names that stand for a government or its head though no word of theirs says so.
METONYMS = words(
    """white-house kremlin pentagon downing-street capitol-hill whitehall holyrood stormont elysee élysée bundestag
    knesset vatican foggy-bottom brussels wall-street silicon-valley scotland-yard buckingham-palace"""
)
# Offices that are bodies: "High Commissioner for Human Rights".
OFFICES_FOR = frozenset((("commissioner", "for"), ("rapporteur", "for"), ("rapporteur", "on")))
# Bodies whose names say which fields are theirs, often two: "Ministry of Trade and Fisheries".
FIELDS_OF = words("ministry department directorate bureau board chamber university institute office commission")
# By these words alone the text means the body named last whose name they end: "the Tribunal".
LAST_NAMED = words(
    """academy administration agency association authority board bureau commission committee council court directorate
    federation foundation institute ministry secretariat society tribunal university"""
)
# Behind an acronym they name a part of the body that it stands for: "UN Security Council", "EU Commission".
PARTS_OF_BODIES = words(
    """agency assembly board bureau cabinet commission committee council court department delegation directorate embassy
    fund mission office parliament programme secretariat tribunal"""
)
# Whose bodies these are, as the first part of a name: "People’s Daily", "Workers’ Union", "Magistrates’ Court".
OWNERS_OF_BODIES = words(
    """people peoples women womens men children childrens workers teachers farmers nurses veterans citizens players
    writers doctors lawyers students seniors pensioners consumers fishermen employers magistrate magistrates coroner
    coroners sheriff attorney attorneys governors mothers parents prisoners bankers investors shareholders traders"""
)
# No letter of theirs is in an acronym: "UAE" is of the United Arab Emirates, "FBI" of the Federal Bureau of …
LEFT_OUT_OF_ACRONYMS = words("of the and for on &")
# How adjectives end that say which country or faith an organisation is of: "Corvanian Dawn".
ADJECTIVE_ENDINGS = ("ese", "i", "ian", "ish", "an")
# Behind a hyphen and no second syllable of a given name: "Moss-era".
COMPOUNDS = words("era led run born wide plus like type area lite tier free size")
KINDS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
