"""What the quote tagger reads of a text: pieces of words, kinds in place of names and figures, one style of marks."""

from collections.abc import Callable

import pytest

from reader.analysis.quotes import features, wordpiece
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.analysis.quotes.wordpiece import PLACEHOLDERS, UNKNOWN, Vocabulary
from reader.text.document import Document

Read = Callable[[str], Document]

PIECES = [UNKNOWN, *PLACEHOLDERS, *"acfeisu'-“”,.", "under", "##secretary", "##s", "cafe", "ex", "the"]
VOCABULARY = Vocabulary(PIECES)

SPLITS = {
    "a piece": ("the", "the"),
    "the longest piece from the left": ("undersecretary", "under ##secretary"),
    "upper case": ("THE", "the"),
    "accents": ("Café", "cafe"),
    "punctuation inside": ("ex-under's", "ex - under ' s"),
    "a word that is not known": ("zebra", UNKNOWN),
    "a word that begins as one that is known": ("underzebra", UNKNOWN),
    "a letter of another script": ("京", UNKNOWN),
    "nothing that can be seen": ("\u200b", UNKNOWN),
    "a placeholder": ("[name]", "[name]"),
    "no end to it": ("s" * 10_000, "s" + " ##s" * (wordpiece.LONGEST_WORD - 1)),
}


@pytest.mark.parametrize(("word", "expected"), SPLITS.values(), ids=SPLITS)
def test_splits(word: str, expected: str) -> None:
    assert " ".join(PIECES[row] for row in VOCABULARY.split(word)) == expected


def test_each_word_knows_its_pieces() -> None:
    pieces = VOCABULARY.read(["the", "undersecretary", "the"])
    assert [PIECES[row] for row in pieces.rows] == ["the", "under", "##secretary", "the"]
    assert pieces.starts.tolist() == [0, 1, 3]
    assert pieces.counts.tolist() == [1, 2, 1]


def test_nothing_has_no_pieces() -> None:
    assert not len(VOCABULARY.read([]).rows)


def read(document: Document) -> list[str]:
    marked = quoted_spans(document.text, document.paragraphs)
    seen = features.features(document.doc, marked, document.paragraphs, document.sentences)
    return wordpiece.written(document.doc, seen.tokens, seen.columns[:, list(features.COLUMNS).index("marks")])


WRITTEN = {
    "a person": ("Orla Fenwick waited.", "[name] [name] waited ."),
    "a place": ("They flew to Paris on Monday.", "They flew to [name] on Monday ."),
    "a people": ("The German minister left.", "The [name] minister left ."),
    "a figure": ("It cost 300 dollars.", "It cost [figure] dollars ."),
    "a title, which is no name": ("President Anna Lund spoke.", "President [name] [name] spoke ."),
    "curly marks": ("“We waited,” she said.", "“ We waited , ” she said ."),
    "straight marks": ('"We waited," she said.', "“ We waited , ” she said ."),
    "single marks": ("‘We waited,’ she said.", "“ We waited , ” she said ."),
    "an apostrophe": ("They don’t wait.", "They do n't wait ."),
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_written(parsed: Read, text: str, expected: str) -> None:
    assert " ".join(read(parsed(text))) == expected


NAMES = [
    ("Daniel Morgan", "Chicago", "American"),
    ("Wanjiru Kamau", "Nairobi", "Kenyan"),
    ("Hiroshi Tanaka", "Tokyo", "Japanese"),
    ("Fatima Hassan", "Cairo", "Egyptian"),
]
STORY = (
    "The council in {1} closed the bridge on Tuesday. “It is not safe,” said {0}, the chief engineer. "
    "Three {2} companies built it in 1998. {0} said the repair would take a year."
)


@pytest.mark.parametrize("names", NAMES[1:], ids=[names[0] for names in NAMES[1:]])
def test_other_names_change_nothing(parsed: Read, names: tuple[str, str, str]) -> None:
    assert read(parsed(STORY.format(*names))) == read(parsed(STORY.format(*NAMES[0])))


def test_a_word_without_letters_is_read(parsed: Read) -> None:
    document = parsed("‘ ’ \ufffd *")
    assert len(VOCABULARY.read(read(document)).starts) == 4
