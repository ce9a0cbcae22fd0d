"""The page of a story: its articles, whom each quotes and who is quoted there alone, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.model import Figure, Quote
from reader.model.library import Listed
from reader.model.stories import Heard, Telling
from reader.render.attribution import counted, words
from reader.text.safe import on_one_line
from reader.ui.rows import Paragraph, Words, around, shortened
from reader.ui.rows.pages import PageRows, Spot, dim, imprint, joined, tallied

if TYPE_CHECKING:
    from reader.library.pages import StoryPage

_INDENT = 2
_MOST_NAMES = 12


def story_shown(page: StoryPage) -> PageRows:
    """A story's page."""
    shown = PageRows(page.story.headline)
    shown.head(page.story.headline, counted(len(page.articles), "article"))
    articles = {str(each.id): each for each in page.articles}
    for source in page.comparison.sources:
        _source(shown, articles[source.article], source.heard)
    if page.comparison.quotes:
        shown.section("Quotes that differ", "One person's words, as two articles give them.")
        for number, apart in enumerate(page.comparison.quotes):
            if number:
                shown.gap()
            for article, quote in (apart.one, apart.other):
                shown.item(_at(article, quote), _words(quote), *dim(_from(articles[article], apart.name), _INDENT))
    if page.comparison.figures:
        shown.section("Figures that differ", "Of one thing, as far as their sentences tell.")
        tellings = {telling.article: telling for telling in page.tellings}
        for number, figures in enumerate(page.comparison.figures):
            if number:
                shown.gap()
            for article, figure in (figures.one, figures.other):
                _figure(shown, articles[article], tellings, figure)
    return shown


def _source(shown: PageRows, article: Listed, heard: Sequence[Heard]) -> None:
    """One article: whom it quotes, and the words of those whom no other quotes."""
    shown.gap()
    told = tallied(((person.name, len(person.quotes)) for person in heard), _MOST_NAMES)
    shown.item(
        Spot(article.id),
        Paragraph((Words(on_one_line(article.headline), ("text", "name")),)),
        *dim(imprint(article), _INDENT),
        *dim(f"quotes  {told}" if told else "quotes nobody by name", _INDENT),
    )
    for person in heard:
        if person.only:
            first = person.quotes[0]
            only = Words(f"only here  {on_one_line(person.name)}: ", ("accent",))
            shown.item(
                _at(str(article.id), first), Paragraph((only, Words(shortened(words(first)), ("text",))), _INDENT)
            )


def _figure(shown: PageRows, article: Listed, tellings: Mapping[str, Telling], figure: Figure) -> None:
    text = tellings[str(article.id)].content.text
    sentence = Paragraph(tuple(around(text, figure.sentence, [figure], ("text",), ("text", "mention"))))
    shown.item(Spot(article.id, figure.start, figure.end), sentence, *dim(imprint(article), _INDENT))


def _words(quote: Quote) -> Paragraph:
    return Paragraph((Words(shortened(words(quote))),))


def _from(article: Listed, name: str) -> str:
    return joined(name, imprint(article))


def _at(article: str, quote: Quote) -> Spot:
    return Spot(int(article), quote.start, quote.end)
