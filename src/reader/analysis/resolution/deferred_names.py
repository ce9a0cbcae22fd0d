"""Late names: somebody who speaks by role in one sentence and is named in the next, as wire copy likes to do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.discourse import Discourse
from reader.analysis.entities import role_words
from reader.analysis.entities.noun_phrases import is_definite, noun_phrase
from reader.analysis.resolution.resolve import Given
from reader.lexicon.persons import UNNAMED_SOURCES

# The name comes in the same paragraph or the next: this many sentences on at the most.
_SENTENCES = 3
# In the lede even "a former chairman" is the person whom the next paragraph names; further down it may be anybody. A
# headline may stand before it.
_LEDE = 3
# A description is shown as a role where it is as sure as this that it means the person.
_SURE = 0.8


class Introduced(NamedTuple):
    """Quotes given anew, and the roles that people were introduced by, by their entity's number."""

    given: tuple[Given, ...]
    roles: dict[int, str]


def introduced(discourse: Discourse, given: Sequence[Given]) -> Introduced:
    """Give the quotes of a role to the person named right after it.

    "Corvane's Foreign Ministry spokesman said the talks will go on. Iven Sorrell suggested …": one man. Only where the
    role stands alone, is one person's, and the name is new there and comes without a role of its own.
    """
    named: dict[int, int] = {}
    for one, other in pairwise(given):
        if one.speaker and other.speaker and _is_introduction(discourse, one.speaker.entity, other.speaker.entity):
            named[one.speaker.entity] = other.speaker.entity
    roles = {person: discourse.entities[role].mentions[0].text for role, person in named.items()}
    return Introduced(tuple(_renamed(each, named) for each in given), {**_described(discourse, given), **roles})


def _described(discourse: Discourse, given: Sequence[Given]) -> dict[int, str]:
    """What people are called where they speak without their name: "The Corvane leader said …", of Teo Brandt."""
    found: dict[int, str] = {}
    for quote, speaker, *_ in given:
        if speaker is None or quote.source is None or speaker.sure < _SURE or speaker.entity in found:
            continue
        who, head = discourse.entities[speaker.entity], quote.source
        if not who.named or who.kind != "person" or head.i in discourse.owner or head.tag_ != "NN":
            continue
        if is_definite(head) and role_words.is_persons(head):
            start, end = noun_phrase(head)
            found[speaker.entity] = discourse.doc[start:end].text
    return found


def _renamed(given: Given, named: dict[int, int]) -> Given:
    speaker = given.speaker
    if speaker is None or speaker.entity not in named:
        return given
    return given._replace(speaker=speaker._replace(entity=named[speaker.entity]))


def _is_introduction(discourse: Discourse, first: int, second: int) -> bool:
    role, person = discourse.entities[first], discourse.entities[second]
    if role.named or role.plural or role.kind != "person" or not person.named or person.kind != "person":
        return False
    name = person.mentions[0].start
    before = [mention.start for mention in role.mentions if mention.start < name]
    if len(before) != 1 or discourse.roles[second].best is not None:
        return False
    described = before[0]
    near = 0 < discourse.sentence_of[name] - discourse.sentence_of[described] <= _SENTENCES
    indefinite = described > 0 and discourse.doc[described - 1].lower_ in ("a", "an")
    lede = discourse.sentence_of[described] < _LEDE and not UNNAMED_SOURCES & {
        word.lower() for word in role.name.split()
    }
    return near and (lede or not indefinite)
