"""Whom a mention stands for: a name, a pronoun, a role, what somebody puts out, or a source without a name."""

from collections.abc import Callable

import pytest

from reader.analysis import attribution, discourse
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.analysis.resolution.history import History
from reader.analysis.resolution.possible import Possible, possible
from reader.analysis.resolution.rules import Resolution, decide, lead, score
from reader.text.document import Document

Read = Callable[[str], Document]


def candidates(document: Document, word: str, speaker: str | None = None) -> tuple[discourse.Discourse, list[Possible]]:
    """Whom the last `word` of a text may stand for, with `speaker` having spoken last."""
    token = [token for token in document.doc if token.text == word][-1]
    found = discourse.with_sources(discourse.read(document), [token])
    numbers = {entity.name: n for n, entity in enumerate(found.entities)}
    history = (
        History() if speaker is None else History(numbers[speaker], found.entities[numbers[speaker]].mentions[0].start)
    )
    return found, possible(found, history, token)


def resolve(document: Document, word: str) -> str | None:
    """The name of whom the last `word` of a text stands for."""
    found, candidates_ = candidates(document, word)
    resolution = decide(candidates_)
    return found.entities[resolution.entity].name if resolution else None


NAMES = {
    "a surname": ("Peter Lind left. The pier is safe, Lind said.", "Lind", "Peter Lind"),
    "an organisation": ("The Harbour Agency said the pier was safe.", "Agency", "Harbour Agency"),
    "a role with its name behind": ("The mayor, Peter Lind, said the pier was safe.", "mayor", "Peter Lind"),
    "what a body is, with its name behind": (
        "The ferry company, Norrwick Lines, said the pier was safe.",
        "company",
        "Norrwick Lines",
    ),
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
    "the broadcaster": (
        "Harbour Radio hired Peter Lind. The broadcaster said the pier was safe.",
        "broadcaster",
        "Harbour Radio",
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
    start, end = noun_phrase(next(token for token in doc if token.text == word))
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


POSSIBLE = {
    "a name is nobody else": ("Peter Lind left. Susan Moss said so.", "Moss", None, [("Susan Moss", "name")]),
    "he may be any man, the nearest first": (
        "Peter Lind left. Robert Teo stayed. He said so.",
        "He",
        None,
        [("Robert Teo", "pronoun"), ("Peter Lind", "pronoun")],
    ),
    "he has the floor, where no man is near": (
        "Peter Lind spoke. " + "The ferry sank again. " * 7 + "He said so.",
        "He",
        "Peter Lind",
        [("Peter Lind", "floor")],
    ),
    "a role is whose it is, or a source of its own": (
        "Peter Lind, the mayor, left. The mayor said so.",
        "mayor",
        None,
        [("Peter Lind", "role"), ("mayor", "unnamed")],
    ),
    "a role may be of whoever just spoke": (
        "Peter Lind met Susan Moss. The captain said so.",
        "captain",
        "Susan Moss",
        [("Susan Moss", "just spoke"), ("captain", "unnamed")],
    ),
    "what an agency puts out is the agency's": (
        "A Harbour Agency statement said so.",
        "statement",
        None,
        [("Harbour Agency", "voice"), ("Harbour Agency statement", "unnamed")],
    ),
    "nobody is possible for a preposition": ("The ferry sank in May.", "in", None, []),
}


@pytest.mark.parametrize(("text", "word", "speaker", "expected"), POSSIBLE.values(), ids=POSSIBLE)
def test_who_is_possible(
    parsed: Read, text: str, word: str, speaker: str | None, expected: list[tuple[str, str]]
) -> None:
    found, who = candidates(parsed(text), word, speaker)
    assert [(found.entities[one.entity].name, one.way) for one in who] == expected


BETTER = {
    "a name before a role": (Possible(1, "name"), Possible(2, "role", 1.0)),
    "whoever just spoke before a role": (Possible(1, "just spoke"), Possible(2, "role", 1.0)),
    "a role before whoever was mentioned last": (Possible(1, "role", -1.0), Possible(2, "generic", 3.0)),
    "anybody before a description alone": (Possible(1, "generic", -6.0), Possible(2, "unnamed")),
    "of two antecedents the one that fits better": (Possible(1, "pronoun", 0.4), Possible(2, "pronoun", -0.6)),
}


@pytest.mark.parametrize(("better", "worse"), BETTER.values(), ids=BETTER)
def test_score(better: Possible, worse: Possible) -> None:
    assert score(better) > score(worse)


def test_nobody_possible_cannot_be_told() -> None:
    assert decide([]) is None


def test_a_decision_is_as_sure_as_its_way_leads_right() -> None:
    assert decide([Possible(3, "name"), Possible(1, "unnamed")]) == Resolution(3, 0.99)
    sure = [decide([Possible(1, way)]) for way in ("name", "apposition", "role", "floor")]
    assert [one.sure for one in sure if one] == sorted((one.sure for one in sure if one), reverse=True)


def test_a_pronoun_is_as_sure_as_the_best_is_ahead() -> None:
    alone, ahead, even = (
        decide([Possible(1, "pronoun", 0.5), *rivals])
        for rivals in ([], [Possible(2, "pronoun", -0.5)], [Possible(2, "pronoun", 0.5)])
    )
    assert alone
    assert ahead
    assert even
    assert alone.sure > ahead.sure > even.sure


@pytest.mark.parametrize(
    ("fits", "expected"), [([0.3], 1.0), ([0.3, 0.3], 0.5), ([1.5, 0.0], 1.0), ([0.9, 0.3], 0.7)], ids=str
)
def test_lead(fits: list[float], expected: float) -> None:
    assert lead(fits) == pytest.approx(expected)


def test_the_discourse_stays_as_it_was_made(parsed: Read) -> None:
    document = parsed("A senior official said the pier was safe. He left. Peter Lind stayed.")
    named = discourse.read(document)
    before = (named.entities, dict(named.owner), dict(named.pronouns))
    heads = [token for token in document.doc if token.text in ("official", "He")]
    with_sources = discourse.with_sources(named, heads)
    assert [entity.name for entity in with_sources.entities] == ["Peter Lind", "senior official"]
    assert (named.entities, dict(named.owner), dict(named.pronouns)) == before


def test_a_source_keeps_only_the_descriptions_that_mean_it(parsed: Read) -> None:
    document = parsed("A harbour official left. An official said the pier was safe.")
    heads = [token for token in document.doc if token.text == "official"]
    found = discourse.with_sources(discourse.read(document), heads)
    settled = discourse.settled(found, {heads[1].i})
    assert [(e.name, len(e.mentions)) for e in settled.entities if e.mentions] == [("official", 1)]
