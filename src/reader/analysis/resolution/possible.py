"""Step one of resolution: whom a mention may stand for, and by which way one gets there. Chooses nobody."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Token

from reader.analysis.discourse import Discourse, referent
from reader.analysis.entities import names, role_words
from reader.analysis.entities.noun_phrases import is_definite, noun_phrase
from reader.analysis.entities.organisations import initials
from reader.analysis.entities.pronouns import pronoun_kind
from reader.analysis.entities.sources import DESCRIBING
from reader.analysis.resolution.coreference import antecedents, may_be
from reader.analysis.resolution.history import History
from reader.lexicon import organisations, persons
from reader.lexicon.cues import SPEECH_NOUNS, VOICES
from reader.lexicon.pronouns import FIRST_AND_SECOND

# The ways from a mention to an entity: it is the name, or the label of a turn; a phrase in apposition, or a name beside
# it; a word that is a surname or acronym; what somebody puts out, or what "his" speaks of; a role; a description alone.
Way = Literal[
    "label", "name", "apposition", "beside", "surname", "voice", "owner", "same voice", "just spoke", "role", "generic",
    "unnamed", "pronoun", "floor",
]  # fmt: skip

# How a name hangs from what its bearer puts out: "an agency statement", "the agency's", "a report by the agency".
_BELONGING = frozenset(("poss", "compound", "nmod", "amod", "pobj"))
_PLURAL = frozenset(("NNS", "NNPS"))
# Who "just spoke" did so in a sentence this far back at the most.
_JUST = 2


class Possible(NamedTuple):
    """An entity that a mention may stand for, by its number; `fit` compares those of one way, higher is better."""

    entity: int
    way: Way
    fit: float = 0.0


def possible(discourse: Discourse, history: History, mention: Token, *, is_label: bool = False) -> list[Possible]:
    """Find whom a mention may stand for.

    "Reinholt" is a name, "he" a pronoun, "the envoy" a role; "a ministry statement" is the ministry's voice, and "a
    senior official" nobody but himself.

    Args:
        discourse: the text.
        history: who has spoken before.
        mention: the word that heads the mention.
        is_label: whether it labels the turn of a transcript.
    """
    if is_label and (labelled := list(_labelled(discourse, mention))):
        return labelled
    mention = referent(discourse, mention)
    if mention.i in discourse.owner:
        return [Possible(discourse.owner[mention.i], "name")]
    if mention.i in discourse.described:
        return [Possible(discourse.described[mention.i], "apposition")]
    kind = pronoun_kind(mention)
    if kind:
        return list(_pronoun(discourse, history, mention, kind, "pronoun"))
    if mention.lower_ in FIRST_AND_SECOND:
        quoted = history.speaker is not None and mention.i in discourse.inside
        return [Possible(history.speaker, "floor")] if quoted and history.speaker is not None else []
    if mention.pos_ not in DESCRIBING:
        return []
    return [
        *_beside(discourse, mention),
        *_surname(discourse, mention),
        *_voice(discourse, history, mention),
        *_role(discourse, history, mention),
        *_unnamed(discourse, mention),
    ]


def floor(history: History) -> list[Possible]:
    """Who may have said what names nobody: whoever has the floor."""
    return [] if history.speaker is None else [Possible(history.speaker, "floor")]


def names_label(discourse: Discourse, label: Token) -> bool:
    """Whether the label of a turn names somebody whom the text names too."""
    return next(_labelled(discourse, label), None) is not None


def _labelled(discourse: Discourse, mention: Token) -> Iterator[Possible]:
    """Who the label of a transcript's turn names: "VALE" is the Vale of the introduction, fullest name first."""
    folded = names.fold(mention.text)
    for n, entity in enumerate(discourse.entities):
        if any(folded in (name.surname, *name.given[:1]) for name in entity.names):
            yield Possible(n, "label", bool(entity.names[0].given) - n / len(discourse.entities))


def _pronoun(discourse: Discourse, history: History, mention: Token, kind: str, way: Way) -> Iterator[Possible]:
    found = antecedents(discourse, history, mention, kind)
    yield from (Possible(who, way, fit) for who, fit in found)
    last = history.speaker
    if not found and kind != "it" and last is not None and (kind == "they" or may_be(discourse, last, kind)):
        yield Possible(last, "floor")


def _beside(discourse: Discourse, mention: Token) -> Iterator[Possible]:
    """A name in apposition: "The head of the delegation, Tomas Reinholt, said", "spokesman Adam Crowe"."""
    doc, owner = discourse.doc, discourse.owner
    beside = [child for child in mention.children if child.dep_ == "appos"]
    if mention.dep_ in ("compound", "appos", "nmod") and mention.head.i in owner:
        beside.append(mention.head)
    _, end = noun_phrase(mention)
    if end < len(doc) and not doc[end].is_sent_start:
        beside.append(doc[end])
    for order, word in enumerate(beside):
        who = owner.get(word.i)
        if who is not None and discourse.entities[who].kind == "person":
            yield Possible(who, "beside", -order)


def _surname(discourse: Discourse, mention: Token) -> Iterator[Possible]:
    """A capitalised word that names somebody known though the tagger saw no name in it: a surname, an acronym."""
    if not mention.text[:1].isupper() or (mention.is_sent_start and mention.pos_ != "PROPN"):
        return
    folded = names.fold(mention.text)
    start, end = noun_phrase(mention)
    phrase = discourse.doc[start:end].text
    for n, entity in enumerate(discourse.entities[: len(discourse.called)]):
        acronym = mention.text.isupper() and entity.kind == "organization" and initials(entity.name) == folded
        inside = entity.kind == "person" and " " in entity.name and entity.name in phrase
        same = names.fold(entity.name) == folded
        if same or acronym or inside or any(folded == name.surname for name in entity.names):
            yield Possible(n, "surname", -n)


def _voice(discourse: Discourse, history: History, mention: Token) -> Iterator[Possible]:
    """What an organisation or person puts out: "A Russian Defense Ministry statement", "guidance from the clinic"."""
    lemma = mention.lemma_.lower()
    if (
        role_words.is_role(mention)
        or mention.lower_ in organisations.KNOWN
        or mention.lower_ in organisations.RETINUES
        or (mention.tag_ in _PLURAL and not {lemma, mention.lower_} & VOICES)
    ):
        return
    seen: set[int] = set()
    for child in mention.subtree:
        who = discourse.owner.get(child.i)
        near = mention.i in (child.head.i, child.head.head.i)
        if who is not None and who not in seen and near and child.dep_ in _BELONGING:
            yield Possible(who, "voice", -len(seen))
            seen.add(who)
    owners = (child for child in mention.children if child.dep_ == "poss" and pronoun_kind(child))
    for child in owners:
        yield from _pronoun(discourse, history, child, str(pronoun_kind(child)), "owner")
        return
    last = history.speaker
    if (
        is_definite(mention)
        and last is not None
        and (lemma in SPEECH_NOUNS or discourse.entities[last].kind == "organization")
    ):
        yield Possible(last, "same voice")


def _role(discourse: Discourse, history: History, mention: Token) -> Iterator[Possible]:
    """A role already given to somebody: "the envoy", "the mayor", "the group"; the one last mentioned fits best."""
    owned = any(child.dep_ == "poss" for child in mention.children)
    if not (is_definite(mention) or owned) or mention.tag_ in _PLURAL:
        return
    modifying = ("compound", "amod", "nmod", "poss")
    modifiers = {names.fold(c.text) for c in mention.lefts if c.dep_ in modifying and c.tag_ != "PRP$"}
    noun = names.fold(mention.text)
    is_person = noun not in organisations.KNOWN
    if is_person and not modifiers:
        yield from _just_spoke(discourse, history, mention)
    for n, entity in enumerate(discourse.entities[: len(discourse.called)]):
        if entity.kind == "place" or (entity.kind == "person") != is_person:
            continue
        if noun in discourse.called[n] and modifiers <= discourse.called[n]:
            yield Possible(n, "role", _recency(discourse, n, mention.i))
    for head, n in history.heard.items():
        entity = discourse.entities[n]
        described = {names.fold(word) for word in discourse.phrases[head].text.split()}
        if not entity.plural and (entity.kind == "person") == is_person and {noun, *modifiers} <= described:
            yield Possible(n, "role", head / len(discourse.doc))
    yield from _generic(discourse, history, mention)


def _recency(discourse: Discourse, entity: int, before: int) -> float:
    """How far into the text an entity was mentioned last, 0 to 1; less than nothing where it comes only later."""
    mentions, count = discourse.entities[entity].mentions, len(discourse.doc)
    earlier = bisect_left(mentions, before, key=lambda mention: mention.start)
    return mentions[earlier - 1].start / count if earlier else -1 - mentions[0].start / count


def _just_spoke(discourse: Discourse, history: History, mention: Token) -> Iterator[Possible]:
    """Whoever spoke in the sentence before, when nothing was said of who that is: "the captain" is Bettany Crowe."""
    who = history.speaker
    if who is None or discourse.roles[who].nouns or not role_words.is_role(mention):
        return
    speaker = discourse.entities[who]
    back = discourse.sentence_of[mention.i] - discourse.sentence_of[history.at]
    if speaker.kind == "person" and not speaker.plural and 0 <= back <= _JUST:
        yield Possible(who, "just spoke")


def _generic(discourse: Discourse, history: History, mention: Token) -> Iterator[Possible]:
    """As in "the company", "the woman": whoever of that sort was mentioned last."""
    if mention.lower_ in persons.ANYONE and not any(
        child.dep_ in ("compound", "amod", "poss", "prep") for child in mention.children
    ):
        found = antecedents(discourse, history, mention, persons.PRONOUNS_OF_NOUNS[mention.lower_])
        yield from (Possible(who, "generic", fit) for who, fit in found)
    elif mention.lower_ in organisations.KNOWN and not any(
        child.dep_ in ("compound", "amod") for child in mention.lefts
    ):
        found = antecedents(discourse, history, mention, "it")
        if found and discourse.entities[found[0].entity].kind == "organization":
            yield from (Possible(who, "generic", fit) for who, fit in found)


def _unnamed(discourse: Discourse, mention: Token) -> Iterator[Possible]:
    """A source without a name: nobody but whom its description describes."""
    who = discourse.sources.get(mention.i)
    if who is not None:
        yield Possible(who, "unnamed")
