"""Which names are one person, organisation or place, and which are two."""

from collections.abc import Callable

import pytest

from reader.analysis import discourse
from reader.analysis.entities import entities, mentions, role_phrases
from reader.analysis.entities.entity import Entity, clean
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.name_spans import name_spans
from reader.analysis.entities.organisations import initials
from reader.analysis.entities.people import people
from reader.text.document import Document

Read = Callable[[str], Document]


def sort(document: Document) -> list[Entity]:
    return entities.sort(document.doc, mentions.find(document.doc, name_spans(document.doc)))


JOINS = {
    "a Jr. whom nobody calls so again": (
        "Robert Lindgren Jr. runs the port. The council met in May, and Robert Lindgren left at noon.",
        {"Robert Lindgren Jr.": 2},
    ),
    "a body named with its owner once": (
        "Norway’s Defence Ministry said nothing. The Defence Ministry gave no reason for that.",
        {"Norway": 1, "Defence Ministry": 2},
    ),
    "a surname alone": (
        "Orla Fenwick closed the pier. Fenwick gave no reason, and Fenwick’s office is shut.",
        {"Orla Fenwick": 3},
    ),
    "a surname before the full name": (
        "The storm surprised Fenwick. Orla Fenwick runs the port.",
        {"Orla Fenwick": 2},
    ),
    "a given name alone": (
        "Susan Castell owns the ferry. Tickets are sold by Susan on the pier.",
        {"Susan Castell": 2},
    ),
    "given names of two who share a surname": (
        "Susan Castell and Peter Castell own the ferry. Susan runs it, and Peter sells the tickets.",
        {"Susan Castell": 2, "Peter Castell": 2},
    ),
    "a short form": (
        "Robert Lindgren won the vote. Bob Lindgren will take office in the spring.",
        {"Robert Lindgren": 2},
    ),
    "a middle initial": (
        "Robert C. Lindgren won the vote. Robert Lindgren will take office in the spring.",
        {"Robert C. Lindgren": 2},
    ),
    "an initial that is a particle elsewhere": (
        "Ada E. Moss closed the pier. Moss gave no reason.",
        {"Ada E. Moss": 2},
    ),
    "a title and the surname": (
        "Peter Lind came late. They had asked Mayor Lind to open the pier.",
        {"Peter Lind": 2},
    ),
    "a particle with a capital": (
        "The council fined Tomas de Brandt in the spring. De Brandt will appeal.",
        {"Tomas de Brandt": 2},
    ),
    "two surnames without the given name": (
        "Joanna Pereira Costa spoke first. Pereira Costa is a judge.",
        {"Joanna Pereira Costa": 2},
    ),
    "a nickname": (
        "James “Buddy” Fenwick coached the team. Fenwick left in the spring.",
        {"James “Buddy” Fenwick": 2},
    ),
    "a couple": (
        "Mark and Helena Castell bought the ferry. Helena Castell ran it. Mark sold it in the spring.",
        {"Mark": 2, "Helena Castell": 2},
    ),
    "an acronym": (
        "The National Harbour Agency closed the pier. A note from the NHA gave no reason.",
        {"National Harbour Agency": 2},
    ),
    "a firm without its last word": (
        "They work for Harbour Holdings Inc., a small firm. Harbour Holdings made a loss.",
        {"Harbour Holdings Inc.": 2},
    ),
    "a paper by its last word": (
        "Ada Moss of the Harbour Post wrote the story. The Post printed it on Sunday.",
        {"Ada Moss": 1, "Harbour Post": 2},
    ),
    "a family name that comes first": (
        "Kweon Ji-woo runs the port. They asked Chairman Kweon about the pier.",
        {"Kweon Ji-woo": 2},
    ),
    "a given name behind a title": (
        "They met Chaiwat Srisuk on Friday. Gen Chaiwat gave no reason.",
        {"Chaiwat Srisuk": 2},
    ),
    "a knight by his given name": (
        "Sir Alan Castell closed the pier. They asked Sir Alan for a reason.",
        {"Alan Castell": 2},
    ),
    "the first of two surnames": (
        "President Marta Abascal Ruiz closed the pier. President Abascal gave no reason.",
        {"Marta Abascal Ruiz": 2},
    ),
    "the name without its second surname": (
        "President Marta Abascal Ruiz closed the pier. Marta Abascal gave no reason.",
        {"Marta Abascal Ruiz": 2},
    ),
    "a listed given name behind a rank": (
        "Prime Minister Kwame Adjei closed the pier. They asked Gen Kwame for a reason.",
        {"Kwame Adjei": 2},
    ),
    "a name spelled in two ways": (
        "Parvez Holm closed the pier. Chaudhry Pervaiz Holm gave no reason.",
        {"Chaudhry Pervaiz Holm": 2},
    ),
    "a department turned round": (
        "The Department of Fisheries closed the pier. The Fisheries Department gave no reason.",
        {"Department of Fisheries": 2},
    ),
    "an acronym with a sign": (
        "Ellery Gas & Light Co. cut the power. EG&L gave no reason.",
        {"Ellery Gas & Light Co.": 2},
    ),
    "accents left out": (
        "Minister Adán Benítez closed the pier. They asked Minister Benitez for a reason.",
        {"Adán Benítez": 2},
    ),
    "initials for the given names": (
        "John Lindqvist closed the pier. They asked JP Lindqvist for a reason.",
        {"John Lindqvist": 2},
    ),
    "letters that are introduced in brackets": (
        "The Harbour Safety Authority (SHA) closed the pier. They asked the SHA for a reason.",
        {"Harbour Safety Authority": 3},
    ),
    "letters without the first word": (
        "The Ellery Special Investigation Team met crews. A note from the SIT gave no reason.",
        {"Ellery Special Investigation Team": 2},
    ),
    "the end of a longer name": (
        "The Corvanian Environment Ministry closed the pier. The Environment Ministry gave no reason.",
        {"Corvanian Environment Ministry": 2},
    ),
    "a party without its country": (
        "The Democratic Party of Corvane met crews. The Democratic Party gave no reason.",
        {"Democratic Party of Corvane": 2},
    ),
    "two fields of one ministry": (
        "The Ministry of Trade and Fisheries closed the pier.",
        {"Ministry of Trade and Fisheries": 1},
    ),
    "a full name, its opening, and it without the middle": (
        "Ines Bright Sandoval runs the port. Ines Bright is ill. They asked Ines Sandoval, and Sandoval left.",
        {"Ines Bright Sandoval": 4},
    ),
    "an acronym with the small words": (
        "The Bank of Corvane closed the pier. A note from the BOC gave no reason.",
        {"Bank of Corvane": 2},
    ),
    "the name of who is only spoken of": (
        "Tom Castell closed the pier. The council sold a photo of Ada Castell. Castell gave no reason.",
        {"Tom Castell": 2, "Ada Castell": 1},
    ),
    "the name of who is called so and of who does nothing": (
        "Tom Castell closed the pier. Castell gave no reason. They asked Ada Castell, and Castell left.",
        {"Tom Castell": 3, "Ada Castell": 1},
    ),
    "an acronym before what it may leave out": (
        "BRN Radio opened in May. BRN said it had no money.",
        {"BRN Radio": 2},
    ),
    "a country and its letters": (
        "Officials in the United States met crews. They said the U.S. offered aid.",
        {"United States": 2},
    ),
}  # fmt: skip

KEEPS_APART = {
    "two bodies of one name": (
        "Corvane’s Defence Ministry said nothing. Hours later Lormark’s Defence Ministry called it a crime.",
        ["Corvane’s Defence Ministry", "Lormark’s Defence Ministry"],
    ),
    "two surnames": ("Orla Fenwick met Susan Moss on the pier.", ["Orla Fenwick", "Susan Moss"]),
    "two people of one surname": ("Susan Castell met Peter Castell on the pier.", ["Susan Castell", "Peter Castell"]),
    "father and son by suffix": (
        "Michael Fenwick Sr. founded the yard. Michael Fenwick Jr. runs it.",
        ["Michael Fenwick Sr", "Michael Fenwick Jr."],
    ),
    "father and son by middle initial": (
        "The pier was closed by George H. W. Castell. George W. Castell opened it again.",
        ["George H. W. Castell", "George W. Castell"],
    ),
    "husband and wife by title": ("Mr. Castell left early. Mrs. Castell stayed with the crew.", ["Castell", "Castell"]),
    "two given names, one surname": (
        "John Moss sold the ferry. Karl Moss bought it back.",
        ["John Moss", "Karl Moss"],
    ),
    "two agencies": (
        "The Harbour Agency met the Fishing Agency at the pier.",
        ["Harbour Agency", "Fishing Agency"],
    ),
    "a person and a firm of that name": (
        "Peter Lind left the port. He had worked for Harbour Holdings Inc. for years.",
        ["Peter Lind", "Harbour Holdings Inc."],
    ),
    "a general word of a longer name": (
        "The National Harbour Agency met the Union of Harbour Workers.",
        ["National Harbour Agency", "Union of Harbour Workers"],
    ),
    "two ministries of one field": (
        "The Corvanian Defence Ministry met the Kelmarian Defence Ministry.",
        ["Corvanian Defence Ministry", "Kelmarian Defence Ministry"],
    ),
    "a common given name behind a title": (
        "Thomas Lind left the port. They asked Mr. Thomas about the pier.",
        ["Thomas Lind", "Thomas"],
    ),
    "a country and a person whose surname it is": (
        "Peter Norway left the port. Crews from Norway met him in Norway.",
        ["Peter Norway", "Norway"],
    ),
    "the UN and its bodies": (
        "The UN Security Council met on Friday. The UN said aid was late, and the U.N. was asked for more.",
        ["UN Security Council", "U.N."],
    ),
    "the UN and one of its offices": (
        "The UN High Commissioner for Refugees left. The UN said aid was late.",
        ["UN High Commissioner for Refugees", "UN"],
    ),
    "a federation and its council": (
        "Harbour Athletics opened a track. The rule was made by the Harbour Athletics Council.",
        ["Harbour Athletics", "Harbour Athletics Council"],
    ),
    "two countries": ("Crews from Norway met crews from Germany.", ["Norway", "Germany"]),
}


@pytest.mark.parametrize(("text", "expected"), JOINS.values(), ids=JOINS)
def test_joins(parsed: Read, text: str, expected: dict[str, int]) -> None:
    assert {entity.name: len(entity.mentions) for entity in sort(parsed(text))} == expected


BEARERS = {
    "who is introduced with the title": (
        "Prime Minister Tomas Lindgren met Justice Minister Peter Lindgren. Prime Minister Lindgren left at noon.",
        {"Tomas Lindgren": 2, "Peter Lindgren": 1},
    ),
    "not a relative who is only brought in": (
        "Tomas Lindgren runs the port, as did his late father, Peter Lindgren. Lindgren left at noon.",
        {"Tomas Lindgren": 2, "Peter Lindgren": 1},
    ),
    "nobody whom a title rules out": (
        "Lindgren thanked the crews. Mr. Lindgren came late, and so did Susan Lindgren.",
        {"Lindgren": 2, "Susan Lindgren": 1},
    ),
    "nor in a short name that sounds alike": (
        "Susan Castro runs the port. Mr. Castro came late, and Castro left at noon.",
        {"Susan Castro": 1, "Castro": 2},
    ),
}


@pytest.mark.parametrize(("text", "expected"), BEARERS.values(), ids=BEARERS)
def test_whose_bare_surname_it_is(parsed: Read, text: str, expected: dict[str, int]) -> None:
    people_of = [entity for entity in sort(parsed(text)) if entity.kind == "person"]
    assert {entity.name: len(entity.mentions) for entity in people_of} == expected


@pytest.mark.parametrize(("text", "expected"), KEEPS_APART.values(), ids=KEEPS_APART)
def test_keeps_apart(parsed: Read, text: str, expected: list[str]) -> None:
    assert [entity.name for entity in sort(parsed(text))] == expected


def test_a_father_and_whom_the_text_calls_jr(parsed: Read) -> None:
    text = (
        "Martin Vale Jr. offered advice to the clerks. Martin Vale, the senator, was not there.\n\n"
        "Vale Jr. later joked about the job."
    )
    found = discourse.read(parsed(text)).entities
    assert {entity.name: [mention.text for mention in entity.mentions] for entity in found} == {
        "Martin Vale Jr.": ["Martin Vale Jr.", "Vale Jr."],
        "Martin Vale": ["Martin Vale"],
    }


INTRODUCED = {
    "a body by the noun before it": (
        "Whales were counted by the rescue group Project Kelp in May.",
        "Project Kelp",
        "organization",
    ),
    "no body that somebody led": ("The firm Ada Moss led in May was sold. Moss gave no reason.", "Ada Moss", "person"),
}


@pytest.mark.parametrize(("text", "name", "kind"), INTRODUCED.values(), ids=INTRODUCED)
def test_who_is_introduced_as_what(parsed: Read, text: str, name: str, kind: str) -> None:
    found = (m._replace(kind="person") for m in mentions.find(parsed(text).doc, name_spans(parsed(text).doc)))
    supposed = entities.sort(parsed(text).doc, list(found))
    told = {entity.name: role_phrases.introduces_body(parsed(text).doc, entity) for entity in supposed}
    assert told[name] == (kind == "organization")


def test_a_bare_surname_goes_to_the_one_last_named(parsed: Read) -> None:
    found = sort(parsed("Susan Castell owns the ferry. Peter Castell sails it. The crew likes Castell."))
    assert {entity.name: len(entity.mentions) for entity in found} == {"Susan Castell": 1, "Peter Castell": 2}


def test_a_title_decides_whose_surname_it_is(parsed: Read) -> None:
    found = sort(parsed("Susan Castell owns the ferry. Peter Castell sails it. The crew likes Mrs. Castell."))
    assert {entity.name: len(entity.mentions) for entity in found} == {"Susan Castell": 2, "Peter Castell": 1}


MISSPELT = {
    "a surname of seven letters": ("Fenwicz", 1),
    "one of six": ("Fenwit", 2),
    "one of six that sounds alike": ("Fenwik", 1),
    "two letters off": ("Fenvicz", 2),
}


@pytest.mark.parametrize(("surname", "people_in_all"), MISSPELT.values(), ids=MISSPELT)
def test_a_surname_one_letter_off(parsed: Read, surname: str, people_in_all: int) -> None:
    found = [NameMention(0, 2, "person", "Orla Fenwick"), NameMention(3, 4, "person", surname)]
    assert len(people(parsed(f"Orla Fenwick met {surname} there.").doc, found)) == people_in_all


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Orla Fenwick’s", "Orla Fenwick", id="a possessive"),
        pytest.param("the Kremlin", "Kremlin", id="an article"),
        pytest.param("Orla\nFenwick", "Orla Fenwick", id="a line break"),
        pytest.param("The", "The", id="an article alone"),
        pytest.param("Orla Fenwick", "Orla Fenwick", id="nothing to clean"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Consumer Harbour Protection Bureau", "chpb", id="four words"),
        pytest.param("Port of Ellery Authority", "pea", id="small words left out"),
        pytest.param("Al-Noor Union", "anu", id="a hyphen"),
        pytest.param("Harbour", "", id="one word"),
        pytest.param("Harbour Holdings Inc.", "", id="a full stop"),
    ],
)
def test_initials(text: str, expected: str) -> None:
    assert initials(text) == expected
