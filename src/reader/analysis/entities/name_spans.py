"""Capitalised runs: the stretches of a document that may hold names. Does not know what kind they are."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.lexicon.name_edges import NEVER_FIRST, OF_DATES, PARTY_LETTERS
from reader.lexicon.name_words import COMPOUNDS, FIELDS_OF, KINDS, OFFICES_FOR, ORGANISATION_WORDS, OWNERS_OF_BODIES
from reader.lexicon.persons import PARTICLES, TITLES, UNSURE_PARTICLES

# A sentence with this many longer words, more than this share of them capitalised, and no finite verb in small letters
# is set like a headline: of the development articles' sentences without such a verb 46 in 114 have that share, of those
# with one 7 in 2,828, all of them running copy full of names.
_TITLE_WORDS = 4
_TITLE_SHARE = 0.75
# The second syllable of a given name in the Chinese or Korean manner ("Hau-yip") is this short; these are not one.
_SYLLABLE = 4
# "Commander-in-Chief", where a syllable "in" is none, as it is in "Jae-in".
_IN_CHIEF = ["in", "-", "chief"]
# An acronym of fewer letters may be another name's.
_SHORTEST_ACRONYM = 3
# How the plurals end of what people are: teachers, doctors, journalists, guardians, fishermen have none of their own.
_OF_MANY = ("ers", "ors", "ists", "ians", "ants", "ees")
# What a ministry is for has so many words at the most.
_LONGEST_FIELD = 2
# Longer runs of capitals are no names; in the development articles the longest has nine words.
_LONGEST_RUN = 24


def _capital(token: Token) -> bool:
    # "uMngeni", "eNCA", "eThekwini": the second letter of names of the Nguni tongues, and of brands.
    return (token.text[:1].isupper() or (token.text[1:2].isupper() and token.text[:1].isalpha())) and (
        token.tag_ in ("NNP", "NNPS") or (token.ent_type_ in KINDS and token.pos_ not in ("DET", "PRON", "VERB", "AUX"))
    )


def name_spans(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Stretches of capitalised name words, with the particles and hyphens between them. In tokens, end exclusive."""
    return tuple(_runs(doc, _title_cased(doc)))


def _title_cased(doc: Doc) -> set[int]:
    """The words of sentences set like a headline, where a capital says nothing: "Warren Hammers Bank's Chief"."""
    skipped: set[int] = set()
    for sentence in doc.sents:
        words = [token for token in sentence if token.is_alpha and len(token) > 3]
        capitals = sum(token.text[0].isupper() for token in words)
        told = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.text.islower() for token in sentence)
        if not told and len(words) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(words):
            skipped.update(token.i for token in sentence)
    return skipped


def _runs(doc: Doc, skipped: set[int]) -> Iterator[tuple[int, int]]:
    i, n = 0, len(doc)
    acronyms = {token.text for token in doc if token.text.isupper()}
    while i < n:
        start = i
        if i in skipped or not _opens(doc, i):
            i += 1
            continue
        if doc[i].text in PARTY_LETTERS and doc[max(0, i - 1)].text == "(" and doc[i + 1 : i + 2].text == "-":
            i += 2  # "Del. Ada Moss (D-Mill Hollow)"
            continue
        end = i = _run_end(doc, i, acronyms)
        while start < end and doc[start].lower_ in NEVER_FIRST and not _opens_a_place(doc, start, end):
            start += 1
        while end > start and doc[end - 1].text in "-.’'":
            end -= 1
        if end > start and not all(names.fold(t.text) in OF_DATES for t in doc[start:end]):
            yield start, end


def _opens_a_place(doc: Doc, i: int, end: int) -> bool:
    """Whether "New" is part of the name behind it, as in "New York Police Department"."""
    return doc[i].lower_ == "new" and i + 1 < end and bool(doc[i].ent_type_) and doc[i + 1].ent_iob_ == "I"


def _opens(doc: Doc, i: int) -> bool:
    token = doc[i]
    if _capital(token):
        return True
    particle = token.lower_ in PARTICLES and token.lower_ not in UNSURE_PARTICLES
    following = i + 2 if i + 2 < len(doc) and doc[i + 1].text == "-" else i + 1
    if not particle or following >= len(doc) or not doc[following].text[:1].isupper():
        return False
    return doc[following].ent_type_ in KINDS and token.ent_type_ in KINDS


def _run_end(doc: Doc, i: int, acronyms: Collection[str]) -> int:
    start, n = i, min(len(doc), i + _LONGEST_RUN)
    i += 1
    while i < n:
        token, last = doc[i], doc[i - 1]
        if token.is_sent_start and not last.text.endswith("."):
            break
        glued = not last.whitespace_
        if _capital(token):
            i += 1
        elif token.is_quote and (behind := _behind_nickname(doc, i)):
            i = behind
        elif glued and (_possessive_inside(doc, i) or (token.text in ("-", "’", "'") and _hyphenates(doc, i))):
            i += 2
        elif (
            (glued and token.text == "." and names.fold(last.text) in TITLES and _continues(doc, i + 1))
            or (token.lower_ in PARTICLES and _continues(doc, i + 1))
            or (token.lower_ in ("&", "of", "for", "on") and _joins(doc, i))
            or (token.lower_ == "and" and _joins_two(doc, start, i, acronyms))
            or (token.text == "," and _joins_three(doc, start, i))
        ):
            i += 1
        else:
            break
    return i


def _behind_nickname(doc: Doc, i: int) -> int:
    """Where the surname stands behind a nickname in marks, James “Buddy” Fenwick; 0 where there is none."""
    if i + 3 >= len(doc) or doc[i].whitespace_ or not doc[i + 1].text[:1].isupper() or not doc[i + 2].is_quote:
        return 0
    surname, first = doc[i + 3], doc[i - 1]
    if len(names.fold(first.text)) == 1 and i > 1:
        first = doc[i - 2]  # "James C. “Buddy” Fenwick"
    return i + 3 if _capital(surname) and not surname.is_sent_start and names.is_given(first.text) else 0


def _possessive_inside(doc: Doc, i: int) -> bool:
    """Whether a possessive stands inside a body's name: "People’s Daily", "Dockworkers’ Federation"."""
    if doc[i].lower_ not in ("’s", "'s", "’", "'") or i + 1 >= len(doc) or not doc[i].whitespace_:
        return False
    owner = doc[i - 1].lower_
    # Of many who are one by what they do a body is the only thing that is theirs by name.
    of_many = doc[i].text in ("’", "'") and owner.endswith(_OF_MANY) and doc[i + 1].lower_ in ORGANISATION_WORDS
    return (of_many or owner in OWNERS_OF_BODIES) and _capital(doc[i + 1])


def _hyphenates(doc: Doc, i: int) -> bool:
    """Whether a hyphen or apostrophe stands inside a name: "al-Dareh", "Jo-Renee", but not "Saudi-backed"."""
    if i + 1 >= len(doc) or doc[i].whitespace_ or [token.lower_ for token in doc[i + 1 : i + 4]] == _IN_CHIEF:
        return False
    following = doc[i + 1]
    # "Wei-an", whatever the tagger takes "an" for, behind a family name.
    given = names.fold(f"{doc[i - 1].text}-{following.text}")
    known = following.tag_ in ("NN", "NNP") or names.family_first([names.fold(doc[max(0, i - 2)].text), given])
    syllable = len(following) <= _SYLLABLE and known and following.lower_ not in COMPOUNDS
    return following.is_alpha and (
        following.text[:1].isupper() or following.ent_type_ == "PERSON" == doc[i - 1].ent_type_ or syllable
    )


def _continues(doc: Doc, i: int) -> bool:
    """Whether a particle is followed by the name it belongs to: "Karim bin al-Dareh", "Ilse von der Mark"."""
    while i < len(doc) and (doc[i].lower_ in PARTICLES or doc[i].text == "-"):
        i += 1
    return i < len(doc) and doc[i].text[:1].isupper() and doc[i].is_alpha


def _joins(doc: Doc, i: int) -> bool:
    """Whether "of", "for" or "&" stands inside one name: "Army of Islam", but not "President of France"."""
    if i + 1 >= len(doc) or not _capital(doc[i + 1]):
        return False
    if doc[i].text == "&":
        return True
    before, after = doc[i - 1], doc[i + 1]
    whole = doc[i].ent_type_ == "ORG" and before.ent_type_ == "ORG" and after.ent_type_ == "ORG"
    return whole or (
        (before.lower_ in ORGANISATION_WORDS or (before.lower_, doc[i].lower_) in OFFICES_FOR)
        and after.ent_type_ in ("ORG", "GPE", "")
    )


def _joins_two(doc: Doc, start: int, i: int, acronyms: Collection[str]) -> bool:
    """Whether "and" stands inside the name of one body: "Ministry of Trade and Fisheries", but not of two countries.

    Where the recogniser sees one organisation right across it, that is so in 60 of 75 places of world copy.
    """
    if i + 1 >= len(doc) or not _capital(doc[i + 1]):
        return False
    after = doc[i + 1]
    if doc[i].ent_type_ == "ORG" and doc[i].ent_iob_ == "I" and after.ent_iob_ == "I":
        return True
    if _has_acronym(doc, start, i, acronyms):
        return True
    front = [token.lower_ for token in doc[start:i]]
    of_two = any(word in FIELDS_OF and front[n + 1 : n + 2] == ["of"] for n, word in enumerate(front))
    return of_two and after.ent_type_ in ("", "ORG") and after.lower_ not in ORGANISATION_WORDS


def _joins_three(doc: Doc, start: int, i: int) -> bool:
    """Whether a comma stands inside the name of a ministry: "Ministry of Agriculture, Forestry and Tides"."""
    front = [token.lower_ for token in doc[start:i]]
    field = next((n for n, word in enumerate(front[:-2]) if word in FIELDS_OF and front[n + 1] == "of"), None)
    behind = doc[i + 1 : i + 2 + _LONGEST_FIELD]
    joint = next((n for n, token in enumerate(behind) if token.lower_ in ("and", "&", ",")), 0)
    if field is None or len(front) - field - 2 > _LONGEST_FIELD or not joint or i + joint + 2 >= len(doc):
        return False
    fields = [*behind[:joint], doc[i + joint + 2]]
    return all(_capital(token) and token.ent_type_ in ("", "ORG") for token in fields)


def _has_acronym(doc: Doc, start: int, i: int, acronyms: Collection[str]) -> bool:
    """Whether the text has an acronym for the names on both sides of "and": "Customs and Border Protection", "CBP"."""
    end = i + 1
    while end < len(doc) and _capital(doc[end]):
        end += 1
    letters = "".join(token.text[0] for token in doc[start:end] if token.text[0].isupper())
    return len(letters) >= _SHORTEST_ACRONYM and letters in acronyms
