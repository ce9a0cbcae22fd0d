"""A reading as a Markdown note, from a sandboxed template in which every value is escaped unless a filter says how.

Owns the escaping: whatever the text holds, the note parses as CommonMark with the template's structure and its front
matter as YAML.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import jinja2
import msgspec

from reader.errors import SetupError
from reader.model import Reading
from reader.render import addresses, attribution, facts, glance, noted, sandbox
from reader.text import safe

DEFAULT = "note"
_SUFFIX = ".md.j2"

# What opens something anywhere in a line of CommonMark, or in the dialects people keep notes in: "~" strikes out, "#"
# makes a tag.
_SPECIAL = re.compile(r"[\\`*_\[\]<~#]|&(?=#?\w+;)")
# What opens a block at the start of a line: a list, a rule, an underline, a block quote, a numbered item.
_OPENING = re.compile(r"^(?:([-+=>])|(\d{1,9})([.)])(?=\s|$))")

# What no file's name may hold on some system, and what ends or divides a [[link]].
_UNSAFE_IN_LINKS = re.compile(r'[/\\:*?"<>|#^\[\]`]')
_LONGEST_LINK = 100


class Markdown(str):
    """Text that is Markdown already and is not to be escaped again."""

    __slots__ = ()


def to_markdown(
    reading: Reading,
    *,
    saved: date | None = None,
    template: str | None = None,
    name: str = "The note template",
    people: Mapping[str, str] | None = None,
) -> str:
    """Write a reading as a Markdown note.

    Args:
        reading: the article and what was found in it.
        saved: the day the note is written, for its front matter.
        template: Jinja2 source in the place of the default note. Values are escaped for Markdown; the filters `yaml`,
            `blockquote`, `link_target`, `point_text`, `tally`, `tag` and `wiki_link` write them for another place;
            `quoted` and `is_verbatim` tell of a quote what to show, and whether that is verbatim; `noted_line` and
            `noted_words` what the reader wrote, and to which words.
        name: what to call the template in an error.
        people: where the notes of actors are, by the actors' ids: relative paths.

    Raises:
        SetupError: the template is wrong.
    """
    source = shipped(DEFAULT) if template is None else template
    note = sandbox.run(_environment(), source, _values(reading, saved, people or {}), name)
    # Blocks with nothing to say leave their blank lines.
    # What is escaped are the values; a template may hold codes of its own, and notes are shown in terminals too.
    return re.sub(r"\n{3,}", "\n\n", safe.printable(note)).strip("\n") + "\n"


def shipped_names() -> list[str]:
    """The names of the templates that come with the program, the default first."""
    files = _environment().list_templates()
    return sorted((file.removesuffix(_SUFFIX) for file in files), key=lambda name: (name != DEFAULT, name))


def shipped(name: str) -> str:
    """The source of a shipped template.

    Raises:
        SetupError: there is none of this name.
    """
    environment = _environment()
    assert environment.loader is not None
    try:
        return environment.loader.get_source(environment, f"{name}{_SUFFIX}")[0]
    except jinja2.TemplateNotFound as error:
        known = ", ".join(shipped_names())
        raise SetupError(
            f"There is no template {name!r}.", f"There are: {known}; or give the path of a file."
        ) from error


def escape(text: str) -> Markdown:
    r"""Make one line of text that Markdown shows as it is: "# [x](y)" becomes "\# \[x\](y)"."""
    line = _SPECIAL.sub(lambda found: f"\\{found[0]}", safe.one_line(text))
    return Markdown(_OPENING.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", line))


def blockquote(text: str) -> Markdown:
    """Write a text as one block quote, its paragraphs kept apart."""
    lines = [f"> {escape(paragraph)}" for paragraph in attribution.paragraphs(text)]
    return Markdown("\n>\n".join(lines) or ">")


def yaml(value: object) -> Markdown:
    """Write a string, a list of strings or None as YAML: JSON's strings, but for what YAML takes for a line break."""
    if isinstance(value, str):
        encoded = msgspec.json.encode(safe.encodable(value)).decode("utf-8")
        return Markdown(safe.escaped_in_yaml(encoded))
    if isinstance(value, list | tuple):
        return Markdown(f"[{', '.join(yaml(item) for item in value)}]")
    return Markdown("null")


def _shown(value: Any) -> Any:
    """Escape a value that no filter has written for its place."""
    if isinstance(value, Markdown):
        return value
    return escape("" if value is None else str(value))


def wiki_link(name: str) -> Markdown:
    """Write a link to a person's own note, as Obsidian reads it: "[[Ada Moss]]".

    What cannot stand in a file's name is left out; a name of which nothing stays is escaped.
    """
    spaced = _UNSAFE_IN_LINKS.sub(" ", safe.one_line(name))
    target = " ".join(spaced.split()).strip(" .-")[:_LONGEST_LINK].rstrip(" .-")
    return Markdown(f"[[{target}]]") if target else escape(name)


def tag(words: str) -> str:
    """Make a tag as Obsidian reads it: "Local News" becomes "local-news"; empty where no letter is left."""
    made = "-".join(re.findall(r"\w+", words.lower()))
    return made if re.search(r"[^\W\d_]", made) else ""


@cache
def _environment() -> jinja2.Environment:
    return sandbox.environment(
        _shown,
        {
            "yaml": yaml,
            "blockquote": blockquote,
            "noted_line": noted.line,
            "noted_words": noted.about,
            "link_target": lambda url: Markdown(addresses.link_target(url)),
            "point_text": attribution.point_text,
            "quoted": attribution.words,
            "is_verbatim": attribution.is_verbatim,
            "tally": attribution.tally,
            "tag": tag,
            "wiki_link": wiki_link,
        },
    )


def _values(reading: Reading, saved: date | None, people: Mapping[str, str]) -> dict[str, Any]:
    """What a template may use."""
    article, analysis = reading.article, reading.analysis
    voices, own = attribution.voices(analysis), noted.arranged(analysis.quotes, reading.noted)
    return {
        "headline": attribution.headline(article),
        "article": article,
        "source": reading.source,
        "url": addresses.web_address(reading),
        "saved": saved.isoformat() if saved else None,
        "imprint": attribution.imprint(article),
        "day": (article.published or "")[: attribution.DATE_LENGTH] or None,
        "glance": glance.lines(article, analysis),
        "key_points": analysis.key_points,
        "voices": voices,
        "notes_of": people,
        "remarks": {quote.id: attribution.remark(article, quote) for quote in analysis.quotes},
        "noted_at": own.at_quotes,
        "noted": own.apart,
        "speakers": [voice.actor.name for voice in voices if voice.actor and not voice.perhaps],
        "presences": attribution.presences(analysis),
        "people": [actor.name for actor in analysis.actors if actor.kind == "person" and actor.named],
        "timeline": facts.timeline(analysis),
        "figures": facts.figures(article, analysis),
        "places": facts.places(analysis),
        "place_names": [place.name for place in analysis.places],
        "picture": facts.picture(article),
        "corrections": facts.corrections(article),
        "analysis": analysis,
        "notes": analysis.notes,
    }
