"""Whom a quote is about, and which claim it denies."""

import pytest

import reader
from reader.analysis.denials import gist, stem
from reader.model import Analysis
from reader.text import nlp_model

ABOUT = {
    "accused": ("Mara Vale accused Tom Hale of “selling the quay twice.”", "Mara Vale", ["Tom Hale"]),
    "named in a clause": ("Mara Vale said Tom Hale had sold the quay twice.", "Mara Vale", ["Tom Hale"]),
    "judged before the marks": ("Mara Vale called Tom Hale “reckless.”", "Mara Vale", ["Tom Hale"]),
    "nobody": ("Mara Vale said the quay had been sold twice.", "Mara Vale", []),
    "told to somebody": ("Mara Vale told Tom Hale that the quay had been sold twice.", "Mara Vale", []),
}

CLAIM = "Mara Vale said that Tom Hale had sold the quay twice. "
CHARGE = "Mara Vale accused Tom Hale of taking bribes. "
BETWEEN = "Ina Crowe said that the ferry would sail on Sunday. "
DENIES = {
    "denied": CLAIM + "Tom Hale denied that he had sold the quay to anybody.",
    "denied by somebody else": CLAIM + "Ina Crowe denied that the quay had been sold.",
    "disputed": CLAIM + "Tom Hale disputed that the quay had been sold at all.",
    "in other forms of the words": CHARGE + "Ina Crowe denied that any bribe had been taken.",
    "a charge in other words": CHARGE + "Hale denied doing anything wrong.",
    "a charge by its noun": CHARGE + "Hale dismissed the accusation as “a smear.”",
    "a charge by another noun": CHARGE + "Ina Crowe rejected the allegations as “false.”",
    "what was suggested by its noun": (
        "Mara Vale suggested that the quay had been sold twice. Ina Crowe dismissed that suggestion as “nonsense.”"
    ),
    "a charge in two adjectives": CHARGE + "Tom Hale rejected these accusations as “patently false.”",
    "the one it repeats": CLAIM + BETWEEN + "Tom Hale denied that he had sold the quay to anybody.",
    "whose claim it was": CLAIM + BETWEEN + "Tom Hale denied Vale’s claim that he had sold the quay.",
}
DENIES_NOTHING = {
    "agreed": CLAIM + "Ina Crowe said that the quay had been sold in March.",
    "denied by the same speaker": "Mara Vale said the quay was sold. She denied that she had bought it herself.",
    "dismissed a person": CLAIM + "Ina Crowe dismissed Tom Hale as “a man in a borrowed boat.”",
    "something else": CLAIM + "Tom Hale denied that he would leave the council.",
    "one word of it": CLAIM + "Tom Hale denied that the quay would close to ferries in the summer.",
    "a name alone": CLAIM + "Ina Crowe denied that Tom Hale would stand for mayor.",
    "what polls make it seem": (
        BETWEEN + "Tom Hale disputes that the port has as big an advantage as those numbers make it seem."
    ),
    "a charge aimed at somebody else": CHARGE + "Ina Crowe denied doing anything wrong.",
    "a charge that is told": BETWEEN + "Tom Hale denied the allegations of theft.",
    "a report of something else": (
        "The Osten Post reported that the ferry was late. Ina Crowe said that it would sail on Sunday. "
        "Tom Hale dismissed the reports as “noise.”"
    ),
    "no claim told before": CHARGE.replace("accused", "warned").replace(" of", " against")
    + "Ina Crowe mocked some inaccurate statement as “noise.”",
    "what somebody else claimed": CLAIM + "Tom Hale denied Ina Crowe’s claim that he had sold the quay.",
    "what nobody said": (
        "Mara Vale said that the harbour would not sell the quay. Tom Hale denied that the harbour would sell the quay."
    ),
}


def _names(analysis: Analysis, ids: tuple[str, ...]) -> list[str]:
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names[actor] for actor in ids]


@pytest.mark.parametrize(("text", "speaker", "about"), ABOUT.values(), ids=ABOUT)
def test_about(text: str, speaker: str, about: list[str]) -> None:
    analysis = reader.analyze(text)
    quote = analysis.quotes[0]
    assert quote.speaker is not None
    assert _names(analysis, (quote.speaker,)) == [speaker]
    assert _names(analysis, quote.about) == about


@pytest.mark.parametrize("text", DENIES.values(), ids=DENIES)
def test_denies(text: str) -> None:
    first, *_, last = reader.analyze(text).quotes
    assert last.denies == first.id


NEGATED = ["Hale did not deny it.", "Hale refused to deny it.", "Hale never disputed it.", "There is no denying it."]


@pytest.mark.parametrize("text", NEGATED)
def test_a_negated_cue_denies_nothing(text: str) -> None:
    doc = nlp_model.load()(text)
    assert gist(doc, 0, len(text), doc[-3]).cue == ""


def test_a_cue_that_is_not_negated_denies() -> None:
    doc = nlp_model.load()("Hale denied it.")
    assert gist(doc, 0, len(doc.text), doc[-3]).cue == "deny"


STEMS = [
    ("accusation", "accuse"), ("allegations", "allege"), ("suggestion", "suggest"), ("involvement", "involve"),
    ("agreement", "agree"), ("criticism", "criticise"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "verb"), STEMS)
def test_nouns_and_verbs_of_one_stem(noun: str, verb: str) -> None:
    assert stem(noun) == stem(verb)


def test_short_words_and_strangers_keep_their_own_stems() -> None:
    assert [stem(word) for word in ("lies", "used", "ally", "bribe", "bride")] == [
        "lies",
        "used",
        "ally",
        "brib",
        "brid",
    ]


@pytest.mark.parametrize("text", DENIES_NOTHING.values(), ids=DENIES_NOTHING)
def test_denies_nothing(text: str) -> None:
    assert [quote.denies for quote in reader.analyze(text).quotes if quote.denies] == []
