"""The voices of a transcript: the names in its labels, which stand in capitals where nothing else tells a name."""

from collections.abc import Sequence

from spacy.tokens import Span

from reader.analysis.entities import names
from reader.analysis.entities.mentions import NameMention
from reader.analysis.quotes import transcripts
from reader.lexicon.name_words import ORGANISATION_WORDS
from reader.lexicon.persons import NOUNS, TITLES
from reader.text.document import Document


def with_voices(document: Document, named: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The names, with the voices of a transcript as people: "DAVE BRIGG, ANCHOR:", and "BRIGG:" from then on."""
    turns = [turn.label for turn in transcripts.turns(document.text, document.paragraphs)]
    spans = [document.doc.char_span(label.start, label.end, alignment_mode="expand") for label in turns]
    full = {span.start: span[-1].text for span in spans if span and len(span) > 1 and _is_voice(span)}
    surnames = set(full.values())
    voices = [span for span in spans if span and (span.start in full or span.text in surnames)]
    taken = {i for span in voices for i in range(span.start, span.end)}
    others = (name for name in named if taken.isdisjoint(range(name.start, name.end)))
    found = (NameMention(span.start, span.end, "person", span.text) for span in voices)
    return tuple(sorted((*others, *found), key=lambda name: name.start))


def _is_voice(label: Span) -> bool:
    """Whether the label of a turn is a person's full name: not "Harbour Council", "Second Officer"."""
    words = [token.lower_ for token in label]
    return not any(word in ORGANISATION_WORDS or word in NOUNS or names.fold(word) in TITLES for word in words)
