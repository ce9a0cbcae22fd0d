"""By which name to show whom a pronoun means that opens a sentence, and which sentences lean on one that nobody tells.

Whom a pronoun means is told by the mentions of the actors; this module only asks how sure that is.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.entities import names
from reader.analysis.resolution.certainty import Mentioned, by_sentence
from reader.lexicon.function_words import INTRODUCING
from reader.lexicon.persons import TITLES
from reader.lexicon.pronouns import POSSESSIVES
from reader.model import Actor, Quote, Span

# A pronoun that opens a sentence, and an "also" or "then" that leans on the one before. "He's" cannot be parted from
# its verb, and the comma of "He, too," would be left standing. "They" are more often several people than one company.
_OPENING = re.compile(r"(He|She|It|His|Her|Its)(?:\s+(?:also|then))?\s+(?=\w)")
# A sentence of somebody's own, in a quotation whose marks were lost.
_OWN = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_BEFORE_MARKS = re.compile(r"[^\"“‘]*")
# A name stands for a pronoun only where that leaves no doubt: a choice by distance alone never reaches this.
_SURE = 0.95

# An introduction, and the pronoun it leads to: "In a lecture in 2009 she", "When he returned,", "By his count". No
# comma and no verb of the news says where such a phrase ends; a dozen words are enough for any.
_LEADING_TO_PRONOUN = re.compile(
    rf"(?:{'|'.join(sorted(word.capitalize() for word in INTRODUCING))})\b"
    r"(?:[ ,]+[\w’'$%.-]+){0,12}?[ ,]+(?:he|she|his|her)\b"
)


class Pronoun(NamedTuple):
    """A pronoun that opens a sentence: where what follows it starts, whom it means, whether it is a possessive."""

    rest: int
    actor: Actor
    possessive: bool


def pronouns(
    text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]
) -> dict[int, Pronoun]:
    """Find the sentences that open with a pronoun whose actor is sure, by their index.

    "Alloush left Astana. He also called for talks." -> 1: Alloush, from "called" on.
    """
    opening = {mention.start: actor for mention, actor in _sure(actors)}
    inside = [quote for quote in quotes if quote.kind == "direct"]
    found: dict[int, Pronoun] = {}
    for i, sentence in enumerate(sentences):
        word = _OPENING.match(text, sentence.start, sentence.end)
        meant = opening.get(sentence.start)
        if not word or not meant or any(q.start <= sentence.start < q.end for q in inside):
            continue
        # "She found it funny, Moss said" may be of Moss or of another; a name before it would be there twice.
        if any(m.kind == "name" and sentence.start < m.start < sentence.end for m in meant.mentions):
            continue
        told = _BEFORE_MARKS.match(text, sentence.start, sentence.end)
        if not (told and _OWN.search(told[0])):
            found[i] = Pronoun(word.end(), meant, word[1].lower() in POSSESSIVES)
    return found


def _sure(actors: Sequence[Actor]) -> Iterator[Mentioned]:
    """The pronouns of the named that leave no doubt."""
    for actor in actors:
        for mention in actor.mentions:
            if actor.named and mention.kind == "pronoun" and mention.confidence >= _SURE:
                yield mention, actor


def unnamed_inside(text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]) -> set[int]:
    """Find the sentences with a pronoun further on that nobody in them tells, by their index.

    "The toll will stay, she said." and "In a lecture in 2009 she conceded it." are two; "Moss was tired, she said." and
    "As he wrapped it, Vale spoke." are none, somebody being named.
    """
    present = [
        [(mention, actor) for mention, actor in mentions if mention.kind != "pronoun"]
        for mentions in by_sentence(sentences, actors)
    ]
    starts = [sentence.start for sentence in sentences]
    found = {
        i
        for i, sentence in enumerate(sentences)
        if not any(actor.kind == "person" for _, actor in present[i])
        and _LEADING_TO_PRONOUN.match(text, sentence.start, sentence.end)
    }
    for quote in quotes:
        source = quote.mention
        at = bisect_right(starts, source.start) - 1 if source else -1
        if not source or at < 0 or source.start < quote.start or source.kind != "pronoun":
            continue
        before = {actor.id for mention, actor in present[at] if mention.start < source.start}
        if not (quote.speaker in before if quote.speaker else before):
            found.add(at)
    return found


def shown_name(actor: Actor, actors: Sequence[Actor], *, introduced: bool) -> str:
    """The name to show for an actor: in full, or once a point has that, the short form the article uses most.

    "Mohammed Alloush", then "Alloush". Not a given name alone, not a form that somebody else goes by too, and not the
    capitals of a transcript's label.
    """
    if not introduced:
        return actor.name

    def bare(name: str) -> frozenset[str]:
        """The words of a name without its titles."""
        return frozenset(word for part in name.split() if (word := names.fold(part)) and word not in TITLES)

    parsed = names.parse(actor.name) if actor.kind == "person" else None
    needed = frozenset(parsed.surname.split()) if parsed else frozenset()
    others = {form for other in actors if other.id != actor.id for form in (other.name, *other.aliases)}
    written = [form for form in actor.aliases if not form.isupper()]
    forms = [form for form in written if form not in others and needed <= bare(form) < bare(actor.name)]
    used = Counter(form for form in forms for mention in actor.mentions if mention.text.startswith(form))
    return max(used, key=lambda form: used[form], default=actor.name)


def possessive(name: str) -> str:
    """The possessive of a name: "Moss's", "the Mosses'"."""
    return f"{name}’" if name.endswith("s’") else f"{name}’s"
