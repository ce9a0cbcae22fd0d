"""Discourse and resolved quotes -> the actors, quotes and places of an analysis, as everybody sees them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis import calibration, denials, ids, relations
from reader.analysis.discourse import Discourse, referent
from reader.analysis.entities import names, places
from reader.analysis.entities.entity import clean
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.analysis.entities.pronouns import pronoun_kind
from reader.analysis.quotes import spans
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.quotes.wording import wording
from reader.analysis.resolution import certainty
from reader.analysis.resolution.coreference import antecedents
from reader.analysis.resolution.history import History
from reader.analysis.resolution.likely import likely
from reader.analysis.resolution.resolve import Given
from reader.analysis.resolution.rules import Resolution, lead
from reader.lexicon.cues import speech_act
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.model import Actor, Excerpt, Mention, MentionKind, Place, Quote

# How sure the tagger is of a person, as the mean over the words of a name, where an unknown one is no stray word; and
# of a body that stands once, where its name has no word for one.
_SURE, _SURE_OF_BODY = 0.9, 0.8


class Attributed(NamedTuple):
    """The actors, quotes and places of one document."""

    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    places: tuple[Place, ...] = ()


def assembled(
    discourse: Discourse,
    given: Sequence[Given],
    introduced_by: Mapping[int, str],
    byline: Sequence[str],
    headline: str | None,
) -> Attributed:
    """Make what everybody sees.

    Actors are the people and organisations named, and whoever is quoted; writers of the byline only when quoted.

    Args:
        discourse: the text and who is in it.
        given: its quotes, in order, each with whom it is given to.
        introduced_by: roles that people were introduced by before they were named, by the entity's number.
        byline: the writers.
        headline: helps the order of the places.
    """
    document = discourse.document
    quoted = {each.speaker.entity for each in given if each.speaker}
    acting = [n for n, entity in enumerate(discourse.entities) if n in quoted or _acts(discourse, n, byline)]
    shown = sorted({*acting, *(n for n, entity in enumerate(discourse.entities) if entity.kind == "place")})
    named = dict(zip(shown, ids.of(discourse.entities[n].name for n in shown), strict=True))
    mentioned = _mentioned(discourse, given)
    actors = [_actor(discourse, n, named[n], mentioned[n], introduced_by.get(n)) for n in acting]
    quotes = _quotes(discourse, given, {n: named[n] for n in acting})
    told = [denials.gist(document.doc, each.start, each.end, each.cue) for each, *_ in given]
    return Attributed(
        actors=certainty.checked(document.text, document.sentences, actors, quotes),
        quotes=relations.related(quotes, actors, told),
        places=places.ranked(document, discourse.entities, named, headline),
    )


def _acts(discourse: Discourse, number: int, byline: Sequence[str]) -> bool:
    """Whether an entity is an actor though it is not quoted: it is named, no place, and did not write the article."""
    entity = discourse.entities[number]
    named = number < len(discourse.called) and entity.kind != "place" and entity.name not in byline
    return named and not _is_fleeting(discourse, number)


def _is_fleeting(discourse: Discourse, number: int) -> bool:
    """Whether a name without a title, a role or a word said is hardly an actor's: one unknown word that stands once.

    Of such silent people on the 93 articles kept out 17 were people and 36 words of other tongues, ships, tribes; of
    such bodies 30 were some and 26 none. Names with a second capital are bodies more often (26 of 35 initials). Of the
    people without a known given name who go by one form, and of whom the tagger is nowhere sure, 5 were people and 14
    shows, clans, classes of ships. Of the bodies without a word for one in their name, of which the tagger is unsure,
    20 were some and 12 none; of all silent bodies 282 of 330.
    """
    entity, role = discourse.entities[number], discourse.roles[number]
    mention = entity.mentions[0]
    if role.best or any(each.title for each in entity.mentions):
        return False
    person = entity.kind == "person"
    if person and names.is_given(entity.name.split()[0]):
        return False
    if len(entity.mentions) == 1 and " " not in mention.text:
        return person or mention.text[1:].islower()
    if not person:
        return len(entity.mentions) == 1 and _is_unsure_body(discourse, mention)
    if len({clean(each.text) for each in entity.mentions}) > 1:
        return False
    return max(float(discourse.people[m.start : m.end].mean()) for m in entity.mentions) < _SURE


def _is_unsure_body(discourse: Discourse, mention: NameMention) -> bool:
    words = {word.lower() for word in mention.text.split()}
    sure = float(discourse.bodies[mention.start : mention.end].mean())
    return sure < _SURE_OF_BODY and not words & ORGANISATION_WORDS


def _actor(
    discourse: Discourse, number: int, actor_id: str, mentions: Sequence[Mention], introduced_by: str | None
) -> Actor:
    entity = discourse.entities[number]
    forms = dict.fromkeys(clean(mention.text) for mention in entity.mentions)
    return Actor(
        id=actor_id,
        name=entity.name,
        kind=entity.kind,
        role=(discourse.roles[number].best or introduced_by) if entity.named else None,
        aliases=tuple(form for form in forms if form != entity.name),
        mentions=tuple(mentions),
        named=entity.named,
    )


def _quotes(discourse: Discourse, given: Sequence[Given], named: Mapping[int, str]) -> tuple[Quote, ...]:
    text, made = discourse.document.text, []
    numbered = ids.of_quotes(text[quote.start : quote.end] for quote, *_ in given)
    after = 0
    for (quote, speaker, _, chances), number in zip(given, numbered, strict=True):
        cue, mention = _cue(discourse, quote.cue), _source(discourse, quote, speaker.sure if speaker else 0.0)
        beside = [(e.start, e.end) for e in (cue, mention) if e]
        kind = "direct" if quote.verbatim else spans.kind(quote.start, quote.end, discourse.quoted, beside)
        confidence = _confidence(discourse, quote, speaker, mention) if speaker else 0.0
        made.append(
            Quote(
                start=quote.start,
                end=quote.end,
                text=text[quote.start : quote.end],
                id=number,
                kind=kind,
                cue=cue,
                speech_act=speech_act([quote.cue.lemma_.lower()] if quote.cue is not None else []),
                mention=mention,
                speaker=named[speaker.entity] if speaker else None,
                confidence=confidence,
                wording=wording(discourse.doc, text, quote, kind, discourse.quoted, after),
                others=likely(chances, speaker.entity if speaker else None, confidence, named),
            )
        )
        after = quote.end
    return tuple(made)


def _confidence(discourse: Discourse, quote: Candidate, speaker: Resolution, mention: Mention | None) -> float:
    who = discourse.entities[speaker.entity]
    by_noun = mention is not None and mention.kind == "nominal"
    return calibration.confidence(calibration.Signals(quote.chance, speaker.sure, by_noun, who.named, who.kind))


def _excerpt(discourse: Discourse, start: int, end: int) -> Excerpt:
    span = discourse.doc[start:end]
    return Excerpt(span.start_char, span.end_char, discourse.document.text[span.start_char : span.end_char])


def _mention(discourse: Discourse, start: int, end: int, kind: MentionKind, sure: float = 1.0) -> Mention:
    span = discourse.doc[start:end]
    words = discourse.document.text[span.start_char : span.end_char]
    return Mention(span.start_char, span.end_char, words, kind, round(sure, 3))


def _cue(discourse: Discourse, token: Token | None) -> Excerpt | None:
    if token is None:
        return None
    to = token.lower_ == "according" and token.i + 1 < len(discourse.doc)
    return _excerpt(discourse, token.i, token.i + 1 + to)


def _source(discourse: Discourse, quote: Candidate, sure: float) -> Mention | None:
    """The span that names who: a name with the role in front of it, a noun phrase, or a pronoun."""
    if quote.source is None:
        return None
    token = referent(discourse, quote.source)
    who = discourse.owner.get(token.i)
    named = discourse.entities[who].mentions if who is not None else ()
    name = next((m for m in named if m.start <= token.i < m.end), None)
    start, end = noun_phrase(quote.source)
    if name is not None:
        return _mention(discourse, min(start, name.start), name.end, "name", sure)
    return _mention(discourse, start, end, _kind(quote.source), sure)


def _kind(token: Token) -> MentionKind:
    return "pronoun" if pronoun_kind(token) or token.pos_ == "PRON" else "nominal"


def _mentioned(discourse: Discourse, given: Sequence[Given]) -> list[list[Mention]]:
    """Where each entity is mentioned, in order: by name, by description, by "he" and "she" outside quotations."""
    found: list[dict[tuple[int, int], Mention]] = [{} for _ in discourse.entities]
    for n, entity in enumerate(discourse.entities):
        kind: MentionKind = "name" if entity.named else "nominal"
        for m in entity.mentions:
            found[n][m.start, m.end] = _mention(discourse, m.start, m.end, kind)
    for quote, speaker, described, _ in given:
        token = quote.source
        if speaker is None or token is None or token.i in discourse.owner or described is not None:
            continue
        start, end = noun_phrase(token)
        found[speaker.entity][start, end] = _mention(discourse, start, end, _kind(token), speaker.sure)
    for who, mention, i in _pronouns(discourse, given):
        found[who][i, i + 1] = mention
    return [[mentions[place] for place in sorted(mentions)] for mentions in found]


def _pronouns(discourse: Discourse, given: Sequence[Given]) -> Iterator[tuple[int, Mention, int]]:
    """The "he" and "she" of the narrative that give no quote: whom each means, where it stands, and its word."""
    spoken = {each.quote.source.i for each in given if each.quote.source is not None and each.speaker}
    heard = {each.described: each.speaker.entity for each in given if each.speaker and each.described is not None}
    history = History(heard=heard)
    for token in discourse.doc:
        kind = pronoun_kind(token) if token.i not in discourse.inside and token.i not in spoken else None
        if kind in ("he", "she"):
            found = antecedents(discourse, history, token, kind)
            if found:
                sure = calibration.pronoun(lead([one.fit for one in found]))
                yield found[0].entity, _mention(discourse, token.i, token.i + 1, "pronoun", sure), token.i
