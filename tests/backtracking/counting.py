"""A matcher that counts what it does: the backtracking of Python's `re`, step by step, without its clock.

A step is a character looked at, an option tried, a round of a repetition. Time is no measure of a pattern on a machine
that does other things too; steps are the same on every run. Slow, as each is a call of Python: for short texts.
"""

import re
from collections.abc import Callable
from re import _constants as ops
from re import _parser as parser
from typing import Any

from tests.backtracking.leaves import SINGLE, in_category, takes

# Called with the place reached; says whether all that comes behind matches too.
Then = Callable[[int], bool]
Matcher = Callable[[int, Then], bool]


class TooMany(Exception):
    """More steps than allowed."""


class Counting:
    """One pattern, ready to run over texts."""

    def __init__(self, pattern: re.Pattern[Any], bound: int, wide: int, rounds: int) -> None:
        self.bound = bound
        self.wide = wide
        self.rounds = rounds
        self.text = ""
        self.steps = 0
        self.groups: dict[int, tuple[int, int]] = {}
        self.taken: dict[tuple[int, str], bool] = {}
        self.kept: list[Any] = []
        tree = parser.parse(pattern.pattern, pattern.flags)
        self.run = self.sequence(list(tree), tree.state.flags)

    def count(self) -> None:
        self.steps += 1
        if self.steps > self.bound:
            raise TooMany

    def over(self, text: str, how: str) -> int:
        """The steps that `search`, `match`, `fullmatch` or `finditer` takes over a text."""
        self.text, self.steps = text, 0
        start = 0
        while start <= len(text):
            end = self.end_from(start, how == "fullmatch")
            if how in ("match", "fullmatch") or (how == "search" and end is not None):
                break
            start = end if end is not None and end > start else start + 1
        return self.steps

    def end_from(self, start: int, whole: bool = False) -> int | None:
        reached: list[int] = []
        self.groups = {}

        def accept(at: int) -> bool:
            if whole and at != len(self.text):
                return False
            reached.append(at)
            return True

        return reached[0] if self.run(start, accept) else None

    def sequence(self, items: list[Any], flags: int) -> Matcher:
        matchers = [self.item(item, flags) for item in items]
        if len(matchers) == 1:
            return matchers[0]
        if not matchers:
            return lambda at, then: then(at)

        def run(at: int, then: Then, index: int = 0) -> bool:
            if index == len(matchers) - 1:
                return matchers[index](at, then)
            return matchers[index](at, lambda end: run(end, then, index + 1))

        return run

    def item(self, item: Any, flags: int) -> Matcher:
        op, value = item
        if op in SINGLE:
            return self.single(item, flags)
        if op is ops.BRANCH:
            return self.branch([self.sequence(list(option), flags) for option in value[1]], firsts(value[1], flags))
        if op is ops.SUBPATTERN:
            return self.group(value[0], self.sequence(list(value[3]), (flags | value[1]) & ~value[2]))
        if op is ops.ATOMIC_GROUP:
            return self.atomic(self.sequence(list(value), flags))
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self.repeat(op, *value, flags)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            return self.look(value[0], value[1], op is ops.ASSERT, flags)
        if op is ops.AT:
            return self.at(value, flags)
        if op is ops.GROUPREF:
            return self.reference(value)
        if op is ops.GROUPREF_EXISTS:
            return self.either(value[0], *(self.sequence(list(option or ()), flags) for option in value[1:]))
        raise NotImplementedError(op)

    def fits(self, item: Any, flags: int) -> Callable[[int], bool]:
        """Whether the character at a place is one that the leaf takes; counted."""
        known: dict[str, bool] = {}

        def fits(at: int) -> bool:
            self.count()
            if at >= len(self.text):
                return False
            letter = self.text[at]
            if letter not in known:
                known[letter] = takes(letter, item, flags)
            return known[letter]

        return fits

    def single(self, item: Any, flags: int) -> Matcher:
        fits = self.fits(item, flags)
        return lambda at, then: fits(at) and then(at + 1)

    def branch(self, options: list[Matcher], firsts: list[str | None]) -> Matcher:
        def run(at: int, then: Then) -> bool:
            self.count()
            letter = self.text[at : at + 1]
            return any(
                option(at, then)
                for option, first in zip(options, firsts, strict=True)
                if first is None or (letter and letter in first)
            )

        return run

    def group(self, number: int | None, body: Matcher) -> Matcher:
        if number is None:
            return body

        def run(at: int, then: Then) -> bool:
            before = self.groups.get(number)

            def after(end: int) -> bool:
                held = self.groups.get(number)
                self.groups[number] = (at, end)
                if then(end):
                    return True
                self.groups[number] = held  # type: ignore[assignment]
                return False

            if body(at, after):
                return True
            self.groups[number] = before  # type: ignore[assignment]
            return False

        return run

    def atomic(self, body: Matcher) -> Matcher:
        def run(at: int, then: Then) -> bool:
            end = reached(body, at)
            return end is not None and then(end)

        return run

    def repeat(self, op: Any, least: int, most: int, body: Any, flags: int) -> Matcher:
        least = min(least, self.rounds)
        most = min(most, self.rounds) if most <= self.wide else 1 << 30
        if len(body) == 1 and body[0][0] in SINGLE:
            return self.repeat_single(op, least, most, self.fits(body[0], flags))
        inner = self.sequence(list(body), flags)
        if op is ops.POSSESSIVE_REPEAT:
            return self.atomic(self.repeat_any(ops.MAX_REPEAT, least, most, inner))
        return self.repeat_any(op, least, most, inner)

    def repeat_single(self, op: Any, least: int, most: int, fits: Callable[[int], bool]) -> Matcher:
        def greedy(at: int, then: Then) -> bool:
            end = at
            while end - at < most and fits(end):
                end += 1
            if op is ops.POSSESSIVE_REPEAT:
                return end - at >= least and then(end)
            while end - at >= least:
                self.count()
                if then(end):
                    return True
                end -= 1
            return False

        def lazy(at: int, then: Then) -> bool:
            end = at
            while True:
                if end - at >= least and then(end):
                    return True
                if end - at >= most or not fits(end):
                    return False
                end += 1

        return lazy if op is ops.MIN_REPEAT else greedy

    def repeat_any(self, op: Any, least: int, most: int, body: Matcher) -> Matcher:
        def run(at: int, then: Then, done: int = 0, before: int = -1) -> bool:
            self.count()

            def again(end: int) -> bool:
                return run(end, then, done + 1, at)

            goes_on = done < most and (done < least or at != before)
            if op is ops.MIN_REPEAT:
                return (done >= least and then(at)) or (goes_on and body(at, again))
            return (goes_on and body(at, again)) or (done >= least and then(at))

        return run

    def look(self, direction: int, body: Any, wanted: bool, flags: int) -> Matcher:
        inner = self.sequence(list(body), flags)
        width = body.getwidth()[0] if direction < 0 else 0

        def run(at: int, then: Then) -> bool:
            self.count()
            found = at >= width and reached(inner, at - width) is not None
            return found is wanted and then(at)

        return run

    def at(self, where: Any, flags: int) -> Matcher:
        def run(at: int, then: Then) -> bool:
            self.count()
            return stands(self.text, at, where, flags) and then(at)

        return run

    def either(self, number: int, held: Matcher, missing: Matcher) -> Matcher:
        return lambda at, then: (held if self.groups.get(number) else missing)(at, then)

    def reference(self, number: int) -> Matcher:
        def run(at: int, then: Then) -> bool:
            held = self.groups.get(number)
            if held is None:
                return False
            said = self.text[held[0] : held[1]]
            for _ in said:
                self.count()
            return self.text.startswith(said, at) and then(at + len(said))

        return run


def reached(body: Matcher, at: int) -> int | None:
    """Where the first match of a part ends."""
    ends: list[int] = []

    def accept(end: int) -> bool:
        ends.append(end)
        return True

    return ends[0] if body(at, accept) else None


def firsts(options: list[Any], flags: int) -> list[str | None]:
    """The letters that each option can begin with, where it begins with one: `re` looks at no other option either."""
    found: list[str | None] = []
    for option in options:
        if option and option[0][0] is ops.LITERAL:
            letter = chr(option[0][1])
            found.append(letter + letter.lower() + letter.upper() if flags & re.IGNORECASE else letter)
        else:
            found.append(None)
    return found


def stands(text: str, at: int, where: Any, flags: int) -> bool:
    """Whether an anchor holds at a place."""
    if where in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING):
        multiline = where is ops.AT_BEGINNING and flags & re.MULTILINE
        return at == 0 or bool(multiline and text[at - 1] == "\n")
    if where is ops.AT_END:
        if flags & re.MULTILINE:
            return at == len(text) or text[at] == "\n"
        return at == len(text) or text[at:] == "\n"
    if where is ops.AT_END_STRING:
        return at == len(text)

    def word(index: int) -> bool:
        return 0 <= index < len(text) and in_category(text[index], ops.CATEGORY_WORD, flags)

    return (word(at - 1) != word(at)) is (where is ops.AT_BOUNDARY)
