"""What is shown of a quote, in every output: the words that give it stand with it wherever it would mislead without."""

from functools import cache

import pytest

import reader
from reader.model import Analysis, Article, Block, Quote, Reading, Source
from reader.render import markdown
from reader.render.attribution import words
from reader.render.json import from_json
from reader.render.plain import to_plain
from reader.ui.citing import quote_with_source
from reader.ui.rows.quotes import quote_rows

OPENING = (
    "Adela Brank, the mayor of Osten, met Piet Harlan, the head of the council, and Ada Moss, the leader of the union, "
    "on Monday."
)

# What a sentence is shown by, quote by quote.
SHOWN: dict[str, tuple[str, ...]] = {
    # Denials, rejections, accusations: without their verb they say the opposite, or nothing.
    "Piet Harlan denied that the council had ignored the warnings.": (
        "denied that the council had ignored the warnings",
    ),
    "The council had ignored the warnings for years, Harlan denied.": (
        "[denied] The council had ignored the warnings for years",
    ),
    "Harlan denied on Tuesday that the council had paid the company.": (
        "denied on Tuesday that the council had paid the company",
    ),
    "Ada Moss denied any part in the strike.": ("denied any part in the strike",),
    "Adela Brank disputed that the port had lost money.": ("disputed that the port had lost money",),
    "Ada Moss rejected the offer as “an insult”.": ("rejected the offer as “an insult”",),
    "Piet Harlan dismissed the claim that he had taken money.": ("dismissed the claim that he had taken money",),
    "Ada Moss blamed the port authority for the strike.": ("blamed the port authority for the strike",),
    "Ada Moss accused the ferry company of “holding a city by the throat”.": (
        "accused the ferry company of “holding a city by the throat”",
    ),
    "Ada Moss called the mayor's plan for the northern docks a “gift to speculators”.": (
        "called the mayor's plan for the northern docks a “gift to speculators”",
    ),
    "“That is a lie,” said Harlan, denying that the council had ignored the warnings.": (
        "“That is a lie,”",
        "denying that the council had ignored the warnings",
    ),
    "Adela Brank, who denies that she was warned, will speak on Friday.": ("denies that she was warned",),
    "Harlan neither confirmed nor denied that the bridge would close.": (
        "neither confirmed nor denied that the bridge would close",
    ),
    # Warnings, promises, demands, questions.
    "Ada Moss warned that the docks would stand still by Friday.": (
        "warned that the docks would stand still by Friday",
    ),
    "Adela Brank promised that every household would be paid.": ("promised that every household would be paid",),
    "Ada Moss urged the council to reopen the talks.": ("urged the council to reopen the talks",),
    "Adela Brank asked whether the port could wait.": ("asked whether the port could wait",),
    "Adela Brank asked the council to wait until May.": ("asked the council to wait until May",),
    "Adela Brank demanded that the company pay.": ("demanded that the company pay",),
    # Hedged and negated.
    "The mayor may have told the council that the bridge was unsafe.": (
        "may have told the council that the bridge was unsafe",
    ),
    "“The pier is lost,” Harlan may have said.": ("[may have said] “The pier is lost,”",),
    "Harlan did not say “the pier is lost.”": ("did not say “the pier is lost.”",),
    "Ada Moss no longer says that the strike is off.": ("no longer says that the strike is off",),
    # At second hand both are named.
    "Adela Brank said that Piet Harlan had promised to rebuild the pier.": (
        "said that Piet Harlan had promised to rebuild the pier",
    ),
    "According to an aide, the mayor said the pier would be rebuilt by May.": (
        "[according to an aide] the mayor said the pier would be rebuilt by May",
    ),
    "“We will close the pier,” Harlan told the council, according to an aide.": (
        "[told … according to an aide] “We will close the pier,”",
    ),
    # Plain saying.
    "Adela Brank said the bridge would cost 2.4 million euros.": ("said the bridge would cost 2.4 million euros",),
    "The bridge would cost 2.4 million euros, Adela Brank said.": ("[said] The bridge would cost 2.4 million euros",),
    "According to Moss, the pier is lost.": ("[according to Moss] the pier is lost",),
    "Adela Brank said the tolls were “a disgrace” and would be dropped.": (
        "said the tolls were “a disgrace” and would be dropped",
    ),
    "“We will rebuild the bridge by May,” Adela Brank told reporters.": ("“We will rebuild the bridge by May,”",),
    "“We never ignored the warnings,” Harlan said. “Nobody did.”": (
        "“We never ignored the warnings,” … “Nobody did.”",
    ),
}

# Nobody is told to have said what stands in these.
NOT_SHOWN = (
    "Piet Harlan did not say whether the bridge would close.",
    "Ada Moss refused to say that the strike was over.",
    "Adela Brank never claimed that the bridge was safe.",
    "Adela Brank would not rule out that the bridge would close.",
    "Nobody heard Harlan say that the bridge was safe.",
    "No minister has said that the pier is lost.",
    "If Harlan says that the bridge is safe, the council will open it on Monday.",
    "It is not true that Harlan said the bridge was safe.",
    "Ada Moss has yet to say that the union will return.",
)


@cache
def read(sentence: str) -> Reading:
    text = f"{OPENING}\n\n{sentence}"
    blocks = (Block("paragraph", 0, len(OPENING)), Block("paragraph", len(OPENING) + 2, len(text)))
    article = Article(text=text, blocks=blocks, headline="Osten weighs the bridge", language="en")
    return Reading(Source("osten.txt", "text"), article, reader.analyze(article))


def on_screen(analysis: Analysis) -> str:
    rows = [" ".join(word.text for each in row.paragraphs for word in each.words) for row in quote_rows(analysis)]
    return "\n".join(rows)


def in_markdown(quote: Quote) -> str:
    return words(quote).replace("[", "\\[").replace("]", "\\]")


@pytest.mark.parametrize("sentence", SHOWN)
def test_the_words_that_give_it_stand_with_it(sentence: str) -> None:
    assert tuple(words(quote) for quote in read(sentence).analysis.quotes) == SHOWN[sentence]


@pytest.mark.parametrize("sentence", NOT_SHOWN)
def test_what_nobody_said_is_no_quote(sentence: str) -> None:
    assert read(sentence).analysis.quotes == ()


@pytest.mark.parametrize("sentence", SHOWN)
def test_every_output_shows_the_same_words(sentence: str) -> None:
    reading = read(sentence)
    plain = to_plain(reading)
    shown = on_screen(reading.analysis)
    notes = (reader.to_markdown(reading), reader.to_markdown(reading, template=markdown.shipped("obsidian")))
    for quote in reading.analysis.quotes:
        assert f"    {words(quote)}\n" in plain
        assert words(quote) in shown
        assert quote_with_source(reading, quote).startswith(f"{words(quote)}\n— ")
        is_own = quote.wording is not None and quote.wording.verbatim
        line = f"\n{'>' if is_own else '-'} {in_markdown(quote)}"
        assert all(line in note for note in notes)
    assert from_json(reader.to_json(reading)).analysis.quotes == reading.analysis.quotes


@pytest.mark.parametrize("sentence", SHOWN)
def test_all_of_it_stands_in_the_article(sentence: str) -> None:
    reading = read(sentence)
    for quote in reading.analysis.quotes:
        assert quote.wording is not None
        for part in quote.wording.parts:
            assert reading.article.text[part.start : part.end] == part.text
        assert all(word in reading.article.text.lower() for word in quote.wording.lead.lower().split(" … "))
