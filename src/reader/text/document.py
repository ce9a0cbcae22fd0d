"""Article -> Document: the text with its paragraphs, sentences and grammar. Adds nothing and changes no character."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from reader.model import Span
from reader.text.paragraphs import paragraphs
from reader.text.sentences import split

# Half a character, as broken JSON and file names have it: spaCy stores words in UTF-8, which has no place for one.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """A text that has been read: offsets in `paragraphs` and `sentences` are code points, `doc` holds the grammar.

    No sentence of `doc` crosses one of `sentences`; spaCy's own tokens for white space stay in it. Its words are those
    of `text`, but for lone surrogates, which stand there as U+FFFD. `block_quotes` are paragraphs set as quotations.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    doc: Doc
    block_quotes: tuple[Span, ...] = ()


def read(text: str, nlp: Language, blocks: Sequence[Span] = (), block_quotes: Sequence[Span] = ()) -> Document:
    """Tokenise and parse a text, with our own sentence boundaries in place of the parser's guesses.

    Args:
        text: any text.
        nlp: a pipeline with tagger, parser, lemmatiser and entity recogniser.
        blocks: spans that no sentence may cross, besides the paragraphs that the text shows by itself.
        block_quotes: those of the blocks that are set as quotations.
    """
    sentences = split(text, blocks)
    tokens = list(_tokens(_SURROGATE.sub("\ufffd", text), nlp))
    starts = {sentence.start for sentence in sentences}
    # A token that straddles a boundary ("end.Start") keeps its sentence; white space belongs to the one before. Said
    # when the Doc is made: setting it word by word reads the whole Doc each time.
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=_starts(tokens, starts),
    )
    return Document(
        text=text,
        paragraphs=tuple(Span(start, end) for start, end in paragraphs(text, blocks)),
        sentences=sentences,
        doc=nlp(doc),
        block_quotes=tuple(block_quotes),
    )


# spaCy's tokeniser takes quadratic time over a stretch without white space (four seconds for 6,000 quotation marks).
# No word is this long; such stretches are handed to it in pieces.
_LONGEST_WORD = 200


def _tokens(text: str, nlp: Language) -> Iterator[Token]:
    if not re.search(rf"\S{{{_LONGEST_WORD + 1}}}", text):
        yield from nlp.make_doc(text)
        return
    for piece in _pieces(text):
        yield from nlp.make_doc(piece)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for stretch in re.finditer(rf"\S{{{_LONGEST_WORD + 1},}}", text):
        yield text[start : stretch.start()]
        for cut in range(stretch.start(), stretch.end(), _LONGEST_WORD):
            yield text[cut : min(cut + _LONGEST_WORD, stretch.end())]
        start = stretch.end()
    yield text[start:]


def _starts(tokens: Sequence[Token], starts: set[int]) -> list[bool | int | None]:
    """Which tokens open a sentence; offsets are counted anew, since the tokens may come from several pieces."""
    flags: list[bool | int | None] = []
    offset = 0
    for token in tokens:
        flags.append(not flags or offset in starts)
        offset += len(token.text_with_ws)
    return flags


def sentence_start(token: Token) -> int:
    """The index of the first token of a token's sentence; spaCy's own way there reads the whole document."""
    doc, i = token.doc, token.i
    while i > 0 and not doc[i].is_sent_start:
        i -= 1
    return i


def sentence_end(token: Token) -> int:
    """The index after the last token of a token's sentence."""
    doc, i = token.doc, token.i + 1
    while i < len(doc) and not doc[i].is_sent_start:
        i += 1
    return i
