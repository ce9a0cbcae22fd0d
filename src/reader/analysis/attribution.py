"""Who said what: puts marks, the trained finder, names, roles and pronouns together into quotes and actors."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis import calibration
from reader.analysis.assemble import Attributed, published
from reader.analysis.entities import deferred_names, entities, mentions, roles, speakers
from reader.analysis.entities.coreference import Stage
from reader.analysis.entities.entities import Entity
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.speakers import Speaker
from reader.analysis.quotes import quote_tagger, reported_speech
from reader.analysis.quotes.candidates import Candidate, candidates, turns
from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.analysis.quotes.tagger import TaggedSpan, Tagger
from reader.text.document import Document


def find(document: Document, *, byline: Sequence[str] = (), tagger: Tagger | None = None) -> Attributed:
    """Find the quotes of a document and the people and organisations in it.

    Args:
        document: an English text that has been read.
        byline: its writers, who are no actors unless they are quoted.
        tagger: what finds the words that are attributed; the trained one unless given.
    """
    doc = document.doc
    marked = quoted_spans(document.text, document.paragraphs)
    named = mentions.find(doc)
    stage = Stage(doc, _sorted(doc, named), marked)
    known_roles = roles.nouns(doc, stage.entities)
    tagged = (tagger or quote_tagger.load()).tag(document, marked)
    given = _given(document, stage, _candidates(document, stage, tagged, marked), known_roles)
    return published(document.text, stage, marked, deferred_names.introduced(stage, given), byline)._replace(
        names=named
    )


def _sorted(doc: Doc, found: Sequence[NameMention]) -> list[Entity]:
    """The entities of a document; those introduced as people are sorted again as people."""
    sorted_once = entities.sort(doc, found)
    people = {entity.name for entity in sorted_once if roles.misread(doc, entity)}
    if not people:
        return sorted_once
    surnames = {name.split()[-1] for name in people}
    return entities.sort(doc, [m._replace(kind="person") if m.text in people | surnames else m for m in found])


def _candidates(
    document: Document, stage: Stage, tagged: Sequence[TaggedSpan], marked: Sequence[QuotedSpan]
) -> list[Candidate]:
    """What was found, with the turns of a transcript in place of what was found inside them."""
    found, labelled = candidates(document, tagged, marked), turns(document)
    if not any(turn.source is not None and speakers.labelled(stage, turn.source) for turn in labelled):
        return found
    starts = [turn.start for turn in labelled]
    outside = [d for d in found if not _inside(d, labelled, starts)]
    return sorted(outside + labelled, key=lambda candidate: candidate.start)


def _inside(candidate: Candidate, labelled: Sequence[Candidate], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, candidate.end - 1) - 1
    return before >= 0 and labelled[before].end > candidate.start


def _given(
    document: Document, stage: Stage, found: Sequence[Candidate], known_roles: dict[int, set[str]]
) -> list[tuple[Candidate, Speaker | None]]:
    """Each quote with its speaker; one that names nobody goes to who has the floor."""
    given: list[tuple[Candidate, Speaker | None]] = []
    for candidate in found:
        if candidate.source is not None:
            speaker = speakers.labelled(stage, candidate.source) if candidate.turn else None
            speaker = speaker or speakers.resolve(stage, candidate.source, known_roles)
        else:
            speaker = Speaker(stage.spoke_last, calibration.GUESSED) if stage.spoke_last is not None else None
            if speaker is None and not reported_speech.is_sentence(document.text, candidate.start, candidate.end):
                continue
        if speaker is not None:
            stage.spoke_last = speaker.entity
            stage.spoke_at = candidate.source.i if candidate.source is not None else stage.spoke_at
        given.append((candidate, speaker))
    return given
