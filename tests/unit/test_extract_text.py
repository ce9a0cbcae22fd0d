import textwrap

import pytest

from reader.errors import ExtractError
from reader.extract import to_article
from reader.model import Article, Page, PageKind, Source

LEDE = (
    "BRINDLE, Harwell County — The ferry between Brindle and Harwell did not sail on Monday, the port authority said, "
    "as waves broke over the quay and the wind rose."
)
SECOND = "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone since five."
THIRD = "Some 400 commuters took the long way round by bus, and a school closed because its teachers were late."
CAPTION = "The ferry Gull waits at Brindle on Monday. (AP Photo/Jo Field)"
DUMP = [
    CAPTION,
    CAPTION,
    "Ferry stays in port as storm closes harbour",
    "By Li Wen / Associated Press",
    LEDE,
    SECOND,
    SECOND,
    THIRD,
    "Talk to us",
    "> Give us your news tips.",
    "More in Local News",
    "Ariel Gray, 4, was last seen in May. (Photo provided by Harwell Police)",
    "How to help the family of Ariel Gray",
    "Support local journalism",
]


def read(text: str | bytes, kind: PageKind = "text") -> Article:
    return to_article(Page(Source("test", kind), text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n".join(DUMP), id="blank lines"),
        pytest.param("\n".join(DUMP), id="a paragraph a line"),
        pytest.param("\r\n\r\n".join(DUMP), id="windows line ends"),
        pytest.param("\n\n".join("  " + line + " " for line in DUMP), id="spaces around"),
    ],
)
def test_a_dump_is_cut_to_its_article(text: str) -> None:
    article = read(text)
    assert article.text == "\n\n".join([LEDE, SECOND, THIRD])
    assert article.headline == "Ferry stays in port as storm closes harbour"
    assert article.byline == ("Li Wen",)
    assert article.agency == "Associated Press"
    assert article.dateline == "BRINDLE, Harwell County"
    assert article.image is not None
    assert (article.image.caption, article.image.credit) == (
        "The ferry Gull waits at Brindle on Monday.",
        "AP Photo/Jo Field",
    )
    assert [article.text[block.start : block.end] for block in article.blocks] == [LEDE, SECOND, THIRD]


@pytest.mark.parametrize("width", [45, 72, 102, 118, 132])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    article = read("\n\n".join(textwrap.fill(text, width) for text in [LEDE, SECOND, THIRD]))
    assert article.text == "\n\n".join([LEDE, SECOND, THIRD])


def test_a_text_without_headline_keeps_its_first_sentence() -> None:
    article = read(f"{LEDE}\n\n{SECOND}\n\n{THIRD}")
    assert article.headline is None
    assert article.text.startswith("BRINDLE, Harwell County — The ferry")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Von Mara Lindqvist", ("Mara Lindqvist",)),
        ("Von Mara Lindqvist und Jonas Achterberg", ("Mara Lindqvist", "Jonas Achterberg")),
        ("Par Élise Morvan", ("Élise Morvan",)),
        ("Von der Küste weht ein kalter Wind", ()),
        ("Par temps de pluie, le bac reste à quai", ()),
    ],
)
def test_a_byline_of_another_language_is_names_and_nothing_else(line: str, people: tuple[str, ...]) -> None:
    article = read(f"Hafen bleibt geschlossen\n\n{line}\n\n{LEDE}\n\n{SECOND}\n\n{THIRD}")
    assert article.byline == people
    assert article.text.startswith("BRINDLE") is bool(people)


def test_a_tail_needs_an_article_before_it() -> None:
    article = read(f"Subscribe\n\n{LEDE}\n\n{SECOND}\n\n{THIRD}")
    assert article.text.startswith("BRINDLE")
    assert article.text.endswith("late.")


def test_hidden_characters_do_not_come_through() -> None:
    article = read(f"{LEDE}\x1b[2J\u202e\n\n{SECOND}\u200b\n\n{THIRD}")
    assert not set(article.text) & set("\x1b\u202e\u200b")


@pytest.mark.parametrize("text", ["Ferry", "\x00\x01", "....", "\u200b\u200b"])
def test_too_little_is_an_error(text: str) -> None:
    with pytest.raises(ExtractError):
        read(text)


MARKDOWN = f"""---
title: "Ferry stays *in port*"
author: [Ada Moss, Li Wen]
date: 2026-03-04
url: https://harbourpost.example/ferry
tags:
  - sea
---

# Ferry stays *in port*

{LEDE.replace("ferry", "[ferry](https://a.example/x)")} ![Gull](gull.jpg)

## What is **known**

- no ferry
- buses
  - two lines

1. wait
2. read

> “Nobody will cross today,”
> said Ada Moss.
>
> “Nobody.”

| Day | Ferries |
|-----|---------|
| Mon | 0 |

```
ferry = None
```

<script>alert(1)</script>
"""


def test_markdown_becomes_blocks_without_marks() -> None:
    article = read(MARKDOWN, "markdown")
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("paragraph", LEDE),
        ("heading", "What is known"),
        ("list", "• no ferry\n• buses\n• two lines"),
        ("list", "1. wait\n2. read"),
        ("quote", "“Nobody will cross today,” said Ada Moss."),
        ("quote", "“Nobody.”"),
        ("table", "Day | Ferries\nMon | 0"),
        ("code", "ferry = None"),
    ]
    assert article.byline == ("Ada Moss", "Li Wen")
    assert article.published == "2026-03-04"
    assert article.url == "https://harbourpost.example/ferry"
    assert article.dateline == "BRINDLE, Harwell County"


def test_markdown_without_front_matter_takes_the_first_heading() -> None:
    article = read(f"# Ferry stays\n\nBy Ada Moss\n\n{LEDE}", "markdown")
    assert (article.headline, article.byline, article.text) == ("Ferry stays", ("Ada Moss",), LEDE)


@pytest.mark.parametrize("matter", ["title: [", "title:", ": : :", "title: 'x", "a:\n- b\n- c"])
def test_broken_front_matter_does_no_harm(matter: str) -> None:
    assert read(f"---\n{matter}\n---\n{LEDE}", "markdown").text == LEDE
