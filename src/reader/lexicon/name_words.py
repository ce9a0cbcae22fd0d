"""Words that tell an organisation's name from a person's or a place's, and the recogniser's labels. Data."""

from reader.lexicon.wordlists import words
from reader.model import ActorKind

# Words that make a capitalised run an organisation's name, wherever in it they stand.
ORGANISATION_WORDS = words(
    """administration agency airlines airways alliance army assembly associates association authority bank bbc board
    brigade bureau business cabinet campaign centre center chamber church city-council clinic club coalition
    college commission committee company congress congressional consortium convention corp corps corporation
    council county-council court courts daily department dept embassy executive exchange federation fc force
    forces foundation front fund gazette government group guard herald holdings hospital hotel house inc
    industries initiative institute institution international journal labs laboratory league legislature limited
    llc llp ltd magazine media ministry mission monitor movement museum nations navy network news newspaper
    office organisation organization parliament partners partnership party plc police post press productions
    prosecutors records regiment reserve school securities senate service services society squadron station
    studios symphony syndicate systems team technologies telegraph television theatre times today tribune
    tribunal trust union university watch watchdog weekly works"""
)
# Names that stand for a government or its head though no word of theirs says so.
METONYMS = words(
    """white-house kremlin pentagon downing-street capitol-hill whitehall holyrood stormont elysee élysée bundestag
    knesset vatican foggy-bottom brussels wall-street silicon-valley scotland-yard buckingham-palace"""
)
# Offices that are bodies: "High Commissioner for Human Rights".
OFFICES_FOR = frozenset(("commissioner", "rapporteur"))
KINDS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
