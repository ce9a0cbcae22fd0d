"""What somebody said, each statement once: the same words in several articles are one statement's wordings. Pure."""

from collections.abc import Iterable
from datetime import date

from reader.linking.likeness import Index, Words
from reader.model.people import Said, Statement

# Who says the same words again after more days than this says them again.
_DAYS = 7
_DAY = len("2026-03-14")


def statements(said: Iterable[Said]) -> tuple[Statement, ...]:
    """Put the quotes of one speaker together by what was said; the latest statement first, those of no day last.

    Wordings with another number in them, or with a "not" that the other lacks, stay apart, and so do the same words a
    week later. Costs about as much a quote, however many there are.
    """
    ordered = sorted(said, key=lambda each: (each.day == "", each.day, each.article, each.quote.start))
    index: Index[int] = Index()
    groups: list[list[Said]] = []
    of_key: list[int] = []
    for each in ordered:
        words = Words(each.quote.text)
        like = (of_key[key] for key, found in index.like(words) if found == "same")
        group = next((number for number in like if _is_near(groups[number][0].day, each.day)), None)
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
    first = next((each.day for each in group if each.day), "")
    fullest = sorted(group, key=lambda each: (each.quote.kind == "indirect", -len(each.quote.text)))
    return Statement(tuple(fullest), first)


def _is_near(one: str, other: str) -> bool:
    """Whether two days are within a week; one that is not known may be."""
    try:
        return abs(date.fromisoformat(one[:_DAY]) - date.fromisoformat(other[:_DAY])).days <= _DAYS
    except ValueError:
        return True
