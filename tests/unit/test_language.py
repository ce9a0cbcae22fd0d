"""Loading the language model, and reading a text with it."""

from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from reader.errors import SetupError
from reader.model import Span
from reader.text import document, model_files, nlp_model
from reader.text.document import Document

Read = Callable[[str], Document]


def test_the_default_model_has_grammar_and_names(nlp: Language) -> None:
    assert {"tagger", "parser", "ner"} <= set(nlp.pipe_names)


def test_a_model_is_loaded_once(nlp: Language) -> None:
    assert nlp_model.load() is nlp


def test_a_missing_model_is_named_with_what_to_do() -> None:
    with pytest.raises(SetupError) as caught:
        nlp_model.load("no_such_model")
    assert "'no_such_model'" in caught.value.message
    assert nlp_model.DEFAULT_MODEL in caught.value.hint
    assert isinstance(caught.value.__cause__, OSError)


def test_a_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be loaded"):
        nlp_model.load(str(tmp_path))


def test_a_model_without_grammar_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(SetupError, match="lacks ner, parser, tagger"):
        nlp_model.load(str(tmp_path))


def test_the_models_files_are_those_that_were_recorded() -> None:
    installed = metadata.distribution(nlp_model.DEFAULT_MODEL)
    assert installed.version == model_files.VERSION
    assert model_files.changed(installed) is None
    named = {path for path in model_files.sums() if path.startswith(f"{nlp_model.DEFAULT_MODEL}/")}
    listed = {str(path) for path in installed.files or ()}
    assert named == set(model_files.sums()) <= listed
    # All that is code or is loaded is among them: what is not only people read.
    unnamed = {path.rpartition("/")[2] for path in listed - named if "dist-info" not in path and ".pyc" not in path}
    assert unnamed == {"README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json"}


@pytest.mark.parametrize("change", ["another byte", "gone"])
def test_a_model_with_a_changed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    installed = metadata.distribution(nlp_model.DEFAULT_MODEL)
    for path in (str(each) for each in installed.files or () if "__pycache__" not in str(each)):
        copy = tmp_path / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(str(installed.locate_file(path)))
    monkeypatch.syspath_prepend(tmp_path)
    copied = metadata.distribution(nlp_model.DEFAULT_MODEL)
    assert str(copied.locate_file("")) == str(tmp_path)
    assert model_files.changed(copied) is None
    (changed,) = (path for path in model_files.sums() if path.endswith("parser/moves"))
    content = (tmp_path / changed).read_bytes()
    (tmp_path / changed).unlink()
    if change == "another byte":
        (tmp_path / changed).write_bytes(content[:-1] + b" ")
    with pytest.raises(SetupError) as caught:
        nlp_model.load.__wrapped__()  # as a process does that has not loaded it yet
    assert changed in caught.value.message
    assert "pip install" in caught.value.hint


TEXTS = {
    "plain": "The ferry sank. Nobody drowned.",
    "marks and apostrophes": "“I won’t,” she said. 'Not now.'",
    "a headline without a stop": "Ferry sinks\n\nThe crew swam ashore.",
    "odd white space": "  The\tferry\u00a0sank. \r\n\r\n Nobody drowned. ",
    "emoji": "The ferry sank 🚢💥. Nobody drowned 👩‍👧.",
    "right to left": "The captain said: “שלום עולם”. مرحبا.",
    "control characters": "The ferry\x00 sank.\x07 Nobody\u200b drowned.",
    "no words": "… — “”",
    "nothing": "",
    "white space alone": " \n\n\t ",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_reading_changes_no_character(parsed: Read, text: str) -> None:
    read = parsed(text)
    assert read.text == text
    assert read.doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in read.doc)


def test_half_a_character_keeps_every_offset(parsed: Read) -> None:
    text = "The ferry \ud83d sank. Nobody\udc00 drowned."
    read = parsed(text)
    assert read.text == text
    assert len(read.doc.text) == len(text)
    assert [text[s.start : s.end] for s in read.sentences] == ["The ferry \ud83d sank.", "Nobody\udc00 drowned."]


def test_sentences_of_the_grammar_keep_to_ours(parsed: Read) -> None:
    read = parsed("Sen. Moss left the U.S. on Jan. 3. “Why?” she asked.\n\nFerry sinks\n\nThe crew swam.")
    ours = [read.text[s.start : s.end] for s in read.sentences]
    assert [sentence.text.strip() for sentence in read.doc.sents] == ours
    assert len(ours) == 4


def test_no_sentence_crosses_a_block(nlp: Language) -> None:
    read = document.read("Ferry sinks The crew swam", nlp, [Span(0, 11), Span(12, 25)])
    assert [sentence.text.strip() for sentence in read.doc.sents] == ["Ferry sinks", "The crew swam"]
    assert [(p.start, p.end) for p in read.paragraphs] == [(0, 11), (12, 25)]
