"""Who said what, arranged for reading: quotes by speaker, the words to show, the doubt. What every output shares."""

import re
from collections import Counter

import msgspec

from reader.analysis.doubt import Doubt, doubt
from reader.model import Actor, Analysis, Article, KeyPoint, Quote, Span
from reader.text.safe import one_line

# The reader's own mark.
CHECKED = "✓"
UNKNOWN_SPEAKER = "Speaker not known"
# Of "2026-03-14T09:30:00+01:00" the reader wants the day.
DATE_LENGTH = len("2026-03-14")
# A role that began a sentence begins with one of these.
_ARTICLES = ("The", "A", "An")
# What stands before and behind a name, by how doubtful it is.
_HEDGES: dict[Doubt, tuple[str, str]] = {"sure": ("", ""), "doubted": ("", "\u00a0?"), "perhaps": ("perhaps ", "")}
# No sentence opens with a word all in small letters; "iPhone" and "al-Qaida" are not.
_INSIDE = re.compile(r"[a-z]+\b(?![-’'])")


class Voice(msgspec.Struct, frozen=True):
    """A speaker and what they said; `actor` is None where it is not known who spoke.

    `perhaps` is true of the quotes of which it is no fact that they are theirs.
    """

    actor: Actor | None
    quotes: tuple[Quote, ...]
    perhaps: bool = False

    @property
    def name(self) -> str:
        """Who speaks, as a heading: "Ada Moss", "Perhaps Ada Moss"."""
        if self.actor is None:
            return UNKNOWN_SPEAKER
        return f"Perhaps {self.actor.name}" if self.perhaps else self.actor.name


class Presence(msgspec.Struct, frozen=True):
    """An actor, and how often they speak and are mentioned."""

    actor: Actor
    quotes: int
    mentions: int


def voices(analysis: Analysis) -> tuple[Voice, ...]:
    """Gather the quotes by speaker, in order of their first quote; then what may be theirs, then those of nobody."""
    actors = {actor.id: actor for actor in analysis.actors}
    said: dict[tuple[bool, str], list[Quote]] = {}
    unclaimed = []
    for quote in analysis.quotes:
        if quote.speaker in actors:
            said.setdefault((doubt(quote) == "perhaps", quote.speaker), []).append(quote)
        else:
            unclaimed.append(quote)
    known = sorted(said.items(), key=lambda found: found[0][0])
    found = [Voice(actors[speaker], tuple(quotes), perhaps) for (perhaps, speaker), quotes in known]
    if unclaimed:
        found.append(Voice(None, tuple(unclaimed)))
    return tuple(found)


def words(quote: Quote) -> str:
    """What a quote is shown by.

    denied that the pier was lost; [said] The pier is lost; “It is lost,” … “all of it.”
    """
    wording = quote.wording
    if wording is None:
        return quote.text
    joined = " … ".join(part.text for part in wording.parts)
    return f"[{wording.lead}] {joined}" if wording.lead else joined


def hedged(name: str, risk: Doubt) -> str:
    """A speaker's name with the doubt of it: "Ada Moss", "Ada Moss ?", "perhaps Ada Moss"."""
    before, behind = _HEDGES[risk]
    return f"{before}{name}{behind}"


def is_verbatim(quote: Quote) -> bool:
    """Whether what is shown are a person's own words, to the letter."""
    return quote.wording.verbatim if quote.wording else quote.kind == "direct"


def extent(quote: Quote) -> Span:
    """Where what is shown of a quote stands in the article."""
    parts: tuple[Span, ...] = quote.wording.parts if quote.wording and quote.wording.parts else (quote,)
    return Span(parts[0].start, parts[-1].end)


def place(article: Article, quote: Quote) -> int | None:
    """The number of the paragraph a quote begins in, counted from 1 without headings; None in a text without blocks."""
    number = 0
    for block in article.blocks:
        number += block.kind != "heading"
        if block.start <= quote.start < block.end:
            return number
    return None


def remark(article: Article, quote: Quote) -> str:
    """What a note says of a quote besides its words: "¶ 4", "¶ 4, speaker uncertain (.78)"; empty where nothing."""
    number = place(article, quote)
    uncertain = f"speaker uncertain ({quote.confidence:.2f})".replace("(0", "(") if doubt(quote) != "sure" else ""
    return ", ".join(filter(None, (f"¶ {number}" if number else "", uncertain, readers_mark(quote))))


def presences(analysis: Analysis) -> tuple[Presence, ...]:
    """Count what each actor says and how often they are mentioned, most quoted first, then most mentioned.

    A quote whose speaker is doubtful counts for nobody.
    """
    said = quotes_per_speaker(analysis)
    found = [Presence(actor, said[actor.id], len(actor.mentions)) for actor in analysis.actors]
    return tuple(sorted(found, key=lambda presence: (-presence.quotes, -presence.mentions)))


def quotes_per_speaker(analysis: Analysis) -> Counter[str]:
    """How many quotes are surely each actor's, by actor id."""
    return Counter(quote.speaker for quote in analysis.quotes if quote.speaker and doubt(quote) == "sure")


def tally(presence: Presence) -> str:
    """Word the counts: "2 quotes, 1 mention"."""
    return f"{counted(presence.quotes, 'quote')}, {counted(presence.mentions, 'mention')}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 quote", "2 quotes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def point_text(point: KeyPoint) -> str:
    """A key point as it is shown, with the name for the pronoun left off: "[Ada Moss] called for a meeting.".

    One whose "But" was left off shows that it begins inside its sentence: "… in May, three of the ferries stopped.".
    """
    if point.antecedent:
        return f"[{point.antecedent}] {point.text}"
    return f"… {point.text}" if _INSIDE.match(point.text) else point.text


def decided(quote: Quote) -> str:
    """What the reader made of a quote: "checked" where it was right, "corrected", or ""."""
    if not quote.corrections:
        return ""
    return "checked" if quote.corrections == ("right",) else "corrected"


def readers_mark(quote: Quote) -> str:
    """The reader's mark at a quote in a note: "✓ corrected by the reader"; "" where they decided nothing."""
    return f"{CHECKED} {words} by the reader" if (words := decided(quote)) else ""


def headline(article: Article) -> str:
    """The headline, or "Untitled" where there is nothing to show of one."""
    title = article.headline or ""
    return title if one_line(title) else "Untitled"


def imprint(article: Article) -> str:
    """Say who wrote and published an article, and when: "By Mara Lind · Harbour Post · 2026-03-14"."""
    by = f"By {', '.join(article.byline)}" if article.byline else ""
    day = (article.published or "")[:DATE_LENGTH]
    return " · ".join(part for part in (by, article.agency, article.publisher, day) if part)


def paragraphs(text: str) -> tuple[str, ...]:
    """Part a text at its line breaks: a quote may run on over paragraphs."""
    return tuple(part for part in re.split(r"[\n\r\u2028\u2029]+", text) if part.strip())


def introduced(actor: Actor) -> str:
    """An actor with its role behind its name: "Ada Moss, the chair of the union", where the text has "The chair"."""
    role = actor.role or ""
    first, _, rest = role.partition(" ")
    if first in _ARTICLES:
        role = f"{first.lower()} {rest}"
    return f"{actor.name}, {role}" if role else actor.name
