"""Reading the TOML files that people write, settings and themes: one that is wrong is told in a sentence."""

import re
import tomllib
from pathlib import Path
from typing import Any

from reader import files

# The settings with all keys and comments have 4 KB, a theme has one.
LARGEST = 200_000


def read(path: Path) -> dict[str, Any]:
    """The values of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is wrong; the message says where and why, as the end of a sentence.
    """
    content = files.read_small(path, LARGEST)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line}: not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_place(str(error), content)) from error
    except ValueError as error:  # Python refuses to read numbers of more than 4,300 digits
        raise ValueError("a number in it is too long") from error
    except RecursionError as error:
        raise ValueError("the brackets in it are nested too deep") from error


def _place(message: str, content: bytes) -> str:
    """Turn tomllib's "Invalid value (at line 3, column 8)" into "line 3: Invalid value"."""
    found = re.search(r"^(.*) \(at (?:line (\d+), column \d+|end of document)\)$", message, re.DOTALL)
    if not found:
        return message
    line = found[2] or max(1, len(content.splitlines()))
    return f"line {line}: {found[1]}"
