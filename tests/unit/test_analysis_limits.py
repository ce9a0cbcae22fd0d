"""Every limit and weight of the analysis, by what lies just inside it and just outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reader.analysis import attribution, calibration, discourse
from reader.analysis.denials import Gist
from reader.analysis.glance import glance
from reader.analysis.quotes import candidates, reported_speech, spans, transcripts
from reader.analysis.quotes.quotation_marks import QuotedSpan, quoted_spans
from reader.analysis.relations import quote_about, related
from reader.analysis.resolution.coreference import antecedents
from reader.analysis.resolution.history import History, Turn
from reader.analysis.resolution.possible import Possible, possible
from reader.analysis.resolution.rules import score
from reader.model import Actor, Analysis, Article, Excerpt, Mention, Quote, Span
from reader.text.document import Document

Read = Callable[[str], Document]
Holds = Callable[[Read, int], bool]

FILLER = "The ferry was late. "


def actor(who: str, name: str, *at: int, kind: str = "person") -> Actor:
    found = tuple(Mention(start, start + len(name), name) for start in at)
    return Actor(who, name, kind, mentions=found)  # type: ignore[arg-type]


def quote(start: int, end: int, speaker: str, cue: int = 0) -> Quote:
    said, given_by = "x" * (end - start), Excerpt(cue, cue + 1, "x")
    return Quote(start, end, said, f"q{start}", "direct", speaker=speaker, cue=given_by, confidence=1.0)


def read(text: str, parsed: Read) -> discourse.Discourse:
    return discourse.read(parsed(text))


def said_by(text: str, parsed: Read) -> list[str | None]:
    found = attribution.find(parsed(text))
    named = {who.id: who.name for who in found.actors}
    return [named.get(each.speaker or "") for each in found.quotes]


# Relations and the glance.


def denies(back: int, claim: Gist, denial: Gist) -> bool:
    """Whether the denial by Moss answers what Vale said of Moss so many quotes before it."""
    quotes = [quote(0, 9, "vale"), *(quote(n * 10, n * 10 + 9, "moss") for n in range(1, back + 1))]
    told = [claim, *[Gist("say")] * (back - 1), denial]
    return related(quotes, [actor("moss", "Moss", 2)], told)[-1].denies == "q0"


def denies_what_it_repeats(_: Read, back: int) -> bool:
    content = frozenset(("sell", "quay"))
    return denies(back, Gist("say", content), Gist("deny", content))


def denies_in_other_words(_: Read, back: int) -> bool:
    return denies(back, Gist("accuse"), Gist("deny"))


def repeats_too_few_words(_: Read, left_out: int) -> bool:
    shared = ("sell", "quay", "boat")[left_out:]
    return not denies(1, Gist("say", frozenset(("sell", "quay", "boat"))), Gist("deny", frozenset(shared)))


def repeats_enough(_: Read, others: int) -> bool:
    """Whether two words repeated are enough beside so many others."""
    content = ("sell", "quay", *(f"other{n}" for n in range(others)))
    return denies(1, Gist("say", frozenset(("sell", "quay"))), Gist("deny", frozenset(content)))


def judges(_: Read, between: int) -> bool:
    """Whether the words of judgement are about whom the cue names so far before the marks."""
    return quote_about(quote(between + 1, between + 9, "moss"), [actor("vale", "Vale", 3)], judging=True) == ("vale",)


def who(actors: Sequence[Actor], quotes: Sequence[Quote] = (), headline: str | None = None) -> tuple[str, ...]:
    article = Article("word " * 90 + "\n" + "word " * 90, headline=headline)
    return glance(article, Analysis(actors=tuple(actors), quotes=tuple(quotes))).who


def often(times: int) -> Actor:
    """Somebody who is named so many times, below the lede."""
    return actor("often", "Moss", *range(500, 500 + 5 * times, 5))


def outranks_by_a_quote(_: Read, times: int) -> bool:
    return who([often(times), actor("vale", "Vale", 700)], [quote(800, 809, "vale")])[0] == "vale"


def outranks_by_the_headline(_: Read, times: int) -> bool:
    return who([often(times), actor("vale", "Vale", 700)], headline="Vale leaves")[0] == "vale"


def outranks_by_the_lede(_: Read, times: int) -> bool:
    return who([often(times), actor("vale", "Vale", 10)])[0] == "vale"


def place_is_setting(_: Read, quotes: int) -> bool:
    return who([actor("n", "Norway", 10, kind="place")], [quote(n * 9, n * 9 + 8, "n") for n in range(quotes)]) == ()


def at_a_glance(_: Read, actors: int) -> bool:
    return len(who([actor(f"a{n}", "Vale", n) for n in range(actors)])) == actors


# Resolution.


def fit(text: str, word: str, name: str, parsed: Read, speaker: str | None = None) -> float | None:
    """How well somebody fits as whom the last such word means; None for nobody's antecedent."""
    found = read(text, parsed)
    token = [token for token in found.doc if token.text == word][-1]
    numbers = {entity.name: n for n, entity in enumerate(found.entities)}
    history = History() if speaker is None else History(numbers[speaker])
    fits = {one.entity: one.fit for one in antecedents(found, history, token, word.lower())}
    return fits.get(numbers[name])


def is_looked_for(parsed: Read, back: int) -> bool:
    return fit(f"Peter Lind left. {FILLER * (back - 1)}He said so.", "He", "Peter Lind", parsed) is not None


def is_near_enough(parsed: Read, back: int) -> bool:
    """Whether somebody is looked for so many words back in a text without sentences."""
    return fit("Peter Lind" + " of wood" * ((back - 2) // 2) + " he said", "he", "Peter Lind", parsed) is not None


def counts_more(parsed: Read, times: int) -> bool:
    """Whether it still counts to be named once more than so many times."""
    before, after = (
        fit("Lind left. " * (n - 1) + "Peter Lind left. He said so.", "He", "Peter Lind", parsed)
        for n in (times, times + 1)
    )
    return before is not None and after is not None and after > before


def still_heard(_: Read, words: int) -> bool:
    return 100 in History(heard={100: 1}).after(Turn(2, 100 + words), 100 + words, 100 + words).heard


def just_spoke(parsed: Read, back: int) -> bool:
    """Whether "the captain" may be who spoke so many sentences before."""
    found = read(f"Susan Moss spoke. {FILLER * (back - 1)}The captain said so.", parsed)
    token = next(token for token in found.doc if token.text == "captain")
    history = History(0, found.entities[0].mentions[0].start)
    return any(one.way == "just spoke" for one in possible(found, history, token))


def named_late(parsed: Read, on: int) -> bool:
    """Whether a role is of who is named so many sentences on."""
    text = f"The harbour ministry’s spokesman said the talks would go on. {FILLER * (on - 1)}"
    return said_by(f"{text}Peter Lind suggested that they might end in May.", parsed)[0] == "Peter Lind"


def in_lede(parsed: Read, sentence: int) -> bool:
    """Whether a role that may be anybody's is of who is named next, where it stands in that sentence of the text."""
    text = f"{FILLER * (sentence - 1)}A former harbour chairman said the talks should go on. "
    return said_by(f"{text}Peter Lind suggested that they might end in May.", parsed)[0] == "Peter Lind"


def transcript(_: Read, lines: int, voices: int = 2, spaces: int = 3) -> bool:
    said = " ".join(["word"] * (spaces + 1))
    text = "\n\n".join(f"{('MOSS', 'VALE', 'HOLM')[n % voices]}: {said}" for n in range(lines))
    starts = [n for n in range(len(text)) if n == 0 or text[n - 2 : n] == "\n\n"]
    return transcripts.turns(text, [Span(at, text.find("\n\n", at) % (len(text) + 1)) for at in starts]) != ()


# Quotes.


def covered(_: Read, letters: int) -> bool:
    """Whether a found clause takes in a stretch in marks of which it has so many of ten letters."""
    text = "a clause: “12345678” and more"
    at = text.index("“")
    return spans.fitted(text, 0, at + letters, [QuotedSpan(at, at + 10, True, False)])[1] == at + 10


def one_quote(_: Read, longest: int) -> bool:
    """Whether a quotation around its cue is one quote, the longest part so many of a hundred letters."""
    rest = 100 - longest
    marked = [QuotedSpan(0, longest, True, False), QuotedSpan(longest + rest - rest // 2, 100, True, False)]
    return len(spans.parts(0, 100, marked, [longest + 1])) == 1


def single_marks(_: Read, letters: int) -> bool:
    text = f"He said: ‘{'x' * (letters - 2)}.’ And left."
    return quoted_spans(text, [Span(0, len(text))]) != ()


def title(_: Read, spaces: int) -> bool:
    text = f"“The{' long' * spaces}.”"
    return not reported_speech.is_sentence(text, 0, len(text))


def one_clause(_: Read, spaces: int) -> bool:
    """Whether what stands behind "and that" is no clause of its own, with so many spaces in it."""
    text = f"the levy would go in the end and that it{' went' * spaces}"
    return len(reported_speech.clauses(text, 0, len(text), [])) == 1


def too_little(parsed: Read, spaces: int) -> bool:
    """Whether "said" with so many words behind it is no report of speech."""
    document = parsed(f"Susan Moss said it{' sank' * spaces}.")
    cue, source = document.doc[2], document.doc[1]
    start = document.doc[3].idx
    return not reported_speech.is_speech(document.doc, document.text, start, len(document.text) - 1, cue, source)


def aside(parsed: Read, between: int) -> bool:
    """Whether a report goes on behind the cue, so far behind what was said."""
    said = "It will stay"
    text = f"{said},{' ' * (between - 1)}said Moss, and it will be mended."
    document = parsed(text)
    cue = next(token for token in document.doc if token.text == "said")
    return reported_speech.whole_clause(document.doc, text, 0, len(said), cue)[1] > len(said)


LIMITS: dict[str, tuple[Holds, int, int]] = {
    "a denial repeats": (denies_what_it_repeats, 12, 13),
    "a denial answers a charge": (denies_in_other_words, 3, 4),
    "a denial repeats words": (repeats_too_few_words, 2, 1),
    "a denial repeats a part of its words": (repeats_enough, 3, 4),
    "a judgement is of whom the cue names": (judges, 120, 121),
    "a quote counts more than mentions": (outranks_by_a_quote, 2, 3),
    "the headline counts more than mentions": (outranks_by_the_headline, 3, 4),
    "the lede counts more than mentions": (outranks_by_the_lede, 3, 4),
    "a place is no actor": (place_is_setting, 1, 2),
    "actors are seen at a glance": (at_a_glance, 3, 4),
    "an antecedent is looked for in sentences": (is_looked_for, 6, 7),
    "an antecedent is looked for in words": (is_near_enough, 400, 402),
    "one more mention counts": (counts_more, 7, 8),
    "a source is heard": (still_heard, 400, 401),
    "somebody just spoke": (just_spoke, 2, 3),
    "a role is of who is named late": (named_late, 3, 4),
    "anybody's role is in the lede": (in_lede, 3, 4),
    "turns are too few": (lambda _, n: not transcript(_, n), 2, 3),
    "voices are too few": (lambda _, n: not transcript(_, 4, n), 1, 2),
    "words are an entry of a list": (lambda _, n: not transcript(_, 4, spaces=n), 1, 2),
    "marks are left outside": (lambda _, n: not covered(_, n), 4, 5),
    "two parts are one quote": (one_quote, 79, 80),
    "single marks are a quotation": (single_marks, 1500, 1501),
    "words in marks are a title": (title, 3, 4),
    "that is no clause": (one_clause, 3, 4),
    "words are too few to be said": (too_little, 1, 2),
    "a report goes on": (aside, 60, 61),
}  # fmt: skip


@pytest.mark.parametrize(("holds", "inside", "outside"), LIMITS.values(), ids=LIMITS)
def test_a_limit_stands_where_it_is_set(parsed: Read, holds: Holds, inside: int, outside: int) -> None:
    assert holds(parsed, inside)
    assert not holds(parsed, outside)


def test_a_turn_of_a_transcript_is_as_sure_as_its_label(parsed: Read) -> None:
    text = "MOSS: Will the toll come?\n\nVALE: It will come soon.\n\nMOSS: And when will it?"
    assert {turn.chance for turn in candidates.turns(parsed(text))} == {0.97}


SURE = calibration.Signals(found=0.9, sure=0.9, by_noun=False, named=True, kind="person")
DOUBT = {
    "the words may be nobody’s": SURE._replace(found=0.5),
    "another may be meant": SURE._replace(sure=0.6),
    "a source without a name": SURE._replace(named=False),
    "an organisation": SURE._replace(kind="organization"),
    "a place": SURE._replace(kind="place"),
}


@pytest.mark.parametrize("less", DOUBT.values(), ids=DOUBT)
def test_a_speaker_is_less_sure_where(less: calibration.Signals) -> None:
    assert calibration.confidence(less) < calibration.confidence(SURE)


def test_a_noun_that_fits_as_well_is_surer_than_a_name_or_pronoun_that_does() -> None:
    assert calibration.confidence(SURE._replace(by_noun=True)) > calibration.confidence(SURE)


def test_no_speaker_is_surer_than_the_surest_were_right_or_less_sure_than_the_least_sure() -> None:
    extremes = [SURE._replace(found=chance, sure=chance) for chance in (0.0, 1.0)]
    assert [calibration.confidence(one) for one in extremes] == [calibration.RIGHT[0], calibration.RIGHT[-1]]


def test_more_that_speaks_for_a_speaker_never_makes_him_less_sure() -> None:
    assert list(calibration.SCORES) == sorted(calibration.SCORES)
    assert list(calibration.RIGHT) == sorted(calibration.RIGHT)


@pytest.mark.parametrize(
    ("way", "right"), [("name", 0.99), ("apposition", 0.93), ("role", 0.75), ("floor", 0.7), ("just spoke", 0.7)]
)
def test_a_way_is_as_sure_as_it_led_right(way: str, right: float) -> None:
    assert calibration.WAYS[way] == right


def test_a_pronoun_is_as_sure_as_it_was_right() -> None:
    assert [calibration.pronoun(lead) for lead in (0.0, 1.0)] == [0.72, 0.93]


# What a mention gains and loses as an antecedent, in sentences of distance: a text with it, and one without.
WEIGHTS = {
    "a subject": ("Lind left it.", "It left Lind.", 0.9),
    "a possessive": ("It left Lind’s pier.", "It left Lind.", -0.6),
    "a sentence nearer": ("It sank. It left Lind.", "It left Lind. It sank.", 1.0),
    "one mention more": ("Lind left. It left Lind.", "It left. It left Lind.", 0.12),
}


@pytest.mark.parametrize(("with_it", "without", "weight"), WEIGHTS.values(), ids=WEIGHTS)
def test_what_counts_for_an_antecedent(parsed: Read, with_it: str, without: str, weight: float) -> None:
    one, other = (
        fit(f"It is Peter Lind. {text} He said so.", "He", "Peter Lind", parsed) or 0.0 for text in (with_it, without)
    )
    assert one - other == pytest.approx(weight)


def test_who_spoke_last_and_who_nobody_knows_the_pronoun_of(parsed: Read) -> None:
    text = "Peter Lind left. He said so."
    spoke, silent = (fit(text, "He", "Peter Lind", parsed, speaker) or 0.0 for speaker in ("Peter Lind", None))
    assert spoke - silent == pytest.approx(0.7)
    known, unknown = (
        fit(f"{who} and Susan Moss left. He said so.", "He", who, parsed) or 0.0 for who in ("Peter Lind", "Casey Lind")
    )
    assert unknown - known == pytest.approx(-0.35)


def test_no_fit_outweighs_a_way() -> None:
    assert score(Possible(1, "role", -49.0)) > score(Possible(2, "generic", 49.0))
