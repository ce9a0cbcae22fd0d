"""Who wrote it: bylines as separate people, and the news agency apart. Never guesses a name out of running text."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.extract.metadata import byline_patterns as patterns
from reader.lexicon.agencies import agency_of
from reader.lexicon.bylines import ACCOUNTS, PARTICLES
from reader.lexicon.given_names import GIVEN_NAMES

# What may stand around a name.
EDGES = ' \t\n,;:|/–—-•·"“”'
# The longest line that is taken for a byline, and the longest name: "Maria del Carmen Fernandez de la Vega Sanz".
LONGEST_LINE = 160
LONGEST_NAME = 60
MOST_WORDS = 6


class Credit(NamedTuple):
    """People in order, and the agency if one was named."""

    people: tuple[str, ...] = ()
    agency: str | None = None


def parse(line: str) -> Credit:
    """Part one byline: "By Philip Issa / Associated Press" is ("Philip Issa",) and "Associated Press"."""
    names: list[str] = []
    agency = None
    text = patterns.BY.sub("", line.strip(), count=1)
    if len(text) > LONGEST_LINE or "://" in text:
        return Credit()
    if patterns.COLLECTIVE.fullmatch(text):
        return Credit((text,))
    for bracket in patterns.IN_BRACKETS.finditer(text):
        agency = agency or agency_of(bracket["inside"])
    text = patterns.IN_BRACKETS.sub("", text)
    for part in (joined for between in patterns.BETWEEN.split(text) for joined in by_joiner(between)):
        for at, whole in enumerate(by_comma(part)):
            if patterns.OTHER_WORK.match(whole):
                continue
            # Behind a comma a job has no name before it, only a desk or an agency: "AP Business Writer".
            job = patterns.JOB.search(whole) if at else None
            name, behind = (whole.split()[0], "") if job else parted(whole)
            agency = agency or agency_of(name) or agency_of(behind)
            if not job and not agency_of(name):
                names.append(patterns.JOB_UNSPACED.sub("", name))
    # Beside a full name a single word is a place, a paper or a section; without spaces every name is one.
    full = any(" " in name for name in names)
    people = (name for name in names if is_person(name) and (is_full(name) or not full))
    return Credit(once(people), agency)


def is_full(name: str) -> bool:
    """True for a name of more than one word, or one in a script that sets no spaces."""
    return " " in name or patterns.NAME_UNSPACED.match(name) is not None


def by_joiner(part: str) -> list[str]:
    """Part names where a word or sign joins them, and leave whole what has such a word inside.

    "Ada Moss and Li Wen" are two; "Ana Ruiz y Lund", "Reef & q" and "Centre for Tides and Science Writing" are one, the
    last two no person's.
    """
    part = patterns.JOINING_FIRST.sub("", part.strip(EDGES))
    pattern = patterns.JOINING_CAPITALS if part.isupper() else patterns.JOINING
    parts = [part]
    end = 0
    for joiner in pattern.finditer(part):
        following = pattern.search(part, joiner.end())
        right = part[joiner.end() : following.start() if following else len(part)]
        left = part[end : joiner.start()]
        if is_between(left, joiner.group(), right):
            parts[-1:] = [left, part[joiner.end() :]]
            end = joiner.end()
    return parts


def is_between(left: str, joiner: str, right: str) -> bool:
    """True for a joiner with a name on each side of it, or with one and what is plainly another thing than a name."""
    one, other = patterns.COMMA.split(left)[-1].strip(EDGES), patterns.COMMA.split(right)[0].strip(EDGES)
    if patterns.INSTITUTION.search(one) and patterns.BODY_OF.search(one):
        return False
    if is_full(one) and is_full(other):
        # "Oceanic Tides and Air Administration" is one body, "Ada Moss and Harbour Council" a person and a body.
        body = patterns.INSTITUTION.search(other) is not None and not patterns.INSTITUTION.search(one)
        return not body or one.split()[0].casefold() in GIVEN_NAMES
    if patterns.WITHIN.fullmatch(joiner):
        return False
    if agency_of(one) or agency_of(other):
        return True
    if is_full(one):
        # "Ada Moss and Staff", but "Harbour Weights and Measures".
        return other[:1].islower() or not is_person(other) or one.split()[0].casefold() in GIVEN_NAMES
    if not is_full(other):
        return one.casefold() in GIVEN_NAMES and other.casefold() in GIVEN_NAMES
    return is_person(other)


def parted(part: str) -> tuple[str, str]:
    """A name, and the agency right behind it: "ADA MOSS Associated Press"; all else behind it is dropped."""
    name = part.strip(EDGES)
    for pattern in (patterns.BEHIND, patterns.JOB_BEHIND):
        # A name has two words; one word with "for" behind it opens the name of an institution.
        if (found := pattern.search(name)) and " " in name[: found.start()]:
            name = name[: found.start()].rstrip(EDGES)
    words = name.split(" ")
    for at in range(2, len(words)):
        behind = " ".join(words[at:])
        if agency_of(behind) and (at + 1 < len(words) or behind.isupper()):
            return " ".join(words[:at]), behind
    return name, ""


def by_comma(part: str) -> list[str]:
    """Part a list of names at its commas, but leave "Ada Moss, MD" whole and turn "Moss, Ada" round."""
    names = [name for each in patterns.COMMA.split(part) if (name := each.strip(EDGES))]
    names = [name for at, name in enumerate(names) if at == 0 or not patterns.DEGREE.match(name)]
    for at in range(len(names) - 1, 0, -1):
        if patterns.SUFFIX.match(names[at]):
            names[at - 1 : at + 1] = [f"{names[at - 1]} {names[at]}"]
    single = all(" " not in name and name[:1].isupper() and not agency_of(name) for name in names)
    initial = len(names) == 2 and " " not in names[0] and patterns.INITIAL.match(names[1])
    if len(names) % 2 == 0 and (single or initial):
        return [f"{given} {surname}" for surname, given in zip(names[::2], names[1::2], strict=True)]
    return names


def is_person(name: str) -> bool:
    """True for what can be the name of a writer: short, with letters, no date, no job, no address, no account."""
    words = name.split()
    if not words or len(name) > LONGEST_NAME or len(words) > MOST_WORDS or not any(c.isalpha() for c in name):
        return False
    if len(name) == 1 or patterns.NO_NAME_ABROAD.search(name) or patterns.JOINED.search(name):
        return False
    if name.casefold() in ACCOUNTS or patterns.NO_PERSON.search(name) or patterns.INSTITUTION.search(name):
        return False
    # "photos by" is no name; "de la Cruz", "bell hooks" and "adamoss", an account as a pen name, are.
    return not words[0].islower() or name.islower() or words[0] in PARTICLES


def is_publication(name: str) -> bool:
    """True for the name of a publication ("The Harbour Post"), false for that of a person with a site of their own."""
    return " " not in name.strip() or patterns.PUBLICATION.search(name) is not None


def is_site(name: str, publisher: str) -> bool:
    """True for a name that is the publication's: "CNN Business" on CNN, but not a person on a site of the same name."""
    one, other = name.casefold().split(), publisher.casefold().split()
    if one == other or (len(one) == 1 and one == other[:1]):
        return is_publication(name)
    return bool(other) and one[: len(other)] == other


def is_fuller(shown: Sequence[str], declared: Sequence[str]) -> bool:
    """True when a byline as shown has more than the declared one: a second author, a title before the name, a name.

    A full name as shown is more than a team or the name of an account ("webdesk").
    """
    if not shown or all(patterns.COLLECTIVE.fullmatch(name) for name in declared):
        return bool(shown)
    if all(name.islower() and not is_full(name) for name in declared):
        return any(map(is_full, shown))
    plain = [key(name) for name in shown]
    if not all(key(name) in plain for name in declared):
        return False
    shouted = any(map(str.isupper, declared)) and not any(map(str.isupper, shown))
    return shouted or [name.casefold() for name in shown] != [name.casefold() for name in declared]


def is_one_of(some: Sequence[str], others: Sequence[str]) -> bool:
    """True when two bylines share a person, or the surname of one."""
    surnames = {key(name).rpartition(" ")[2] for name in others}
    return any(key(name).rpartition(" ")[2] in surnames for name in some)


def merge(credits: Iterable[Credit]) -> Credit:
    """Put several bylines together, people once each."""
    people: list[str] = []
    agency = None
    for credit in credits:
        people.extend(credit.people)
        agency = agency or credit.agency
    return Credit(once(people), agency)


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, in order; of "ANA RUIZ", "Ana Ruiz" and "Ana Ruíz" the last tells most."""
    kept: dict[str, str] = {}
    for name in names:
        plain = key(name)
        known = kept.get(plain)
        if known is None or (known.isupper() and not name.isupper()) or (fold(known) == known and fold(name) != name):
            kept[plain] = name
    return tuple(kept.values())


def key(name: str) -> str:
    """A name without case, accents, points and titles, to know it again."""
    return " ".join(fold(patterns.HONORIFIC.sub("", name)).casefold().replace(".", " ").split())


def fold(name: str) -> str:
    """A name without the marks on its letters."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
