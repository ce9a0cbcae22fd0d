"""Names run together with words for a post, honours and days; and capitals that are nobody's name."""

from collections.abc import Callable

import pytest

from reader.analysis.entities import mentions
from reader.analysis.entities.name_spans import name_spans
from reader.text.document import Document

Read = Callable[[str], Document]

FINDS = {
    "capitals for a post": ("Browns DL Marcus Lindgren said he was sorry.", ["Browns", "Marcus Lindgren"]),
    "an editor": ("Samaka Advisory Editor Abu Saeed Lind spoke at the gate.", ["Samaka", "Abu Saeed Lind"]),
    "a family name first": (
        "Control Yuan Member Wang Mei-ru said so.",
        ["Control Yuan", "Wang Mei-ru"],
    ),
    "behind what an envoy is sent to": (
        "The envoy to the European Union Gordon Fenwick said he was told.",
        ["European Union", "Gordon Fenwick"],
    ),
    "a post of a body": ("The Senate Majority Leader was angry.", ["Senate"]),
    "a post of a country": ("The UK Home Secretary said so.", ["UK"]),
    "a post alone": ("The Chief Operating Officer closed the pier.", []),
    "an honour": ("Dr Calloway AM planted the trees.", ["Calloway"]),
    "a day behind a body": ("The council told Lantern Rail Thursday that it must pay.", ["Lantern Rail"]),
    "a nickname behind an initial": ("Robert C. “Bobby” Lind won the seat.", ["Robert C. “Bobby” Lind"]),
    "a possessive inside": ("The People’s Daily said the law was wrong.", ["People’s Daily"]),
    "a plural possessive inside": ("The Westminster Magistrates’ Court agreed.", ["Westminster Magistrates’ Court"]),
    "two fields that an acronym joins": (
        "Customs and Harbour Protection closed the pier. They told CHP to open it.",
        ["Customs and Harbour Protection", "CHP"],
    ),
    "a name with a second surname": (
        "Joanna Pereira Ruiz closed the pier. Joanna Pereira gave no reason.",
        ["Joanna Pereira Ruiz", "Joanna Pereira"],
    ),
    "a law": ("They read the National Fisheries Act aloud.", []),
    "a people": ("Most of the Punjabis in the town are farmers.", []),
    "first peoples": ("The land is that of First Nations.", []),
    "where something is posted": ("Orla Fenwick wrote on Twitter that it was over.", ["Orla Fenwick"]),
}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: list[str]) -> None:
    doc = parsed(text).doc
    assert [mention.text for mention in mentions.find(doc, name_spans(doc))] == expected
