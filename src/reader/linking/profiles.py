"""What is known of one person or organisation over many articles: made of actors, and put together. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from reader.analysis.entities import names
from reader.analysis.entities.names import Name
from reader.lexicon import name_words, organisations, persons
from reader.lexicon.function_words import OPENERS
from reader.lexicon.pronouns import POSSESSIVES
from reader.model import Actor, Analysis
from reader.model.people import Profile, Role, Sighting

# What is kept of a profile, most frequent or latest first, however many its articles are.
_MOST_NAMES = 16
_MOST_ROLES = 64
_MOST_OTHERS = 256
_MOST_STORIES = 64
# A role of more words is a clause, whose other words fit anybody.
_WORDS_OF_ROLE = 12

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_SEAT = re.compile(rf"\b([{''.join(persons.PARTY_LETTERS)}])[-–](?=[A-Z])", re.IGNORECASE)
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&.]{2,10}")
_SMALL = OPENERS | frozenset(("of", "then", "both", "former", "ex", "late", "acting", "new", "top", "senior"))
_OF_NO_COUNTRY = name_words.ORGANISATION_WORDS | name_words.COMMON | organisations.FIELDS


def sightings(analysis: Analysis, day: str | None = None, story: str | None = None) -> list[Sighting]:
    """The named actors of an article, with what tells in which other articles they are.

    Args:
        analysis: what was found in it.
        day: when it was published, ISO 8601.
        story: the id of the story that it belongs to.
    """
    found = [actor for actor in analysis.actors if actor.named and actor.name.strip()]
    keyed = {actor.id: key for actor in found if (key := _company_key(actor))}
    return [
        Sighting(
            actor.id,
            actor.kind,
            _full_forms(actor),
            _acronyms(actor),
            actor.role,
            tuple(key for other, key in keyed.items() if other != actor.id),
            story,
            day,
        )
        for actor in found
    ]


def profile(sighting: Sighting, made: int) -> Profile:
    """The profile of one sighting alone, under an id."""
    day = sighting.day or ""
    return Profile(
        id=made,
        kind=sighting.kind,
        name=sighting.names[0],
        names=sighting.names[:_MOST_NAMES],
        acronyms=sighting.acronyms[:_MOST_NAMES],
        roles=(Role(sighting.role, 1, day, day),) if sighting.role else (),
        others=sighting.others[:_MOST_OTHERS],
        stories=(sighting.story,) if sighting.story else (),
    )


def merged(known: Profile, new: Profile) -> Profile:
    """What is known of somebody once another sighting or profile is theirs too; the id and the kind stay."""
    return replace(
        known,
        name=_shown_name(known, new),
        names=_together(known.names, new.names, _MOST_NAMES),
        acronyms=_together(known.acronyms, new.acronyms, _MOST_NAMES),
        roles=_roles(known.roles, new.roles),
        others=_together(new.others, known.others, _MOST_OTHERS),
        stories=_together(new.stories, known.stories, _MOST_STORIES),
        articles=known.articles + new.articles,
    )


def keys(known: Profile) -> tuple[str, ...]:
    """Under what a profile is looked up: whoever may be the same one has a key in common with it.

    "p:fenwick" for a person by surname, "o:harbour safety body" for any other; kinds do not meet.
    """
    if known.kind != "person":
        return tuple(dict.fromkeys(f"o:{' '.join(organisation(form))}" for form in (*known.names, *known.acronyms)))
    found = []
    for name in parsed(known.names):
        # Of "Marta Abascal Ruiz" the first surname is used alone.
        surnames = [names.core(name.surname), *(given for given in name.given[1:] if len(given) > 1)]
        found += [f"p:{surname}" for surname in surnames]
    return tuple(dict.fromkeys(found))


def organisation(name: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell it from any other: "The Acme Harbour Co." -> acme, harbour."""
    words = [names.fold(word) for word in name.replace("-", " ").split()]
    words = [word for word in words if word and word != "the"]
    while len(words) > 1 and words[-1].strip(",") in organisations.LEGAL_FORMS:
        words.pop()
    return tuple(word.strip(",") for word in words)


def _full_forms(actor: Actor) -> tuple[str, ...]:
    """The fullest form of a name, and the other full ones that the article itself uses for the same person."""
    forms = [actor.name]
    if actor.kind == "person" and (own := _parse(actor.name)) and own.given:
        for alias in actor.aliases:
            name = _parse(alias)
            if name and name.given and names.core(name.surname) == names.core(own.surname):
                forms.append(alias)
    return tuple(dict.fromkeys(form.strip() for form in forms))


def _acronyms(actor: Actor) -> tuple[str, ...]:
    """What an article gives as short for an organisation: letters in order of its name's."""
    if actor.kind == "person" or " " not in actor.name:
        return ()
    found = (alias for alias in actor.aliases if _ACRONYM.fullmatch(alias))
    return tuple(alias for alias in found if _in_order(names.fold(alias).replace("&", ""), names.fold(actor.name)))


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _company_key(actor: Actor) -> str:
    """What tells that one actor is in two articles, as company for another; "" for a name that many bear."""
    if actor.kind == "person":
        name = _parse(actor.name)
        return f"{name.given[0]} {names.core(name.surname)}" if name and name.given else ""
    words = organisation(actor.name)
    return "" if is_of_no_country(words) else " ".join(words)


def is_of_no_country(words: Sequence[str]) -> bool:
    """Whether bodies of many countries go by a name: "Supreme Court", "Interior Ministry", "Congress"."""
    return all(word in _OF_NO_COUNTRY for word in words)


def role_words(known: Profile) -> frozenset[str]:
    """The words of somebody's roles, in the forms that other articles may use: "Sen." is a senator."""
    return frozenset[str]().union(*(words_of_role(role.words) for role in known.roles))


@lru_cache(maxsize=4096)
def words_of_role(role: str) -> frozenset[str]:
    """The words of one role that tell something: "former Sen., R-Iowa" -> sen, senator, lawmaker, republican, iowa.

    None of what somebody is to one whom only the article names: "his father", "its nominee".
    """
    words = [names.fold(word) for word in _WORD.findall(_seated(role))[:_WORDS_OF_ROLE]]
    if words and words[0] in POSSESSIVES:
        return frozenset()
    told = {word for word in words if word not in _SMALL and word not in persons.COURTESY_TITLES}
    return frozenset(told | {also for word in told for also in persons.ALSO_CALLED.get(word, ())})


def _seated(role: str) -> str:
    """A role with its party and state as words: "Sen., R-Iowa" -> "Sen., republican Iowa"."""
    return _SEAT.sub(lambda found: f"{persons.PARTY_LETTERS[found[1].lower()]} ", role)


def _roles(known: Sequence[Role], new: Sequence[Role]) -> tuple[Role, ...]:
    """Roles of one wording counted together, the most frequent first, then the latest."""
    by_words: dict[str, Role] = {}
    for role in (*known, *new):
        key = " ".join(_WORD.findall(_plain(role.words).removeprefix("the ")))
        old = by_words.get(key)
        days = sorted(day for each in (old, role) if each for day in (each.first, each.last) if day)
        count = role.articles + (old.articles if old else 0)
        first, last = (days[0], days[-1]) if days else ("", "")
        by_words[key] = Role(old.words if old else role.words, count, first, last)
    ordered = sorted(by_words.values(), key=lambda role: role.last, reverse=True)
    return tuple(sorted(ordered, key=lambda role: -role.articles)[:_MOST_ROLES])


def _shown_name(known: Profile, new: Profile) -> str:
    """The name of whichever is known from more articles; of as many, the fuller one."""
    ranked = sorted((known, new), key=lambda each: (-len(each.name.split()), -each.articles, each.name))
    bare = len(known.name.split()) == 1
    return (
        ranked[0].name if bare or known.articles == new.articles else max((known, new), key=lambda e: e.articles).name
    )


def _together(one: tuple[str, ...], other: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))[:most]


def parsed(forms: Sequence[str]) -> list[Name]:
    """Forms of a person's name, taken apart; those of which nothing but a title is left are left out."""
    return [name for form in forms if (name := _parse(form))]


# The same few names are compared with one another again and again.
@lru_cache(maxsize=16384)
def _parse(form: str) -> Name | None:
    first, _, rest = form.partition(" ")
    return names.parse(rest if names.fold(first) in persons.PARTY_MEMBERS and rest else form)


def _plain(text: str) -> str:
    return " ".join(names.fold(word) for word in text.split())
