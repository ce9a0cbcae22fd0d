"""A reading as plain text: no markup, nothing a terminal would obey, no line broken inside a paragraph."""

from collections.abc import Iterable, Mapping

from reader.model import Actor, Article, Note, Quote, Reading
from reader.render import attribution, facts, glance, noted
from reader.render.addresses import web_address
from reader.text.safe import one_line


def to_plain(reading: Reading) -> str:
    """Write a reading as plain text: what it is, the glance, key points, who said what, the facts, the source.

    A part with nothing to say is left out.
    """
    article, analysis = reading.article, reading.analysis
    head = (attribution.headline(article), article.standfirst or "", attribution.imprint(article))
    points = (one_line(attribution.point_text(point)) for point in analysis.key_points)
    own = noted.arranged(analysis.quotes, reading.noted)
    said = (_voice(article, voice, own.at_quotes) for voice in attribution.voices(analysis))
    presences = attribution.presences(analysis)
    picture = facts.picture(article)
    parts = [
        _lines(map(one_line, head)),
        _lines(map(one_line, (*article.notices, *analysis.notes))),
        _lines(glance.lines(article, analysis)),
        _part("NOTED", _lines(map(_written, own.apart))),
        _part("KEY POINTS", _lines(f"{number}. {point}" for number, point in enumerate(points, 1))),
        _part(
            "WHO SAID WHAT",
            "\n\n".join(said),
        ),
        _part("TIMELINE", _facts(facts.timeline(analysis))),
        _part("FIGURES", _facts(facts.figures(article, analysis))),
        _part("ACTORS", _lines(f"{_named(found.actor)} ({attribution.tally(found)})" for found in presences)),
        _part("PLACES", facts.places(analysis)),
        _part("CORRECTIONS", _lines(map(one_line, facts.corrections(article)))),
        f"Picture: {picture}" if picture else "",
        source_line(web_address(reading) or reading.source.given),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(title: str, content: str) -> str:
    return f"{title}\n\n{content}" if content else ""


def _facts(found: Iterable[facts.Fact]) -> str:
    return _lines(f"{one_line(fact.key)}: {one_line(fact.text)}" for fact in found)


def source_line(origin: str) -> str:
    """The last line, which says where the article came from; `notes` knows an article's note by it."""
    return f"Source: {one_line(origin)}"


def _voice(article: Article, voice: attribution.Voice, own: Mapping[str, Note]) -> str:
    """A speaker, and under it each quote, its paragraphs set in, where it stands, how sure it is, what is noted."""
    role = (voice.actor.role or "") if voice.actor else ""
    name = ", ".join(filter(None, (one_line(voice.name), one_line(role))))
    return "\n\n".join([name, *(_quote(article, quote, own.get(quote.id)) for quote in voice.quotes)])


def _quote(article: Article, quote: Quote, own: Note | None) -> str:
    lines = [f"    {one_line(paragraph)}" for paragraph in attribution.paragraphs(attribution.words(quote))]
    remark = attribution.remark(article, quote)
    written = f"    {one_line(noted.line(own))}" if own else ""
    return _lines([*lines, f"    ({remark})" if remark else "", written])


def _written(note: Note) -> str:
    words, gone = noted.about(note), " (not in the article any more)" if note.gone else ""
    return one_line(f"{noted.line(note)} — to “{words}”{gone}" if words else noted.line(note))


def _named(actor: Actor) -> str:
    return ", ".join(filter(None, (one_line(actor.name), one_line(actor.role or ""))))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line.strip())
