import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ExtractError
from reader.extract import to_article
from reader.model import Article, Page, PageKind, Source

KINDS: tuple[PageKind, ...] = ("html", "text", "markdown")
CHARSETS = [None, "utf-8", "latin-1", "utf-16", "shift_jis", "utf-7", "idna", "rot13", "no-such-thing", "\x00"]
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "ul",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "pre",
    "code",
    "figure",
    "figcaption",
    "a",
    "br",
]

PROSE = st.text(max_size=120).map(lambda text: text.replace("<", "‹"))
ELEMENT = st.tuples(st.sampled_from(TAGS), PROSE).map(lambda pair: f"<{pair[0]} class='byline'>{pair[1]}</{pair[0]}>")
SENTENCE = st.just("<p>The ferry between Brindle and Harwell did not sail on Monday, the port authority said.</p>")
HTML = st.lists(st.one_of(ELEMENT, SENTENCE, PROSE), max_size=12).map(
    lambda parts: f"<html><body>{''.join(parts)}</body></html>"
)
LINES = st.lists(
    st.one_of(PROSE, SENTENCE, st.sampled_from(["# x", "- y", "> z", "| a | b |", "```", "---"])), max_size=12
)
PLAIN = LINES.map("\n".join)
CONTENT = st.one_of(
    st.binary(max_size=400),
    HTML.map(lambda text: text.encode("utf-8", "surrogatepass")),
    PLAIN.map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def strings(article: Article) -> list[str]:
    image = article.image
    fields = [article.text, article.headline, article.standfirst, article.agency, article.publisher, article.dateline]
    fields += [article.published, article.language, article.url, *article.byline]
    fields += [image.url, image.caption, image.credit] if image else []
    return [field for field in fields if field is not None]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=CONTENT, charset=st.sampled_from(CHARSETS))
def test_any_bytes_give_a_sound_article_or_a_clear_error(kind: PageKind, content: bytes, charset: str | None) -> None:
    try:
        article = to_article(Page(Source("any", kind), content, charset))
    except ExtractError as error:
        said = (error.message, error.hint)
        article = None
    if article is None:
        assert all(said)
        return
    assert article.text.strip()
    assert not [text for text in strings(article) if UNSAFE.search(text)]
    at = 0
    for block in article.blocks:
        assert article.text[at : block.start] == ("\n\n" if at else "")
        assert article.text[block.start : block.end].strip()
        at = block.end
    assert at == len(article.text)
