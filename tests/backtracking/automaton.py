"""Where a backtracking matcher may read one stretch of text in many ways: attack strings, from the pattern alone.

The places of a pattern that take a character are the states of an automaton (Glushkov's). A matcher does more than
linear work where a word leads from one loop to itself, from there into a second loop, and round that one too: it then
tries every split of the repeated words between both. Where a pattern is searched for, the search itself is the first
loop. Two ways round one loop with the same word are worse: with every repetition there are twice as many.

Looking ahead, possessive and atomic parts are read as if they could be backtracked into. What is found is therefore a
suspicion; `counting` tells.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as ops
from re import _parser as parser
from typing import Any

from tests.backtracking.leaves import SINGLE, letters

# A repetition with a bound costs a constant, and this many stand for all: unrolled further, the automaton only grows.
UNROLLED = 2
# The search as the first of two loops.
SEARCH = -1
State = tuple[int, ...]
Within = tuple[frozenset[int] | None, ...]
# Of each letter, all that it may be.
Word = tuple[frozenset[str], ...]


@dataclass
class Part:
    """A piece of the pattern: whether it can be empty, where it can begin and end."""

    empty: bool = True
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


class Automaton:
    def __init__(self, pattern: re.Pattern[Any], wide: int) -> None:
        self.takes: list[frozenset[str]] = []
        self.follow: list[list[int]] = []
        self.wide = wide
        self.whole = self.sequence(parser.parse(pattern.pattern, pattern.flags), pattern.flags)

    def sequence(self, items: Any, flags: int) -> Part:
        whole = Part()
        for item in items:
            whole = self.joined(whole, self.part(item, flags))
        return whole

    def joined(self, left: Part, right: Part) -> Part:
        for state in left.last:
            self.follow[state] += right.first
        first = left.first + (right.first if left.empty else [])
        return Part(left.empty and right.empty, first, right.last + (left.last if right.empty else []))

    def leaf(self, taken: frozenset[str]) -> Part:
        self.takes.append(taken)
        self.follow.append([])
        return Part(False, [len(self.takes) - 1], [len(self.takes) - 1])

    def part(self, item: Any, flags: int) -> Part:
        op, value = item
        if op in SINGLE:
            return self.leaf(letters(item, flags))
        if op in (ops.BRANCH, ops.GROUPREF_EXISTS):
            parts = [self.sequence(option or (), flags) for option in (value[1] if op is ops.BRANCH else value[1:])]
            return Part(
                any(part.empty for part in parts),
                [state for part in parts for state in part.first],
                [state for part in parts for state in part.last],
            )
        if op is ops.SUBPATTERN:
            return self.sequence(value[3], (flags | value[1]) & ~value[2])
        if op is ops.ATOMIC_GROUP:
            return self.sequence(value, flags)
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self.repeated(*value, flags)
        if (op is ops.ASSERT and value[0] > 0) or (op is ops.ASSERT_NOT and value[0] > 0):
            return Part(True, self.sequence(value[1], flags).first, [])
        if op is ops.GROUPREF:
            return self.leaf(letters((ops.ANY, None), flags))
        return Part()

    def repeated(self, least: int, most: int, body: Any, flags: int) -> Part:
        whole = Part()
        for _ in range(min(least, UNROLLED)):
            whole = self.joined(whole, self.sequence(body, flags))
        if most > self.wide:
            loop = self.sequence(body, flags)
            for state in loop.last:
                self.follow[state] += loop.first
            return self.joined(whole, Part(True, loop.first, loop.last))
        for _ in range(min(most - least, UNROLLED)):
            option = self.sequence(body, flags)
            whole = self.joined(whole, Part(True, option.first, option.last))
        return whole

    # Questions

    def loops(self) -> list[frozenset[int]]:
        """The states of each loop: those that can reach each other (Kosaraju's two walks)."""
        last_first = list(reversed(postorder(range(len(self.follow)), self.follow)))
        behind = self.behind()
        found, seen = [], set[int]()
        for root in last_first:
            if root not in seen:
                members = frozenset(postorder([root], behind, seen))
                if len(members) > 1 or root in self.follow[root]:
                    found.append(members)
        return found

    def behind(self) -> list[list[int]]:
        """From which states each can be reached in one step."""
        behind: list[list[int]] = [[] for _ in self.follow]
        for state, targets in enumerate(self.follow):
            for target in targets:
                behind[target].append(state)
        return behind

    def heads(self, loop: frozenset[int]) -> list[int]:
        """States of which every way round the loop holds one: where a walk through it comes back to its own path."""
        heads: dict[int, None] = {}
        on_path: dict[int, bool] = {}
        for root in loop:
            if root in on_path:
                continue
            on_path[root] = True
            work = [(root, iter(self.follow[root]))]
            while work:
                state, onward = work[-1]
                for target in onward:
                    if on_path.get(target):
                        heads[target] = None
                    elif target in loop and target not in on_path:
                        on_path[target] = True
                        work.append((target, iter(self.follow[target])))
                        break
                else:
                    on_path[state] = False
                    work.pop()
        return list(heads)

    def leading_to(self, loop: frozenset[int]) -> frozenset[int]:
        """The states from which the loop can be reached, the search among them."""
        return frozenset({*postorder(loop, self.behind()), SEARCH})

    def onward(self, state: int) -> list[int]:
        return [SEARCH, *self.whole.first] if state == SEARCH else self.follow[state]

    def word(self, start: State, goal: State, within: Within) -> Word | None:
        """The shortest word that leads each of several walkers, in step, from its start to its goal."""
        return path(start, goal, lambda at: self.steps(at, within))

    def twice(self, state: int, loop: frozenset[int]) -> Word | None:
        """The shortest word that leads from a state of a loop to itself in two ways."""

        def onward(at: State) -> Iterator[tuple[State, frozenset[str]]]:
            left, right, parted = at
            for (x, y), taken in self.steps((left, right), (loop, loop)):
                doubled = left == right and x == y and self.follow[left].count(x) > 1
                yield (x, y, int(parted or doubled or x != y)), taken

        return path((state, state, 0), (state, state, 1), onward)

    def steps(self, at: State, within: Within) -> Iterator[tuple[State, frozenset[str]]]:
        """Where the walkers can be after one letter that all of them take, and the plainest such letter."""
        reached: list[tuple[State, frozenset[str] | None]] = [((), None)]
        for state, allowed in zip(at, within, strict=True):
            targets = [t for t in dict.fromkeys(self.onward(state)) if allowed is None or t in allowed]
            reached = [
                (
                    (*states, target),
                    taken if target == SEARCH else self.takes[target] if taken is None else taken & self.takes[target],
                )
                for states, taken in reached
                for target in targets
                if target == SEARCH or taken is None or taken & self.takes[target]
            ]
        for states, taken in reached:
            yield states, taken or frozenset("x")


def postorder(roots: Iterable[int], follow: list[list[int]], seen: set[int] | None = None) -> list[int]:
    """The states that can be reached, each behind those that are reached from it; `seen` are left out, and grow."""
    seen = set() if seen is None else seen
    found = []
    for root in roots:
        work = [] if root in seen else [(root, iter(follow[root]))]
        seen.add(root)
        while work:
            state, onward = work[-1]
            for target in onward:
                if target not in seen:
                    seen.add(target)
                    work.append((target, iter(follow[target])))
                    break
            else:
                found.append(state)
                work.pop()
    return found


def spelled(word: Word) -> Iterator[str]:
    """Texts of a word: in plain letters; in these beside signs, for edges of words; in lines where lines can be."""
    plain = "".join(min(letters, key=lambda x: (not x.isalnum(), x)) for letters in word)
    odd = "".join(min(letters, key=lambda x: (x.isalnum() or x == "_", x != " ", x)) for letters in word)
    lines = "".join("\n" if "\n" in letters else letter for letter, letters in zip(plain, word, strict=True))
    yield from dict.fromkeys((plain, plain + odd, lines))


def path(start: State, goal: State, onward: Callable[[State], Iterator[tuple[State, frozenset[str]]]]) -> Word | None:
    """The letters on the shortest way from a state to another, at least one; breadth first."""
    came: dict[State, tuple[State, frozenset[str]]] = {}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        for target, taken in onward(at):
            if target not in came:
                came[target] = (at, taken)
                queue.append(target)
            if target == goal:
                break
        if goal in came:
            word: list[frozenset[str]] = []
            at = goal
            while not word or at != start:
                at, taken = came[at]
                word.append(taken)
            return tuple(reversed(word))
    return None


def attacks(pattern: re.Pattern[Any], wide: int, *, searched: bool) -> list[tuple[str, str]]:
    """What stands before a word, and the word, whose repetition may cost a matcher more than linear work."""
    automaton = Automaton(pattern, wide)
    loops = automaton.loops()
    leading = {loop: automaton.leading_to(loop) for loop in loops}
    found: dict[tuple[str, str], None] = {}
    for loop in loops:
        # Every way round a loop leads through one of its heads, and a word can be begun at any of its letters.
        for head in automaton.heads(loop):
            if searched and (word := automaton.word((SEARCH, head), (head, head), (leading[loop], loop))):
                found |= {("", text): None for text in spelled(word)}
            words = [automaton.twice(head, loop)]
            for second in loops:
                if second is loop or head not in leading[second]:
                    continue
                for q in second:
                    if automaton.takes[q] & automaton.takes[head]:
                        words.append(automaton.word((head, head, q), (head, q, q), (loop, leading[second], second)))
            if any(words):
                before = next(spelled(automaton.word((SEARCH,), (head,), (None,)) or ()))
                found |= {(before, text): None for word in words if word for text in spelled(word)}
    return list(found)
