"""Who cannot have spoken is not shown as the speaker: whole small stories, each with the speakers of its quotes."""

from collections.abc import Callable

import pytest

from reader.analysis import attribution
from reader.text.document import Document

Read = Callable[[str], Document]

DEAD = {
    "a friend of the late minister": (
        "Rolf Dunmore, one of the closest friends of the late minister Emil Sarto, visited Sarto hours before his "
        "death.\n\nHe said the family had been told on Friday.\n\n"
        "“We had hope, but when they let us in to see him I looked at his hands,” he said.",
        ["Rolf Dunmore", "Rolf Dunmore"],
    ),
    "a brother of the killed": (
        "Dario Melk, 34, was killed when a crane fell at the Sorley yard on Monday. Melk's brother, Anton Melk, works "
        "at the same yard.\n\n“He should never have been up there,” he said.",
        ["Anton Melk"],
    ),
    "who served under the dead": (
        "Former minister Tor Weland has died aged 77. Weland led the fishing ministry for nine years.\n\n"
        "Nils Akre, who served under Weland, said the news was hard.\n\n“I learned everything at his desk,” he said.",
        ["Nils Akre", "Nils Akre"],
    ),
    "the dead by name": (
        "Joan Harker, who died on Sunday aged 81, wrote nine novels. Harker said in 2011 that she hated cities.",
        ["Joan Harker"],
    ),
}
SPOKEN_OF = {
    "named in the words": (
        "Senator Rolf Dane voted against the levy. “Dane has always stood with the crews,” he said.",
        [None],
    ),
    "the other one, named in the words": (
        "Coach Lars Berg picked Tom Ansell for the final. “Ansell is quick, and he knows the goal,” he said.",
        ["Lars Berg"],
    ),
    "his own name": (
        "A man rang at noon. Rolf Dane had been lost for days. “I am Rolf Dane, and I am well,” he said.",
        ["Rolf Dane"],
    ),
    "a he in the words": (
        "Marko Illic was named captain on Tuesday.\n\n“Taking him is right,” Anders Vik told reporters.\n\n"
        "But Vik knows what Illic may do to the talks.\n\n“He’s the loudest man in the league,” he said.",
        ["Anders Vik", "Anders Vik"],
    ),
}
_UNION = "Ada Moss, who chairs the union, spoke in Brindle on Monday. “We will wait,” she said. "
BODIES = {
    f"the {body}": (f"{_UNION}The {body} said {words}.", ["Ada Moss", speaker])
    for body, words, speaker in (
        ("company", "it would appeal", "company"),
        ("court", "the appeal was late", "court"),
        ("city council", "the bridge was closed", "city council"),
        ("ministry of health", "the clinic would open in June", "ministry of health"),
        ("Swedish government", "it had no plans to help", "Swedish government"),
    )
}
OTHERS = {
    "whom the subject met": (
        "Corvane President Malik Teo flew to Ostrand. Following a meeting with Foreign Minister Karl Lange of "
        "Lormark, he said the border would open in May.",
        ["Malik Teo"],
    ),
    "whom he called, and a post known before": (
        "The eastern pact has nine members, and Vellian Chancellor Otto Reimann has mocked it for years.\n\n"
        "After a call with Pact Secretary General Ines Dorn, the Vellian Chancellor said: “They have never paid.”",
        ["Otto Reimann"],
    ),
    "whose spokesman he is": (
        "Army spokesman Peter Lind said the road was open. “Nobody was hurt,” he added.\n\nThe Health Ministry "
        "spokesman said two men were hurt.",
        ["Peter Lind", "Peter Lind", "Health Ministry spokesman"],
    ),
    "where a study stands": (
        "Crabs remember who has cheated them, according to a study published Monday in the Annals of Littoral Biology.",
        ["study"],
    ),
    "a body that has been named": (
        "Halvern Quarries cut stone on the hill until May. The company said it was sorry.",
        ["Halvern Quarries"],
    ),
    "who is introduced later as something else": (
        "The harbour ministry’s spokesman said the talks would go on. Peter Lind, a pilot, suggested that they might "
        "end in May.",
        ["harbour ministry’s spokesman", "Peter Lind"],
    ),
    "to whom it is written": (
        "Mayor Peter Lind wrote to the harbour chief, Ada Moss, on Monday. In the letter to Moss, the mayor said: “You "
        "have had your warning.”",
        ["Peter Lind"],
    ),
    "an editor and her paper": (
        "Courier could not tell whether the crew knew, Courier said. Courier Editor-in-Chief Mira Holt said: “We mourn "
        "a colleague.”",
        ["Courier", "Mira Holt"],
    ),
    "a commander and his country": ("Lormark Commander-in-Chief Jan Sorel said it would leave.", ["Jan Sorel"]),
    "the UN and its assembly": (
        "The UN General Assembly met on Tuesday. The UN said the truce must hold.",
        ["UN"],
    ),
}
NO_QUOTES = {
    "a number of people asked": "Fewer than 3 in 10 say the council has helped.",
    "a share of people asked": "Of those asked, 61 percent said the bridge should stay.",
}


def speakers(document: Document) -> list[str | None]:
    found = attribution.find(document)
    names = {actor.id: actor.name for actor in found.actors}
    return [names.get(quote.speaker or "") for quote in found.quotes]


@pytest.mark.parametrize(("text", "expected"), DEAD.values(), ids=DEAD)
def test_the_dead_speak_by_name_alone(parsed: Read, text: str, expected: list[str | None]) -> None:
    assert speakers(parsed(text)) == expected


@pytest.mark.parametrize(("text", "expected"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_nobody_speaks_of_himself_as_of_another(parsed: Read, text: str, expected: list[str | None]) -> None:
    assert speakers(parsed(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES)
def test_a_body_is_nobody_named_before(parsed: Read, text: str, expected: list[str | None]) -> None:
    assert speakers(parsed(text)) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS.values(), ids=OTHERS)
def test_the_subject_speaks(parsed: Read, text: str, expected: list[str | None]) -> None:
    assert speakers(parsed(text)) == expected


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_a_number_says_nothing(parsed: Read, text: str) -> None:
    assert speakers(parsed(text)) == []
