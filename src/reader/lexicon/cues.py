"""Cue words as data: which words give speech to somebody, what they take, and the speech act each performs."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, cast

from reader.lexicon.wordlists import marked, table, words

Frame = Literal["that", "quote", "as", "object", "to", "for", "of", "question"]

_CUES = table("cues", 3)
_NOUNS = table("speech_nouns", 2)
# Their columns, counted from 0 behind the entry.
_USES_OF_CUES, _ACT_OF_NOUN = 2, 1

# Prepositions that give what stands beside them to somebody: "according to police", "per the report".
ACCORDING = frozenset({"according", "per"})

# Behind a name, these give it the words before, whatever mark they ended with: "“Why?” Moss asked."
SAYING = words("said says asked asks added adds told wrote writes tweeted cried shouted replied wondered joked yelled")

# Nouns that carry what somebody said: "his claim that …", "in a statement", "the report said".
SPEECH_NOUNS = marked(_NOUNS, "speech")
# What speaks for whom it belongs to: "the Foreign Ministry's website said".
VOICES = SPEECH_NOUNS | marked(_NOUNS, "medium")
# What a disputing cue that is no plain denial must speak of, one or several.
CLAIMS = frozenset(form for noun in marked(_NOUNS, "disputed") for form in (noun, f"{noun}s"))

# Cues that dispute what somebody else said; the plain denials need no noun to tell that it was a claim.
DISPUTING = marked(_CUES, "disputing", _USES_OF_CUES)
PLAIN_DENIALS = marked(_CUES, "denial", _USES_OF_CUES)
# Cues whose object is judged in the words quoted: called it “provocative”, described the vote as a “sham”.
JUDGING = marked(_CUES, "judging", _USES_OF_CUES)
# Judgements without marks or a clause, reported as such: "labeled the Russian claim as propaganda".
AS_JUDGED = marked(_CUES, "as-judged", _USES_OF_CUES)
# Cues of what somebody does or shows rather than says: "declined to comment", "the figures show that it fell".
DEEDS = marked(_CUES, "deed", _USES_OF_CUES)
# Acts that report speech even without a clause: accused him of theft, proposed a ban, denied the charge.
ACTS_WITHOUT_CLAUSE = frozenset(("accuse", "demand", "deny", "propose", "warn"))
# Cues that charge somebody with something, which may be denied in quite other words.
CHARGING = marked(_CUES, "charging", _USES_OF_CUES)
# Acts of the mind: what somebody thinks, hopes or fears was not said.
ACTS_OF_MIND = frozenset(("believe",))


class Cue(NamedTuple):
    """One cue word: its lemma, speech act, and the frames it takes."""

    lemma: str
    act: str
    frames: frozenset[Frame]


CUES = {
    lemma: Cue(lemma, act, frozenset(cast("Frame", frame) for frame in frames.split()))
    for lemma, (act, frames, _) in _CUES.items()
}


def speech_act(lemmas: Iterable[str]) -> str:
    """The act of a cue given the lemmas of its words, the most telling one: "said in warning" -> warn.

    A plain "say" gives way to any other listed word; words not listed perform "say".
    """
    act = "say"
    for lemma in lemmas:
        cue = CUES.get(lemma)
        found = cue.act if cue else _NOUNS[lemma][_ACT_OF_NOUN] if lemma in _NOUNS else ""
        if found and found != "say":
            return found
    return act
