"""Which pronouns leave no doubt: of those that open a sentence, where nobody else can be meant.

The choice among antecedents is a guess that is right three times in four or more; a name put in the place of a pronoun
must be right.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from reader.lexicon.pronouns import GENDERED, THIRD_PERSON
from reader.model import Actor, Mention, Quote, Span

# How sure a pronoun is that leaves no doubt, more than any choice by distance gives. From _SURE on the pronoun of a
# quote means its speaker 49 times in 50, of 368; "it" never reaches that, and is taken from the second one on, where it
# was right each time of 7, when only one organisation is near.
CERTAIN = 0.97
_SURE, _SURE_OF_ORGANIZATION = 0.95, 0.75
# From here on a pronoun of the narrative keeps somebody in sight.
_IN_SIGHT = 0.9
# How many sentences back somebody else could be the one who is meant.
_SENTENCES_BACK = 2
_GENITIVE = re.compile(r"[’'](?:s\b)?")
# Somebody of the same gender beside the subject: after "Orme described her as stubborn", "she" is not Orme.
_OBJECTS = {
    "he": re.compile(r"\bhim\b"),
    "she": re.compile(r"\bher(?=\s+(?:as|to|in|on|for|at|with|that|and|of|when|after)\b|[,.;])"),
}

Mentioned = tuple[Mention, Actor]


class _Before(NamedTuple):
    """What stands before a sentence: the one before, the id of who opens it, who is mentioned in the last two."""

    start: int
    text: str
    opened: str | None
    near: list[Mentioned]


def checked(
    text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]
) -> tuple[Actor, ...]:
    """Give the pronouns that open sentences and leave no doubt the confidence `CERTAIN`.

    "Alloush left Astana. He also called for talks.": "He" is Alloush. Sure is who is the only one named in the two
    sentences before and is named in the last, who opens the last, or whom a quote is given to without doubt.

    Args:
        text: the text.
        sentences: its sentences, in order.
        actors: who is mentioned in it, pronouns included.
        quotes: what is given to them.
    """
    certain = _certain(text, sentences, actors, quotes)
    return tuple(
        msgspec.structs.replace(actor, mentions=tuple(_raised(m, certain) for m in actor.mentions)) for actor in actors
    )


def _raised(mention: Mention, certain: set[int]) -> Mention:
    if mention.kind == "pronoun" and mention.start in certain:
        return msgspec.structs.replace(mention, confidence=CERTAIN)
    return mention


def _certain(text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]) -> set[int]:
    """Where the pronouns begin that leave no doubt."""
    heard = {quote.mention.start: quote for quote in quotes if quote.mention}
    present = by_sentence(sentences, actors)
    found: set[int] = set()
    for i, sentence in enumerate(sentences):
        mention, meant = next((one for one in present[i] if one[0].start == sentence.start), (None, None))
        if mention is None or meant is None or mention.kind != "pronoun" or not meant.named:
            continue
        before = _Before(
            start=sentences[i - 1].start if i else 0,
            text=text[sentences[i - 1].start : sentences[i - 1].end] if i else "",
            opened=_opener(text, sentences[i - 1], present[i - 1], found) if i else None,
            near=[mentioned for earlier in present[max(0, i - _SENTENCES_BACK) : i] for mentioned in earlier],
        )
        if _is_sure(mention.text, meant, before, heard.get(sentence.start), text):
            found.add(mention.start)
    return found


def by_sentence(sentences: Sequence[Span], actors: Sequence[Actor]) -> list[list[Mentioned]]:
    """Who is mentioned in each sentence, in order."""
    starts = [sentence.start for sentence in sentences]
    present: list[list[Mentioned]] = [[] for _ in sentences]
    for actor in actors:
        for mention in actor.mentions:
            if sentences and (at := bisect_right(starts, mention.start) - 1) >= 0:
                present[at].append((mention, actor))
    return [sorted(mentions, key=lambda mentioned: mentioned[0].start) for mentions in present]


def _opener(text: str, sentence: Span, mentions: Sequence[Mentioned], certain: set[int]) -> str | None:
    """The id of the actor a sentence opens with, by a name or by a pronoun that is sure."""
    for mention, actor in mentions[:1]:
        if mention.kind == "pronoun":
            return actor.id if mention.start == sentence.start and mention.start in certain else None
        if _GENITIVE.match(text, mention.end):
            return None
        if not re.search(r"\w", text[sentence.start : mention.start]):
            return actor.id
    return None


def _is_sure(word: str, meant: Actor, before: _Before, quote: Quote | None, text: str) -> bool:
    gender = _gender(word)
    if THIRD_PERSON.get(word.lower()) == "they":
        # More often several people than one company.
        return False
    if gender and any(_gender(mention.text) not in (gender, None) for mention in meant.mentions):
        return False
    rivals = [(mention, actor) for mention, actor in before.near if (actor.kind == "person") == (gender is not None)]
    by_name = [(mention, actor) for mention, actor in rivals if mention.kind != "pronoun"]
    named = {actor.id for _, actor in by_name}
    # "Moss's opponent" speaks of somebody else besides Moss; and who was named a sentence further back may have given
    # way to somebody whose name was not taken for one.
    in_person = any(
        actor.id == meant.id and mention.start >= before.start and not _GENITIVE.match(text, mention.end)
        for mention, actor in by_name
    )
    # "The senator broke with his own side. He …": he was not lost from sight in between.
    in_sight = any(
        actor.id == meant.id and mention.start >= before.start and mention.confidence >= _IN_SIGHT
        for mention, actor in rivals
        if mention.kind == "pronoun"
    )
    alone = named == {meant.id} and (in_person or in_sight)
    confidence = quote.confidence if quote and quote.speaker == meant.id else 0.0
    if gender is None:
        return meant.kind != "person" and alone and confidence >= _SURE_OF_ORGANIZATION
    others = {actor.id for mention, actor in rivals if _gender(mention.text) == gender} - {meant.id}
    unrivalled = not others and not _OBJECTS[gender].search(before.text)
    return meant.kind == "person" and (confidence >= _SURE or (unrivalled and (alone or before.opened == meant.id)))


def _gender(word: str) -> str | None:
    """The pronoun a form of "he" or "she" belongs to; None for any other word."""
    return GENDERED.get(word.lower())
