"""The page of a person: what they are called, who may be the same one, what they said by days, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reader.model.library import Person, Role, Said
from reader.model.people import PersonPage, Statement
from reader.render.attribution import DATE_LENGTH, counted, hedged
from reader.text.safe import on_one_line
from reader.ui.rows import Paragraph, Words, shortened
from reader.ui.rows.pages import Shown, Whom, dim, joined, tallied

# So many of each are listed: the rest were named once.
_MOST_ROLES = 6
_MOST_NAMES = 8
# Where a quote stands is set in from the quote.
_INDENT = 2
_BY_NAME_ALONE = "by the name alone"


def person_shown(page: PersonPage) -> Shown:
    """A person's page."""
    person = page.person
    shown = Shown(person.name)
    shown.head(person.name, _counts(person, page))
    for role in page.roles[:_MOST_ROLES]:
        shown.note(_role(role))
    told = {"speaks about": page.about, "quoted by": page.quoted_by, "written by": page.written_by}
    shown.note(*(names for label, found in told.items() for names in _named(label, found)))
    if page.suggestions:
        shown.section("May be the same", "= they are one, % they are not")
        for suggestion in page.suggestions:
            other = suggestion.other if suggestion.one.id == person.id else suggestion.one
            shown.item(suggestion, _name(other), *dim(joined(_tally(other), suggestion.why), _INDENT))
    for day, statements in groupby(page.statements, key=lambda each: each.first.date().isoformat()):
        shown.section(day)
        for statement in statements:
            _statement(shown, statement)
    if page.doubtful:
        shown.section("Perhaps said by others", "Who said these is not certain; they count for nobody.")
        for said in page.doubtful:
            shown.item(said, _words(said), *dim(joined(hedged(person.name, said.doubt), _place(said)), _INDENT))
    if not page.statements and not page.doubtful:
        shown.gap()
        shown.note("No quotes of theirs are known.")
    return shown


def people_shown(people: Iterable[Person]) -> Shown:
    """The people of the library, most quoted first."""
    shown = Shown("People")
    shown.head("People")
    shown.gap()
    for person in people:
        shown.item(Whom(person.id), _name(person), *dim(_tally(person), _INDENT))
    if not shown.items:
        shown.note("Nobody is quoted in what was read so far.")
    return shown


def _counts(person: Person, page: PersonPage) -> str:
    doubtful = f"{len(page.doubtful)} doubtful" if page.doubtful else ""
    return joined(person.kind, _tally(person), doubtful)


def _tally(person: Person) -> str:
    return joined(counted(person.quotes, "quote"), counted(person.articles, "article"))


def _role(role: Role) -> str:
    first, last = role.first.date().isoformat(), role.last.date().isoformat()
    return joined(role.role, counted(role.articles, "article"), first if first == last else f"{first} – {last}")


def _named(label: str, found: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    names = tallied(found, _MOST_NAMES)
    return (f"{label}  {names}",) if names else ()


def _name(person: Person) -> Paragraph:
    return Paragraph((Words(on_one_line(person.name), ("text", "name")),))


def _statement(shown: Shown, statement: Statement) -> None:
    """The fullest wording, and under it where the others stand, with their words where these are others."""
    first, *others = statement.wordings
    shown.item(first, _words(first), *dim(_place(first), _INDENT))
    for said in others:
        wording = () if said.words == first.words else (Words(f": {shortened(said.words)}"),)
        where = Words(on_one_line(f"also {_place(said)}"), ("dim",))
        shown.item(said, Paragraph((where, *wording), _INDENT))


def _words(said: Said) -> Paragraph:
    """The words, and the cue that gives them, which a report has among its words."""
    cue = f"  {on_one_line(said.cue)}" if said.cue and said.kind == "direct" else ""
    return Paragraph((Words(shortened(said.words)), Words(cue, ("dim",))) if cue else (Words(shortened(said.words)),))


def _place(said: Said) -> str:
    """Where it stands: "Harbour Post · 2026-03-14 · ¶ 4 · Harbour talks stall"."""
    day = (said.published or said.moment.isoformat())[:DATE_LENGTH]
    paragraph = f"¶ {said.paragraph}" if said.paragraph else ""
    thin = _BY_NAME_ALONE if said.is_thin else ""
    return joined(said.publisher, day, paragraph, said.headline, thin)
