"""The bounds of a text's grammar: how long a word and a sentence are at most, and how much is parsed at once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reader.text import document

STORY = (
    "The ferry “Aurora” is late. Mara Vale said the pier must close. It was built in 1921. Nobody was hurt.\n\n"
    "The council meets on Monday."
)


class Heard:
    """A pipeline that notes what it parses."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.vocab, self.make_doc = nlp.vocab, nlp.make_doc
        self.parts: list[str] = []

    def __call__(self, doc: Doc) -> Doc:
        self.parts.append(doc.text)
        return self._nlp(doc)


@pytest.mark.parametrize("letter", ["x", "“", "-"])
def test_what_goes_on_without_end_is_taken_as_words_of_a_bounded_length(nlp: Language, letter: str) -> None:
    text = f"The ferry {letter * (2 * document.LONGEST_WORD + 50)} is late."
    doc = document.read(text, nlp).doc
    assert doc.text == text
    assert [len(token) for token in doc][2:5] == [document.LONGEST_WORD, document.LONGEST_WORD, 50]


def test_a_sentence_without_end_has_parts_in_the_grammar(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_LONGEST_SENTENCE", 5)
    read = document.read("The pier and the ferry and the wall and the lock. It rains.", nlp)
    assert [len(sentence) for sentence in read.doc.sents] == [5, 5, 2, 3]
    assert len(read.sentences) == 2


def test_a_long_text_is_parsed_in_parts_that_end_with_a_sentence(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, heard = document.read(STORY, nlp).doc, Heard(nlp)
    monkeypatch.setattr(document, "_PARSED_AT_ONCE", 9)
    parted = document.read(STORY, heard).doc  # type: ignore[arg-type]
    assert [part.strip() for part in heard.parts] == [
        "The ferry “Aurora” is late. Mara Vale said the pier must close.",
        "It was built in 1921. Nobody was hurt.",
        "The council meets on Monday.",
    ]
    assert parted.text == STORY
    assert [(token.idx, token.is_sent_start, token.pos_) for token in parted] == [
        (token.idx, token.is_sent_start, token.pos_) for token in whole
    ]
    ends = [sentence.end for sentence in parted.sents]
    assert all(start <= token.head.i < end for start, end in pairwise([0, *ends]) for token in parted[start:end])
