"""Dates, figures, places and the picture, arranged for reading. What every output shares."""

from collections.abc import Iterable

import msgspec

from reader.model import Analysis, Article, Event, Figure, Span
from reader.render.calendar import worded
from reader.text.safe import one_line


class Fact(msgspec.Struct, frozen=True):
    """What is to be seen first, in bold where there is bold, and the sentence it is from."""

    key: str
    text: str


def timeline(analysis: Analysis) -> tuple[Fact, ...]:
    """The dated sentences in order of time, each once: "14 March 2026 · 2031", and the sentence."""
    events = analysis.timeline
    return tuple(Fact(dates(events[at] for at in group), events[group[0]].text) for group in event_sentences(analysis))


def dates(events: Iterable[Event]) -> str:
    """The dates of one sentence as a newspaper prints them: "14 March 2026 · 2031"."""
    return _BETWEEN.join(dict.fromkeys(one_line(worded(event.date)) for event in events))


def figures(article: Article, analysis: Analysis) -> tuple[Fact, ...]:
    """The figures, those of one sentence together: "$742 million · 8 percent", and the sentence."""
    found = analysis.figures
    return tuple(
        Fact(numbers(found[at] for at in group), _sentence(article, found[group[0]]))
        for group in figure_sentences(analysis)
    )


def numbers(figures: Iterable[Figure]) -> str:
    """The figures of one sentence as it words them: "$742 million · 8 percent"."""
    return _BETWEEN.join(one_line(figure.text) for figure in figures)


def _sentence(article: Article, figure: Figure) -> str:
    return article.text[figure.sentence.start : figure.sentence.end]


_BETWEEN = " · "


def event_sentences(analysis: Analysis) -> tuple[tuple[int, ...], ...]:
    """The places of the events of each sentence, so that none is shown twice; in order of the first of each."""
    return _together(analysis.timeline)


def figure_sentences(analysis: Analysis) -> tuple[tuple[int, ...], ...]:
    """The places of the figures of each sentence, in order of the text."""
    return _together(figure.sentence for figure in analysis.figures)


def _together(sentences: Iterable[Span]) -> tuple[tuple[int, ...], ...]:
    places: dict[tuple[int, int], list[int]] = {}
    for place, sentence in enumerate(sentences):
        places.setdefault((sentence.start, sentence.end), []).append(place)
    return tuple(tuple(group) for group in places.values())


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
