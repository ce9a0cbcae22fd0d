"""The page of one person: what they are called and what they said, as Markdown, lines, JSON Lines or a table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from reader.analysis.doubt import Doubt
from reader.model.library import Said
from reader.model.people import PersonPage, Statement
from reader.render import table
from reader.render.addresses import link_target, safe_address
from reader.render.attribution import DATE_LENGTH, counted, hedged
from reader.render.markdown import blockquote, escape
from reader.text.safe import one_line

# So many of each are listed: the rest were named once.
_MOST_ROLES = 8
_MOST_OTHERS = 12


class WordingRow(msgspec.Struct, frozen=True):
    """One wording of one statement: which statement it is, in order of the page, its words, and where they stand."""

    statement: int
    day: str
    words: str
    doubt: Doubt
    kind: str
    cue: str | None
    speaker: str
    role: str | None
    publisher: str | None
    headline: str
    source: str


COLUMNS = WordingRow.__struct_fields__


def rows(page: PersonPage) -> Iterator[WordingRow]:
    """Every wording, statement by statement; then what is doubtful, each a statement of its own."""
    every = [*(statement.wordings for statement in page.statements), *((said,) for said in page.doubtful)]
    for number, wordings in enumerate(every, start=1):
        for said in wordings:
            yield WordingRow(
                statement=number,
                day=_day(said),
                words=said.words,
                doubt=said.doubt,
                kind=said.kind,
                cue=said.cue,
                speaker=page.person.name,
                role=said.role,
                publisher=said.publisher,
                headline=said.headline,
                source=said.source,
            )


def to_json_lines(page: PersonPage) -> str:
    """One wording a line, its keys those of `COLUMNS`."""
    return table.to_json_lines(rows(page))


def to_csv(page: PersonPage) -> str:
    """One wording a row, below the names of the columns."""
    return table.to_csv(rows(page), columns=COLUMNS)


def to_text(page: PersonPage) -> str:
    """One statement a line, by its fullest wording: "2026-03-14 Orla Fenwick: “It is safe” (Harbour Post, 2 more)"."""
    lines = [_line(page, statement.wordings) for statement in page.statements]
    lines += [_line(page, (said,)) for said in page.doubtful]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _line(page: PersonPage, wordings: Sequence[Said]) -> str:
    first = wordings[0]
    more = f"{len(wordings) - 1} more" if len(wordings) > 1 else ""
    where = ", ".join(filter(None, (first.publisher or first.headline, more)))
    return f"{_day(first)} {hedged(page.person.name, first.doubt)}: {first.words}" + (f" ({where})" if where else "")


def to_markdown(page: PersonPage, notes: Mapping[int, str] | None = None) -> str:
    """A note on a person: roles with their days, statements day by day with all their wordings, then the doubtful.

    `notes` are relative paths of articles' notes, by the articles' ids, which are linked to in place of the articles.
    """
    return "\n".join(_note(page, notes or {})).strip("\n") + "\n"


def _note(page: PersonPage, notes: Mapping[int, str]) -> Iterator[str]:
    yield f"# {escape(page.person.name)}"
    yield ""
    for role in page.roles[:_MOST_ROLES]:
        first, last = role.first.date().isoformat(), role.last.date().isoformat()
        when = first if first == last else f"{first} – {last}"
        yield f"- {escape(role.role)} ({counted(role.articles, 'article')}, {when})"
    yield from _people("Speaks about", page.about)
    yield from _people("Quoted by", page.quoted_by)
    for day, statements in groupby(page.statements, key=lambda statement: statement.first.date().isoformat()):
        yield from ("", f"## {day}")
        for statement in statements:
            yield from _statement(statement, notes)
    if page.doubtful:
        yield from ("", "## Perhaps said by others", "", "Who said these is not certain; they count for nobody.")
        for said in page.doubtful:
            yield from ("", blockquote(said.words), "", _place(said, notes, hedged(page.person.name, said.doubt)))


def _statement(statement: Statement, notes: Mapping[int, str]) -> Iterator[str]:
    first, *others = statement.wordings
    yield from ("", blockquote(first.words), "", _place(first, notes))
    for said in others:
        also = f"- also {_place(said, notes)}"
        yield f"{also}: {escape(said.words)}" if said.words != first.words else also


def _place(said: Said, notes: Mapping[int, str], who: str = "") -> str:
    """Where it stands: who, publisher, day, and the headline as a link where its article has a note or an address."""
    address = notes.get(said.article) or safe_address(said.source)
    headline = escape(said.headline)
    linked = f"[{headline}]({link_target(address)})" if address else headline
    return ", ".join(filter(None, (escape(who), escape(said.publisher or ""), _day(said), linked)))


def _people(label: str, found: Sequence[tuple[str, int]]) -> Iterator[str]:
    if found:
        listed = ", ".join(f"{escape(name)} ({number})" for name, number in found[:_MOST_OTHERS])
        yield from ("", f"**{label}:** {listed}")


def _day(said: Said) -> str:
    return (said.published or said.moment.isoformat())[:DATE_LENGTH]
