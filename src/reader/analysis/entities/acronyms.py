"""What a text says that a body is called for short: "the Harbour Safety Body (HSB)", "…, or HSB,", "… (Haboda)"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import places

# "SIT", "DoE", "PG&E": what may be short for a longer name.
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&]{2,7}")
# "Mintur", short for a name in another tongue: a word with a capital in brackets of its own, of so many letters.
_WORD = re.compile(r"[A-Z][A-Za-z]{2,11}")
# Such a word that is short for something comes again.
_TWICE = 2
# The name goes on so many words before the brackets: "the Relief Mission | in Orle (RMO)"; its acronym is this long.
_FARTHEST, _TOLD_FROM = 10, 3
_SMALL = frozenset(("in", "of", "for", "the", "and", "on", "&"))


def introduced(doc: Doc, found: Sequence[NameMention]) -> Iterator[tuple[NameMention, Token]]:
    """The bodies that a text gives a short name, each with the word that is it."""
    bodies = (mention for mention in found if mention.kind == "organization" and " " in mention.text)
    given = [(mention, word) for mention in bodies if (word := _behind(doc, mention)) is not None]
    count = Counter(token.text for token in doc) if given else Counter[str]()
    yield from (pair for pair in given if _is_short(doc, pair[1], pair[0], count))


def completed(doc: Doc, found: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The names of a document with the short ones of bodies where nobody took them for names, in order."""
    given = {word.text for _, word in introduced(doc, found)}
    letters = {text for text in given if ACRONYM.fullmatch(text)}
    found = [m._replace(kind="organization") if m.kind == "place" and m.text in letters else m for m in found]
    others = {word for m in found if m.kind != "organization" for word in m.text.split()}
    short = given - others
    taken = {i for m in found for i in range(m.start, m.end)}
    added = (
        NameMention(token.i, token.i + 1, "organization", token.text)
        for token in doc
        if token.text in short and token.i not in taken
    )
    return tuple(sorted((*found, *added), key=lambda m: m.start))


def _behind(doc: Doc, mention: NameMention) -> Token | None:
    """The word in the brackets behind a name, or behind ", or"; None where neither follows."""
    end = mention.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "or":
        return doc[end + 2] if end + 2 < len(doc) else None
    last = min(len(doc) - 2, end + _FARTHEST)
    while end < last and (doc[end].lower_ in _SMALL or doc[end].text[:1].isupper()):
        end += 1
    return doc[end + 1] if end + 1 < len(doc) and doc[end].text == "(" else None


def _is_short(doc: Doc, word: Token, mention: NameMention, count: Counter[str]) -> bool:
    near = doc[mention.end].text in ("(", ",")
    closed = doc[word.i - 1].text == "(" and word.i + 1 < len(doc) and doc[word.i + 1].text == ")"
    if ACRONYM.fullmatch(word.text):
        given = not Counter(word.lower_) - Counter(mention.text.lower())
        if near and (given or (closed and count[word.text] >= _TWICE and not _is_other(word))):
            return True
        whole = doc[mention.start : word.i - 1].text
        return len(word) >= _TOLD_FROM and whole[0] == word.text[0] and _spells(word.text, whole)
    if not near or not closed or not _WORD.fullmatch(word.text) or count[word.text] < _TWICE:
        return False
    return not _is_other(word)


def _is_other(word: Token) -> bool:
    """Whether a word in brackets is a place or somebody: "the Courier (Orle)"."""
    return names.fold(word.text) in places.COUNTRIES | places.NAMES or names.is_given(word.text)


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name, in order, some left out."""
    firsts = iter(word[0].upper() for word in name.replace("-", " ").split())
    return all(letter in firsts for letter in acronym if letter.isupper())
