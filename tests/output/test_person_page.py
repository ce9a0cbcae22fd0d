"""The page of a person in every form: what it says, and that nothing in it is obeyed by whoever shows it."""

import csv
import json
from datetime import UTC, datetime

from markdown_it import MarkdownIt

from reader.linking.statements import page
from reader.model.library import Person, Role
from reader.model.people import PersonPage
from reader.render import person
from tests.unit.library_stories import said

PAGE = page(
    Person(7, "Orla Fenwick", "person", 3, 3),
    [Role("the harbour master", 2, datetime(2026, 3, 14, tzinfo=UTC), datetime(2026, 3, 16, tzinfo=UTC))],
    [
        said(1, "“The pier is not safe, and it must close,”"),
        said(
            2, "the pier is not safe", "2026-03-15", kind="indirect", publisher="Ellery Times", source="/tmp/times.html"
        ),
        said(3, "“We asked for money in May.”", "2026-03-16", publisher=None),
        said(4, "“Nobody asked us.”", "2026-03-16", doubt="doubted"),
    ],
    about=[("Ivo Brandt", 2)],
    quoted_by=[("Harbour Post", 2), ("Ellery Times", 1)],
)
NOTE = """\
# Orla Fenwick

- the harbour master (2 articles, 2026-03-14 – 2026-03-16)

**Speaks about:** Ivo Brandt (2)

**Quoted by:** Harbour Post (2), Ellery Times (1)

## 2026-03-16

> “We asked for money in May.”

2026-03-16, [Ellery pier closed](https://harbourpost.example/pier)

## 2026-03-14

> “The pier is not safe, and it must close,”

Harbour Post, 2026-03-14, [Ellery pier closed](https://harbourpost.example/pier)
- also Ellery Times, 2026-03-15, Ellery pier closed: the pier is not safe

## Perhaps said by others

Who said these is not certain; they count for nobody.

> “Nobody asked us.”

Orla Fenwick\xa0?, Harbour Post, 2026-03-16, [Ellery pier closed](https://harbourpost.example/pier)
"""
EVIL = "\x1b[2J=cmd()\u202e <script>alert(1)</script> # [x](javascript:y)\n- *\ud800*"


def evil() -> PersonPage:
    role = Role(EVIL, 1, datetime(2026, 3, 14, tzinfo=UTC), datetime(2026, 3, 14, tzinfo=UTC))
    quote = said(1, EVIL, headline=EVIL, publisher=EVIL, source="javascript:alert(1)")
    doubted = said(2, EVIL, headline=EVIL, source="https://e.example/a)(b\n[x", doubt="perhaps")
    return page(Person(7, EVIL, "person"), [role], [quote, doubted], about=[(EVIL, 1)], quoted_by=[(EVIL, 1)])


def test_the_note() -> None:
    assert person.to_markdown(PAGE) == NOTE


def test_lines() -> None:
    assert person.to_text(PAGE).splitlines() == [
        "2026-03-16 Orla Fenwick: “We asked for money in May.” (Ellery pier closed)",
        "2026-03-14 Orla Fenwick: “The pier is not safe, and it must close,” (Harbour Post, 1 more)",
        "2026-03-16 Orla Fenwick\xa0?: “Nobody asked us.” (Harbour Post)",
    ]


def test_rows_are_wordings_numbered_by_statement() -> None:
    lines = [json.loads(line) for line in person.to_json_lines(PAGE).splitlines()]
    assert [(line["statement"], line["publisher"], line["doubt"]) for line in lines] == [
        (1, None, "sure"),
        (2, "Harbour Post", "sure"),
        (2, "Ellery Times", "sure"),
        (3, "Harbour Post", "doubted"),
    ]
    table = list(csv.DictReader(person.to_csv(PAGE).splitlines()))
    assert tuple(table[0]) == person.COLUMNS
    assert [row["words"] for row in table] == [line["words"] for line in lines]


def test_nothing_in_it_is_obeyed() -> None:
    note, lines, rows = person.to_markdown(evil()), person.to_text(evil()), person.to_csv(evil())
    for written in (note, lines, rows, person.to_json_lines(evil())):
        assert not set("\x1b\u202e\ud800") & set(written)
    assert len(lines.splitlines()) == 2
    assert "\n=" not in rows
    assert ",=" not in rows
    tokens = [child for token in MarkdownIt().parse(note) for child in [token, *(token.children or ())]]
    assert not [token for token in tokens if token.type in ("html_inline", "html_block")]
    links = [token.attrGet("href") for token in tokens if token.type == "link_open"]
    assert links == ["https://e.example/a%29%28b%0A%5Bx"]
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
