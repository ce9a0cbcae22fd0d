"""Nouns for organisations, by what a story does with them. Data."""

from reader.lexicon import persons
from reader.lexicon.wordlists import marked, table, words

_ORGANISATIONS = table("organisations", 1)

# They say what an organisation is: "Corpress, Corvane's official news agency".
ROLES = marked(_ORGANISATIONS, "role")
# They mean the organisation named before: "the company said".
KNOWN = marked(_ORGANISATIONS, "known")
# They mean no person. In short stories of one person and a source like "the court" three of seven went to that person;
# of the 2,500 quotes of the training corpora one has another speaker by it.
NO_PERSONS = (
    KNOWN | ROLES | words("administration army congress embassy government navy parliament police school senate")
) - persons.NOUNS
# Bodies known by whose they are: "the Hale campaign", "Moss's team".
RETINUES = marked(_ORGANISATIONS, "retinue")
# What a company is in law, as the last words of its name.
LEGAL_FORMS = words(
    "ag bhd co corp corporation gmbh inc incorporated limited llc llp ltd nv plc pte pty pvt sa sdn spa"
)
# With words that any country's bodies are made of, they name a body of no country in particular: "Interior Ministry".
FIELDS = words(
    """affairs agriculture anti-corruption appeals budget children commerce commons communications constitutional
    culture defence defense deputies economy education electoral energy environment family fisheries foreign
    gender housing information infrastructure intelligence interior internal investigation labour land lands law
    livestock lords lower municipal parliamentary planning power provincial regional religious representatives
    rights science security sports technology tourism town trade transport transportation treasury upper village
    water welfare youth of the and for"""
)
