"""Boxes that sum a story up over its text, often made by a machine: "Key takeaways", "AI summary". Takes them out.

What they say is not the article's own wording, so nothing in them may be taken for a quote or a key point.
"""

from collections.abc import Sequence

from reader.extract.page.pieces import Piece, unmarked
from reader.extract.page_kind.page_kind import REAL_PARAGRAPH
from reader.extract.phrase_patterns import is_whole
from reader.lexicon.punctuation import ends_sentence

# A box by its label; of those without a word of machines only one over the whole text, with a list in it, counts.
LABEL = is_whole(
    r"(?:(?:article|story|quick|news) )?summary|(?:story |article )?highlights",
    r"(?:key|main) (?:takeaways?|points|facts)",
    r"takeaways?|at a glance|in (?:brief|short)|tl;?\s?dr|the gist|bullet points|quick (?:read|take)",
    r"(?:das wichtigste )?(?:in kürze|auf einen blick)|zusammenfassung|l['’]essentiel|en bref|points clés|en resumen",
    r"(?:las )?claves|lo más importante|in sintesi|punti chiave|em resumo|samenvatting|kort samengevat|sammanfattning",
)
BY_MACHINE = is_whole(
    r"(?:our )?a\.?i\.?[ -](?:generated |powered |assisted )?"
    r"(?:(?:article |story |quick )?summary|overview|highlights|takeaways|key points)(?: .{0,40})?",
    r"(?:summary|highlights|(?:key )?takeaways|key points)\W{0,3}(?:by |generated (?:by|with) |from )?"
    r"(?:a\.?i\.?|artificial intelligence)\b.{0,40}",
    r"(?:generated|summari[sz]ed|powered|created) (?:by|with) (?:a\.?i\.?|artificial intelligence)(?: .{0,40})?",
    r"ki-(?:generierte )?zusammenfassung|von (?:einer )?ki (?:erstellt|zusammengefasst)(?: .{0,40})?",
    r"résumé (?:généré )?par (?:l['’])?(?:ia|intelligence artificielle)",
    r"resumen (?:generado|hecho) (?:por|con) (?:la )?ia",
)
# The longest that is shown as a standfirst; a box of more is another text.
LONGEST_STANDFIRST = 300
LONGEST_BOXED = 600
LEAST_POINTS = 2


def without(pieces: Sequence[Piece]) -> tuple[list[Piece], str | None]:
    """Take the box out of a body; gives the rest, and what it said where that is as short as a standfirst.

    "Key takeaways" over a list stands before the first paragraph; a box made by a machine may stand anywhere.
    """
    kept: list[Piece] = []
    said: list[str] = []
    at, prose = 0, False
    while at < len(pieces):
        piece = pieces[at]
        end = box_end(pieces, at, is_over_text=not prose)
        if end:
            said += [unmarked(line) for part in pieces[at + 1 : end] for line in part.text.split("\n")]
            at = end
            continue
        prose = prose or (piece.kind in ("paragraph", "quote") and len(piece.text) >= REAL_PARAGRAPH)
        kept.append(piece)
        at += 1
    if not prose:
        return list(pieces), None
    text = " ".join(said)
    return kept, text if 0 < len(text) <= LONGEST_STANDFIRST and all(map(ends_sentence, said)) else None


def box_end(pieces: Sequence[Piece], at: int, *, is_over_text: bool) -> int:
    """Where the box ends that the label at a place opens; 0 where there is none."""
    if at + 1 >= len(pieces):
        return 0
    label, under = pieces[at].text, pieces[at + 1]
    made = BY_MACHINE.match(label) is not None
    if not made and not (is_over_text and LABEL.match(label)):
        return 0
    if not made and BY_MACHINE.match(under.text) and at + 2 < len(pieces):
        return at + 3 if len(pieces[at + 2].text) <= 2 * LONGEST_BOXED else at + 2
    if under.kind == "list":
        return at + 2
    # Points set as paragraphs, over the first that is text.
    end = at + 1
    while end < len(pieces) and pieces[end].kind == "paragraph" and len(pieces[end].text) < REAL_PARAGRAPH:
        end += 1
    if end - at > LEAST_POINTS and end < len(pieces) and pieces[end].kind == "paragraph":
        return end
    return at + 2 if made and len(under.text) <= LONGEST_BOXED and under.kind != "heading" else 0
