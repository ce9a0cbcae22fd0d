"""Which quoted_spans of a text stand between quotation marks, and what is left alone."""

from itertools import pairwise

import pytest

from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.model import Span
from reader.text.paragraphs import paragraphs


def find(text: str) -> tuple[QuotedSpan, ...]:
    return quoted_spans(text, [Span(start, end) for start, end in paragraphs(text)])


FINDS = {
    "curly": ("“The pier is safe,” Orla Fenwick said.", ["“The pier is safe,”"]),
    "straight": ('"The pier is safe," Orla Fenwick said.', ['"The pier is safe,"']),
    "British single, curly": ("‘The pier is safe,’ Orla Fenwick said.", ["‘The pier is safe,’"]),
    "British single, straight": ("'The pier is safe,' Orla Fenwick said.", ["'The pier is safe,'"]),
    "doubled singles": ("''The pier is safe,'' Orla Fenwick said.", ["''The pier is safe,''"]),
    "grave accents": ("``The pier is safe,'' Orla Fenwick said.", ["``The pier is safe,''"]),
    "guillemets": ("«The pier is safe», Orla Fenwick said.", ["«The pier is safe»"]),
    "low opening mark": ("„The pier is safe“, Orla Fenwick said.", ["„The pier is safe“"]),
    "single words": ('She called it "safe" and the road "open".', ['"safe"', '"open"']),
    "a single word in single marks": ("He called it 'a farce' and left.", ["'a farce'"]),
    "split around the cue": ("“One,” she said. “Two,” he said. “Three.”", ["“One,”", "“Two,”", "“Three.”"]),
    "side by side": ("She said “it began.” “It ended.”", ["“it began.”", "“It ended.”"]),
    "in brackets": ("(“Go,” he said.)", ["“Go,”"]),
    "between dashes": ("A vote—“a sham”—was held.", ["“a sham”"]),
    "after a colon": ("She asked: ‘Why now?’", ["‘Why now?’"]),
    "single nested in curly": ("“He told me ‘go home’ and I went,” she said.", ["“He told me ‘go home’ and I went,”"]),
    "single nested at the start": ("“‘Go,’ he told me,” she said.", ["“‘Go,’ he told me,”"]),
    "curly nested in single": ("‘He told me “go home” and I went,’ she said.", ["‘He told me “go home” and I went,’"]),
    "single nested in straight": ("\"He said 'go' and I went,\" she said.", ["\"He said 'go' and I went,\""]),
    "curly nested in straight": ('"He said “go” and I went," she said.', ['"He said “go” and I went,"']),
    "curly nested in curly": ("“He said “go” and I went,” she said.", ["“He said “go” and I went,”"]),
    "two paragraphs, reopened": (
        "“It began in March.\n\n“It ended in May,” she said.",
        ["“It began in March.\n\n“It ended in May,”"],
    ),
    "three paragraphs, reopened": (
        "“It began.\n\n“It went on.\n\n“It ended,” she said.",
        ["“It began.\n\n“It went on.\n\n“It ended,”"],
    ),
    "straight, reopened": ('"It began.\n\n"It ended," she said.', ['"It began.\n\n"It ended,"']),
    "doubled singles, reopened": ("''It began.\n\n''It ended,'' she said.", ["''It began.\n\n''It ended,''"]),
    "British single, reopened": ("‘It began.\n\n‘It ended,’ she said.", ["‘It began.\n\n‘It ended,’"]),
    "reopened after a plural possessive": (
        "‘The workers’ strike began.\n\n‘It ended,’ she said.",
        ["‘The workers’ strike began.\n\n‘It ended,’"],
    ),
    "apostrophes inside single marks": ("‘I can’t stay, it’s late,’ she said.", ["‘I can’t stay, it’s late,’"]),
    "straight apostrophes inside single marks": ("'I can't stay,' she said.", ["'I can't stay,'"]),
    "a plural possessive inside": ("‘The workers’ rights were lost,’ she said.", ["‘The workers’ rights were lost,’"]),
    "an elision inside": ("‘Tell ’em to go,’ he said.", ["‘Tell ’em to go,’"]),
    "inches inside": ('"It is a 12" pipe," she said.', ['"It is a 12" pipe,"']),
    "a figure at the end": ('"We lost 12," she said, and "they lost 14" too.', ['"We lost 12,"', '"they lost 14"']),
    "mixed styles in one paragraph": ("“One,” she said. \"Two,\" he said. ‘Three.’", ["“One,”", '"Two,"', "‘Three.’"]),
}  # fmt: skip

LEAVES_ALONE = {
    "no marks": "The pier sank in the night.",
    "contractions": "He didn't go and she won’t.",
    "possessives": "The ferry's crew met at the harbour’s edge.",
    "plural possessives": "The dockers' union met the owners’ club on St James' Street.",
    "two plural possessives": "The boys' and girls' teams won.",
    "names with apostrophes": "O'Hara and D’Arcy met Ja’afari.",
    "elided years": "The class of '98 met the class of ’99 in the '90s.",
    "elided words": "Tell 'em to wait 'til nine, 'cause it's late.",
    "a word elided at both ends": "They played rock ’n’ roll and rock 'n' roll.",
    "feet and inches": "The keeper is 6'2\" tall.",
    "inches": 'The pipe is 12" wide and 14" long.',
    "primes": "The 5′10″ keeper.",
    "degrees": "It lies at 40° 26' 46\" north.",
    "the time of day": "It closed at 5 o'clock.",
    "a mark alone between spaces": "He said ' and left.",
    "a closing mark alone": "The pier is safe,” she said.",
    "a mark never closed in the middle of a paragraph": "She said “it began.\n\nThen she left.",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [text[s.start : s.end] for s in found] == expected
    assert all(s.closed for s in found)


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find(text) == ()


OPEN = {
    "at the start of the last paragraph": ("“It began in March.", "“It began in March."),
    "at the start of a paragraph, never reopened": ("“It began.\n\nThen she left.", "“It began."),
    "before another opening mark": ("She said “one and he said “two” again.", "“one and he said "),
}


@pytest.mark.parametrize(("text", "expected"), OPEN.values(), ids=OPEN)
def test_a_quotation_without_its_closing_mark_stays_open(text: str, expected: str) -> None:
    first = find(text)[0]
    assert text[first.start : first.end] == expected
    assert not first.closed


def test_single_tells_the_marks_apart() -> None:
    assert [s.single for s in find("“One,” she said. ‘Two,’ he said.")] == [False, True]


def test_stretches_never_overlap() -> None:
    text = "“One ‘two” three’ \"four 'five” six' «seven “eight» nine” ‘ten “eleven’ twelve”"
    assert all(a.end <= b.start for a, b in pairwise(find(text)))


def test_a_stray_apostrophe_far_back_opens_nothing() -> None:
    text = "'Neath the pier " + "the tide went out and came in again and " * 50 + "nobody saw it', she said."
    assert find(text) == ()
