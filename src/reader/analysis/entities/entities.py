"""Names -> entities: which mentions are one person or organisation. Pronouns and roles come later."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from reader.analysis.entities import names
from reader.analysis.entities.mentions import NameMention, people_first
from reader.analysis.entities.names import Name
from reader.lexicon import name_words, places
from reader.lexicon.pronouns import Pronoun
from reader.model import ActorKind


@dataclass(slots=True)
class Entity:
    """One person, organisation or place, growing while the names of an article are sorted.

    `known_as` is its name as of `known_at` mentions: the name is asked for more often than mentions come.
    """

    kind: ActorKind
    mentions: list[NameMention] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    unnamed: bool = False
    plural: bool = False
    role: str | None = None
    known_as: str = ""
    known_at: int = 0

    @property
    def name(self) -> str:
        """The fullest form in the article, the first of those as full; no title, no possessive."""
        if self.known_at != len(self.mentions):
            self.known_at = len(self.mentions)
            if self.kind == "place":
                self.known_as = clean(self.mentions[0].text)
            else:
                forms = Counter(clean(mention.text) for mention in self.mentions)
                self.known_as = max(forms, key=lambda form: self._fullness(form, forms))
        return self.known_as

    def _fullness(self, form: str, forms: Counter[str]) -> tuple[int, int]:
        return (min(len(form.split()), 4) if self.kind == "person" else len(form), forms[form])

    @property
    def pronoun(self) -> Pronoun | None:
        """The pronoun that the names themselves suggest."""
        told = [p for p in map(names.title_pronoun, self.names) if p]
        return told[0] if told else next((p for p in map(names.pronoun, self.names) if p), None)


def clean(text: str) -> str:
    """A name as shown: one line, no possessive or article."""
    words = text.split()
    if words and words[-1].endswith(("’s", "'s")):
        words[-1] = words[-1][:-2]
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)


def sort(doc: Doc, found: Sequence[NameMention]) -> list[Entity]:
    """Sort the name mentions of a document into entities, in order of first mention."""
    people = _people(doc, found)
    organisations = _organisations([m for m in found if m.kind == "organization"])
    people, organisations = _misread(people, organisations)
    places = _places([m for m in found if m.kind == "place"])
    return sorted(people + organisations + places, key=lambda entity: entity.mentions[0].start)


def _people(doc: Doc, found: Sequence[NameMention]) -> list[Entity]:
    people = _People()
    starting = {mention.start: mention for mention in found if mention.kind == "person"}
    partial: list[tuple[NameMention, Name]] = []
    for mention in people_first(found):
        name = _couple(doc, mention, starting) or names.parse(f"{mention.title} {mention.text}")
        if name is None:
            continue
        if not name.given:
            partial.append((mention, name))
            continue
        alike = people.by_surname[names.core(name.surname)]
        people.join(next((p for p in alike if all(names.may_be_one(name, n) for n in p.names)), None), mention, name)
    people.in_order()
    for mention, name in sorted(partial, key=lambda pair: pair[0].start):
        people.join(_bearer(people, mention, name), mention, name)
    people.in_order()
    return people.all


class _People:
    """The people of an article, to be looked up by what they may be called; each look-up sees few of them."""

    def __init__(self) -> None:
        self.all: list[Entity] = []
        self.by_surname: dict[str, list[Entity]] = defaultdict(list)
        self.by_given: dict[str, list[Entity]] = defaultdict(list)
        self.by_opening: dict[str, list[Entity]] = defaultdict(list)

    def join(self, person: Entity | None, mention: NameMention, name: Name) -> None:
        """Add a mention to a person, or to a new one."""
        if person is None:
            person = Entity("person")
            self.all.append(person)
        person.mentions.append(mention)
        if name in person.names:
            return
        person.names.append(name)
        keyed = (
            (self.by_surname, names.core(name.surname)),
            (self.by_given, name.given[0] if name.given else ""),
            (self.by_opening, name.surname[:_OPENING]),
        )
        for table, key in keyed:
            if key and person not in table[key]:
                table[key].append(person)

    def in_order(self) -> None:
        """Put everybody's mentions in order of the text."""
        for person in self.all:
            person.mentions.sort(key=lambda m: m.start)


def _misread(people: list[Entity], organisations: list[Entity]) -> tuple[list[Entity], list[Entity]]:
    """Give to an organisation what was taken for a person: "Green Dawn", of "the Green Dawn Front"."""
    kept = []
    for person in people:
        words = organisation_words(person.name)
        owner = next((o for o in organisations if len(words) > 1 and organisation_words(o.name) == words), None)
        if owner is None:
            kept.append(person)
        else:
            owner.mentions = sorted(owner.mentions + person.mentions, key=lambda m: m.start)
    return kept, organisations


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


def _bearer(people: _People, mention: NameMention, name: Name) -> Entity | None:
    """Whose bare surname or given name this is: of several who bear it, the one mentioned last before.

    A title decides first: "Mrs. Moss" is no "he". A bare given name counts only where no surname fits.
    """

    def last_before(person: Entity) -> int:
        before = bisect_left(person.mentions, mention.start, key=lambda m: m.start)
        return person.mentions[before - 1].start if before else -person.mentions[0].start - 1

    for candidates, fits in (
        (people.by_surname[names.core(name.surname)], _fits_surname),
        (people.by_given[name.surname], _fits_given),
        (people.by_opening[name.surname[:_OPENING]], _fits_misspelt),
    ):
        bearers = [person for person in candidates if fits(person, name)]
        if bearers:
            return max(bearers, key=last_before)
    return None


def _fits_surname(person: Entity, name: Name) -> bool:
    told = names.title_pronoun(name)
    if told and person.pronoun and told != person.pronoun:
        return False
    return any(names.may_be_one(name, other) for other in person.names)


def _fits_given(person: Entity, name: Name) -> bool:
    return not name.titles and any(other.given and other.given[0] == name.surname for other in person.names)


def _fits_misspelt(person: Entity, name: Name) -> bool:
    """As in "Zelenka" and "Zelenko" in one article: a long surname, one letter off."""
    if name.titles or len(name.surname) < _MISSPELT_FROM:
        return False
    return any(_one_letter_off(name.surname, other.surname) for other in person.names if other.given)


# A misspelt surname is looked for among those that begin alike.
_OPENING = 3
# Shorter surnames one letter apart are often two people's.
_MISSPELT_FROM = 7


def _one_letter_off(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def _organisations(found: Iterable[NameMention]) -> list[Entity]:
    entities: list[Entity] = []
    known: dict[str, Entity] = {}
    by_word: dict[str, list[Entity]] = defaultdict(list)
    for mention in sorted(found, key=lambda m: (-len(m.text), m.start)):
        entity = known.get(mention.text) or _same_among(by_word, mention.text)
        if entity is None:
            entity = Entity("organization")
            entities.append(entity)
        if mention.text not in known:
            known[mention.text] = entity
            for word in _keys(mention.text):
                by_word[word].append(entity)
        entity.mentions.append(mention)
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.start)
    return entities


def _keys(text: str) -> set[str]:
    """What two forms of one organisation's name have in common at least one of: first word, last word, acronym."""
    words = organisation_words(text)
    return {words[0], words[-1], initials(text) or "".join(words)} if words else set()


def _same_among(by_word: dict[str, list[Entity]], text: str) -> Entity | None:
    for word in sorted(_keys(text)):
        for entity in by_word.get(word, ()):
            if _same_organisation(text, list(dict.fromkeys(m.text for m in entity.mentions))):
                return entity
    return None


# Names come back many times in one article; the table is bounded for the sake of a long-lived process.
@lru_cache(maxsize=4096)
def organisation_words(text: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell it apart."""
    words = [names.fold(word) for word in text.replace("-", " ").split()]
    return tuple(word for word in words if word and word not in name_words.OPTIONAL) or tuple(words)


def _same_organisation(text: str, forms: Sequence[str]) -> bool:
    words = organisation_words(text)
    for form in forms:
        longer = organisation_words(form)
        if words == longer or ("".join(words) == initials(form) and text.isupper()):
            return True
        # "Corvanian Dawn" and "Dawn"; "Lantern Rail Bank" and "Lantern Rail"
        if len(words) >= 2 and longer[: len(words)] == words and len(longer) == len(words) + 1:
            return True
        if (
            len(words) == 1
            and len(longer) > 1
            and words[0] not in name_words.COMMON
            and (words[0] == longer[0] or (words[0] in name_words.PAPERS and words[0] == longer[-1]))
        ):
            return True
        if len(longer) == 2 and longer[1:] == words and longer[0].endswith(name_words.ADJECTIVE_ENDINGS):
            return True
    return False


def initials(text: str) -> str:
    """The capitals an organisation's acronym is made of, folded: "Consumer Financial Protection Bureau" -> "cfpb"."""
    words = [word for word in text.replace("-", " ").split() if word.lower() not in name_words.LEFT_OUT_OF_ACRONYMS]
    if any("." in word for word in words):
        return ""
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _places(found: Iterable[NameMention]) -> list[Entity]:
    found = list(found)
    present = {place_key(mention.text) for mention in found}

    def key(text: str) -> str:
        own = place_key(text)
        return places.GOVERNMENTS[own] if places.GOVERNMENTS.get(own) in present else own

    return _grouped(found, key)


def place_key(text: str) -> str:
    """What the forms of one place's name have in common: "the U.S.", "America" and "United States" are "us"."""
    key = " ".join(names.fold(word) for word in clean(text).split())
    return places.ALIASES.get(key, key)


def _grouped(found: Iterable[NameMention], key: Callable[[str], str]) -> list[Entity]:
    groups: dict[str, Entity] = {}
    for mention in found:
        groups.setdefault(key(mention.text), Entity("place")).mentions.append(mention)
    return list(groups.values())
