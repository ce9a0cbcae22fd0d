"""How near somebody is to a mention: who spoke, who was named how far back and how stood, each as a small number."""

from bisect import bisect_left

from reader.analysis.resolution.bins import GRAMMAR, SUBJECTS, binned
from reader.analysis.resolution.view import View

# The columns, with the number of values that each can take; 0 is nothing to tell, or nobody.
COLUMNS = {
    "rule rank": 5, "turns ago": 8, "spoke": 6, "paragraphs since speaking": 6, "same word": 4, "last chance": 6,
    "word chance": 6, "sentences ago": 10, "recency": 7, "paragraphs ago": 6,
    "stood as": len(set(GRAMMAR.values())) + 1, "stood in marks": 2, "opened sentence": 3, "ruled sentence": 3,
    "beside": 7, "said of": 3, "comes later": 6, "often": 7, "rank": 5, "first": 6, "since last turn": 3,
    "ruled paragraph": 4,
}  # fmt: skip

# Where a chance of an earlier choice is laid into bins.
_CHANCES = (0.02, 0.2, 0.5, 0.8)


def nearness(view: View, entity: int) -> list[int]:
    """How near an entity is, in the columns of `COLUMNS`."""
    return [
        _rule_rank(view, entity),
        *_history(view, entity),
        *_chances(view, entity),
        *_distance(view, entity),
        *_last_mention(view, entity),
        _beside(view, entity),
        _said_of(view, entity),
        _later(view, entity),
        *_salience(view, entity),
        _since_last_turn(view, entity),
        1 if entity == view.led[0] else 2 if entity == view.led[1] else 3,
    ]


def _rule_rank(view: View, entity: int) -> int:
    ranked = dict.fromkeys(one.entity for one in view.situation.found)
    return next((min(n, 3) + 1 for n, one in enumerate(ranked) if one == entity), 0)


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


def _chances(view: View, entity: int) -> list[int]:
    """How likely it was this one who spoke last, and whom the same word meant last: a guess may have been wrong."""
    turns = view.situation.history.turns
    same = next((turn for turn in reversed(turns) if turn.word and turn.word == view.noun), None)
    last = turns[-1] if turns else None
    return [1 + binned(turn.chance(entity), _CHANCES) if turn is not None else 0 for turn in (last, same)]


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


def _salience(view: View, entity: int) -> list[int]:
    """How often it is named, its rank by that, and how early it comes."""
    stage = view.situation.stage
    starts = stage.starts[entity]
    return [
        binned(len(starts), (0, 1, 2, 4, 8, 16)),
        binned(stage.by_length[entity], (0, 1, 2, 5)),
        binned(stage.discourse.sentence_of[starts[0]], (1, 3, 8, 20)) + 1 if starts else 0,
    ]


def _since_last_turn(view: View, entity: int) -> int:
    """Whether it was mentioned after the last quote's source."""
    turns, last = view.situation.history.turns, view.latest.get(entity)
    if last is None or not turns:
        return 0
    return 1 if last > turns[-1].at else 2
