"""Whom the pronoun means that opens a sentence, where the article leaves no doubt, and by which name to show them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis import names
from reader.model import Actor, Excerpt, Quote, Span

# A pronoun that opens a sentence, and an "also" or "then" that leans on the one before. "He's" cannot be parted from
# its verb, and the comma of "He, too," would be left standing.
_OPENING = re.compile(r"(He|She|It|They|His|Her|Its|Their)(?:\s+(?:also|then))?\s+(?=\w)")
_POSSESSIVES = frozenset({"His", "Her", "Its", "Their"})
_OF_ONE_PERSON = frozenset({"He", "She", "His", "Her"})
_POSSESSIVE_ENDING = re.compile(r"[’'](?:s\b)?")
_PRONOUN = re.compile(r"(?:he|him|his|she|hers?|they|them|their|it|its)(?:self|selves)?", re.IGNORECASE)

# How many sentences back somebody else could be the one who is meant.
_SENTENCES_BACK = 2
# From this confidence on the speaker of a quote is right 19 times in 20 (docs/quality.md); "it" and "they" never reach
# it, and are taken from here on when only one organisation is near.
_SURE, _SURE_OF_ORGANIZATION = 0.9, 0.8

Mentioned = tuple[Excerpt, Actor]


class Pronoun(NamedTuple):
    """A pronoun that opens a sentence: where what follows it starts, whom it means, whether it is a possessive."""

    rest: int
    actor: Actor
    possessive: bool


def pronouns(
    text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]
) -> dict[int, Pronoun]:
    """Find the sentences that open with a pronoun whose actor is sure, by their index.

    "Alloush left Astana. He also called for talks." -> 1: Alloush, from "called" on. Sure is who is the only one named
    in the two sentences before, who opens the one before, or whom a quote is given to without doubt.
    """
    heard = {quote.mention.start: quote for quote in quotes if quote.mention}
    inside = [quote for quote in quotes if quote.kind == "direct"]
    present = _present(sentences, actors)
    found: dict[int, Pronoun] = {}
    for i, sentence in enumerate(sentences):
        opening = _OPENING.match(text, sentence.start, sentence.end)
        meant = next((actor for mention, actor in present[i] if mention.start == sentence.start), None)
        if not opening or not meant or not meant.named or any(q.start <= sentence.start < q.end for q in inside):
            continue
        opens_before = i > 0 and _opener(text, sentences[i - 1], present[i - 1], found.get(i - 1)) == meant.id
        near = [
            mentioned for sentence_before in present[max(0, i - _SENTENCES_BACK) : i] for mentioned in sentence_before
        ]
        if _is_sure(text, opening[1], meant, near, heard.get(sentence.start), opens_before=opens_before):
            found[i] = Pronoun(opening.end(), meant, opening[1] in _POSSESSIVES)
    return found


def _present(sentences: Sequence[Span], actors: Sequence[Actor]) -> list[list[Mentioned]]:
    """Who is mentioned in each sentence, in order."""
    starts = [sentence.start for sentence in sentences]
    present: list[list[Mentioned]] = [[] for _ in sentences]
    for actor in actors:
        for mention in actor.mentions:
            if sentences and (at := bisect_right(starts, mention.start) - 1) >= 0:
                present[at].append((mention, actor))
    return [sorted(mentions, key=lambda mentioned: mentioned[0].start) for mentions in present]


def _opener(text: str, sentence: Span, mentions: Sequence[Mentioned], pronoun: Pronoun | None) -> str | None:
    """The id of the actor a sentence opens with, by a name or by a pronoun that is sure."""
    if pronoun:
        return pronoun.actor.id
    for mention, actor in mentions[:1]:
        if not _PRONOUN.fullmatch(mention.text) and not re.search(r"\w", text[sentence.start : mention.start]):
            return actor.id
    return None


def _is_sure(
    text: str, word: str, meant: Actor, near: Sequence[Mentioned], quote: Quote | None, *, opens_before: bool
) -> bool:
    person = word in _OF_ONE_PERSON
    named = [
        (actor.id, not _POSSESSIVE_ENDING.match(text, mention.end))
        for mention, actor in near
        if (actor.kind == "person") == person and not _PRONOUN.fullmatch(mention.text)
    ]
    # "Moss's opponent" speaks of somebody else besides Moss.
    alone = {actor for actor, _ in named} == {meant.id} and any(in_person for _, in_person in named)
    confidence = quote.confidence if quote and quote.speaker == meant.id else 0.0
    if person:
        return meant.kind == "person" and (alone or opens_before or confidence >= _SURE)
    return meant.kind != "person" and alone and confidence >= _SURE_OF_ORGANIZATION


def shown_name(actor: Actor, actors: Sequence[Actor], *, introduced: bool) -> str:
    """The name to show for an actor: in full, or once a point has that, the short form the article uses most.

    "Mohammed Alloush", then "Alloush". A form that somebody else goes by too is not used.
    """
    if not introduced:
        return actor.name
    known = _bare(actor.name)
    others = {form for other in actors if other.id != actor.id for form in (other.name, *other.aliases)}
    forms = [form for form in actor.aliases if form not in others and _bare(form) < known]
    used = Counter(form for form in forms for mention in actor.mentions if mention.text.startswith(form))
    return max(used, key=lambda form: used[form], default=actor.name)


def _bare(name: str) -> frozenset[str]:
    """The words of a name without its titles."""
    return frozenset(word for part in name.split() if (word := names.fold(part)) and word not in names.TITLES)
