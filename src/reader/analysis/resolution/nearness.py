"""How near somebody is to a mention: who spoke, who was named how far back and how stood, each as a small number."""

from bisect import bisect_left

from reader.analysis.resolution import parties
from reader.analysis.resolution.bins import GRAMMAR, SUBJECTS, binned
from reader.analysis.resolution.surroundings import Surroundings

# The columns, with the number of values that each can take; 0 is nothing to tell, or nobody.
COLUMNS = {
    "rule rank": 5, "turns ago": 8, "spoke": 6, "paragraphs since speaking": 6, "same word": 4, "last chance": 6,
    "word chance": 6, "sentences ago": 10, "recency": 7, "paragraphs ago": 6,
    "stood as": len(set(GRAMMAR.values())) + 1, "stood in marks": 2, "opened sentence": 3, "ruled sentence": 3,
    "beside": 8, "said of": 3, "dead": 3, "comes later": 6, "often": 7, "rank": 5, "first": 6,
    "since last turn": 3, "ruled paragraph": 4,
}  # fmt: skip

# Where a chance of an earlier choice is laid into bins.
_CHANCES = (0.02, 0.2, 0.5, 0.8)


def nearness(around: Surroundings, entity: int) -> list[int]:
    """How near an entity is, in the columns of `COLUMNS`."""
    return [
        _rule_rank(around, entity),
        *_history(around, entity),
        *_chances(around, entity),
        *_distance(around, entity),
        *_last_mention(around, entity),
        _beside(around, entity),
        _said_of(around, entity),
        _dead(around, entity),
        _later(around, entity),
        *_salience(around, entity),
        _since_last_turn(around, entity),
        1 if entity == around.led[0] else 2 if entity == around.led[1] else 3,
    ]


def _rule_rank(around: Surroundings, entity: int) -> int:
    ranked = dict.fromkeys(one.entity for one in around.situation.found)
    return next((min(n, 3) + 1 for n, one in enumerate(ranked) if one == entity), 0)


def _history(around: Surroundings, entity: int) -> list[int]:
    """Turns ago, how often it spoke, paragraphs since, and whom the same word meant last."""
    turns = around.situation.history.turns
    ago = [n for n, turn in enumerate(reversed(turns)) if turn.entity == entity]
    same = next((turn.entity for turn in reversed(turns) if turn.word and turn.word == around.noun), None)
    told = 0 if same is None else 1 if same == entity else 2
    if not ago:
        return [1 if turns else 0, 0, 0, told]
    apart = around.paragraph_of(around.first) - around.paragraph_of(min(turns[-1 - ago[0]].at, around.first))
    return [
        2 + binned(ago[0], (0, 1, 2, 4, 8)),
        1 + binned(len(ago), (1, 2, 4, 8)),
        1 + binned(apart, (0, 1, 2, 5)),
        told,
    ]


def _chances(around: Surroundings, entity: int) -> list[int]:
    """How likely it was this one who spoke last, and whom the same word meant last: a guess may have been wrong."""
    turns = around.situation.history.turns
    same = next((turn for turn in reversed(turns) if turn.word and turn.word == around.noun), None)
    last = turns[-1] if turns else None
    return [1 + binned(turn.chance(entity), _CHANCES) if turn is not None else 0 for turn in (last, same)]


def _distance(around: Surroundings, entity: int) -> list[int]:
    """Sentences, rank among its sort, and paragraphs since the last mention."""
    last = around.latest.get(entity)
    if last is None:
        return [0, 0, 0]
    sentences = around.sentence - around.situation.stage.discourse.sentence_of[last]
    paragraphs = around.paragraph_of(around.at) - around.paragraph_of(last)
    recency = around.recency.get(entity)
    return [
        1 + binned(sentences, (0, 1, 2, 3, 5, 9, 19, 40)),
        1 + binned(recency, (0, 1, 2, 4, 7)) if recency is not None else 0,
        1 + binned(paragraphs, (0, 1, 2, 4)),
    ]


def _last_mention(around: Surroundings, entity: int) -> list[int]:
    """How the last mention stands: grammar, in marks, whether it is the first name of its sentence and rules it."""
    last = around.latest.get(entity)
    if last is None:
        return [0, 0, 0, 0]
    stage = around.situation.stage
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


def _beside(around: Surroundings, entity: int) -> int:
    """Named in the mention's own phrase, before (1) or behind its noun (2), or right after (3); at the cue (4 to 7)."""
    stage, mention, phrase = around.situation.stage, around.situation.mention, around.phrase
    owner = stage.discourse.owner
    if mention is not None and around.owner is None:
        if stage.mentioned_within(entity, phrase.start, phrase.stop):
            return 1 if any(owner.get(i) == entity for i in range(phrase.start, mention.i)) else 2
        if owner.get(phrase.stop) == entity:
            return 3
    return _addressed(around, entity) or _beside_verb(around, entity)


def _addressed(around: Surroundings, entity: int) -> int:
    """As in "told Vale" (4), "said to Vale", "in a talk with Vale" (5)."""
    owner, cue = around.situation.stage.discourse.owner, around.situation.quote.cue
    for child in cue.children if cue is not None else ():
        if child.dep_ in ("dobj", "dative", "pobj") and owner.get(child.i) == entity:
            return 4
        if child.dep_ in ("prep", "dative") and any(owner.get(word.i) == entity for word in child.children):
            return 5
    return 0


def _beside_verb(around: Surroundings, entity: int) -> int:
    """Another part of the clause whose subject the mention is: "when Vale asked, he said" has none."""
    mention = around.situation.mention
    head = parties.before_subject(around.situation.stage, entity, mention) if mention is not None else None
    if mention is None or head is None:
        return 0
    return 6 if head.head.i == mention.head.i else 7 if parties.is_party(head, mention.head) else 0


def _said_of(around: Surroundings, entity: int) -> int:
    """Named inside the quotation itself, as its speaker hardly is: 1 between marks, 2 in reported speech."""
    if not around.situation.stage.mentioned_within(entity, around.first, around.last + 1):
        return 0
    return 1 if around.marked else 2


def _dead(around: Surroundings, entity: int) -> int:
    """Whether the text says that somebody is dead: 1, or 2 where he is quoted all the same."""
    if entity not in around.situation.stage.dead:
        return 0
    return 2 if any(turn.entity == entity for turn in around.situation.history.turns) else 1


def _later(around: Surroundings, entity: int) -> int:
    """How soon it is named again."""
    stage = around.situation.stage
    following = stage.first_from(entity, max(around.at + 1, around.phrase.stop))
    if following is None:
        return 0
    return 1 + binned(stage.discourse.sentence_of[following] - around.sentence, (0, 1, 3, 8))


def _salience(around: Surroundings, entity: int) -> list[int]:
    """How often it is named, its rank by that, and how early it comes."""
    stage = around.situation.stage
    starts = stage.starts[entity]
    return [
        binned(len(starts), (0, 1, 2, 4, 8, 16)),
        binned(stage.by_length[entity], (0, 1, 2, 5)),
        binned(stage.discourse.sentence_of[starts[0]], (1, 3, 8, 20)) + 1 if starts else 0,
    ]


def _since_last_turn(around: Surroundings, entity: int) -> int:
    """Whether it was mentioned after the last quote's source."""
    turns, last = around.situation.history.turns, around.latest.get(entity)
    if last is None or not turns:
        return 0
    return 1 if last > turns[-1].at else 2
