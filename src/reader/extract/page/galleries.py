"""Galleries: pages whose text is the captions of their pictures."""

from collections.abc import Sequence

from reader.extract.metadata import image
from reader.extract.page.pieces import Piece
from reader.extract.page_kind import page_kind

# Two pictures with hardly a word beside them are a notice.
LEAST_PICTURES = 3
SHORTEST_CAPTION = 40
NOTICE = "A gallery: the captions of its {} pictures are shown."


def with_captions(pieces: Sequence[Piece], captions: Sequence[str]) -> tuple[list[Piece], str | None]:
    """A body with the captions of a gallery behind what else it says, and what the reader must know, if it is one.

    Args:
        pieces: the body, residue taken out.
        captions: those of the page, in order, their credits with them.
    """
    told = [
        text
        for caption in dict.fromkeys(captions)
        if len(text := image.split_credit(caption)[0] or "") >= SHORTEST_CAPTION
    ]
    if len(told) < LEAST_PICTURES or page_kind.prose(pieces) >= page_kind.BRIEF:
        return list(pieces), None
    said = [piece for piece in pieces if page_kind.prose([piece])]
    return [*said, *(Piece("paragraph", text) for text in told)], NOTICE.format(len(told))
