"""What a page says about itself in JSON-LD: its article, with references to other objects resolved. Judges nothing."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

Thing = dict[str, Any]

# From the plainest statement that this is the page's article to the weakest.
ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "AskPublicNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "TechArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "Report",
    "Review",
    "HowTo",
    "WebPage",
)
SCRIPTS = ".//script[@type='application/ld+json']"
# A page with more levels than this is broken or hostile.
MAX_DEPTH = 12
# CDATA or comment marks around the JSON are common in hand-made templates.
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*+;?\s*+\Z"
)


def things(tree: HtmlElement) -> list[Thing]:
    """All objects of all JSON-LD scripts, outermost first; a script that is no JSON is passed over."""
    found: list[Thing] = []
    for script in tree.iterfind(SCRIPTS):
        try:
            data = json.loads(WRAPPING.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(walk(data, 0))
    return found


def remove(tree: HtmlElement) -> None:
    """Take the scripts out of a page once they are read.

    trafilatura makes a body of their `articleBody` by itself: in one paragraph, and of pages that are not free too.
    """
    for script in tree.findall(SCRIPTS):
        script.drop_tree()


def walk(data: Any, depth: int) -> Iterator[Thing]:
    """Give every object inside, the outer before the inner."""
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for part in data:
            yield from walk(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for part in data.values():
            if isinstance(part, dict | list):
                yield from walk(part, depth + 1)


def types_of(thing: Thing) -> list[str]:
    """The types of an object, without "schema:" before them."""
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return [name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)]


def article_of(all_things: list[Thing]) -> Thing:
    """The object that stands for the article, references resolved one level down; empty when there is none."""
    by_id = {
        thing["@id"]: thing for thing in reversed(all_things) if isinstance(thing.get("@id"), str) and len(thing) > 1
    }
    for name in ARTICLE_TYPES:
        for thing in all_things:
            if name in types_of(thing) and (thing.get("headline") or thing.get("name") or thing.get("datePublished")):
                return {key: resolve(value, by_id) for key, value in thing.items()}
    return {}


def resolve(value: Any, by_id: dict[str, Thing]) -> Any:
    """Put the object itself where a reference ({"@id": ...}) to it stands."""
    if isinstance(value, list):
        return [resolve(part, by_id) for part in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        identity = value.get("@id")
        return by_id.get(identity, value) if isinstance(identity, str) else value
    return value


def text_of(value: Any) -> str:
    """The string in a field that may hold a string, a list of them, or an object with a name or a value."""
    if isinstance(value, list):
        return next((text for part in value if (text := text_of(part))), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("url") or "")
    return value.strip() if isinstance(value, str) else ""


def trail(all_things: list[Thing]) -> list[str]:
    """The names on the trail of breadcrumbs between the front page and the page itself: "World", "Europe"."""
    for thing in all_things:
        steps = thing.get("itemListElement")
        if "BreadcrumbList" in types_of(thing) and isinstance(steps, list):
            names = [text_of(step.get("name") or step.get("item")) for step in steps if isinstance(step, dict)]
            return [name for name in names[1:-1] if name and not name.startswith("http")]
    return []
