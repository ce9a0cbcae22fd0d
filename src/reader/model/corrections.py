"""What a reader decides of what was found in an article. Nothing here computes, reads or writes."""

from typing import Literal

from reader.model.article import Excerpt

Verdict = Literal["right", "wrong", "given", "none", "extent"]
"""What is decided of a quote.

"right": it is one, and its speaker is right. "wrong": it is one, and who said it is not known. "given": it is one, and
somebody else said it. "none": it is no quote. "extent": it is one, but of other words; nothing is said of the speaker.
"""


class Correction(Excerpt, frozen=True):
    """One decision of the reader about one quote.

    `start`, `end` and `text` are the quote's words as they stood when it was decided, `before` and `after` some of the
    text on either side: by these its place is found again when the article has changed. `speaker` is the name of who
    said it, where that was decided, and `words` the right words of an "extent".
    """

    verdict: Verdict
    before: str = ""
    after: str = ""
    speaker: str | None = None
    words: Excerpt | None = None
