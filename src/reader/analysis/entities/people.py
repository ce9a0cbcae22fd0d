"""Names of people -> people: which mentions are one person. Pronouns and roles come later."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from reader.analysis.entities import names, spellings
from reader.analysis.entities.entity import Group
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.names import Name
from reader.lexicon.given_names import ALSO_SURNAMES
from reader.lexicon.persons import COURTESY_TITLES, KIN, TITLES_OF_GIVEN

# Shorter middle names are initials and particles.
_SHORTEST_SURNAME = 3
# A misspelt surname is looked for among those that begin alike.
_OPENING = 3
# Shorter surnames one letter apart are often two people's.
_MISSPELT_FROM = 7
# How a name stands that acts or says nothing.
_OBJECTS = frozenset(("poss", "pobj", "dobj"))
# Whose relative somebody is stands so many words before the noun for it: "his late father, Rolf Dane".
_OWNER_BEFORE = 2


def people(doc: Doc, found: Sequence[NameMention]) -> list[Group]:
    """Sort the names of people by whose they are: full names first, then what may be short for one of them."""
    relatives = frozenset(m.start for m in found if _is_relative(doc, m) or _is_spoken_of(doc, m))
    known = _People(_told_apart(found), relatives, frozenset(m.start for m in found if _is_aside(doc, m)))
    starting = {mention.start: mention for mention in found}
    partial: list[tuple[NameMention, Name]] = []
    for mention in sorted(found, key=lambda m: (-len(m.text.split()), m.start)):
        name = _couple(doc, mention, starting) or names.parse(f"{mention.title} {mention.text}")
        if name is None:
            continue
        if not name.given:
            partial.append((mention, name))
            continue
        alike = known.of_surname(name)
        same = next((p for p in alike if _may_be(name, p)), None)
        longer = known.by_given[names.core(name.surname)] if same is None else ()
        same = same or next((p for p in longer if any(names.opens(name, n) for n in p.names)), None)
        near = (*alike, *known.by_given[name.given[0]]) if same is None else ()
        same = same or next((p for p in near if any(spellings.alike(name, n) for n in p.names)), None)
        known.join(same, mention, name)
    # "Mr. Moss" tells more than "Moss" does: a text that has "Mr. Moss" and "Ada Moss" has two who go by "Moss".
    for mention, name in sorted(partial, key=lambda pair: (not names.title_pronoun(pair[1]), pair[0].start)):
        known.join(_bearer(known, mention, name), mention, name)
    return known.all


def _is_relative(doc: Doc, mention: NameMention) -> bool:
    """Whether somebody is brought in as somebody else's: "his father, Rolf Dane", "Moss’s wife Ada Moss"."""
    noun = mention.start - 1 - (mention.start > 1 and doc[mention.start - 1].text == ",")
    owners = doc[max(0, noun - _OWNER_BEFORE) : max(0, noun)]
    return noun > 0 and doc[noun].lower_ in KIN and any(token.tag_ in ("PRP$", "POS") for token in owners)


def _is_spoken_of(doc: Doc, mention: NameMention) -> bool:
    """Whether a name only says whose or of whom something is: "Ada Moss’s seat", "a photo of Ada Moss"."""
    root = doc[mention.start : mention.end].root
    return root.dep_ == "poss" or (root.dep_ == "pobj" and root.head.lower_ == "of")


def _is_aside(doc: Doc, mention: NameMention) -> bool:
    """Whether somebody does nothing where he is named: "a photo of Ada Moss", "accused Ada Moss", "Ada Moss’s seat"."""
    return doc[mention.start : mention.end].root.dep_ in _OBJECTS


def _may_be(name: Name, person: Group) -> bool:
    """Whether nothing in a person's forms of this surname disagrees; "Mai Bright" says nothing of "Mai Bright Urey"."""
    surname = names.core(name.surname)
    return all(names.may_be_one(name, known) for known in person.names if names.core(known.surname) == surname)


class _People:
    """The people of an article, to be looked up by what they may be called; each look-up sees few of them."""

    def __init__(self, apart: frozenset[str], relatives: frozenset[int], asides: frozenset[int]) -> None:
        """Begin with nobody.

        Args:
            apart: of who bears one of these surnames, a suffix tells one from another.
            relatives: where the names begin that bring somebody in as a relative.
            asides: where the names begin of those who do nothing there.
        """
        self.apart = apart
        self.relatives = relatives
        self.passing = relatives | asides
        self.all: list[Group] = []
        # Where each, by its identity, was first called by a surname alone.
        self.called_alone: dict[tuple[int, str], int] = {}
        self.by_surname: dict[str, list[Group]] = defaultdict(list)
        self.by_given: dict[str, list[Group]] = defaultdict(list)
        self.by_opening: dict[str, list[Group]] = defaultdict(list)

    def join(self, person: Group | None, mention: NameMention, name: Name) -> None:
        """Add a mention to a person, or to a new one."""
        if person is None:
            person = Group()
            self.all.append(person)
        insort(person.mentions, mention, key=lambda m: m.start)
        if not name.given:
            alone = id(person), name.surname
            self.called_alone[alone] = min(self.called_alone.get(alone, mention.start), mention.start)
        if name in person.names:
            return
        person.names.append(name)
        keyed = (
            (self.by_surname, names.core(name.surname)),
            (self.by_opening, name.surname[:_OPENING]),
            *((self.by_given, given) for given in name.given),
        )
        for table, key in keyed:
            if key and person not in table[key]:
                table[key].append(person)

    def of_surname(self, name: Name) -> list[Group]:
        """Who bears the surname of a name, and its suffix where that tells them apart."""
        surname = names.core(name.surname)
        bearers = self.by_surname[surname]
        if surname not in self.apart:
            return bearers
        return [person for person in bearers if all(known.suffix == name.suffix for known in person.names)]


def _told_apart(found: Sequence[NameMention]) -> frozenset[str]:
    """Surnames that a text itself gives a suffix, "Vale Jr.": it speaks of a Vale without one too."""
    parsed = (names.parse(mention.text) for mention in found if mention.text.count(" ") == 1)
    return frozenset(names.core(name.surname) for name in parsed if name and name.suffix and not name.given)


def _couple(doc: Doc, mention: NameMention, starting: dict[int, NameMention]) -> Name | None:
    """As in "Tom and Ada Moss": the first of them bears the surname too."""
    if " " in mention.text or mention.title or mention.end + 1 >= len(doc) or doc[mention.end].lower_ != "and":
        return None
    partner = starting.get(mention.end + 1)
    if partner is not None and " " not in partner.text:
        partner = None
    parsed = names.parse(partner.text) if partner else None
    if parsed is None or not names.is_given(mention.text):
        return None
    return Name((), (names.fold(mention.text),), parsed.surname, "")


def _bearer(people: _People, mention: NameMention, name: Name) -> Group | None:
    """Whose bare surname or given name this is: of several who bear it, the one mentioned last before.

    A title decides first: "Mrs. Moss" is no "he", and "Minister Moss" who was introduced as one. Whoever was only
    brought in as a relative, "his father, Rolf Dane", does not take "Dane" from him; nor does anybody take it from who
    has been called so alone, as long as he only stands in "a photo of Rolf Dane".
    """
    posts = set(name.titles) - COURTESY_TITLES

    def is_called_so(person: Group) -> bool:
        return people.called_alone.get((id(person), name.surname), mention.start) < mention.start

    def nearest(person: Group) -> tuple[int, int]:
        held = {title for known in person.names if known.given for title in known.titles}
        taken = people.passing if any(map(is_called_so, bearers)) and not is_called_so(person) else people.relatives
        before = bisect_left(person.mentions, mention.start, key=lambda m: m.start)
        starts = (person.mentions[n].start for n in range(before - 1, -1, -1))
        return len(posts & held), next((at for at in starts if at not in taken), -person.mentions[0].start - 1)

    ways = [
        (people.of_surname(name), _fits_surname),
        (people.by_given[name.surname], _fits_given),
        (people.by_given[name.surname], _fits_first_surname),
        (people.by_opening[name.surname[:_OPENING]], _fits_misspelt),
    ]
    if TITLES_OF_GIVEN & set(name.titles):
        ways.insert(0, (people.by_given[name.surname], _fits_given))
    for candidates, fits in ways:
        bearers = [person for person in candidates if fits(person.names, name)]
        if bearers:
            return max(bearers, key=nearest) if len(bearers) > 1 else bearers[0]
    return None


def _fits_surname(known: Sequence[Name], name: Name) -> bool:
    return _fits_title(known, name) and any(names.may_be_one(name, other) for other in known)


def _fits_given(known: Sequence[Name], name: Name) -> bool:
    """As in "Sir Alan", "Gen Chaiwat": behind a title that does not go with given names it must be no surname too."""
    if name.titles and not TITLES_OF_GIVEN & set(name.titles) and name.surname in ALSO_SURNAMES:
        return False
    return any(other.given and other.given[0] == name.surname for other in known) and _fits_title(known, name)


def _fits_first_surname(known: Sequence[Name], name: Name) -> bool:
    """The first of two surnames: "Abascal", of Marta Abascal Ruiz."""
    told = len(name.surname) >= _SHORTEST_SURNAME and any(name.surname in other.given[1:] for other in known)
    return told and _fits_title(known, name)


def _fits_title(known: Sequence[Name], name: Name) -> bool:
    told, suggested = names.title_pronoun(name), names.suggested(known)
    return not (told and suggested and told != suggested)


def _fits_misspelt(known: Sequence[Name], name: Name) -> bool:
    """As in "Zelenka" and "Zelenko" in one article: a long surname, one letter off, or a shorter that sounds alike."""
    if not _fits_title(known, name):
        return False
    if len(name.surname) < _MISSPELT_FROM:
        return any(spellings.sounds_like(name.surname, other.surname) for other in known if other.given)
    if name.titles:
        return False
    return any(spellings.one_letter_off(name.surname, other.surname) for other in known if other.given)
