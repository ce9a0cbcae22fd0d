"""The JSON Schema of a reading: a table for each object, its keys in the order they are written."""

from typing import Any

import msgspec

from reader.analysis.doubt import Doubt
from reader.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Block,
    BlockKind,
    Engine,
    Event,
    Excerpt,
    Figure,
    Glance,
    Image,
    KeyPoint,
    Likely,
    Link,
    Mention,
    MentionKind,
    Note,
    PageKind,
    Place,
    Quote,
    QuoteKind,
    Source,
    Span,
    Verdict,
    Wording,
)

VERSION = 2

_Object = dict[str, dict[str, Any]]


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _text_or_null(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description}


def _one_of(kinds: Any, description: str) -> dict[str, Any]:
    return {"enum": list(kinds.__args__), "description": description}


def _list(item: dict[str, Any] | type[msgspec.Struct], description: str) -> dict[str, Any]:
    items = item if isinstance(item, dict) else _is(item)
    return {"type": "array", "items": items, "description": description}


def _is(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{struct.__name__}"}


def _or_null(struct: type[msgspec.Struct], description: str) -> dict[str, Any]:
    return {"anyOf": [_is(struct), {"type": "null"}], "description": description}


def _number(description: str) -> dict[str, Any]:
    return {"type": "number", "description": description}


_OFFSETS: _Object = {
    "start": {"type": "integer", "minimum": 0, "description": "Offset of the first code point in article.text."},
    "end": {"type": "integer", "minimum": 0, "description": "Offset after the last code point in article.text."},
}
_EXCERPT: _Object = {**_OFFSETS, "text": _text("The words that stand there: article.text[start:end].")}

_OBJECTS: dict[type[msgspec.Struct], _Object] = {
    Source: {
        "given": _text("The source as it was given: a URL, a path, or - for standard input."),
        "kind": _one_of(PageKind, "What the source held."),
        "url": _text_or_null("Where the source led, after redirects."),
    },
    Article: {
        "headline": _text_or_null("The headline, without the name of the site."),
        "standfirst": _text_or_null("The summary printed under the headline."),
        "byline": _list({"type": "string"}, "The people who wrote it, one name each."),
        "agency": _text_or_null("The news agency it came from."),
        "publisher": _text_or_null("Who published it."),
        "published": _text_or_null(
            "ISO 8601: a date, or a date with time and zone, as the page gave it; else the day of its dateline."
        ),
        "modified": _text_or_null("ISO 8601: when it was last changed, as the page gave it."),
        "section": _text_or_null("The part of the paper it stands in."),
        "dateline": _text_or_null("Place it was filed from; it also stands at the head of the text."),
        "language": _text_or_null("ISO 639-1 code of the language."),
        "image": _or_null(Image, "The lead image."),
        "text": _text("The body alone, its blocks joined by blank lines. Every offset points into it."),
        "blocks": _list(Block, "The parts of the text, in order, none over another."),
        "links": _list(Link, "The links in the text, in order."),
        "corrections": _list(Span, "Where the text says what was corrected or changed."),
        "notices": _list({"type": "string"}, "What to know of the text, in the program's own words."),
        "url": _text_or_null(
            "The address the page names as its own, on the site it came from; else where it came from."
        ),
    },
    Image: {
        "url": _text_or_null("Where the image is."),
        "caption": _text_or_null("What it shows, without the credit."),
        "credit": _text_or_null("Who made it."),
        "alt": _text_or_null("What the page says is to be seen in it."),
    },
    Block: {
        "kind": _one_of(BlockKind, "What the block is."),
        **_OFFSETS,
        "level": {"type": ["integer", "null"], "description": "The level of a heading, 1 to 6."},
    },
    Link: {**_OFFSETS, "url": _text("Where it leads: http or https.")},
    Span: _OFFSETS,
    Excerpt: _EXCERPT,
    KeyPoint: {
        **_EXCERPT,
        "score": _number("Orders the points of one article; higher is better."),
        "antecedent": _text_or_null("The name to show in brackets before the text, for the pronoun left off."),
    },
    Mention: {
        **_EXCERPT,
        "kind": _one_of(MentionKind, "What stands there: a name, a pronoun, or a description (the envoy)."),
        "confidence": _number("How sure it is that this one is meant, 0 to 1; a name's is 1."),
    },
    Actor: {
        "id": _text("Names the actor within this document; made from the name, not from the order."),
        "name": _text("The fullest form in the article; the description of an unnamed source."),
        "kind": _one_of(ActorKind, "What the actor is."),
        "role": _text_or_null("The phrase that says who it is."),
        "aliases": _list({"type": "string"}, "The other forms of the name."),
        "mentions": _list(Mention, "Where the actor is mentioned, pronouns included, in order of the text."),
        "named": {"type": "boolean", "description": "false for an unnamed source, such as a senior official."},
    },
    Wording: {
        "parts": _list(Excerpt, "The words, in the order to show them."),
        "verbatim": {"type": "boolean", "description": "true: words between marks alone, to the letter."},
        "lead": _text("What to put before them in brackets, as not standing there; empty where nothing."),
    },
    Quote: {
        "id": _text("Names the quote within this document; made from its words, not from the order."),
        "kind": _one_of(QuoteKind, "direct: all of it between marks; mixed: partly; indirect: none."),
        **_EXCERPT,
        "cue": _or_null(Excerpt, "The word that gives it to somebody: said, according to."),
        "speech_act": _text("What is done by saying it: say, deny, accuse, promise."),
        "mention": _or_null(Mention, "The words that name who said it: he, the envoy."),
        "speaker": _text_or_null("The id of the actor who said it."),
        "confidence": _number("How sure the speaker is, 0 to 1."),
        "doubt": _one_of(Doubt, "What that risk is called: a quote that is not sure counts for nobody."),
        "about": _list({"type": "string"}, "Ids of the other actors it speaks of."),
        "denies": _text_or_null("Id of the earlier quote it disputes."),
        "wording": _or_null(Wording, "What to show as said: readable and true by itself; null: the text as it is."),
        "others": _list(Likely, "Who else may have said it, the likeliest first; empty where the rules alone decided."),
        "corrections": _list(_one_of(Verdict, "One decision."), "What the reader decided of it; empty but for those."),
    },
    Likely: {
        "actor": _text("The id of the actor."),
        "chance": _number("How likely it is, 0 to 1."),
    },
    Event: {
        "date": _text("ISO 8601, or as worded where it cannot be resolved."),
        **_EXCERPT,
        "when": {**_is(Excerpt), "description": "The wording of the date in the sentence."},
    },
    Figure: {
        "value": _number("The number."),
        "unit": _text("What it counts."),
        **_EXCERPT,
        "sentence": {**_is(Span), "description": "The sentence it stands in."},
    },
    Place: {
        "id": _text("That of the actor too, where the place speaks."),
        "name": _text("The fullest form in the article."),
        "mentions": _list(Mention, "Where it is mentioned, in order of the text."),
    },
    Glance: {
        "who": _list({"type": "string"}, "Ids of the most central actors, three at most."),
        "where": _text_or_null("The dateline."),
        "when": _text_or_null("The day of the news, ISO 8601."),
        "named_sources": {"type": "integer", "description": "How many named actors are quoted."},
        "unnamed_sources": {"type": "integer", "description": "How many unnamed actors are quoted."},
        "attributed": _number("The share of the text that is given to somebody, 0 to 1."),
    },
    Note: {
        "made": _text("When it was written: ISO 8601, in UTC."),
        "note": _text("What the reader wrote; empty where they only marked the words."),
        "words": _or_null(Excerpt, "The words it is to; null: to the whole article, or to words that are gone."),
        "gone": _text("The words it was to, where they stand in the article no more; else empty."),
    },
    Engine: {
        "rules": {"type": "integer", "description": "The number of the rules."},
        "tagger": _text("The version of what finds the words that are attributed; empty where nothing did."),
        "lexicon": _text("The version of the word lists."),
        "language_model": _text("The spaCy pipeline, with its version; empty where none was used."),
        "resolver": _text("The version of what tells who is meant; empty where nothing did."),
    },
    Analysis: {
        "sentences": _list(Span, "The sentences of the text, in order."),
        "key_points": _list(KeyPoint, "The sentences that carry the story, in order of the text."),
        "actors": _list(Actor, "The people, organisations and places that speak or are spoken of."),
        "quotes": _list(Quote, "What somebody is reported to have said, in order of the text."),
        "timeline": _list(Event, "The dated events: each with its sentence."),
        "figures": _list(Figure, "The numbers that carry the story."),
        "places": _list(Place, "The places of the story, the most central first."),
        "glance": {**_is(Glance), "description": "The story at a glance."},
        "notes": _list({"type": "string"}, "What could not be decided."),
        "engine": _or_null(Engine, "What made this analysis, to tell what is to be made anew."),
    },
}


def keys_of(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """The keys an object is written with, in order."""
    return tuple(next(_OBJECTS[kind] for kind in struct.__mro__ if kind in _OBJECTS))


def _object(properties: _Object) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": f"A reading, schema {VERSION}",
    "description": "One article, and who said what in it.",
    **_object(
        {
            "schema": {"const": VERSION, "description": "The version of this schema."},
            "source": {**_is(Source), "description": "Where the article came from."},
            "article": {**_is(Article), "description": "The clean article."},
            **_OBJECTS[Analysis],
            "noted": _list(Note, "What the reader wrote: to the article first, then in order of the text."),
        }
    ),
    "$defs": {struct.__name__: _object(keys) for struct, keys in _OBJECTS.items() if struct is not Analysis},
}
