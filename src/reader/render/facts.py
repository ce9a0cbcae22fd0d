"""Dates, figures, places and the picture, arranged for reading. What every output shares."""

import msgspec

from reader.model import Analysis, Article
from reader.render.calendar import worded
from reader.render.untrusted import one_line


class Fact(msgspec.Struct, frozen=True):
    """What is to be seen first, in bold where there is bold, and the sentence it is from."""

    key: str
    text: str


def timeline(analysis: Analysis) -> tuple[Fact, ...]:
    """The dated events in order of time: "14 March 2026", and the sentence."""
    return tuple(Fact(worded(event.date), event.text) for event in analysis.timeline)


def figures(article: Article, analysis: Analysis) -> tuple[Fact, ...]:
    """The figures, those of one sentence together: "$742 million · 8 percent", and the sentence."""
    said: dict[tuple[int, int], list[str]] = {}
    for figure in analysis.figures:
        said.setdefault((figure.sentence.start, figure.sentence.end), []).append(one_line(figure.text))
    return tuple(Fact(" · ".join(figures), article.text[start:end]) for (start, end), figures in said.items())


def places(analysis: Analysis) -> str:
    """The places in one line, with how often each is named: "Port Ellery (3), Vardholm"."""
    counted = ((one_line(place.name), len(place.mentions)) for place in analysis.places)
    return ", ".join(f"{name} ({times})" if times > 1 else name for name, times in counted if name)


def picture(article: Article) -> str:
    """What the lead image shows and whose it is: "Ferries at dusk. Ada Holm / Harbour Post (shows: two ferries)"."""
    image = article.image
    if image is None:
        return ""
    caption, credit, alt = (one_line(words or "") for words in (image.caption, image.credit, image.alt))
    shows = f"(shows: {alt})" if alt and caption and alt != caption else ""
    return " ".join(filter(None, (caption or alt, credit, shows)))


def corrections(article: Article) -> tuple[str, ...]:
    """What the article says was corrected, in its own words."""
    return tuple(article.text[span.start : span.end] for span in article.corrections)
