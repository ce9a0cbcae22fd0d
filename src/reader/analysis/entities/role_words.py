"""What makes a phrase a role: the nouns that say what somebody is, and how far a phrase goes that one heads."""

import re

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.lexicon import organisations, persons
from reader.lexicon.wordlists import words
from reader.text.document import sentence_end

# A phrase beside a name is a role when one of these heads it, or an ending of nouns for people: 92 % of the 179 roles
# annotated by hand.
ROLE_NOUNS = persons.NOUNS | organisations.ROLES
# A role phrase longer than this many words is a relative clause or a list, not a role: the longest of the 179 annotated
# by hand has 13.
LONGEST = 16
# Where a role phrase behind a name ends.
STOPS = frozenset((",", ";", ":", "—", "–", "―", "(", ")", "--", "“", "”", '"', ".", "?", "!"))
# "CEO", "D-Vt." stand in capitals; a longer phrase that does is a heading.
_LONGEST_ACRONYM = 6
NO_START = frozenset(("-", "’s", "'s", "’", "'", ",", ".", "and", "&", "/"))
# Adverbs that open a role in its sentence and belong to that: "is also president of the union".
_ADVERBS = words("also now currently reportedly once still already perhaps arguably")
# Before another noun these only describe it: "the party's executive lineup".
_ALSO_ADJECTIVES = words("executive independent liberal conservative native champion star chief head general")
# A bracket inside a role is this many words long at most: "Peter Lind (Bergen), the union's leader".
BRACKET = 8


def is_role(token: Token) -> bool:
    """Whether a noun says what somebody is."""
    word = token.lower_
    lemma = token.lemma_.lower()
    return (
        word in ROLE_NOUNS
        or lemma in ROLE_NOUNS
        or names.fold(word) in persons.TITLES
        or (bool(persons.AGENT.search(word)) and lemma not in persons.NO_AGENTS)
    )


def is_persons(token: Token) -> bool:
    """Whether a noun says what a person is, and no body: "owner" may be either and counts for none."""
    word = token.lower_
    ends = persons.PERSONS_ONLY.search(word) and word not in persons.NO_AGENTS
    return (word in persons.NOUNS or bool(ends)) and word not in organisations.ROLES


def phrase_end(doc: Doc, start: int) -> int | None:
    """Where the noun phrase that begins here ends; None where it is no noun phrase."""
    first = doc[start] if start < len(doc) else None
    if first is None or not (
        first.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
        or first.tag_ in ("PRP$", "VBN", "VBG", "JJ", "RB", "DT")  # "some of the families"
    ):
        return None
    i = start
    limit = sentence_end(first)
    while i < limit and i - start <= LONGEST:
        token = doc[i]
        initial = token.text == "." and i + 1 < limit and not doc[i - 1].whitespace_
        if token.text in STOPS and not initial:
            break
        if i > start and token.pos_ == "PROPN" and doc[i - 1].pos_ == "NOUN" and i + 1 < limit and finite(doc[i + 1]):
            break
        if i > start and (token.tag_ in ("WDT", "WP", "WP$", "WRB", "MD") or finite(token)):
            break
        i += 1
    if i - start > LONGEST:
        i = next(
            (j for j in range(start + LONGEST, start, -1) if doc[j].dep_ in ("cc", "prep") or doc[j].text == ","), i
        )
    return i if i > start else None


def finite(token: Token) -> bool:
    """Whether a word is a verb that a clause turns on."""
    return token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ in ("VERB", "AUX")


def head(doc: Doc, start: int, end: int) -> Token | None:
    """The role noun that heads a phrase: the last before a preposition or clause, "health services minister | for"."""
    if end - start > LONGEST:
        return None
    if doc[start].lower_ == "one" and end - start > 2 and doc[start + 1].lower_ == "of":
        start += 2
    found: Token | None = None
    for token in doc[start:end]:
        if token.pos_ == "ADP" or token.text == "," or (found is not None and token.tag_ in ("VBG", "VBN", "TO")):
            break
        if is_role(token) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            found = token
        elif token.tag_ in ("NN", "NNS") and found is not None and found.lower_ in _ALSO_ADJECTIVES:
            found = None
    if found is not None:
        return found
    # "Ines Calder, Department of Health information officer"
    return doc[end - 1] if is_role(doc[end - 1]) and doc[start].pos_ == "PROPN" else None


def behind_bracket(doc: Doc, i: int) -> int:
    """The place behind the bracket that opens here, or the same place where none closes nearby."""
    if i < len(doc) and doc[i].text == "(":
        return next((j + 1 for j in range(i, min(i + BRACKET, len(doc))) if doc[j].text == ")"), i)
    return i


def behind_degree(doc: Doc, i: int) -> int:
    """The place behind a degree or an honour and its comma, ", PhD | , of the institute", or the same place."""
    while i + 2 < len(doc) and doc[i].text == "," and names.fold(doc[i + 1].text) in persons.SUFFIXES:
        i += 2
    return i


def before_bracket(doc: Doc, i: int, first: int) -> int:
    """The place before the bracket that closes right before here, or the same place: "Health Agency (HA) | chief"."""
    if i > first and doc[i - 1].text == ")":
        return next((j for j in range(i - 2, max(first, i - BRACKET) - 1, -1) if doc[j].text == "("), i)
    return i


def shown(doc: Doc, start: int, end: int) -> str | None:
    """The words of a phrase without what hangs loose at its end; None where nothing or a heading is left."""
    while start < end and doc[start].lower_ in _ADVERBS:
        start += 1
    while end > start and _is_loose(doc[end - 1]):
        end -= 1
    text = doc[start:end].text.strip()
    shouted = len(text) > _LONGEST_ACRONYM and text.isupper()
    return text if text and "\n" not in text and not shouted else None


def _is_loose(token: Token) -> bool:
    loose = token.is_space or token.pos_ in ("DET", "ADP", "CCONJ") or token.text in NO_START
    return loose or token.ent_type_ == "DATE"  # "became director in May"


_WORDS = re.compile(r"[\w’'\-]+")
# Where the front of a role phrase ends, whose last word is what somebody is: "director | of the port".
_FRONT_ENDS = re.compile(r"\s(?:of|for|at|in|to|from|with|on|who|by|that|which)\s")


def front(text: str) -> list[str]:
    """The words of a role before its first preposition: "director of the port" -> director."""
    return _WORDS.findall(_FRONT_ENDS.split(text)[0])
