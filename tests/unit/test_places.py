"""The places found, under which name and in which order, and the names that are no places."""

import pytest

import reader
from reader.model import Article, Place


def places(text: str, headline: str | None = None) -> tuple[Place, ...]:
    return reader.analyze(Article(text, headline=headline)).places


def names(text: str, headline: str | None = None) -> list[str]:
    return [place.name for place in places(text, headline)]


FINDS = {
    "a country": ("The ferry sailed from Norway at dawn.", ["Norway"]),
    "a city and its country": ("She flew from Lisbon to Canada.", ["Lisbon", "Canada"]),
    "New": ("She moved to New York and then to New Zealand.", ["New York", "New Zealand"]),
    "a dateline": ("PORT ELLERY, Corvane — The crews struck.", ["Port Ellery", "Corvane"]),
    "a dateline without a region": ("VARDHOLM — The crews struck.", ["Vardholm"]),
    "a dateline of two towns": ("VARDHOLM/TESSALY — The crews struck.", ["Vardholm", "Tessaly"]),
    "a dateline with an and": ("VARDHOLM and TESSALY, Corvane — The crews struck.", ["Vardholm", "Tessaly", "Corvane"]),
    "a dateline of an agency": ("Vardholm (Northwire) – The crews struck.", ["Vardholm"]),
    "born in": ("She was born in Tarnholt, the daughter of a smith.", ["Tarnholt"]),
    "lives in": ("Ada Moss lives in Tarnholt with two dogs.", ["Tarnholt"]),
    "of, after an age": ("Ida Holm, 40, of Mill Hollow, saw the wave.", ["Mill Hollow"]),
    "the town of": ("The wave reached the town of Tarnholt at noon.", ["Tarnholt"]),
    "the mayor of": ("The mayor of Tarnholt opened the gates.", ["Tarnholt"]),
    "the MP for": ("The MP for North Wexmoor asked for help.", ["North Wexmoor"]),
    "north of": ("It sank 12 miles north of Tarnholt.", ["Tarnholt"]),
    "a glacier": ("The wave came from under the Hask glacier.", ["Hask glacier"]),
    "a valley": ("Families in the Upper Aster valley were told to leave.", ["Upper Aster valley"]),
    "a river": ("The boat was found in the Orrin River.", ["Orrin River"]),
    "a road": ("Everyone south of Mill Road was told to leave.", ["Mill Road"]),
    "a road of somebody's": ("They went from door to door in Tanner’s Row.", ["Tanner’s Row"]),
    "a lane with a number": ("A fire broke out at 12 Mill Lane.", ["Mill Lane"]),
    "one country, three names": (
        "The United States said no. The U.S. envoy left for home. She likes America.",
        ["United States"],
    ),
    "one country, its old name and its new": (
        "The envoy left for Burma. Two days later Myanmar shut the pass.",
        ["Myanmar"],
    ),
    "a dateline of a town called like a label": ("PRICE, Utah — The crews struck.", ["Price", "Utah"]),
    "capitals and small letters": ("TARNHOLT — The crews struck. Tarnholt is a port.", ["Tarnholt"]),
}

LEAVES_ALONE = {
    "people": "Ada Moss and Teo Brandt swam to Ida Holm.",
    "an organisation named after a place": "The Norway Shipping Company and the Bank of Norway agreed.",
    "a council": "Tarnholt County Council kept the receipts.",
    "those of a place": "The French and the Norwegian crews struck.",
    "a surname": "He praised Orla Hill for it, and Orla Hill smiled.",
    "a title": "In her classic “The Idle Square,” she counted steps.",
    "a bare word": "The District waited, and the Bay was calm.",
    "a label": "UPDATE — The crews struck.",
    "a label of pictures": "PHOTO — The crews struck.",
}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert names(text) == []


def test_a_name_told_once_to_be_a_place_is_one_everywhere() -> None:
    text = "She was born in Tarnholt. The crews of Tarnholt struck."
    (place,) = places(text)
    assert [(mention.text, text[mention.start : mention.end]) for mention in place.mentions] == [
        ("Tarnholt", "Tarnholt"),
        ("Tarnholt", "Tarnholt"),
    ]


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        pytest.param(
            "It sailed from Norway.\n\nIt passed Canada. It reached Canada, and left Canada.",
            None,
            ["Canada", "Norway"],
            id="the one named more often",
        ),
        pytest.param("It sailed from Norway to Canada.", None, ["Norway", "Canada"], id="the one named first"),
        pytest.param("It sailed from Norway to Canada.", "Canada waits", ["Canada", "Norway"], id="the headline's"),
        pytest.param(
            "VARDHOLM — It left.\n\nIt passed Canada. It reached Canada.",
            None,
            ["Vardholm", "Canada"],
            id="where it was filed",
        ),
    ],
)
def test_the_most_central_comes_first(text: str, headline: str | None, expected: list[str]) -> None:
    assert names(text, headline) == expected


TYPED_ONCE = {
    "a town taken for an organisation": "The town of Tarnholt Works was flooded. Tarnholt Works lies north of Ellery.",
    "a village that speaks": "Ida Holm, 40, of Mill Hollow, saw it. Mill Hollow said it would pay for the pier.",
    "a country": "Norway said it would pay. The envoy flew to Norway.",
    "a road named after somebody": "Everyone south of Moss Road was told to leave. Ada Moss left Moss Road at dawn.",
}


@pytest.mark.parametrize("text", TYPED_ONCE.values(), ids=TYPED_ONCE)
def test_a_place_is_a_place_everywhere(text: str) -> None:
    found = reader.analyze(text)
    places = {place.id: place for place in found.places}
    assert places
    kinds = {actor.name: actor.kind for actor in found.actors}
    assert not [place for place in places.values() if kinds.get(place.name, "place") != "place"]
    assert {actor.id for actor in found.actors if actor.kind == "place"} <= set(places)
    spans = {(m.start, m.end) for place in places.values() for m in place.mentions}
    others = {(m.start, m.end) for actor in found.actors if actor.kind != "place" for m in actor.mentions}
    assert not spans & others
