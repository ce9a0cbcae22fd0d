"""What speaks for or against somebody being meant: name, history, distance, role, grammar, each as a small number."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.entities import names
from reader.analysis.entities.organisations import initials
from reader.analysis.resolution.stage import stem
from reader.analysis.resolution.view import View

GRAMMAR = {
    "nsubj": 1, "nsubjpass": 2, "pobj": 3, "dobj": 4, "dative": 4, "poss": 5, "compound": 6, "nmod": 6, "appos": 7,
    "conj": 8, "agent": 9, "ROOT": 10, "attr": 11,
}  # fmt: skip
PLURAL = frozenset(("NNS", "NNPS"))
SUBJECTS = ("nsubj", "nsubjpass")

# The columns, with the number of values that each can take; 0 is nothing to tell, or nobody.
COLUMNS = {
    "what": 9, "rule rank": 5, "gender": 7, "turns ago": 8, "spoke": 6, "paragraphs since speaking": 6, "same word": 4,
    "sentences ago": 10, "recency": 7, "paragraphs ago": 6, "stood as": len(set(GRAMMAR.values())) + 1,
    "stood in marks": 2, "opened sentence": 3, "ruled sentence": 3, "beside": 7, "said of": 3, "comes later": 6,
    "name": 9, "head": 7, "modifiers": 5, "known for": 5, "has role": 3, "often": 7, "rank": 5, "first": 6, "number": 6,
    "own description": 4, "since last turn": 3, "ruled paragraph": 4, "kin": 4,
}  # fmt: skip


def binned(value: float, edges: Sequence[float]) -> int:
    """Which of the stretches between edges a value is in; an edge belongs to the one below it."""
    return bisect_left(edges, value)


def compared(view: View, entity: int) -> list[int]:
    """What speaks for an entity being meant, in the columns of `COLUMNS`."""
    return [
        _what(view, entity),
        _rule_rank(view, entity),
        _gender(view, entity),
        *_history(view, entity),
        *_distance(view, entity),
        *_last_mention(view, entity),
        _beside(view, entity),
        _said_of(view, entity),
        _later(view, entity),
        _name(view, entity),
        *_role(view, entity),
        *_salience(view, entity),
        _number(view, entity),
        _own_description(view, entity),
        _since_last_turn(view, entity),
        1 if entity == view.led[0] else 2 if entity == view.led[1] else 3,
        _kin(view, entity),
    ]


def _what(view: View, entity: int) -> int:
    who = view.situation.stage.discourse.entities[entity]
    if not who.named:
        return 6 if who.plural else 5 if who.kind == "person" else 7
    if who.kind == "person":
        return 1 if any(name.given for name in who.names) else 2
    return 4 if who.kind == "place" else 3


def _rule_rank(view: View, entity: int) -> int:
    ranked = dict.fromkeys(one.entity for one in view.situation.found)
    return next((min(n, 3) + 1 for n, one in enumerate(ranked) if one == entity), 0)


def _gender(view: View, entity: int) -> int:
    """Whether "he" or "she" agree: 1 and 2 they do (by title), 3 unknown, 4 and 5 they do not, 6 no one person."""
    discourse = view.situation.stage.discourse
    who = discourse.entities[entity]
    if view.gender is None:
        return 0
    if who.kind != "person" or who.plural:
        return 6
    told = discourse.pronouns.get(entity)
    if told is None:
        return 3
    titled = any(names.title_pronoun(name) for name in who.names)
    return (1 if titled else 2) if told == view.gender else (5 if titled else 4)


def _history(view: View, entity: int) -> list[int]:
    """Turns ago, how often it spoke, paragraphs since, and whom the same word meant last."""
    turns = view.situation.history.turns
    ago = [n for n, turn in enumerate(reversed(turns)) if turn.entity == entity]
    same = next((turn.entity for turn in reversed(turns) if turn.word and turn.word == view.noun), None)
    told = 0 if same is None else 1 if same == entity else 2
    if not ago:
        return [1 if turns else 0, 0, 0, told]
    apart = view.paragraph_of(view.first) - view.paragraph_of(min(turns[-1 - ago[0]].at, view.first))
    return [
        2 + binned(ago[0], (0, 1, 2, 4, 8)),
        1 + binned(len(ago), (1, 2, 4, 8)),
        1 + binned(apart, (0, 1, 2, 5)),
        told,
    ]


def _distance(view: View, entity: int) -> list[int]:
    """Sentences, rank among its sort, and paragraphs since the last mention."""
    last = view.latest.get(entity)
    if last is None:
        return [0, 0, 0]
    sentences = view.sentence - view.situation.stage.discourse.sentence_of[last]
    paragraphs = view.paragraph_of(view.at) - view.paragraph_of(last)
    recency = view.recency.get(entity)
    return [
        1 + binned(sentences, (0, 1, 2, 3, 5, 9, 19, 40)),
        1 + binned(recency, (0, 1, 2, 4, 7)) if recency is not None else 0,
        1 + binned(paragraphs, (0, 1, 2, 4)),
    ]


def _last_mention(view: View, entity: int) -> list[int]:
    """How the last mention stands: grammar, in marks, whether it is the first name of its sentence and rules it."""
    last = view.latest.get(entity)
    if last is None:
        return [0, 0, 0, 0]
    stage = view.situation.stage
    head = stage.head(entity, last)
    n = bisect_left(stage.order, (last, -1))
    sentence_of = stage.discourse.sentence_of
    opens = n == 0 or sentence_of[stage.order[n - 1][0]] != sentence_of[last]
    rules = head.dep_ in SUBJECTS and head.head.dep_ == "ROOT"
    return [
        GRAMMAR.get(head.dep_, 0),
        int(last in stage.discourse.inside),
        1 if opens else 2,
        1 if rules else 2 if head.dep_ in SUBJECTS else 0,
    ]


def _beside(view: View, entity: int) -> int:
    """Named in the mention's own phrase, before (1) or behind its noun (2), or right after (3); at the cue (4 to 6)."""
    stage, mention, phrase = view.situation.stage, view.situation.mention, view.phrase
    owner = stage.discourse.owner
    if mention is not None and view.owner is None:
        if stage.mentioned_within(entity, phrase.start, phrase.stop):
            return 1 if any(owner.get(i) == entity for i in range(phrase.start, mention.i)) else 2
        if owner.get(phrase.stop) == entity:
            return 3
    return _addressed(view, entity) or _beside_verb(view, entity)


def _addressed(view: View, entity: int) -> int:
    """As in "told Vale" (4), "said to Vale", "in a talk with Vale" (5)."""
    owner, cue = view.situation.stage.discourse.owner, view.situation.quote.cue
    for child in cue.children if cue is not None else ():
        if child.dep_ in ("dobj", "dative", "pobj") and owner.get(child.i) == entity:
            return 4
        if child.dep_ in ("prep", "dative") and any(owner.get(word.i) == entity for word in child.children):
            return 5
    return 0


def _beside_verb(view: View, entity: int) -> int:
    """Another part of the clause whose subject the mention is: "when Vale asked, he said" has none."""
    stage, mention = view.situation.stage, view.situation.mention
    if mention is None or mention.dep_ not in SUBJECTS:
        return 0
    near = stage.last_before(entity, view.at)
    return 6 if near is not None and stage.head(entity, near).head.i == mention.head.i else 0


def _said_of(view: View, entity: int) -> int:
    """Named inside the quotation itself, as its speaker hardly is: 1 between marks, 2 in reported speech."""
    if not view.situation.stage.mentioned_within(entity, view.first, view.last + 1):
        return 0
    return 1 if view.marked else 2


def _later(view: View, entity: int) -> int:
    """How soon it is named again."""
    stage = view.situation.stage
    following = stage.first_from(entity, max(view.at + 1, view.phrase.stop))
    if following is None:
        return 0
    return 1 + binned(stage.discourse.sentence_of[following] - view.sentence, (0, 1, 3, 8))


def _name(view: View, entity: int) -> int:
    """Whether the mention's word is a name of it: as the names were sorted, or one that others bear too."""
    who = view.situation.stage.discourse.entities[entity]
    if view.owner == entity:
        return 1 if view.full else 2
    if not view.noun or view.pronoun or not who.named:
        return 0
    if any(name.surname == view.noun for name in who.names):
        return 3
    if any(view.noun in name.given for name in who.names):
        return 4
    words = [names.fold(word) for word in who.name.split()]
    if view.noun == words[-1]:
        return 5
    if view.noun in words:
        return 6
    if len(view.noun) > 1 and view.noun == initials(who.name):
        return 7
    return 8 if view.content and any(stem(word) in view.content for word in words) else 0


def _role(view: View, entity: int) -> list[int]:
    """Whether it is called by the mention's noun, by the words before it, is known for the others; has any role."""
    stage = view.situation.stage
    named = entity < len(stage.discourse.called)
    called = stage.discourse.called[entity] if named else frozenset[str]()
    known = stage.known_for[entity]
    has = (1 if stage.discourse.roles[entity].best else 2) if named else 0
    if view.owner is not None or view.pronoun or not view.noun:
        return [0, 0, 0, has]
    head = 1 if view.noun in called else 2 if stem(view.noun) in known else 3 if has == 1 else 4 if named else 5
    return [head, _share(view.modifiers, called, known), _known_share(view, known), has]


def _share(words: frozenset[str], called: frozenset[str], known: frozenset[str]) -> int:
    if not words:
        return 0
    if words <= called:
        return 1
    shared = sum(stem(word) in known for word in words)
    return 2 if shared == len(words) else 3 if shared else 4


def _known_share(view: View, known: frozenset[str]) -> int:
    if not view.content:
        return 0
    return 1 + binned(len(view.content & known) / len(view.content), (0, 0.45, 0.99))


def _salience(view: View, entity: int) -> list[int]:
    """How often it is named, its rank by that, and how early it comes."""
    stage = view.situation.stage
    starts = stage.starts[entity]
    return [
        binned(len(starts), (0, 1, 2, 4, 8, 16)),
        binned(stage.by_length[entity], (0, 1, 2, 5)),
        binned(stage.discourse.sentence_of[starts[0]], (1, 3, 8, 20)) + 1 if starts else 0,
    ]


def _number(view: View, entity: int) -> int:
    """One or several: 1 to 3 where the mention is of several, 4 and 5 where it is of one."""
    mention, who = view.situation.mention, view.situation.stage.discourse.entities[entity]
    if mention is None or view.owner is not None:
        return 0
    if mention.tag_ in PLURAL or view.pronoun == "they":
        return 3 if who.plural else 1 if who.kind == "person" else 2
    return 5 if who.plural else 4


def _own_description(view: View, entity: int) -> int:
    """Whether it is the source that the mention itself describes, new or heard before; or another without a name."""
    discourse, mention = view.situation.stage.discourse, view.situation.mention
    if discourse.entities[entity].named and entity < len(discourse.called):
        return 0
    if mention is not None and discourse.sources.get(mention.i) == entity:
        return 2 if entity in view.situation.history.heard.values() else 1
    return 3


def _since_last_turn(view: View, entity: int) -> int:
    """Whether it was mentioned after the last quote's source."""
    turns, last = view.situation.history.turns, view.latest.get(entity)
    if last is None or not turns:
        return 0
    return 1 if last > turns[-1].at else 2


def _kin(view: View, entity: int) -> int:
    """Whether it is known for what the mention's phrase names: "the BJP leader" for one introduced as of the BJP."""
    if view.owner is not None or not view.phrase:
        return 0
    stage = view.situation.stage
    owners = {stage.discourse.owner[i] for i in view.phrase if i in stage.discourse.owner}
    if not owners:
        return 0
    if entity in owners:
        return 1
    named = {stem(word) for n in owners for word in stage.discourse.entities[n].name.split()}
    return 2 if named & stage.known_for[entity] else 3
