"""A text as a discourse: who and what is named in it, and where. Made once from a document; nothing changes it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from reader.analysis import voices
from reader.analysis.entities import (
    acronyms,
    entities,
    mentions,
    name_tagger,
    names,
    places,
    pronouns,
    role_phrases,
    role_words,
    roles,
    sources,
)
from reader.analysis.entities.entity import Entity, fullest
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.name_spans import name_spans
from reader.analysis.entities.roles import Roles
from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.lexicon.pronouns import Pronoun
from reader.model import ActorKind
from reader.text.document import Document


@dataclass(frozen=True, slots=True)
class Discourse:
    """Who is present where in a text. Entities are known by their place in `entities`, words by their index in `doc`.

    Attributes:
        document: the text with its grammar.
        quoted: its stretches between quotation marks.
        names: the names in it, in order.
        entities: whom these stand for, in order of first mention; behind them the sources without a name.
        roles: what each entity is said to be.
        owner: for each word of a name, whose name it is.
        described: for the head of an apposition ("Reinholt, the envoy"), whom it describes.
        people: for each word the chance that it stands in the name of a person; `bodies` the same of an organisation.
        called: what each of the named may be called, folded: the words of its name, its titles and roles.
        sources: for the head of a source without a name, the entity it is unless it stands for somebody named.
        phrases: for the same heads, the words that describe the source.
        chiefs: for the word of an office that a name stands behind by hyphens, "Editor" of "Editor-in-Chief Ada Moss",
            the last word of the name.
        pronouns: "he" or "she", of the people of whom that is known.
        sentence_of: for each word the number of its sentence.
        inside: the words between quotation marks.
    """

    document: Document
    quoted: tuple[QuotedSpan, ...]
    names: tuple[NameMention, ...]
    entities: tuple[Entity, ...]
    roles: tuple[Roles, ...]
    owner: Mapping[int, int]
    described: Mapping[int, int]
    chiefs: Mapping[int, int]
    pronouns: Mapping[int, Pronoun]
    sentence_of: Sequence[int]
    inside: frozenset[int]
    people: NDArray[np.float32]
    bodies: NDArray[np.float32]
    called: tuple[frozenset[str], ...]
    sources: Mapping[int, int] = field(default_factory=dict)
    phrases: Mapping[int, NameMention] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        """The words of the text."""
        return self.document.doc


def read(document: Document) -> Discourse:
    """Find the names of a document and whom they stand for."""
    doc = document.doc
    quoted = quoted_spans(document.text, document.paragraphs)
    spans = name_spans(doc)
    told = name_tagger.load().read(doc)
    named = places.typed(document, mentions.find(doc, spans, told.labels), spans)
    named = voices.with_voices(document, acronyms.completed(doc, named))
    found = _sorted(doc, named)
    owner = {i: n for n, entity in enumerate(found) for m in entity.mentions for i in range(m.start, m.end)}
    said = [roles.read(doc, entity) for entity in found]
    described = {i: n for n, role in enumerate(said) for i in role.heads}
    sentence_of = _sentences(doc)
    inside = _inside(doc, quoted)
    return Discourse(
        document=document,
        quoted=quoted,
        names=named,
        entities=tuple(found),
        roles=tuple(said),
        owner=owner,
        described=described,
        chiefs=_in_chief(doc, found),
        pronouns=pronouns.told(doc, found, said, owner, sentence_of, inside),
        sentence_of=sentence_of,
        inside=inside,
        people=told.people,
        bodies=told.bodies,
        called=tuple(
            role.nouns | {names.fold(word) for word in entity.name.split()}
            for role, entity in zip(said, found, strict=True)
        ),
    )


def referent(discourse: Discourse, word: Token) -> Token:
    """The word that says who is meant; any other word is itself.

    What a relative pronoun repeats ("the envoy, who said …" -> envoy), the name in apposition to a noun ("The ferry
    company, Norrwick Lines, said …" -> Lines), and the name in front of brackets ("Ada Moss (D-Ellery) said …" ->
    Moss).
    """
    word = _in_front_of_brackets(discourse, word) or word
    while (
        word.tag_ in ("WP", "WDT")
        and word.head.dep_ == "relcl"
        and word.i not in discourse.owner
        and word.i not in discourse.described
    ):
        word = word.head.head
    return _named_behind(discourse, word) or word


def _in_front_of_brackets(discourse: Discourse, word: Token) -> Token | None:
    """Who is named right before the brackets that a word stands in: party and seat, an age, a paper."""
    doc = discourse.doc
    start = next((i for i in range(word.i - 1, max(0, word.i - role_words.BRACKET), -1) if doc[i].text in "()"), 0)
    if not start or doc[start].text != "(":
        return None
    who = discourse.owner.get(start - 1)
    closed = any(token.text == ")" for token in doc[word.i + 1 : start + role_words.BRACKET])
    is_person = who is not None and discourse.entities[who].kind == "person"
    return doc[start - 1] if is_person and closed else None


def _named_behind(discourse: Discourse, noun: Token) -> Token | None:
    if noun.tag_ != "NN" or noun.i in discourse.owner or noun.i in discourse.described:
        return None
    beside = (child for child in noun.rights if child.dep_ == "appos" and child.i in discourse.owner)
    return next((name for name in beside if discourse.doc[name.left_edge.i - 1].text == ","), None)


def with_sources(discourse: Discourse, heads: Sequence[Token]) -> Discourse:
    """The discourse with an entity for each source without a name: "a senior official", "two witnesses".

    Args:
        discourse: what names alone tell.
        heads: the head words of the sources of quotes, in order of the text; those that name somebody are passed over.
    """
    meant = [referent(discourse, head) for head in heads]
    unnamed = [head for head in meant if head.i not in discourse.owner and head.i not in discourse.described]
    known = len(discourse.entities)
    grouped = sources.grouped(discourse.doc, unnamed)
    told = {known + n: pronoun for n, source in enumerate(grouped) if (pronoun := source.pronoun)}
    return replace(
        discourse,
        entities=(*discourse.entities, *(source.entity for source in grouped)),
        roles=(*discourse.roles, *(Roles() for _ in grouped)),
        sources={i: known + n for n, source in enumerate(grouped) for i in source.phrases},
        phrases={i: phrase for source in grouped for i, phrase in source.phrases.items()},
        pronouns={**discourse.pronouns, **told},
    )


def settled(discourse: Discourse, heads: Collection[int]) -> Discourse:
    """The discourse in which a source without a name is described only by the phrases that turned out to mean it.

    Args:
        discourse: the text, with all its sources.
        heads: the words that head those phrases.
    """
    known = len(discourse.called)
    chosen: dict[int, list[NameMention]] = {n: [] for n in range(known, len(discourse.entities))}
    for head in sorted(heads):
        chosen[discourse.sources[head]].append(discourse.phrases[head])
    unnamed = (
        replace(entity, mentions=tuple(said), name=fullest(entity.kind, said) if said else entity.name)
        for entity, said in zip(discourse.entities[known:], chosen.values(), strict=True)
    )
    return replace(discourse, entities=(*discourse.entities[:known], *unnamed))


def _in_chief(doc: Doc, found: Sequence[Entity]) -> dict[int, int]:
    """Whom "Editor" means in "Dispatch Editor-in-Chief Ada Moss": the parser hangs the sentence on that word."""
    behind = ["-", "in", "-", "chief"]
    return {
        m.start - len(behind) - 1: m.end - 1
        for entity in found
        for m in entity.mentions
        if m.start > len(behind) and [token.lower_ for token in doc[m.start - len(behind) : m.start]] == behind
    }


def _sorted(doc: Doc, found: Sequence[NameMention]) -> list[Entity]:
    """The entities that are named; what is introduced as another kind ("Vann Orley, a writer") is sorted again."""
    sorted_once = entities.sort(doc, found)
    people = {entity.name for entity in sorted_once if role_phrases.introduces_person(doc, entity)}
    bodies = {entity.name for entity in sorted_once if role_phrases.introduces_body(doc, entity)}
    if not people | bodies:
        return sorted_once
    of_people = people | {name.split()[-1] for name in people}
    kinds: dict[str, ActorKind] = dict.fromkeys(bodies, "organization")
    kinds |= dict.fromkeys(of_people, "person")
    return entities.sort(doc, [m._replace(kind=kinds.get(m.text, m.kind)) for m in found])


def _sentences(doc: Doc) -> list[int]:
    number, numbers = -1, []
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


def _inside(doc: Doc, quoted: Sequence[QuotedSpan]) -> frozenset[int]:
    inside: set[int] = set()
    for marked in quoted:
        span = doc.char_span(marked.start, marked.end, alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return frozenset(inside)
