"""Which actors of many articles are one person or organisation. Pure, and one article at a time.

Whoever keeps articles keeps a `Profile` for each of those named in them, and the `keys` it is found by. For an article's
actor, `sightings` says what tells who it is, `place` whose profile it belongs to among those that have a key in common
with it, and `merged` what is known of that one from then on. The cost of an actor does not depend on how many articles
there are, only on how many bear the surname.

Names are compared by `names.relation`. One full name is one person, unless two who bear it have been told apart. All
else, forms of a first name and bare surnames, joins only where a role fits and fits one alone: that nobody else is known
by a surname was right three times in five, and is not asked.

The order of articles makes no difference, but for this: a full name without initials that came before two whose initials
conflict stays with the first of these, and what fitted one bearer alone stays there when a second appears. Articles put
in again in order of their dates give the same profiles each time.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from reader.analysis.entities import names, spellings
from reader.analysis.entities.names import Name, Relation
from reader.lexicon import name_words, organisations, persons
from reader.lexicon.function_words import OPENERS
from reader.model import Actor, Analysis
from reader.model.people import Placement, Profile, Role, Ruling, Sighting

# What is kept of a profile, most frequent or latest first, however many its articles are.
_MOST_NAMES = 16
_MOST_ROLES = 64
_MOST_OTHERS = 256
_MOST_STORIES = 64
# As many are compared and suggested; of a surname that hundreds bear the ones with most articles.
_MOST_COMPARED = 400
_MOST_SUGGESTED = 5
# A role of more words is a clause, whose other words fit anybody.
_WORDS_OF_ROLE = 12

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_SEAT = re.compile(rf"\b([{''.join(persons.PARTY_LETTERS)}])[-–](?=[A-Z])", re.IGNORECASE)
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&.]{2,10}")
_SMALL = OPENERS | frozenset(("of", "then", "both", "former", "ex", "late", "acting", "new", "top", "senior"))
_POSTS = persons.NOUNS | persons.TITLES | persons.POST_FRONTS | persons.OFFICES
_OF_NO_COUNTRY = name_words.ORGANISATION_WORDS | name_words.COMMON | organisations.FIELDS


class Ruled(NamedTuple):
    """What a reader's rulings say of one sighting: whose profile it must be, and must not be; whether it is nobody."""

    bound: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    nobody: bool = False


class _Fit(NamedTuple):
    """How a sighting fits a profile.

    By name, and in how many words to the letter; by anything else; by its role, so that it can be nobody else.
    """

    profile: Profile
    relation: Relation
    supported: bool
    fits: bool
    exact: int


def sightings(article: str, analysis: Analysis, day: str | None = None, story: str | None = None) -> list[Sighting]:
    """The named actors of an article, with what tells in which other articles they are.

    Args:
        article: its id, which stays when it is analysed anew.
        analysis: what was found in it.
        day: when it was published, ISO 8601.
        story: the id of the story that it belongs to.
    """
    found = [actor for actor in analysis.actors if actor.named and actor.name.strip()]
    keyed = {actor.id: key for actor in found if (key := _company_key(actor))}
    return [
        Sighting(
            article,
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


def profile(sighting: Sighting, made: str) -> Profile:
    """The profile of one sighting alone, by an id that nobody else has (`reader.analysis.ids` makes one of a name)."""
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
    for name in _parsed(known.names):
        # Of "Marta Abascal Ruiz" the first surname is used alone.
        surnames = [names.core(name.surname), *(given for given in name.given[1:] if len(given) > 1)]
        found += [f"p:{surname}" for surname in surnames]
    return tuple(dict.fromkeys(found))


_NOT_RULED = Ruled()


def place(
    new: Profile, known: Sequence[Profile], ruled: Ruled = _NOT_RULED, taken: frozenset[str] = frozenset()
) -> Placement:
    """Whose profile a sighting belongs to.

    Args:
        new: the profile of the sighting alone.
        known: those that have a key in common with it, in any order.
        ruled: what the reader decided (`ruling`).
        taken: the ids of profiles that other actors of the same article belong to: the article tells these apart.
    """
    if ruled.nobody:
        return Placement()
    fits = [_fit(new, each) for each in _most(known, new) if each.id not in ruled.barred and each.id != new.id]
    fits = [fit for fit in fits if fit.relation == "same" or fit.profile.id not in taken]
    bound = sorted(each.id for each in known if each.id in ruled.bound)
    if bound:
        same = [fit.profile.id for fit in fits if fit.relation == "same" and fit.profile.id not in bound]
        own = same if len(same) == 1 else []
        return Placement(bound[0], absorbs=(*bound[1:], *own))
    chosen = _chosen(fits)
    if chosen is not None:
        thin = not chosen.supported
        rest = [fit for fit in fits if fit is not chosen]
        joined = replace(merged(chosen.profile, new), id=chosen.profile.id)
        return Placement(chosen.profile.id, thin, absorbs=_absorbed(joined, rest, ruled))
    return Placement(suggestions=_suggested(fits), absorbs=_absorbed(new, fits, ruled))


def ruling(sighting: Sighting, rulings: Iterable[Ruling], whose: Callable[[tuple[str, str]], str | None]) -> Ruled:
    """What the reader's rulings say of a sighting.

    Args:
        sighting: which one.
        rulings: any; those of other sightings are passed over.
        whose: gives the id of the profile that a sighting (article, actor) belongs to, None before it was placed.
    """
    own = (sighting.article, sighting.actor)
    found: dict[str, set[str]] = {"one": set(), "two": set()}
    nobody = False
    for each in rulings:
        if each.judgement == "nobody":
            nobody = nobody or _plain(each.name) in map(_plain, sighting.names)
            continue
        if each.other is None or own not in (each.one, each.other):
            continue
        other = whose(each.other if each.one == own else each.one)
        if other is not None:
            found[each.judgement].add(other)
    return Ruled(frozenset(found["one"]), frozenset(found["two"] - found["one"]), nobody)


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
    return "" if _is_of_no_country(words) else " ".join(words)


def _is_of_no_country(words: Sequence[str]) -> bool:
    """Whether bodies of many countries go by a name: "Supreme Court", "Interior Ministry", "Congress"."""
    return all(word in _OF_NO_COUNTRY for word in words)


def _most(known: Sequence[Profile], new: Profile) -> list[Profile]:
    """Those to be compared: all, or of too many the ones that share a name, then those with most articles."""
    shared = set(new.names)
    ordered = sorted(known, key=lambda each: (not shared & set(each.names), -each.articles, each.id))
    return ordered[:_MOST_COMPARED]


def _fit(new: Profile, known: Profile) -> _Fit:
    relation = _relation(new, known)
    if relation in ("other", "conflict"):
        return _Fit(known, relation, supported=False, fits=False, exact=0)
    company = bool(set(new.others) & set(known.others))
    story = bool(set(new.stories) & set(known.stories))
    shared = role_words(new) & role_words(known) - persons.POST_FRONTS
    telling = bool(shared - _POSTS)
    fits = (bool(shared) and company) or (telling and bool(shared & _POSTS)) or len(shared - _POSTS) > 1
    fits = fits and bool(_generations(new) & _generations(known) or _whole_roles(new) & _whole_roles(known))
    exact = max(map(len, _exact(new) & _exact(known)), default=0)
    supported = company or story or bool(shared)
    if new.kind == "person":
        # A full name is not put with a bare surname that is already there: that one is absorbed, if it fits alone.
        fits = fits and (_is_bare(new) or not _is_bare(known))
    else:
        fits = supported
    return _Fit(known, relation, supported, fits, exact)


def _is_bare(known: Profile) -> bool:
    """Whether nothing but a surname is known of somebody's name."""
    return not any(name.given for name in _parsed(known.names))


def _whole_roles(known: Profile) -> set[frozenset[str]]:
    """The roles of several words, each as its words: "Vice President"."""
    return {told for role in known.roles if len(told := _words_of_role(role.words)) > 1}


def _generations(known: Profile) -> set[str]:
    """A son is told from his father by a whole role at most: he is "vice president of the firm", and no President."""
    return {names.generation(name) for name in _parsed(known.names)} or {""}


def _exact(known: Profile) -> set[tuple[str, ...]]:
    """The full names of a person with all their initials, as they tell one George Bush from the other."""
    return {
        (*name.given, names.core(name.surname), names.generation(name)) for name in _parsed(known.names) if name.given
    }


def _relation(new: Profile, known: Profile) -> Relation:
    if new.kind == "person":
        found = {_of_two(one, other) for one in _parsed(new.names) for other in _parsed(known.names)}
        order: tuple[Relation, ...] = ("conflict", "same", "form", "part")
        return next((relation for relation in order if relation in found), "other")
    if new.kind != known.kind:
        return "other"
    own, theirs = set(map(organisation, new.names)), set(map(organisation, known.names))
    if own & theirs:
        return "part" if all(map(_is_of_no_country, own & theirs)) else "same"
    short, long = set(map(organisation, new.acronyms)), set(map(organisation, known.acronyms))
    return "part" if own & long or theirs & short else "other"


def _of_two(one: Name, other: Name) -> Relation:
    """As `names.relation`, but a name that is misspelt may be a form of the right one."""
    relation = names.relation(one, other)
    return "form" if relation == "other" and spellings.alike(one, other) else relation


def _chosen(fits: Sequence[_Fit]) -> _Fit | None:
    same = [fit for fit in fits if fit.relation == "same"]
    most = max((fit.exact for fit in same), default=0)
    same = [fit for fit in same if fit.exact == most]
    if len(same) == 1:
        return same[0]
    if same:
        supported = [fit for fit in same if fit.supported]
        return supported[0] if len(supported) == 1 else None
    fitting = [fit for fit in fits if fit.fits]
    return fitting[0] if len(fitting) == 1 else None


def _suggested(fits: Sequence[_Fit]) -> tuple[str, ...]:
    """Who else it may be: same names first, then forms, then bearers of the surname whom something supports."""
    order: tuple[Relation, ...] = ("same", "form", "part")
    may = [fit for fit in fits if fit.relation in order and (fit.relation != "part" or fit.supported)]
    may.sort(key=lambda fit: (not fit.fits, order.index(fit.relation), not fit.supported, -fit.profile.articles))
    return tuple(fit.profile.id for fit in may[:_MOST_SUGGESTED])


def _absorbed(joined: Profile, rest: Sequence[_Fit], ruled: Ruled) -> tuple[str, ...]:
    """Profiles of bare surnames that the joined one explains, and nobody else."""
    if joined.kind != "person" or _is_bare(joined):
        return ()
    bearers = [fit.profile for fit in rest if fit.relation != "other"]
    loose = [each for each in bearers if _is_bare(each)]
    full = [each for each in bearers if not _is_bare(each)]
    found = []
    for each in loose:
        chosen = _chosen([_fit(each, other) for other in (joined, *full)])
        if chosen is not None and chosen.profile is joined and each.id not in ruled.barred:
            found.append(each.id)
    return tuple(sorted(found))


def role_words(known: Profile) -> frozenset[str]:
    """The words of somebody's roles, in the forms that other articles may use: "Sen." is a senator."""
    return frozenset[str]().union(*(_words_of_role(role.words) for role in known.roles))


@lru_cache(maxsize=4096)
def _words_of_role(role: str) -> frozenset[str]:
    words = [names.fold(word) for word in _WORD.findall(_seated(role))[:_WORDS_OF_ROLE]]
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


def _parsed(forms: Sequence[str]) -> list[Name]:
    return [name for form in forms if (name := _parse(form))]


# The same few names are compared with one another again and again.
@lru_cache(maxsize=16384)
def _parse(form: str) -> Name | None:
    first, _, rest = form.partition(" ")
    return names.parse(rest if names.fold(first) in persons.PARTY_MEMBERS and rest else form)


def _plain(text: str) -> str:
    return " ".join(names.fold(word) for word in text.split())
