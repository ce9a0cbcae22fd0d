"""How the articles of one story differ: whom each of them quotes, which words and which numbers disagree. Pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec.structs import replace

from reader.analysis.doubt import doubt
from reader.linking import people, profiles
from reader.linking.likeness import WordsSaid, likeness
from reader.model import Actor, Figure, Quote
from reader.model.people import Profile
from reader.model.stories import Comparison, FiguresApart, Heard, QuotesApart, Source, Telling
from reader.summarize.wording import stop_words

# No story is compared further: of more articles the rest is a copy of these, and each is compared with each.
_MOST_ARTICLES = 24
_MOST_QUOTES = 40
_MOST_FIGURES = 40
# Two numbers of one unit are of one thing that share so many telling words among those near them, and this part of the
# fewer. By whole sentences, six pairs in seven of the labelled stories were of two things that happen to one person.
_NEAR = 60
_SHARED_WORDS = 2
_SHARED_PART = 0.5
# "About 40 percent" and "39 percent" are the same number, one of them rounded.
_ROUNDED = 0.06

Whose = Callable[[str, Actor], str]


def compare(tellings: Sequence[Telling], whose: Whose) -> Comparison:
    """Lay the articles of a story side by side.

    Args:
        tellings: the articles, in the order to show them; more than two dozen are left out.
        whose: gives the id of the profile of an article's actor, by the article's id.
    """
    tellings = tellings[:_MOST_ARTICLES]
    heard = {telling.article: tuple(_heard(telling, whose)) for telling in tellings}
    quoted = {telling.article: _quoted(telling) for telling in tellings}
    sources = tuple(
        Source(
            telling.article,
            tuple(_marked(telling, person, heard, quoted) for person in heard[telling.article]),
        )
        for telling in tellings
    )
    quotes = tuple(apart for one, other in combinations(heard.items(), 2) for apart in _quotes_apart(one, other))
    figures = tuple(apart for one, other in combinations(tellings, 2) for apart in _figures_apart(one, other))
    return Comparison(sources, quotes, figures)


def _marked(
    telling: Telling, person: Heard, heard: Mapping[str, Sequence[Heard]], quoted: Mapping[str, Mapping[str, Profile]]
) -> Heard:
    """A person with whether no other article quotes them, nor anybody who may be they, however doubtful."""
    speakers = {quote.speaker for quote in person.quotes}
    own = [profile for actor, profile in quoted[telling.article].items() if actor in speakers]
    others = [article for article in heard if article != telling.article]
    elsewhere = any(
        any(each.who == person.who for each in heard[article])
        or any(people.may_be_one(one, other) for one in own for other in quoted[article].values())
        for article in others
    )
    return replace(person, only=bool(others) and not elsewhere)


def _quoted(telling: Telling) -> dict[str, Profile]:
    """Whom an article quotes, for sure or not, by the actor's id."""
    speakers = {quote.speaker for quote in telling.analysis.quotes}
    seen = profiles.sightings(telling.analysis)
    return {each.actor: profiles.profile(each, 0) for each in seen if each.actor in speakers}


def _heard(telling: Telling, whose: Whose) -> Iterator[Heard]:
    """The named whom an article quotes for sure: of the others nobody can say that they are quoted elsewhere, too."""
    actors = {actor.id: actor for actor in telling.analysis.actors if actor.named}
    said: dict[str, list[Quote]] = defaultdict(list)
    for quote in telling.analysis.quotes:
        if quote.speaker in actors and doubt(quote) == "sure":
            said[quote.speaker].append(quote)
    heard: dict[str, Heard] = {}
    for speaker, quotes in said.items():
        who = whose(telling.article, actors[speaker])
        before = heard[who].quotes if who in heard else ()
        heard[who] = Heard(who, actors[speaker].name, (*before, *quotes))
    yield from heard.values()


def _quotes_apart(one: tuple[str, Sequence[Heard]], other: tuple[str, Sequence[Heard]]) -> Iterator[QuotesApart]:
    """Words of one person that two articles give differently, of those that neither gives as the other does."""
    theirs = {person.who: person for person in other[1]}
    for person in one[1]:
        if person.who not in theirs:
            continue
        own = [(quote, WordsSaid(quote.text)) for quote in person.quotes[:_MOST_QUOTES]]
        others = [(quote, WordsSaid(quote.text)) for quote in theirs[person.who].quotes[:_MOST_QUOTES]]
        found = [(a, b, likeness(a[1], b[1])) for a, b in product(own, others)]
        same = {id(side[0]) for *pair, like in found if like == "same" for side in pair}
        for a, b, like in found:
            if like == "differs" and not {id(a[0]), id(b[0])} & same:
                yield QuotesApart(person.who, person.name, (one[0], a[0]), (other[0], b[0]))


def _figures_apart(one: Telling, other: Telling) -> Iterator[FiguresApart]:
    """Numbers of one thing that two articles give differently; what either gives as the other does is left alone."""
    for a, b in product(_telling_figures(one), _telling_figures(other)):
        if a.unit != b.unit or _is_same(a, b):
            continue
        agreed = any(_is_same(a, each) for each in other.analysis.figures if each.unit == a.unit)
        agreed = agreed or any(_is_same(b, each) for each in one.analysis.figures if each.unit == b.unit)
        if not agreed and _of_one_thing(_telling_words(one, a), _telling_words(other, b)):
            yield FiguresApart((one.article, a), (other.article, b))


def _telling_figures(telling: Telling) -> Sequence[Figure]:
    """The numbers that are alone of their unit in their sentence: of two, neither can be told from the other."""
    figures = [figure for figure in telling.analysis.figures if figure.unit]
    alone = Counter((figure.sentence.start, figure.unit) for figure in figures)
    return [figure for figure in figures if alone[figure.sentence.start, figure.unit] == 1][:_MOST_FIGURES]


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two numbers are one: the same, or one of them worded as a rounded one."""
    if one.value == other.value:
        return True
    rounded = any(figure.text[:1].isalpha() for figure in (one, other))
    return rounded and abs(one.value - other.value) <= _ROUNDED * max(abs(one.value), abs(other.value))


def _telling_words(telling: Telling, figure: Figure) -> frozenset[str]:
    """The words near a number, inside its sentence, without the number itself and its unit."""
    text, sentence = telling.content.text, figure.sentence
    near = text[max(sentence.start, figure.start - _NEAR) : figure.start] + " "
    near += text[figure.end : min(sentence.end, figure.end + _NEAR)]
    small = stop_words(telling.content.language or "en")
    return frozenset(word for word in WordsSaid(near).words if not word[0].isdigit() and word not in small)


def _of_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _SHARED_WORDS and shared >= _SHARED_PART * min(len(one), len(other))
