"""Identities and drafts -> the actors and quotes of an analysis, as everybody sees them."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis import confidence, identities, relations, roles, spans, speakers
from reader.analysis.antecedents import Stage, antecedent, pronoun_kind
from reader.analysis.cues import speech_act
from reader.analysis.drafts import Draft
from reader.analysis.marks import Stretch
from reader.analysis.mentions import NameMention
from reader.analysis.speakers import Speaker
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
        next((m for m in stage.identities[who].mentions if m.start <= token.i < m.end), None)
        if who is not None
        else None
    )
    start, end = speakers.noun_phrase(token)
    if name is not None:
        start, end = min(start, name.start), name.end
    return _excerpt(stage.doc, text, start, end)


def published(
    text: str,
    stage: Stage,
    marked: Sequence[Stretch],
    given: Sequence[tuple[Draft, Speaker | None]],
    byline: Sequence[str],
) -> Attributed:
    """Make the actors and quotes that everybody sees.

    Actors are the people and organisations named, and whoever is quoted; writers of the byline only when quoted.
    """
    called = _called(stage, given)
    quoted = {speaker.identity for _, speaker in given if speaker}
    actors: list[Actor] = []
    ids: dict[int, str] = {}
    for n, identity in enumerate(stage.identities):
        if n not in quoted and (identity.kind == "place" or identity.unnamed or identity.name in byline):
            continue
        ids[n] = f"a{len(actors) + 1}"
        actors.append(_actor(stage, text, n, ids[n], called.get(n, set())))
    quotes: list[Quote] = []
    for draft, speaker in given:
        cue, mention = _cue(stage.doc, text, draft.cue), _mention(stage, text, draft.source)
        beside = [(e.start, e.end) for e in (cue, mention) if e]
        quotes.append(
            Quote(
                start=draft.start,
                end=draft.end,
                text=text[draft.start : draft.end],
                id=f"q{len(quotes) + 1}",
                kind="direct" if draft.turn else spans.kind(draft.start, draft.end, marked, beside),
                cue=cue,
                speech_act=speech_act([draft.cue.lemma_.lower()] if draft.cue is not None else []),
                mention=mention,
                speaker=ids[speaker.identity] if speaker else None,
                confidence=confidence.confidence(draft.chance, speaker.sure) if speaker else 0.0,
            )
        )
    lemmas = [draft.cue.lemma_.lower() if draft.cue is not None else "" for draft, _ in given]
    return Attributed(tuple(actors), relations.related(quotes, actors, lemmas), ())


def _called(stage: Stage, given: Sequence[tuple[Draft, Speaker | None]]) -> dict[int, set[tuple[int, int]]]:
    """Where each identity is meant without being named: by a role that speaks, by "he" and "she" outside quotations."""
    called: dict[int, set[tuple[int, int]]] = {}
    for draft, speaker in given:
        if speaker is not None and draft.source is not None and draft.source.i not in stage.owner:
            called.setdefault(speaker.identity, set()).add(speakers.noun_phrase(draft.source))
    stage.spoke_last = None
    for token in stage.doc:
        kind = pronoun_kind(token) if token.i not in stage.quoted else None
        if kind in ("he", "she"):
            who, _ = antecedent(stage, token, kind)
            if who is not None:
                called.setdefault(who, set()).add((token.i, token.i + 1))
    return called


def _actor(stage: Stage, text: str, number: int, actor_id: str, called: set[tuple[int, int]]) -> Actor:
    identity = stage.identities[number]
    name = identity.name
    forms = dict.fromkeys(identities.clean(m.text) for m in identity.mentions)
    places = {(m.start, m.end) for m in identity.mentions} | called
    found = [_excerpt(stage.doc, text, start, end) for start, end in sorted(places)]
    return Actor(
        id=actor_id,
        name=name,
        kind=identity.kind,
        role=None if identity.unnamed else roles.find(stage.doc, identity) or identity.role,
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(found),
        named=not identity.unnamed,
    )
