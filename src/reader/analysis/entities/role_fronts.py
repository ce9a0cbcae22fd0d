"""Roles in front of a name: "council spokesman Ada Moss", "the head of the council, Ada Moss,"."""

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.role_words import (
    LONGEST,
    NO_START,
    STOPS,
    before_bracket,
    finite,
    head,
    is_persons,
    is_role,
    shown,
)
from reader.lexicon import organisations, persons
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.text.document import sentence_start

# How many words an office may have behind its preposition: "ambassador to the European Union Ada Moss".
_OFFICE_WORDS = 6
# The recogniser's labels of what somebody may belong to: "Ellery Historic House's Ada Moss".
_OF_BODIES = ("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "")
_POSSESSIVES = ("'s", "’s", "'", "’")
# Names before "and" that are no part of the office behind it: "Ada Moss and Harbour Minister Peter Lind".
_OF_OTHERS = ("PERSON", "GPE", "NORP")
_BETWEEN_NAMES = (",", "and")
# Behind a post that somebody has not taken yet.
_AWAITING = frozenset(("elect", "designate"))
_FRONT_PREPOSITIONS = ("of", "to", "for", "at", "from", "in")


def before(doc: Doc, mention: NameMention) -> str | None:
    """The words in front of a name that belong to it: "White House spokesman", "China's ambassador to Britain"."""
    sentence = sentence_start(doc[mention.start])
    if (several := _of_several(doc, mention.start, sentence)) is not None:
        return several
    start = _before_rank(doc, before_bracket(doc, mention.start, sentence), sentence)
    i = _office_of(doc, start, sentence) if mention.kind == "person" else None
    if i is None and (start == sentence or not _role_end(doc[start - 1])):
        return None
    i = start if i is None else i
    while i > sentence and start - i < LONGEST:
        if _premodifies(doc[i - 1]):
            i -= 1
        elif _is_acronym(doc, i) and before_bracket(doc, i, sentence) < i:
            i = before_bracket(doc, i, sentence)
        else:
            break
    while i < start and (doc[i].text in NO_START or doc[i].tag_ in ("VBD", "VBN", "VBZ", "VBG", "CC")):
        i += 1
    text = shown(doc, i, start)
    if (
        text is None
        or doc[i].lower_ in ("a", "an")
        or all(names.fold(word) in persons.COURTESY_TITLES for word in text.split())
    ):
        return None
    return text


def _of_several(doc: Doc, start: int, sentence: int) -> str | None:
    """What the later of several names are said to be: "cabinet ministers Ada Moss and | Peter Lind"."""
    i = start
    while i > sentence and start - i < LONGEST and (doc[i - 1].pos_ == "PROPN" or doc[i - 1].text in _BETWEEN_NAMES):
        i -= 1
    if i in (start, sentence) or doc[start - 1].text not in _BETWEEN_NAMES or doc[i].text in _BETWEEN_NAMES:
        return None
    if doc[i - 1].tag_ != "NNS" or not is_role(doc[i - 1]) or doc[i].ent_type_ != "PERSON":
        return None
    first = i - 1
    while first > sentence and doc[first - 1].pos_ in ("NOUN", "ADJ"):
        first -= 1
    return shown(doc, first, i)


def _before_rank(doc: Doc, start: int, sentence: int) -> int:
    """The place before "Mr.", which says nothing, and before a rank behind a role: "police spokesman | Lt. Lind"."""
    i = start
    while i > sentence and (doc[i - 1].text == "." or _is_honour(doc, i - 1)):
        i -= 1
    courtesy = names.fold(doc[i].text) in persons.COURTESY_TITLES
    return i if courtesy or (i > sentence and _role_end(doc[i - 1])) else start


def _is_honour(doc: Doc, i: int) -> bool:
    """Whether a word is a rank or an honour, "Lt", or the end of one, "Datuk | Seri"."""
    word = names.fold(doc[i].text)
    two = i > 0 and (names.fold(doc[i - 1].text), word) in persons.TITLE_PAIRS and not is_role(doc[i])
    return two or word in persons.HONORIFICS


def _is_acronym(doc: Doc, end: int) -> bool:
    """Whether a bracket that closes here holds a short form: "the Harbour Police Agency (HPA) | director"."""
    return end > 2 and doc[end - 1].text == ")" and doc[end - 3].text == "(" and doc[end - 2].text.isupper()


def _office_of(doc: Doc, start: int, sentence: int) -> int | None:
    """Where the role noun of "Secretary of State Adam Crowe" stands: before a preposition and what the office is of.

    Without a comma a small noun may stand there too ("director of the department Adam Crowe"), but nothing that may be
    a role of the name's own: "lawyer for actress Ada Moss" says what the actress is.
    """
    i = start - 1
    while i > sentence and start - i <= _OFFICE_WORDS and _names_office(doc[i]):
        if i < start - 1 and doc[i].pos_ == "NOUN" and is_role(doc[i]):
            return None
        i -= 1
    if i == start - 1 or i <= sentence or doc[i].lower_ not in _FRONT_PREPOSITIONS:
        return None
    bare = doc[start - 1].pos_ == "NOUN" and not doc[start - 1].text[:1].isupper()
    if bare and (is_role(doc[start - 1]) or doc[i].lower_ != "of"):
        return None
    holder = doc[i - 1]
    kin = holder.lower_ in persons.KIN and doc[start - 1].pos_ == "PROPN"
    return i - 1 if is_role(holder) and not kin and holder.tag_ not in ("NNS", "NNPS") else None


def _names_office(token: Token) -> bool:
    return token.pos_ in ("PROPN", "DET", "ADJ", "NOUN") or token.text in (".", "&")


def _role_end(token: Token) -> bool:
    if token.text == "." and token.i > 0:
        token = token.nbor(-1)
    if token.lower_ in _AWAITING and token.i > 1:
        # "President-elect Ada Moss", "chairman designate Ada Moss"
        token = token.nbor(-2 if token.nbor(-1).text == "-" else -1)
    return is_role(token) and not token.is_stop


def _premodifies(token: Token) -> bool:
    if token.text == "-":
        return token.i > 0 and not token.nbor(-1).whitespace_
    if token.text in ("’s", "'s", "’", "'", ".", "&", "/"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBG", "VBN", "PRP$", "NNP", "NNPS"):
        return token.lower_ not in ("who", "that")
    if token.lower_ in ("and", "&"):
        return token.i > 0 and _joins_in_office(token.doc, token.i)
    if token.lower_ in ("the", "a", "an"):
        return token.i + 1 < len(token.doc) and _premodifies(token.nbor(1)) and token.nbor(1).pos_ != "DET"
    return token.lower_ in ("former", "then", "ex") or (token.lower_ == "in" and token.nbor(-1).text == "-")


def introduces(doc: Doc, mention: NameMention) -> bool:
    """Whether what stands before a name is said of a person: "the writer | Vann Orley", "the mayor of Oslo, | …"."""
    start = before_bracket(doc, mention.start, sentence_start(doc[mention.start]))
    if start > 0 and is_persons(doc[start - 1]) and doc[start - 1].tag_ in ("NN", "NNP"):
        return True
    apposed = _apposed(doc, mention)
    return apposed is not None and is_persons(apposed[1])


def introduces_body(doc: Doc, mention: NameMention) -> bool:
    """Whether the noun right before a name says that it is a body's: "rescue group Project Kelp".

    The parser takes "the firm Lind founded" for such a name too, so nobody's full name is one, nor is what stands
    between "the firm" and a verb.
    """
    noun, last = doc[mention.start - 1], doc[mention.end - 1]
    if mention.start == 0 or noun.tag_ != "NN" or noun.lower_ not in organisations.ROLES or is_persons(noun):
        return False
    definite = any(child.lower_ in ("the", "that") for child in (*noun.lefts, *last.lefts))
    if names.is_given(doc[mention.start].text) or (definite and mention.end < len(doc) and finite(doc[mention.end])):
        return False
    of_name = noun.head.i == last.i and noun.dep_ in ("compound", "nmod")
    return of_name or (last.head.i == noun.i and last.dep_ == "appos")


def apposed_before(doc: Doc, mention: NameMention) -> str | None:
    """The role before a name and a comma: "The head of the rebel delegation, Tomas Reinholt, had …"."""
    apposed = _apposed(doc, mention)
    return apposed[0] if apposed else None


def _apposed(doc: Doc, mention: NameMention) -> tuple[str, Token] | None:
    comma = mention.start - 1
    if comma > 0 and doc[comma].lower_ == "the" and mention.kind == "organization":
        comma -= 1
    if comma <= 0 or doc[comma].text != "," or not _closed(doc, mention):
        return None
    sentence = sentence_start(doc[mention.start])
    i = comma
    first: int | None = None
    while i > sentence and comma - i < LONGEST:
        i = before_bracket(doc, i, sentence)
        token = doc[i - 1]
        if (
            (token.text in STOPS and token.text != ".")
            or (token.pos_ in ("VERB", "AUX") and not (token.tag_ == "VBN" and doc[i - 2].text == "-"))
            or token.tag_ in ("WDT", "WP", "WRB")
            or (token.tag_ == "CC" and not _joins_in_office(doc, i - 1))
        ):
            break
        i -= 1
        if token.pos_ in ("DET", "NUM") or token.tag_ in ("PRP$", "NNP", "JJ", "NN"):
            first = i
    while first is not None and first > sentence and first > i and doc[first - 1].tag_ in ("JJ", "NNP", "NN", "POS"):
        first -= 1
    role = head(doc, first, comma) if first is not None else None
    if first is not None and mention.kind == "person" and not (role and _may_be_persons(role)):
        first, role = _later(doc, first, comma)
    body = mention.kind == "organization" and role is not None and role.text[:1].isupper() and not is_persons(role)
    if first is None or role is None or body or _in_clause(doc, i, comma, mention):
        return None
    if role.tag_ == "NNS" and doc[first].lower_ != "one":
        return None
    text = shown(doc, first, comma)
    return (text, role) if text else None


def _later(doc: Doc, first: int, end: int) -> tuple[int, Token | None]:
    """Where the person's role begins behind a preposition: "the court against | Corvane's president", and its head."""
    for start in (i + 1 for i in range(first, end - 1) if doc[i].pos_ == "ADP"):
        role = head(doc, start, end)
        if role and _may_be_persons(role):
            return start, role
    return end, None


def _joins_in_office(doc: Doc, i: int) -> bool:
    """Whether "and" stands inside one office: "founder and chairman", "Minister of Mines and Energy"."""
    before, after = doc[i - 1], doc[i + 1]
    two_roles = is_role(before) and before.pos_ in ("NOUN", "PROPN", "ADJ")
    return two_roles or (before.pos_ == "PROPN" == after.pos_ and before.ent_type_ not in _OF_OTHERS)


def _may_be_persons(role: Token) -> bool:
    return is_persons(role) or role.lower_ not in organisations.ROLES


def _in_clause(doc: Doc, start: int, comma: int, mention: NameMention) -> bool:
    """Whether the phrase belongs to a clause before the name: "After Lind left the firm in May, Moss, …"."""
    owned = start > 0 and doc[start - 1].pos_ == "VERB"
    dated = any(token.ent_type_ == "DATE" for token in doc[start:comma])
    behind = mention.end + 1 < len(doc) and doc[mention.end].text == "," and finite(doc[mention.end + 1])
    return owned and (dated or behind)


def _closed(doc: Doc, mention: NameMention) -> bool:
    """Whether the name ends there: at a comma or full stop, or, as African and Asian papers write, at the verb."""
    if mention.end >= len(doc):
        return True
    behind = doc[mention.end]
    return behind.text in (",", ".", ";", "—", "–", "(", ":") or finite(behind)


def possessor(doc: Doc, mention: NameMention) -> str | None:
    """The body whose person somebody is: "the Harbour Trust's Ada Moss" -> Harbour Trust."""
    end = mention.start - 1
    if mention.kind != "person" or end < 1 or doc[end].text not in _POSSESSIVES:
        return None
    start = end
    while start > 0 and doc[start - 1].ent_type_ in _OF_BODIES and doc[start - 1].pos_ == "PROPN":
        start -= 1
    body = any(token.lower_ in ORGANISATION_WORDS or token.text.isupper() for token in doc[start:end])
    return shown(doc, start, end) if start < end and (body or end - start > 1) else None
