"""The table of cue words and the speech act of each."""

import pytest

from reader.lexicon.cues import CUES, SPEECH_NOUNS, speech_act

ACTS = {
    "said": (["say"], "say"),
    "answered": (["reply"], "answer"),
    "explained": (["explain"], "explain"),
    "announced": (["announce"], "announce"),
    "claimed": (["allege"], "claim"),
    "denied": (["deny"], "deny"),
    "accused": (["accuse"], "accuse"),
    "criticised": (["condemn"], "criticise"),
    "praised": (["hail"], "praise"),
    "promised": (["vow"], "promise"),
    "warned": (["caution"], "warn"),
    "demanded": (["urge"], "demand"),
    "asked": (["ask"], "ask"),
    "proposed": (["recommend"], "propose"),
    "agreed": (["concede"], "agree"),
    "estimated": (["reckon"], "estimate"),
    "predicted": (["forecast"], "predict"),
    "believed": (["hope"], "believe"),
    "found": (["conclude"], "find"),
    "shouted": (["yell"], "shout"),
    "a noun of speech": (["allegation"], "claim"),
    "said, in a warning": (["say", "in", "warning"], "warn"),
    "said and promised": (["say", "promise"], "promise"),
    "a noun that any act may use": (["statement"], "say"),
    "a word not listed": (["swim"], "say"),
    "according to": (["according"], "say"),
    "a colon": ([":"], "say"),
    "nothing": ([], "say"),
}


@pytest.mark.parametrize(("lemmas", "act"), ACTS.values(), ids=ACTS)
def test_speech_act(lemmas: list[str], act: str) -> None:
    assert speech_act(lemmas) == act


def test_a_cue_listed_twice_keeps_its_first_act_and_both_frames() -> None:
    report = CUES["report"]
    assert report.act == "announce"
    assert report.frames == {"that", "quote", "object"}


def test_every_cue_is_one_word_in_lower_case_with_a_frame() -> None:
    assert all(key == cue.lemma == cue.lemma.lower() and " " not in key for key, cue in CUES.items())
    assert all(cue.frames for cue in CUES.values())


def test_every_act_has_words() -> None:
    acts = {cue.act for cue in CUES.values()}
    assert acts == {
        "say", "answer", "explain", "announce", "claim", "deny", "accuse", "criticise", "praise", "promise", "warn",
        "demand", "ask", "propose", "agree", "estimate", "predict", "believe", "find", "shout",
    }  # fmt: skip


@pytest.mark.parametrize("noun", ["statement", "report", "tweet", "communiqué", "affidavit"])
def test_nouns_of_speech(noun: str) -> None:
    assert noun in SPEECH_NOUNS


@pytest.mark.parametrize("noun", ["pier", "minister", "storm"])
def test_other_nouns(noun: str) -> None:
    assert noun not in SPEECH_NOUNS
