"""Late names: somebody who speaks by role in one sentence and is named in the next, as wire copy likes to do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from reader.analysis.entities import roles
from reader.analysis.entities.coreference import Stage
from reader.analysis.entities.speakers import Speaker
from reader.lexicon.persons import UNNAMED_SOURCES

Candidate = TypeVar("Candidate")

# The name comes in the same paragraph or the next: this many sentences on at the most.
_SENTENCES = 3
# In the lede even "a former chairman" is the person whom the next paragraph names; further down it may be anybody. A
# headline may stand before it.
_LEDE = 3


def introduced(
    stage: Stage, given: Sequence[tuple[Candidate, Speaker | None]]
) -> list[tuple[Candidate, Speaker | None]]:
    """Give the quotes of a role to the person named right after it.

    "Corvane's Foreign Ministry spokesman said the talks will go on. Iven Sorrell suggested …": one man. Only where the
    role stands alone, is one person's, and the name is new there and comes without a role of its own.
    """
    named: dict[int, int] = {}
    for (_, first), (_, second) in pairwise(given):
        if first and second and _is_introduction(stage, first.entity, second.entity):
            named[first.entity] = second.entity
            described = stage.entities[first.entity]
            stage.entities[second.entity].role = described.mentions[0].text
    return [(candidate, _renamed(speaker, named)) for candidate, speaker in given]


def _renamed(speaker: Speaker | None, named: dict[int, int]) -> Speaker | None:
    return speaker._replace(entity=named[speaker.entity]) if speaker and speaker.entity in named else speaker


def _is_introduction(stage: Stage, first: int, second: int) -> bool:
    role, person = stage.entities[first], stage.entities[second]
    if (
        first == second
        or not role.unnamed
        or role.plural
        or person.unnamed
        or person.kind != "person"
        or role.kind != "person"
    ):
        return False
    said, name = role.mentions[-1].start, person.mentions[0].start
    near = 0 < stage.sentence_of[name] - stage.sentence_of[said] <= _SENTENCES
    indefinite = stage.doc[role.mentions[0].start - 1].lower_ in ("a", "an") if role.mentions[0].start else False
    lede = stage.sentence_of[said] < _LEDE and not UNNAMED_SOURCES & {word.lower() for word in role.name.split()}
    return near and (lede or not indefinite) and len(role.mentions) == 1 and roles.find(stage.doc, person) is None
