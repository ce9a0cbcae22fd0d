"""Articles by the thousand, made of a seed: words as frequent as in a language, people quoted as in the news."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from reader.model import (
    Actor,
    Analysis,
    Article,
    Block,
    Engine,
    Event,
    Excerpt,
    Figure,
    KeyPoint,
    Mention,
    Place,
    Quote,
    Reading,
    Source,
    Span,
    Wording,
)

# A daily paper's vocabulary in a few years, and those it quotes.
WORDS, PEOPLE = 50_000, 20_000
QUOTES, ACTORS = 10, 8
FIRST_DAY = datetime(2024, 1, 1, tzinfo=UTC)
_SYLLABLES = [c + v + e for c in "bdfghklmnprst" for v in "aeiou" for e in ("", "n", "r", "s")]


class Generator:
    """The same articles for the same seed.

    Args:
        seed: of all chance in it.
        words: in one article.
    """

    def __init__(self, seed: int = 1, words: int = 600) -> None:
        self._chance = random.Random(seed)
        self._length = words
        self.vocabulary = list(dict.fromkeys(self._word(rank) for rank in range(WORDS * 2)))[:WORDS]
        # Zipf: the word of rank n as often as 1 / n.
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self.vocabulary))))
        self.people = [f"{self._name()} {self._name()}{self._name().lower()}" for _ in range(PEOPLE)]
        # Flatter, so that the most quoted person has 5,000 of a million quotes.
        self._fame = list(accumulate(1 / (rank + 20) for rank in range(PEOPLE)))

    def reading(self, number: int) -> Reading:
        """An article with what would be found in it; each number has an address and a minute of its own."""
        words = self._chance.choices(self.vocabulary, cum_weights=self._weights, k=self._length)
        cast = list(dict.fromkeys(self._chance.choices(self.people, cum_weights=self._fame, k=ACTORS)))
        sentences = [self._sentence(words[at : at + 20], cast) for at in range(0, len(words), 20)]
        blocks, spans, at = [], [], 0
        for first in range(0, len(sentences), 3):
            block = at
            for sentence in sentences[first : first + 3]:
                spans.append(Span(at, at + len(sentence)))
                at += len(sentence) + 1
            blocks.append(Block("paragraph", block, at - 1))
            at += 1
        text = "\n\n".join(" ".join(sentences[first : first + 3]) for first in range(0, len(sentences), 3))
        address = f"https://paper{number % 300}.example/{number}/{words[0]}-{words[1]}"
        published = FIRST_DAY + timedelta(minutes=10 * number)
        article = Article(
            text,
            tuple(blocks),
            headline=" ".join(words[:9]).capitalize(),
            byline=(self.people[number % 500],),
            publisher=f"Paper {number % 300}",
            published=published.isoformat(),
            language="en",
            url=address,
        )
        return Reading(Source(address, "html", address), article, self._analysis(text, spans, cast))

    def readings(self, first: int, count: int) -> Iterator[Reading]:
        """So many articles, in order of their minutes."""
        return (self.reading(number) for number in range(first, first + count))

    def _analysis(self, text: str, spans: list[Span], cast: list[str]) -> Analysis:
        ids = {name: name.lower().replace(" ", "-") for name in cast}
        said = spans[1 : 1 + QUOTES * 2 : 2][:QUOTES]
        quotes = tuple(self._quote(number, text, span, cast, ids) for number, span in enumerate(said))

        def excerpt(span: Span) -> tuple[int, int, str]:
            return span.start, span.end, text[span.start : span.end]

        mentions = [Mention(*excerpt(Span(span.start, span.start + 12))) for span in spans]
        actors = tuple(
            Actor(
                ids[name],
                name,
                "person",
                f"the head of the {name[:4]} union",
                (name.split()[-1],),
                tuple(mentions[n::8]),
            )
            for n, name in enumerate(cast)
        )
        return Analysis(
            tuple(spans),
            tuple(KeyPoint(*excerpt(span), score=1.5) for span in spans[:5]),
            actors,
            quotes,
            tuple(Event(*excerpt(span), date="2026-03-14", when=Excerpt(*excerpt(span))) for span in spans[5:7]),
            tuple(
                Figure(*excerpt(Span(s.start, s.start + 9)), value=7.0, unit="boats", sentence=s) for s in spans[7:11]
            ),
            tuple(Place(name.lower(), name, tuple(mentions[:2])) for name in ("Pier", "Levy")),
            engine=Engine(4, "1.1", "a", "model 3.8", "1"),
        )

    def _quote(self, number: int, text: str, span: Span, cast: list[str], ids: dict[str, str]) -> Quote:
        """A sentence in which the first five letters name who says the rest."""
        name, behind = self._chance.choice(cast), span.start + 5
        words = Excerpt(behind + 1, span.end, text[behind + 1 : span.end])
        return Quote(
            span.start,
            span.end,
            text[span.start : span.end],
            id=f"q{number}{span.start}",
            kind=self._chance.choice(("direct", "mixed", "indirect")),
            cue=Excerpt(span.start, behind, text[span.start : behind]),
            mention=Mention(span.start, behind, text[span.start : behind], kind="nominal"),
            speaker=ids[name],
            confidence=self._chance.choice((0.99, 0.97, 0.9, 0.9, 0.7, 0.5)),
            about=(ids[self._chance.choice(cast)],),
            wording=Wording((words,), verbatim=True),
        )

    def _sentence(self, words: list[str], cast: list[str]) -> str:
        return f"{self._chance.choice(cast)} {' '.join(words)}."

    def _word(self, rank: int) -> str:
        return "".join(
            self._chance.choices(_SYLLABLES, k=1 + (rank > 40) + (rank > 3_000) + (self._chance.random() < 0.3))
        )

    def _name(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=2)).capitalize()
