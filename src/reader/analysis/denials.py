"""Which earlier quote a denial answers, by what the two say. Rules over finished quotes and their words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reader.lexicon.cues import CHARGING, CLAIMS, DISPUTING, PLAIN_DENIALS
from reader.lexicon.function_words import DEFINITE, NEGATIVE
from reader.lexicon.wordlists import words
from reader.model import Quote

# A denial repeats words of what was said at most this many quotes before it, and answers a charge that it does not
# repeat at most so many before it. In 1,111 articles the last of six quotes before, whatever it said, made 60 links of
# which 14 were right; these rules make 12, of which 11 are; with a charge at most two before, 10.
_REACH, _NEAR = 12, 3
# So many content words, names left out, and this share of those of the denial make two quotes speak of one thing.
_SHARED_WORDS, _SHARED_PART = 2, 0.4


class Gist(NamedTuple):
    """What of a quote's words tells whether it is a denial, and of what.

    Attributes:
        cue: the lemma of its cue, "" where it has none or the cue is negated ("did not deny").
        content: the stems of its nouns, verbs and adjectives.
        negative: whether it holds a negation.
        claim: the noun by which it speaks of a claim, as a stem: "alleg" of "denied the allegations".
        open: whether that noun leaves open what was claimed: "the allegations", not "the allegation that he fled".
        owner: where the word stands that says whose claim it was, None where none does: "Moss" of "Moss’s claim".
    """

    cue: str = ""
    content: frozenset[str] = frozenset()
    negative: bool = False
    claim: str = ""
    open: bool = False
    owner: int | None = None


def gist(doc: Doc, start: int, end: int, cue: Token | None) -> Gist:
    """Read the words of a quote that stands from one offset to another."""
    span = doc.char_span(start, end, alignment_mode="expand")
    said = [token for token in span or () if cue is None or token.i != cue.i]
    claim = next((token for token in said if token.lower_ in CLAIMS), None)
    return Gist(
        cue="" if cue is None or _is_negated(cue) else cue.lemma_.lower(),
        content=frozenset(stem(token.lemma_) for token in said if _tells(token) and token.lower_ not in CLAIMS),
        negative=any(token.dep_ == "neg" or token.lower_ in NEGATIVE for token in said),
        claim=stem(claim.lemma_) if claim is not None else "",
        open=claim is not None and _is_known(claim) and not any(map(_says_what, claim.children)),
        owner=_owner(claim) if claim is not None else None,
    )


_CONTENT = frozenset(("NOUN", "VERB", "ADJ"))
# These say nothing by which two quotes could be told to speak of one thing.
_LIGHT = words("be have do get go make come say tell year people")
# What hangs on "allegation" where it says what was alleged: a clause, or "of theft".
_CLAUSES = frozenset(("acl", "relcl", "ccomp"))
_OF = words("of about over against on regarding")


def _says_what(token: Token) -> bool:
    return token.dep_ in _CLAUSES or (token.dep_ == "prep" and token.lower_ in _OF)


def _is_known(claim: Token) -> bool:
    """Whether a claim was told of before: "the allegations", "Moss’s claims", not "some allegations"."""
    return any(child.lower_ in DEFINITE or child.lower_ == "such" or child.dep_ == "poss" for child in claim.children)


def _tells(token: Token) -> bool:
    return token.pos_ in _CONTENT and token.is_alpha and token.lemma_.lower() not in _LIGHT


def _is_negated(cue: Token) -> bool:
    """Whether somebody did not do what a cue says: "did not deny", "refused to deny", "there is no denying"."""
    above = [cue.head] if cue.dep_ == "xcomp" else []
    before = [cue.nbor(-1)] if cue.i > 0 else []  # the parser hangs the "no" of "no denying" anywhere
    around = [*before, *(child for word in (cue, *above) for child in word.children)]
    return any(word.lower_ in NEGATIVE for word in around) or any(word.lemma_ in _REFUSING for word in above)


_REFUSING = words("refuse decline fail avoid stop")


def _owner(claim: Token) -> int | None:
    """Where it is said whose claim it was: "Moss’s claim", "the claim by Moss"."""
    for child in claim.children:
        if child.dep_ == "poss":
            return child.idx
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((word.idx for word in child.children if word.dep_ == "pobj"), None)
    return None


_ENDING = re.compile(r"(?:ations?|ions?|isms?|i[sz]e|ments?|ness|ings?|ance|ence|al|ive|ed|es|ly|er|e|s)$")
_SHORTEST_STEM = 4


def stem(word: str) -> str:
    """A word without its endings, so that "accusation" and "accuse" are one, and "involvement" and "involve"."""
    found = word.lower()
    while (match := _ENDING.search(found)) and match.start() >= _SHORTEST_STEM:
        found = found[: match.start()]
    return found


def denied(
    n: int, quotes: Sequence[Quote], about: Sequence[Sequence[str]], told: Sequence[Gist], owner: str | None
) -> str | None:
    """The id of the earlier quote that a quote denies; None where it denies none that is shown.

    "Vale said Moss had sold the quay." is denied by "Moss denied that he had sold a quay", which repeats it, "Vale
    accused Moss of theft." by "Moss denied wrongdoing", as it was aimed at him, and by "the council denied the
    accusation", which says so.

    Args:
        n: the place of the quote.
        quotes: in order of the text.
        about: whom each is about.
        told: the words of each.
        owner: whose claim the quote says it denies, "" for somebody who is no actor; None where it does not say.
    """
    quote, said = quotes[n], told[n]
    if quote.speaker is None or said.cue not in DISPUTING or not (said.claim or said.cue in PLAIN_DENIALS):
        return None
    before = [
        m
        for m in range(max(0, n - _REACH), n)
        if quotes[m].speaker not in (None, quote.speaker) and owner in (None, quotes[m].speaker)
    ]
    alike = [] if said.open else [m for m in before if _repeats(said, told[m])]
    aimed = [
        m for m in before if n - m <= _NEAR and quote.speaker in about[m] and (said.open or _charges(said, told[m]))
    ]
    named = [m for m in before[-1:] if said.open and _is_named(said, told[m])]
    answered = (*aimed, *named)
    found = max(alike, key=lambda m: (len(said.content & told[m].content), m), default=None)
    found = found if found is not None else max(answered, default=None)
    return None if found is None else quotes[found].id


def _repeats(denial: Gist, claim: Gist) -> bool:
    """Whether two quotes speak of one thing: "that he took the money" of "Harlan had taken money from the port"."""
    if denial.negative != claim.negative:
        return False
    shared = len(denial.content & claim.content)
    return shared >= _SHARED_WORDS and shared >= _SHARED_PART * len(denial.content)


def _charges(denial: Gist, claim: Gist) -> bool:
    """Whether a denial may deny a charge in other words: "denied wrongdoing", not "denied the claim that he fled"."""
    return not denial.claim and claim.cue in CHARGING


def _is_named(denial: Gist, claim: Gist) -> bool:
    """Whether a denial calls what was said by its noun: "that suggestion" where somebody suggested it."""
    return denial.claim == stem(claim.cue) or (denial.claim in _CHARGES and claim.cue in CHARGING)


# Nouns for a charge, as stems: each may stand for what anybody accused or blamed somebody of.
_CHARGES = frozenset(map(stem, ("accusation", "allegation", "charge", "claim")))
