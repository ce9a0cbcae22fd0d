"""The phrase that says who somebody is: where it is found, which one is best, and what is none."""

from collections.abc import Callable

import pytest

from reader.analysis.entities import entities, mentions, roles
from reader.analysis.entities.name_spans import name_spans
from reader.text.document import Document

Read = Callable[[str], Document]


def role(document: Document, name: str) -> str | None:
    found = entities.sort(document.doc, mentions.find(document.doc, name_spans(document.doc)))
    return roles.read(document.doc, next(i for i in found if i.name == name)).best


FINDS = {
    "apposition behind, with a preposition": (
        "Peter Lind, a spokesman for the harbour council, said the pier was safe.",
        "a spokesman for the harbour council",
    ),
    "apposition behind, without an article": (
        "Peter Lind, director of the port authority, said the pier was safe.",
        "director of the port authority",
    ),
    "apposition behind, between dashes": (
        "Peter Lind — a former captain — saw the ferry sink.",
        "a former captain",
    ),
    "who has not taken the post yet": ("President-elect Peter Lind spoke first.", "President-elect"),
    "designate without a hyphen": (
        "The talks began with Harbour Chairman designate Peter Lind.",
        "Harbour Chairman designate",
    ),
    "apposition of a title": (
        "Peter Lind, a magistrate in Bergen, saw the ferry sink.",
        "a magistrate in Bergen",
    ),
    "apposition behind an age": (
        "Peter Lind, 44, a fisherman from Bergen, saw the ferry sink.",
        "a fisherman from Bergen",
    ),
    "apposition behind a bracket": (
        "Peter Lind (Bergen), the union’s leader, said the crews would strike.",
        "the union’s leader",
    ),
    "one of several": (
        "Peter Lind, one of the family’s attorneys, said the case was weak.",
        "one of the family’s attorneys",
    ),
    "letters for an office": (
        "Peter Lind, CEO of Harbour Holdings, said the sale was off.",
        "CEO of Harbour Holdings",
    ),
    "a profession that ends in -ist": (
        "Peter Lind, a marine biologist at the university, counted the seals.",
        "a marine biologist at the university",
    ),
    "whom somebody speaks for": (
        "Peter Lind, who represents some of the families, said the case was weak.",
        "represents some of the families",
    ),
    "apposition before": (
        "The head of the harbour council, Peter Lind, said the pier was safe.",
        "The head of the harbour council",
    ),
    "apposition before, with an owner": (
        "The council’s chief engineer, Peter Lind, was not there.",
        "The council’s chief engineer",
    ),
    "apposition before, two offices": (
        "The company’s founder and chairman, Peter Lind, left in the spring.",
        "The company’s founder and chairman",
    ),
    "in front of the name": (
        "Harbour council spokesman Peter Lind said the pier was safe.",
        "Harbour council spokesman",
    ),
    "in front, former": ("Former finance minister Peter Lind opposed the levy.", "Former finance minister"),
    "in front, an office to a country": (
        "Norway’s ambassador to Britain Peter Lind said the talks went well.",
        "Norway’s ambassador to Britain",
    ),
    "in front, an office of something": (
        "Secretary of State Peter Lind said the talks went well.",
        "Secretary of State",
    ),
    "copula, present": ("Peter Lind is the director of the port authority.", "the director of the port authority"),
    "copula, past": ("Peter Lind was a nurse at the clinic in Bergen.", "a nurse at the clinic in Bergen"),
    "who is": ("Peter Lind, who is a lawyer for the crew, said the case was weak.", "a lawyer for the crew"),
    "who served as": (
        "Peter Lind, who served as harbour minister for years, said the pier was safe.",
        "harbour minister",
    ),
    "who represents": (
        "Peter Lind, who represents the crew, said the case was weak.",
        "represents the crew",
    ),
    "party in brackets": ("Rep. Peter Lind (D-Maine) voted against the levy.", "Rep., D-Maine"),
    "party behind a comma": ("Sen. Peter Lind, R-Ohio, voted for the levy.", "Sen., R-Ohio"),
    "a constituency in brackets": ("Peter Lind (UPF-Vardholm) asked about the levy.", "UPF-Vardholm"),
    "in front, with the letters of a body": (
        "Harbour Police Agency (HPA) Director Peter Lind said the pier was safe.",
        "Harbour Police Agency (HPA) Director",
    ),
    "in front, a hyphenated office": ("Herald editor-in-chief Peter Lind wrote it.", "Herald editor-in-chief"),
    "in front, of a small body": (
        "The director of the port department Peter Lind said the pier was safe.",
        "The director of the port department",
    ),
    "a rank behind the role": ("Police spokesman Lt. Peter Lind said the pier was safe.", "Police spokesman"),
    "apposition before, without a comma behind": (
        "The head of the harbour council, Peter Lind said the pier was safe.",
        "The head of the harbour council",
    ),
    "apposition before, with the letters of a body": (
        "The chairman of the Harbour Board (HB), Peter Lind, said the pier was safe.",
        "The chairman of the Harbour Board (HB)",
    ),
    "apposition before, the last of two nouns": (
        "A case against the council’s president, Peter Lind, was dropped.",
        "the council’s president",
    ),
    "apposition behind, whatever the noun": (
        "Peter Lind, a tea-stall regular, saw the ferry sink.",
        "a tea-stall regular",
    ),
    "apposition behind, the noun behind others": (
        "Peter Lind, Corvane’s health and social services minister, said the pier was safe.",
        "Corvane’s health and social services minister",
    ),
    "apposition behind a state": (
        "Rep. Peter Lind, Maine, the senior member of the board, voted against the levy.",
        "the senior member of the board",
    ),
    "apposition without a comma": (
        "They wrote to Peter Lind the curator of the museum.",
        "the curator of the museum",
    ),
    "copula without an article": ("Peter Lind is president of the harbour union.", "president of the harbour union"),
    "copula, also": ("Peter Lind is also president of the harbour union.", "president of the harbour union"),
    "became": ("Peter Lind became director of the port authority in May.", "director of the port authority"),
    "was elected as": ("Peter Lind was elected as mayor of Bergen.", "mayor of Bergen"),
    "appointed as": ("The board named Peter Lind as head of the port authority.", "head of the port authority"),
    "who heads": ("Peter Lind, who heads the harbour union, said the pier was safe.", "heads the harbour union"),
    "an age, who owns": ("Peter Lind, 52, who owns a boatyard, saw the ferry sink.", "owns a boatyard"),
    "who works for": ("Peter Lind, who works for the port authority, saw it.", "works for the port authority"),
    "from a body": (
        "Peter Lind from the Harbour Institute said the pier was safe.",
        "from the Harbour Institute",
    ),
    "of a body, behind a title": (
        "Prof. Peter Lind of the Harbour University said the pier was safe.",
        "Prof., of the Harbour University",
    ),
    "a body’s": ("The Harbour Institute’s Peter Lind said the pier was safe.", "Harbour Institute"),
    "a title alone": ("Mayor Peter Lind said the pier was safe.", "Mayor"),
    "behind a degree": (
        "The levy is too high, said Peter Lind, PhD, a lecturer at the Harbour Institute.",
        "a lecturer at the Harbour Institute",
    ),
    "behind a degree, what somebody does": ("Peter Lind, MD, who runs a clinic, spoke first.", "runs a clinic"),
    "a body behind a degree": (
        "Few will see it, says Peter Lind, PhD, of the Harbour Institute.",
        "of the Harbour Institute",
    ),
    "at a body": ("Peter Lind at the Harbour Institute agreed.", "at the Harbour Institute"),
    "apposition before, an office of two fields": (
        "Deputy Minister of Mines and Energy, Peter Lind said the pier was safe.",
        "Deputy Minister of Mines and Energy",
    ),
    "in front, an office of two fields and two honours": (
        "Deputy Youth and Sports Minister Datuk Seri Peter Lind said the pier was safe.",
        "Deputy Youth and Sports Minister",
    ),
    "in front, the body's name holds a preposition": (
        "The Federation of Harbour Workers President Peter Lind warned against it.",
        "The Federation of Harbour Workers President",
    ),
    "apposition before, one of several": (
        "In a letter, one of the family’s attorneys, Peter Lind, said the case was weak.",
        "one of the family’s attorneys",
    ),
    "apposition before, behind a name and a preposition": (
        "As stated to Radio Ellery by the keeper of the north light, Peter Lind, after the storm, the lamp went out.",
        "the keeper of the north light",
    ),
    "the later of several in front of whom it stands": (
        "They fled with the cabinet ministers Orla Fenwick and Peter Lind on Friday.",
        "cabinet ministers",
    ),
    "a second clause": (
        "Peter Lind has led the talks since March and is the director of the institute.",
        "the director of the institute",
    ),
}  # fmt: skip

LEAVES_ALONE = {
    "a remark on the sentence": "The board dismissed Peter Lind, a move that angered the crew.",
    "this one": "They asked Peter Lind, this columnist’s neighbour, about it.",
    "what he did": "The board named Peter Lind, replacing the council’s director.",
    "the next of several": "They met Peter Lind, retired judge Orla Fenwick and Susan Moss.",
    "several who open a clause": "In a letter sent by Peter Lind, employees were told to stay at home.",
    "another’s relation": "They met the wife of Mr. Peter Lind on the pier.",
    "a rally for him": "They held a rally featuring Mr. Peter Lind on the pier.",
    "the end of a clause": "After the crew left the company in May, Peter Lind, tired of it all, locked the office.",
    "what makes no role": "Peter Lind, the executive lineup in hand, said the pier was safe.",
    "a road from a town": "They took Peter Lind from Oslo to Bergen.",
    "a name alone": "Peter Lind said the pier was safe.",
    "a courtesy title": "Mr. Peter Lind said the pier was safe.",
    "the office of the second of two": "Peter Lind and Harbour Minister Orla Fenwick said the pier was safe.",
    "a firm that he led": "The firm Peter Lind led in May was sold.",
    "an adverb between commas": "Peter Lind, however, said the pier was safe.",
    "a list of names": "Peter Lind, Orla Fenwick and Susan Moss said the pier was safe.",
    "a place between commas": "Peter Lind, in Bergen on Friday, said the pier was safe.",
    "an age and a town": "Peter Lind, 44, of Bergen, said the pier was safe.",
    "what he was doing": "Peter Lind, speaking to reporters, said the pier was safe.",
    "a clause about him": "Peter Lind, who was late, said the pier was safe.",
    "an adjective behind is": "Peter Lind is tired.",
    "a clause cut short": "Peter Lind, who may also soon",
    "one cut short at its verb": "Peter Lind, who is leaving",
    "a verb behind is": "Peter Lind is leaving on Friday.",
    "where he stands in a picture": "Peter Lind (left) walked the pier.",
    "an indefinite noun in front": "They met an engineer Peter Lind on the pier.",
    "a clause before the name": "When the director left, Peter Lind locked the office.",
    "a phrase of time before the name": "After the storm, Peter Lind walked the pier.",
}  # fmt: skip


BODIES = {
    "a noun behind": ("It was closed by the Mesa Verde industry group in May.", "Mesa Verde", "industry group"),
    "no noun before another": ("They met the Mesa Verde union leaders in May.", "Mesa Verde", None),
    "what it is, and what was done to it": (
        "The Harbour Institute (HI), a shadow agency outlawed by the junta, condemned the sale.",
        "Harbour Institute",
        "a shadow agency outlawed by the junta",
    ),
    "a think tank": (
        "The Harbour Institute, a London-based think tank, disagreed.",
        "Harbour Institute",
        "a London-based think tank",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), BODIES.values(), ids=BODIES)
def test_what_bodies_are(parsed: Read, text: str, name: str, expected: str | None) -> None:
    assert role(parsed(text), name) == expected


def test_no_body_is_what_another_is_of(parsed: Read) -> None:
    text = "The Defence Ministry of neighbouring Norway said nothing. The Norway Trust is a charity."
    assert role(parsed(text), "Norway") is None


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: str) -> None:
    assert role(parsed(text), "Peter Lind") == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str) -> None:
    assert role(parsed(text), "Peter Lind") is None


BEST = {
    "an apposition behind before the title": (
        "Mayor Peter Lind left early. Lind, a lawyer from Oslo, gave no reason.",
        "a lawyer from Oslo",
    ),
    "an apposition behind before a rank": (
        "U.S. Air Force Capt. Peter Lind, a harbour spokesman, gave no reason.",
        "a harbour spokesman",
    ),
    "a copula before the title": ("Mayor Peter Lind left early. Lind is a lawyer from Oslo.", "a lawyer from Oslo"),
    "the earlier of two, words in front": (
        "Council spokesman Peter Lind left early. Lind, a lawyer from Oslo, gave no reason.",
        "Council spokesman",
    ),
    "the earlier of two, a copula": (
        "Peter Lind is a lawyer from Oslo. The pier was closed by council spokesman Peter Lind.",
        "a lawyer from Oslo",
    ),
    "the earlier of two appositions": (
        "Peter Lind, a lawyer from Oslo, left early. Lind, a father of two, gave no reason.",
        "a lawyer from Oslo",
    ),
    "an apposition before whose husband he is": (
        "Orla Fenwick and husband Peter Lind were there. Lind, a fisherman, gave no reason.",
        "a fisherman",
    ),
    "a phrase owned by a pronoun last": (
        "Peter Lind, his lawyer, said nothing. Mayor Lind gave no reason.",
        "Mayor",
    ),
    "a phrase owned by a pronoun where there is no other": (
        "Peter Lind, his lawyer, said nothing.",
        "his lawyer",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEST.values(), ids=BEST)
def test_the_best_of_several(parsed: Read, text: str, expected: str) -> None:
    assert role(parsed(text), "Peter Lind") == expected


def test_two_people_keep_their_own_roles(parsed: Read) -> None:
    document = parsed("Peter Lind, the mayor, met Susan Moss, the union leader, on Friday.")
    assert (role(document, "Peter Lind"), role(document, "Susan Moss")) == ("the mayor", "the union leader")


def test_nouns_tell_what_somebody_may_be_called(parsed: Read) -> None:
    doc = parsed("Sen. Peter Lind met Susan Moss, a lawyer for the crew, on Friday.").doc
    found = entities.sort(doc, mentions.find(doc, name_spans(doc)))
    by_name = {entity.name: roles.read(doc, entity).nouns for entity in found}
    assert {"sen", "senator", "lawmaker"} <= by_name["Peter Lind"]
    assert {"lawyer", "attorney"} <= by_name["Susan Moss"]
    assert "crew" not in by_name["Susan Moss"]


def test_heads_point_at_the_apposition(parsed: Read) -> None:
    doc = parsed("Peter Lind, the mayor of Ellery, left early.").doc
    (lind,) = (i for i in entities.sort(doc, mentions.find(doc, name_spans(doc))) if i.name == "Peter Lind")
    assert [doc[i].text for i in roles.read(doc, lind).heads] == ["mayor"]
