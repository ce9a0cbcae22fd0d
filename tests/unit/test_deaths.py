"""Of whom a text says that they are dead, and to whom their friends' words are not given."""

from collections.abc import Callable

import pytest

from reader.analysis import discourse
from reader.analysis.entities import deaths
from reader.text.document import Document

Read = Callable[[str], Document]

FINDS = {
    "the late": ("Ines Torvald, a friend of the late painter Mats Oyen, opened the show.", {"Mats Oyen"}),
    "the late, of a place": ("He praised the late mayor of Ostrand, Emil Sarto.", {"Emil Sarto"}),
    "her late husband": ("Her late husband, Rolf Dane, built the pier.", {"Rolf Dane"}),
    "in apposition": ("Emil Sarto, the late mayor, built the pier.", {"Emil Sarto"}),
    "died": ("Joan Harker died on Sunday after a fall.", {"Joan Harker"}),
    "who died": ("Joan Harker, who died on Sunday aged 81, wrote nine novels.", {"Joan Harker"}),
    "fell and died": ("Peter Lind fell from the crane and died at once.", {"Peter Lind"}),
    "has died": ("Joan Harker has died aged 81.", {"Joan Harker"}),
    "was killed": ("Dario Melk was killed when a crane fell.", {"Dario Melk"}),
    "killed in": ("Dario Melk, killed in the raid, had two sons.", {"Dario Melk"}),
    "shot dead": ("Dario Melk was shot dead outside his home.", {"Dario Melk"}),
    "what killed somebody": ("Two shells killed the photographer Karim Dallal near the river.", {"Karim Dallal"}),
    "the death of": ("The death of Joan Harker shocked the town.", {"Joan Harker"}),
    "a surname’s funeral": ("Joan Harker wrote novels. The town was shut for Harker’s funeral.", {"Joan Harker"}),
}
LEAVES_ALONE = {
    "late in the day": "Ada Moss arrived late, and Peter Lind left.",
    "a late goal": "The late goal by Peter Lind won the match.",
    "nearly killed": "Peter Lind was nearly killed by the crane.",
    "might have died": "Peter Lind could have died in the cold.",
    "was not killed": "Peter Lind was not killed by the fall.",
    "who killed": "Peter Lind killed a bear in the woods.",
    "death threats": "Peter Lind’s death threats were sent by post.",
    "a killing by": "Peter Lind’s killing of two bears was filmed.",
    "a threat": "The men threatened to kill Peter Lind.",
    "a friend of the dead": "Peter Lind’s brother died in May.",
    "one of two of the name": "Ada Moss and Peter Moss wrote novels. The town was shut for Moss’s funeral.",
}


def dead(document: Document) -> set[str]:
    found = discourse.read(document)
    return {found.entities[n].name for n in deaths.told(found.doc, found.entities, found.described)}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: set[str]) -> None:
    assert dead(parsed(text)) == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str) -> None:
    assert not dead(parsed(text))
