"""Posts that are set into an article, and who wrote them."""

from collections.abc import Callable

import pytest

from reader.analysis import discourse
from reader.analysis.attribution import quotes_of
from reader.analysis.quotes.tagger import TaggedSpan
from reader.model import Span
from reader.text.document import Document

Read = Callable[[str], Document]

BEFORE = "The council was asked about the pier on Monday."
SIGNED = "— Ada Moss (@adamoss) November 18, 2026"
POSTS = {
    "a post": ("They had nineteen years to mend it.", SIGNED, ["They had nineteen years to mend it."]),
    "with links": (
        "They had nineteen years. https://t.example/XPx pic.twitter.com/s96",
        SIGNED,
        ["They had nineteen years."],
    ),
    "with a title": ("They had nineteen years.", "— Mayor Ada Moss (@mayor) 18 Nov 2026", ["They had nineteen years."]),
    "between marks": ("“They had nineteen years.”", SIGNED, ["“They had nineteen years.”"]),
    "no more than a link": ("https://t.example/XPx", SIGNED, []),
    "a caption": ("Council statement", SIGNED, []),
    "no account": ("They had nineteen years.", "— Ada Moss (Harbor Party) November 18, 2026", []),
    "a sentence": ("They had nineteen years.", "Ada Moss (@adamoss) was the first to say so.", []),
}


@pytest.mark.parametrize(("post", "line", "expected"), POSTS.values(), ids=POSTS)
def test_posts(parsed: Read, post: str, line: str, expected: list[str]) -> None:
    document = parsed(f"{BEFORE}\n\n{post}\n\n{line}\n\nThe pier is closed.")
    found = quotes_of(discourse.read(document), ())
    assert [document.text[quote.start : quote.end] for quote in found] == expected
    assert all(quote.source is not None and quote.source.text == "Moss" for quote in found)


def test_what_a_post_tells_of_others_is_theirs(parsed: Read) -> None:
    text = f"{BEFORE}\n\nLind says the pier is safe to walk on.\n\n{SIGNED}"
    document = parsed(text)

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    tagged = TaggedSpan(place("the pier is safe to walk on"), place("says"), place("Lind"), 0.9, 0.9)
    found = quotes_of(discourse.read(document), [tagged])
    assert [(text[quote.start : quote.end], quote.source and quote.source.text) for quote in found] == [
        ("the pier is safe to walk on", "Lind")
    ]
