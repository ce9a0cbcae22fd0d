"""Abbreviations of English news copy, by what may follow their full stop. Data and one look-up."""

import re
from typing import Literal

from reader.lexicon.calendar import SHORT_MONTHS, SHORT_WEEKDAYS
from reader.lexicon.function_words import OPENERS
from reader.lexicon.wordlists import words

Kind = Literal["before name", "before number", "inside", "word"]


# A name always follows: the full stop never ends a sentence.
_BEFORE_NAME = words(
    """Mr Mrs Ms Messrs Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Capt Lt Cmdr Cpl Pvt Sgt Maj Brig Adm Supt Insp
    Det Rev Msgr Hon Pres Amb Sec Fr Br Mt Ft vs e.g i.e cf approx viz"""
)

# A number follows when it is the abbreviation ("No. 5", "Dec. 30", "p. 4"); else it is a word and ends its sentence.
_BEFORE_NUMBER = words("No Nos p pp Fig Figs Vol ca Rs Rp") | SHORT_MONTHS | SHORT_WEEKDAYS

# Stands inside sentences and at their end alike: it ends one only before a word that clearly starts another. American
# state names are in the Associated Press forms.
_INSIDE = words(
    """Inc Corp Co Cos Ltd Bros Jr Sr St Ste Ave Blvd Rd Dept Dist Univ Assn Intl Esq Ph.D Ph v al est Est
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Vt Va Wash Wis Wyo"""
)

_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

# Words that open a sentence and are hardly ever the second half of a name: after "U.S." or "Inc." they decide.
SENTENCE_STARTERS = {word.capitalize() for word in OPENERS} | words(
    "You There Here So Nobody Everyone Nothing Asked Police Officials"
)


def kind(token: str) -> Kind:
    """Tell how a token behaves before a full stop; "word" is none of the abbreviations.

    Args:
        token: the characters before the full stop, without it: "Sen", "U.S", "J", "ended".
    """
    if token in _BEFORE_NAME:
        return "before name"
    if token in _BEFORE_NUMBER:
        return "before number"
    if token in _INSIDE or (token != "I" and _INITIALS.fullmatch(token)):
        return "inside"
    return "word"
