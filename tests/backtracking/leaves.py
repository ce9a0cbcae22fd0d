"""What one place of a pattern takes, a single character each: as a test on a character, and as a set of samples."""

import re
from collections.abc import Callable
from re import _constants as ops
from typing import Any

Leaf = tuple[Any, Any]
# A character of every sort that patterns tell from others; the letters of a pattern itself come beside these.
SAMPLES = "".join(map(chr, range(128))) + "\x85\xa0’‘“”„«»…—–−·•、。，：｜éÉßñ中あ가яЖ\u200d\u2028\ud800🙂²½"
SINGLE = {ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN}


def is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


CATEGORIES: dict[Any, Callable[[str], bool]] = {
    ops.CATEGORY_DIGIT: str.isdecimal,
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_WORD: is_word,
}
OPPOSITES = {
    ops.CATEGORY_NOT_DIGIT: ops.CATEGORY_DIGIT,
    ops.CATEGORY_NOT_SPACE: ops.CATEGORY_SPACE,
    ops.CATEGORY_NOT_WORD: ops.CATEGORY_WORD,
}


def in_category(letter: str, category: Any, flags: int) -> bool:
    if category in OPPOSITES:
        return not in_category(letter, OPPOSITES[category], flags)
    return CATEGORIES[category](letter) and (bool(flags & re.UNICODE) or letter.isascii())


def _is_in(letter: str, items: list[Leaf], flags: int) -> bool:
    code = ord(letter)
    for op, value in items:
        if op is ops.LITERAL:
            found = code == value
        elif op is ops.RANGE:
            found = value[0] <= code <= value[1]
        elif op is ops.CATEGORY:
            found = in_category(letter, value, flags)
        else:
            continue
        if found:
            return items[0][0] is not ops.NEGATE
    return items[0][0] is ops.NEGATE


def takes(letter: str, leaf: Leaf, flags: int) -> bool:
    """Whether a leaf, parsed, takes a character."""
    op, value = leaf
    if op is ops.ANY:
        return letter != "\n" or bool(flags & re.DOTALL)
    if op is ops.NOT_LITERAL:
        op, value = ops.IN, [(ops.NEGATE, None), (ops.LITERAL, value)]
    items = value if op is ops.IN else [leaf]
    if not flags & re.IGNORECASE:
        return _is_in(letter, items, flags)
    cases = {letter, *(case for case in (letter.lower(), letter.upper()) if len(case) == 1)}
    if items[0][0] is ops.NEGATE:
        return all(_is_in(case, items, flags) for case in cases)
    return any(_is_in(case, items, flags) for case in cases)


_SPELLED: dict[tuple[str, int], frozenset[str]] = {}


def letters(leaf: Leaf, flags: int) -> frozenset[str]:
    """The samples, and letters of its own, that a leaf takes."""
    key = (repr(leaf), flags & (re.DOTALL | re.IGNORECASE | re.UNICODE))
    if key not in _SPELLED:
        own = [value for op, value in (leaf[1] if leaf[0] is ops.IN else [leaf]) if op is ops.LITERAL]
        _SPELLED[key] = frozenset(x for x in {*SAMPLES, *map(chr, own)} if takes(x, leaf, flags))
    return _SPELLED[key]
