"""Entities and candidates -> the actors and quotes of an analysis, as everybody sees them."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis import calibration, relations
from reader.analysis.entities import entities, roles, speakers
from reader.analysis.entities.coreference import Stage, antecedent, pronoun_kind
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.speakers import Speaker
from reader.analysis.quotes import spans
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.lexicon.cues import speech_act
from reader.model import Actor, Excerpt, Quote


class Attributed(NamedTuple):
    """The actors and quotes of one document, what could not be decided, and the names that it was decided with."""

    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    names: tuple[NameMention, ...] = ()


def _excerpt(doc: Doc, text: str, start: int, end: int) -> Excerpt:
    span = doc[start:end]
    return Excerpt(span.start_char, span.end_char, text[span.start_char : span.end_char])


def _cue(doc: Doc, text: str, token: Token | None) -> Excerpt | None:
    if token is None:
        return None
    end = token.i + 2 if token.lower_ == "according" and token.i + 1 < len(doc) else token.i + 1
    return _excerpt(doc, text, token.i, end)


def _mention(stage: Stage, text: str, token: Token | None) -> Excerpt | None:
    """The span that names who: a name with the role in front of it, a noun phrase, or a pronoun."""
    if token is None:
        return None
    who = stage.owner.get(token.i)
    name = (
        next((m for m in stage.entities[who].mentions if m.start <= token.i < m.end), None) if who is not None else None
    )
    start, end = speakers.noun_phrase(token)
    if name is not None:
        start, end = min(start, name.start), name.end
    return _excerpt(stage.doc, text, start, end)


def published(
    text: str,
    stage: Stage,
    marked: Sequence[QuotedSpan],
    given: Sequence[tuple[Candidate, Speaker | None]],
    byline: Sequence[str],
) -> Attributed:
    """Make the actors and quotes that everybody sees.

    Actors are the people and organisations named, and whoever is quoted; writers of the byline only when quoted.
    """
    called = _called(stage, given)
    quoted = {speaker.entity for _, speaker in given if speaker}
    actors: list[Actor] = []
    ids: dict[int, str] = {}
    for n, entity in enumerate(stage.entities):
        if n not in quoted and (entity.kind == "place" or entity.unnamed or entity.name in byline):
            continue
        ids[n] = f"a{len(actors) + 1}"
        actors.append(_actor(stage, text, n, ids[n], called.get(n, set())))
    quotes: list[Quote] = []
    for candidate, speaker in given:
        cue, mention = _cue(stage.doc, text, candidate.cue), _mention(stage, text, candidate.source)
        beside = [(e.start, e.end) for e in (cue, mention) if e]
        quotes.append(
            Quote(
                start=candidate.start,
                end=candidate.end,
                text=text[candidate.start : candidate.end],
                id=f"q{len(quotes) + 1}",
                kind="direct" if candidate.turn else spans.kind(candidate.start, candidate.end, marked, beside),
                cue=cue,
                speech_act=speech_act([candidate.cue.lemma_.lower()] if candidate.cue is not None else []),
                mention=mention,
                speaker=ids[speaker.entity] if speaker else None,
                confidence=calibration.confidence(candidate.chance, speaker.sure) if speaker else 0.0,
            )
        )
    lemmas = [candidate.cue.lemma_.lower() if candidate.cue is not None else "" for candidate, _ in given]
    return Attributed(tuple(actors), relations.related(quotes, actors, lemmas), ())


def _called(stage: Stage, given: Sequence[tuple[Candidate, Speaker | None]]) -> dict[int, set[tuple[int, int]]]:
    """Where each entity is meant without being named: by a role that speaks, by "he" and "she" outside quotations."""
    called: dict[int, set[tuple[int, int]]] = {}
    for candidate, speaker in given:
        if speaker is not None and candidate.source is not None and candidate.source.i not in stage.owner:
            called.setdefault(speaker.entity, set()).add(speakers.noun_phrase(candidate.source))
    stage.spoke_last = None
    for token in stage.doc:
        kind = pronoun_kind(token) if token.i not in stage.quoted else None
        if kind in ("he", "she"):
            who, _ = antecedent(stage, token, kind)
            if who is not None:
                called.setdefault(who, set()).add((token.i, token.i + 1))
    return called


def _actor(stage: Stage, text: str, number: int, actor_id: str, called: set[tuple[int, int]]) -> Actor:
    entity = stage.entities[number]
    name = entity.name
    forms = dict.fromkeys(entities.clean(m.text) for m in entity.mentions)
    places = {(m.start, m.end) for m in entity.mentions} | called
    found = [_excerpt(stage.doc, text, start, end) for start, end in sorted(places)]
    return Actor(
        id=actor_id,
        name=name,
        kind=entity.kind,
        role=None if entity.unnamed else roles.find(stage.doc, entity) or entity.role,
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(found),
        named=not entity.unnamed,
    )
