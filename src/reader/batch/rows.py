"""A reading as rows of three tables: articles, quotes, actors. The columns are told once, with their types. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from reader.analysis.doubt import Doubt, doubt
from reader.model import Actor, ActorKind, Article, Quote, QuoteKind, Reading
from reader.render import attribution
from reader.render.addresses import web_address
from reader.text.safe import encodable

# Of "2026-03-14T09:30:00+01:00" the first is the day.
_DAY = slice(0, attribution.DATE_LENGTH)


class KeyPoint(msgspec.Struct, frozen=True):
    """A sentence that carries the story, and where it stands in the text."""

    text: Annotated[str, Meta(description="The sentence, with who is meant by its pronoun in brackets.")]
    start: Annotated[int, Meta(description="Offset of its first code point in articles.text.")]
    end: Annotated[int, Meta(description="Offset after its last code point in articles.text.")]


class ArticleRow(msgspec.Struct, frozen=True):
    """A row of `articles`."""

    id: Annotated[str, Meta(description="The address, or sha256: and the digest of the content. Unique.")]
    source: Annotated[str, Meta(description="Where it was read: an address, a file, a file with a line.")]
    url: Annotated[str | None, Meta(description="The address the page names as its own, else where it was found.")]
    headline: Annotated[str | None, Meta(description="The headline, without the name of the site.")]
    standfirst: Annotated[str | None, Meta(description="The summary printed under the headline.")]
    byline: Annotated[list[str], Meta(description="The people who wrote it, one name each.")]
    agency: Annotated[str | None, Meta(description="The news agency it came from.")]
    publisher: Annotated[str | None, Meta(description="Who published it.")]
    published: Annotated[date | None, Meta(description="The day it was published, as the page has it.")]
    published_at: Annotated[datetime | None, Meta(description="The moment, where the page gives time and zone.")]
    modified: Annotated[date | None, Meta(description="The day it was last changed, as the page has it.")]
    section: Annotated[str | None, Meta(description="The part of the paper it stands in.")]
    dateline: Annotated[str | None, Meta(description="Place it was filed from.")]
    language: Annotated[str | None, Meta(description="ISO 639-1 code of the language.")]
    text: Annotated[str, Meta(description="The body alone. Every offset points into it, in code points.")]
    key_points: Annotated[list[KeyPoint], Meta(description="The sentences that carry the story, in order.")]
    notices: Annotated[list[str], Meta(description="What to know of the text, in the program's own words.")]
    notes: Annotated[list[str], Meta(description="What could not be decided.")]


class QuoteRow(msgspec.Struct, frozen=True):
    """A row of `quotes`."""

    article: Annotated[str, Meta(description="articles.id")]
    id: Annotated[str, Meta(description="Names the quote within its article.")]
    published: Annotated[date | None, Meta(description="The day the article was published.")]
    kind: Annotated[QuoteKind, Meta(description="direct: all of it between marks; mixed: partly; indirect: none.")]
    words: Annotated[str, Meta(description="What to show as said; a part in brackets is not of the article.")]
    verbatim: Annotated[bool, Meta(description="true: words are a person's own, to the letter.")]
    act: Annotated[str, Meta(description="What is done by saying it: say, deny, accuse, promise.")]
    cue: Annotated[str | None, Meta(description="The word that gives it to somebody: said, according to.")]
    speaker: Annotated[str | None, Meta(description="actors.id of who said it; null: not known.")]
    name: Annotated[str | None, Meta(description="The speaker's name, or the description of an unnamed source.")]
    role: Annotated[str | None, Meta(description="The phrase that says who the speaker is.")]
    doubt: Annotated[Doubt, Meta(description="How surely it is the speaker's: only sure quotes count.")]
    confidence: Annotated[float, Meta(description="How sure the speaker is, 0 to 1.")]
    start: Annotated[int, Meta(description="Offset of the quote's first code point in articles.text.")]
    end: Annotated[int, Meta(description="Offset after its last code point in articles.text.")]
    denies: Annotated[str | None, Meta(description="quotes.id of the earlier quote it disputes.")]
    about: Annotated[list[str], Meta(description="actors.id of the others it speaks of.")]


class ActorRow(msgspec.Struct, frozen=True):
    """A row of `actors`."""

    article: Annotated[str, Meta(description="articles.id")]
    id: Annotated[str, Meta(description="Names the actor within its article.")]
    name: Annotated[str, Meta(description="The fullest form in the article; the description of an unnamed source.")]
    kind: Annotated[ActorKind, Meta(description="person, organization or place.")]
    role: Annotated[str | None, Meta(description="The phrase that says who it is.")]
    named: Annotated[bool, Meta(description="false for an unnamed source, such as a senior official.")]
    aliases: Annotated[list[str], Meta(description="The other forms of the name.")]
    mentions: Annotated[int, Meta(description="How often it is mentioned, pronouns included.")]
    quotes: Annotated[int, Meta(description="How many quotes are surely its own.")]


class Rows(msgspec.Struct, frozen=True):
    """All rows of one reading."""

    articles: tuple[ArticleRow, ...]
    quotes: tuple[QuoteRow, ...]
    actors: tuple[ActorRow, ...]


TABLES: dict[str, type[msgspec.Struct]] = {"articles": ArticleRow, "quotes": QuoteRow, "actors": ActorRow}


def rows(name: str, reading: Reading) -> Rows:
    """The rows of a reading, whose article has an id."""
    article, analysis = reading.article, reading.analysis
    actors = {actor.id: actor for actor in analysis.actors}
    said = attribution.quotes_per_speaker(analysis)
    found = Rows(
        (_article(name, reading),),
        tuple(_quote(name, article, quote, actors) for quote in analysis.quotes),
        tuple(
            ActorRow(
                name,
                each.id,
                each.name,
                each.kind,
                each.role,
                each.named,
                list(each.aliases),
                len(each.mentions),
                said[each.id],
            )
            for each in analysis.actors
        ),
    )
    return found


def _article(name: str, reading: Reading) -> ArticleRow:
    article = reading.article
    points = reading.analysis.key_points
    return ArticleRow(
        id=name,
        source=reading.source.given,
        url=web_address(reading),
        headline=article.headline,
        standfirst=article.standfirst,
        byline=list(article.byline),
        agency=article.agency,
        publisher=article.publisher,
        published=_day(article.published),
        published_at=_moment(article.published),
        modified=_day(article.modified),
        section=article.section,
        dateline=article.dateline,
        language=article.language,
        text=encodable(article.text),
        key_points=[KeyPoint(attribution.point_text(each), each.start, each.end) for each in points],
        notices=list(article.notices),
        notes=list(reading.analysis.notes),
    )


def _quote(name: str, article: Article, quote: Quote, actors: dict[str, Actor]) -> QuoteRow:
    speaker = actors.get(quote.speaker or "")
    return QuoteRow(
        article=name,
        id=quote.id,
        published=_day(article.published),
        kind=quote.kind,
        words=attribution.words(quote),
        verbatim=attribution.is_verbatim(quote),
        act=quote.speech_act,
        cue=quote.cue.text if quote.cue else None,
        speaker=quote.speaker,
        name=speaker.name if speaker else None,
        role=speaker.role if speaker else None,
        doubt=doubt(quote),
        confidence=quote.confidence,
        start=quote.start,
        end=quote.end,
        denies=quote.denies,
        about=list(quote.about),
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[_DAY])
    except ValueError:
        return None


def _moment(published: str | None) -> datetime | None:
    """The moment in UTC; None of a day alone, and of a time in no zone."""
    try:
        found = datetime.fromisoformat(published or "")
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None
