"""What somebody said, each statement once: the same words in several articles are one statement's wordings. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain

from reader.linking.likeness import Index, WordsSaid
from reader.model.library import Person, Role, Said
from reader.model.people import PersonPage, Statement

# Who says the same words again later than this says them again.
_ONCE = timedelta(days=7)


def page(
    person: Person,
    roles: Sequence[Role],
    said: Sequence[Said],
    *,
    about: Iterable[tuple[str, int]] = (),
    quoted_by: Iterable[tuple[str, int]] = (),
) -> PersonPage:
    """Lay out what is kept of one person: what is surely theirs as statements, the rest apart.

    Args:
        person: who.
        roles: what they are called, in the order to show.
        said: their quotes, or some of them.
        about: names of those whom they speak about, with the number of quotes.
        quoted_by: publishers that quote them, with the number of articles.
    """
    sure = [quote for quote in said if quote.doubt == "sure"]
    doubtful = tuple(quote for quote in said if quote.doubt != "sure")
    return PersonPage(person, tuple(roles), statements(sure), doubtful, tuple(about), tuple(quoted_by))


def statements(said: Iterable[Said]) -> tuple[Statement, ...]:
    """Put the quotes of one speaker together by what was said; the latest statement first.

    Wordings with another number in them, or with a "not" that the other lacks, stay apart, and so do the same words
    more than a week later. Costs about as much a quote, however many there are.
    """
    # Whatever is said within a week stands in one of two indexes, each of a week; what is older is looked up no more.
    before: Index[int] = Index()
    index: Index[int] = Index()
    begun: datetime | None = None
    groups: list[list[Said]] = []
    of_key: list[int] = []
    for each in sorted(said, key=lambda each: (each.moment, each.id)):
        if begun is None or each.moment - begun > _ONCE:
            before, index = index, Index()
            begun = each.moment
        words = WordsSaid(each.words)
        like = (of_key[key] for key, found in chain(before.like(words), index.like(words)) if found == "same")
        group = next((number for number in like if each.moment - groups[number][0].moment <= _ONCE), None)
        if group is None:
            group = len(groups)
            groups.append([])
        groups[group].append(each)
        index.add(len(of_key), words)
        of_key.append(group)
    made = [_statement(group) for group in groups]
    return tuple(sorted(made, key=lambda statement: statement.first, reverse=True))


def _statement(group: list[Said]) -> Statement:
    """The words to the letter before reported ones, the longer before the shorter."""
    fullest = sorted(group, key=lambda each: (each.kind == "indirect", -len(each.words)))
    return Statement(tuple(fullest), group[0].moment)
