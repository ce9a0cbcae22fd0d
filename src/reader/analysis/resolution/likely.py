"""Who else may have said a quote: the candidates that were not chosen, with their chances."""

from collections.abc import Mapping

from reader.model import Likely

# More do not help whoever checks a quote, and all other actors stand in the list behind them. The resolver forgets who
# has less than one chance in fifty; of those it remembers nobody is held back.
MOST_OTHERS, FLOOR = 3, 0.02


def likely(
    chances: Mapping[int, float], chosen: int | None, confidence: float, named: Mapping[int, str]
) -> tuple[Likely, ...]:
    """The others, the likeliest first.

    They share what the speaker's confidence leaves, in the proportion of their chances: however that confidence is
    measured, all together are no more than one.

    Args:
        chances: how likely each was, by the entity's number, out of one with nobody.
        chosen: who was chosen.
        confidence: how sure that is; 0 where nobody was.
        named: the ids of the actors by their numbers; who is no actor is left out.
    """
    rest = 1.0 - chances.get(chosen, 0.0) if chosen is not None else 1.0
    share = (1.0 - confidence) / rest if rest > 0 else 0.0
    found = [Likely(named[n], round(chance * share, 3)) for n, chance in chances.items() if n != chosen and n in named]
    shown = sorted((one for one in found if one.chance >= FLOOR), key=lambda one: -one.chance)
    return tuple(shown[:MOST_OTHERS])
