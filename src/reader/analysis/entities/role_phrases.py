"""The phrases beside a name that may say who somebody is. Rules over grammar; do not say which phrase is best."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.analysis.entities.entity import Entity
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import organisations, persons
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.text.document import sentence_end, sentence_start

# A phrase beside a name is a role when one of these heads it, or an ending of nouns for people: 92 % of the 179 roles
# annotated by hand.
ROLE_NOUNS = persons.NOUNS | organisations.ROLES
# A role phrase longer than this many words is a relative clause or a list, not a role: the longest of the 179 annotated
# by hand has 13.
LONGEST = 16
# Where a role phrase behind a name ends.
_STOPS = frozenset((",", ";", ":", "—", "–", "―", "(", ")", "--", "“", "”", '"', ".", "?", "!"))
_PARTY = re.compile(r"(?:[ \xa0]\(|,[ \xa0])([DRI]-[A-Z][A-Za-z.]{0,6})(?=[),])")
# How many words a party takes with its brackets; asking for the text of a whole document at each name costs its length.
_PARTY_WORDS = 8
# "CEO", "D-Vt." stand in capitals; a longer phrase that does is a heading.
_LONGEST_ACRONYM = 6
_NO_START = frozenset(("-", "’s", "'s", "’", "'", ",", ".", "and", "&", "/"))
# How many words an office may have behind its preposition: "ambassador to the European Union Ada Moss".
_OFFICE_WORDS = 6
# A bracket behind a name is this many words long at most: "Peter Lind (Bergen), the union's leader".
_BRACKET = 8
# "Montell Dace, 58, pleaded not guilty".
_AGE = re.compile(r"\d{1,3}")
# Who somebody is, is said early: this many of the first mentions are looked at.
_INTRODUCTIONS = 3

Sort = Literal["behind", "apposed before", "before", "copula", "relative", "party"]


class RolePhrase(NamedTuple):
    """A phrase beside a name: where it stands to it, its words, and for one behind the name the word that heads it."""

    sort: Sort
    text: str
    head: int | None = None


def beside(doc: Doc, mention: NameMention) -> Iterator[RolePhrase]:
    """The phrases beside one name that may say who it is."""
    behind = _behind(doc, mention)
    if behind is not None:
        yield behind
    before = _before(doc, mention)
    found: tuple[tuple[Sort, str | None], ...] = (
        ("apposed before", _apposed_before(doc, mention)),
        ("before", before),
        ("copula", _copula(doc, mention)),
        ("relative", _relative(doc, mention)),
        ("party", _party(doc, mention, before)),
    )
    for sort, text in found:
        if text:
            yield RolePhrase(sort, text)


def is_role(token: Token) -> bool:
    """Whether a noun says what somebody is."""
    word = token.lower_
    lemma = token.lemma_.lower()
    return (
        word in ROLE_NOUNS
        or lemma in ROLE_NOUNS
        or names.fold(word) in persons.TITLES
        or bool(persons.AGENT.search(word))
    )


def introduces_person(doc: Doc, entity: Entity) -> bool:
    """Whether a supposed organisation is introduced as a person: "Vann Orley, a writer", "Montell Dace, who …"."""
    if entity.kind != "organization" or any(word.lower() in ORGANISATION_WORDS for word in entity.name.split()):
        return False
    return any(
        _introduced_as_person(doc, mention) for mention in entity.mentions[:_INTRODUCTIONS] if " " in mention.text
    )


def _introduced_as_person(doc: Doc, mention: NameMention) -> bool:
    i = mention.end
    if i + 1 < len(doc) and doc[i].text == "," and (doc[i + 1].lower_ == "who" or _AGE.fullmatch(doc[i + 1].text)):
        return True
    end = _phrase_end(doc, i + 1) if i + 1 < len(doc) and doc[i].text == "," else None
    head = _head(doc, i + 1, end) if end else None
    return head is not None and head.lower_ in persons.NOUNS and head.lower_ not in organisations.ROLES


def _party(doc: Doc, mention: NameMention, before: str | None) -> str | None:
    """As in "Rep. Elijah Moss (D-Md.)" -> "Rep., D-Md."."""
    last = doc[mention.end - 1]
    found = _PARTY.match(last.whitespace_ + doc[mention.end : mention.end + _PARTY_WORDS].text)
    return (f"{before}, {found[1]}" if before else found[1]) if found else None


def _relative(doc: Doc, mention: NameMention) -> str | None:
    """As in "Ada Moss, who served as envoy to Oslo", "who represents the family"."""
    i = mention.end
    if i < len(doc) and doc[i].text == "(":
        i = _behind_bracket(doc, i)
    if i + 2 >= len(doc) or doc[i].text != "," or doc[i + 1].lower_ != "who":
        return None
    verb, last = i + 2, sentence_end(doc[i]) - 1
    while verb < last and doc[verb].pos_ in ("AUX", "ADV", "PUNCT") and doc[verb].lemma_ != "be":
        verb += 1
    if verb < last and ((doc[verb].lemma_ == "be" and doc[verb + 1].tag_ == "VBG") or doc[verb].pos_ == "ADV"):
        verb += 1
    if verb >= last:
        return None
    if doc[verb].lemma_ == "represent":
        end = _phrase_end(doc, verb + 1)
        return _shown(doc, verb, end) if end else None
    start = verb + 1 if doc[verb].lemma_ == "be" else verb + 2 if doc[verb + 1].lower_ == "as" else None
    end = _phrase_end(doc, start) if start else None
    return _shown(doc, start, end) if start and end and _head(doc, start, end) else None


def _before(doc: Doc, mention: NameMention) -> str | None:
    """The words in front of a name that belong to it: "White House spokesman", "China's ambassador to Britain"."""
    start = mention.start
    sentence = sentence_start(doc[start])
    i = _office_of(doc, start, sentence)
    if i is None and (start == sentence or not _role_end(doc[start - 1])):
        return None
    i = start if i is None else i
    while i > sentence and start - i < LONGEST and _premodifies(doc[i - 1]):
        i -= 1
    while i < start and (doc[i].text in _NO_START or doc[i].tag_ in ("VBD", "VBN", "VBZ", "VBG", "CC")):
        i += 1
    text = _shown(doc, i, start)
    if (
        text is None
        or doc[i].lower_ in ("a", "an")
        or all(names.fold(word) in persons.COURTESY_TITLES for word in text.split())
    ):
        return None
    return text


def _office_of(doc: Doc, start: int, sentence: int) -> int | None:
    """Where the role noun of "Secretary of State Adam Crowe" stands: before a preposition and capitalised words."""
    i = start - 1
    while (
        i > sentence and start - i <= _OFFICE_WORDS and (doc[i].pos_ in ("PROPN", "DET", "ADJ") or doc[i].text == ".")
    ):
        i -= 1
    if i == start - 1 or i <= sentence or doc[i].lower_ not in ("of", "to", "for", "at"):
        return None
    return i - 1 if is_role(doc[i - 1]) else None


def _role_end(token: Token) -> bool:
    if token.text == "." and token.i > 0:
        token = token.nbor(-1)
    return is_role(token) and not token.is_stop


def _premodifies(token: Token) -> bool:
    if token.text in ("-", "’s", "'s", "’", "'", ".", "&", "/"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBG", "VBN", "PRP$", "NNP", "NNPS"):
        return token.lower_ not in ("who", "that")
    if token.lower_ in ("and", "&"):
        return token.i > 0 and is_role(token.nbor(-1))
    if token.lower_ in ("the", "a", "an"):
        return token.i + 1 < len(token.doc) and _premodifies(token.nbor(1)) and token.nbor(1).pos_ != "DET"
    return token.lower_ in ("former", "then", "ex", "of") and token.lower_ != "of"


def _behind(doc: Doc, mention: NameMention) -> RolePhrase | None:
    """The apposition behind a name: ", a spokesman for the rebel delegation,"."""
    i = mention.end
    if i < len(doc) and doc[i].text == "(":
        i = _behind_bracket(doc, i)
    if i + 1 >= len(doc) or doc[i].text not in (",", "—", "–", "―", "--"):
        return None
    start = i + 1
    if doc[start].like_num and start + 1 < len(doc) and doc[start + 1].text == ",":  # "Teo Brandt, 22, of Vardholm"
        start += 2
    end = _phrase_end(doc, start)
    head = _head(doc, start, end) if end is not None else None
    if end is None or head is None:
        return None
    # "Ines Calder, Director, Lantern Securities": the office, then where.
    following = doc[end + 1] if end + 1 < len(doc) else None
    if (
        following is not None
        and doc[end].text == ","
        and following.ent_type_ == "ORG"
        and doc[start].text[:1].isupper()
    ):
        end = next((i for i in range(end + 1, len(doc)) if doc[i].ent_type_ != "ORG"), end)
    text = _shown(doc, start, end)
    return RolePhrase("behind", text, head.i) if text else None


def _behind_bracket(doc: Doc, i: int) -> int:
    for j in range(i, min(i + _BRACKET, len(doc))):
        if doc[j].text == ")":
            return j + 1
    return i


def _phrase_end(doc: Doc, start: int) -> int | None:
    """Where the noun phrase that begins here ends; None where it is no noun phrase."""
    first = doc[start] if start < len(doc) else None
    if first is None or not (
        first.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or first.tag_ in ("PRP$", "VBN", "VBG", "JJ", "RB")
    ):
        return None
    i = start
    limit = sentence_end(first)
    while i < limit and i - start <= LONGEST:
        token = doc[i]
        initial = token.text == "." and i + 1 < limit and not doc[i - 1].whitespace_
        if token.text in _STOPS and not initial:
            break
        if i > start and token.pos_ == "PROPN" and doc[i - 1].pos_ == "NOUN" and i + 1 < limit and _finite(doc[i + 1]):
            break
        if i > start and (token.tag_ in ("WDT", "WP", "WP$", "WRB", "MD") or _finite(token)):
            break
        i += 1
    if i - start > LONGEST:
        i = next(
            (j for j in range(start + LONGEST, start, -1) if doc[j].dep_ in ("cc", "prep") or doc[j].text == ","), i
        )
    return i if i > start else None


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ in ("VERB", "AUX")


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The role noun that heads a phrase: before any preposition, "director of", or the last word before it."""
    if end - start > LONGEST:
        return None
    if doc[start].lower_ == "one" and end - start > 2 and doc[start + 1].lower_ == "of":
        start += 2
    for token in doc[start:end]:
        if token.pos_ == "ADP" or token.text in (",",):
            break
        if is_role(token) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            return token
    # "Ines Calder, Department of Health information officer"
    return doc[end - 1] if is_role(doc[end - 1]) and doc[start].pos_ == "PROPN" else None


def _apposed_before(doc: Doc, mention: NameMention) -> str | None:
    """The role before a name and a comma: "The head of the rebel delegation, Tomas Reinholt, had …"."""
    comma = mention.start - 1
    if comma <= 0 or doc[comma].text != ",":
        return None
    behind = doc[mention.end].text if mention.end < len(doc) else "."
    if behind not in (",", ".", ";", "—", "–", "(", ":"):
        return None
    sentence = sentence_start(doc[mention.start])
    i = comma
    first: int | None = None
    while i > sentence and comma - i < LONGEST:
        token = doc[i - 1]
        if (
            (token.text in _STOPS and token.text != ".")
            or token.pos_ in ("VERB", "AUX")
            or token.tag_ in ("WDT", "WP", "WRB")
            or (token.tag_ == "CC" and not is_role(doc[i - 2]))
        ):
            break
        i -= 1
        if token.pos_ in ("DET", "NUM") or token.tag_ in ("PRP$", "NNP", "JJ", "NN"):
            first = i
    while first is not None and first > sentence and first > i and doc[first - 1].tag_ in ("JJ", "NNP", "NN", "POS"):
        first -= 1
    return _shown(doc, first, comma) if first is not None and _head(doc, first, comma) else None


def _copula(doc: Doc, mention: NameMention) -> str | None:
    """As in "Ada Moss is the director of the institute"."""
    i = mention.end
    if (
        i + 2 >= len(doc)
        or doc[i].lower_ not in ("is", "was", "are", "were")
        or doc[i + 1].lower_ not in ("a", "an", "the")
    ):
        return None
    end = _phrase_end(doc, i + 1)
    return _shown(doc, i + 1, end) if end and _head(doc, i + 1, end) else None


def _shown(doc: Doc, start: int, end: int) -> str | None:
    while end > start and (
        doc[end - 1].is_space or doc[end - 1].pos_ in ("DET", "ADP", "CCONJ") or doc[end - 1].text in _NO_START
    ):
        end -= 1
    text = doc[start:end].text.strip()
    shouted = len(text) > _LONGEST_ACRONYM and text.isupper()
    return text if text and "\n" not in text and not shouted else None
