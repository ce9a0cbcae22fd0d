"""Which actors of many articles are one person or organisation. Pure, and one article at a time.

Whoever keeps articles keeps a `Profile` for each of those named in them, and the `profiles.keys` it is found by. For an
article's actors, `profiles.sightings` says what tells who they are, `assign` whose profiles they belong to among those
that have a key in common with them, and `profiles.merged` what is known of each from then on. What an actor costs does
not depend on how many articles there are, only on how many bear the surname, and on no more than some of these.

Names are compared by `names.relation`. One full name is one person, unless two who bear it have been told apart. All
else, forms of a first name and bare surnames, joins only where a role fits, and fits one alone: that nobody else is
known by a surname was right three times in five, and is not asked.

The order of articles makes no difference, but for this: a full name without initials that came before two whose
initials conflict stays with the first of these, and what fitted one bearer alone stays there when a second appears.
Articles put in again in order of their dates give the same profiles each time.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import NamedTuple

from reader.analysis.entities import names, spellings
from reader.analysis.entities.names import Name, Relation
from reader.lexicon import persons
from reader.linking import profiles
from reader.linking.profiles import is_of_no_country, organisation, parsed, role_words, words_of_role
from reader.model.people import Placement, Profile, Sighting

# As many are compared and suggested; of a surname that hundreds bear the ones with most articles.
_MOST_COMPARED = 400
_MOST_SUGGESTED = 5
# Why two may be one, as a reader should hear it.
_WHY: dict[Relation, str] = {"same": "the same name", "form": "another form of the name", "part": "a part of the name"}
_BY_ROLE, _BY_COMPANY, _BY_STORY = ", a like role", ", beside the same people", ", in the same story"
_POSTS = persons.NOUNS | persons.TITLES | persons.POST_FRONTS | persons.OFFICES


class _Fit(NamedTuple):
    """How a sighting fits a profile.

    By name, and in how many words to the letter; by anything else; by its role, so that it can be nobody else.
    """

    profile: Profile
    relation: Relation
    support: str
    fits: bool
    exact: int

    @property
    def supported(self) -> bool:
        """Whether anything but the name speaks for it."""
        return bool(self.support)


def assign(seen: Sequence[Sighting], known: Sequence[Profile]) -> list[Placement]:
    """Whose profiles the actors of one article belong to, in their order.

    Two of them are one only by a name that is the same: the article itself tells them apart.

    Args:
        seen: all of them, from `sightings`.
        known: the profiles that have a key in common with any of them, in any order.
    """
    by_key: dict[str, dict[int, Profile]] = defaultdict(dict)
    for each in known:
        for key in profiles.keys(each):
            by_key[key][each.id] = each
    placed = []
    taken: set[int] = set()
    for number, sighting in enumerate(seen, start=1):
        new = profiles.profile(sighting, -number)
        may = {each.id: each for key in profiles.keys(new) for each in by_key[key].values()}
        placed.append(_placed(new, tuple(may.values()), taken))
        taken.add(placed[-1].profile or new.id)
        if placed[-1].profile is None:
            for key in profiles.keys(new):
                by_key[key][new.id] = new
    return placed


def may_be_one(one: Profile, other: Profile) -> bool:
    """Whether two who are not joined may be one all the same: by a form or a part of the name, or by an acronym of it.

    For what must not be said of somebody if they are: "Pat Moss" is quoted only here, and "Patrick Moss" there.
    """
    if _relation(one, other) not in ("other", "conflict"):
        return True
    return one.kind != "person" and bool(_letters(one) & _whole(other) or _whole(one) & _letters(other))


def _whole(known: Profile) -> set[str]:
    return {" ".join(organisation(name)) for name in known.names}


def _letters(known: Profile) -> set[str]:
    """The first letters of the names of an organisation: "who", of the World Health Organization."""
    told = (organisation(name) for name in known.names)
    return {"".join(word[0] for word in words) for words in told if len(words) > 1}


def _placed(new: Profile, known: Sequence[Profile], taken: Container[int]) -> Placement:
    fits = [_fit(new, each) for each in _most(known, new)]
    fits = [fit for fit in fits if fit.relation == "same" or fit.profile.id not in taken]
    chosen = _chosen(fits)
    if chosen is None:
        return Placement(maybe=_suggested(fits), absorbs=_absorbed(new, fits))
    rest = [fit for fit in fits if fit is not chosen]
    return Placement(
        chosen.profile.id, not chosen.supported, absorbs=_absorbed(profiles.merged(chosen.profile, new), rest)
    )


def _most(known: Sequence[Profile], new: Profile) -> list[Profile]:
    """Those to be compared: all, or of too many the ones that share a name, then those with most articles."""
    shared = set(new.names)
    ordered = sorted(known, key=lambda each: (not shared & set(each.names), -each.articles, each.id))
    return ordered[:_MOST_COMPARED]


def _fit(new: Profile, known: Profile) -> _Fit:
    relation = _relation(new, known)
    if relation in ("other", "conflict"):
        return _Fit(known, relation, support="", fits=False, exact=0)
    company = bool(set(new.others) & set(known.others))
    story = bool(set(new.stories) & set(known.stories))
    shared = role_words(new) & role_words(known) - persons.POST_FRONTS
    telling = bool(shared - _POSTS)
    fits = (bool(shared) and company) or (telling and bool(shared & _POSTS)) or len(shared - _POSTS) > 1
    fits = fits and bool(_generations(new) & _generations(known) or _whole_roles(new) & _whole_roles(known))
    exact = max(map(len, _exact(new) & _exact(known)), default=0)
    told = ((_BY_ROLE, bool(shared)), (_BY_COMPANY, company), (_BY_STORY, story))
    support = next((why for why, holds in told if holds), "")
    # A full name is not put with a bare surname that is already there: that one is absorbed, if it fits alone.
    fits = fits and (_is_bare(new) or not _is_bare(known)) if new.kind == "person" else bool(support)
    return _Fit(known, relation, support, fits, exact)


def _is_bare(known: Profile) -> bool:
    """Whether nothing but a surname is known of somebody's name."""
    return not any(name.given for name in parsed(known.names))


def _whole_roles(known: Profile) -> set[frozenset[str]]:
    """The roles of several words, each as its words: "Vice President"."""
    return {told for role in known.roles if len(told := words_of_role(role.words)) > 1}


def _generations(known: Profile) -> set[str]:
    """A son is told from his father by a whole role at most: he is "vice president of the firm", and no President."""
    return {names.generation(name) for name in parsed(known.names)} or {""}


def _exact(known: Profile) -> set[tuple[str, ...]]:
    """The full names of a person with all their initials, as they tell one George Bush from the other."""
    return {
        (*name.given, names.core(name.surname), names.generation(name)) for name in parsed(known.names) if name.given
    }


def _relation(new: Profile, known: Profile) -> Relation:
    if new.kind == "person":
        found = {_of_two(one, other) for one in parsed(new.names) for other in parsed(known.names)}
        order: tuple[Relation, ...] = ("conflict", "same", "form", "part")
        return next((relation for relation in order if relation in found), "other")
    if new.kind != known.kind:
        return "other"
    own, theirs = set(map(organisation, new.names)), set(map(organisation, known.names))
    if own & theirs:
        return "part" if all(map(is_of_no_country, own & theirs)) else "same"
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


def _suggested(fits: Sequence[_Fit]) -> tuple[tuple[int, str], ...]:
    """Who else it may be: same names first, then forms, then bearers of the surname whom something supports."""
    order = tuple(_WHY)
    may = [fit for fit in fits if fit.relation in order and (fit.relation != "part" or fit.supported)]
    may.sort(key=lambda fit: (not fit.fits, order.index(fit.relation), not fit.supported, -fit.profile.articles))
    return tuple((fit.profile.id, f"{_WHY[fit.relation]}{fit.support}") for fit in may[:_MOST_SUGGESTED])


def _absorbed(joined: Profile, rest: Sequence[_Fit]) -> tuple[int, ...]:
    """Profiles of bare surnames that the joined one explains, and nobody else."""
    if joined.kind != "person" or _is_bare(joined):
        return ()
    bearers = [fit.profile for fit in rest]
    loose = [each for each in bearers if _is_bare(each)]
    full = [each for each in bearers if not _is_bare(each)]
    found = []
    for each in loose:
        chosen = _chosen([_fit(each, other) for other in (joined, *full)])
        if chosen is not None and chosen.profile is joined:
            found.append(each.id)
    return tuple(sorted(found))
