"""Who is compared for a mention: all that the rules find possible, and whoever is on the stage around it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis.entities import names
from reader.analysis.entities.noun_phrases import is_definite, noun_phrase
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution import parties
from reader.analysis.resolution.history import History
from reader.analysis.resolution.possible import Possible
from reader.analysis.resolution.stage import Stage, stem
from reader.lexicon import organisations, persons
from reader.lexicon.pronouns import GENDERED
from reader.lexicon.wordlists import words
from reader.model import ActorKind

# How many are compared at most, and where they come from: names before and behind the mention, those who spoke last,
# those whom a noun may mean. On the articles of the training corpora the right one is left out in 1 of 400 mentions
# that have one.
MOST = 40
_NAMES_BEFORE, _NAMES_BEHIND, _SPEAKERS, _CALLED = 80, 12, 12, 8


# Nouns for bodies that need an introduction; "the court", "the government" need none.
_BODIES = organisations.NO_PERSONS - words(
    """administration army board commission committee congress council court department embassy front government
    ministry navy parliament police school senate service side team tribunal unit"""
)
_SPOKES = "spokes"
_STUDIES = words("study paper research analysis trial review")
_MODIFYING = frozenset(("acl", "amod", "appos", "compound", "nmod", "nummod", "poss", "prep", "relcl"))
# "They" are looked for among this many of the last who spoke.
_TOGETHER = 3


class Situation(NamedTuple):
    """A quote whose source is to be resolved, and all that is known there.

    Attributes:
        stage: the text and who is in it.
        history: who has spoken before.
        quote: what is said.
        mention: the word that names the source, a relative pronoun resolved; None where nothing does.
        found: whom the rules find possible, the one they would choose first.
        who: the entities to compare, by their numbers.
    """

    stage: Stage
    history: History
    quote: Candidate
    mention: Token | None
    found: tuple[Possible, ...]
    who: tuple[int, ...]


def plausible(
    stage: Stage, history: History, quote: Candidate, mention: Token | None, found: Iterable[Possible]
) -> tuple[int, ...]:
    """Choose whom to compare: the number is bounded, however long the text.

    A place is compared only where the rules, the mention's own phrase, or an earlier quote suggest it, and never for
    "he". Whoever a title in the source rules out is not compared either: "Mrs. Moss" is no man; nor are bodies and
    places for a noun that is a person's, people for "the court" (but for Moss in "the Moss team"), nor those whose
    lawyer or spokesman he is; and "a lawyer" is nobody known. Nor is who is named in the quotation itself; the dead
    speak by name, or where nobody else is there to; nor is whom "he" met in the same sentence, nor who is introduced
    later, as something else. "The company" is nobody new where a body has been named.
    """
    at = mention.i if mention is not None else stage.word_at(quote.start)
    kept = dict.fromkeys(possible.entity for possible in found)
    if mention is not None:
        kept.update(dict.fromkeys(_in_phrase(stage, mention)))
    entities, owner = stage.discourse.entities, stage.discourse.owner
    if mention is not None and _is_anybody(mention):
        return tuple(n for n in kept if not _excluded(stage, n, mention))
    kept.update(dict.fromkeys(turn.entity for turn in reversed(history.turns[-_SPEAKERS:])))
    for n in _around(stage, at, mention):
        if len(kept) >= MOST:
            break
        if entities[n].kind != "place":
            kept[n] = None
    own = _named_before(stage, history, mention) if mention is not None else None
    no_they = _no_they(stage, history) if mention is not None and mention.lower_ == "they" else frozenset()
    may_be = tuple(
        n
        for n in tuple(kept)[:MOST]
        if n != own
        and not _excluded(stage, n, mention)
        and not (stage.is_spoken_of(n, quote.start, quote.end) and (mention is None or mention.i not in owner))
        and (entities[n].plural or entities[n].kind not in no_they)
    )
    return _alive(stage, history, at, mention, may_be)


def _alive(stage: Stage, history: History, at: int, mention: Token | None, who: tuple[int, ...]) -> tuple[int, ...]:
    """Those who may speak, without the dead: a friend of the late Emil Sarto sat with Sarto; "he" is the friend.

    The dead stay where the source is a name, where they have been quoted by theirs, and where no living person who goes
    by the same pronoun is named before.
    """
    owner, entities, pronouns = stage.discourse.owner, stage.discourse.entities, stage.discourse.pronouns
    if mention is not None and mention.i in owner:
        return who
    named = {turn.entity for turn in history.turns if owner.get(turn.at) == turn.entity}
    dead = [n for n in who if n in stage.dead and n not in named]
    gender = GENDERED.get(mention.lower_) if mention is not None else None
    living = [
        n
        for n in who
        if n not in stage.dead and entities[n].kind == "person" and not entities[n].plural
        and (gender is None or pronouns.get(n, gender) == gender)
        and stage.last_before(n, at) is not None
    ]  # fmt: skip
    return tuple(n for n in who if n not in dead) if living else who


def _no_they(stage: Stage, history: History) -> frozenset[ActorKind]:
    """Of which kind "they" are none: no single person, where several spoke a short while ago ("two diplomats").

    Nor a body, where they spoke last: “We ask again,” the lawmakers wrote. The agency … “It has not gone,” they wrote.
    """
    several = [stage.discourse.entities[turn.entity].plural for turn in history.turns[-_TOGETHER:]]
    if not any(several):
        return frozenset()
    return frozenset(("person", "organization") if several[-1] else ("person",))


def _excluded(stage: Stage, entity: int, mention: Token | None) -> bool:
    if mention is None:
        return False
    discourse = stage.discourse
    who = discourse.entities[entity]
    if mention.lower_ in GENDERED:
        return who.plural or who.kind == "place" or parties.met(stage, entity, mention)
    if _is_of_a_person(mention) and mention.i not in discourse.owner and entity < len(discourse.called):
        other = _is_introduced_otherwise(stage, entity, mention) or _speaks_for_another(stage, entity, mention)
        return who.kind != "person" or other or _is_served(stage, entity, mention)
    if _is_of_a_body(mention) and who.kind == "person" and entity not in _in_phrase(stage, mention):
        return True
    if mention.lemma_.lower() in _STUDIES and _is_where_it_stands(stage, entity, mention):
        return True
    title = stage.title_at(mention.i)
    return title is not None and who.kind == "person" and discourse.pronouns.get(entity, title) != title


def _named_before(stage: Stage, history: History, mention: Token) -> int | None:
    """The source that "the company" would be by itself, where a body has been named, so that it is nobody new."""
    own = stage.discourse.sources.get(mention.i)
    bare = is_definite(mention) and not any(child.dep_ in _MODIFYING for child in mention.children)
    if own is None or own in history.heard.values() or not bare or mention.lower_ not in _BODIES:
        return None
    return own if stage.first_body < mention.i else None


def _is_introduced_otherwise(stage: Stage, entity: int, mention: Token) -> bool:
    """Whether somebody is named only behind a role, and as something else: "the envoy said …. Ada Moss, a pilot,"."""
    if stage.last_before(entity, mention.i) is not None or stage.discourse.roles[entity].best is None:
        return False
    noun = names.fold(mention.text)
    return noun not in stage.discourse.called[entity] and stem(noun) not in stage.known_for[entity]


def _speaks_for_another(stage: Stage, entity: int, mention: Token) -> bool:
    """Whether a spokesman is another body's: "the Foreign Ministry spokesman" is not the coalition's, Ada Moss."""
    role = stage.discourse.roles[entity].best or ""
    if not mention.lower_.startswith(_SPOKES) or _SPOKES not in role.lower():
        return False
    named = {stem(word) for n in _in_phrase(stage, mention) for word in stage.discourse.entities[n].name.split()}
    return bool(named) and not named & stage.known_for[entity]


def _is_where_it_stands(stage: Stage, entity: int, mention: Token) -> bool:
    """Whether a journal is only where a study stands: "a study in the Annals of Tides found" is its authors' word."""
    named = (token.i for token in mention.subtree if stage.discourse.owner.get(token.i) == entity)
    head = next((stage.head(entity, i) for i in named), None)
    return head is not None and head.dep_ == "pobj" and head.head.lower_ == "in"


def _is_of_a_person(mention: Token) -> bool:
    """Whether a noun is one for a person and for nothing else: "the goalkeeper" is no team."""
    noun = mention.lower_
    listed = noun in persons.NOUNS or names.fold(noun) in persons.TITLES
    return listed and mention.tag_ == "NN" and noun not in organisations.ROLES and noun not in organisations.KNOWN


def _is_of_a_body(mention: Token) -> bool:
    """Whether a noun is one for a body and for nothing else: "the court" is nobody who was named before."""
    return mention.lower_ in organisations.NO_PERSONS and mention.tag_ in ("NN", "NNP")


def _is_anybody(mention: Token) -> bool:
    """Whether a noun brings somebody new: "a lawyer for the crew", who is named, if ever, afterwards."""
    return _is_of_a_person(mention) and any(child.lower_ in ("a", "an") for child in mention.children)


def _is_served(stage: Stage, entity: int, mention: Token) -> bool:
    """Whether the mention is somebody of somebody else's: "Ada Moss’s lawyer", "a lawyer for Ada Moss" is not Moss."""
    start, end = noun_phrase(mention)
    for i in range(start, end):
        if stage.discourse.owner.get(i) == entity:
            head = stage.head(entity, i)
            return i < mention.i or (head.dep_ == "pobj" and head.head.lower_ == "for")
    return False


def _in_phrase(stage: Stage, mention: Token) -> Iterator[int]:
    """Who is named in the mention's own phrase: "a statement by the ministry"."""
    start, end = noun_phrase(mention)
    for i in range(start, end):
        if i in stage.discourse.owner:
            yield stage.discourse.owner[i]


def _around(stage: Stage, at: int, mention: Token | None) -> Iterator[int]:
    """Who is named near a word, the nearest before it first, and whom a noun may mean."""
    order = stage.order
    here = bisect_left(order, (at, 0))
    if mention is not None:
        named = stage.called.get(names.fold(mention.text), ())
        yield from sorted(named, key=lambda n: abs(stage.starts[n][0] - at))[:_CALLED]
    yield from (n for _, n in order[here : here + _NAMES_BEHIND])
    yield from (n for _, n in reversed(order[max(0, here - _NAMES_BEFORE) : here]))
