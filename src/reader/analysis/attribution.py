"""Who said what: puts marks, the trained finder, names, roles and pronouns together into quotes and actors."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis import confidence, identities, late, mentions, reported, roles, speakers
from reader.analysis.antecedents import Stage
from reader.analysis.cast import Attributed, published
from reader.analysis.drafts import Draft, drafts, turns
from reader.analysis.identities import Identity
from reader.analysis.marks import Stretch, stretches
from reader.analysis.mentions import NameMention
from reader.analysis.speakers import Speaker
from reader.text.document import Document


def find(document: Document, *, byline: Sequence[str] = ()) -> Attributed:
    """Find the quotes of a document and the people and organisations in it.

    Args:
        document: an English text that has been read.
        byline: its writers, who are no actors unless they are quoted.
    """
    doc = document.doc
    marked = stretches(document.text, document.paragraphs)
    named = mentions.find(doc)
    stage = Stage(doc, _sorted(doc, named), marked)
    known_roles = roles.nouns(doc, stage.identities)
    given = _given(document, stage, _drafts(document, stage, marked), known_roles)
    return published(document.text, stage, marked, late.introduced(stage, given), byline)._replace(names=named)


def _sorted(doc: Doc, found: Sequence[NameMention]) -> list[Identity]:
    """The identities of a document; those introduced as people are sorted again as people."""
    sorted_once = identities.sort(doc, found)
    people = {identity.name for identity in sorted_once if roles.misread(doc, identity)}
    if not people:
        return sorted_once
    surnames = {name.split()[-1] for name in people}
    return identities.sort(doc, [m._replace(kind="person") if m.text in people | surnames else m for m in found])


def _drafts(document: Document, stage: Stage, marked: Sequence[Stretch]) -> list[Draft]:
    """What was found, with the turns of a transcript in place of what was found inside them."""
    found, labelled = drafts(document, marked), turns(document)
    if not any(turn.source is not None and speakers.labelled(stage, turn.source) for turn in labelled):
        return found
    starts = [turn.start for turn in labelled]
    outside = [d for d in found if not _inside(d, labelled, starts)]
    return sorted(outside + labelled, key=lambda draft: draft.start)


def _inside(draft: Draft, labelled: Sequence[Draft], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, draft.end - 1) - 1
    return before >= 0 and labelled[before].end > draft.start


def _given(
    document: Document, stage: Stage, found: Sequence[Draft], known_roles: dict[int, set[str]]
) -> list[tuple[Draft, Speaker | None]]:
    """Each quote with its speaker; one that names nobody goes to who has the floor."""
    given: list[tuple[Draft, Speaker | None]] = []
    for draft in found:
        if draft.source is not None:
            speaker = speakers.labelled(stage, draft.source) if draft.turn else None
            speaker = speaker or speakers.resolve(stage, draft.source, known_roles)
        else:
            speaker = Speaker(stage.spoke_last, confidence.GUESSED) if stage.spoke_last is not None else None
            if speaker is None and not reported.is_sentence(document.text, draft.start, draft.end):
                continue
        if speaker is not None:
            stage.spoke_last = speaker.identity
            stage.spoke_at = draft.source.i if draft.source is not None else stage.spoke_at
        given.append((draft, speaker))
    return given
