"""The story at a glance: who, where, when, how much is attributed. From what was found; holds no rule about text."""

from collections import Counter
from datetime import date

from reader.analysis.doubt import doubt
from reader.lexicon.newsrooms import NEWSROOMS
from reader.model import Actor, Analysis, Article, Glance

# More are no glance.
_MOST_ACTORS = 3
# What it counts, in mentions, for who the story is about: to be quoted once, to be in the headline, in the lede.
_QUOTED, _HEADLINED, _LED = 2, 3, 3
# A place is an actor where it speaks as a government; one that is quoted but once is more often a setting.
_PLACE_SPEAKS = 2
_DAY_LENGTH = len("2026-03-14")


def glance(article: Article, analysis: Analysis, day: date | None = None) -> Glance:
    """Sum up an analysed article; a quote whose speaker is doubtful counts for nobody.

    Args:
        article: the article.
        analysis: what was found in it.
        day: of the story; that of publication without it, else that of the first date in the lede.
    """
    sure = [quote for quote in analysis.quotes if doubt(quote) == "sure"]
    speakers = {quote.speaker for quote in sure}
    sources = [actor.named for actor in analysis.actors if actor.id in speakers]
    given = sum(quote.end - quote.start for quote in sure if quote.speaker)
    return Glance(
        who=_who(article, analysis),
        where=article.dateline,
        when=day.isoformat() if day else _when(article, analysis),
        named_sources=sources.count(True),
        unnamed_sources=sources.count(False),
        attributed=round(given / max(1, len(article.text)), 3),
    )


def _who(article: Article, analysis: Analysis) -> tuple[str, ...]:
    """The named actors that the story is most about: mentioned and quoted often, named early; not who reports it."""
    quotes = Counter(quote.speaker for quote in analysis.quotes if doubt(quote) == "sure")
    headline = (article.headline or "").casefold()
    lede = _lede(article)

    def headlined(actor: Actor) -> bool:
        return any(form and form.casefold() in headline for form in (actor.name, *actor.aliases))

    def weight(actor: Actor) -> int:
        led = bool(actor.mentions) and actor.mentions[0].start < lede
        return len(actor.mentions) + _QUOTED * quotes[actor.id] + _HEADLINED * headlined(actor) + _LED * led

    def acts(actor: Actor) -> bool:
        reports = actor.name in (article.agency, article.publisher) or actor.name.casefold() in NEWSROOMS
        setting = actor.kind == "place" and quotes[actor.id] < _PLACE_SPEAKS
        # What is neither quoted nor introduced may be a product, a planet or a heading taken for an organisation.
        thing = actor.kind == "organization" and not (quotes[actor.id] or actor.role or headlined(actor))
        filed = actor.name.casefold() == (article.dateline or "").casefold()
        return actor.named and not (setting or thing or filed) and (headlined(actor) or not reports)

    central = sorted(filter(acts, analysis.actors), key=weight, reverse=True)
    return tuple(actor.id for actor in central[:_MOST_ACTORS])


def _lede(article: Article) -> int:
    """Where the first paragraph ends."""
    return article.blocks[0].end if article.blocks else len(article.text.partition("\n")[0])


def _when(article: Article, analysis: Analysis) -> str | None:
    published = (article.published or "")[:_DAY_LENGTH]
    led = (event for event in analysis.timeline if event.when.start < _lede(article))
    first = min(led, key=lambda event: event.when.start, default=None)
    return next((day for day in (published, first.date if first else "") if _is_day(day)), None)


def _is_day(iso: str) -> bool:
    try:
        return len(iso) == _DAY_LENGTH and bool(date.fromisoformat(iso))
    except ValueError:
        return False
