"""The noun that a number or share is of, by the grammar: "22 federal lighthouses", "half of the old town"."""

from spacy.tokens import Doc, Token

# "39 different false names": longer ways to the noun are misread.
_MOST_WORDS = 3
_BESIDE_NOUN = frozenset(("JJ", "JJR", "NN", "NNP", "VBN", "VBG", "HYPH"))


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that stands at an offset, or begins after it."""
    found = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return found[0] if found else None


def plural_after(doc: Doc, last: Token) -> Token | None:
    """The plural noun that follows a number, over the adjectives between them: "workers" of "12 harbour workers"."""
    for i in range(last.i + 1, min(last.i + 2 + _MOST_WORDS, len(doc))):
        token = doc[i]
        if token.is_sent_start:
            return None
        if token.tag_ == "NNS" and token.text.islower():
            following = doc[i + 1] if i + 1 < len(doc) else None
            return None if following is not None and following.tag_ in ("NN", "NNS", "POS") else token
        if token.tag_ not in _BESIDE_NOUN:
            return None
    return None


def whole_after(doc: Doc, first: int) -> Token | None:
    """The noun or pronoun that ends the phrase that begins at a token: "town" of "the old town", "them"."""
    for i in range(first, min(first + 2 + _MOST_WORDS, len(doc))):
        token = doc[i]
        following = doc[i + 1] if i + 1 < len(doc) else None
        if token.pos_ == "PRON" and token.tag_ != "PRP$":
            return token
        if token.pos_ in ("NOUN", "PROPN"):
            if following is None or not (following.pos_ in ("NOUN", "PROPN") or following.tag_ in ("POS", "HYPH")):
                return token
        elif token.pos_ not in ("DET", "ADJ", "PRON", "NUM", "ADV") and token.tag_ not in ("VBN", "POS", "HYPH"):
            return None
    return None
