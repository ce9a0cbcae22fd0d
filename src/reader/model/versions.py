"""What changed between two readings of one article. Nothing here computes, reads or writes."""

from typing import Literal

import msgspec

from reader.model.article import Excerpt

ChangeKind = Literal["quote gone", "quote altered", "headline", "altered", "gone", "new"]
"""What became of a passage: a quote was taken out or worded anew, the headline, or another passage, was worded anew, or
taken out, or added."""


class Change(msgspec.Struct, frozen=True):
    """One thing that changed; `before` is a span of the earlier text, `after` of the later, None where there is none.

    A headline's spans are of the headline. `speaker` is the name of who was said to have said a quote, where known.
    """

    kind: ChangeKind
    before: Excerpt | None = None
    after: Excerpt | None = None
    speaker: str | None = None
