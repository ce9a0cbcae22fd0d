"""Roles behind a name: "Ada Moss, a mediator", "Ada Moss is the mayor", "Ada Moss, who heads the council"."""

import re
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.role_words import (
    behind_bracket,
    behind_degree,
    finite,
    head,
    is_persons,
    is_role,
    phrase_end,
    shown,
)
from reader.lexicon import organisations, persons
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.remarks import NOUNS as REMARKS
from reader.lexicon.wordlists import words
from reader.text.document import sentence_end

_PARTY = re.compile(r"(?:[ \xa0]\(|,[ \xa0])([DRI]-[A-Z][A-Za-z.]{0,6}|[A-Z]{1,5}[-–][A-Z][\w .'’-]{1,30})(?=[),])")
# How many words a party and its constituency take with their brackets; asking for the text of a whole document at each
# name costs its length.
_PARTY_WORDS = 12
# What opens an apposition; "this columnist" and "whose father" speak of somebody else.
_OPENERS = (",", "—", "–", "―", "--")
_OTHERS = words("this that these those whose which who")
# "Montell Dace, 58, pleaded not guilty".
AGE = re.compile(r"\d{1,3}")
# Before a noun for several that is said of one or of both names.
_SEVERAL = words("one both two three")
# What people do for whom they are known by, besides `persons.OFFICE_VERBS`.
_WORKS = words("work teach serve study")
_APPOINTED = words("become remain")
# "The Mesa Verde industry group": how many words at most say behind a body's name what it is.
_NOUNS_BEHIND = 3
_JOINED = ("'", "’", "-")
# Behind these comes whom somebody speaks for.
_FROM = words("of from at")


class Behind(NamedTuple):
    """An apposition: its words, and the word that heads it."""

    text: str
    head: int


def behind(doc: Doc, mention: NameMention) -> Behind | None:
    """The apposition behind a name: ", a spokesman for the rebel delegation,"."""
    i = behind_degree(doc, behind_bracket(doc, mention.end))
    if i + 1 >= len(doc) or not (doc[i].text in _OPENERS or _unmarked(doc, i)):
        return None
    start = i if doc[i].lower_ == "the" else i + 1
    # "Teo Brandt, 22, of Vardholm", "Rep. Ada Moss, Md., the chair"
    if start + 1 < len(doc) and doc[start + 1].text == "," and (doc[start].like_num or doc[start].ent_type_ == "GPE"):
        start += 2
    end = phrase_end(doc, start)
    if end is None or _is_about_others(doc, start):
        return None
    role = head(doc, start, end) or _any_noun(doc, start, end)
    body = mention.kind == "organization" and role is not None and role.pos_ == "PROPN"
    if role is None or body or _is_list(role, end) or _of_several(doc, start, role):
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
    text = shown(doc, start, end)
    return Behind(text, role.i) if text else None


def _is_about_others(doc: Doc, start: int) -> bool:
    """Whether a phrase says nothing of the name before it: "this columnist", "replacing the mayor"."""
    does = doc[start].tag_ == "VBG" and start + 1 < len(doc) and doc[start + 1].tag_ in ("DT", "PRP$")
    return does or doc[start].lower_ in _OTHERS


def _unmarked(doc: Doc, i: int) -> bool:
    """Whether an apposition follows without a comma: "Ada Moss the curator of the museum"."""
    return (
        doc[i].lower_ == "the"
        and i + 2 < len(doc)
        and is_role(doc[i + 1])
        and doc[i + 1].tag_ == "NN"
        and doc[i + 2].lower_ == "of"
    )


def _is_list(role: Token, end: int) -> bool:
    """Whether what follows is the next of several names: ", retired judge | Orla Fenwick and …"."""
    rest = role.doc[role.i + 1 : end]
    return next((token.ent_type_ == "PERSON" for token in rest if not token.is_punct), False)


def _of_several(doc: Doc, start: int, role: Token) -> bool:
    """Whether the phrase is of several, as one that opens its own clause is: "sent by Moss, employees were told …"."""
    return role.tag_ == "NNS" and doc[start].lower_ not in _SEVERAL


def _any_noun(doc: Doc, start: int, end: int) -> Token | None:
    """The head of "a tea-stall owner", "a father of two": whatever noun it is, "a" behind a name says what one is."""
    if doc[start].lower_ not in ("a", "an") or (end < len(doc) and finite(doc[end])):
        return None
    stop = next((i for i in range(start, end) if doc[i].pos_ == "ADP"), end)
    nouns = [token for token in doc[start:stop] if token.pos_ in ("NOUN", "PROPN")]
    last = nouns[-1] if nouns else None
    return last if last is not None and last.tag_ == "NN" and last.lemma_.lower() not in REMARKS else None


def noun(doc: Doc, mention: NameMention) -> str | None:
    """What a body is called right behind its name: "the Mesa Verde industry group" -> industry group."""
    i, start = mention.end, mention.start
    if mention.kind != "organization" or start == 0 or doc[start - 1].tag_ not in ("DT", "POS", "PRP$"):
        return None
    while i < len(doc) and i - mention.end < _NOUNS_BEHIND and doc[i].text.islower() and doc[i].tag_ in ("NN", "JJ"):
        i += 1
    told = i > mention.end and doc[i - 1].lower_ in organisations.ROLES and not doc[i].text.startswith(_JOINED)
    return shown(doc, mention.end, i) if told and doc[i].pos_ not in ("NOUN", "PROPN") else None


def copula(doc: Doc, mention: NameMention) -> str | None:
    """As in "Ada Moss is the director of the institute", "became director", "was elected as mayor"."""
    i = behind_bracket(doc, mention.end)
    if i + 2 < len(doc) and doc[i].lower_ == "as" and doc[i + 1].lower_ not in ("a", "an"):
        return _phrase(doc, i + 1)
    verb: Token | None = None
    while i + 2 < len(doc) and doc[i].pos_ in ("AUX", "ADV", "VERB"):
        verb = verb if doc[i].pos_ == "ADV" else doc[i]
        i += 1
    if verb is None:
        return _second(doc, mention)
    if verb.lower_ in ("is", "was", "are", "were", "been") or verb.lemma_.lower() in _APPOINTED:
        return _phrase(doc, i)
    return _phrase(doc, i + 1) if doc[i].lower_ == "as" else _second(doc, mention)


def _second(doc: Doc, mention: NameMention) -> str | None:
    """As in "Ada Moss has led the talks before and is the director of the institute"."""
    name = doc[mention.end - 1]
    if name.dep_ != "nsubj":
        return None
    for verb in name.head.conjuncts:
        if verb.lower_ in ("is", "was") and verb.i > name.i and not any(c.dep_ == "nsubj" for c in verb.children):
            return _phrase(doc, verb.i + 1)
    return None


def _phrase(doc: Doc, start: int) -> str | None:
    end = phrase_end(doc, start)
    if not end:
        return None
    role = head(doc, start, end)
    article = doc[start].lower_ in ("a", "an", "the", "one")
    if role is None or (not article and role.tag_ not in ("NN", "NNP")):
        return None
    return shown(doc, start, end)


def relative(doc: Doc, mention: NameMention) -> str | None:
    """As in "Ada Moss, who served as envoy to Oslo", "who is a lawyer"."""
    verb = _relative_verb(doc, mention)
    if verb is None:
        return None
    start = verb + 1 if doc[verb].lemma_ == "be" else verb + 2 if doc[verb + 1].lower_ == "as" else None
    end = phrase_end(doc, start) if start else None
    return shown(doc, start, end) if start and end and head(doc, start, end) else None


def does(doc: Doc, mention: NameMention) -> str | None:
    """What somebody does to what they are known by: "Ada Moss, 80, who heads the council" -> heads the council."""
    verb = _relative_verb(doc, mention) if mention.kind == "person" else None
    if verb is None:
        return None
    works = doc[verb].lemma_.lower() in _WORKS and doc[verb + 1].lower_ in ("for", "at")
    if not works and doc[verb].lemma_.lower() not in persons.OFFICE_VERBS:
        return None
    end = phrase_end(doc, verb + 1 + works)
    return shown(doc, verb, end) if end else None


def _relative_verb(doc: Doc, mention: NameMention) -> int | None:
    """The verb of a clause with "who" behind a name and perhaps an age."""
    i = behind_degree(doc, behind_bracket(doc, mention.end))
    if i + 4 < len(doc) and doc[i].text == "," and AGE.fullmatch(doc[i + 1].text) and doc[i + 2].text == ",":
        i += 2
    if i + 2 >= len(doc) or doc[i].text != "," or doc[i + 1].lower_ != "who":
        return None
    verb, last = i + 2, sentence_end(doc[i]) - 1
    while verb < last and doc[verb].pos_ in ("AUX", "ADV", "PUNCT") and doc[verb].lemma_ != "be":
        verb += 1
    if verb < last and ((doc[verb].lemma_ == "be" and doc[verb + 1].tag_ == "VBG") or doc[verb].pos_ == "ADV"):
        verb += 1
    return verb if verb < last else None


def party(doc: Doc, mention: NameMention, before: str | None) -> str | None:
    """As in "Rep. Elijah Moss (D-Md.)" -> "Rep., D-Md."."""
    last = doc[mention.end - 1]
    found = _PARTY.match(last.whitespace_ + doc[mention.end : mention.end + _PARTY_WORDS].text)
    return (f"{before}, {found[1]}" if before else found[1]) if found else None


def affiliation(doc: Doc, mention: NameMention, before: str | None) -> str | None:
    """As in "Prof. Ada Moss from the Harbour Institute" -> "Prof., from the Harbour Institute"."""
    i = behind_degree(doc, mention.end)
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ in _FROM:
        i += 1
    if mention.kind != "person" or i + 1 >= len(doc) or doc[i].lower_ not in _FROM:
        return None
    end = phrase_end(doc, i + 1)
    if not end or not any(t.ent_type_ == "ORG" or t.lower_ in ORGANISATION_WORDS for t in doc[i + 1 : end]):
        return None
    named = next(j for j in range(i + 1, end) if doc[j].text[:1].isupper() or j == end - 1)
    end = next((j for j in range(named, end) if doc[j].tag_ in ("VBG", "VBN") and doc[j].text.islower()), end)
    text = shown(doc, i, end)
    return f"{before}, {text}" if text and before else text


def introduces(doc: Doc, mention: NameMention) -> bool:
    """Whether what stands behind a name is said of a person: ", a writer", ", who …", ", 58,"."""
    i = mention.end
    if i + 1 >= len(doc) or doc[i].text != ",":
        return False
    if doc[i + 1].lower_ == "who" or AGE.fullmatch(doc[i + 1].text):
        return True
    end = phrase_end(doc, i + 1)
    role = head(doc, i + 1, end) if end else None
    return role is not None and is_persons(role)
