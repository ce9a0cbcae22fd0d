"""Which pronouns that open a sentence leave no doubt whom they mean, and which do."""

import pytest

from reader.analysis.resolution.certainty import CERTAIN, checked
from reader.model import Mention
from tests.unit.marked_mentions import read

SURE = {
    "the only one named": ("{moss:Ada Moss} left. {moss:She} called for talks.",),
    "who opens the sentence before": ("{vale:Vale} waited. {moss:Moss} met {vale:Vale}. {moss:She} called for talks.",),
    "a chain of pronouns": (
        "{vale:Vale} sat. {moss:Moss} met {vale:Vale}. {moss:She} left. {moss:She} called for talks.",
    ),
    "a possessive": ("{moss:Moss} left. {moss:Her} lawyer called for talks.",),
    "the speaker of a sure quote": (
        "{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",
        0.95,
    ),
    "the speaker of a quote that is just sure enough": (
        "{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",
        0.95,
    ),
    "an organisation that a quote makes just sure enough": (
        "{board:Ellery Water Board} met {moss:Moss}. {board:It} called for talks.",
        0.75,
    ),
    "somebody else three sentences back": (
        "{vale:Vale} sat. It rained. The crew met {moss:Moss}. {moss:She} called for talks.",
    ),
    "the only organisation near": (
        "{board:Ellery Water Board} met {moss:Moss}. {board:It} called for talks.",
        0.85,
    ),
}

UNSURE = {
    "the speaker of a quote that is not quite sure": (
        "{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",
        0.94,
    ),
    "an organisation that a quote makes not quite sure": (
        "{board:Ellery Water Board} met {moss:Moss}. {board:It} called for talks.",
        0.74,
    ),
    "somebody else two sentences back": ("{vale:Vale} sat. The crew met {moss:Moss}. {moss:She} called for talks.",),
    "two people named": ("{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.",),
    "who may have given way": ("{moss:Moss} left. Oz was heard. {moss:She} called for talks.",),
    "who may have given way, a pronoun notwithstanding": (
        "{moss:Moss} left. Oz was heard when {moss:she} spoke. {moss:She} called for talks.",
    ),
    "several": ("{board:The board} met. {board:They} called for talks.", 0.95),
    "an unnamed rival": ("{aide:An aide} saw {moss:Moss}. {moss:She} called for talks.",),
    "named only as an owner": ("A lawyer met {moss:Moss}'s rival. {moss:She} called for talks.",),
    "an owner opens the sentence before": (
        "{vale:Vale} sat. {moss:Moss}’s lawyer met {vale:Vale}. {moss:She} called for talks.",
    ),
    "somebody unnamed of the same gender": ("{moss:Moss} described her as able. {moss:She} called for talks.",),
    "he and she for one person": ("{moss:Moss} said {moss:he} left. {moss:She} called for talks.",),
    "a speaker who is fairly sure": ("{vale:Vale} and {moss:Moss} left. {moss:She} called for talks.", 0.85),
    "an organisation that nothing confirms": ("{board:The board} met. {board:It} called for talks.",),
    "two organisations": ("{bank:The bank} met {board:the board}. {board:It} called for talks.", 0.85),
    "an unnamed source": ("{aide:An aide} left. {aide:She} called for talks.",),
}


def opening(row: tuple[str] | tuple[str, float]) -> Mention:
    """The pronoun that opens the last sentence, once it has been checked."""
    text, sentences, actors, quotes = read(*row)
    (found,) = (
        mention
        for actor in checked(text, sentences, actors, quotes)
        for mention in actor.mentions
        if mention.start == sentences[-1].start
    )
    return found


@pytest.mark.parametrize("row", SURE.values(), ids=SURE)
def test_it_is_sure_who_is_meant(row: tuple[str] | tuple[str, float]) -> None:
    assert opening(row).confidence == CERTAIN == 0.97


@pytest.mark.parametrize("row", UNSURE.values(), ids=UNSURE)
def test_nobody_is_certain(row: tuple[str] | tuple[str, float]) -> None:
    assert opening(row).confidence == 0.8
