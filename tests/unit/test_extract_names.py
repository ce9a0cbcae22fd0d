import pytest

from reader.extract.metadata import byline, headline, image, when
from reader.extract.metadata.byline import Credit


@pytest.mark.parametrize(
    ("line", "people", "agency"),
    [
        pytest.param("By Ada Moss", ("Ada Moss",), None, id="one"),
        pytest.param("BY ADA MOSS", ("ADA MOSS",), None, id="shouted"),
        pytest.param(
            "Philip Marl / Associated Press", ("Philip Marl",), "Associated Press", id="agency behind a slash"
        ),
        pytest.param("By Ada Moss and Li Wen", ("Ada Moss", "Li Wen"), None, id="two"),
        pytest.param("Ada Moss, Li Wen and Jo Field", ("Ada Moss", "Li Wen", "Jo Field"), None, id="three"),
        pytest.param("Ada Moss & Li Wen", ("Ada Moss", "Li Wen"), None, id="ampersand"),
        pytest.param("Moss, Ada", ("Ada Moss",), None, id="last name first"),
        pytest.param("Ada Moss, MD", ("Ada Moss",), None, id="a degree"),
        pytest.param("Ada Moss (Reuters)", ("Ada Moss",), "Reuters", id="agency in brackets"),
        pytest.param("Reuters Staff", (), "Reuters", id="agency staff"),
        pytest.param("AFP", (), "AFP", id="agency alone"),
        pytest.param(
            "By Li Wen / Northern News Agency", ("Li Wen",), "Northern News Agency", id="an agency by its name"
        ),
        pytest.param("The Associated Press", (), "Associated Press", id="agency with article"),
        pytest.param("Ada Moss | Staff Writer", ("Ada Moss",), None, id="a job"),
        pytest.param("Ada Moss, Political Editor", ("Ada Moss",), None, id="a job behind a comma"),
        pytest.param("Von Anna Brandt", ("Anna Brandt",), None, id="German"),
        pytest.param("Par Luc Morel et Zoé Blanc", ("Luc Morel", "Zoé Blanc"), None, id="French"),
        pytest.param("The Harbour Team", ("The Harbour Team",), None, id="a team"),
        pytest.param("Ada Y. Moss", ("Ada Y. Moss",), None, id="an initial that is a word"),
        pytest.param("By ADA MOSS, LI WEN", ("ADA MOSS", "LI WEN"), None, id="short names in capitals"),
        pytest.param("By Ada Moss in London and Li Wen in Brindle", ("Ada Moss", "Li Wen"), None, id="places"),
        pytest.param("Ada Moss for The Harbour Post", ("Ada Moss",), None, id="for a paper"),
        pytest.param("By Ada Moss ada@harbour.example", ("Ada Moss",), None, id="an e-mail behind"),
        pytest.param("Ada Moss March 4, 2026", ("Ada Moss",), None, id="a date behind"),
        pytest.param("Ada Moss Senior Reporter", ("Ada Moss",), None, id="a job behind"),
        pytest.param("ADA MOSS, AP Business Writer", ("ADA MOSS",), "Associated Press", id="an agency's job"),
        pytest.param("ADA MOSS Associated Press", ("ADA MOSS",), "Associated Press", id="an agency behind"),
        pytest.param("Par Luc Morel avec AFP", ("Luc Morel",), "AFP", id="with an agency in French"),
        pytest.param("Story by Ada Moss; photos by Li Wen", ("Ada Moss",), None, id="a photographer"),
        pytest.param("Ada Moss | Opinion", ("Ada Moss",), None, id="a section"),
        pytest.param("Ada Moss, BBC News, Brindle", ("Ada Moss",), None, id="a station and a place"),
        pytest.param("Moss, Ada; Wen, Li", ("Ada Moss", "Li Wen"), None, id="two with the last names first"),
        pytest.param("Ada Moss, Jr.", ("Ada Moss Jr.",), None, id="a junior"),
        pytest.param("Ada (Lund) Moss", ("Ada (Lund) Moss",), None, id="a maiden name"),
        pytest.param("Ada Moss (she/her)", ("Ada Moss",), None, id="pronouns"),
        pytest.param("文/王小明", ("王小明",), None, id="Chinese"),
        pytest.param("By Andrew Sandoval", ("Andrew Sandoval",), None, id="and inside a name"),
    ],
)
def test_a_byline_is_parted_into_people_and_agency(line: str, people: tuple[str, ...], agency: str | None) -> None:
    assert byline.parse(line) == Credit(people, agency)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "admin",
        "Updated March 4",
        "Read more about the author",
        "https://harbourpost.example/ada",
        "ada@harbourpost.example",
        "6 min read",
        "undefined",
        "© Harbour Post",
        "Harbour Post Staff",
        "From our correspondent",
        "Press Release",
        "Sports",
        "ada_moss12",
        "Brindle Police Department",
        "Center for Tides and Weather",
        "By the time the ferry came back to the quay at Brindle on Monday evening all who had waited there since the "
        "morning had gone home, and the crew tied up alone in the rain and the dark.",
    ],
)
def test_no_name_is_made_of(line: str) -> None:
    assert byline.parse(line).people == ()


@pytest.mark.parametrize(
    ("name", "publisher", "found"),
    [
        ("Harbour Post", "Harbour Post", True),
        ("CNX Business", "CNX", True),
        ("Ada Moss", "Ada Moss", False),
        ("Ada Moss", "Ada Moss Photography", False),
        ("Ada Moss", "", False),
    ],
)
def test_the_name_of_the_site(name: str, publisher: str, found: bool) -> None:
    assert byline.is_site(name, publisher) is found


@pytest.mark.parametrize(
    ("moment", "other", "later"),
    [
        ("2026-03-04T10:00:00+01:00", "2026-03-04T09:30:00+01:00", True),
        ("2026-03-04T10:00:00+01:00", "2026-03-04T09:30:00+00:00", False),
        ("2026-03-04T10:00:30+00:00", "2026-03-04T10:00:00+00:00", False),
        ("2026-03-05", "2026-03-04T10:00:00+00:00", True),
        ("2026-03-04", "2026-03-04T10:00:00+00:00", False),
        ("2026-03-04", None, True),
    ],
)
def test_later(moment: str, other: str | None, later: bool) -> None:
    assert when.is_later(moment, other) is later


@pytest.mark.parametrize(
    ("shown", "declared", "fuller"),
    [
        (("Ada Moss",), ("The Harbour Team",), True),
        (("Dr Ada Moss",), ("Ada Moss",), True),
        (("Ada Moss", "Li Wen"), ("Ada Moss",), True),
        (("Ada Moss",), ("Ada Moss",), False),
        (("Ada Moss",), ("ADA MOSS",), True),
        (("ADA MOSS",), ("Ada Moss",), False),
        (("Ada Moss",), ("webdesk",), True),
        (("Jo Field",), ("Ada Moss",), False),
        ((), ("Ada Moss",), False),
    ],
)
def test_a_fuller_byline_on_the_page(shown: tuple[str, ...], declared: tuple[str, ...], fuller: bool) -> None:
    assert byline.is_fuller(shown, declared) is fuller


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-01-23T20:11:00-08:00", "2017-01-23T20:11:00-08:00"),
        ("2017-01-23T20:11:00.123Z", "2017-01-23T20:11:00+00:00"),
        ("2017-01-23 20:11:00 +0100", "2017-01-23T20:11:00+01:00"),
        ("2017-01-23T00:00:00", "2017-01-23"),
        ("2017-01-23", "2017-01-23"),
        ("20170123", "2017-01-23"),
        ("2017-01-23 20:11:00 UTC", "2017-01-23T20:11:00+00:00"),
        ("2018-10-12T10:35-04:00", "2018-10-12T10:35:00-04:00"),
        ("2017-01-23 at noon", "2017-01-23"),
        ("2017-13-45", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_come_in_one_form(value: str | None, expected: str | None) -> None:
    assert when.iso(value) == expected


@pytest.mark.parametrize(
    ("title", "sites", "expected"),
    [
        pytest.param("Ferries stop – The Harbour Post", ["The Harbour Post"], "Ferries stop", id="publisher"),
        pytest.param("Ferries stop - Harbour Post", ["", "harbourpost.example"], "Ferries stop", id="address"),
        pytest.param("Ferries stop at Brindle | News", [""], "Ferries stop at Brindle", id="a bar"),
        pytest.param("Ferries stop at Brindle | News | Post", [""], "Ferries stop at Brindle", id="two bars"),
        pytest.param("Harbour Post: Ferries stop", ["Harbour Post"], "Ferries stop", id="in front"),
        pytest.param("Ferries stop - what we know", ["Harbour Post"], "Ferries stop - what we know", id="a dash"),
        pytest.param("Ferries: who pays?", ["Harbour Post"], "Ferries: who pays?", id="a colon"),
        pytest.param("Twenty-one ferries stop", ["Harbour Post"], "Twenty-one ferries stop", id="a hyphen"),
    ],
)
def test_the_site_comes_off_the_title(title: str, sites: list[str], expected: str) -> None:
    assert headline.without_site(title, [title], sites) == expected


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Ferries at dusk. (AP Photo/Ada Moss)", "Ferries at dusk.", "AP Photo/Ada Moss"),
        ("Ferries at dusk. (Ada Moss / The Harbour Post)", "Ferries at dusk.", "Ada Moss / The Harbour Post"),
        ("Ferries at dusk. Photograph: Ada Moss/Harbour", "Ferries at dusk.", "Ada Moss/Harbour"),
        ("Ferries at dusk. Photo by Ada Moss", "Ferries at dusk. Photo by Ada Moss", None),
        ("Ferries at dusk. © Ada Moss", "Ferries at dusk.", "Ada Moss"),
        ("Ferries at dusk (and one at dawn)", "Ferries at dusk (and one at dawn)", None),
        ("Photo: Ada Moss", "Photo: Ada Moss", None),
    ],
)
def test_caption_and_credit_are_parted(caption: str, text: str, credit: str | None) -> None:
    assert image.split_credit(caption) == (text, credit)
