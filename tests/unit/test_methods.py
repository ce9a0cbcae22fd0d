"""Every way to choose key points, for any language, and choosing anew for an article already analysed."""

import os
import subprocess
import sys

import pytest

from reader import pipeline
from reader.errors import SetupError
from reader.model import Analysis, Article
from reader.summarize import METHODS, methods
from reader.summarize.centrality import _inverse_frequencies, lexrank
from reader.summarize.points import key_points
from reader.summarize.wording import missing
from reader.text.sentences import split
from reader.workers import Lanes
from waiting import PATIENCE

STORY = """\
The harbour council voted on Friday to close the old ferry pier after a storm broke two of its piles.

He who asked was told nothing. Who would have known? But the crews of the ferry asked for talks with the council.

Ada Moss, chair of the crews’ union, called the vote “a slap in the face” and asked the ferry company for help.

The pier was built in 1921 by the Ellery Steam Company for the herring trade. It has been mended twice.

A second ferry runs from the north shore, and its owner offered to take on passengers until a new pier is built.

The council is to hear the crews on Tuesday, when engineers bring their report on the broken piles."""

ARTICLE = Article(text=STORY, headline="Council closes the ferry pier", language="en")
ANALYSIS = Analysis(sentences=split(STORY))


@pytest.mark.parametrize("method", METHODS)
def test_a_method_chooses_sentences_that_stand_alone(method: str) -> None:
    points = pipeline.choose_points(ARTICLE, ANALYSIS, 3, method).key_points
    assert len(points) == 3
    assert all(STORY[p.start : p.end] == p.text for p in points)
    assert [p.start for p in points] == sorted(p.start for p in points)
    assert max(p.score for p in points) == 1.0
    assert not any(p.text.startswith(("He", "But", "It", "Who")) for p in points)


@pytest.mark.parametrize("method", methods._MOST_SENTENCES)
def test_a_slow_method_rates_the_first_sentences_and_the_others_come_last(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(methods._MOST_SENTENCES, method, 3)
    paragraphs = [paragraph.split(". ") for paragraph in STORY.split("\n\n")]
    ranked = methods.ranking(method, paragraphs, None, "en")
    assert sorted(ranked[:3]) == [0, 1, 2]
    assert ranked[3:] == list(range(3, sum(map(len, paragraphs))))


def test_methods_differ() -> None:
    chosen = {pipeline.choose_points(ARTICLE, ANALYSIS, 2, method).key_points for method in METHODS}
    assert len(chosen) > 3


def test_there_is_no_other_method() -> None:
    with pytest.raises(SetupError, match="'best'"):
        key_points(STORY, ANALYSIS.sentences, 3, method="best")


def test_edmundson_looks_for_the_words_of_the_headline() -> None:
    def chosen(headline: str) -> str:
        (point,) = key_points(STORY, ANALYSIS.sentences, 1, method="edmundson", headline=headline)
        return point.text

    assert "herring" in chosen("Steam company and herring trade: Ellery’s 1921 pier")
    assert "herring" not in chosen("Crews call vote of council a slap")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "de", "Die Fähre sank am Abend. Der Hafen wurde nach dem Untergang der Fähre geschlossen.", id="German"
        ),
        pytest.param("el", "Το πλοίο βυθίστηκε το βράδυ. Το λιμάνι έκλεισε αμέσως μετά.", id="Greek"),
        pytest.param("cy", "Suddodd y fferi gyda'r nos. Caewyd yr harbwr ar unwaith wedyn.", id="Welsh"),
        pytest.param("ja", "渡し船が夜に沈んだ。 港はすぐに閉鎖された。", id="Japanese"),
        pytest.param("xx", "1234 5678. 1234 5678.", id="no words at all"),
    ],
)
def test_any_language_is_summarised(method: str, language: str, text: str) -> None:
    assert key_points(text, split(text), 1, method=method, language=language)


def test_what_sentences_share_is_seen_without_spaces() -> None:
    _, cosines = lexrank(
        ["渡し船が港で沈んだ。", "港で渡し船が沈む。", "議会は予算を決めた。", "市長は辞任した。"], "ja"
    )
    assert cosines[0, 1] > 0.1 > cosines[0, 2]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        pytest.param("en", None, id="stemmer and stop words"),
        pytest.param("da", None, id="a stemmer alone"),
        pytest.param("th", None, id="stop words alone"),
        pytest.param("nb", None, id="under another name"),
        pytest.param("el", None, id="under a name of its own"),
        pytest.param("cy", "No word lists for Welsh: key points were chosen by the words as they stand.", id="neither"),
        pytest.param(
            "..", "No word lists for this language: key points were chosen by the words as they stand.", id="no code"
        ),
    ],
)
def test_what_a_language_lacks(language: str, note: str | None) -> None:
    assert missing(language) == note


def test_a_note_tells_what_the_language_lacks() -> None:
    assert any("Welsh" in note for note in pipeline.analyze("Suddodd y fferi.", language="cy").notes)
    assert not any("word lists" in note for note in pipeline.analyze("Die Fähre sank.", language="de").notes)


def test_workers_choose_anew_and_keep_the_rest() -> None:
    workers = Lanes()
    try:
        few = workers.key_points(ARTICLE, ANALYSIS, 1, "luhn").result(PATIENCE)
        more = workers.key_points(ARTICLE, few, 4, "news").result(PATIENCE)
        with pytest.raises(SetupError):
            workers.key_points(ARTICLE, ANALYSIS, 1, "best").result(PATIENCE)
    finally:
        workers.close()
    assert (len(few.key_points), len(more.key_points)) == (1, 4)
    assert more.sentences == ANALYSIS.sentences


_RANK_ALL = """
import sys
from reader.summarize.methods import METHODS, ranking
paragraphs = [paragraph.split("|") for paragraph in sys.argv[1:]]
for method in METHODS[1:]:
    print(method, ranking(method, paragraphs, "Dam works halted", "en"))
"""
# Two sentences of a kind in each paragraph, so that near ties are many.
_STORY = [
    f"Work on the {dam} dam stopped on {day}.|The {dam} villages were told on {day} to be ready to leave."
    for dam, day in [("Orle", "Monday"), ("Stenmill", "Tuesday"), ("Tarn", "Friday"), ("Brindle", "Sunday")]
]


def test_every_run_gives_the_same_answer() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", _RANK_ALL, *_STORY],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(answers) == 1


def test_words_are_weighed_in_the_order_of_the_text() -> None:
    """Sums over another order differ in their last digit, and with them the choice between two equal sentences."""
    words = [f"word{number * 7 % 30}" for number in range(30)]
    assert list(_inverse_frequencies([words, words[::-1]])) == words
