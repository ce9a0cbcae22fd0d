"""What feeds give of an article, HTML or text as the feed pleases, as text that is safe to show. Pure."""

import html
import re

from reader.text.safe import line, lines

# Only elements that stand in what feeds give: "x < y" and "<shrug>" in a title stay as they are.
_BLOCKS = (
    r"p|div|content|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|section|article|header|footer|figure|pre|hr|"
    r"form|aside"
)
# Those that part no lines.
_OTHERS = (
    r"a|abbr|acronym|audio|b|big|br|button|center|cite|code|del|details|em|embed|figcaption|font|frame|frameset|i|iframe|"
    r"img|input|ins|kbd|main|mark|nav|noscript|object|param|picture|q|s|samp|small|source|span|strike|strong|sub|summary|sup|svg|path|"
    r"tbody|thead|time|tt|u|var|video|wbr|html|body|head|meta|link|script|style|title|template|textarea"
)
_TAG_END = r"""(?:\s(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+|/)?>"""
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|head|template|iframe|noscript|svg)\b[^<>]*+>.*?(?:</\1\s*>|\Z)", re.I | re.S
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS}){_TAG_END}", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_OTHER = re.compile(rf"</?(?:{_OTHERS}){_TAG_END}|<!\[CDATA\[|<!doctype[^<>]*>", re.I)
# By itself: what begins with one character is looked for in a third of the time.
_CDATA_END = "]]>"
_MARKUP = re.compile(rf"</?(?:{_BLOCKS}|{_OTHERS})\b|<!--|&#?\w+;", re.I)


def plain(content: str) -> str:
    """The text of what a feed gives, a line a paragraph with an empty line between them.

    "<p>The levy <b>falls</b>.</p><p>It &amp; the pier stay.</p>" -> "The levy falls.", "It & the pier stay."
    """
    if _MARKUP.search(content):
        content = _UNSEEN.sub(" ", content)
        # Line breaks of the markup are none of the text.
        content = content if content.isprintable() else " ".join(content.replace("\x00", "").split())
        content = _BLOCK.sub("\x00", content)
        content = html.unescape(_without_tags(_BREAK.sub("\n", content)))
        paragraphs = content.split("\x00")
    else:
        paragraphs = re.split(r"\n\s*\n", content)
    shown = (lines(paragraph.strip()) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in shown if paragraph)


def plain_line(title: str) -> str:
    """A title or a name on one line. "Levy &#8217;25: <i>Lark</i> lies idle" -> "Levy ’25: Lark lies idle"."""
    if ("<" in title or ("&" in title and ";" in title)) and _MARKUP.search(title):
        title = html.unescape(_without_tags(_BLOCK.sub(" ", _BREAK.sub(" ", _UNSEEN.sub(" ", title)))))
    return line(title)


def _without_tags(content: str) -> str:
    return _OTHER.sub("", content).replace(_CDATA_END, "")
