"""The personal pronouns of English in all their forms, and the words that stand for people as they do. Data."""

from typing import Literal

from reader.lexicon.wordlists import words

# What a title, a noun or a given name may tell: a man or a woman.
Pronoun = Literal["he", "she"]

_FORMS = {
    "he": words("he him his himself"),
    "she": words("she her hers herself"),
    "they": words("they them their theirs themselves"),
    "it": words("it its itself"),
}
# The third person, form by form: "him" is "he".
THIRD_PERSON = {form: pronoun for pronoun, forms in _FORMS.items() for form in forms}
# The forms of those that tell a man or a woman.
GENDERED: dict[str, Pronoun] = {**dict.fromkeys(_FORMS["he"], "he"), **dict.fromkeys(_FORMS["she"], "she")}
# Quantifiers stand for several people, as "they" does: "both said".
STAND_INS = {**dict.fromkeys(words("both others some many all few"), "they"), **THIRD_PERSON}
# Who speaks and who is spoken to: in a quotation, "I" is whoever says it.
FIRST_AND_SECOND = words("i we you me us")
POSSESSIVES = words("his her its their my our your")
