"""Sources without a name: "a senior official", "two witnesses". Which phrases describe one and the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from reader.analysis.entities import names, role_words
from reader.analysis.entities.entity import Entity, fullest
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.noun_phrases import is_definite, noun_phrase
from reader.analysis.entities.pronouns import noun_pronoun, pronoun_kind
from reader.lexicon import organisations, persons
from reader.lexicon.persons import COLLECTIVES
from reader.lexicon.pronouns import Pronoun
from reader.model import ActorKind

_ARTICLES = frozenset(("the", "a", "an", "this", "that"))
# Kinds of words that may head the description of a source.
DESCRIBING = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "VERB"))
_MODIFIERS = frozenset(("amod", "compound", "prep", "relcl", "poss", "nummod"))
_PLURAL = frozenset(("NNS", "NNPS"))


@dataclass(slots=True)
class UnnamedSource:
    """One source while the phrases of a text are gone through: those that describe it so far, by their head words."""

    kind: ActorKind
    description: str
    named: bool
    plural: bool
    pronoun: Pronoun | None
    phrases: dict[int, NameMention] = field(default_factory=dict)
    lemmas: set[str] = field(default_factory=set)

    @property
    def entity(self) -> Entity:
        """The source as an entity, under its fullest description."""
        said = tuple(self.phrases.values())
        return Entity(self.kind, said, fullest(self.kind, said), named=self.named, plural=self.plural)


def grouped(doc: Doc, heads: Iterable[Token]) -> list[UnnamedSource]:
    """Group the phrases of sources without a name by whom they describe.

    "A senior official said …. The official added …" is one; "two witnesses" and "a witness" are two.

    Args:
        doc: the document.
        heads: the nouns that head the phrases, in order; words that head no description are passed over.
    """
    found: list[UnnamedSource] = []
    by_description: dict[str, UnnamedSource] = {}
    by_lemma: dict[str, UnnamedSource] = {}
    for head in heads:
        start, end = _described(head)
        if start >= end or head.pos_ not in DESCRIBING or pronoun_kind(head):
            continue
        text = doc[start:end].text
        description = names.fold(" ".join(text.split()))
        known = by_description.get(description)
        if known is None and _is_bare(head) and _is_known(head):
            known = by_lemma.get(head.lemma_)
        if known is None:
            known = _new(head, description)
            found.append(known)
            by_description[description] = known
        known.phrases[head.i] = NameMention(start, end, known.kind, text)
        if not known.named:
            for lemma in {token.lemma_ for token in doc[start:end]} - known.lemmas:
                known.lemmas.add(lemma)
                by_lemma.setdefault(lemma, known)
    return found


def _described(head: Token) -> tuple[int, int]:
    """The phrase without its article: "a senior official" -> "senior official"."""
    start, end = noun_phrase(head)
    while start < end and (head.doc[start].lower_ in _ARTICLES or head.doc[start].is_punct):
        start += 1
    return start, end


def _new(head: Token, description: str) -> UnnamedSource:
    plural = head.tag_ in _PLURAL
    told = None if plural else noun_pronoun(head.text)
    body = head.lower_ in organisations.KNOWN and head.lower_ not in persons.NOUNS
    kind: ActorKind = "organization" if body or not (role_words.is_role(head) or plural) else "person"
    proper = head.pos_ == "PROPN" and head.text[:1].isupper() and head.ent_type_ in ("PERSON", "ORG", "GPE", "")
    # "The Minister" with a capital is no name.
    named = proper and head.lower_ not in persons.NOUNS | persons.TITLES | organisations.KNOWN
    return UnnamedSource(kind, description, named, plural, told)


def _is_bare(head: Token) -> bool:
    """Whether nothing but an article stands with a noun: "the spokesman"."""
    return not any(child.dep_ in _MODIFIERS for child in head.children)


def _is_known(head: Token) -> bool:
    """Whether a noun points back to somebody: "the spokesman", or "police", who need no introduction."""
    return is_definite(head) or head.lower_ in COLLECTIVES
