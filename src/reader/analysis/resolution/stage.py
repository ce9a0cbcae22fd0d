"""A discourse laid out for the resolver: where everybody is mentioned, how those mentions stand, what is near them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from reader.analysis.discourse import Discourse
from reader.analysis.entities import deaths, names
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.lexicon.function_words import OPENERS
from reader.lexicon.pronouns import Pronoun

# Words of the same sentence this near to one of the first mentions of somebody tell what he is called: "the strike,
# said Ada Moss, who has led the dockers' union since May" -> "the union leader".
_BEFORE, _BEHIND, _MENTIONS = 8, 14, 3
# "I am Rolf Dane", "my name is Dane": these words stand so near before a speaker's own name.
_INTRODUCING, _JUST = frozenset(("i", "name")), 3
# Shorter words tell nobody apart.
_SHORTEST = 3
# Words that are cut to this many letters meet their kin: "Chilean", "Chile".
STEM = 4


def stem(word: str) -> str:
    """What is compared of a word."""
    return names.fold(word)[:STEM]


@dataclass(frozen=True)
class Stage:
    """What is asked of a discourse again and again, worked out once.

    Attributes:
        discourse: the text and who is in it.
    """

    discourse: Discourse

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each word begins, in characters."""
        return [token.idx for token in self.discourse.doc]

    @cached_property
    def paragraph_of(self) -> Sequence[int]:
        """For each word the number of its paragraph."""
        starts = [paragraph.start for paragraph in self.discourse.document.paragraphs]
        return [bisect_right(starts, offset) for offset in self.offsets]

    @cached_property
    def starts(self) -> Sequence[Sequence[int]]:
        """For each entity where it is named or described, in order."""
        return [[mention.start for mention in entity.mentions] for entity in self.discourse.entities]

    @cached_property
    def first_body(self) -> int:
        """Where an organisation is named first; behind the text where none is."""
        named = zip(self.discourse.entities[: len(self.discourse.called)], self.starts, strict=False)
        return min((starts[0] for who, starts in named if who.kind == "organization"), default=len(self.discourse.doc))

    @cached_property
    def order(self) -> Sequence[tuple[int, int]]:
        """All names in order: where each stands, and whose it is."""
        known = len(self.discourse.called)
        return sorted((start, n) for n, starts in enumerate(self.starts[:known]) for start in starts)

    @cached_property
    def called(self) -> Mapping[str, Sequence[int]]:
        """Who may be called by a word."""
        found: dict[str, list[int]] = {}
        for n, words in enumerate(self.discourse.called):
            for word in words:
                found.setdefault(word, []).append(n)
        return found

    @cached_property
    def known_for(self) -> Sequence[frozenset[str]]:
        """For each entity the stems of the words it is called, described and first mentioned with."""
        doc, discourse, sentence = self.discourse.doc, self.discourse, self.discourse.sentence_of
        found = []
        for n, entity in enumerate(discourse.entities):
            words = set(entity.name.split())
            if n < len(discourse.called):
                words |= discourse.called[n] | set((discourse.roles[n].best or "").split())
            for mention in entity.mentions[:_MENTIONS]:
                near = range(max(0, mention.start - _BEFORE), min(len(doc), mention.end + _BEHIND))
                words.update(doc[i].lower_ for i in near if sentence[i] == sentence[mention.start])
            found.append(frozenset(stem(word) for word in words if len(word) >= _SHORTEST and word not in OPENERS))
        return found

    @cached_property
    def by_length(self) -> Sequence[int]:
        """For each entity its place among all of its kind, the one mentioned most often first."""
        entities = self.discourse.entities
        seen: dict[str, int] = {}
        ranks = [0] * len(entities)
        for n in sorted(range(len(entities)), key=lambda n: -len(entities[n].mentions)):
            ranks[n] = seen.get(entities[n].kind, 0)
            seen[entities[n].kind] = ranks[n] + 1
        return ranks

    @cached_property
    def dead(self) -> frozenset[int]:
        """The people of whom the text says that they are dead."""
        return deaths.told(self.discourse.doc, self.discourse.entities, self.discourse.described)

    def word_at(self, offset: int) -> int:
        """The number of the word that stands at a character."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def last_before(self, entity: int, word: int) -> int | None:
        """Where an entity was mentioned last before a word."""
        starts = self.starts[entity]
        n = bisect_left(starts, word)
        return starts[n - 1] if n else None

    def first_from(self, entity: int, word: int) -> int | None:
        """Where an entity is mentioned next, from a word on."""
        starts = self.starts[entity]
        n = bisect_left(starts, word)
        return starts[n] if n < len(starts) else None

    def mentioned_within(self, entity: int, start: int, end: int) -> int:
        """How often an entity is mentioned from one word up to another."""
        starts = self.starts[entity]
        return bisect_left(starts, end) - bisect_left(starts, start)

    def is_spoken_of(self, entity: int, start: int, end: int) -> bool:
        """Whether a person is named between the quotation marks of a quote, and so hardly its speaker.

        “Dane stood with the crews,” he said: not Dane; but he may be in “I am Rolf Dane,” he said. Of 519 annotated
        quotations whose source is no name, one is by a person whom it names, and he introduces himself.

        Args:
            entity: the person, by its number.
            start: of the quote, in characters.
            end: of the quote.
        """
        first, last = self.word_at(start), self.word_at(end - 1)
        starts, inside = self.starts[entity], self.discourse.inside
        here = starts[bisect_left(starts, first) : bisect_left(starts, last + 1)]
        return self.discourse.entities[entity].kind == "person" and any(
            i in inside and not _INTRODUCING & {token.lower_ for token in self.discourse.doc[max(0, i - _JUST) : i]}
            for i in here
        )

    def name_at(self, word: int) -> names.Name | None:
        """The person's name that stands at a word, taken apart; None where none does."""
        owner = self.discourse.owner.get(word)
        if owner is None or self.discourse.entities[owner].kind != "person":
            return None
        mentions = self.discourse.entities[owner].mentions
        mention = mentions[bisect_right(mentions, word, key=lambda m: m.start) - 1]
        return names.parse(f"{mention.title} {mention.text}")

    def title_at(self, word: int) -> Pronoun | None:
        """The pronoun that the title of a name tells: "he" for the words of "Mr. Moss"."""
        name = self.name_at(word)
        return names.title_pronoun(name) if name is not None else None

    def head(self, entity: int, start: int) -> Token:
        """The word that a mention hangs from the sentence by."""
        token, owner = self.discourse.doc[start], self.discourse.owner
        while token.head.i != token.i and owner.get(token.head.i) == entity:
            token = token.head
        return token


def content(token: Token) -> set[str]:
    """The stems of the words of the noun phrase that a word heads, but for the word itself."""
    start, end = noun_phrase(token)
    words = (word.text for word in token.doc[start:end] if word.i != token.i and word.lower_ not in OPENERS)
    return {stem(word) for word in words if len(word) >= _SHORTEST}
