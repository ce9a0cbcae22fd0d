"""A reading as a Markdown note, from a sandboxed template in which every value is escaped unless a filter says how.

Owns the escaping: whatever the text holds, the note parses as CommonMark with the template's structure and its front
matter as YAML.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import jinja2
import jinja2.sandbox
import msgspec

from reader.errors import SetupError
from reader.model import Reading
from reader.render import attribution, untrusted

# What opens something anywhere in a line of CommonMark, or in the dialects people keep notes in: "~" strikes out, "#"
# makes a tag.
_SPECIAL = re.compile(r"[\\`*_\[\]<~#]|&(?=#?\w+;)")
# What opens a block at the start of a line: a list, a rule, an underline, a block quote, a numbered item.
_OPENING = re.compile(r"^(?:([-+=>])|(\d{1,9})([.)])(?=\s|$))")


class Markdown(str):
    """Text that is Markdown already and is not to be escaped again."""

    __slots__ = ()


def to_markdown(reading: Reading, *, saved: date | None = None, template: str | None = None) -> str:
    """Write a reading as a Markdown note.

    Args:
        reading: the article and what was found in it.
        saved: the day the note is written, for its front matter.
        template: Jinja2 source in the place of the default note. Values are escaped for Markdown; the filters `yaml`,
            `blockquote`, `link_target` and `tally` write them for another place.

    Raises:
        SetupError: the template is wrong.
    """
    environment = _environment()
    try:
        note = environment.get_template("note.md.j2") if template is None else environment.from_string(template)
        return note.render(_values(reading, saved)).rstrip() + "\n"
    except jinja2.TemplateError as error:
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        raise SetupError(f"The note template cannot be used{line}: {error}.", "Mend it, or leave it out.") from error


def escape(text: str) -> Markdown:
    r"""Make one line of text that Markdown shows as it is: "# [x](y)" becomes "\# \[x\](y)"."""
    line = _SPECIAL.sub(lambda found: f"\\{found[0]}", untrusted.one_line(text))
    return Markdown(_OPENING.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", line))


def blockquote(text: str) -> Markdown:
    """Write a text as one block quote, its paragraphs kept apart."""
    lines = [f"> {escape(paragraph)}" for paragraph in attribution.paragraphs(text)]
    return Markdown("\n>\n".join(lines) or ">")


def yaml(value: object) -> Markdown:
    """Write a string, a list of strings or None as YAML: JSON's strings, but for what YAML takes for a line break."""
    if isinstance(value, str):
        encoded = msgspec.json.encode(untrusted.encodable(value)).decode("utf-8")
        return Markdown(untrusted.escaped_in_json(encoded))
    if isinstance(value, list | tuple):
        return Markdown(f"[{', '.join(yaml(item) for item in value)}]")
    return Markdown("null")


def _shown(value: Any) -> Any:
    """Escape a value that no filter has written for its place."""
    if isinstance(value, Markdown):
        return value
    return escape("" if value is None else str(value))


def _environment() -> jinja2.Environment:
    environment = jinja2.sandbox.ImmutableSandboxedEnvironment(
        loader=jinja2.PackageLoader("reader.render"),
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    filters: dict[str, Callable[..., Any]] = {
        "yaml": yaml,
        "blockquote": blockquote,
        "link_target": lambda url: Markdown(untrusted.link_target(url)),
        "tally": attribution.tally,
    }
    environment.filters.update(filters)
    return environment


def _values(reading: Reading, saved: date | None) -> dict[str, Any]:
    """What a template may use."""
    article, analysis = reading.article, reading.analysis
    voices = attribution.voices(analysis)
    return {
        "headline": attribution.headline(article),
        "article": article,
        "source": reading.source,
        "url": untrusted.web_address(reading),
        "saved": saved.isoformat() if saved else None,
        "imprint": attribution.imprint(article),
        "key_points": analysis.key_points,
        "voices": voices,
        "speakers": [voice.actor.name for voice in voices if voice.actor],
        "unknown_speaker": attribution.UNKNOWN_SPEAKER,
        "presences": attribution.presences(analysis),
        "analysis": analysis,
        "notes": analysis.notes,
    }
