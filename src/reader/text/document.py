"""Article -> Document: the text with its paragraphs, sentences and grammar. Adds nothing and changes no character."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    words, spaces = _words(_SURROGATE.sub("\ufffd", text), nlp)
    starts = _starts(words, spaces, {sentence.start for sentence in sentences})
    return Document(
        text=text,
        paragraphs=tuple(Span(start, end) for start, end in paragraphs(text, blocks)),
        sentences=sentences,
        doc=_parsed(nlp, words, spaces, starts),
        block_quotes=tuple(block_quotes),
    )


# No word is this long. What goes on without white space for longer is taken as words of this length: it holds nothing
# to find, spaCy's tokeniser takes quadratic time over it (four seconds for 6,000 quotation marks), and a line of 40,000
# marks would be as many words.
LONGEST_WORD = 200
_STRETCH = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")

# How many words are parsed at once, the rest of the last sentence besides. The parser holds some 18 KB for each until
# it is done: of 20,000 words it took 350 MB at once and 75 MB so, and was a little faster. Cut into 6, the grammar of
# those 20,000 words of news was the same; cut into 49, it differed at 5 words, as the model looks four words around.
_PARSED_AT_ONCE = 4_000

# No sentence of the grammar is longer, though one of the text may be: what looks at the words of a sentence for each of
# its words takes quadratic time. The longest sentence of 2,204 articles has 231 words.
_LONGEST_SENTENCE = 1_000


def _words(text: str, nlp: Language) -> tuple[list[str], list[bool]]:
    """The words of a text, marks and wide white space among them, and whether a space follows each."""
    words: list[str] = []
    spaces: list[bool] = []

    def add(start: int, end: int) -> None:
        for token in nlp.make_doc(text[start:end]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))

    done = 0
    for stretch in _STRETCH.finditer(text):
        add(done, stretch.start())
        cuts = range(stretch.start(), stretch.end(), LONGEST_WORD)
        words.extend(text[cut : min(cut + LONGEST_WORD, stretch.end())] for cut in cuts)
        spaces.extend(False for _ in cuts)
        done = stretch.end()
    add(done, len(text))
    return words, spaces


def _starts(words: Sequence[str], spaces: Sequence[bool], starts: Collection[int]) -> list[bool | int | None]:
    """Which words open a sentence of the grammar, where sentences start at such offsets.

    A word that straddles a boundary ("end.Start") keeps its sentence; white space belongs to the one before.
    """
    flags: list[bool | int | None] = []
    offset = opened = 0
    for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
        opens = not i or offset in starts or i - opened == _LONGEST_SENTENCE
        opened = i if opens else opened
        flags.append(opens)
        offset += len(word) + space
    return flags


def _parsed(nlp: Language, words: list[str], spaces: list[bool], starts: list[bool | int | None]) -> Doc:
    """The words with their grammar, parsed in parts that end with a sentence."""
    cuts = [0]
    for i, opens in enumerate(starts):
        if opens and i - cuts[-1] >= _PARSED_AT_ONCE:
            cuts.append(i)
    # Where sentences begin is said when a Doc is made: setting it word by word reads the whole Doc each time.
    parts = [
        nlp(Doc(nlp.vocab, words=words[start:end], spaces=spaces[start:end], sent_starts=starts[start:end]))
        for start, end in pairwise((*cuts, len(words)))
    ]
    return parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)


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
