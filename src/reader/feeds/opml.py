"""OPML: feeds in folders, as nearly every reader writes and reads them. Reads and writes no files."""

from collections.abc import Iterable

from lxml import etree

from reader.errors import FeedError
from reader.model.subscriptions import Subscription, Subscriptions
from reader.text.safe import line, one_line, safe_url

# Nobody follows more; a folder in a folder in a folder is rare.
MAX_FEEDS = 10_000
MAX_DEPTH = 8
_MAX_NAME = 200


def read(content: bytes) -> Subscriptions:
    """Read an OPML file.

    Raises:
        FeedError: it is none.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None or not isinstance(tree.tag, str) or tree.tag.rpartition("}")[2].lower() != "opml":
        raise FeedError("This is no OPML file.", "Give what another reader has exported.")
    feeds: dict[str, Subscription] = {}
    skipped: list[str] = []
    folders: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end"), tag="{*}outline"):
        name = _name(element)
        given = _attribute(element, "xmlurl")
        is_folder = not given and len(element) > 0
        if is_folder and event == "start":
            folders.append(name.replace("/", "-"))
        elif is_folder:
            folders.pop()
        elif given and event == "start" and len(feeds) < MAX_FEEDS:
            address = safe_url(given)
            if address is None:
                skipped.append(f"{name or line(given)}: {line(given)[:_MAX_NAME]} is no web address.")
            else:
                folder = "/".join(filter(None, folders[:MAX_DEPTH]))
                feeds.setdefault(address, Subscription(address, name, folder))
    return Subscriptions(tuple(feeds.values()), tuple(skipped))


def write(feeds: Iterable[Subscription], title: str = "On Record") -> bytes:
    """Write feeds as OPML 2.0, those without a folder first, each folder inside of its own."""
    tree = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(tree, "head"), "title").text = one_line(title)
    body = etree.SubElement(tree, "body")
    folders: dict[str, etree._Element] = {"": body}
    for feed in sorted(feeds, key=lambda each: each.folder):
        parent, path = body, ""
        for part in filter(None, feed.folder.split("/")):
            path = f"{path}/{part}"
            if path not in folders:
                folders[path] = etree.SubElement(parent, "outline", text=one_line(part), title=one_line(part))
            parent = folders[path]
        name = one_line(feed.title or feed.address)
        etree.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=one_line(feed.address))
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _name(element: etree._Element) -> str:
    return line(_attribute(element, "title") or _attribute(element, "text"))[:_MAX_NAME]


def _attribute(element: etree._Element, wanted: str) -> str:
    """An attribute in any case: some write "xmlurl"."""
    return next((str(value) for name, value in element.attrib.items() if str(name).lower() == wanted), "").strip()
