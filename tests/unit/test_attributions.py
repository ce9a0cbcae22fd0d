"""Who and what is behind the words that a tagger points at, and who is about to speak."""

from collections.abc import Callable

import pytest
from spacy.tokens import Token

import reader
from reader.analysis.quotes import attributions
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.model import Span
from reader.text.document import Document

Read = Callable[[str], Document]


def word(document: Document, text: str | None) -> Token | None:
    return next(token for token in document.doc if token.text == text) if text else None


AUTHORS = {
    "a report by": ("The levy will fall, according to a report by the Harbour Trust.", "report", "Trust"),
    "a statement from": ("It rained, according to a statement from Ada Moss.", "statement", "Moss"),
    "a statement issued by": (
        "It rained, according to a statement issued on Friday by the ministry.",
        "statement",
        "ministry",
    ),
    "somebody’s letter": ("Ada Moss’s letter said the pier was weak.", "letter", "Moss"),
    "its statement": ("The port closed, its statement said.", "statement", "its"),
    "a report of a day": ("The pier is weak, says a report from July.", "report", "report"),
    "a report alone": ("The pier is weak, the report said.", "report", "report"),
    "people of somebody": ("Ada Moss’s team said the pier was weak.", "team", "team"),
    "a person": ("A spokesman for the port said the pier was weak.", "spokesman", "spokesman"),
    "a thing done by somebody": ("A report read by Ada Moss said the pier was weak.", "report", "report"),
}


@pytest.mark.parametrize(("text", "source", "expected"), AUTHORS.values(), ids=AUTHORS)
def test_author(parsed: Read, text: str, source: str, expected: str) -> None:
    found = word(parsed(text), source)
    assert found is not None
    assert attributions.author(found).text == expected


NOBODY = {
    "a bare number": ("Three said they had seen the crane fall.", "Three", True),
    "fewer than a number": ("Fewer than 3 in 10 say the council has helped.", "3", True),
    "a share": ("61 percent said the bridge should stay.", "percent", True),
    "a fraction": ("Less than a third said they would pay a toll.", "third", True),
    "a day": ("On Monday the ministry said it would pay.", "Monday", True),
    "a part of a verb": ("They didn’t say whether it sails.", "n’t", True),
    "people in numbers": ("About 2 in 10 voters say the port is safe.", "voters", False),
    "a share of people": ("Half of voters said the bridge should stay.", "Half", False),
    "an official": ("One official said the bridge should stay.", "official", False),
    "who": ("Ada Moss, who said the bridge should stay, left.", "who", False),
    "a pronoun": ("She said the bridge should stay.", "She", False),
    "a name": ("May said the bridge should stay.", "May", False),
}


@pytest.mark.parametrize(("text", "source", "expected"), NOBODY.values(), ids=NOBODY)
def test_is_nobody(parsed: Read, text: str, source: str, expected: bool) -> None:
    found = word(parsed(text), source)
    assert found is not None
    assert attributions.is_nobody(found) is expected


HEADINGS = {
    "single marks": ("Ada Moss left.\n\n'Only one place'\n\nShe said so.", "'Only one place'", True),
    "curly marks": ("Ada Moss left.\n\n“A slap in the face”\n\nShe said so.", "“A slap in the face”", True),
    "a sentence": ("Ada Moss left.\n\n“It is a slap.”\n\nShe said so.", "“It is a slap.”", False),
    "a question": ("Ada Moss left.\n\n“Is it a slap?”\n\nShe said so.", "“Is it a slap?”", False),
    "with a cue": ("Ada Moss left.\n\n“A slap in the face”, she said.", "“A slap in the face”", False),
    "no marks": ("Ada Moss left.\n\nA slap in the face\n\nShe said so.", "A slap in the face", False),
}


@pytest.mark.parametrize(("text", "said", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_is_heading(parsed: Read, text: str, said: str, expected: bool) -> None:
    start = text.index(said)
    paragraph = next(p for p in parsed(text).paragraphs if p.start <= start < p.end)
    assert attributions.is_heading(text, paragraph, start, start + len(said)) is expected


NAMED = {
    "called so": ("The illness is called “pigeon lung”.", True),
    "what is called so": ("She was diagnosed with what’s called “pigeon lung,” Moss said.", True),
    "a thing so called": ("They also offer something called “sponsored data” to others.", True),
    "also known as": ("The island, also known as the “Rock of Tears”, is closed.", True),
    "a title": ("The port issued a letter titled: “Farewell to the Pier”", True),
    "called so by somebody": ("The levy was called “a disgrace” by Ada Moss.", False),
    "somebody called it so": ("Ada Moss called the levy “a disgrace”.", False),
    "has called it so": ("The mayor has called “a disgrace” what others praise.", False),
    "what somebody calls it": ("He fought what Moss called “a disgrace”.", False),
    "said": ("It is safe, the port said: “Nobody was hurt.”", False),
    "a sentence before": ("That is what it is called. “Nobody was hurt.”", False),
    "the beginning": ("“Nobody was hurt,” said the port.", False),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_is_name(parsed: Read, text: str, expected: bool) -> None:
    assert attributions.is_name(parsed(text).doc, text.index("“")) is expected


MEANT = {
    "as she puts it": (
        "The pier may close, engineers say. The deck is “rusting,” as Ada Moss, a lecturer, puts it.",
        "“rusting",
        ("engineers", "say"),
        "Moss",
    ),
    "the subject of the cue": (
        "Ada Moss, as thousands waited outside, hammered the “spineless” council.",
        "“spineless",
        ("thousands", "hammered"),
        "Moss",
    ),
    "before a colon": (
        "A letter confirmed the sale. Ada Moss asked her uncle seven words: “Will you keep the orchard for us?”",
        "“Will",
        ("letter", None),
        "Moss",
    ),
    "what was found, in its own sentence": (
        "Ada Moss met Peter Lind, who asked her: “Will you keep the orchard for us?”",
        "“Will",
        ("who", "asked"),
        "who",
    ),
    "what was found, of the same verb": ("Ada Moss said the deck was “rusting.”", "“rusting", ("Moss", "said"), "Moss"),
}


@pytest.mark.parametrize(("text", "quote", "found", "expected"), MEANT.values(), ids=MEANT)
def test_meant(parsed: Read, text: str, quote: str, found: tuple[str, str | None], expected: str) -> None:
    document = parsed(text)
    source, cue = (word(document, each) for each in found)
    told = attributions.meant(document.doc, text, text.index(quote), source, cue)
    assert told is not None
    assert told.text == expected


JUDGED = {
    "what another calls it": ("to deliver what rival chief Ada Moss calls “one-click freight.”", "Moss"),
    "the same one": ("that it was called “one-click freight.”", None),
    "two of them": ("what Ada Moss calls “freight” and “one-click freight.”", None),
    "no judgement": ("what Ada Moss said was “one-click freight.”", None),
}


@pytest.mark.parametrize(("clause", "expected"), JUDGED.values(), ids=JUDGED)
def test_judged_inside(parsed: Read, clause: str, expected: str | None) -> None:
    text = f"Peter Lind announced features {clause}"
    document = parsed(text)
    marked = quoted_spans(text, document.paragraphs)
    found = attributions.judged_inside(document.doc, text.index(clause), len(text), marked)
    assert (found.source.text if found else None) == expected
    assert found is None or text[found.start : found.end] == "“one-click freight.”"


HEADLINES = {
    "single marks": ("Port reopening is ‘a gamble’, warns harbour chief", "‘a gamble’"),
    "double marks": ("Port reopening is “a gamble”, warns harbour chief", None),
    "a sentence": ("Port reopening is ‘a gamble’, warns harbour chief.", None),
    "no marks": ("Port reopening is a gamble, warns harbour chief", None),
}


@pytest.mark.parametrize(("line", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_headlines(parsed: Read, line: str, expected: str | None) -> None:
    text = f"{line}\n\nShips may return to the harbour on Monday."
    marked = quoted_spans(text, parsed(text).paragraphs)
    found = attributions.of_headline(text, Span(0, len(line)), 0, len(line), marked)
    assert [text[a:b] for a, b in found or ()] == ([expected] if expected else [])


def speakers(text: str) -> list[tuple[str, str | None]]:
    analysis = reader.analyze(text)
    names = {actor.id: actor.name for actor in analysis.actors}
    return [(quote.text, names.get(quote.speaker or "")) for quote in analysis.quotes]


def test_who_was_asked_did_not_speak() -> None:
    text = "In the hall on Friday Ada Moss was asked, “Do you feel any guilt about the ferry?” She left soon after."
    assert speakers(text) == [("“Do you feel any guilt about the ferry?”", None)]


ALONE = {
    "the person before it": (
        "“I never signed it,” said Peter Oake, the clerk.\n\nMarta Quill, who owned the mill, is still angry.\n\n"
        "“They came with a paper and left with my life’s work.”",
        "Marta Quill",
    ),
    "who spoke last, where nobody else comes": (
        "“I never signed it,” said Peter Oake, the clerk.\n\n“They came with a paper and left with my life’s work.”",
        "Peter Oake",
    ),
}


@pytest.mark.parametrize(("text", "expected"), ALONE.values(), ids=ALONE)
def test_a_quotation_alone(text: str, expected: str) -> None:
    assert speakers(text)[-1][1] == expected


def test_they_are_the_several_who_spoke() -> None:
    text = (
        "Two diplomats said the delegations would sleep in the hall. Tomas Reinholt, the envoy, asked the hotel across "
        "the street to switch off its generator. The government side has accepted, they said."
    )
    assert speakers(text)[-1] == ("The government side has accepted", "Two diplomats")


def test_they_are_no_body_that_was_named_since_several_spoke() -> None:
    text = (
        "The lawyers sent a second letter to the Harbour Agency on Monday. “We have to ask again,” the lawyers wrote. "
        "The agency called them in March.\n\n“The risk to the pier has not gone away,” they wrote."
    )
    assert speakers(text)[-1][1] == "lawyers"


def test_began_with_another_verb_is_no_cue() -> None:
    text = (
        "Ada Moss, in the middle of a tour of the coast as thousands began voting there in person, hammered the "
        "“spineless” council on Monday for its “secret budget.”"
    )
    assert {speaker for _, speaker in speakers(text)} == {"Ada Moss"}
