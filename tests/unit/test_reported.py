"""Which clauses without marks are reports of speech, and which part of them was said."""

from collections.abc import Callable

import pytest

from reader.analysis.quotes import reported_speech
from reader.analysis.quotes.quotation_marks import quoted_spans
from reader.text.document import Document

Read = Callable[[str], Document]

# sentence, cue, source, what is told
SPEECH = {
    "said that": ("Moss said that the talks would go on.", "said", "Moss", "that the talks would go on"),
    "said without that": ("Moss said the talks would go on.", "said", "Moss", "the talks would go on"),
    "warned that": ("Moss warned that the pier was weak.", "warned", "Moss", "that the pier was weak"),
    "according to": ("According to Moss, the pier was weak.", "According", "Moss", "the pier was weak"),
    "asked whether": ("Moss asked whether the pier was weak.", "asked", "Moss", "whether the pier was weak"),
    "accused of": ("Moss accused the port of hiding the loss.", "accused", "Moss", "the port of hiding the loss"),
    "called for": ("Moss demanded a ban on night ferries.", "demanded", "Moss", "a ban on night ferries"),
    "denied a thing": ("Moss denied the charge of theft.", "denied", "Moss", "the charge of theft"),
    "asked somebody to": ("Moss asked the crew to leave the pier.", "asked", "Moss", "the crew to leave the pier"),
    "proposed a thing": ("Moss proposed a later night ferry.", "proposed", "Moss", "a later night ferry"),
    "a that-clause of a word that is no cue": (
        "Moss pointed out that the pier was weak.",
        "pointed",
        "Moss",
        "that the pier was weak",
    ),
    "without its that": ("Moss divulged that the pier was weak.", "divulged", "Moss", "the pier was weak"),
    "described as": ("Moss described the levy as a tax.", "described", "Moss", "the levy as a tax"),
    "a noun of speech with a clause": (
        "Moss repeated her claim that the pier was weak.",
        "claim",
        "Moss",
        "that the pier was weak",
    ),
    "a colon": ("Moss: the pier will not hold.", ":", "Moss", "the pier will not hold"),
}

NO_SPEECH = {
    "believes that": ("Moss believes that the pier will hold.", "believes", "Moss", "that the pier will hold"),
    "did not say": ("Moss did not say when the pier would open.", "say", "Moss", "when the pier would open"),
    "never claimed": ("Moss never claimed that the pier was weak.", "claimed", "Moss", "that the pier was weak"),
    "declined to": ("Moss declined to comment on the two loans.", "declined", "Moss", "to comment on the two loans"),
    "was asked": ("Moss was asked whether the pier would hold.", "asked", "Moss", "whether the pier would hold"),
    "what figures show": ("The figures show that the pier is sinking.", "show", "figures", "that the pier is sinking"),
    "an offer": ("The port will offer a berth to night ferries.", "offer", "port", "a berth to night ferries"),
    "agreed to do": ("Moss agreed to send the crew home.", "agreed", "Moss", "to send the crew home"),
    "praised a thing": ("Moss praised the new harbour crew.", "praised", "Moss", "the new harbour crew"),
    "hopes to do": ("Moss hopes to win the vote.", "hopes", "Moss", "to win the vote"),
    "wants to do": ("Moss wants to buy the ferry.", "wants", "Moss", "to buy the ferry"),
    "announced a thing": ("Moss announced a new ferry line.", "announced", "Moss", "a new ferry line"),
    "a word that is no cue": ("Moss saw that the pier was gone.", "was", "Moss", "that the pier was gone"),
    "a clause of a noun that is none of speech": (
        "The flood raised fears that the pier was weak.",
        "raised",
        "flood",
        "that the pier was weak",
    ),
    "criticised for a thing": (
        "Moss criticised the port for its many ferries.",
        "criticised",
        "Moss",
        "its many ferries",
    ),
    "asked about a thing": ("Moss asked about the old harbour crew.", "asked", "Moss", "the old harbour crew"),
    "called a thing": ("Moss called the harbour crew.", "called", "Moss", "the harbour crew"),
    "a noun of speech without a clause": ("Moss read a report on the old pier.", "report", "Moss", "on the old pier"),
    "two words": ("Moss denied it all.", "denied", "Moss", "it all"),
}


def judge(document: Document, cue: str | None, source: str | None, told: str) -> bool:
    text, doc = document.text, document.doc
    tokens = {token.text: token for token in doc}
    start = text.index(told)
    end = start + len(told)
    return reported_speech.is_speech(
        doc, doc.text, start, end, tokens[cue] if cue else None, tokens[source] if source else None
    )


@pytest.mark.parametrize(("text", "cue", "source", "told"), SPEECH.values(), ids=SPEECH)
def test_speech(parsed: Read, text: str, cue: str, source: str, told: str) -> None:
    assert judge(parsed(text), cue, source, told)


@pytest.mark.parametrize(("text", "cue", "source", "told"), NO_SPEECH.values(), ids=NO_SPEECH)
def test_no_speech(parsed: Read, text: str, cue: str, source: str, told: str) -> None:
    assert not judge(parsed(text), cue, source, told)


@pytest.mark.parametrize(("cue", "source"), [(None, "Moss"), ("said", None)], ids=["without a cue", "without a source"])
def test_speech_needs_both(parsed: Read, cue: str | None, source: str | None) -> None:
    assert not judge(parsed("Moss said the talks would go on."), cue, source, "the talks would go on")


TAILS = {
    "a participle": ("the port was “busy,” referring to the ferries.", "the port was “busy,”"),
    "a noun, which is left": ("a “busy” port in the north.", "a “busy” port in the north."),
    "a second clause, which is left": (
        "it was “busy,” and it would be full.",
        "it was “busy,” and it would be full.",
    ),
    "a participle without a pause, which is left": ("a “busy” working port.", "a “busy” working port."),
    "no marks, which is left": ("it was late, referring to it.", "it was late, referring to it."),
}


@pytest.mark.parametrize(("told", "expected"), TAILS.values(), ids=TAILS)
def test_tails(parsed: Read, told: str, expected: str) -> None:
    document = parsed(f"Moss said {told}")
    start = document.text.index(told)
    marked = quoted_spans(document.text, document.paragraphs)
    end = reported_speech.without_tail(document.text, start, start + len(told), document.doc[1], marked)
    assert document.text[start:end] == expected


JUDGED = {
    "each word of judgement": (
        "calling it “reckless” and “insolent.”",
        "calling",
        "it “reckless” and “insolent.”",
        ["“reckless”", "“insolent.”"],
    ),
    "with the noun it stands before": (
        "Moss described the port as a “reckless” owner.",
        "described",
        "the port as a “reckless” owner",
        ["“reckless” owner"],
    ),
    "a phrase of several words stays whole": (
        "Moss called the levy “a tax on fish”.",
        "called",
        "the levy “a tax on fish”",
        ["the levy “a tax on fish”"],
    ),
    "a stretch that took in the cue": (
        "The levy was described as a “tax on fish” by Moss.",
        "described",
        "The levy was described as a “tax on fish”",
        ["“tax on fish”"],
    ),
    "another cue leaves all as it is": (
        "Moss said the levy was “reckless” again.",
        "said",
        "the levy was “reckless”",
        ["the levy was “reckless”"],
    ),
    "no marks": ("Moss called the levy a tax.", "called", "the levy a tax", ["the levy a tax"]),
}


@pytest.mark.parametrize(("text", "cue", "told", "expected"), JUDGED.values(), ids=JUDGED)
def test_judged(parsed: Read, text: str, cue: str, told: str, expected: list[str]) -> None:
    document = parsed(text)
    token = next(token for token in document.doc if token.text == cue)
    start = text.index(told)
    found = reported_speech.judged(
        document.doc, document.text, start, start + len(told), token, quoted_spans(text, document.paragraphs)
    )
    assert [text[a:b] for a, b in found] == expected


CLAUSES = {
    "two that-clauses": (
        "that the pier was weak and that it would fall down soon",
        ["that the pier was weak", "it would fall down soon"],
    ),
    "but that": (
        "the pier was very weak, but that it would hold all winter",
        ["the pier was very weak", "it would hold all winter"],
    ),
    "a short second part": ("that the pier was weak and that was it", ["that the pier was weak and that was it"]),
    "one clause": ("that the pier was weak and would fall", ["that the pier was weak and would fall"]),
    "inside marks": (
        "“the pier was so weak and that it would fall soon”",
        ["“the pier was so weak and that it would fall soon”"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clauses(parsed: Read, text: str, expected: list[str]) -> None:
    marked = quoted_spans(text, parsed(text).paragraphs)
    assert [text[a:b] for a, b in reported_speech.clauses(text, 0, len(text), marked)] == expected


def test_a_stretch_that_took_in_its_subject_begins_behind_the_cue(parsed: Read) -> None:
    text = "Dorrian labeled the claim propaganda."
    doc = parsed(text).doc
    start, end, source = reported_speech.straightened(text, doc[1], None, 0, len(text))
    assert text[start:end] == " the claim propaganda."
    assert source is not None
    assert source.text == "Dorrian"


def test_a_stretch_behind_its_cue_is_left_as_it_is(parsed: Read) -> None:
    text = "Dorrian said the claim was propaganda."
    doc = parsed(text).doc
    assert reported_speech.straightened(text, doc[1], doc[0], 13, len(text)) == (13, len(text), doc[0])


@pytest.mark.parametrize(
    ("text", "taken", "source"),
    [
        pytest.param("PORT ELLERY — “We will pay,” said the mayor.", "ELLERY", "mayor", id="a dateline"),
        pytest.param("Ellery (AFP) – “We will pay,” said the mayor.", "Ellery", "mayor", id="one in small letters"),
        pytest.param(
            "ELLERY: The bridge over the sound is shut until May, the mayor said.", "ELLERY", "mayor", id="a colon"
        ),
        pytest.param("NASA said five firms — Vale, Lumen and Orm — will fly.", "NASA", "NASA", id="initials"),
    ],
)
@pytest.mark.parametrize("cue", ["said", None])
def test_a_dateline_is_no_source(parsed: Read, text: str, taken: str, source: str, cue: str | None) -> None:
    doc = parsed(text).doc
    given = {token.text: token for token in doc}
    last = given["pay"] if "pay" in given else given["shut"] if "shut" in given else given["fly"]
    found = reported_speech.behind_dateline(text, given[cue] if cue else None, given[taken], last)
    assert found[1] is not None
    assert found[1].text == source
    assert taken == source or found[0] == given["said"]


PARTICIPLES = {
    "taken for a noun": (
        "Talks ended, with each side accusing the other of theft and the mediator warning that the city was hungry.",
        "side",
        "mediator",
    ),
    "of which it is the subject": (
        "All traded blame, with the mayor accusing the council of theft and the auditor warning that it was broke.",
        "mayor",
        "auditor",
    ),
    "which is one": (
        "Crews left, with officials citing the wind and a flood warning that covered three counties.",
        "officials",
        "officials",
    ),
    "that is given": ("The agency issued a storm warning that the coast would flood.", "agency", "agency"),
}


@pytest.mark.parametrize(("text", "taken", "source"), PARTICIPLES.values(), ids=PARTICIPLES)
def test_the_noun_before_a_participle_is_its_source(parsed: Read, text: str, taken: str, source: str) -> None:
    doc = parsed(text).doc
    words = [token.text for token in doc]
    start = text.index("warning") + len("warning")
    found = reported_speech.straightened(text, doc[words.index("warning")], doc[words.index(taken)], start, len(text))
    assert found[2] is not None
    assert found[2].text == source
