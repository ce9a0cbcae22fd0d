"""Ordinary prose, invented: what hostile pieces are set into."""

from __future__ import annotations

from random import Random

_WHO = (
    "the harbour master, Piet Calder",
    "Ada Moss, who chairs the dockers' union",
    "Mayor Ilse Fenwick",
    "a spokesman for the port of Brindle",
    "the coast guard",
    "Vera Lund, a fisherman for 30 years",
)
_WHAT = (
    "the ferry between Brindle and Harwell did not sail on Monday",
    "waves broke over the quay and the wind rose to a storm",
    "the school and the market stayed closed for a second day",
    "the repairs would cost $4.5 million and last until 3 June",
    "nobody had been told of the danger before Saturday night",
    "at least 40 boats were lost, more than in any year since 1987",
)
_MADE = (
    "“{what},” said {who}.",
    "{who} said that {what}.",
    "On Tuesday {what}, and {who} denied it.",
    "According to {who}, {what}. She did not say why.",
    "{what}. “It is over,” {who} told the council. “We begin again.”",
)


def paragraph(random: Random) -> str:
    """A paragraph of three sentences or more, with somebody's words in it."""
    sentences = []
    for _ in range(random.randint(3, 5)):
        said = random.choice(_MADE).format(who=random.choice(_WHO), what=random.choice(_WHAT))
        sentences.append(said[0].upper() + said[1:])
    return " ".join(sentences)
