"""What opens a byline, what a whole line of one looks like, and which words are no person's."""

import re

import pytest

from reader.extract.metadata import byline, byline_patterns, image
from reader.lexicon.agencies import AGENCIES
from reader.lexicon.bylines import ACCOUNTS, ASIDES, BEATS, INSTITUTIONS, JOBS, PUBLICATIONS

OPENS = {
    "by": "By Ada Moss",
    "in capitals": "BY ADA MOSS",
    "with a colon": "by: Ada Moss",
    "with what was written": "Analysis by Ada Moss",
    "with how": "Written by Ada Moss",
    "alone in its element": "By",
}
OPENS_NOT = {
    "who edited it": "Edited by Li Wen",
    "who helped": "Reporting by Li Wen",
    "a picture": "Photo by Li Wen",
    "a word that begins so": "Bypass closed",
}
LINES = {
    "a name": "By Ada Moss",
    "a name and a paper": "By Ada Moss, Harbour Post",
    "a particle": "By Ilse van der Mark",
    "an Arabic one": "By Karim al-Dareh Moss",
    "an agency": "By Ada Moss | Associated Press",
}
NO_LINES = {
    "a sentence": "By Monday Ada Moss had left.",
    "a phrase": "By the time the ferries ran again",
    "one word": "By Moss",
}
ABROAD = {
    "German": "Von Mara Lindqvist und Jonas Achterberg",
    "French": "Par Élise Morvan et Luc Ferrand",
    "Portuguese": "Por Inês da Costa e Rui Prado",
    "Danish": "Af Ida Holm og Jens Krag",
}
NOT_ABROAD = {
    "a sentence": "Von der Küste weht ein kalter Wind",
    "a headline": "Par temps de pluie, le bac reste à quai",
}


@pytest.mark.parametrize("line", OPENS.values(), ids=OPENS)
def test_opens_a_byline(line: str) -> None:
    assert byline_patterns.ENGLISH_BY.match(line)


@pytest.mark.parametrize("line", OPENS_NOT.values(), ids=OPENS_NOT)
def test_opens_none(line: str) -> None:
    assert not byline_patterns.ENGLISH_BY.match(line)


@pytest.mark.parametrize(
    ("line", "whole"), [*((x, True) for x in LINES.values()), *((x, False) for x in NO_LINES.values())]
)
def test_a_line_of_nothing_else(line: str, whole: bool) -> None:
    assert (byline_patterns.LINE.match(line) is not None) is whole


@pytest.mark.parametrize(
    ("line", "whole"), [*((x, True) for x in ABROAD.values()), *((x, False) for x in NOT_ABROAD.values())]
)
def test_a_line_of_another_language(line: str, whole: bool) -> None:
    assert (byline_patterns.LINE_ABROAD.match(line) is not None) is whole


@pytest.mark.parametrize(
    ("name", "person"),
    [
        *((f"Harbour {word}".title(), False) for word in sorted(INSTITUTIONS)[::6]),
        *((word.title(), False) for word in sorted(ACCOUNTS)[::6]),
        *((f"{word} Moss".capitalize(), False) for word in sorted(ASIDES)[::9]),
        ("Emily Press", True),
        ("Ada Day", True),
        ("Orla Sun", True),
        ("de la Cruz", True),
    ],
)
def test_a_name_is_a_persons(name: str, person: bool) -> None:
    assert byline.is_person(name) is person


@pytest.mark.parametrize(("name", "publication"), [(f"Harbour {word}", True) for word in sorted(PUBLICATIONS)[::8]])
def test_a_name_is_a_publications(name: str, publication: bool) -> None:
    assert byline.is_publication(name) is publication


@pytest.mark.parametrize("beat", sorted(BEATS)[::5])
@pytest.mark.parametrize("job", sorted(JOBS)[::4])
def test_a_job_behind_a_name_is_left_off(beat: str, job: str) -> None:
    assert byline.parse(f"By Ada Moss AP {beat.title()} {job.title()}s").people == ("Ada Moss",)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        *((f"Ferries at dusk. (Ada Moss/{names[0]})", f"Ada Moss/{names[0]}") for names in AGENCIES.values()),
        ("Ferries at dusk. (Getty)", "Getty"),
        ("Ferries at dusk. (a map of the bay)", None),
        ("The crew of the Gull. (Captain Vale is not shown.)", None),
    ],
)
def test_credits_of_pictures_know_every_agency(caption: str, credit: str | None) -> None:
    assert image.split_credit(caption)[1] == credit


def test_no_pattern_takes_a_name_apart() -> None:
    assert not re.search(byline_patterns.NO_PERSON, "Maria del Carmen Fernandez")
