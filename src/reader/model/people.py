"""Who is known over many articles. Nothing here computes, reads or writes."""

from datetime import datetime

import msgspec

from reader.model.analysis import ActorKind
from reader.model.library import Person, Said, Suggestion
from reader.model.library import Role as LibraryRole


class Sighting(msgspec.Struct, frozen=True):
    """An actor as one article has it: what tells in which other articles the same one is.

    `actor` is its id. `names` are the fullest form and other full ones, `acronyms` what the
    article itself gives as short for it, `role` as the article words it. `others` are the keys of whoever else is named
    in the article, `story` the id of the story that the article belongs to, `day` ISO 8601.
    """

    actor: str
    kind: ActorKind
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    role: str | None = None
    others: tuple[str, ...] = ()
    story: str | None = None
    day: str | None = None


class Role(msgspec.Struct, frozen=True):
    """A role as articles word it, in how many, and from which day to which it was given, ISO 8601, "" if not known."""

    words: str
    articles: int = 1
    first: str = ""
    last: str = ""


class Profile(msgspec.Struct, frozen=True):
    """One person, organisation or place, as all articles together have it.

    `id` is given by whoever keeps it. `name` is what it is shown by, one of `names`, which are in order of their first
    article; `roles` are the most frequent first. What is kept of a profile does not grow with its articles.
    """

    id: int
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    others: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    articles: int = 1


class Placement(msgspec.Struct, frozen=True):
    """Whose profile a sighting belongs to: `profile` is its id, None for one of its own.

    A negative number, -3, says that it is the one of the article's third actor, which is new.
    `thin` is a join by name alone, which no role, other actor or story supports. `maybe` are the ids of whoever else it
    may be, each with why, the likeliest first; `absorbs` those of profiles that now turn out to be the same one.
    """

    profile: int | None = None
    thin: bool = False
    maybe: tuple[tuple[int, str], ...] = ()
    absorbs: tuple[int, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """Something that one person said once, in every wording that articles give it; the fullest first.

    `first` is the moment of the first article that has it.
    """

    wordings: tuple[Said, ...]
    first: datetime


class PersonPage(msgspec.Struct, frozen=True):
    """All that articles have of one person: what they are called, and what they said.

    `roles` are the most frequent first, `statements` those that are surely theirs, the latest first, and `doubtful` the
    quotes that may be somebody else's, which count for nobody. `about` are those whom they speak about and `quoted_by`
    the publishers that quote them, `written_by` the journalists, each with how many quotes or articles, most first.
    `suggestions` are those who may be the same one.
    """

    person: Person
    roles: tuple[LibraryRole, ...] = ()
    statements: tuple[Statement, ...] = ()
    doubtful: tuple[Said, ...] = ()
    about: tuple[tuple[str, int], ...] = ()
    quoted_by: tuple[tuple[str, int], ...] = ()
    written_by: tuple[tuple[str, int], ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
