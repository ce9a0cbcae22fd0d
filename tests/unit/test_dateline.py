"""Datelines: every form in which a story says where it was filed, and what only looks like one."""

import pytest

from reader.lexicon.agencies import agency_of
from reader.text import dateline

# The text -> its place, date, agency, and the first words of the story.
FINDS = {
    "a place": ("HALVERY — Talks began.", "HALVERY", None, None, "Talks"),
    "a region": ("HALVERY, Corvane — Talks began.", "HALVERY, Corvane", None, None, "Talks"),
    "a region of three words": (
        "ELLERY, United Coast Provinces — Talks.", "ELLERY, United Coast Provinces", None, None, "Talks",
    ),
    "a region with an and": ("ORLE, Tarn and the Isles — Talks.", "ORLE, Tarn and the Isles", None, None, "Talks"),
    "two regions": ("BRINDLE, Harwell County, Corvane — A ferry.", "BRINDLE, Harwell County, Corvane", None, None, "A"),
    "a state with points": ("WINSTON-ELLERY, N.C. - At noon it sank.", "WINSTON-ELLERY, N.C.", None, None, "At"),
    "an abbreviated state": ("HALVERY, Fla. -- Talks began.", "HALVERY, Fla.", None, None, "Talks"),
    "a saint": ("ST. ORLA — Talks began.", "ST. ORLA", None, None, "Talks"),
    "small words": ("VILLA DE JANEIRO — Talks began.", "VILLA DE JANEIRO", None, None, "Talks"),
    "letters with marks": ("ÅLHAVEN — Talks began.", "ÅLHAVEN", None, None, "Talks"),
    "a small letter of a name": ("McARDEN, Corvane — Talks began.", "McARDEN, Corvane", None, None, "Talks"),
    "two towns": ("BRINDLE/HARWELL — A ferry sank.", "BRINDLE/HARWELL", None, None, "A"),
    "two towns with an and": ("BRINDLE and PORT ELLERY — A ferry sank.", "BRINDLE and PORT ELLERY", None, None, "A"),
    "a date": ("HALVERY, Jan. 4 — Talks began.", "HALVERY", "Jan. 4", None, "Talks"),
    "the day first": ("HALVERY, 4 January — Talks began.", "HALVERY", "4 January", None, "Talks"),
    "region, date, agency": ("ORLE, Tarn, Jan. 4 (AP) — Talks.", "ORLE, Tarn", "Jan. 4", "Associated Press", "Talks"),
    "a date with its year": ("HALVERY, March 4, 2026 (AFP) – Talks.", "HALVERY", "March 4, 2026", "AFP", "Talks"),
    "a date in brackets": ("HALVERY [Jan 4, 2026] — Talks began.", "HALVERY", "Jan 4, 2026", None, "Talks"),
    "nothing but a date in brackets": ("[Jan 4, 2026] Talks began.", None, "Jan 4, 2026", None, "Talks"),
    "a place and a date in brackets": ("[Halvery, Jan 4, 2026] Talks.", "Halvery", "Jan 4, 2026", None, "Talks"),
    "an agency": ("HALVERY (Reuters) - Shares fell.", "HALVERY", None, "Reuters", "Shares"),
    "an agency in small letters": ("Halvery (dpa) - Die Fähre sank.", "Halvery", None, "dpa", "Die"),
    "an agency nobody knows": ("Vardholm (Northwire) – The crews struck.", "Vardholm", None, None, "The"),
    "two towns of an agency": ("BRINDLE/VARDHOLM (Reuters) - A ferry.", "BRINDLE/VARDHOLM", None, "Reuters", "A"),
    "a place in small letters": ("Port Ellery (AFP) – Talks began.", "Port Ellery", None, "AFP", "Talks"),
    "a colon": ("HALVERY, July 25 (Reuters): Talks began.", "HALVERY", "July 25", "Reuters", "Talks"),
    "a town and a colon": (
        "PORT ELLERY: The bridge over the sound will be shut in May.", "PORT ELLERY", None, None, "The bridge",
    ),
    "a town, a colon and many names": (
        "ELLERY: The bridge is shut till May, Works Minister Ada Moss Lind said.", "ELLERY", None, None, "The",
    ),
    "a date and an agency": ("Dec 29 (Reuters) - A ferry sank.", None, "Dec 29", "Reuters", "A"),
    "an agency alone": ("(Reuters) - A ferry sank.", None, None, "Reuters", "A"),
    "a broadcaster without a dash": ("(CNN)A ferry sank.", None, None, None, "A"),
    "a place and a broadcaster": ("Port Ellery, Corvane (CNN)As it sank", "Port Ellery, Corvane", None, None, "As"),
    "a broadcaster and a space": ("Port Ellery (CNN Business) A ferry sank.", "Port Ellery", None, None, "A"),
    "a weekday": ("HALVERY, Monday — Talks began.", "HALVERY", "Monday", None, "Talks"),
    "a weekday and an agency": ("Halvery, Monday (AP) — Talks.", "Halvery", "Monday", "Associated Press", "Talks"),
    "small letters and a date": ("Halvery, Jan. 4 — Talks began.", "Halvery", "Jan. 4", None, "Talks"),
    "small letters, a region, a date": (
        "Halvery, Corvane, 4 January 2026 – Talks.", "Halvery, Corvane", "4 January 2026", None, "Talks",
    ),
    "the date first": ("4 January 2026, Halvery – Talks.", "Halvery", "4 January 2026", None, "Talks"),
    "the date alone": ("January 4, 2026 — Harbour Lines grew.", None, "January 4, 2026", None, "Harbour"),
    "a service for statements": ("HALVERY, Jan. 4 /Northwire/ -- Lines grew.", "HALVERY", "Jan. 4", None, "Lines"),
    "a service in capitals": ("HALVERY--(NORTH WIRE)--Lines grew.", "HALVERY", None, None, "Lines"),
    "six words in capitals": ("OLD ORLE, ST ORLA IN BAY — It sank.", "OLD ORLE, ST ORLA IN BAY", None, None, "It"),
    "no space": ("HALVERY--Talks began.", "HALVERY", None, None, "Talks"),
    "a horizontal bar": ("HALVERY ― Talks began.", "HALVERY", None, None, "Talks"),
    "a quotation": ("HALVERY — “Talks began,” she said.", "HALVERY", None, None, "“Talks"),
    "a name with a small letter": ("HALVERY — al-Dareh left.", "HALVERY", None, None, "al-Dareh"),
}  # fmt: skip

LEAVES_ALONE = {
    "a label": "BREAKING — The vote passed.",
    "a label with a colon": "UPDATE: The vote passed.",
    "a headline behind a colon": "SHOCK: Bridge Over The Sound Will Be Shut In May By Council.",
    "few words behind a colon": "HALVERY: The bridge is shut.",
    "a transcript": "VALE: The bridge over the sound will be shut in May.\nMOSS: Why will it be shut then?",
    "a kind of piece": "FACTBOX: The bridge over the sound and what it costs to keep.",
    "dashes in a sentence": "The ferry — late again — left.",
    "initials that open a sentence": "NATO said on Monday it would wait.",
    "an abbreviation with an aside": "NATO — the alliance of the coast — said it would wait.",
    "forces with an aside": "U.S. and NATO forces - some of them new - left.",
    "a population": "Brindle (population 4,000) – a town by the sea – slept.",
    "a party behind a name": "Ada Moss (Labour) – the incumbent – lost.",
    "a day with an aside": "Monday, Jan. 4 — the ferry sank — was cold.",
    "a day without its year": "Jan. 4 — the ferry sank — was cold.",
    "a number": "12 ferries sank – the worst in years.",
    "a year": "2026 — The year of the ferry.",
    "a name and a date before an aside": "Ada Moss, Jan. 4 — the last was hers.",
    "one letter": "A — B",
    "a heading": "COUNCIL PUTS OFF THE BRIDGE TOLL AGAIN, SAYS MAYOR - Ada Moss: “It will come.”",
    "seven words in capitals": "OLD PORT ORLE, ST ORLA IN BAY — It sank.",
    "another script": "Вардхольм — столица Корвании.",
    "a name with its abbreviation": "The Harbour Workers’ Association (HWA) said it would wait.",
    "a group in a table": "Corvane (Group A): Fifth place",
    "an aside in brackets": "(Nobody slept.) The crews left.",
    "a date that opens a sentence": "Jan. 4 was the day it sank.",
    "a dash and nothing": "HALVERY —",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "place", "date", "agency", "opening"), FINDS.values(), ids=FINDS)
def test_finds(text: str, place: str | None, date: str | None, agency: str | None, opening: str) -> None:
    found = dateline.find(text)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert found.start == 0
    assert text[found.end :].startswith(opening)


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert dateline.find(text) is None


@pytest.mark.parametrize(("length", "found"), [(119, True), (120, False)])
def test_it_is_no_longer_than_two_lines(length: int, found: bool) -> None:
    text = f"{'HALVERY, Corvan'.ljust(length - 3, 'e')} — Talks."
    assert (dateline.find(text) is not None) is found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("HALVERY, Corvane — Talks.", ["HALVERY", "Corvane"]),
        ("BRINDLE/HARWELL — Talks.", ["BRINDLE", "HARWELL"]),
        ("BRINDLE and PORT ELLERY, Corvane — Talks.", ["BRINDLE", "PORT ELLERY", "Corvane"]),
        ("HALVERY, Corvane and the Isles — Talks.", ["HALVERY", "Corvane and the Isles"]),
        ("(Reuters) - Talks.", []),
    ],
)
def test_each_place_has_its_span(text: str, places: list[str]) -> None:
    found = dateline.find(text)
    assert found is not None
    assert [text[place.start : place.end] for place in found.places] == places


def test_it_opens_a_paragraph_anywhere() -> None:
    text = "Ferry sinks\n\nHALVERY — It sank. HALVERY — It sank."
    assert dateline.find(text, 13) == dateline.Dateline(13, 23, "HALVERY", (dateline.Span(13, 20),))
    assert dateline.find(text, 32) is None, "in the middle of a line"
    assert dateline.find(text, 13, 20) is None, "past the end"


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("AP", "Associated Press"),
        ("(the associated press)", "Associated Press"),
        ("Northern News Agency", "Northern News Agency"),
        ("Getty Images", None),
        ("Ada Moss", None),
        ("", None),
    ],
)
def test_agencies_by_their_names(name: str, agency: str | None) -> None:
    assert agency_of(name) == agency


def test_a_date_beside_small_letters_is_one_at_the_head_alone() -> None:
    assert dateline.find("It sank.\n\nHalvery, Jan. 4 — The day it sank.", 10) is None
