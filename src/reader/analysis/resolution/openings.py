"""Who is about to speak: the person a paragraph is about, before a quotation that stands alone."""

from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution.history import History
from reader.analysis.resolution.stage import Stage
from reader.text.document import sentence_end


def subject(stage: Stage, history: History, quote: Candidate) -> int | None:
    """The entity that the paragraph before a quotation is about; None where that cannot be told.

    “It is too dear,” Lind said. ¶ Moss, the finance member, wants to see it built. ¶ “It matters to us.” -> Moss. The
    quotation opens its own paragraph, the one before it has none, and a source, if one was found, stands before both.

    Args:
        stage: the text and who is in it.
        history: who has spoken before.
        quote: what is said.
    """
    discourse, paragraphs = stage.discourse, stage.discourse.document.paragraphs
    last = stage.word_at(quote.start)
    n = stage.paragraph_of[last] - 1
    if n < 1 or paragraphs[n].start != quote.start:
        return None
    first = stage.word_at(paragraphs[n - 1].start)
    spoke = history.speaker is not None and history.at >= first
    sourced = quote.source is not None and quote.source.i >= first
    if spoke or sourced or any(i in discourse.inside for i in range(first, last)):
        return None
    for token in discourse.doc[first : sentence_end(discourse.doc[first])]:
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.i in discourse.owner:
            who = discourse.owner[token.i]
            spoken_of = who in stage.dead or stage.is_spoken_of(who, quote.start, quote.end)
            return who if discourse.entities[who].kind == "person" and not spoken_of else None
    return None
