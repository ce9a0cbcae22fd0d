"""One person, organisation or place of a text: the names it goes by, and the fullest of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities import names
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.names import Name
from reader.lexicon.pronouns import Pronoun
from reader.model import ActorKind

# A place that the text has in nothing but capitals, as in a dateline, and a person's full name, as in a transcript, are
# shown in small letters: "Port Ellery". Shorter
# capitals are abbreviations: "UK", "UAE".
_SHORTEST_SHOUT = 4
# A person's name of more words than this is no fuller: "Maria del Pilar Costa" and "Maria del Pilar Costa Ruiz".
_FULL = 4


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what some names, or the descriptions of a source without one, stand for.

    Attributes:
        kind: person, organisation or place.
        mentions: where it is named or described, in order of the text.
        name: the fullest of these forms, as shown.
        names: a person's names, taken apart.
        named: false for a source without a name.
        plural: for several people: "two witnesses".
    """

    kind: ActorKind
    mentions: tuple[NameMention, ...]
    name: str
    names: tuple[Name, ...] = ()
    named: bool = True
    plural: bool = False

    @property
    def pronoun(self) -> Pronoun | None:
        """The pronoun that the names themselves suggest."""
        return names.suggested(self.names)


@dataclass(slots=True, eq=False)
class Group:
    """Mentions that are one entity's, while the names of a text are sorted; `names` are a person's, taken apart."""

    mentions: list[NameMention] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    def entity(self, kind: ActorKind) -> Entity:
        """The entity, once all its mentions are known."""
        self.mentions.sort(key=lambda mention: mention.start)
        return Entity(kind, tuple(self.mentions), fullest(kind, self.mentions), tuple(self.names))


def fullest(kind: ActorKind, mentions: Sequence[NameMention]) -> str:
    """The fullest form of a name, of those as full the most frequent; no title, no possessive."""
    forms = Counter(clean(mention.text) for mention in mentions)
    if kind == "place":
        mixed = [form for form in forms if not form.isupper() or "." in form or len(form) < _SHORTEST_SHOUT]
        return max(mixed, key=len) if mixed else next(iter(forms)).title()
    if kind == "person":
        full = max(forms, key=lambda form: (min(len(form.split()), _FULL), not form.isupper(), forms[form]))
        return full.title() if full.isupper() and " " in full else full
    return max(forms, key=lambda form: (len(form), forms[form]))


def clean(text: str) -> str:
    """A name as shown: one line, no possessive or article."""
    words = text.split()
    if words and words[-1].endswith(("’s", "'s")):
        words[-1] = words[-1][:-2]
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)
