"""Who and what is behind the words that a tagger points at: the author of a document, the judge inside a clause."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis.entities import role_words
from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.lexicon import organisations
from reader.lexicon.cues import JUDGING, VOICES
from reader.lexicon.wordlists import words

# What is done to a document by whom it comes from: "a statement issued by the port".
_ISSUED = words("issue release publish post send write sign circulate make")
_BY = words("by from")


def author(source: Token) -> Token:
    """Whose document a source is, by name or by what that is: "a report by the Harbour Trust" -> Trust.

    Any other source, and a document that nobody is named for, is itself.
    """
    if source.lemma_.lower() not in VOICES or source.ent_type_ in ("PERSON", "ORG", "GPE"):
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
    named = token.pos_ in ("PROPN", "PRON") or token.ent_type_ == "ORG"
    return named or role_words.is_role(token) or token.lower_ in organisations.KNOWN


def is_asked(cue: Token | None, source: Token | None) -> bool:
    """Whether a source was spoken to and did not speak: "Moss was asked, “Will it hold?”"."""
    if cue is None or source is None or cue.tag_ != "VBN":
        return False
    return any(child.dep_ == "nsubjpass" and child.i == source.i for child in cue.children)


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
    inside = [each for each in quoted_spans if start < each.start and each.end <= end]
    if len(inside) != 1 or end - inside[0].end > 1:
        return None
    before = doc.char_span(start, inside[0].start, alignment_mode="contract")
    cue = next((token for token in reversed(before or ()) if not token.is_space), None)
    if cue is None or cue.lemma_.lower() not in JUDGING or cue.pos_ != "VERB" or cue.tag_ == "VBG":
        return None
    subject = next((child for child in cue.lefts if child.dep_ == "nsubj" and child.idx >= start), None)
    return Judged(inside[0].start, inside[0].end, subject, cue) if subject is not None else None


def of_headline(
    text: str, paragraph: tuple[int, int], start: int, end: int, quoted_spans: Sequence[QuotedSpan]
) -> list[tuple[int, int]] | None:
    """The words between marks alone, where a headline puts them into a clause of its own; None anywhere else.

    Port reopening is ‘a gamble’, warns harbour chief -> ‘a gamble’. Only single marks, which are those of headlines: with
    double ones a line without a stop is an entry of a list more often.

    Args:
        text: the text.
        paragraph: where the paragraph of the stretch starts and ends.
        start: of the stretch.
        end: of the stretch.
        quoted_spans: the marked stretches of the text, in order.
    """
    first, last = paragraph
    stop = text[first:last].rstrip("’'”\"")[-1:]
    if stop in _STOPS or text.count(" ", first, last) > _HEADLINE_SPACES or last == len(text):
        return None
    inside = [each for each in quoted_spans if start <= each.start and each.end <= end]
    single = inside and all(each.single for each in inside)
    return [(each.start, each.end) for each in inside] if single else None


# A headline ends without a stop and is no longer than this: the longest on 150 pages has 18 words.
_STOPS = ".?!:;,…"
_HEADLINE_SPACES = 19
