"""Who said what: puts marks, the trained finder, names, roles and pronouns together into quotes and actors."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Token

from reader.analysis import (
    confidence,
    finder,
    identities,
    late,
    mentions,
    relations,
    reported,
    roles,
    spans,
    speakers,
    transcripts,
)
from reader.analysis.antecedents import Stage
from reader.analysis.cues import speech_act
from reader.analysis.features import features
from reader.analysis.identities import Identity
from reader.analysis.marks import Stretch, stretches
from reader.analysis.speakers import Speaker
from reader.model import Actor, Excerpt, Quote
from reader.text.document import Document


class Attributed(NamedTuple):
    """The actors and quotes of one document, and what could not be decided."""

    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]


# A labelled turn is a quote of whoever is named before the colon.
_TURN_CHANCE = 0.97


class _Draft(NamedTuple):
    """A quote before its speaker is an actor: offsets in characters, words as tokens."""

    start: int
    end: int
    source: Token | None
    cue: Token | None
    chance: float
    turn: bool = False


def find(document: Document, *, byline: Sequence[str] = ()) -> Attributed:
    """Find the quotes of a document and the people and organisations in it.

    Args:
        document: an English text that has been read.
        byline: its writers, who are no actors unless they are quoted.
    """
    doc = document.doc
    marked = stretches(document.text, document.paragraphs)
    stage = Stage(doc, _sorted(doc), marked)
    known_roles = roles.nouns(doc, stage.identities)
    given = _given(stage, _with_turns(document, stage, _drafts(document, marked)), known_roles)
    return _published(document, stage, marked, late.introduced(stage, given), byline)


def _sorted(doc: Doc) -> list[Identity]:
    """The identities of a document; those introduced as people are sorted again as people."""
    found = mentions.find(doc)
    sorted_once = identities.sort(doc, found)
    people = {identity.name for identity in sorted_once if roles.misread(doc, identity)}
    if not people:
        return sorted_once
    surnames = {name.split()[-1] for name in people}
    return identities.sort(doc, [m._replace(kind="person") if m.text in people | surnames else m for m in found])


def _given(
    stage: Stage, drafts: Sequence[_Draft], known_roles: dict[int, set[str]]
) -> list[tuple[_Draft, Speaker | None]]:
    """Each quote with its speaker; one that names nobody goes to who has the floor."""
    given: list[tuple[_Draft, Speaker | None]] = []
    for draft in drafts:
        if draft.source is not None:
            speaker = speakers.labelled(stage, draft.source) if draft.turn else None
            speaker = speaker or speakers.resolve(stage, draft.source, known_roles)
        else:
            speaker = Speaker(stage.spoke_last, confidence.GUESSED) if stage.spoke_last is not None else None
        if speaker is not None:
            stage.spoke_last = speaker.identity
            stage.spoke_at = draft.source.i if draft.source is not None else stage.spoke_at
        given.append((draft, speaker))
    return given


def _with_turns(document: Document, stage: Stage, drafts: list[_Draft]) -> list[_Draft]:
    """Add the turns of a transcript, in place of what was found inside them."""
    found: list[_Draft] = []
    for turn in transcripts.turns(document.text, document.paragraphs):
        label = document.doc.char_span(turn.label.start, turn.label.end, alignment_mode="expand")
        if label is not None:
            found.append(_Draft(turn.said.start, turn.said.end, label[-1], None, _TURN_CHANCE, turn=True))
    if not any(speakers.labelled(stage, draft.source) for draft in found if draft.source is not None):
        return drafts
    outside = [d for d in drafts if not any(t.start < d.end and d.start < t.end for t in found)]
    return sorted(outside + found, key=lambda draft: draft.start)


def _drafts(document: Document, marked: Sequence[Stretch]) -> list[_Draft]:
    doc, text = document.doc, document.text
    seen = features(doc, marked, document.paragraphs, document.sentences)
    tokens = [doc[int(i)] for i in seen.tokens]
    starts = {span.start for span in document.paragraphs}
    paragraphs = np.cumsum([token.idx in starts for token in tokens], dtype=np.int64)
    drafts: list[_Draft] = []
    for found in finder.load().find(seen, np.zeros(len(tokens), dtype=np.float32), paragraphs):
        first, last = tokens[found.start], tokens[found.end - 1]
        source = tokens[found.source] if found.source is not None else None
        cue = tokens[found.cue] if found.cue is not None else None
        start, end, source = reported.straightened(cue, source, first.idx, last.idx + len(last))
        start, end = spans.fitted(text, start, end, marked)
        if source is not None and _stands_later(document, source, end):
            source = cue = None
        if start >= end or (drafts and start < drafts[-1].end):
            continue
        if not spans.has_marks(start, end, marked) and not reported.is_speech(doc, start, end, cue, source):
            continue
        chance = found.p_content * found.p_source
        for part in spans.parts(start, end, marked, [t.idx for t in (source, cue) if t is not None]):
            for clause in reported.clauses(text, *part, marked):
                drafts += [_Draft(a, b, source, cue, chance) for a, b in reported.judged(doc, *clause, cue, marked)]
    return drafts


def _stands_later(document: Document, source: Token, end: int) -> bool:
    """Whether a source stands in a later paragraph than a quote: there it opens something new."""
    return any(end <= paragraph.start <= source.idx for paragraph in document.paragraphs)


def _excerpt(doc: Doc, start: int, end: int) -> Excerpt:
    span = doc[start:end]
    return Excerpt(span.start_char, span.end_char, span.text)


def _cue(doc: Doc, token: Token | None) -> Excerpt | None:
    if token is None:
        return None
    end = token.i + 2 if token.lower_ == "according" and token.i + 1 < len(doc) else token.i + 1
    return _excerpt(doc, token.i, end)


def _mention(stage: Stage, token: Token | None) -> Excerpt | None:
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
    return _excerpt(stage.doc, start, end)


def _published(
    document: Document,
    stage: Stage,
    marked: Sequence[Stretch],
    given: Sequence[tuple[_Draft, Speaker | None]],
    byline: Sequence[str],
) -> Attributed:
    quoted = {speaker.identity for _, speaker in given if speaker}
    actors: list[Actor] = []
    ids: dict[int, str] = {}
    for n, identity in enumerate(stage.identities):
        if n not in quoted and (identity.kind == "place" or identity.unnamed or identity.name in byline):
            continue
        ids[n] = f"a{len(actors) + 1}"
        actors.append(_actor(stage, n, ids[n]))
    quotes: list[Quote] = []
    for draft, speaker in given:
        cue, mention = _cue(stage.doc, draft.cue), _mention(stage, draft.source)
        beside = [(e.start, e.end) for e in (cue, mention) if e]
        quotes.append(
            Quote(
                start=draft.start,
                end=draft.end,
                text=document.text[draft.start : draft.end],
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


def _actor(stage: Stage, number: int, actor_id: str) -> Actor:
    identity = stage.identities[number]
    name = identity.name
    forms = dict.fromkeys(identities.clean(m.text) for m in identity.mentions)
    found = [_excerpt(stage.doc, m.start, m.end) for m in identity.mentions]
    return Actor(
        id=actor_id,
        name=name,
        kind=identity.kind,
        role=None if identity.unnamed else roles.find(stage.doc, identity) or identity.role,
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(found),
        named=not identity.unnamed,
    )
