"""The voices of a transcript as people, under their full names."""

import reader

TALK = """HARBOUR TALKS

DAVE BRIGG, HARBOUR TV ANCHOR: Welcome back. Let us turn to the ferry.

ADA MOSS, COUNCIL LEADER: Thank you, Dave. The ferry will stay.

BRIGG: Who will pay for it?

MOSS: The council will pay."""


def test_labels_are_of_the_people_named_in_full() -> None:
    found = reader.analyze(TALK)
    assert [(actor.name, actor.kind) for actor in found.actors] == [("Dave Brigg", "person"), ("Ada Moss", "person")]
    assert [quote.speaker for quote in found.quotes] == ["dave-brigg", "ada-moss", "dave-brigg", "ada-moss"]


def test_an_editor_in_chief_is_who_bears_the_name_behind() -> None:
    found = reader.analyze("Dispatch Editor-in-Chief Nora Vell said the paper would close.")
    assert [(actor.name, actor.named) for actor in found.actors] == [("Nora Vell", True)]
    assert [quote.speaker for quote in found.quotes] == ["nora-vell"]
