"""The frozen values that flow through the program: Page, Article or Listing, Analysis, Reading.

Every `start` and `end` is an offset in code points into `Article.text`, the end exclusive; every `text` beside
them is `Article.text[start:end]`, to the letter. Nothing here computes, reads or writes.
"""

from reader.model.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Engine,
    Event,
    Figure,
    Glance,
    KeyPoint,
    Likely,
    Mention,
    MentionKind,
    Place,
    Quote,
    QuoteKind,
    Reading,
    Wording,
)
from reader.model.article import (
    Article,
    Block,
    BlockKind,
    Excerpt,
    Image,
    Link,
    Listing,
    Page,
    PageKind,
    Source,
    Span,
    Teaser,
)
from reader.model.corrections import Correction, Verdict
from reader.model.noted import Note

__all__ = [
    "Actor",
    "ActorKind",
    "Analysis",
    "Article",
    "Block",
    "BlockKind",
    "Correction",
    "Engine",
    "Event",
    "Excerpt",
    "Figure",
    "Glance",
    "Image",
    "KeyPoint",
    "Likely",
    "Link",
    "Listing",
    "Mention",
    "MentionKind",
    "Note",
    "Page",
    "PageKind",
    "Place",
    "Quote",
    "QuoteKind",
    "Reading",
    "Source",
    "Span",
    "Teaser",
    "Verdict",
    "Wording",
]
