"""Small texts, whole: each quote with its kind, speaker, cue and act, and the actors behind them."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from spacy.language import Language

from reader.analysis import attribution
from reader.text import document as documents
from reader.text.document import Document

Read = Callable[[str], Document]


class Said(NamedTuple):
    """One quote as a reader sees it."""

    text: str
    kind: str
    speaker: str | None
    cue: str | None
    act: str = "say"


def said(document: Document) -> list[Said]:
    found = attribution.find(document)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        Said(q.text, q.kind, names.get(q.speaker or ""), q.cue.text if q.cue else None, q.speech_act)
        for q in found.quotes
    ]


FINDS = {
    "direct, curly": (
        "“The pier is not safe,” said Orla Fenwick, a spokeswoman for the harbour council.",
        [Said("“The pier is not safe,”", "direct", "Orla Fenwick", "said")],
    ),
    "direct, straight": (
        '"The pier is finished," Susan Moss said.',
        [Said('"The pier is finished,"', "direct", "Susan Moss", "said")],
    ),
    "direct, British": (
        "‘The pier is finished,’ Susan Moss said.",
        [Said("‘The pier is finished,’", "direct", "Susan Moss", "said")],
    ),
    "direct, with a quotation inside": (
        "‘He told me “go home” and I went,’ Susan Moss said.",
        [Said("‘He told me “go home” and I went,’", "direct", "Susan Moss", "said")],
    ),
    "direct, told": (
        "“We will pay you,” Peter Lind told the crews on Friday.",
        [Said("“We will pay you,”", "direct", "Peter Lind", "told")],
    ),
    "a question": (
        "“Why now?” asked Susan Moss, the union leader.",
        [Said("“Why now?”", "direct", "Susan Moss", "asked", "ask")],
    ),
    "a shout": (
        "“This is theft,” shouted Susan Moss.",
        [Said("“This is theft,”", "direct", "Susan Moss", "shouted", "shout")],
    ),
    "over two paragraphs": (
        "“It began in March.\n\n“It ended in May,” Susan Moss said.",
        [Said("“It began in March.\n\n“It ended in May,”", "direct", "Susan Moss", "said")],
    ),
    "two paragraphs, the second by a pronoun": (
        "“It began in March,” said Susan Moss, the union leader.\n\n"
        "“We asked for pay and were told to wait,” she said.",
        [
            Said("“It began in March,”", "direct", "Susan Moss", "said"),
            Said("“We asked for pay and were told to wait,”", "direct", "Susan Moss", "said"),
        ],
    ),
    "mixed": (
        "Mayor Peter Lind said the levy was “a tax on fish” and promised to fight it.",
        [Said("the levy was “a tax on fish”", "mixed", "Peter Lind", "said")],
    ),
    "one word of judgement, by a pronoun": (
        "Mayor Peter Lind opposed the levy. He called it “shameful” and left.",
        [Said("“shameful”", "direct", "Peter Lind", "called")],
    ),
    "indirect, then a pronoun": (
        "The harbour council closed the pier. Orla Fenwick, a spokeswoman for the council, said the pier was not safe."
        "\n\nShe said it would open again in May.",
        [
            Said("the pier was not safe", "indirect", "Orla Fenwick", "said"),
            Said("it would open again in May", "indirect", "Orla Fenwick", "said"),
        ],
    ),
    "indirect, the cue behind": (
        "The ferry was late again, Susan Moss said on Friday.",
        [Said("The ferry was late again", "indirect", "Susan Moss", "said")],
    ),
    "two speakers in one sentence": (
        "Susan Moss said the pier was shut, and Peter Lind said it would open again in May.",
        [
            Said("the pier was shut", "indirect", "Susan Moss", "said"),
            Said("it would open again in May", "indirect", "Peter Lind", "said"),
        ],
    ),
    "a denial": (
        "Susan Moss denied that the crew had been drunk.",
        [Said("the crew had been drunk", "indirect", "Susan Moss", "denied", "deny")],
    ),
    "a promise": (
        "Susan Moss promised that the crews would be paid in full by Friday.",
        [Said("the crews would be paid in full by Friday", "indirect", "Susan Moss", "promised", "promise")],
    ),
    "an accusation by an unnamed source": (
        "The minister accused the union of holding the port to ransom.",
        [Said("the union of holding the port to ransom", "indirect", "minister", "accused", "accuse")],
    ),
    "according to a person": (
        "The port lost three cranes in the storm, according to Susan Moss, the union leader.",
        [Said("The port lost three cranes in the storm", "indirect", "Susan Moss", "according to")],
    ),
    "according to a report": (
        "The port lost three cranes in the storm, according to a report by the Harbour Agency.",
        [Said("The port lost three cranes in the storm", "indirect", "Harbour Agency", "according to")],
    ),
    "an organisation, in a statement": (
        "The Harbour Agency said in a statement that the ferry had passed its checks.",
        [Said("the ferry had passed its checks", "indirect", "Harbour Agency", "said")],
    ),
    "an unnamed spokesman": (
        "“There is no buyer,” a spokesman for Harbour Holdings said.",
        [Said("“There is no buyer,”", "direct", "spokesman for Harbour Holdings", "said")],
    ),
    "an unnamed witness": (
        "“The ferry was full,” said a witness who asked not to be named.",
        [Said("“The ferry was full,”", "direct", "witness", "said")],
    ),
    "nobody to give it to": ("“Go home!” he shouted.", [Said("“Go home!”", "direct", None, "shouted", "shout")]),
}  # fmt: skip

LEAVES_ALONE = {
    "plain telling": "The ferry sank on Friday. The crew swam ashore. Nobody was hurt.",
    "who met whom": "The crew met the mayor in the morning and left by noon.",
    "a vote": "The council voted to close the pier. The vote was 7 to 2.",
    "praise without words": "The council praised the crew. The mayor thanked the fishermen.",
    "an agreement to do something": "Susan Moss agreed to send the crew home on Friday.",
    "a hope to do something": "Susan Moss hopes to win the vote in May.",
    "a wish": "Susan Moss wants to buy the ferry.",
    "apostrophes": "The dockers' union met in the '90s on St James' Street.",
    "a title in marks": "The film “The Long Winter” opens on Friday.",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: list[Said]) -> None:
    assert said(parsed(text)) == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str) -> None:
    assert said(parsed(text)) == []


TEXT = (
    "Orla Fenwick, a spokeswoman for the harbour council, met Peter Lind in Norway on Friday.\n\n"
    "“The pier is not safe,” Fenwick said. A senior official said it would open again in May."
)


def test_actors_carry_name_role_aliases_and_mentions(parsed: Read) -> None:
    found = attribution.find(parsed(TEXT))
    fenwick = next(actor for actor in found.actors if actor.name == "Orla Fenwick")
    assert (fenwick.kind, fenwick.role, fenwick.aliases, fenwick.named) == (
        "person",
        "a spokeswoman for the harbour council",
        ("Fenwick",),
        True,
    )
    assert [mention.text for mention in fenwick.mentions] == ["Orla Fenwick", "Fenwick"]


def test_a_source_without_a_name_is_no_named_actor(parsed: Read) -> None:
    found = attribution.find(parsed(TEXT))
    official = next(actor for actor in found.actors if actor.name == "senior official")
    assert (official.named, official.role) == (False, None)


def test_who_says_nothing_is_an_actor_but_a_silent_place_is_none(parsed: Read) -> None:
    names = {actor.name for actor in attribution.find(parsed(TEXT)).actors}
    assert "Peter Lind" in names
    assert "Norway" not in names


def test_one_unknown_word_that_stands_once_and_says_nothing_is_no_actor(parsed: Read) -> None:
    text = "Mayor Ada Moss met Vornak and Gov. Teller. “It is late,” Moss said.\n\n“Kestrel too,” Brandel said."
    names = {actor.name for actor in attribution.find(parsed(text)).actors}
    assert {"Ada Moss", "Teller", "Brandel"} <= names
    assert "Vornak" not in names


def test_a_party_and_seat_in_brackets_say_nothing(parsed: Read) -> None:
    text = "Councillor Ada Moss (D-Port Ellery), shouted to the crowd: “We are late.”"
    (quote,) = attribution.find(parsed(text)).quotes
    assert quote.speaker == "ada-moss"


def test_the_mention_names_who(parsed: Read) -> None:
    mentions = [quote.mention.text for quote in attribution.find(parsed(TEXT)).quotes if quote.mention]
    assert mentions == ["Fenwick", "A senior official"]


def test_a_writer_is_an_actor_only_when_quoted(parsed: Read) -> None:
    text = "Peter Lind wrote this story in the spring. “It is late,” Susan Moss said."
    for byline, expected in (((), True), (("Peter Lind",), False), (("Susan Moss",), True)):
        names = {actor.name for actor in attribution.find(parsed(text), byline=byline).actors}
        assert ("Peter Lind" in names) is expected
        assert "Susan Moss" in names


def test_a_name_is_surer_than_a_pronoun_and_nobody_is_not_sure_at_all(parsed: Read) -> None:
    named, pronoun = attribution.find(
        parsed("“It began in March,” said Susan Moss.\n\n“We asked for pay and were told to wait,” she said.")
    ).quotes
    (nobody,) = attribution.find(parsed("“Go home!” he shouted.")).quotes
    assert named.confidence > pronoun.confidence > nobody.confidence == 0.0


def test_white_space_in_front_moves_every_offset_by_as_much(nlp: Language) -> None:
    plain, moved = (attribution.find(documents.read(text, nlp)) for text in (TEXT, "\n\n" + TEXT))
    assert [(q.start + 2, q.end + 2, q.text) for q in plain.quotes] == [(q.start, q.end, q.text) for q in moved.quotes]


def test_a_pronoun_of_the_narrative_does_not_know_who_speaks_later(parsed: Read) -> None:
    text = "Peter Lind and Robert Teo left early. He slept. “It is late,” Robert Teo said. Teo slept. Teo ate."
    found = attribution.find(parsed(text))
    meant = [actor.name for actor in found.actors for mention in actor.mentions if mention.text == "He"]
    assert meant == ["Peter Lind"]
