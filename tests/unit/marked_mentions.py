"""Texts with their mentions marked, for what is tested without the language model."""

import re

from reader.lexicon.pronouns import THIRD_PERSON
from reader.model import Actor, Mention, MentionKind, Quote, Span
from reader.text.sentences import split

NAMES = {
    "moss": Actor("moss", "Ada Moss", "person"),
    "vale": Actor("vale", "Joost Vale", "person"),
    "aide": Actor("aide", "an aide", "person", named=False),
    "board": Actor("board", "Ellery Water Board", "organization"),
    "bank": Actor("bank", "Lorne Bank", "organization"),
}
MARKED = re.compile(r"\{(\w+):([^}]+)\}")


def read(
    marked: str, confidence: float = 0.0, sure: float = 0.8
) -> tuple[str, tuple[Span, ...], list[Actor], list[Quote]]:
    """A text in which mentions are marked {moss:she}; the last one also gives its sentence to who it is.

    Args:
        marked: the text.
        confidence: of the quote that its last sentence then is; none where it is 0.
        sure: of every pronoun that is marked.
    """
    text, found, end = "", list[tuple[str, Mention]](), 0
    for mark in MARKED.finditer(marked):
        text += marked[end : mark.start()]
        kind: MentionKind = "pronoun" if mark[2].lower() in THIRD_PERSON else "name"
        at = sure if kind == "pronoun" else 1.0
        found.append((mark[1], Mention(len(text), len(text) + len(mark[2]), mark[2], kind, at)))
        text, end = text + mark[2], mark.end()
    text += marked[end:]
    actors = []
    for who, actor in NAMES.items():
        mentions = tuple(excerpt for name, excerpt in found if name == who)
        forms = dict.fromkeys(
            m.text for m in mentions if m.text[0].isupper() and m.text not in (actor.name, "He", "She")
        )
        actors.append(Actor(who, actor.name, actor.kind, None, tuple(forms), mentions, actor.named))
    sentences = split(text)
    who, mention = found[-1]
    last = sentences[-1]
    quotes = [Quote(last.start, last.end, text, "q1", "indirect", None, "say", mention, who, confidence)]
    return text, sentences, actors, quotes if confidence else []
