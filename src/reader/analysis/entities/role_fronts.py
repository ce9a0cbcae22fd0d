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
_POSSESSIVES = ("'s", "’s", "'", "’")
_FRONT_PREPOSITIONS = ("of", "to", "for", "at", "from", "in")


def before(doc: Doc, mention: NameMention) -> str | None:
    """The words in front of a name that belong to it: "White House spokesman", "China's ambassador to Britain"."""
    sentence = sentence_start(doc[mention.start])
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


def _before_rank(doc: Doc, start: int, sentence: int) -> int:
    """The place before "Mr.", which says nothing, and before a rank behind a role: "police spokesman | Lt. Lind"."""
    i = start
    while i > sentence and (doc[i - 1].text == "." or names.fold(doc[i - 1].text) in persons.HONORIFICS):
        i -= 1
    courtesy = names.fold(doc[i].text) in persons.COURTESY_TITLES
    return i if courtesy or (i > sentence and _role_end(doc[i - 1])) else start


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
    return is_role(token) and not token.is_stop


def _premodifies(token: Token) -> bool:
    if token.text == "-":
        return token.i > 0 and not token.nbor(-1).whitespace_
    if token.text in ("’s", "'s", "’", "'", ".", "&", "/"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBG", "VBN", "PRP$", "NNP", "NNPS"):
        return token.lower_ not in ("who", "that")
    if token.lower_ in ("and", "&"):
        return token.i > 0 and is_role(token.nbor(-1))
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
            or (token.tag_ == "CC" and not (is_role(doc[i - 2]) and doc[i - 2].pos_ in ("NOUN", "PROPN", "ADJ")))
        ):
            break
        i -= 1
        if token.pos_ in ("DET", "NUM") or token.tag_ in ("PRP$", "NNP", "JJ", "NN"):
            first = i
    while first is not None and first > sentence and first > i and doc[first - 1].tag_ in ("JJ", "NNP", "NN", "POS"):
        first -= 1
    role = head(doc, first, comma) if first is not None else None
    if first is not None and mention.kind == "person" and not (role and _may_be_persons(role)):
        # "the court against Corvane's president, Teo Brandt": the person is the last of them.
        first = next((j + 1 for j in range(comma - 1, first, -1) if doc[j].pos_ == "ADP"), comma)
        role = head(doc, first, comma) if first < comma else None
    body = mention.kind == "organization" and role is not None and role.text[:1].isupper() and not is_persons(role)
    if first is None or role is None or body or role.tag_ == "NNS" or _in_clause(doc, i, comma, mention):
        return None
    text = shown(doc, first, comma)
    return (text, role) if text else None


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
    while start > 0 and doc[start - 1].ent_type_ == "ORG" and doc[start - 1].pos_ == "PROPN":
        start -= 1
    body = any(token.lower_ in ORGANISATION_WORDS or token.text.isupper() for token in doc[start:end])
    return shown(doc, start, end) if start < end and (body or end - start > 1) else None
