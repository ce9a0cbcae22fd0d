"""Where templates run: Jinja2's sandbox, with every value escaped, and bounded in what they make."""

import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import jinja2
import jinja2.sandbox

from reader.errors import SetupError

# A note is some thousand characters; what goes on beyond this is a loop that nobody meant.
MOST_CHARACTERS = 2_000_000
_MOST_STEPS = 10_000
_STRING = "<template>"


class _Environment(jinja2.sandbox.ImmutableSandboxedEnvironment):
    """The sandbox, without the operators that make much out of little: "x" * 10**9."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers that are no text; nothing else."""
        if operator == "*" and all(isinstance(each, int | float) for each in (left, right)):
            return left * right
        raise jinja2.exceptions.SecurityError(f"{operator!r} is not for templates")


def environment(finalize: Callable[[Any], Any], filters: Mapping[str, Callable[..., Any]]) -> jinja2.Environment:
    """Make an environment that knows the shipped templates.

    Args:
        finalize: writes each value that a template prints.
        filters: what templates may write values with, besides Jinja2's own.
    """
    made = _Environment(
        loader=jinja2.PackageLoader("reader.render"),
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals["range"] = _range
    # "a" | center(10**9) and "%10000000d" | format(1) make much out of little as well.
    for name in ("center", "format", "indent", "wordwrap"):
        del made.filters[name]
    made.filters.update(filters)
    return made


def _range(*bounds: int) -> range:
    steps = range(*bounds)
    if len(steps) > _MOST_STEPS:
        raise jinja2.exceptions.SecurityError(f"a range has {_MOST_STEPS} steps at most")
    return steps


def run(made: jinja2.Environment, source: str, values: Mapping[str, Any], name: str) -> str:
    """Run a template.

    Args:
        made: where it runs.
        source: the template.
        values: what it may use.
        name: what to call it in an error: a path, or the name of a shipped one.

    Raises:
        SetupError: it is wrong; names its line.
    """
    written: list[str] = []
    length = 0
    try:
        for piece in _compiled(made, source).generate(values):
            written.append(piece)
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise jinja2.exceptions.SecurityError(f"it writes more than {MOST_CHARACTERS:,} characters")
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        said = f"there is no template {error}" if isinstance(error, jinja2.TemplateNotFound) else f"{error}"
        raise SetupError(
            f"{name}, line {_line(error)}: {said.rstrip('.')}.", "Mend the template, or leave it out."
        ) from error
    return "".join(written)


@lru_cache(maxsize=8)
def _compiled(made: jinja2.Environment, source: str) -> jinja2.Template:
    """A template ready to run: compiling the note takes 10 ms, running it 1."""
    return made.from_string(source)


def _line(error: Exception) -> int:
    """The line that the error is of, by the compiler or by the frame it came from; 1 when neither tells."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == _STRING]
    return next((line for line in reversed(lines) if line), 1)
