"""Live blogs: the posts of one, each given a heading with its time, and in which order they stand."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from reader.extract.metadata import jsonld
from reader.extract.page.pieces import Piece
from reader.extract.page_kind.page_kind import BRIEF, REAL_PARAGRAPH
from reader.text import safe

# Two times on a page are the article's own and when it was changed.
LEAST_POSTS = 3
# At least this share of the paragraphs of a page stands in its posts; related stories and comments have times too.
SHARE = 0.5
STAMP = re.compile(r"(?:^|[\s_-])(?:time|timestamp|date|datetime|post-?time|block-?time)(?:$|[\s_-])", re.IGNORECASE)
STAMPED = etree.XPath("//time | //@class[contains(., 'time') or contains(., 'date')]/..")
# In the headlines of live blogs; only there a time may stand in other elements than `time`.
CALLED = re.compile(
    r"\b(?:live|as it happened|minute by minute|ticker|en direct|en vivo|in diretta|updates)\b", re.IGNORECASE
)
CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\b(?:\s*(?P<half>[ap])\.?m)?", re.IGNORECASE)
AGO = re.compile(r"\bago\b|\bvor \d|\bil y a\b|\bhace \d|\bfa$", re.IGNORECASE)
ISO_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
LONGEST_STAMP = 60
POSTS = ("article", "section", "div", "li")
MARKS = ("p", "div", "span", "time")
HEADINGS = ("h2", "h3", "h4", "h5")
ELSEWHERE = re.compile(r"comment|related|teaser|card|promo|sidebar|recommend", re.IGNORECASE)
LIVE = "liveblogposting"
NOTICE = "A live blog of {} posts, {}."
NEWEST, OLDEST, AS_SET = "the newest first", "the oldest first", "in the order of the page"


class Post(NamedTuple):
    """A post, the element with its time, and that time as it is shown."""

    box: HtmlElement
    stamp: HtmlElement
    shown: str


def settle(tree: HtmlElement, things: Sequence[jsonld.Thing], headline: str | None) -> str | None:
    """Give each post of a live blog a heading with its time, in place; gives what the reader must know of one."""
    posts = found(tree, is_called=CALLED.search(headline or "") is not None, is_declared=is_live(things))
    if not posts:
        return None
    moments = [moment(post) for post in posts]
    for post in posts:
        head(post)
    return NOTICE.format(len(posts), order(moments))


def is_live(things: Sequence[jsonld.Thing]) -> bool:
    """True for a page that calls itself a live blog."""
    return any(name.lower() == LIVE for thing in things for name in jsonld.types_of(thing))


def found(tree: HtmlElement, *, is_called: bool, is_declared: bool) -> list[Post]:
    """The posts of a page: the boxes beside each other with one time each, in which most of its text stands."""
    times = STAMPED(tree) if is_called or is_declared else list(tree.iter("time"))
    if len(times) < LEAST_POSTS:
        return []
    stamps = [stamp for element in times if (stamp := stamp_of(element))]
    # Of a stamp inside another the outer one goes.
    held = {ancestor for element, _ in stamps for ancestor in element.iterancestors()}
    stamps = [(element, shown) for element, shown in stamps if element not in held]
    if len(stamps) < LEAST_POSTS:
        return []
    counts: dict[HtmlElement, int] = defaultdict(int)
    for element, _ in stamps:
        for ancestor in element.iterancestors():
            counts[ancestor] += 1
    beside: dict[tuple[HtmlElement | None, str], list[Post]] = defaultdict(list)
    for element, shown in stamps:
        box = element
        while (outer := box.getparent()) is not None and counts[outer] == 1:
            box = outer
        beside[box.getparent(), str(box.tag)].append(Post(box, element, shown))
    groups = [group for group in beside.values() if len(group) >= LEAST_POSTS and not any(map(is_elsewhere, group))]
    text = sum(prose(part) for part in tree.iter("p"))
    for group in sorted(groups, key=len, reverse=True):
        in_boxes = (
            group[0].box.tag in POSTS and sum(prose(p) for post in group for p in post.box.iter("p")) > SHARE * text
        )
        if in_boxes and (is_declared or not any(map(is_linked, group))):
            return group
        if group[0].box.tag in (*HEADINGS, *MARKS) and all(map(leads, group)):
            return group
    return []


def stamp_of(element: HtmlElement) -> tuple[HtmlElement, str] | None:
    """An element that is a time of day, and how it is shown: one in hours ago by the clock that it declares."""
    if element.tag != "time" and not STAMP.search(element.get("class") or ""):
        return None
    shown = safe.line(str(element.text_content()))
    stated = ISO_CLOCK.search(element.get("datetime") or "")
    if not shown or len(shown) > LONGEST_STAMP or not (CLOCK.search(shown) or stated):
        return None
    if stated and not CLOCK.search(shown):
        clock = f"{stated['hour']}:{stated['minute']}"
        return element, clock if AGO.search(shown) else f"{shown}, {clock}"
    return element, shown


def is_elsewhere(post: Post) -> bool:
    """True for comments and teasers, which have times as well."""
    outer = (post.box, *post.box.iterancestors())
    return any(
        ELSEWHERE.search(f"{part.get('class') or ''} {part.get('id') or ''}") for part in outer if part.tag != "body"
    )


def is_linked(post: Post) -> bool:
    """True for a box whose heading leads to another page: a teaser."""
    heading = next(post.box.iter(*HEADINGS), None)
    links = [*heading.iter("a"), *heading.iterancestors("a")] if heading is not None else []
    return any(not (link.get("href") or "#").startswith("#") for link in links)


def leads(post: Post) -> bool:
    """True for a time that stands alone over a paragraph, or in a heading."""
    after = post.box.getnext()
    alone = post.box.tag in HEADINGS or len(safe.line(str(post.box.text_content()))) <= len(post.shown) + LONGEST_STAMP
    return alone and after is not None and after.tag in ("p", "div", "blockquote", "ul", *HEADINGS)


def prose(paragraph: HtmlElement) -> int:
    """How long a paragraph is."""
    return len(safe.line(str(paragraph.text_content())))


def head(post: Post) -> None:
    """Put the time of a post into its heading, or over its text where it has none."""
    if post.box.tag in HEADINGS:
        post.stamp.tag = "span"
        return
    if post.box.tag in MARKS and next(post.box.iter("p"), None) in (None, post.box):
        text = post.shown
        for part in list(post.box):
            post.box.remove(part)
        post.box.text, post.box.tag = text, "h3"
        post.box.attrib.clear()
        return
    heading = next((part for part in post.box.iter(*HEADINGS) if post.stamp not in part.iter()), None)
    line = line_of(post)
    if heading is None:
        heading = fragment_fromstring("<h3></h3>")
        post.box.insert(0, heading)
        if (text := (post.box.text or "").strip()) and len(text) < REAL_PARAGRAPH:
            post.box.text = None
    if line.getparent() is not None and heading not in line.iter():
        line.drop_tree()
    heading.text = " ".join(filter(None, (post.shown, (heading.text or "").strip())))
    for box in (post.box, post.box.getparent()):
        if box is not None and box.tag in ("article", "li", "ul", "ol", "section"):
            box.tag = "div"
    post.box.attrib.clear()
    # Of one class in each post, boxes would be taken for one body in parts (`chunks`), and put together.
    for box in {paragraph.getparent() for paragraph in post.box.iter("p")}:
        box.attrib.pop("class", None)


def line_of(post: Post) -> HtmlElement:
    """The short line in which a time stands, with who posted it: it goes with the time."""
    line = post.stamp
    while (outer := line.getparent()) is not None and outer is not post.box:
        if next(outer.iter(*HEADINGS), None) is not None or len(safe.line(str(outer.text_content()))) > LONGEST_STAMP:
            break
        line = outer
    return line


def moment(post: Post) -> str:
    """When a post was made, in a form that can be compared; empty where it is not told."""
    if stated := post.stamp.get("datetime"):
        return str(stated)
    clock = CLOCK.search(post.shown)
    if clock is None:
        return ""
    half = (clock["half"] or "").lower()
    hour = int(clock["hour"]) % 12 + 12 * (half == "p") if half else int(clock["hour"])
    return f"{hour:02}:{clock['minute']}"


def order(moments: Sequence[str]) -> str:
    """In which order posts stand."""
    if all(moments) and list(moments) == sorted(moments, reverse=True) and len(set(moments)) > 1:
        return NEWEST
    return OLDEST if all(moments) and list(moments) == sorted(moments) and len(set(moments)) > 1 else AS_SET


def stated(things: Sequence[jsonld.Thing]) -> tuple[list[Piece], str | None]:
    """The posts of a live blog as the page states them in JSON-LD, for one that its scripts would show."""
    blog = next((thing for thing in things if any(name.lower() == LIVE for name in jsonld.types_of(thing))), {})
    updates = blog.get("liveBlogUpdate")
    pieces: list[Piece] = []
    moments: list[str] = []
    for update in updates if isinstance(updates, list) else []:
        body = jsonld.text_of(update.get("articleBody")) if isinstance(update, dict) else ""
        if not body or "<" in body:
            continue
        published = jsonld.text_of(update.get("datePublished"))
        clock = ISO_CLOCK.search(published)
        title = safe.decoded_line(jsonld.text_of(update.get("headline")))
        heading = " ".join(filter(None, (f"{clock['hour']}:{clock['minute']}" if clock else "", title)))
        pieces += [Piece("heading", heading, 3)] if heading else []
        pieces += [Piece("paragraph", line) for line in safe.lines(body).split("\n") if line]
        moments.append(published)
    if len(moments) < LEAST_POSTS or sum(len(piece.text) for piece in pieces) < 2 * BRIEF:
        return [], None
    return pieces, NOTICE.format(len(moments), order(moments))
