"""Whom the pronoun means that opens a sentence, where the article leaves no doubt, and by which name to show them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.lexicon.function_words import INTRODUCING
from reader.lexicon.persons import TITLES
from reader.lexicon.pronouns import GENDERED, POSSESSIVES, THIRD_PERSON
from reader.model import Actor, Excerpt, Quote, Span

# A pronoun that opens a sentence, and an "also" or "then" that leans on the one before. "He's" cannot be parted from
# its verb, and the comma of "He, too," would be left standing. "They" are more often several people than one company.
_OPENING = re.compile(r"(He|She|It|His|Her|Its)(?:\s+(?:also|then))?\s+(?=\w)")
_GENITIVE = re.compile(r"[’'](?:s\b)?")

# Somebody of the same gender beside the subject: after "Orme described her as stubborn", "she" is not Orme.
_OBJECTS = {
    "he": re.compile(r"\bhim\b"),
    "she": re.compile(r"\bher(?=\s+(?:as|to|in|on|for|at|with|that|and|of|when|after)\b|[,.;])"),
}
# A sentence of somebody's own, in a quotation whose marks were lost.
_OWN = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_BEFORE_MARKS = re.compile(r"[^\"“‘]*")

# An introduction, and the pronoun it leads to: "In a lecture in 2009 she", "When he returned,", "By his count". No
# comma and no verb of the news says where such a phrase ends; a dozen words are enough for any.
_LEADING_TO_PRONOUN = re.compile(
    rf"(?:{'|'.join(sorted(word.capitalize() for word in INTRODUCING))})\b"
    r"(?:[ ,]+[\w’'$%.-]+){0,12}?[ ,]+(?:he|she|his|her)\b"
)

# How many sentences back somebody else could be the one who is meant.
_SENTENCES_BACK = 2
# From this confidence on the speaker of a quote is right 19 times in 20 (docs/quality.md); "it" never reaches it, and
# is taken from the second one on when only one organisation is near.
_SURE, _SURE_OF_ORGANIZATION = 0.9, 0.8

Mentioned = tuple[Excerpt, Actor]


class Pronoun(NamedTuple):
    """A pronoun that opens a sentence: where what follows it starts, whom it means, whether it is a possessive."""

    rest: int
    actor: Actor
    possessive: bool


class _Before(NamedTuple):
    """What stands before a sentence: the one before, the id of who opens it, who is mentioned in the last two."""

    start: int
    text: str
    opened: str | None
    near: list[Mentioned]


def pronouns(
    text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]
) -> dict[int, Pronoun]:
    """Find the sentences that open with a pronoun whose actor is sure, by their index.

    "Alloush left Astana. He also called for talks." -> 1: Alloush, from "called" on. Sure is who is the only one named
    in the two sentences before and is named in the last, who opens the last, or whom a quote is given to without doubt.
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
        told = _BEFORE_MARKS.match(text, sentence.start, sentence.end)
        if told and _OWN.search(told[0]):
            continue
        before = _Before(
            start=sentences[i - 1].start if i else 0,
            text=text[sentences[i - 1].start : sentences[i - 1].end] if i else "",
            opened=_opener(text, sentences[i - 1], present[i - 1], found.get(i - 1)) if i else None,
            near=[mentioned for earlier in present[max(0, i - _SENTENCES_BACK) : i] for mentioned in earlier],
        )
        if _is_sure(opening[1], meant, before, heard.get(sentence.start), text):
            found[i] = Pronoun(opening.end(), meant, opening[1].lower() in POSSESSIVES)
    return found


def unnamed_inside(text: str, sentences: Sequence[Span], actors: Sequence[Actor], quotes: Sequence[Quote]) -> set[int]:
    """Find the sentences with a pronoun further on that nobody in them tells, by their index.

    "The toll will stay, she said." and "In a lecture in 2009 she conceded it." are two; "Moss was tired, she said." and
    "As he wrapped it, Vale spoke." are none, somebody being named.
    """
    present = [
        [(mention, actor) for mention, actor in mentions if not _is_pronoun(mention.text)]
        for mentions in _present(sentences, actors)
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
        if not source or at < 0 or source.start < quote.start or not _is_pronoun(source.text):
            continue
        before = {actor.id for mention, actor in present[at] if mention.start < source.start}
        if not (quote.speaker in before if quote.speaker else before):
            found.add(at)
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
        if _is_pronoun(mention.text) or _GENITIVE.match(text, mention.end):
            return None
        if not re.search(r"\w", text[sentence.start : mention.start]):
            return actor.id
    return None


def _is_sure(word: str, meant: Actor, before: _Before, quote: Quote | None, text: str) -> bool:
    gender = _gender(word)
    if gender and any(_gender(mention.text) not in (gender, None) for mention in meant.mentions):
        return False
    rivals = [(mention, actor) for mention, actor in before.near if (actor.kind == "person") == (gender is not None)]
    by_name = [(mention, actor) for mention, actor in rivals if not _is_pronoun(mention.text)]
    named = {actor.id for _, actor in by_name}
    # "Moss's opponent" speaks of somebody else besides Moss; and who was named a sentence further back may have given
    # way to somebody whose name was not taken for one.
    in_person = any(
        actor.id == meant.id and mention.start >= before.start and not _GENITIVE.match(text, mention.end)
        for mention, actor in by_name
    )
    alone = named == {meant.id} and in_person
    confidence = quote.confidence if quote and quote.speaker == meant.id else 0.0
    if gender is None:
        return meant.kind != "person" and alone and confidence >= _SURE_OF_ORGANIZATION
    others = {actor.id for mention, actor in rivals if _gender(mention.text) == gender} - {meant.id}
    unrivalled = not others and not _OBJECTS[gender].search(before.text)
    return meant.kind == "person" and (confidence >= _SURE or (unrivalled and (alone or before.opened == meant.id)))


def _gender(word: str) -> str | None:
    """The pronoun a form of "he" or "she" belongs to; None for any other word."""
    return GENDERED.get(word.lower())


def _is_pronoun(word: str) -> bool:
    return word.lower() in THIRD_PERSON


def shown_name(actor: Actor, actors: Sequence[Actor], *, introduced: bool) -> str:
    """The name to show for an actor: in full, or once a point has that, the short form the article uses most.

    "Mohammed Alloush", then "Alloush". Not a given name alone, and not a form that somebody else goes by too.
    """
    if not introduced:
        return actor.name
    from reader.analysis.entities import names  # brings spaCy, which the command line must not load

    def bare(name: str) -> frozenset[str]:
        """The words of a name without its titles."""
        return frozenset(word for part in name.split() if (word := names.fold(part)) and word not in TITLES)

    parsed = names.parse(actor.name) if actor.kind == "person" else None
    needed = frozenset(parsed.surname.split()) if parsed else frozenset()
    others = {form for other in actors if other.id != actor.id for form in (other.name, *other.aliases)}
    forms = [form for form in actor.aliases if form not in others and needed <= bare(form) < bare(actor.name)]
    used = Counter(form for form in forms for mention in actor.mentions if mention.text.startswith(form))
    return max(used, key=lambda form: used[form], default=actor.name)


def possessive(name: str) -> str:
    """The possessive of a name: "Moss's", "the Mosses'"."""
    return f"{name}’" if name.endswith("s’") else f"{name}’s"
