"""Articles as text: dumps of text browsers, copies of reading views, front matter."""

import textwrap

import pytest

from reader.extract import to_article
from reader.extract.formats import dumps, sniff
from reader.model import Article, Page, PageKind, Source

LEDE = (
    "BRINDLE, Harwell County — The ferry between Brindle and Harwell did not sail on Monday, the port authority said, "
    "as waves broke over the quay and the wind rose."
)
SECOND = "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone since five."
THIRD = "Some 400 commuters took the long way round by bus, and a school closed because its teachers were late."
TEXT = "\n\n".join([LEDE, SECOND, THIRD])


def read(text: str, kind: PageKind = "text") -> Article:
    return to_article(Page(Source("test", kind), text.encode()))


def wrapped(text: str) -> str:
    return textwrap.fill(text, 72, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)


NUMBERED = LEDE.replace("port authority", "[4]port authority").replace("Monday", "[5]Monday")
LYNX = f"""   #[1]alternate [2]Harbour Post feed

   (BUTTON) Menu

     * [3]World
     * [6]Business and sea
     * [7]Weather

   [logo.png]

   Ferry stays in port as storm closes harbour

   By Li Wen

{wrapped(NUMBERED)}

{wrapped(SECOND)}

{wrapped(THIRD)}

References

   Visible links:
   1. https://harbourpost.example/feed
   2. https://harbourpost.example/feed2
   3. https://harbourpost.example/world
"""


def test_a_dump_of_lynx_is_an_article() -> None:
    article = read(LYNX)
    assert article.text == TEXT
    assert article.headline == "Ferry stays in port as storm closes harbour"
    assert article.byline == ("Li Wen",)
    assert article.dateline == "BRINDLE, Harwell County"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The report [1] names three builders [2], and [3]the mayor.", id="footnotes of a text"),
        pytest.param("References\n\n1. A. Moss, Ferries, 1998.\n2. L. Wen, Piers, 2001.", id="a list of books"),
        pytest.param("* Tea\n* Milk\n* Bread\n\nThat is all.", id="a list"),
        pytest.param("She wrote (BUTTON) on it.", id="a button spoken of"),
        pytest.param("# A heading\n\nText.", id="a heading"),
    ],
)
def test_what_is_no_dump_is_left_alone(text: str) -> None:
    assert dumps.plain(text) == text


READING_VIEWS = {
    "with site, writer and minutes": ("harbourpost.example", "Ferry stays in port", "Ada Moss", "3-4 minutes"),
    "without a writer": ("harbourpost.example", "Ferry stays in port", "4 minutes"),
    "minutes as a label": ("Ferry stays in port", "Ada Moss", "4 min read"),
}


@pytest.mark.parametrize("head", READING_VIEWS.values(), ids=READING_VIEWS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_copy_of_a_reading_view_is_read(head: tuple[str, ...], gap: str) -> None:
    article = read(gap.join([*head, LEDE, SECOND, THIRD]))
    assert article.text == TEXT
    assert article.headline == "Ferry stays in port"
    assert article.byline == (("Ada Moss",) if "Ada Moss" in head else ())


def test_items_of_a_wrapped_list_stay_apart() -> None:
    items = (
        "* The pier of Brindle is closed until the storm is over.",
        "* The pier of Harwell stays open for small boats.",
    )
    article = read("\n\n".join([wrapped(LEDE), wrapped(SECOND), "\n".join(items), wrapped(THIRD)]))
    assert article.text.split("\n\n")[2:4] == list(items)


MATTER = {
    "yaml": "---\ntitle: Ferry stays in port\nauthor: Ada Moss\ndate: 2026-03-02\nlang: en\n---\n",
    "toml": '+++\ntitle = "Ferry stays in port"\nauthor = "Ada Moss"\ndate = 2026-03-02\n+++\n',
    "windows lines": "---\r\ntitle: 'Ferry stays in port'\r\nauthor:\r\n  - Ada Moss\r\ndate: 2026-03-02\r\n---\r\n",
}


@pytest.mark.parametrize("matter", MATTER.values(), ids=MATTER)
def test_front_matter_is_read(matter: str) -> None:
    article = read(matter + TEXT, "markdown")
    assert article.text == TEXT
    assert article.headline == "Ferry stays in port"
    assert article.byline == ("Ada Moss",)
    assert article.published == "2026-03-02"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(MATTER["yaml"] + TEXT, "markdown", id="front matter"),
        pytest.param(MATTER["windows lines"] + TEXT, "markdown", id="front matter with windows lines"),
        pytest.param("---\n\nA rule above a text.\n\n---\n", "text", id="rules"),
        pytest.param("Title: a text\n---\nwith a rule", "text", id="a colon"),
    ],
)
def test_front_matter_makes_a_text_markdown(content: str, kind: str) -> None:
    assert sniff.kind_of(content.encode()) == kind


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b'{"a": [1, 2]}', "data (JSON)", id="an object"),
        pytest.param(b'[{"a": 1}]\n', "data (JSON)", id="a list"),
        pytest.param(b"bplist00\xd1\x01", "a web archive of Safari", id="web archive"),
        pytest.param(b"[1] The report names three builders [2]", None, id="a text with brackets"),
        pytest.param(b"{The ferry} did not sail.}", None, id="a text with braces"),
    ],
)
def test_data_is_told_from_text(content: bytes, name: str | None) -> None:
    assert sniff.binary_name(content) == name
