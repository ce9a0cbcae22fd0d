"""Posts of social networks set into an article: leaves each in the page as a plain block quote with who posted it.

The scripts of the networks would draw them; without these a page holds their text in a `blockquote`.
"""

import re

from lxml.html import HtmlElement

# The classes by which the embedding codes of the networks mark their block quotes.
POST = re.compile(
    r"\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media|"
    r"fb-xfbml-parse-ignore|reddit-(?:embed-bq|card)|imgur-embed-pub)\b"
)
# What a post links to itself or its picture with, no words of who posted it.
OWN_LINK = re.compile(r"\s*(?:(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\S*|view (?:this )?post on \w+)\s*", re.I)


def unwrap(tree: HtmlElement) -> None:
    """Make plain block quotes of the posts, in place: boxes "embed" around them are what trafilatura drops."""
    for quote in tree.iter("blockquote"):
        if not POST.search(quote.get("class") or ""):
            continue
        for link in list(quote.iter("a")):
            if OWN_LINK.fullmatch(str(link.text_content())) and link.getparent() is not None:
                link.drop_tree()
        quote.attrib.pop("class", None)
        box = quote.getparent()
        while box is not None and box.tag in ("div", "figure", "span") and holds_only(box, quote):
            box.tag = "div"
            box.attrib.pop("class", None)
            box.attrib.pop("id", None)
            box = box.getparent()


def holds_only(box: HtmlElement, quote: HtmlElement) -> bool:
    """True for a box around a post and nothing else that shows."""
    texts = box.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    return "".join(map(str, texts)).strip() == str(quote.text_content()).strip()
