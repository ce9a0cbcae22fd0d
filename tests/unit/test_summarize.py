"""Key points: what may be one, which part of a sentence stands alone, and how they are chosen."""

import numpy as np
import pytest

from reader.model import Span
from reader.summarize.centrality import lexrank
from reader.summarize.points import MAX_SENTENCES, key_points
from reader.summarize.rank import choose, rate, rate_close, same
from reader.summarize.standing import point_span
from reader.text.sentences import split

STANDS = {
    "a plain statement": ("The ferry sank.", "The ferry sank."),
    "a whole quotation": ("“The ferry sank,” Moss said.", "“The ferry sank,” Moss said."),
    "without its joining word": ("But Moss denied it.", "Moss denied it."),
    "without its joining adverb": ("Meanwhile, the crew left.", "the crew left."),
    "without its dateline": ("PORT ELLERY, Estmark (AP) — The ferry sank.", "The ferry sank."),
    "without a dateline that names no region": ("PORT ELLERY, Jan. 4 — The ferry sank.", "The ferry sank."),
    "without a dateline in small letters": ("Port Ellery (AFP) – The ferry sank.", "The ferry sank."),
    "without its agency mark": ("(CNN) -- The ferry sank.", "The ferry sank."),
    "without an agency mark that no dash parts": ("(CNN)The ferry sank.", "The ferry sank."),
    "with initials that an aside follows": ("NATO — the alliance — left.", "NATO — the alliance — left."),
    "without its joining phrase": ("In addition, crews left.", "crews left."),
    "without an adverb that no comma parts": ("However Moss left the pier.", "Moss left the pier."),
    "a speaker of a transcript": ("MOSS: The ferry sank.", "MOSS: The ferry sank."),
    "two who are told at once": ("The two ferries sank off the pier.", "The two ferries sank off the pier."),
    "a negation that opens": ("Not one of the crew was hurt.", "Not one of the crew was hurt."),
    "a reason with what follows": ("Because the pier broke, crews left.", "Because the pier broke, crews left."),
    "a reason in front": ("Because of the storm crews left.", "Because of the storm crews left."),
    "a pronoun later on": ("Moss said she would stay.", "Moss said she would stay."),
    "two words": ("Crews left.", "Crews left."),
}

LEANS = {
    "a pronoun": "He left the pier.",
    "a pronoun after a joining word": "But he left the pier.",
    "a demonstrative": "This was the end.",
    "a connective phrase": "As a result, crews left.",
    "a pronoun after a speaker of a transcript": "MOSS: It has rocks in it.",
    "a reason alone": "Because leaving the pier is anything but easy.",
    "others than who": "But others left the pier.",
    "two who were named before": "The two met at the pier.",
    "an answer without its question": "Not my neighbor, who is 84.",
    "an hour": "8:05 a.m.",
    "one word": "Silence.",
    "a question": "Who sank the ferry?",
    "a quoted question": "“Who sank it?”",
    "an open quotation": "“The ferry sank, and nobody came.",
    "a closed quotation that was opened before": "The ferry sank.”",
    "an open single mark": "‘The ferry sank, and nobody came.",
    "a heading": "Ferry sinks off Ellery",
    "a caption": "Crews wait at the pier. (Photo by Lena Ash.)",
    "a pictured person": "Ada Moss, pictured in spring, was harbour chief.",
}

STORY = """\
PORT ELLERY — The harbour council voted on Friday to close the old ferry pier after a storm broke two of its piles.

He who asked was told nothing. The council voted on Friday to close the old ferry pier after the storm broke its piles.

Ferry crews said the closing of the pier would cost 40 of them their work before the winter ends.

Ada Moss, chair of the crews’ union, called the vote “a slap in the face” and asked for talks with the council.

The pier was built in 1921 by the Ellery Steam Company for the herring trade. It has been mended twice.

A second ferry runs from the north shore, and its owner offered to take on passengers until a new pier is built.

The council is to hear the crews on Tuesday, when engineers bring their report on the broken piles.

Residents of the north shore fear the traffic that a larger ferry landing would bring to their streets."""


@pytest.mark.parametrize(("text", "part"), STANDS.values(), ids=STANDS)
def test_stands_alone(text: str, part: str) -> None:
    span = point_span(text, Span(0, len(text)))
    assert span is not None
    assert text[span.start : span.end] == part


@pytest.mark.parametrize("text", LEANS.values(), ids=LEANS)
def test_does_not_stand_alone(text: str) -> None:
    assert point_span(text, Span(0, len(text))) is None


def test_a_demonstrative_may_open_the_text() -> None:
    text = "This is the moment the ferry sank."
    assert point_span(text, Span(0, len(text)), opens_text=True) == Span(0, len(text))


def test_points_are_exact_apart_and_in_order() -> None:
    points = key_points(STORY, split(STORY), 5)
    assert len(points) == 5
    assert all(STORY[p.start : p.end] == p.text for p in points)
    assert [p.start for p in points] == sorted(p.start for p in points)
    assert max(p.score for p in points) == 1.0


def test_the_lede_is_a_point_without_its_dateline_and_is_not_said_twice() -> None:
    texts = [p.text for p in key_points(STORY, split(STORY), 15)]
    assert texts[0].startswith("The harbour council voted on Friday")
    assert sum("voted on Friday" in text for text in texts) == 1


EARLY = (
    "The harbour council of Ellery closed the ferry pier after a storm. Ferry crews of Ellery asked the council to "
    "help with the pier. A storm broke two piles of the ferry pier in Ellery harbour. The council of Ellery told the "
    "crews to leave the harbour. Crews left the broken pier to the storm and the council."
)


@pytest.mark.parametrize(("n", "reached"), [(4, False), (5, True)])
def test_five_points_reach_the_second_half_and_four_need_not(n: int, reached: bool) -> None:
    story = f"{EARLY}\n\n{'Who knows? ' * 50}\n\nResidents fear the traffic of summer."
    points = key_points(story, split(story), n)
    assert any(p.start >= len(story) // 2 for p in points) is reached


FIRST = [
    "The harbour council closed the ferry pier after the storm.",
    "Ferry crews asked the council for work on the pier today.",
    "The storm broke nine piles of the harbour pier on Friday.",
    "A second ferry will take crews over the harbour until May.",
    "The council must hear engineers who measured the broken piles.",
    "Engineers said the storm was the worst in nine years.",
]


@pytest.mark.parametrize(
    ("filling", "last"),
    [
        pytest.param(300, "Nobody slept.", id="all long before it"),
        pytest.param(80, FIRST[5], id="one a little before it"),
        pytest.param(10, FIRST[4], id="one a little behind it"),
    ],
)
def test_the_second_half_begins_in_the_middle(filling: int, last: str) -> None:
    story = "\n\n".join([*FIRST, "x " * filling + "end.", "Nobody slept.", "Herring became cheap."])
    assert key_points(story, split(story), 5)[-1].text == last


def test_the_headline_repeated_is_no_point() -> None:
    headline = "Harbour council closes the old ferry pier"
    text = f"{headline}.\n\n{STORY}"
    assert headline not in " ".join(p.text for p in key_points(text, split(text), 15, headline=headline))


@pytest.mark.parametrize("text", ["", " \n\n ", "?", "Why? Who?"], ids=["empty", "blank", "a mark", "questions"])
def test_nothing_to_choose(text: str) -> None:
    assert key_points(text, split(text), 5) == ()


def test_one_sentence_and_no_points_asked() -> None:
    text = "The ferry sank."
    assert [p.text for p in key_points(text, split(text), 5)] == [text]
    assert key_points(text, split(text), 0) == ()


def test_a_very_long_text_is_read_up_to_the_limit() -> None:
    words = ("pier", "ferry", "council", "storm", "crew", "winter", "harbour", "vote")
    text = " ".join(f"The {words[i % 8]} met the {words[i // 8 % 8]} near a {words[i // 64 % 8]}." for i in range(6000))
    sentences = split(text)
    at_the_end = "The mayor of Ellery resigned over the mayor of Brindle."
    for last, is_read in ((MAX_SENTENCES, True), (MAX_SENTENCES + 1, False)):
        cut = f"{text[: sentences[last - 1].start]}{at_the_end}"
        assert any(p.text == at_the_end for p in key_points(cut, split(cut), MAX_SENTENCES)) is is_read


def test_a_language_without_stemmer_is_ranked_all_the_same() -> None:
    text = "Laiva upposi satamassa eilen illalla. Satama suljettiin heti laivan upottua."
    assert len(key_points(text, split(text), 1, language="xx")) == 1


def test_central_sentences_share_words_with_the_others() -> None:
    centrality, cosines = lexrank(
        [
            "The ferry sank off the pier.",
            "The pier was closed.",
            "Ferry crews left the pier.",
            "Some crews swam ashore.",
            "Another storm is near.",
            "Herring became cheap today.",
        ]
    )
    assert int(centrality.argmax()) == 2
    assert centrality[5] < centrality[:4].min()
    assert np.allclose(cosines, cosines.T)


@pytest.mark.parametrize(("overlap", "second"), [(0.38, 1), (0.42, 2)])
def test_overlap_counts_as_much_as_rating(overlap: float, second: int) -> None:
    cosines = np.array([[1.0, overlap, 0.0], [overlap, 1.0, 0.0], [0.0, 0.0, 1.0]])
    alike = np.eye(3, dtype=bool)
    assert choose(np.array([1.0, 0.9, 0.5]), cosines, alike, [0, 1, 2], 2) == [0, second]


def test_choosing_weighs_overlap_against_rating() -> None:
    ratings = np.array([1.0, 0.9, 0.5])
    cosines = np.array([[1.0, 0.65, 0.0], [0.65, 1.0, 0.0], [0.0, 0.0, 1.0]])
    alike = np.eye(3, dtype=bool)
    assert choose(ratings, cosines, alike, [0, 1, 2], 2) == [0, 2]
    assert choose(ratings, cosines, alike, [1, 2], 2) == [1, 2]
    assert choose(ratings, cosines, alike, [0, 1], 2, already=[2]) == [2, 0]
    assert choose(ratings, cosines, alike, [0, 1, 2], 2, relevance=1.0) == [0, 1]


def test_choosing_keeps_apart_what_says_the_same() -> None:
    alike = np.array([[True, True, False], [True, True, False], [False, False, True]])
    assert choose(np.array([1.0, 0.9, 0.1]), np.zeros((3, 3)), alike, [0, 1, 2], 3) == [0, 2]
    assert choose(np.array([1.0, 0.9, 0.1]), np.zeros((3, 3)), alike, [0, 2], 3, already=[1]) == [1, 2]


def test_sentences_that_share_most_of_their_words_say_the_same() -> None:
    said = ["The ferry sank off the old pier.", "The old ferry sank off the pier.", "The pier was closed on Friday."]
    assert same(said, np.eye(3)).tolist() == [[True, True, False], [True, True, False], [False, False, True]]


@pytest.mark.parametrize(("cosine", "alike"), [(0.7, True), (0.69, False)])
def test_sentences_near_each_other_say_the_same(cosine: float, alike: bool) -> None:
    said = ["The ferry sank.", "Crews drowned."]
    assert bool(same(said, np.array([[1.0, cosine], [cosine, 1.0]]))[0, 1]) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("Old ferries sank there.", "Old ferries sank here.", True, id="three words of five"),
        pytest.param("All old ferries sank there.", "Old ferries sank right here.", False, id="three words of seven"),
        pytest.param(
            "The old ferry sank off Ellery right there.",
            "The old ferry sank off Brindle.",
            False,
            id="five words of nine",
        ),
    ],
)
def test_sentences_of_the_same_words_say_the_same(one: str, other: str, alike: bool) -> None:
    assert bool(same([one, other], np.eye(2))[0, 1]) is alike


# What a sentence is rated, where one of a dozen words that nothing speaks against is rated 1.
COUNTS = {
    "half as central": ("word " * 12, 0.5, 0.0, 0.5**0.5),
    "18 words": ("word " * 18, 1.0, 0.0, 1.0),
    "19 words": ("word " * 19, 1.0, 0.0, (18 / 19) ** 0.5),
    "7 words": ("word " * 7, 1.0, 0.0, 1.0),
    "6 words": ("word " * 6, 1.0, 0.0, 0.3),
    "I": ("I " + "word " * 11, 1.0, 0.0, 0.7),
    "I and my": ("I my " + "word " * 10, 1.0, 0.0, 0.7**2),
    "I and my and us": ("I my us " + "word " * 9, 1.0, 0.0, 0.7**2),
    "all direct speech": ("word " * 12, 1.0, 1.0, 0.5),
}


@pytest.mark.parametrize(("sentence", "centrality", "spoken", "counts"), COUNTS.values(), ids=COUNTS)
def test_what_counts_for_and_against_a_sentence(sentence: str, centrality: float, spoken: float, counts: float) -> None:
    assert rate([sentence], np.array([centrality]), [spoken])[0] == pytest.approx(counts)


def test_what_comes_later_counts_less() -> None:
    ratings = rate(["word " * 12] * 3, np.ones(3), [0.0] * 3)
    assert ratings == pytest.approx([1, 1 / 1.15, 1 / 1.3])


RATED = {
    "the more central": (
        [0.2, 0.9],
        [0, 0],
        ["Crews left the pier to the storm.", "Crews left the pier to the storm."],
    ),
    "the shorter of two long ones": ([1, 1], [0, 0], ["Crews left the pier. " * 12, "Crews left the pier. " * 6]),
    "a sentence before an aside": ([1, 1], [0, 0], ["Crews left.", "Crews left the pier to the storm today."]),
    "news before colour": (
        [1, 1],
        [0, 0],
        ["I knew that we would lose my pier.", "Crews knew they would lose a pier."],
    ),
    "a report before a quotation": (
        [1, 1],
        [1, 0],
        ["“Crews left the pier to the storm.”", "Crews left the pier to the storm today."],
    ),
}


@pytest.mark.parametrize(("centrality", "spoken", "sentences"), RATED.values(), ids=RATED)
def test_the_second_rates_higher_though_it_comes_later(
    centrality: list[float], spoken: list[float], sentences: list[str]
) -> None:
    first, second = rate(sentences, np.array(centrality), spoken)
    assert second > first


def test_the_earlier_of_two_alike_rates_higher_but_not_for_the_close() -> None:
    sentences = ["Crews left the pier to the storm."] * 2
    ratings = rate(sentences, np.array([1.0, 1.0]), [0, 0])
    assert ratings[0] > ratings[1]
    close = rate_close(ratings, sentences, [False] * 2, [False] * 2)
    assert close[0] == pytest.approx(close[1])


CLOSES = [
    ("The council will hear the crews.", False, False),
    ("The council heard the crews.", True, False),
    ("The council heard the crews.", False, True),
]
CLOSING = {
    "what comes next": "The council is to hear the crews on Tuesday.",
    "what was decided": "The council rejected the crews on Tuesday.",
}


@pytest.mark.parametrize("sentence", CLOSING.values(), ids=CLOSING)
def test_the_close_prefers(sentence: str) -> None:
    first, second = rate_close(
        np.ones(2) / [1, 1.15], ["The council heard of the crews on Tuesday.", sentence], [False] * 2, [False] * 2
    )
    assert second > first


def test_the_close_prefers_a_dispute_and_a_name() -> None:
    sentences = ["The council heard of the crews on Tuesday."] * 3
    plain, contested, named = rate_close(np.ones(3), sentences, [False, True, False], [False, False, True])
    assert contested > plain * 1.15
    assert named > plain * 1.15


def test_what_counts_for_the_close() -> None:
    ahead, contested, named = (rate_close(np.ones(1), [words], [c], [n])[0] for words, c, n in CLOSES)
    assert (ahead, contested, named) == pytest.approx((1.4, 1.3, 1.2))
