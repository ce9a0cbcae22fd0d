"""The seam of resolution: what is seen of each who may be meant, who decides, and a data file that does not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from reader.analysis import calibration, discourse, learned
from reader.analysis.quotes.candidates import Candidate
from reader.analysis.resolution import features, plausible, scorer
from reader.analysis.resolution.history import History, Turn
from reader.analysis.resolution.plausible import Situation
from reader.analysis.resolution.resolve import Given, after, decide, resolve, ruled, situation
from reader.analysis.resolution.stage import Stage
from reader.errors import SetupError
from reader.text.document import Document

Read = Callable[[str], Document]


class OneOf:
    """A scorer that takes whom it is told to, by name, where he may be meant, and otherwise nobody."""

    version = "one of"

    def __init__(self, *names: str) -> None:
        self.names = names

    def chances(self, situation: Situation) -> list[float]:
        entities = situation.stage.discourse.entities
        liked = [float(entities[n].name in self.names) for n in situation.who]
        return [*liked, 0.5]


def quotes(document: Document, *said: tuple[str, str | None]) -> tuple[discourse.Discourse, list[Candidate]]:
    """A text with its quotes: each as its words, and the word that names its source, looked for behind the last one."""
    found, at = [], 0
    for words, source in said:
        start = document.text.index(words, at)
        near = [token for token in document.doc if token.text == source]
        named = min(near, key=lambda token: abs(token.idx - start), default=None)
        cue = named.head if named is not None and named.head.pos_ == "VERB" else None
        found.append(Candidate(start, start + len(words), named, cue, 0.9))
        at = start
    heads = [quote.source for quote in found if quote.source is not None]
    return discourse.with_sources(discourse.read(document), heads), found


def seen(document: Document, words: str, source: str | None, spoke: Sequence[str] = ()) -> Situation:
    """The situation of the one quote of a text, with these having spoken before, each where he is first named."""
    found, (quote,) = quotes(document, (words, source))
    history, numbers = History(), {entity.name: n for n, entity in enumerate(found.entities)}
    for name in spoke:
        at = found.entities[numbers[name]].mentions[0].start
        history = history.after(Turn(numbers[name], at, name.split()[-1].casefold()), at)
    return situation(Stage(found), history, quote)


def columns(seen: Situation, name: str) -> dict[str, int]:
    """What is seen of one who may be meant, by column."""
    entities = [seen.stage.discourse.entities[n].name for n in seen.who]
    return dict(zip(features.COLUMNS, features.rows(seen)[entities.index(name)].tolist(), strict=True))


COUNCIL = "Peter Lind met Susan Moss in the harbour."
SEEN = {
    "who spoke last": (
        f"{COUNCIL} He said the pier was safe.",
        "He",
        ["Susan Moss", "Peter Lind"],
        [("Peter Lind", "turns ago", 2), ("Susan Moss", "turns ago", 3)],
    ),
    "nobody has spoken": (f"{COUNCIL} He said the pier was safe.", "He", [], [("Peter Lind", "turns ago", 0)]),
    "a woman is no he": (
        f"{COUNCIL} He said the pier was safe.",
        "He",
        [],
        [("Peter Lind", "gender", 2), ("Susan Moss", "gender", 4)],
    ),
    "of unknown gender": ("Casey Moss met Peter Lind. He said it was safe.", "He", [], [("Casey Moss", "gender", 3)]),
    "a body is neither": (
        "The Harbour Agency met Peter Lind. He said the pier was safe.",
        "He",
        [],
        [("Harbour Agency", "gender", 6)],
    ),
    "how far back": (
        "Peter Lind left. The ferry sank. Susan Moss stayed. She said the pier was safe.",
        "She",
        [],
        [("Susan Moss", "sentences ago", 2), ("Peter Lind", "sentences ago", 4)],
    ),
    "the subject of the sentence before": (
        f"{COUNCIL} He said the pier was safe.",
        "He",
        [],
        [("Peter Lind", "ruled sentence", 1), ("Susan Moss", "ruled sentence", 0)],
    ),
    "named in the quotation": (
        "Susan Moss stayed. She said Peter Lind was safe.",
        "She",
        [],
        [("Peter Lind", "said of", 2), ("Susan Moss", "said of", 0)],
    ),
    "to whom it is told": (
        "Susan Moss stayed. She told Peter Lind the pier was safe.",
        "She",
        [],
        [("Peter Lind", "beside", 4), ("Susan Moss", "beside", 0)],
    ),
    "whose role it is": (
        "Peter Lind, the harbour master, left. The ferry sank again on the Sunday after, and nobody knew why. "
        "Susan Moss, a lawyer, stayed. The harbour master said the pier was safe.",
        "master",
        [],
        [("Peter Lind", "head", 1), ("Peter Lind", "modifiers", 1), ("Susan Moss", "head", 3)],
    ),
    "who is introduced as of what the phrase names": (
        "Peter Lind of the Harbour Agency met Susan Moss. The Harbour Agency statement said the pier was safe.",
        "statement",
        [],
        [("Peter Lind", "kin", 2), ("Harbour Agency", "kin", 1), ("Harbour Agency", "joined", 2)],
    ),
    "a name that two bear": (
        "Peter Lind met Helen Lind. Lind said the pier was safe.",
        "Lind",
        [],
        [("Helen Lind", "name", 2), ("Peter Lind", "name", 3)],
    ),
    "a source of its own": (
        "Peter Lind stayed. The senior official said the pier was safe.",
        "official",
        [],
        [("senior official", "own description", 1), ("Peter Lind", "own description", 0)],
    ),
    "a name behind its role is the mention itself": (
        "Peter Lind left. The harbour master, Susan Moss, said the pier was safe.",
        "master",
        [],
        [("Susan Moss", "joined", 0), ("Peter Lind", "joined", 0)],
    ),
    "names behind a role of several": (
        "Peter Lind left. Two masters, Susan Moss and Ada Holm, said the pier was safe.",
        "masters",
        [],
        [("Susan Moss", "joined", 7), ("Peter Lind", "joined", 0)],
    ),
    "by whom": (
        "Peter Lind left. A report by the Harbour Agency said the pier was safe.",
        "report",
        [],
        [("Harbour Agency", "joined", 4), ("Peter Lind", "joined", 0)],
    ),
    "several": (
        "Peter Lind met the Harbour Agency. They said the pier was safe.",
        "They",
        [],
        [("Peter Lind", "number", 1), ("Harbour Agency", "number", 2)],
    ),
    "whom the rules would choose": (
        f"{COUNCIL} He said the pier was safe.",
        "He",
        [],
        [("Peter Lind", "rule rank", 1), ("Susan Moss", "rule rank", 0)],
    ),
}


@pytest.mark.parametrize(("text", "source", "spoke", "expected"), SEEN.values(), ids=SEEN)
def test_what_is_seen(
    parsed: Read, text: str, source: str, spoke: list[str], expected: list[tuple[str, str, int]]
) -> None:
    found = seen(parsed(text), text[text.rindex("said") :] if "said" in text else text[-20:], source, spoke)
    assert [(name, column, columns(found, name)[column]) for name, column, _ in expected] == expected


def test_every_value_fits_its_column(parsed: Read) -> None:
    for text, source, spoke, _ in SEEN.values():
        rows = features.rows(seen(parsed(text), text[-20:], source, spoke))
        assert (rows >= 0).all()
        assert (rows < np.array(list(features.COLUMNS.values()))).all()


def test_nobody_stands_in_the_last_row(parsed: Read) -> None:
    found = seen(parsed(f"{COUNCIL} He said the pier was safe."), "the pier was safe", "He")
    rows = features.rows(found)
    assert len(rows) == len(found.who) + 1
    assert not rows[-1, len(features.OF_MENTION) :].any()
    assert (rows[:, : len(features.OF_MENTION)] == rows[0, : len(features.OF_MENTION)]).all()


STORY = (
    "{man}, the harbour master, met {woman} and {other} in {town} on Monday. {woman}, a lawyer for the {body}, left "
    "early.\n\n“The pier is safe,” said {man}. He added that the {body} had been told. The lawyer said it had not. "
    "{surname} said so too. The agency denied it."
)
NAMES = {
    "as it is": ("Peter Lind", "Lind", "Susan Moss", "Robert Hale", "Vardholm", "Harbour Agency"),
    "other names": ("Robert Castell", "Castell", "Helen Brandt", "Peter Orme", "Corvane", "Lantern Agency"),
}


def story(parsed: Read, names: str) -> list[tuple[np.ndarray, list[float]]]:
    man, surname, woman, other, town, body = NAMES[names]
    text = STORY.format(man=man, surname=surname, woman=woman, other=other, town=town, body=body)
    said = (("The pier is safe", surname), ("had been told", "He"), ("it had not", "lawyer"), ("so too", surname))
    found, candidates = quotes(parsed(text), *said)
    stage, made = Stage(found), []
    for quote in candidates:
        one = situation(stage, History(), quote)
        made.append((features.rows(one), scorer.load().chances(one)))
    return made


def test_other_names_change_nothing(parsed: Read) -> None:
    for (rows, chances), (others, swapped) in zip(story(parsed, "as it is"), story(parsed, "other names"), strict=True):
        assert rows.tolist() == others.tolist()
        assert chances == swapped


def test_chances_are_one_together(parsed: Read) -> None:
    for _, chances in story(parsed, "as it is"):
        assert sum(chances) == pytest.approx(1, abs=1e-5)
        assert all(0 <= chance <= 1 for chance in chances)


RULED = {
    "a full name": (f"{COUNCIL} Peter Lind said the pier was safe.", "Lind", True),
    "a name that may be two people's": (f"{COUNCIL} Lind said the pier was safe.", "Lind", False),
    "a body": ("The Harbour Agency met Peter Lind. The Harbour Agency said it was safe.", "Agency", True),
    "a place": ("Peter Lind flew to Paris. Paris said the pier was safe.", "Paris", True),
    "a pronoun": (f"{COUNCIL} He said the pier was safe.", "He", False),
    "a role": (f"{COUNCIL} The mayor said the pier was safe.", "mayor", False),
}


@pytest.mark.parametrize(("text", "source", "expected"), RULED.values(), ids=RULED)
def test_what_the_rules_decide_alone(parsed: Read, text: str, source: str, expected: bool) -> None:
    assert ruled(seen(parsed(text), text[text.rindex("said") :], source)) is expected


def test_what_names_nobody_is_not_ruled(parsed: Read) -> None:
    assert not ruled(seen(parsed(f"{COUNCIL} “The pier is safe.”"), "“The pier is safe.”", None))


def given(document: Document, learned: scorer.Scorer, *said: tuple[str, str | None]) -> list[str | None]:
    found, candidates = quotes(document, *said)
    made: list[Given] = resolve(found, candidates, learned)
    return [found.entities[each.speaker.entity].name if each.speaker else None for each in made]


def test_another_scorer_takes_the_place_of_the_trained_one(parsed: Read) -> None:
    document = parsed("Peter Lind met Robert Hale. He said the pier was safe. He said the ferry was not.")
    said = (("the pier was safe", "He"), ("the ferry was not", "He"))
    assert given(document, OneOf("Robert Hale"), *said) == ["Robert Hale", "Robert Hale"]
    assert given(document, OneOf("Peter Lind"), *said) == ["Peter Lind", "Peter Lind"]


def test_nobody_is_an_answer_too(parsed: Read) -> None:
    document = parsed(
        "Peter Lind met Robert Hale. He said the pier was safe. “It holds well, and nobody need fear it.”"
    )
    said = (("the pier was safe", "He"), ("“It holds well, and nobody need fear it.”", None))
    assert given(document, OneOf(), *said) == [None, None]


def test_how_likely_others_were_is_remembered(parsed: Read) -> None:
    found = seen(parsed("Peter Lind met Robert Hale. He said the pier was safe."), "the pier was safe", "He")
    numbers = {found.stage.discourse.entities[n].name: n for n in found.who}
    decision = decide(found, OneOf("Peter Lind", "Robert Hale"))
    (turn,) = after(found, decision).turns
    assert [turn.chance(numbers[name]) for name in ("Peter Lind", "Robert Hale")] == [1.0, 1.0]
    assert decision.speaker is not None
    assert decision.speaker.sure == calibration.PRONOUN[1]


def test_no_scorer_is_asked_about_a_full_name(parsed: Read) -> None:
    document = parsed("Peter Lind met Robert Hale. Peter Lind said the pier was safe.")
    assert given(document, OneOf("Robert Hale"), ("the pier was safe", "Lind")) == ["Peter Lind"]


def test_a_title_in_the_source_decides(parsed: Read) -> None:
    document = parsed("Mr. Lind met Mrs. Lind in the harbour. Mrs. Lind said the pier was safe.")
    found = seen(document, "the pier was safe", "Lind")
    told = [found.stage.discourse.pronouns.get(n) for n in found.who]
    assert "he" not in told


def compared(parsed: Read, text: str, source: str) -> set[str]:
    found = seen(parsed(text), text[text.rindex("said") :], source)
    return {found.stage.discourse.entities[n].name for n in found.who}


SERVED = {
    "a lawyer for her": (
        "Susan Moss met Peter Lind. A lawyer for Susan Moss said it was safe.",
        "lawyer",
        "Susan Moss",
    ),
    "her lawyer": ("Susan Moss met Peter Lind. Susan Moss’s lawyer said it was safe.", "lawyer", "Susan Moss"),
    "a body's spokesman": (
        "The Harbour Agency met. A Harbour Agency spokesman said so.",
        "spokesman",
        "Harbour Agency",
    ),
    "no body is a person": ("The Harbour Agency met Peter Lind. The mayor said so.", "mayor", "Harbour Agency"),
}


@pytest.mark.parametrize(("text", "source", "served"), SERVED.values(), ids=SERVED)
def test_whom_somebody_speaks_for_is_somebody_else(parsed: Read, text: str, source: str, served: str) -> None:
    assert served not in compared(parsed, text, source)


def test_a_lawyer_is_nobody_known(parsed: Read) -> None:
    text = "Peter Lind, a lawyer, met Susan Moss. A lawyer for the crew said the pier was safe."
    assert compared(parsed, text, "lawyer") == {"lawyer for the crew"}


def test_a_body_may_be_what_a_body_is_called_and_is_no_person(parsed: Read) -> None:
    text = "The Harbour Agency met Peter Lind. The agency said it was safe."
    assert compared(parsed, text, "agency") == {"Harbour Agency"}, "named before, it is nobody new"
    assert compared(parsed, "Peter Lind left. The agency said it was safe.", "agency") == {"agency"}
    assert "Peter Lind" in compared(parsed, "The Harbour Agency met Peter Lind. Lind's team said so.", "team")


def test_a_place_is_no_he(parsed: Read) -> None:
    found = seen(parsed("Peter Lind flew to Paris. He said the pier was safe."), "the pier was safe", "He", ["Paris"])
    assert [found.stage.discourse.entities[n].name for n in found.who] == ["Peter Lind"]


def test_the_number_compared_is_bounded(parsed: Read) -> None:
    crowd = " ".join(f"{given} {name} left." for given in ("Peter", "Susan", "Helen") for name in SURNAMES)
    found = seen(parsed(f"{crowd} He said the pier was safe."), "the pier was safe", "He")
    assert len(found.who) <= plausible.MOST
    assert found.stage.discourse.entities[found.who[0]].name == f"Helen {SURNAMES[-1]}"


SURNAMES = (
    "Lind", "Moss", "Hale", "Castell", "Brandt", "Orme", "Teo", "Vey", "Orley", "Dace", "Crowe", "Reinholt", "Fenwick",
    "Sorrell", "Calder", "Vale", "Marlow", "Zelenka",
)  # fmt: skip


def stored() -> dict[str, np.ndarray]:
    return {
        **scorer.load().weights,
        learned.VERSION: np.array("v"),
        learned.FEATURES: np.array(features.fingerprint()),
    }


def test_a_data_file_carries_its_version() -> None:
    assert scorer.unpacked(stored()).version == "v"
    assert len(scorer.load().version) == 12


@pytest.mark.parametrize("learned_on", ["", "0123456789abcdef"], ids=["no features named", "other features"])
def test_weights_learned_on_other_features_are_refused(learned_on: str) -> None:
    with pytest.raises(SetupError, match="does not fit"):
        scorer.unpacked({**stored(), learned.FEATURES: np.array(learned_on)})


def test_a_file_that_lacks_a_layer_is_refused() -> None:
    with pytest.raises(SetupError, match="does not fit"):
        scorer.unpacked({name: value for name, value in stored().items() if name != "two"})


@pytest.mark.parametrize("name", ["no such file.npz", "scorer.py"], ids=["missing", "damaged"])
def test_without_its_data_file_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(scorer, "DATA", name)
    with pytest.raises(SetupError, match="missing or damaged"):
        scorer.load.__wrapped__()


def test_a_changed_table_of_features_has_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = features.fingerprint()
    monkeypatch.setattr(features, "COLUMNS", {**features.COLUMNS, "what": 99})
    assert features.fingerprint() != before
