"""What people are called who are not named: nouns for what they are, titles, and the pronouns that these tell. Data."""

import re
from typing import cast

from reader.lexicon.pronouns import Pronoun
from reader.lexicon.wordlists import marked, table, words

_PERSONS = table("persons", 3)
_PRONOUN, _ALSO = 1, 2

# They say what somebody is, and so head a role phrase.
NOUNS = marked(_PERSONS, "noun")
# They stand right before a name; without their full stops, in small letters.
TITLES = marked(_PERSONS, "title")
COURTESY_TITLES = marked(_PERSONS, "courtesy")
# Ranks and honours, which say less than the role that stands before them: "police spokesman Lt. Moss".
HONORIFICS = COURTESY_TITLES | marked(_PERSONS, "rank")
# Of these somebody is one to somebody else: "wife of Mr. Moss" says nothing of Moss.
KIN = marked(_PERSONS, "kin")
# Before a capital they are nothing but titles, whatever the recogniser takes the two for: "Mr Bennett" is no firm.
SURE_TITLES = COURTESY_TITLES | marked(_PERSONS, "sure")
# Titles that go with a given name alone: "Sir Keith", "Princess Nora".
TITLES_OF_GIVEN = marked(_PERSONS, "given")
# Two words that make a title only together; each alone is a name.
TITLE_PAIRS = frozenset((("tan", "sri"), ("toh", "puan"), ("first", "lady"), ("datuk", "seri"), ("dato", "seri")))
# Behind an organisation's name, in capitals: "Lantern Rail CEO".
OFFICES = marked(_PERSONS, "office")
# What sources are called who stay unnamed.
UNNAMED_SOURCES = marked(_PERSONS, "source")
# Nouns for a person already in the story, whatever else is known of them.
ANYONE = marked(_PERSONS, "anyone")
# Who speaks "for" a place or comes "from" it, one or several.
SEATS = marked(_PERSONS, "seat") | words("mps senators")
_PRONOUNS = {word: cast("Pronoun", told[_PRONOUN]) for word, told in _PERSONS.items() if told[_PRONOUN]}
# "Spokeswoman" is she, and so is "Mrs."; "count" is he before a name alone.
PRONOUNS_OF_NOUNS = {word: pronoun for word, pronoun in _PRONOUNS.items() if word in NOUNS}
PRONOUNS_OF_TITLES = {word: pronoun for word, pronoun in _PRONOUNS.items() if word in TITLES}
# What the same people go by: a "Rep." is a congressman or congresswoman, and a lawmaker.
ALSO_CALLED = {word: words(told[_ALSO]) for word, told in _PERSONS.items() if told[_ALSO]}

# Endings of nouns for what people are or do: "hydrologist", "bookkeeper".
AGENT = re.compile(r"(?:man|woman|person|ologist|ist|ician|keeper|maker|setter|holder|master|leader|officer|worker)s?$")
# Of these, the ones that no body has: "biologist", "chairperson"; not "carmaker".
PERSONS_ONLY = re.compile(r"(?:man|woman|person|ist|ician|keeper|leader|officer|worker)$")
# What ends so and is nobody.
NO_AGENTS = words("list shortlist checklist playlist blacklist mist fist wrist twist waist talisman")
# The letters of American parties, before a hyphen and a state: "R-Iowa".
PARTY_LETTERS = {"r": "republican", "d": "democrat", "i": "independent"}
# What members of a party are called in front of their names: "Libertarian Mara Hale".
PARTY_MEMBERS = words("republican democrat libertarian independent conservative socialist")
# What people do to what they are known by: "heads the council".
OFFICE_VERBS = words("head lead run chair own represent found co-found coach direct manage oversee edit")
# Several people that are always the same ones in a story, article or not: "police said".
COLLECTIVES = words("police officials prosecutors authorities organizers organisers")
# First words of offices, no part of the name before them: "White House Press Secretary".
OFFICE_FRONTS = words("press vice deputy assistant attorney prime foreign defence defense interior finance home chief")
# Words of a post before its noun: "Senate Majority Leader", "Chief Operating Officer".
POST_FRONTS = OFFICE_FRONTS | words(
    """majority minority managing executive operating financial joint advisory senior general associate acting interim
    opposition shadow permanent first public special lead head"""
)
# Nouns for a post by their ending that are neither a surname nor a paper: "Officer", but not "Goldman".
SURE_POSTS = words("leader officer chairman chairwoman chairperson spokesman spokeswoman spokesperson congressman")
# Nouns for people that with a capital end names of papers, clubs and parties: "New Scientist".
NO_POSTS = words(
    """economist observer spectator insider reporter witness advocate scientist champion justice conservative liberal
    democrat republican socialist labour independent communist nationalist"""
)
# Chambers as the first word of an office: "House Speaker".
CHAMBERS = words("house senate state assembly cabinet")
SUFFIXES = words("jr sr ii iii iv phd md qc kc mp obe mbe cbe")
# Of these, the ones that tell a father from a son.
GENERATIONS = words("jr sr ii iii iv")
# Honours and degrees in capitals behind a name, no part of it: "Dr. Moss AM".
HONOURS = words("am ao oam ac obe mbe cbe kbe frs qc kc sc esq phd md jp")
# Small words that belong to a surname: "von der Mark".
PARTICLES = words(
    "al el de del della der den di da do dos du la le les los van von bin ibn bint abu ap ter ten zu st san y e"
)
# Before a hyphen, the Arabic article in a surname: "Al-Rashad".
ARTICLES_OF_SURNAMES = words("al el ad ar as at az an ash")
# Of these, the ones that open no name by themselves: too often another word.
UNSURE_PARTICLES = words("y e san st")
