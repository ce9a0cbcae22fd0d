"""What Markdown would act on is shown as it is; what a template may and may not do."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from story import STORY

from reader.errors import SetupError
from reader.render.addresses import link_target
from reader.render.markdown import blockquote, escape, tag, to_markdown, wiki_link
from reader.text.safe import one_line


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


def test_a_template_writes_no_codes_of_its_own() -> None:
    template = "\x1b[2J{{ '\\x1b]0;x\\x07' }}\x9b31m\u202eyes\tno\r\n"
    assert to_markdown(STORY, template=template) == "[2J\\]0;x31myes\tno\n"


def test_values_are_never_template_source() -> None:
    assert to_markdown(STORY, template="{{ '{{ 7 * 7 }}' }}") == "{{ 7 \\* 7 }}\n"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        pytest.param("fine\n{% for %}", "line 2", id="syntax, with its line"),
        pytest.param("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe", id="a way out of the sandbox"),
        pytest.param("{% include '/etc/hostname' %}", "/etc/hostname", id="another file"),
        pytest.param("fine\n{{ article.text.nothing.more }}", "line 2", id="a name that is not there, with its line"),
        pytest.param("{{ article.__struct_fields__[0] }}", "unsafe", id="the inside of a value"),
        pytest.param("{{ headline.__init__.__globals__ }}", "unsafe", id="the inside of a function"),
        pytest.param("{{ range(10 ** 9) }}", "'**'", id="a power"),
        pytest.param("{{ 'a' * 1000000000 }}", "'*'", id="a repeated text"),
        pytest.param("{% for i in range(99999999) %}{% endfor %}", "10000 steps", id="an endless loop"),
        pytest.param("{% for i in range(10001) %}{% endfor %}", "10000 steps", id="a step too many"),
        pytest.param(
            "{% for i in range(1001) %}{{ long }}{% endfor %}".replace("long", f"'{'a' * 2000}'"),
            "2,000,000 characters",
            id="a note too long",
        ),
        pytest.param(
            "{% for i in range(9999) %}{% for j in range(9999) %}{{ headline }}{% endfor %}{% endfor %}",
            "characters",
            id="an endless note",
        ),
        pytest.param("{{ 'a' | center(1000000000) }}", "center", id="a filter that makes much of little"),
        pytest.param("{{ 1 / 0 }}", "division by zero", id="a division by zero"),
    ],
)
def test_wrong_template_is_an_error_that_says_what(template: str, said: str) -> None:
    with pytest.raises(SetupError) as caught:
        to_markdown(STORY, template=template, name="mine.j2")
    assert said in caught.value.message
    assert caught.value.message.startswith("mine.j2, line ")


def test_a_template_may_be_long_and_write_much() -> None:
    template = "{% for i in range(10000) %}{% endfor %}{% for i in range(999) %}{{ long }}{% endfor %}"
    assert len(to_markdown(STORY, template=template.replace("long", f"'{'a' * 2000}'"))) > 1_998_000


def test_a_block_of_the_default_note_can_be_replaced() -> None:
    note = to_markdown(STORY, template='{% extends "note.md.j2" %}{% block quotes %}NO QUOTES{% endblock %}')
    assert "NO QUOTES" in note
    assert "## Timeline" in note
    assert "## Who said what" not in note


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("Ada Moss", "[[Ada Moss]]"),
        ("A|d]]a [Moss] #1 ^x", "[[A d a Moss 1 x]]"),
        ("../../etc", "[[etc]]"),
        ("Ada\nMoss\x1b", "[[Ada Moss]]"),
        ("[[", "\\[\\["),
        ("A" * 101, f"[[{'A' * 100}]]"),
    ],
)
def test_wiki_links_hold_what_a_file_name_may(name: str, link: str) -> None:
    assert wiki_link(name) == link


@pytest.mark.parametrize(("words", "made"), [("Local News", "local-news"), ("#x [y]", "x-y"), ("2026", ""), ("", "")])
def test_tags(words: str, made: str) -> None:
    assert tag(words) == made
