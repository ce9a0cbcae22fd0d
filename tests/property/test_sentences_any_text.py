"""On any text: sentences are in order, apart, inside the text, and hold every character that is not white space."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.sentences import split

PIECES = st.sampled_from(
    [
        ". ",
        "... ",
        "… ",
        "? ",
        "! ",
        '" ',
        "” ",
        " “",
        "’ ",
        " ‘",
        "\n",
        "\n\n",
        "\r\n",
        "U.S.",
        "Mr. ",
        "Jan. 3",
        "J. ",
        "The ",
        "al-",
        "3.5",
        "(",
        ") ",
        "—",
        "said ",
        "Harbour ",
        "\u2028",
        "\xa0",
        " . . . ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80))))
def test_any_text(text: str, edges: list[tuple[int, int]]) -> None:
    sentences = split(text, [Span(*sorted(pair)) for pair in edges])
    assert all(s.start < s.end <= len(text) for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    held = "".join(text[s.start : s.end] for s in sentences)
    assert [c for c in held if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in sentences)
