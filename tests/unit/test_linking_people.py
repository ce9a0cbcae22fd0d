"""Who is one over many articles: the names alone, then whole libraries of invented people, article by article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import permutations

import pytest
from msgspec.structs import replace

from reader.analysis.entities import names
from reader.linking import people, profiles
from reader.model import Actor, Analysis
from reader.model.people import Placement, Profile
from tests.unit.library_stories import actor, body, person

RELATIONS = {
    "one name": ("Orla Fenwick", "Orla Fenwick", "same"),
    "a title": ("Sen. Orla Fenwick", "Orla Fenwick", "same"),
    "an accent": ("Adán Benítez", "Adan Benitez", "same"),
    "a middle initial": ("Robert C. Hale", "Robert Hale", "same"),
    "two of them": ("Robert C. D. Hale", "Robert C. Hale", "same"),
    "an initial and what it is short for": ("Robert C. Hale", "Robert Case Hale", "same"),
    "a hyphen": ("Han Ji-woo", "Han Ji Woo", "same"),
    "initials": ("J.K. Moss", "J. K. Moss", "same"),
    "a degree": ("Ada Moss MP", "Ada Moss", "same"),
    "a short form": ("Tim Moss", "Timothy Moss", "form"),
    "one initial": ("T. Moss", "Timothy Moss", "form"),
    "one initial twice": ("T. Moss", "T. Moss", "form"),
    "by the second name": ("M. Thomas Vale", "Thomas Vale", "form"),
    "a middle name": ("Robert Case Hale", "Robert Hale", "form"),
    "a second surname": ("Marta Abascal", "Marta Abascal Ruiz", "form"),
    "a son": ("Robert Hale Jr.", "Robert Hale", "form"),
    "a surname": ("Fenwick", "Orla Fenwick", "part"),
    "two surnames": ("Fenwick", "Fenwick", "part"),
    "two middle initials": ("George W. Hale", "George H. Hale", "conflict"),
    "two middle names": ("Ann Case Hale", "Ann Cora Hale", "conflict"),
    "father and son": ("Robert Hale Sr.", "Robert Hale Jr.", "conflict"),
    "two first names": ("Ada Moss", "Orla Moss", "other"),
    "two surnames behind one name": ("Ada Moss", "Ada Hale", "other"),
}


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS.values(), ids=RELATIONS)
def test_relation_of_names(one: str, other: str, relation: str) -> None:
    first, second = names.parse(one), names.parse(other)
    assert first
    assert second
    assert names.relation(first, second) == relation
    assert names.relation(second, first) == relation


class Kept:
    """What a library keeps of people, in the simplest way."""

    def __init__(self) -> None:
        self.profiles: dict[int, Profile] = {}
        self.whose: dict[tuple[int, str], int] = {}
        self.placed: dict[tuple[int, str], Placement] = {}

    def add(self, number: int, actors: Sequence[Actor], day: str = "", story: str | None = None) -> None:
        seen = profiles.sightings(Analysis(actors=tuple(actors)), day, story)
        wanted = {key for each in seen for key in profiles.keys(profiles.profile(each, 0))}
        known = [each for each in self.profiles.values() if wanted & set(profiles.keys(each))]
        for each, placed in zip(seen, people.assign(seen, known), strict=True):
            whose = placed.profile or len(self.whose) + 1
            if whose < 0:
                whose = self.whose[number, seen[-whose - 1].actor]
            new = profiles.profile(each, whose)
            self.profiles[whose] = profiles.merged(self.profiles[whose], new) if whose in self.profiles else new
            self.whose[number, each.actor] = whose
            self.placed[number, each.actor] = placed
            for other in placed.absorbs:
                self.profiles[whose] = profiles.merged(self.profiles[whose], self.profiles.pop(other))
                self.whose = {key: whose if was == other else was for key, was in self.whose.items()}

    def groups(self) -> set[frozenset[tuple[int, str]]]:
        found: dict[int, set[tuple[int, str]]] = defaultdict(set)
        for seen, whose in self.whose.items():
            found[whose].add(seen)
        return {frozenset(group) for group in found.values()}


def kept(*articles: Iterable[Actor]) -> Kept:
    library = Kept()
    for number, actors in enumerate(articles):
        library.add(number, tuple(actors), f"2026-03-{number + 1:02}")
    return library


IVO = person("Ivo Brandt", "the mayor of Mill Hollow")
ONE = {
    "one full name": ([person("Orla Fenwick")], [person("Orla Fenwick")]),
    "a form of the first name with the same office": (
        [person("Timothy Moss", "Republican of Ellery")],
        [person("Tim Moss", "Sen., R-Ellery")],
    ),
    "a surname with the same office": (
        [person("Orla Fenwick", "the harbour master")],
        [person("Fenwick", "harbour master")],
    ),
    "a surname with a like post, among the same people": (
        [person("Orla Fenwick", "Senator"), IVO],
        [person("Fenwick", "Sen."), IVO],
    ),
    "a misspelt first name with the same office": (
        [person("Reinhold Zeller", "chairman of the Lantern Bank")],
        [person("Rheinhold Zeller", "Lantern Bank chairman")],
    ),
    "a member of a party": ([person("Libertarian Mara Hale")], [person("Mara Hale")]),
    "a son in the same office as he is without the Jr.": (
        [person("Robert C. Hale Jr.", "Vice President"), IVO],
        [person("Robert C. Hale", "Vice President"), IVO],
    ),
    "a body with and without its form in law": ([body("Lantern Rail Co.")], [body("The Lantern Rail")]),
    "a body by the acronym that an article gives it": (
        [body("Harbour Safety Body", aliases=("HSB",)), IVO],
        [body("HSB"), IVO],
    ),
    "a body of every country, among the same people": ([body("Supreme Court"), IVO], [body("Supreme Court"), IVO]),
    "a place that speaks": ([actor("Corvane", "place")], [actor("Corvane", "place")]),
}
TWO = {
    "one surname": ([person("Orla Fenwick"), IVO], [person("Fenwick"), IVO]),
    "two bare surnames": ([person("Fenwick"), IVO], [person("Fenwick"), IVO]),
    "the surname of a namesake in another office": (
        [person("Orla Fenwick", "the harbour master")],
        [person("Fenwick", "a striker of Mill Hollow")],
    ),
    "a post that many have": ([person("Orla Fenwick", "a spokeswoman")], [person("Fenwick", "spokeswoman")]),
    "a short form without anything else": ([person("Timothy Moss"), IVO], [person("Tim Moss"), IVO]),
    "what each is to somebody else": (
        [person("Timothy Moss", "his father"), IVO],
        [person("Tim Moss", "his father"), IVO],
    ),
    "conflicting initials": (
        [person("George W. Hale", "President"), IVO],
        [person("George H. Hale", "President"), IVO],
    ),
    "a father and his son": (
        [person("Robert Hale", "President of Corvane"), IVO],
        [person("Robert Hale Jr.", "vice president of Corvane Mills"), IVO],
    ),
    "a wife": ([person("Vale", "the first president"), IVO], [person("Mira Vale", "the first lady"), IVO]),
    "two bodies of two countries": ([body("Supreme Court"), IVO], [body("Supreme Court"), person("Han Ji-woo")]),
    "an acronym that no article explains": ([body("Harbour Safety Body")], [body("HSB")]),
    "a body called after a person": ([person("Vale")], [body("Vale")]),
}


@pytest.mark.parametrize("articles", ONE.values(), ids=ONE)
def test_is_one(articles: Sequence[Sequence[Actor]]) -> None:
    for order in permutations(articles):
        library = kept(*order)
        assert library.whose[0, order[0][0].id] == library.whose[1, order[1][0].id]


@pytest.mark.parametrize("articles", TWO.values(), ids=TWO)
def test_is_two(articles: Sequence[Sequence[Actor]]) -> None:
    for order in permutations(articles):
        library = kept(*order)
        assert library.whose[0, order[0][0].id] != library.whose[1, order[1][0].id]


def test_a_surname_that_fits_two_is_neither_and_both_are_suggested() -> None:
    library = kept(
        [person("Orla Fenwick", "Senator for Ellery")],
        [person("Tomas Fenwick", "a senator from Ellery")],
        [person("Fenwick", "the senator for Ellery")],
    )
    assert len(library.groups()) == 3
    maybe = dict(library.placed[2, "fenwick"].maybe)
    assert set(maybe) == {1, 2}
    assert set(maybe.values()) == {"a part of the name, a like role"}
    library.add(3, [person("Ida Fenwick", "the senator for Ellery")])
    assert len(library.groups()) == 4


def test_a_form_of_the_name_is_suggested() -> None:
    library = kept([person("Timothy Moss")], [person("Tim Moss")])
    assert library.placed[1, "tim-moss"].maybe == ((1, "another form of the name"),)


THIN = {
    "nothing": ([person("Anders Davin")], [person("Anders Davin")], True),
    "another office": ([person("Anders Davin", "a guard")], [person("Anders Davin", "a chemist")], True),
    "a like office": ([person("Anders Davin", "a guard")], [person("Anders Davin", "the guard")], False),
    "the same people": ([person("Anders Davin"), IVO], [IVO, person("Anders Davin")], False),
}


@pytest.mark.parametrize(("one", "other", "thin"), THIN.values(), ids=THIN)
def test_a_join_by_name_alone_is_thin(one: Sequence[Actor], other: Sequence[Actor], thin: bool) -> None:
    assert kept(one, other).placed[1, "anders-davin"].thin is thin


def test_the_same_story_supports_a_join() -> None:
    library = Kept()
    for number in range(2):
        library.add(number, [person("Anders Davin")], story="7")
    assert not library.placed[1, "anders-davin"].thin


def test_two_of_one_article_are_one_only_by_one_name() -> None:
    library = kept([person("Orla Fenwick", "the mayor of Ellery")])
    twins = [person("Orla Fenwick", "the mayor of Ellery"), person("Fenwick", "a mayor of Ellery")]
    library.add(1, [*twins, replace(twins[0], id="orla-fenwick-2")])
    assert library.whose[1, "orla-fenwick"] == library.whose[1, "orla-fenwick-2"] == library.whose[0, "orla-fenwick"]
    assert library.whose[1, "fenwick"] != library.whose[1, "orla-fenwick"]


def test_one_new_name_twice_in_an_article_is_one() -> None:
    assert len(kept([person("Mara Hale"), replace(person("Mara Hale"), id="mara-hale-2")]).groups()) == 1


def test_the_initials_to_the_letter_come_first() -> None:
    library = kept([person("George W. Hale")], [person("George H. Hale")], [person("George Hale")])
    library.add(3, [person("George W. Hale")])
    assert library.whose[3, "george-w.-hale"] == library.whose[0, "george-w.-hale"]
    assert len(library.groups()) == 3


def test_the_order_of_articles_makes_no_difference() -> None:
    articles = [
        [person("Orla Fenwick", "the harbour master"), IVO],
        [person("Fenwick", "harbour master"), body("Harbour Safety Body", aliases=("HSB",))],
        [person("Orla C. Fenwick"), body("HSB"), person("Tim Moss", "Sen., R-Ellery")],
        [person("Timothy Moss", "Republican of Ellery"), body("Harbour Safety Body")],
    ]
    found = set()
    for order in permutations(range(4)):
        library = Kept()
        for number in order:
            library.add(number, articles[number])
        found.add(frozenset(library.groups()))
    assert len(found) == 1


def test_roles_are_counted_with_their_days() -> None:
    library = kept(
        [person("Orla Fenwick", "Harbour master")],
        [person("Orla Fenwick", "the mayor of Ellery")],
        [person("Orla Fenwick", "the harbour master")],
    )
    (profile,) = library.profiles.values()
    assert [(role.words, role.articles, role.first, role.last) for role in profile.roles] == [
        ("Harbour master", 2, "2026-03-01", "2026-03-03"),
        ("the mayor of Ellery", 1, "2026-03-02", "2026-03-02"),
    ]


def test_the_name_shown_is_a_full_one() -> None:
    library = kept(
        [person("Fenwick", "the harbour master")],
        [person("Orla Fenwick", "the harbour master")],
        [person("Orla C. Fenwick")],
        [person("Orla Fenwick")],
    )
    (profile,) = library.profiles.values()
    assert profile.name == "Orla Fenwick"


def test_what_is_kept_does_not_grow() -> None:
    grown = kept([person("Orla Fenwick")]).profiles[1]
    for number in range(400):
        company = [person(f"Ada Moss{chr(97 + number % 26)}{number}", f"clerk {number}")]
        seen = profiles.sightings(Analysis(actors=(person("Orla Fenwick", f"keeper of the {number}"), *company)))
        grown = profiles.merged(grown, profiles.profile(seen[0], 1))
    assert grown.articles == 401
    assert max(len(grown.roles), len(grown.others), len(grown.names)) <= 256
