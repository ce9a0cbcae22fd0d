"""Document -> what the quote tagger sees of each word: small numbers, names left out.

Names and figures are reduced to their kind, so that nothing learned is about a person, party or place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from reader.analysis.quotes.quotation_marks import QuotedSpan
from reader.model import Span

# Words share this many rows of the tagger's table, by hash: the weights were learned with this number.
WORD_ROWS = 4096

TAGS = (
    "-LRB- -RRB- , : . '' `` # $ ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ "
    "RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX"
)
DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
ENTS = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
)
_TAG = {name: n + 1 for n, name in enumerate(TAGS.split())}
_DEP = {name: n + 1 for n, name in enumerate(DEPS.split())}
_ENT = {name: n + 1 for n, name in enumerate(ENTS.split())}

# Columns of `Features.columns`, with the number of values each can take.
COLUMNS = {"word": WORD_ROWS, "tag": 64, "dep": 64, "ent": 32, "marks": 8, "place": 8}


# How many letters of its hash tell one table of features from another.
_FINGERPRINT = 16


def fingerprint() -> str:
    """Tells this table of features from any other: weights fit the one that they were learned on."""
    return sha256(repr((COLUMNS, TAGS, DEPS, ENTS)).encode()).hexdigest()[:_FINGERPRINT]


@dataclass(frozen=True, slots=True)
class Features:
    """What the quote tagger sees of one document.

    Attributes:
        columns: int32, one row a word (white space left out), one column for each of `COLUMNS`.
        heads: int32, for each word the row of its grammatical head (itself at a root).
        tokens: for each row its index in the spaCy Doc.
    """

    columns: NDArray[np.int32]
    heads: NDArray[np.int32]
    tokens: NDArray[np.int32]


def features(
    doc: Doc, quoted_spans: Sequence[QuotedSpan], paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> Features:
    """Describe every word of a document by its kind, grammar and place."""
    words = [token for token in doc if not token.is_space]
    rows = {token.i: n for n, token in enumerate(words)}
    marked = _marked(words, quoted_spans)
    paragraph_starts = {span.start for span in paragraphs}
    sentence_starts = {span.start for span in sentences}
    columns = np.zeros((len(words), len(COLUMNS)), dtype=np.int32)
    heads = np.zeros(len(words), dtype=np.int32)
    for n, token in enumerate(words):
        place = (1 if token.idx in sentence_starts else 0) + (2 if token.idx in paragraph_starts else 0)
        columns[n] = (
            crc32(_word(token).encode("utf-8", "replace")) % WORD_ROWS,
            _TAG.get(token.tag_, 0),
            _DEP.get(token.dep_, 0),
            _ENT.get(token.ent_type_, 0),
            marked[n],
            place,
        )
        heads[n] = rows.get(token.head.i, n)
    return Features(columns, heads, np.array([token.i for token in words], dtype=np.int32))


def _word(token: Token) -> str:
    """The lemma, or only the kind of word where it is a name or a figure."""
    if token.like_num or token.pos_ == "NUM":
        return "#"
    if token.pos_ == "PROPN" or (token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") and token.text[:1].isupper()):
        return f"^{token.ent_type_}"
    return str(token.lemma_).lower()


def _marked(words: Sequence[Token], quoted_spans: Sequence[QuotedSpan]) -> list[int]:
    """For each word: 0 outside marks, 1 the first of a stretch, 2 inside, 3 the last; + 4 for single marks."""
    states = [0] * len(words)
    n = 0
    for stretch in quoted_spans:
        while n < len(words) and words[n].idx + len(words[n]) <= stretch.start:
            n += 1
        first = n
        while n < len(words) and words[n].idx < stretch.end:
            states[n] = (1 if n == first else 2) + (4 if stretch.single else 0)
            n += 1
        if n > first + 1:
            states[n - 1] += 1
    return states
