"""A person's name as a string: its parts, whose it may be, and the pronoun it suggests."""

import pytest

from reader.analysis.entities import names
from reader.analysis.entities.names import Name

PARTS = {
    "given name and surname": ("Orla Fenwick", Name((), ("orla",), "fenwick", "")),
    "a surname alone": ("Fenwick", Name((), (), "fenwick", "")),
    "a surname that is a title without its accent": ("Barón", Name((), (), "baron", "")),
    "a title and a surname": ("Mrs. Fenwick", Name(("mrs",), (), "fenwick", "")),
    "two titles": ("Mr Justice Teo", Name(("mr", "justice"), (), "teo", "")),
    "a vice president": ("Vice President Orla Fenwick", Name(("vice", "president"), ("orla",), "fenwick", "")),
    "title, initial and suffix": (
        "Sen. Robert C. Fenwick Jr.",
        Name(("sen",), ("robert", "c"), "fenwick", "jr"),
    ),
    "initials": ("J. K. Lindqvist", Name((), ("j", "k"), "lindqvist", "")),
    "a particle": ("Tomas de Brandt", Name((), ("tomas",), "de brandt", "")),
    "a small particle": ("Bartolomé y Ferrer", Name((), ("bartolome",), "y ferrer", "")),
    "a particle with a full stop": ("Ivo St. Clair", Name((), ("ivo",), "st clair", "")),
    "an initial that is no particle": ("Ada E. Moss", Name((), ("ada", "e"), "moss", "")),
    "another that is none": ("Ada Y. Moss", Name((), ("ada", "y"), "moss", "")),
    "one without its full stop": ("Ada E Moss", Name((), ("ada", "e"), "moss", "")),
    "two particles": ("Staffan van der Ley", Name((), ("staffan",), "van der ley", "")),
    "a particle without a given name": ("bin Rashad", Name((), (), "bin rashad", "")),
    "an Arabic article": ("Issam al-Rashad", Name((), ("issam",), "al rashad", "")),
    "a name that is linked": ("Misbah-ul-Hak", Name((), ("misbah", "ul"), "hak", "")),
    "a hyphen in the surname": ("Ada Fenwick-Moss", Name((), ("ada",), "fenwick-moss", "")),
    "a hyphen in the given name": ("Jo-Renee Moss", Name((), ("jo-renee",), "moss", "")),
    "a curly apostrophe": ("Sean O’Hara", Name((), ("sean",), "o'hara", "")),
    "a possessive": ("Orla Fenwick’s", Name((), ("orla",), "fenwick", "")),
    "a nickname in marks": ("James “Buddy” Fenwick", Name((), ("james",), "fenwick", "")),
    "a nickname in brackets": ("James (Buddy) Fenwick", Name((), ("james",), "fenwick", "")),
    "a numeral": ("Orla Fenwick III", Name((), ("orla",), "fenwick", "iii")),
    "letters after the name": ("Ada Moss MP", Name((), ("ada",), "moss", "mp")),
    "capitals": ("ADA MOSS", Name((), ("ada",), "moss", "")),
    "a family name that comes first": ("Han Ji-woo", Name((), ("ji-woo",), "han", "")),
    "one before two words": ("Tran Van Duc", Name((), ("van", "duc"), "tran", "")),
    "one behind titles of two words": ("Tan Sri Goh Mei Lin", Name(("tan", "sri"), ("mei", "lin"), "goh", "")),
    "no family name first, a given name follows": ("Lee Ann-Marie", Name((), ("lee",), "ann-marie", "")),
    "none, what follows is no syllable": ("Kim Delgado", Name((), ("kim",), "delgado", "")),
    "tan, without what makes it a title": ("Tan Wei Jun", Name((), ("wei", "jun"), "tan", "")),
    "titles of the world": ("Datuk Seri Amrin Halid", Name(("datuk", "seri"), ("amrin",), "halid", "")),
    "an advocate": ("Adv Thuli Maseko", Name(("adv",), ("thuli",), "maseko", "")),
    "initials without a space": ("JP Lindqvist", Name((), ("j", "p"), "lindqvist", "")),
    "initials with stops": ("J.P. Lindqvist", Name((), ("j", "p"), "lindqvist", "")),
    "a surname like a title, but for its accent": ("Rafa Barón", Name((), ("rafa",), "baron", "")),
    "a surname that is a title": ("Judge Prince", Name(("judge",), (), "prince", "")),
}  # fmt: skip

NO_NAME = {"a title alone": "President", "nothing": "", "marks alone": "“…”"}

ONE_PERSON = {
    "the surname alone": ("Orla Fenwick", "Fenwick"),
    "a middle initial left out": ("Donald J. Moss", "Donald Moss"),
    "a short form": ("Bob Moss", "Robert Moss"),
    "two short forms of one name": ("Bob Moss", "Rob Moss"),
    "an initial for the given name": ("J. Moss", "John Moss"),
    "a title and the surname": ("Mr. Moss", "Adam Moss"),
    "two titles of one sort": ("Sen. Moss", "Gov. Moss"),
    "a suffix left out": ("Al Moss Jr.", "Al Moss"),
    "a particle left out": ("Staffan de Brandt", "Brandt"),
    "two surnames without the given name": ("Joel Eriksson Teo", "Eriksson Teo"),
    "straight and curly apostrophe": ("Sean O'Hara", "Sean O’Hara"),
    "a middle name and its initial": ("Ada Beth Moss", "Ada B. Moss"),
    "accents left out": ("Adán Benítez", "Adan Benitez"),
    "an Arabic article with and without its hyphen": ("Issam al-Rashad", "Issam Al Rashad"),
    "initials without a space": ("JP Moss", "John Moss"),
    "a family name first": ("Chairman Han", "Han Ji-woo"),
    "a middle name and a maiden name": ("Ada Beth Moss", "Ada Lind Moss"),
}

TWO_PEOPLE = {
    "two surnames": ("Orla Fenwick", "Orla Moss"),
    "two of one family name that comes first": ("Han Ji-woo", "Han Seung-ho"),
    "a double surname": ("Orla Fenwick", "Orla Fenwick-Moss"),
    "husband and wife": ("Bill Moss", "Hilary Moss"),
    "Mr. and Mrs.": ("Mr. Moss", "Mrs. Moss"),
    "knight and lady": ("Sir Alan Moss", "Lady Moss"),
    "father and son by suffix": ("Al Moss Jr.", "Al Moss Sr."),
    "grandfather and grandson by numeral": ("Al Moss III", "Al Moss Jr."),
    "father and son by middle initial": ("George H. W. Moss", "George W. Moss"),
    "two initials": ("J. Moss", "Karl Moss"),
    "initials that differ in the second": ("A. B. Moss", "A. C. Moss"),
}

PRONOUNS = {
    "a common given name: she": ("Ada Moss", "she"),
    "a common given name: he": ("Robert Moss", "he"),
    "the given name behind an initial": ("J. Robert Moss", "he"),
    "the first half of a double name": ("Mary-Jane Moss", "she"),
    "a title": ("Mrs. Moss", "she"),
    "a title of a religious": ("Brother Moss", "he"),
    "a short form": ("Meg Moss", "she"),
    "a title against an open name": ("Sir Kim Moss", "he"),
    "a title against a given name": ("Mrs. Robert Moss", "she"),
    "a name that goes with either": ("Alex Moss", None),
    "a title that goes with either": ("Dr. Moss", None),
    "a surname alone": ("Moss", None),
    "a given name that is not listed": ("Quorra Moss", None),
}


def parse(text: str) -> Name:
    name = names.parse(text)
    assert name is not None
    return name


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_parts(text: str, expected: Name) -> None:
    assert names.parse(text) == expected


@pytest.mark.parametrize("text", NO_NAME.values(), ids=NO_NAME)
def test_no_name(text: str) -> None:
    assert names.parse(text) is None


@pytest.mark.parametrize(("one", "other"), ONE_PERSON.values(), ids=ONE_PERSON)
def test_may_be_one_person(one: str, other: str) -> None:
    assert names.may_be_one(parse(one), parse(other))
    assert names.may_be_one(parse(other), parse(one))


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE.values(), ids=TWO_PEOPLE)
def test_are_two_people(one: str, other: str) -> None:
    assert not names.may_be_one(parse(one), parse(other))
    assert not names.may_be_one(parse(other), parse(one))


@pytest.mark.parametrize(("text", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronoun(text: str, expected: str | None) -> None:
    assert names.pronoun(parse(text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Ada", True, id="she"),
        pytest.param("Robert", True, id="he"),
        pytest.param("Alex", True, id="either"),
        pytest.param("Mary-Jane", True, id="the first half of a double name"),
        pytest.param("Ada’s", True, id="a possessive"),
        pytest.param("Harbour", False, id="another word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_is_given(word: str, expected: bool) -> None:
    assert names.is_given(word) is expected
