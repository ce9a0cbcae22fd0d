"""Who and what is behind the words that a tagger points at: the author of a document, the judge inside a clause."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.entities import role_words
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.analysis.quotes import spans
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.lexicon import organisations
from reader.lexicon.cues import CUES, JUDGING, VOICES
from reader.lexicon.name_edges import DAYS
from reader.lexicon.wordlists import words
from reader.model import Span
from reader.text.document import sentence_end, sentence_start

# What is done to a document by whom it comes from: "a statement issued by the port".
_ISSUED = words("issue release publish post send write sign circulate make")
_BY = words("by from")
# A headline ends without a stop and is no longer than this: the longest on 150 pages has 18 words.
_STOPS = ".?!:;,…"
_HEADLINE_SPACES = 19
# Among what may speak for somebody: people, who speak for themselves.
_SPEAKING = words("source sources team camp campaign")


def author(source: Token) -> Token:
    """Whose document a source is, by name or by what that is: "a report by the Harbour Trust" -> Trust.

    Any other source, and a document that nobody is named for, is itself.
    """
    speaks = role_words.is_role(source) or source.lower_ in organisations.KNOWN or source.lower_ in _SPEAKING
    if not {source.lemma_.lower(), source.lower_} & VOICES or speaks or source.ent_type_ in ("PERSON", "ORG", "GPE"):
        return source
    return next((owner for owner in _owners(source) if _may_speak(owner)), source)


def _owners(document: Token) -> Iterator[Token]:
    for child in document.rights:
        if child.dep_ == "prep" and child.lower_ in _BY:
            yield from (each for each in child.children if each.dep_ == "pobj")
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _ISSUED:
            agents = (each for each in child.children if each.dep_ == "agent")
            yield from (each for agent in agents for each in agent.children if each.dep_ == "pobj")
    yield from (child for child in document.lefts if child.dep_ == "poss")
    yield from (child for child in document.lefts if child.dep_ in ("compound", "nmod") and child.ent_type_ == "ORG")


def _may_speak(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    named = token.pos_ in ("PROPN", "PRON") or token.ent_type_ == "ORG"
    return named or role_words.is_role(token) or token.lower_ in organisations.KNOWN


def is_nobody(source: Token) -> bool:
    """Whether the word found for a source names none: a bare number or share of people, a day, part of a verb.

    "Fewer than 3 in 10 say", "61 percent said", "Monday said it all", the "n’t" of "didn’t say"; not "two in
    ten voters".
    """
    if source.pos_ in _NO_SOURCES and source.text.islower() and source.tag_ not in ("WP", "WDT"):
        return True
    if source.lower_ in _NEGATIONS or (source.ent_type_ in ("DATE", "TIME") and source.lower_ in _DATES):
        return True
    start, end = noun_phrase(source)
    return _is_number(source) and all(
        _is_number(token) or token.pos_ not in ("NOUN", "PROPN", "PRON") for token in source.doc[start:end]
    )


def _is_number(token: Token) -> bool:
    return token.like_num or token.lower_ in _SHARES


# Words that name nobody; "that" and "who" may repeat somebody.
_NO_SOURCES = frozenset(("PART", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "INTJ", "PUNCT"))
_NEGATIONS = words("n't n’t not")
_SHARES = words("% percent cent pc half third thirds quarter quarters fifth fifths")
_DATES = DAYS | words("today yesterday tomorrow week month year")


def is_asked(cue: Token | None, source: Token | None) -> bool:
    """Whether somebody was spoken to, and nobody is told who spoke: "Moss was asked, “Will it hold?”"."""
    verb = source.head if source is not None and source.dep_ == "nsubjpass" else cue
    if verb is None or verb.tag_ != "VBN" or verb.lemma_ != "ask":
        return False
    parts = {child.dep_ for child in verb.children}
    return "auxpass" in parts and "agent" not in parts


def meant(doc: Doc, text: str, start: int, source: Token | None, cue: Token | None) -> Token | None:
    """Who gives a stretch by the grammar around it, where that is plain and the source that was found is another.

    “rusting”, as Mira Holt puts it -> Holt; Holt, as thousands began voting, hammered the “spineless” council -> Holt;
    Tobias is said to have asked a question: “Will you?” -> Tobias

    Args:
        doc: the document.
        text: its text.
        start: of the stretch, in characters.
        source: the word found to name the source.
        cue: the word found to give the speech.
    """
    first = _word_at(doc, start)
    if first is None:
        return source
    if source is not None and not any(map(str.isalnum, source.text)):
        source = None
    if source is not None and source.tag_ in _PARTICIPLES and cue is not None:
        # "Contacted, Vale said": who was contacted is the subject.
        source = next((child for child in cue.lefts if child.dep_ == "nsubj"), source)
    inside = range(sentence_start(first), sentence_end(first))
    return (
        _who_puts_it(doc, inside)
        or _subject_of(cue, source)
        or _before_colon(doc, text, start, inside, source)
        or source
    )


# Verbs that name nobody beside a subject.
_PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))


def _word_at(doc: Doc, offset: int) -> Token | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _who_puts_it(doc: Doc, inside: range) -> Token | None:
    for i in inside:
        verb = doc[i]
        told = verb.lemma_ == "put" and any(child.lower_ == "as" for child in verb.lefts)
        if told and any(child.lower_ == "it" for child in verb.rights):
            return next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return None


def _subject_of(cue: Token | None, source: Token | None) -> Token | None:
    """The named subject of a cue, where the source that was found is the subject of another verb, which is no cue."""
    if cue is None or source is None or source.dep_ != "nsubj" or source.head.i == cue.i:
        return None
    # "began voting" says nothing, as "began" alone may.
    speaks = source.head.lemma_.lower() in CUES and not any(child.dep_ == "xcomp" for child in source.head.children)
    if speaks or source.head.pos_ != "VERB" or source.tag_ not in ("NN", "NNS"):
        return None
    subjects = [*cue.lefts, *(child for child in source.head.lefts if child.i < source.i)]
    return next((child for child in subjects if child.dep_ == "nsubj" and child.ent_type_ in ("PERSON", "ORG")), None)


def _before_colon(doc: Doc, text: str, start: int, inside: range, source: Token | None) -> Token | None:
    """The subject of the cue that a colon follows, where the source that was found stands in an earlier sentence."""
    if source is None or source.i >= inside.start or not text[max(0, start - 2) : start].rstrip().endswith(":"):
        return None
    before = [doc[i] for i in inside if doc[i].idx < start]
    cue = next((token for token in reversed(before) if token.lemma_.lower() in CUES and token.pos_ == "VERB"), None)
    while cue is not None:
        subject = next((child for child in cue.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return subject
        cue = cue.head if cue.dep_ in ("xcomp", "conj", "ccomp") and cue.head.i != cue.i else None
    return None


class Judged(NamedTuple):
    """Words between marks that somebody calls something by: their place, who calls it so, and the verb."""

    start: int
    end: int
    source: Token
    cue: Token


def judged_inside(doc: Doc, start: int, end: int, quoted_spans: Sequence[QuotedSpan]) -> Judged | None:
    """Whose word it is, where a clause names what somebody else calls a thing.

    to deliver what rival chief Dora Quayle calls “one-click freight” -> “one-click freight”, Quayle

    Args:
        doc: the document.
        start: of the clause, in characters.
        end: of the clause.
        quoted_spans: the marked stretches of the text, in order.
    """
    inside = spans.inside(start + 1, end, quoted_spans)
    if len(inside) != 1 or end - inside[0].end > 1:
        return None
    before = doc.char_span(start, inside[0].start, alignment_mode="contract")
    cue = next((token for token in reversed(before or ()) if not token.is_space), None)
    if cue is None or cue.lemma_.lower() not in JUDGING or cue.pos_ != "VERB" or cue.tag_ == "VBG":
        return None
    subject = next((child for child in cue.lefts if child.dep_ == "nsubj" and child.idx >= start), None)
    return Judged(inside[0].start, inside[0].end, subject, cue) if subject is not None else None


def of_headline(
    text: str, paragraph: Span, start: int, end: int, quoted_spans: Sequence[QuotedSpan]
) -> list[tuple[int, int]] | None:
    """The words between marks alone, where a headline puts them into a clause of its own; None anywhere else.

    Port reopening is ‘a gamble’, warns harbour chief -> ‘a gamble’. Only single marks, which are those of headlines:
    with double ones a line without a stop is an entry of a list more often.

    Args:
        text: the text.
        paragraph: where the paragraph of the stretch starts and ends.
        start: of the stretch.
        end: of the stretch.
        quoted_spans: the marked stretches of the text, in order.
    """
    first, last = paragraph.start, paragraph.end
    stop = text[first:last].rstrip("’'”\"")[-1:]
    if stop in _STOPS or text.count(" ", first, last) > _HEADLINE_SPACES or last == len(text):
        return None
    inside = spans.inside(start, end, quoted_spans)
    single = inside and all(each.single for each in inside)
    return [(each.start, each.end) for each in inside] if single else None


def is_heading(text: str, paragraph: Span, start: int, end: int) -> bool:
    """Whether a quotation is a heading between paragraphs: ‘Only one place’, whose words stand in the body again.

    It names nobody, and who spoke last or speaks next is seldom the one: of nine in the annotated articles no speaker
    was right.
    """
    said = text[start:end].strip()
    if said != text[paragraph.start : paragraph.end].strip() or said.count(" ") > _HEADING_SPACES:
        return False
    return said[-1:] in _CLOSING and said[-2:-1] not in tuple(_STOPS)


def is_name(doc: Doc, start: int) -> bool:
    """Whether words between marks are only what something is called, by nobody in particular.

    It is called “pigeon lung”; the island, also known as the “Rock of Tears”. Of ten quotations found so in the
    training articles nine were none. Where somebody calls it so, it is the verb's subject, or stands behind "by".
    """
    mark = _word_at(doc, start)
    if mark is None:
        return False
    before = range(mark.i - 1, max(sentence_start(mark), mark.i - _NAME_NEAR) - 1, -1)
    word = next((doc[i] for i in before if doc[i].lower_ not in _BEFORE_NAMES), None)
    if word is None:
        return False
    parts = {child.dep_ for child in word.children}
    return word.lemma_.lower() in _NAMING and word.tag_ == "VBN" and not parts & {"agent", "aux", "nsubj"}


# What stands between a verb that names and the marks: "known as the “Rock of Tears”", "a letter titled: “Farewell”".
_BEFORE_NAMES, _NAME_NEAR = words("the a an as : ,"), 4
_NAMING = words("call know dub nickname title entitle name codename")


# The longest of those nine has six spaces.
_HEADING_SPACES = 9
_CLOSING = ("'", "’", '"', "”")
