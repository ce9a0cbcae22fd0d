"""Mentions -> speakers: whom "Reinholt", "the envoy", "he" or "a Defense Ministry statement" stands for."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.calibration import DESCRIBED, GUESSED, NAMED, ROLE, pronoun
from reader.analysis.entities import entities, names, roles
from reader.analysis.entities.coreference import Stage, antecedent, noun_pronoun, pronoun_kind
from reader.analysis.entities.entities import Entity
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import organisations, persons
from reader.lexicon.cues import SPEECH_NOUNS, VOICES
from reader.lexicon.function_words import DEFINITE
from reader.lexicon.pronouns import FIRST_AND_SECOND
from reader.model import ActorKind
from reader.text.document import sentence_start


class Speaker(NamedTuple):
    """Who speaks: the number of an entity, and how sure the way to it is (1 for a name, less for a pronoun)."""

    entity: int
    sure: float


def resolve(stage: Stage, token: Token, known_roles: dict[int, set[str]]) -> Speaker | None:
    """Find who a mention's head word stands for; an unnamed source becomes an entity of its own."""
    who = stage.owner.get(token.i)
    if who is not None:
        return Speaker(who, NAMED)
    if token.i in stage.described:
        return Speaker(stage.described[token.i], DESCRIBED)
    if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
        return resolve(stage, token.head.head, known_roles)
    kind = pronoun_kind(token)
    if kind:
        return _pronoun(stage, token, kind)
    if token.lower_ in FIRST_AND_SECOND:
        return Speaker(stage.spoke_last, GUESSED) if stage.spoke_last is not None and token.i in stage.quoted else None
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "VERB"):
        return None
    return (
        _named_beside(stage, token)
        or _surname(stage, token)
        or _voice(stage, token, known_roles)
        or _role(stage, token, known_roles)
        or _unnamed(stage, token)
    )


def _pronoun(stage: Stage, token: Token, kind: str) -> Speaker | None:
    who, lead = antecedent(stage, token, kind)
    if who is None and kind in ("he", "she", "they") and stage.spoke_last is not None:
        return Speaker(stage.spoke_last, GUESSED) if stage.fits(stage.spoke_last, kind) or kind == "they" else None
    return Speaker(who, pronoun(lead)) if who is not None else None


def _named_beside(stage: Stage, token: Token) -> Speaker | None:
    """A name in apposition: "The head of the delegation, Tomas Reinholt, said", "spokesman Adam Crowe"."""
    beside = [child for child in token.children if child.dep_ == "appos"]
    if token.dep_ in ("compound", "appos", "nmod") and token.head.i in stage.owner:
        beside.append(token.head)
    _, end = noun_phrase(token)
    if end < len(stage.doc) and not stage.doc[end].is_sent_start:
        beside.append(stage.doc[end])
    for child in beside:
        who = stage.owner.get(child.i)
        if who is not None and stage.entities[who].kind == "person":
            return Speaker(who, DESCRIBED)
    return None


def _surname(stage: Stage, token: Token) -> Speaker | None:
    """A capitalised word that names somebody known though the tagger saw no name in it: a surname, an acronym."""
    if not token.text[:1].isupper() or (token.is_sent_start and token.pos_ != "PROPN"):
        return None
    folded = names.fold(token.text)
    start, end = noun_phrase(token)
    phrase = stage.doc[start:end].text
    for n, entity in enumerate(stage.entities):
        acronym = token.text.isupper() and entity.kind == "organization" and entities.initials(entity.name) == folded
        inside = entity.kind == "person" and " " in entity.name and entity.name in phrase
        same = names.fold(entity.name) == folded
        if same or acronym or inside or any(folded == name.surname for name in entity.names):
            return Speaker(n, DESCRIBED)
    return None


def labelled(stage: Stage, token: Token) -> Speaker | None:
    """Who the label of a transcript's turn names: "VALE" is the Vale of the introduction, fullest name first."""
    folded = names.fold(token.text)
    bearers = [
        n
        for n, entity in enumerate(stage.entities)
        if entity.kind == "person" and any(folded in (name.surname, *name.given[:1]) for name in entity.names)
    ]
    full = [n for n in bearers if stage.entities[n].names[0].given] or bearers
    return Speaker(full[0], DESCRIBED) if full else None


def _voice(stage: Stage, token: Token, known_roles: dict[int, set[str]]) -> Speaker | None:
    """What an organisation or person puts out: "A Russian Defense Ministry statement", "guidance from the clinic"."""
    lemma = token.lemma_.lower()
    if (
        roles.is_role(token)
        or token.lower_ in organisations.KNOWN
        or token.lower_ in organisations.RETINUES
        or (token.tag_ in ("NNS", "NNPS") and lemma not in VOICES)
    ):
        return None
    for child in token.subtree:
        who = stage.owner.get(child.i)
        near = child.head.i == token.i or (child.head.head.i == token.i)
        if who is not None and near and child.dep_ in ("poss", "compound", "nmod", "amod", "pobj"):
            return Speaker(who, DESCRIBED)
    for child in token.children:
        if child.dep_ == "poss" and pronoun_kind(child):
            return _pronoun(stage, child, str(pronoun_kind(child)))
    if (
        _definite(token)
        and stage.spoke_last is not None
        and (lemma in SPEECH_NOUNS or stage.entities[stage.spoke_last].kind == "organization")
    ):
        return Speaker(stage.spoke_last, ROLE)
    return None


def _definite(token: Token) -> bool:
    return any(child.lower_ in DEFINITE for child in token.children if child.dep_ in ("det", "poss"))


def _role(stage: Stage, token: Token, known_roles: dict[int, set[str]]) -> Speaker | None:
    """A role already given to somebody: "the envoy", "the mayor", "the group"; the one last mentioned who has it."""
    owned = any(child.dep_ == "poss" for child in token.children)
    if not (_definite(token) or owned) or token.tag_ in ("NNS", "NNPS"):
        return None
    modifying = ("compound", "amod", "nmod", "poss")
    modifiers = {names.fold(c.text) for c in token.lefts if c.dep_ in modifying and c.tag_ != "PRP$"}
    noun = names.fold(token.text)
    person = noun not in organisations.KNOWN
    best: tuple[float, int] | None = None
    for n, entity in enumerate(stage.entities):
        if entity.kind == "place" or entity.plural or (entity.kind == "person") != person:
            continue
        words = known_roles.get(n, set()) | {names.fold(w) for w in entity.name.split()}
        if noun not in words or not modifiers <= words:
            continue
        before = [m.start for m in entity.mentions if m.start < token.i]
        score = max(before) if before else -entity.mentions[0].start - len(stage.doc)
        if best is None or score > best[0]:
            best = (float(score), n)
    just_spoke = _just_spoke(stage, token, known_roles) if person and not modifiers else None
    return just_spoke or (Speaker(best[1], ROLE) if best is not None else _generic(stage, token))


def _just_spoke(stage: Stage, token: Token, known_roles: dict[int, set[str]]) -> Speaker | None:
    """Whoever spoke in the sentence before, when nothing was said of who that is: "the captain" is Bettany Crowe."""
    who = stage.spoke_last
    if who is None or stage.entities[who].kind != "person" or stage.entities[who].plural or known_roles.get(who):
        return None
    near = 0 <= stage.sentence_of[token.i] - stage.sentence_of[stage.spoke_at] <= _JUST
    return Speaker(who, GUESSED) if near and roles.is_role(token) else None


# "Just" is this many sentences back at the most.
_JUST = 2


def _generic(stage: Stage, token: Token) -> Speaker | None:
    """As in "the company", "the woman": whoever of that sort was mentioned last."""
    if token.lower_ in persons.ANYONE and not any(
        child.dep_ in ("compound", "amod", "poss", "prep") for child in token.children
    ):
        who, lead = antecedent(stage, token, persons.PRONOUNS_OF_NOUNS[token.lower_])
        return Speaker(who, pronoun(lead)) if who is not None else None
    if token.lower_ not in organisations.KNOWN or any(child.dep_ in ("compound", "amod") for child in token.lefts):
        return None
    who, lead = antecedent(stage, token, "it")
    return Speaker(who, pronoun(lead)) if who is not None and stage.entities[who].kind == "organization" else None


def _unnamed(stage: Stage, token: Token) -> Speaker | None:
    """A source without a name: an entity whose name is its description, shared by all its mentions."""
    start, end = noun_phrase(token)
    while start < end and (stage.doc[start].lower_ in ("the", "a", "an", "this", "that") or stage.doc[start].is_punct):
        start += 1
    if start >= end:
        return None
    text = stage.doc[start:end].text
    description = names.fold(" ".join(text.split()))
    for n, entity in enumerate(stage.entities):
        if entity.unnamed and (names.fold(entity.name) == description or _same_head(stage.doc, entity, token)):
            entity.mentions.append(NameMention(start, end, entity.kind, text))
            stage.owner[token.i] = n
            return Speaker(n, DESCRIBED)
    plural = token.tag_ in ("NNS", "NNPS")
    kind: ActorKind = "person" if roles.is_role(token) or plural else "organization"
    named = token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ in ("PERSON", "ORG", "GPE", "")
    stage.entities.append(Entity(kind, [NameMention(start, end, kind, text)], unnamed=not named, plural=plural))
    stage.owner[token.i] = len(stage.entities) - 1
    told = noun_pronoun(token.text)
    if told and not plural:
        stage.pronouns[len(stage.entities) - 1] = told
    return Speaker(len(stage.entities) - 1, DESCRIBED)


def _same_head(doc: Doc, entity: Entity, token: Token) -> bool:
    """As in "the spokesman" after "a spokesman for the company": definite, bare, and headed by the same noun."""
    bare = not any(child.dep_ in ("amod", "compound", "prep", "relcl", "poss", "nummod") for child in token.children)
    known = _definite(token) or token.lower_ in persons.COLLECTIVES
    return bare and known and any(doc[i].lemma_ == token.lemma_ for m in entity.mentions for i in range(m.start, m.end))


# A longer phrase names a source with a whole clause; it is cut.
_LONGEST_PHRASE = 14


def noun_phrase(token: Token) -> tuple[int, int]:
    """The phrase a noun heads, without clauses: "a spokesman for the rebel delegation". In tokens, end exclusive."""
    doc, start = token.doc, token.left_edge.i
    start = max(start, sentence_start(token), token.i - _LONGEST_PHRASE)
    while start < token.i and (
        doc[start].is_punct or doc[start].dep_ in ("cc", "mark", "prep", "advmod", "preconj") or doc[start].is_space
    ):
        start += 1
    if any(doc[i].text in (",", ";", "(", "—") for i in range(start, token.i)):
        start = 1 + max(i for i in range(start, token.i) if doc[i].text in (",", ";", "(", "—"))
    end = token.i + 1
    for child in token.rights:
        if (
            child.dep_ != "prep"
            or child.i > end + 1
            or child.lower_ in ("on", "in", "at", "after", "during", "before", "as", "since")
        ):
            break
        stop = child.right_edge.i + 1
        clause = next(
            (
                t.i
                for t in doc[child.i : stop]
                if t.dep_ in ("relcl", "acl", "appos") or t.text in (",", "(", "—", "“", '"')
            ),
            stop,
        )
        end = max(end, min(clause, stop))
    return start, end
