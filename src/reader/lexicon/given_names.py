"""Common given names, with the pronoun they usually go with, and the short forms that stand for longer ones. Data.

A hint only: titles ("Mr.", "spokeswoman") and the article's own pronouns weigh more.
"""

from typing import cast

from reader.lexicon.pronouns import Pronoun
from reader.lexicon.wordlists import table, words

_NAMES = table("given_names", 2)
_EITHER = "either"

GIVEN_NAMES = frozenset(name for name, (pronoun, _) in _NAMES.items() if pronoun)
# The names that go with one pronoun; those in common use with either tell a person, not which.
PRONOUNS = {name: cast("Pronoun", told) for name, (told, _) in _NAMES.items() if told not in ("", _EITHER)}
# The longer names that each short form stands for.
SHORT_FORMS = {name: words(longer) for name, (_, longer) in _NAMES.items() if longer}
# Those that are family names as often in English copy: "Mr. Thomas" need not be Thomas Lind, "Mr. Kwame" is Kwame Lind.
ALSO_SURNAMES = words(
    """adam alexander allan allen alfred anthony arnold arthur ashley barry bell benjamin bernard blake bradley brandon
    brett bruce bryan bryce cameron calvin carl carter chad charles chester christian christopher clark clarence clay
    clayton clement clifford cody cole collin connor conor craig curtis dale daniel david dean dennis dick douglas drew
    duncan dwight dylan earl edgar edmund edward elias elliot elliott ellis emanuel eugene francis frank franklin
    frederick gabriel george gerald gerard gilbert giles glen glenn gordon graham grant gregory guy harold harper harry
    harvey hassan hector henry herbert herman howard hubert hugh hugo humphrey hussein ibrahim irving isaac ivan jack
    jacob james jarvis jason jay jerome john jordan joseph julian keith kelly kelvin kennedy kent kerry kirk kyle
    lance laurence lawrence lee leon leonard leslie lester lewis lloyd logan louis lucas luke luther lyle mackenzie
    malcolm marcus mario marion marshall martin mason matthew maurice max maxwell melvin meredith michael miles miller
    mitchell mohamed mohammed morgan morris moses murray nathan neal nelson neville nicholas noel nolan norman oliver
    oscar otto owen paige parker patrick paul perry peter philip pierre piers preston quentin quinn ralph ramon randall
    raymond reese regan rex rhodes richard riley robert roberts robin rodney roger roman ross roy ruben rush russell
    ryan salman samuel sandoval saul scott sergio shannon sharma sheldon shelley sidney simon singh spencer stacey
    stanley stephen stewart stuart taylor terry thomas todd travis tucker tyler vance vaughan vernon victor vincent
    wade wallace walter ward warren wayne wesley whitney wilbur willard william willis winston"""
)
