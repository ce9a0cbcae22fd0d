"""The counting of steps, by which the patterns of the program are judged, is that of `re`, and tells slow from fast."""

import re
import sys
from collections.abc import Iterator

import pytest

from tests.backtracking.counting import Counting
from tests.contract.test_patterns import MOST_GROWTH, growth


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\s+$", "search"),
        (r"\s*[,;]\s*", "split"),
        (r"\s+(?=Z$)|\s*(?:UTC|GMT)$", "sub"),
        (r"<[^>]*>", "sub"),
        (r"\([^()]*(?:ap|photo)[^()]*\)", "search"),
        (r"^\s*<", "search"),
        (r"(?m)^\s*<", "search"),
        (r":\s*[^!]*!!", "match"),
        (r"(?s)\A(?:<!--.*?-->\s*)*<rss", "match"),
        (r"(?:[a-z]+\s*)*!", "match"),
        (r"(?:a|ab|b)*c", "match"),
        (r"(?:\w+ ?)+:", "match"),
        (r"\w+,", "finditer"),
    ],
)
def test_it_finds(pattern: str, way: str) -> None:
    is_once = pattern == r"^\s*<"
    assert (growth(re.compile(pattern), way)[0] > MOST_GROWTH) is not is_once


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"(?<!\s)\s++$", "search"),
        (r"(?:(?<!\s)\s++)?[,;]\s*", "split"),
        (r"<[^<>]*>", "sub"),
        (r"\((?=[^()]*?(?:ap|photo))[^()]*+\)", "search"),
        (r"(?m)^[^\S\n]*+<", "search"),
        (r"(?s)\A(?:(?><!--.*?-->)\s*+)*+<rss", "match"),
        (r"(?:[a-z]++\s*+)*+!", "match"),
        (r"\w+", "finditer"),
        (r"\w+,", "match"),
        (r"(?:\w+\b ?)+:", "match"),
        (r"\w{1,40},", "finditer"),
        (r"([\"'])(?:(?!\1).)*+", "match"),
    ],
)
def test_it_leaves_alone(pattern: str, way: str) -> None:
    grown, text = growth(re.compile(pattern), way)
    assert grown <= MOST_GROWTH, text


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a|ab)(c|bcd)(d*)", r"(?>a|ab)c?", r"a{2,3}?b?", r"a{2,3}+a?", r"(?:ab|a)*+b", r"(?i)straSSe\b", r"(?<=a)b+",
        r"(?<!a)b", r"(a)?(?(1)b|c)", r"(.)\1", r"(?m)^.$", r"a$", r"\Ba|a\Z", r"(?=(?:[^b]*b){2})a", r"[^\W\d_]+?c",
        r"(?s).*d",
    ],
)  # fmt: skip
def test_it_matches_as_re_does(pattern: str) -> None:
    compiled = re.compile(pattern)
    counting = Counting(compiled, 100_000, 512, 100)
    for text in ("abcd", "aab", "aaab", "bb\nb", "STRASSE Strasse", "abab", "b ab", "c", "a\n", "é1_c", ""):
        counting.text = text
        for start in range(len(text) + 1):
            found = compiled.match(text, start)
            assert counting.end_from(start) == (found.end() if found else None), (text, start)
