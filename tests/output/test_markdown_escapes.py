"""What Markdown would act on is shown as it is; what a template may and may not do."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from story import STORY

from reader.errors import SetupError
from reader.render.markdown import blockquote, escape, to_markdown
from reader.render.untrusted import link_target, one_line


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("# Heading", r"\# Heading", id="heading"),
        pytest.param("- item", r"\- item", id="list item"),
        pytest.param("+ item", r"\+ item", id="list item with a plus"),
        pytest.param("12. May", r"12\. May", id="numbered item"),
        pytest.param("3) third", r"3\) third", id="numbered item with a bracket"),
        pytest.param("> quote", r"\> quote", id="block quote"),
        pytest.param("---", r"\---", id="rule"),
        pytest.param("===", r"\===", id="underline of a heading"),
        pytest.param("a *b* _c_ `d` ~e~", r"a \*b\* \_c\_ \`d\` \~e\~", id="emphasis and code"),
        pytest.param("[x](y)", r"\[x\](y)", id="link"),
        pytest.param("<b>", r"\<b>", id="tag"),
        pytest.param("&amp;", r"\&amp;", id="entity"),
        pytest.param("a\\", r"a\\", id="backslash at the end"),
        pytest.param("two\nlines\u2028or three", "two lines or three", id="line breaks"),
    ],
)
def test_escapes(text: str, written: str) -> None:
    assert escape(text) == written
    for opening in ("", "- ", "> ", "## "):
        parsed = MarkdownIt("commonmark").parse(opening + written)
        shown = ["".join(part.content for part in token.children or []) for token in parsed if token.type == "inline"]
        assert shown == [one_line(text)]


@pytest.mark.parametrize(
    "text",
    [
        "AT&T & Sons, 5 > 3",
        "2.50 crowns - or 3",
        "It cost $5 (about €4).",
        "“Nobody,” she said | 12:30",
        "well-known: 1.5 = 3/2",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert escape(text) == text


def test_block_quote_keeps_paragraphs_apart() -> None:
    assert blockquote("“One.\n\n“Two.”") == "> “One.\n>\n> “Two.”"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("https://a.example/b (1)", "https://a.example/b%20%281%29"),
        ("https://a.example/%C3%A9é", "https://a.example/%C3%A9%C3%A9"),
        ('https://a.example/<"x">', "https://a.example/%3C%22x%22%3E"),
        ("https://a.example/?a&copy;", "https://a.example/?a\\&copy;"),
    ],
)
def test_link_targets_are_encoded_once(url: str, target: str) -> None:
    assert link_target(url) == target


def test_template_replaces_the_note_and_escapes_by_itself() -> None:
    template = "{{ headline }} ({{ saved }})\n{% for voice in voices %}\n* {{ voice.actor.name }}\n{% endfor %}"
    assert to_markdown(STORY, saved=date(2026, 11, 23), template=template).split("\n")[:2] == [
        "Harbour talks stall over \\#1 ferry levy: “no \\*meeting\\*, no ferries” (2026-11-23)",
        "* Ada Moss",
    ]


def test_values_are_never_template_source() -> None:
    assert to_markdown(STORY, template="{{ '{{ 7 * 7 }}' }}") == "{{ 7 \\* 7 }}\n"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        pytest.param("fine\n{% for %}", "line 2", id="syntax, with its line"),
        pytest.param("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe", id="a way out of the sandbox"),
        pytest.param("{% include '/etc/hostname' %}", "/etc/hostname", id="another file"),
    ],
)
def test_wrong_template_is_an_error_that_says_what(template: str, said: str) -> None:
    with pytest.raises(SetupError) as caught:
        to_markdown(STORY, template=template)
    assert said in caught.value.message
