"""Noun phrases around a word: how far the phrase goes that a noun heads, and whether it points back."""

from spacy.tokens import Token

from reader.lexicon.function_words import DEFINITE
from reader.lexicon.wordlists import words
from reader.text.document import sentence_start

# A longer phrase names a source with a whole clause; it is cut.
_LONGEST = 14
_BREAKS = (",", ";", "(", "—")
# Prepositions that open when, where or why something was said, not who said it.
_CIRCUMSTANCE = words("on in at after during before as since")


def is_definite(token: Token) -> bool:
    """Whether a noun is one already known: "the envoy", "his lawyer"."""
    return any(child.lower_ in DEFINITE for child in token.children if child.dep_ in ("det", "poss"))


def noun_phrase(token: Token) -> tuple[int, int]:
    """The phrase a noun heads, without clauses: "a spokesman for the rebel delegation". In tokens, end exclusive."""
    doc, start = token.doc, token.left_edge.i
    start = max(start, sentence_start(token), token.i - _LONGEST)
    while start < token.i and (
        doc[start].is_punct or doc[start].dep_ in ("cc", "mark", "prep", "advmod", "preconj") or doc[start].is_space
    ):
        start += 1
    breaks = [i for i in range(start, token.i) if doc[i].text in _BREAKS]
    return breaks[-1] + 1 if breaks else start, _end(token)


def _end(token: Token) -> int:
    doc, end = token.doc, token.i + 1
    for child in token.rights:
        if child.dep_ != "prep" or child.i > end + 1 or child.lower_ in _CIRCUMSTANCE:
            break
        stop = child.right_edge.i + 1
        clause = (
            t.i
            for t in doc[child.i : stop]
            if t.dep_ in ("relcl", "acl", "appos") or t.text in (",", "(", "—", "“", '"')
        )
        end = max(end, min(next(clause, stop), stop))
    return end
