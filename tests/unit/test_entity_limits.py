"""Every limit of names, people, places and roles, by what lies just inside it and just outside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.analysis import discourse
from reader.analysis.entities import entities, mentions, places, role_phrases, role_words, roles
from reader.analysis.entities.entity import Entity, fullest
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.name_spans import name_spans
from reader.analysis.entities.noun_phrases import noun_phrase
from reader.text.document import Document

Read = Callable[[str], Document]
Holds = Callable[[Read, int], bool]


def read(text: str, parsed: Read) -> discourse.Discourse:
    return discourse.read(parsed(text))


def sorted_out(text: str, parsed: Read) -> tuple[Document, list[Entity]]:
    document = parsed(text)
    return document, entities.sort(document.doc, mentions.find(document.doc, name_spans(document.doc)))


def names(text: str, parsed: Read) -> list[str]:
    document = parsed(text)
    return [name.text for name in mentions.find(document.doc, name_spans(document.doc))]


def role(text: str, name: str, parsed: Read) -> str | None:
    document, found = sorted_out(text, parsed)
    return roles.read(document.doc, next(one for one in found if one.name == name)).best


def outranks(text: str, headline: str | None = None) -> Holds:
    """Whether Brindle, by where it stands in a text, comes before Harwell, which is named so many times after it."""

    def holds(parsed: Read, times: int) -> bool:
        document = parsed(text + " They live in Harwell." * times)
        found = [
            Entity(
                "place",
                tuple(
                    NameMention(i, i + 1, "place", w.text) for i, w in enumerate(document.doc) if w.text.title() == name
                ),
                name,
            )
            for name in ("Brindle", "Harwell")
        ]
        return places.ranked(document, found, {0: "brindle", 1: "harwell"}, headline)[0].id == "brindle"

    return holds


def fuller(_: Read, words: int) -> bool:
    """Whether a name of one word more is the fuller form than one that is named twice."""
    form = " ".join(["Maria", *["Costa"] * (words - 1)])
    found = [NameMention(0, words, "person", form)] * 2 + [NameMention(0, words + 1, "person", f"{form} Ruiz")]
    return fullest("person", found).endswith("Ruiz")


def is_abbreviation(_: Read, letters: int) -> bool:
    return fullest("place", [NameMention(0, 1, "place", "ORLEN"[:letters])]).isupper()


def unanimous(parsed: Read, times: int) -> bool:
    """Whether a given name tells more of Peter Lind than so many pronouns of the text."""
    found = read("Peter Lind left. " + "She spoke. Lind left. " * times, parsed)
    return found.pronouns.get(0) == "he"


def clearly(parsed: Read, times: int) -> bool:
    """Whether one pronoun tells nothing against two others, or so many."""
    found = read("Quorra Vey left. He spoke. " * 2 + "Quorra Vey left. She spoke. " * times, parsed)
    return found.pronouns.get(0) is None


def introduced(parsed: Read, mention: int) -> bool:
    """Whether a role before that mention tells the pronoun."""
    text = "Quorra Vey left. " * (mention - 1) + "They asked spokeswoman Quorra Vey again."
    return read(text, parsed).pronouns.get(0) == "she"


def misspelt(parsed: Read, letters: int) -> bool:
    """Whether a surname of so many letters with another end is somebody else's."""
    surname = "Brandelin"[:letters]
    _, found = sorted_out(f"Tomas {surname}o left the port. They asked {surname}a about the pier.", parsed)
    return len([one for one in found if one.kind == "person"]) > 1


def role_read(parsed: Read, mention: int) -> bool:
    text = "Peter Lind left. " * (mention - 1) + "Peter Lind, a spokesman for the port, left."
    return role(text, "Peter Lind", parsed) is not None


def role_is_long(parsed: Read, words: int) -> bool:
    text = f"Peter Lind, a spokesman for the {'old ' * (words - 5)}port, left."
    return role(text, "Peter Lind", parsed) == text[12:-7]


def acronym(parsed: Read, letters: int) -> bool:
    return role_words.shown(parsed(f"{'C' * letters} left.").doc, 0, 1) is not None  # no other way leads there


def is_whole(parsed: Read, words: int) -> bool:
    """Whether a noun is shown with all the words before it."""
    doc = parsed(f"The {'old ' * (words - 1)}official said so.").doc
    return noun_phrase(doc[words])[0] == 0


def no_headline(parsed: Read, words: int) -> bool:
    """Whether a line of so many words, all in capitals, may hold names."""
    return name_spans(parsed(" ".join(["Ferry", "Crews", "Leave", "Harbour"][:words])).doc) != ()


def running_copy(parsed: Read, small: int) -> bool:
    """Whether a line of four words in capitals may hold names, with so many in small letters."""
    text = " ".join(["Warren Hammers Bank Chief", *["again", "today"][:small]])
    return name_spans(parsed(text).doc) != ()


def one_run(parsed: Read, words: int) -> bool:
    return len(name_spans(parsed(f"They met {'Moss ' * words}again.").doc)) == 1


def syllable(parsed: Read, letters: int) -> bool:
    """Whether a given name goes on behind its hyphen in so many small letters."""
    return names(f"The council fined Pak Hau-{'seokm'[:letters]} left the port.", parsed) == [
        f"Pak Hau-{'seokm'[:letters]}"
    ]


def is_person(parsed: Read, words: int) -> bool:
    document = parsed(f"The Maria Keeps {'Old ' * (words - 5)}Harbour Walls Dry left.")
    return [one.kind for one in mentions.find(document.doc, name_spans(document.doc))] == ["person"]


def overlooked(parsed: Read, letters: int) -> bool:
    """Whether a surname is not found where the tagger sees none."""
    surname = {2: "Oz", 3: "Roe"}[letters]
    return names(f"{surname} wins vote\n\nPeter {surname} won the vote.", parsed) == [f"Peter {surname}"]


def begins_otherwise(parsed: Read, letter: int) -> bool:
    """Whether a surname is somebody else's that differs in that letter."""
    other = {3: "Brundelin", 4: "Braldelin"}[letter]
    _, found = sorted_out(f"Tomas Brandelin left the port. They asked {other} about the pier.", parsed)
    return len([one for one in found if one.kind == "person"]) > 1


def introduces(parsed: Read, mention: int) -> bool:
    """Whether what is taken for an organisation is a person, by what is said of its mention of that number."""
    doc = parsed("Vann Orley left. " * (mention - 1) + "Vann Orley, a writer, left.").doc
    found = tuple(
        NameMention(i, i + 2, "organization", "Vann Orley") for i, word in enumerate(doc) if word.text == "Vann"
    )
    return role_phrases.introduces_person(doc, Entity("organization", found, "Vann Orley"))


def office(parsed: Read, words: int) -> bool:
    """Whether an office has so many words behind its preposition."""
    where = " ".join(["the old European Harbour Trade Union", "Council"][: words - 5])
    return role(f"They met the ambassador to {where} Ada Moss.", "Ada Moss", parsed) is not None


def bracket(parsed: Read, words: int) -> bool:
    """Whether a role stands behind a bracket of so many words."""
    text = f"Peter Lind (born {'old ' * (words - 3)}in Bergen), a union leader, left."
    return role(text, "Peter Lind", parsed) == "a union leader"


LIMITS: dict[str, tuple[Holds, int, int]] = {
    "a dateline and the lede count more than mentions": (outranks("BRINDLE — It sank.\n\nNobody left."), 5, 6),
    "a place in the headline counts more than mentions": (outranks("It sank.\n\nIt was in Brindle.", "Brindle"), 3, 4),
    "a place in the lede counts more than mentions": (outranks("It sank in Brindle.\n\nNobody left."), 2, 3),
    "a longer name is fuller": (fuller, 3, 4),
    "capitals are an abbreviation": (is_abbreviation, 3, 4),
    "a given name tells the pronoun": (unanimous, 2, 3),
    "two pronouns leave it open": (clearly, 3, 4),
    "a role tells the pronoun": (introduced, 3, 4),
    "a surname one letter off is another": (misspelt, 5, 6),
    "a surname begins otherwise": (begins_otherwise, 3, 4),
    "a surname is too short to be looked for": (overlooked, 2, 3),
    "a run of names is a person": (is_person, 5, 6),
    "a syllable is a name's": (syllable, 4, 5),
    "capitals are names": (one_run, 24, 25),
    "words are too few for a headline": (no_headline, 3, 4),
    "a headline has small letters": (lambda parsed, n: not running_copy(parsed, n), 1, 2),
    "a source is shown in full": (is_whole, 14, 15),
    "a name's mention says that it is a person's": (introduces, 3, 4),
    "an office is of": (office, 6, 7),
    "a bracket stands before a role": (bracket, 6, 7),
    "a mention is read for a role": (role_read, 30, 31),
    "words are a role": (role_is_long, 16, 17),
    "capitals are an office": (acronym, 6, 7),
}  # fmt: skip


@pytest.mark.parametrize(("holds", "inside", "outside"), LIMITS.values(), ids=LIMITS)
def test_a_limit_stands_where_it_is_set(parsed: Read, holds: Holds, inside: int, outside: int) -> None:
    assert holds(parsed, inside)
    assert not holds(parsed, outside)
