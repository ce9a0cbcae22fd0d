"""The story at a glance in words: who, where, when, and who is quoted. What the screen and every note share."""

from typing import NamedTuple

from reader.model import Analysis, Article
from reader.render.attribution import introduced
from reader.render.calendar import worded
from reader.text.safe import one_line


def lines(article: Article, analysis: Analysis) -> tuple[str, ...]:
    """Word the glance in four lines at most; those with nothing to say are left out.

    "Who: Ada Moss, chair of the Ferry Crews’ Union; the council", "Where: PORT ELLERY", "When: 14 March 2026",
    "Sources: 2 named, 1 unnamed; 42% of the text is attributed".
    """
    glance = analysis.glance
    actors = {actor.id: actor for actor in analysis.actors}
    central = [actors[who] for who in glance.who if who in actors]
    said = (
        ("Who", "; ".join(introduced(actor) for actor in central)),
        ("Where", glance.where or article.dateline or ""),
        ("When", worded(glance.when or article.published or "")),
        ("Sources", _sources(glance.named_sources, glance.unnamed_sources, glance.attributed)),
    )
    return tuple(f"{label}: {words}" for label, wording in said if (words := one_line(wording)))


class Brief(NamedTuple):
    """The glance for one line: the names of who it is about, the first the most, and what else there is to say."""

    names: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def brief(article: Article, analysis: Analysis) -> Brief:
    """Word the glance for one line under a headline: "Ada Moss", "the council"; "3 sources, 1 unnamed".

    Where and when are left out where the article has a dateline and a date: they stand beside the headline then.
    """
    glance = analysis.glance
    names = {actor.id: one_line(actor.name) for actor in analysis.actors}
    sources = glance.named_sources + glance.unnamed_sources
    counted = f"{sources} source{'' if sources == 1 else 's'}" if sources else ""
    if glance.unnamed_sources:
        counted += f", {glance.unnamed_sources} unnamed"
    facts = (
        "" if article.dateline else glance.where or "",
        "" if article.published else worded(glance.when or ""),
        counted,
        f"{glance.attributed:.0%} attributed" if sources else "",
    )
    return Brief(
        tuple(names[who] for who in glance.who if who in names),
        tuple(fact for each in facts if (fact := one_line(each))),
    )


def _sources(named: int, unnamed: int, attributed: float) -> str:
    counted = ", ".join(f"{number} {kind}" for number, kind in ((named, "named"), (unnamed, "unnamed")) if number)
    return f"{counted}; {attributed:.0%} of the text is attributed" if counted else ""
