"""The story at a glance in words: who, where, when, and who is quoted. What the screen and every note share."""

from reader.model import Analysis, Article
from reader.render.attribution import introduced
from reader.render.calendar import worded
from reader.render.untrusted import one_line


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


def _sources(named: int, unnamed: int, attributed: float) -> str:
    counted = ", ".join(f"{number} {kind}" for number, kind in ((named, "named"), (unnamed, "unnamed")) if number)
    return f"{counted}; {attributed:.0%} of the text is attributed" if counted else ""
