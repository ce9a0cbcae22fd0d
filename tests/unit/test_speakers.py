"""Whom a mention stands for: a name, a pronoun, a role, what somebody puts out, or a source without a name."""

from collections.abc import Callable

import pytest
from reader.analysis.entities.coreference import Stage

from reader.analysis import attribution
from reader.analysis.entities import entities, mentions, roles, speakers
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.text.document import Document

Read = Callable[[str], Document]


def resolve(document: Document, word: str) -> str | None:
    """The name of whom the last `word` of a text stands for."""
    doc = document.doc
    stage = Stage(doc, entities.sort(doc, mentions.find(doc)), quoted_spans(document.text, document.paragraphs))
    token = [token for token in doc if token.text == word][-1]
    speaker = speakers.resolve(stage, token, roles.nouns(doc, stage.entities))
    return stage.entities[speaker.entity].name if speaker else None


NAMES = {
    "a surname": ("Peter Lind left. The pier is safe, Lind said.", "Lind", "Peter Lind"),
    "an organisation": ("The Harbour Agency said the pier was safe.", "Agency", "Harbour Agency"),
    "a role with its name behind": ("The mayor, Peter Lind, said the pier was safe.", "mayor", "Peter Lind"),
    "a role in front of its name": ("Council spokesman Peter Lind said the pier was safe.", "spokesman", "Peter Lind"),
    "who": ("Peter Lind, who said the pier was safe, left.", "who", "Peter Lind"),
}

PRONOUNS = {
    "he, the only man": ("Peter Lind met Susan Moss. He said the pier was safe.", "He", "Peter Lind"),
    "she, the only woman": ("Peter Lind met Susan Moss. She said the pier was safe.", "She", "Susan Moss"),
    "he, the subject before": ("Peter Lind met Robert Teo. He said the pier was safe.", "He", "Peter Lind"),
    "he, the one last spoken of": (
        "Peter Lind left the talks. Robert Teo stayed. He said the pier was safe.",
        "He",
        "Robert Teo",
    ),
    "she, told by the title": ("Mr. Castell met Mrs. Lind. She said the pier was safe.", "She", "Lind"),
    "she, told by the role": (
        "Quorra Vey, a spokeswoman, met Tarn Oduya, a spokesman. She said the pier was safe.",
        "She",
        "Quorra Vey",
    ),
    "over a paragraph": ("Susan Moss met the crew.\n\nShe said the pier was safe.", "She", "Susan Moss"),
    "it, the organisation": ("The Harbour Agency met Peter Lind. It said the pier was safe.", "It", "Harbour Agency"),
}

ROLES = {
    "a role in apposition": (
        "Peter Lind, the mayor, met Susan Moss, a lawyer. The lawyer said the pier was safe.",
        "lawyer",
        "Susan Moss",
    ),
    "a role in front": (
        "Mayor Peter Lind met Susan Moss. The mayor said the pier was safe.",
        "mayor",
        "Peter Lind",
    ),
    "a short title": ("Sen. Peter Lind met Susan Moss. The senator said the pier was safe.", "senator", "Peter Lind"),
    "another word for a role": (
        "Susan Moss, a lawyer for the crew, met Peter Lind. The attorney said the pier was safe.",
        "attorney",
        "Susan Moss",
    ),
    "the woman": ("Peter Lind met Susan Moss. The woman said the pier was safe.", "woman", "Susan Moss"),
    "the company": (
        "Harbour Holdings sold the ferry to Peter Lind. The company said the pier was safe.",
        "company",
        "Harbour Holdings",
    ),
    "the agency": (
        "The Harbour Agency met Peter Lind. The agency said the pier was safe.",
        "agency",
        "Harbour Agency",
    ),
}

VOICES = {
    "a statement of an agency": ("A Harbour Agency statement said the pier was safe.", "statement", "Harbour Agency"),
    "a report by an agency": ("A report by the Harbour Agency said it was safe.", "report", "Harbour Agency"),
    "an owner's website": ("The Harbour Agency’s website said the pier was safe.", "website", "Harbour Agency"),
    "his letter": ("Peter Lind left. His letter said the pier was safe.", "letter", "Peter Lind"),
}

UNNAMED = {
    "an official": ("A senior official said the pier was safe.", "official", "senior official"),
    "several": ("Two witnesses said the pier was safe.", "witnesses", "Two witnesses"),
    "a spokesman for a firm": (
        "A spokesman for Harbour Holdings said the pier was safe.",
        "spokesman",
        "spokesman for Harbour Holdings",
    ),
    "somebody's lawyer is not that somebody": (
        "Peter Lind’s lawyer said the pier was safe.",
        "lawyer",
        "Peter Lind’s lawyer",
    ),
    "a role that only others bear": (
        "Peter Lind, the mayor, left. A lawyer said the pier was safe.",
        "lawyer",
        "lawyer",
    ),
}  # fmt: skip

NOBODY = {
    "he, with only women": ("Susan Moss met Helen Castell. He said the pier was safe.", "He"),
    "he, with nobody": ("The ferry sank. He said the pier was safe.", "He"),
    "I, with nobody speaking": ("The ferry sank. I said the pier was safe.", "I"),
    "a preposition": ("The ferry sank in the storm.", "in"),
    "a mark": ("The ferry sank.", "."),
}


@pytest.mark.parametrize(("text", "word", "expected"), NAMES.values(), ids=NAMES)
def test_names(parsed: Read, text: str, word: str, expected: str) -> None:
    assert resolve(parsed(text), word) == expected


@pytest.mark.parametrize(("text", "word", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronouns(parsed: Read, text: str, word: str, expected: str) -> None:
    assert resolve(parsed(text), word) == expected


@pytest.mark.parametrize(("text", "word", "expected"), ROLES.values(), ids=ROLES)
def test_role_nouns(parsed: Read, text: str, word: str, expected: str) -> None:
    assert resolve(parsed(text), word) == expected


@pytest.mark.parametrize(("text", "word", "expected"), VOICES.values(), ids=VOICES)
def test_voices(parsed: Read, text: str, word: str, expected: str) -> None:
    assert resolve(parsed(text), word) == expected


@pytest.mark.parametrize(("text", "word", "expected"), UNNAMED.values(), ids=UNNAMED)
def test_unnamed_sources(parsed: Read, text: str, word: str, expected: str) -> None:
    assert resolve(parsed(text), word) == expected


@pytest.mark.parametrize(("text", "word"), NOBODY.values(), ids=NOBODY)
def test_nobody(parsed: Read, text: str, word: str) -> None:
    assert resolve(parsed(text), word) is None


PHRASES = {
    "an article and a noun": ("The envoy said it was over.", "envoy", "The envoy"),
    "words in front": ("A senior harbour official said it was over.", "official", "A senior harbour official"),
    "a phrase behind": (
        "A spokesman for the rebel delegation said it was over.",
        "spokesman",
        "A spokesman for the rebel delegation",
    ),
    "an owner": ("The council’s chief engineer said it was over.", "engineer", "The council’s chief engineer"),
    "no time behind": ("The envoy on Friday said it was over.", "envoy", "The envoy"),
    "no clause behind": ("The envoy, who was late, said it was over.", "envoy", "The envoy"),
    "a pronoun": ("It was over, she said.", "she", "she"),
}


@pytest.mark.parametrize(("text", "word", "expected"), PHRASES.values(), ids=PHRASES)
def test_noun_phrase(parsed: Read, text: str, word: str, expected: str) -> None:
    doc = parsed(text).doc
    start, end = speakers.noun_phrase(next(token for token in doc if token.text == word))
    assert doc[start:end].text == expected


def speakers_of(document: Document) -> list[str | None]:
    found = attribution.find(document)
    names = {actor.id: actor.name for actor in found.actors}
    return [names[quote.speaker] if quote.speaker else None for quote in found.quotes]


LATE = {
    "a role named in the next sentence": (
        "The harbour ministry’s spokesman said the talks would go on. Peter Lind suggested that they might end in May.",
        ["Peter Lind", "Peter Lind"],
    ),
    "a role of anybody's in the lede": (
        "A former harbour chairman said the talks should go on. Peter Lind suggested that they might end in May.",
        ["Peter Lind", "Peter Lind"],
    ),
    "not where the name has a role of its own": (
        "The harbour ministry’s spokesman said the talks would go on. "
        "Peter Lind, a fisherman, suggested that they might end in May.",
        ["harbour ministry’s spokesman", "Peter Lind"],
    ),
    "not where the role is of several": (
        "Harbour officials said the talks would go on. Peter Lind suggested that they might end in May.",
        ["Harbour officials", "Peter Lind"],
    ),
    "not where the role is anybody's": (
        "A spokesman said the talks would go on. Peter Lind suggested that they might end in May.",
        ["spokesman", "Peter Lind"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LATE.values(), ids=LATE)
def test_late_names(parsed: Read, text: str, expected: list[str]) -> None:
    assert speakers_of(parsed(text)) == expected
