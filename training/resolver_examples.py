"""Articles annotated with who said what -> cases for the resolver: rows of small numbers, and which rows are right.

Each article is read by the program up to the quotes it finds, and those that only the annotators found are added. It is
read a second time with the annotators' quotes and sources alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.analysis import discourse as discourses
from reader.analysis.attribution import quotes_of
from reader.analysis.discourse import Discourse
from reader.analysis.entities import names
from reader.analysis.entities.entity import Entity
from reader.analysis.quotes.candidates import Candidate, candidates
from reader.analysis.quotes.tagger import TaggedSpan
from reader.analysis.resolution import features, rules
from reader.analysis.resolution.history import History
from reader.analysis.resolution.plausible import Situation
from reader.analysis.resolution.resolve import Decision, after, decide, ruled, situation
from reader.analysis.resolution.rules import Resolution
from reader.analysis.resolution.scorer import Scorer
from reader.analysis.resolution.stage import Stage, stem
from reader.lexicon import persons
from reader.lexicon.function_words import OPENERS
from reader.model import Span
from reader.text.document import Document

# A quote is the annotated one when they share this part of the shorter of them.
_SAME = 0.5
_WORDS = re.compile(r"[\w&’'\-]+")
Article = Mapping[str, Any]


class Case(NamedTuple):
    """One mention to resolve: what is seen of each who may be meant, nobody last, and which of these rows are right."""

    rows: NDArray[np.uint8]
    right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Speaker:
    """An annotated speaker.

    Attributes:
        forms: the forms of the name, as words; none of a source without a name.
        others: those of everybody else in the article.
        is_person: whether it is one.
        described: the stems of what a source without a name is called.
    """

    forms: tuple[tuple[str, ...], ...]
    others: frozenset[tuple[str, ...]]
    is_person: bool
    described: frozenset[str]


def speakers(article: Article, quote: Mapping[str, Any]) -> list[Speaker]:
    """Who an annotated quote is given to; several where they speak together, none where nobody could tell."""
    given = quote["speaker"]
    named = [given] if isinstance(given, str) else given or []
    return [_speaker(article, name) for name in named]


def _speaker(article: Article, name: str) -> Speaker:
    if name.startswith("~"):
        return Speaker((), frozenset(), False, frozenset(stems(name)))
    person = next((p for p in article["people"] if p["name"] == name), {})
    others = [form for p in article["people"] if p["name"] != name for form in (p["name"], *p.get("aliases", ()))]
    others += [other for other in article.get("other_people", ()) if other != name]
    return Speaker(
        tuple(_words(form) for form in (name, *person.get("aliases", ()))),
        frozenset(_words(form) for form in others),
        person.get("kind", "person") == "person",
        frozenset(),
    )


def outlet(article: str) -> str:
    """Whose an article is, as its id tells: articles of one outlet are never on both sides of a measurement."""
    if article.startswith("ewn-"):
        return article.rsplit("_", 1)[0]
    return article.split("_", 1)[0]


def _words(text: str) -> tuple[str, ...]:
    words = [names.fold(word) for word in _WORDS.findall(text)]
    while len(words) > 1 and (words[0] in ("the", "a", "an") or words[0] in persons.TITLES):
        words = words[1:]
    return tuple(words)


def stems(text: str) -> Iterator[str]:
    """What is compared of the words of a description."""
    return (stem(word) for word in _WORDS.findall(text) if len(word) > 2 and word.lower() not in OPENERS)


def is_speaker(entity: Entity, speaker: Speaker) -> bool:
    """Whether an entity is an annotated speaker: by its name, which nobody else in the article may bear."""
    if not speaker.forms:
        return (not entity.named or entity.kind != "person") and bool(speaker.described & set(stems(entity.name)))
    shown = _words(entity.name)
    if not shown or shown in speaker.others:
        return False
    if shown in speaker.forms:
        return True
    if not speaker.is_person:
        return entity.kind != "place" and _is_short_for(shown, speaker.forms[0])
    if not entity.named:
        return False
    one, other = names.parse(" ".join(shown)), names.parse(" ".join(speaker.forms[0]))
    if one is None or other is None or not names.may_be_one(one, other):
        return False
    return bool(one.given) or not any(form and form[-1] == shown[-1] for form in speaker.others)


def _is_short_for(shown: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a body goes by fewer words of its name: its last ones, or all but its last."""
    return set(shown) <= set(full) and (shown[-1] == full[-1] or shown == full[:-1])


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated article as the program reads it: the stage, and its quotes with the annotated ones they are."""

    article: Article
    stage: Stage
    quotes: tuple[tuple[Candidate, Article | None], ...]


def reading(article: Article, document: Document, tagged: Sequence[TaggedSpan]) -> Reading:
    """Read an article up to its quotes, with those that only the annotators found.

    Args:
        article: text, quotes, people and other_people, as in the corpora.
        document: the text as it has been read.
        tagged: what the quote tagger finds in it.
    """
    discourse = discourses.read(document)
    found = [(quote, _annotated(article, quote)) for quote in quotes_of(discourse, tagged)]
    known = {id(gold) for _, gold in found}
    missed = [gold for gold in article["quotes"] if id(gold) not in known]
    found += [(quote, gold) for gold in missed for quote in _added(discourse, gold)]
    found.sort(key=lambda pair: pair[0].start)
    heads = [quote.source for quote, _ in found if quote.source is not None]
    return Reading(article, Stage(discourses.with_sources(discourse, heads)), tuple(found))


def cases(read: Reading, learned: Scorer | None = None) -> Iterator[Case]:
    """The mentions of an article that are left to the resolver.

    Args:
        read: the article.
        learned: who decides who has spoken before; without it that is what was truly said.
    """
    history = History()
    for quote, gold in read.quotes:
        seen = situation(read.stage, history, quote)
        meant = speakers(read.article, gold) if gold is not None else []
        right = _right(seen, meant)
        if meant and not ruled(seen):
            yield Case(features.rows(seen).astype(np.uint8), right)
        if learned is not None:
            history = after(seen, decide(seen, learned))
        else:
            history = after(seen, Decision(_truly(seen, right if meant else None), {}))


def _annotated(article: Article, quote: Candidate) -> Mapping[str, Any] | None:
    """The annotated quote that a found one is: the one they share most with."""

    def shared(gold: Mapping[str, Any]) -> int:
        return int(min(quote.end, gold["end"]) - max(quote.start, gold["start"]))

    gold: Mapping[str, Any] | None = max(article["quotes"], key=shared, default=None)
    if gold is None or shared(gold) <= 0:
        return None
    return gold if shared(gold) >= _SAME * min(quote.end - quote.start, gold["end"] - gold["start"]) else None


def _added(discourse: Discourse, gold: Mapping[str, Any]) -> list[Candidate]:
    """An annotated quote as the program would have it; none where the corpus does not say what names the source."""
    return candidates(discourse.document, annotated([gold]), discourse.quoted)[:1]


def annotated(quotes: Sequence[Mapping[str, Any]]) -> list[TaggedSpan]:
    """Annotated quotes as a tagger would give them; those whose corpus does not point to their source are left out."""
    made = []
    for quote in sorted(quotes, key=lambda quote: quote["start"]):
        if "mention" in quote:
            named = () if quote.get("floating") else ("cue", "mention")
            cue, source = (
                Span(*quote[part]) if part in named and quote.get(part) else None for part in ("cue", "mention")
            )
            made.append(TaggedSpan(Span(quote["start"], quote["end"]), cue, source, 1.0, 1.0))
    return made


def _right(seen: Situation, meant: Sequence[Speaker]) -> NDArray[np.bool_]:
    """Which of those who may be meant are right; where none is, the mention's own description, or else nobody."""
    entities = seen.stage.discourse.entities
    right = [any(is_speaker(entities[n], speaker) for speaker in meant) for n in seen.who]
    if not any(right) and seen.mention is not None:
        own = seen.stage.discourse.sources.get(seen.mention.i)
        right = [n == own for n in seen.who]
    return np.array([*right, not any(right)])


def _truly(seen: Situation, right: NDArray[np.bool_] | None) -> Resolution | None:
    """Who truly spoke, as far as the corpus tells, or else whom the rules choose."""
    if right is None:
        return rules.decide(seen.found)
    true = [n for n, is_right in zip(seen.who, right, strict=False) if is_right]
    ruled_first = [one.entity for one in seen.found if one.entity in true]
    return Resolution((ruled_first or true)[0], 1.0) if true else None
