"""Settings, themes, templates and kept files that are broken or hostile: each costs what is in it, and nothing else."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from reader.errors import ReaderError
from reader.model import Analysis, Article, Reading, Source
from torture.characters import unsafe
from torture.counting import Tally
from torture.limited import Found, each
from torture.pages import damaged
from torture.terminals import own_folders

# What a TOML, a JSON or a template may hold that its parser, or whoever uses the values, chokes on.
_DAY = date(2026, 11, 23)
_DEEP, _LONG = 5_000, 100_000
_SOUND_CONFIG = 'theme = "ember"\nkey_points = 7\nnotes_folder = "~/notes"\n[keys]\nquit = "x"\n'
_CONTENTS: dict[str, bytes] = {
    "5,000 nested lists": b"key_points = " + b"[" * _DEEP + b"]" * _DEEP,
    "5,000 lists begun": b"key_points = " + b"[" * _DEEP,
    "5,000 nested tables": b"keys = " + b"{a=" * _DEEP + b"1" + b"}" * _DEEP,
    "a key of 5,000 parts": b".".join([b"keys"] * _DEEP) + b" = 1",
    "a table of 5,000 parts": b"[" + b".".join([b"keys"] * _DEEP) + b"]",
    "a number of 5,000 digits": b"key_points = " + b"9" * _DEEP,
    "a number of 100,000 digits": b"measure = " + b"9" * _LONG,
    "a negative of 5,000 digits": b"key_points = -" + b"9" * _DEEP,
    "a real of 5,000 digits": b"key_points = 1e" + b"9" * _DEEP,
    "no number": b"key_points = nan",
    "a date": b"theme = 9999-99-99T99:99:99Z",
    "NUL in a folder": b'notes_folder = "a\\u0000b"',
    "NUL in a template": b'template = "a\\u0000b"',
    "NUL in a theme": b'theme = "a\\u0000b"',
    "half a letter": b'notes_folder = "\\ud800"',
    "codes": b'theme = "\\u001b[31m\\u009b"\n"\\u001b]0;x\\u0007" = 1',
    "a folder that is none": b'notes_folder = "/dev/null/x"',
    "somebody's home": b'notes_folder = "~nobody-of-this-name/x"\ntemplate = "~nobody-of-this-name/x"',
    "a template that never ends": b'template = "/dev/zero"',
    "a theme that is a path": b'theme = "../../../etc/passwd"',
    "a model that is a path": b'language_model = "/etc"',
    "a model that is a module": b'language_model = "os"',
    "a citation of braces": b'citation = "' + b"{" * _LONG + b'"',
    "a citation of fields": b'citation = "' + b"{words}" * 20_000 + b'"',
    "odd keys": b'[keys]\nquit = ["", " ", "\\u001b", "ctrl+", "ctrl+ctrl+q", "f99999", "a b c"]\n"" = "x"\nnone = []',
    "100,000 keys": b"[keys]\n" + b"".join(b"k%d = 'x'\n" % n for n in range(_LONG)),
    "100,000 unknown names": b"".join(b"k%d = 1\n" % n for n in range(_LONG)),
    "a name of 100,000 letters": b"k" * _LONG + b" = 1",
    "a wrong type for each": b"theme = 1\nkey_points = 'a'\nkeys = 3\nmeasure = []\nkeep_position = {}",
    "two of a key": b"theme = 'a'\ntheme = 'b'",
    "no UTF-8": b"theme = '\xff'",
    "a byte order mark": b"\xef\xbb\xbf\xef\xbb\xbftheme = 'a'",
    "UTF-16": "theme = 'a'".encode("utf-16"),
    "nothing but NUL": b"\0" * _LONG,
    "carriage returns": b"theme = 'a'\r" * 100,
    "a line of 10 MB": b"# " + b"a" * 10_000_000,
}
_JSON: dict[str, bytes] = {
    "5,000 nested lists": b"[" * _DEEP + b"]" * _DEEP,
    "200,000 nested lists": b"[" * 200_000,
    "5,000 nested tables": b'{"places":' * _DEEP + b"1" + b"}" * _DEEP,
    "a deep place": b'{"places":{"a":' + b"[" * _DEEP + b"]" * _DEEP + b"}}",
    "a deep reading": b'{"reading":' + b'{"article":' * _DEEP + b"1" + b"}" * _DEEP + b"}",
    "a number of 5,000 digits": b'{"sidebar_width":' + b"9" * _DEEP + b',"version":' + b"9" * _DEEP + b"}",
    "a version to come": b'{"version":99,"places":{"a":3}}',
    "a version that is a word": b'{"version":"x"}',
    "codes": b'{"theme":"\\u001b[31m","recent":[{"source":"\\u001b","headline":"\\u009b"}]}',
    "wrong types": b'{"theme":1,"places":[],"recent":{},"points_folded":"x"}',
    "half letters": b'{"theme":"\\ud800"}',
    "no JSON": b"\xff\xfe\x00{",
    "nothing": b"",
    "10 MB": b'{"places":{' + b",".join(b'"k%d":1' % n for n in range(600_000)) + b"}}",
}
_THEME = (Path(__file__).parents[1] / "themes" / "ember.toml").read_bytes()
_TEMPLATES = {
    "a loop without end": "{% for a in range(999999999) %}x{% endfor %}",
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "a string without end": "{{ 'x' * 9999999999 }}",
    "a power without end": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a way to the classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a format to the classes": "{{ '{0.__class__}'.format(article) }}",
    "another file": "{% include '/etc/passwd' %}",
    "itself": "{% include 'note.md' %}{% extends 'note.md' %}",
    "a macro that calls itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "5,000 brackets": "{{ " + "(" * _DEEP + ")" * _DEEP + " }}",
    "5,000 blocks": "{% if 1 %}" * _DEEP + "{% endif %}" * _DEEP,
    "half of a block": "{% for a in",
    "codes": "\x1b[31m{{ article.headline }}\x1b]0;x\x07",
    "names that are none": "{{ nothing.at.all }}{{ article|nofilter }}",
}


def of_wrong_files(seed: int, count: int, jobs: int) -> Iterator[Tally]:
    """Each file that is known to be bad, and sound ones damaged by chance."""
    runs: list[tuple[str, tuple[Callable[[Path, bytes], Found], bytes]]] = []
    for kind, check, contents, sound in (
        ("settings", _settings, _CONTENTS, _SOUND_CONFIG.encode()),
        ("theme", _theme, _CONTENTS, _THEME),
        ("state", _state, _JSON, b'{"version":1,"theme":"ember","places":{"a":3},"recent":[]}'),
        ("corrections", _kept, _JSON, b'{"reading":{"source":{"given":"a","kind":"html"}},"version":1}'),
        ("template", _template, {name: text.encode() for name, text in _TEMPLATES.items()}, b"{{ article.text }}"),
    ):
        runs += [(f"{kind}: {name}", (check, content)) for name, content in contents.items()]
        random = Random(f"{seed} {kind}")
        runs += [(f"{kind} {n}", (check, damaged(random, sound))) for n in range(count // 20)]
    tally = Tally("broken settings, themes, templates and kept files")
    for outcome in each(_with_folders, runs, jobs):
        tally.add(outcome)
    yield tally


def _with_folders(given: tuple[Callable[[Path, bytes], Found], bytes]) -> Found:
    check, content = given
    with tempfile.TemporaryDirectory() as made:
        os.environ.update(own_folders(Path(made)))
        os.chdir(made)  # a folder for notes may be one of any name, beside where the program runs
        return check(Path(made), content)


def _shown(sentences: Iterator[str] | list[str]) -> Found:
    """What is told of the file, as a terminal gets it."""
    from reader.text.safe import one_line

    told = [one_line(sentence) for sentence in sentences]
    return [("control characters", seen) for sentence in told for seen in unsafe(sentence)][:1], " ".join(told)[:120]


def _settings(folder: Path, content: bytes) -> Found:
    from reader import notes
    from reader.settings import config, paths
    from reader.ui.commands.table import SECTIONS
    from reader.ui.keys import names

    path = folder / "config.toml"
    path.write_bytes(content)
    read, warnings = config.load(path)
    said = [*warnings, *names.with_own(SECTIONS, read.keys)[1]]
    try:
        notes.find_template(read.template)
        reading = Reading(Source("-", "text"), Article("Rain."), Analysis())
        notes.save(reading, paths.notes_folder(read.notes_folder, with_source=False), saved=_DAY)
    except ReaderError as error:
        said.append(str(error))
    return _shown(said)


def _theme(folder: Path, content: bytes) -> Found:
    from reader.ui.theme import themes

    (folder / "own.toml").write_bytes(content)
    _, faults = themes.load([folder])
    return _shown(faults)


def _state(_folder: Path, content: bytes) -> Found:
    from reader.settings import paths, state

    path = paths.state_folder() / "state.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    read = state.load()
    state.keep_sidebar_width(7)
    kept = state.load().sidebar_width
    is_later = b'"version":9' in content
    lost = [] if kept == 7 or is_later else [("lost writes", f"the width is {kept}")]
    return lost + _shown([read.theme, *(each.headline for each in read.recent)])[0], ""


def _kept(_folder: Path, content: bytes) -> Found:
    from reader.settings import corrections, paths

    folder = paths.data_folder() / "corrections"
    folder.mkdir(parents=True)
    (folder / "a.json").write_bytes(content)
    return [], f"{len(list(corrections.all_kept()))} kept"


def _template(_folder: Path, content: bytes) -> Found:
    import reader

    article = Article("Rain fell.", headline="Ferry\x1b[31m")
    try:
        made = reader.to_markdown(Reading(Source("-", "text"), article, Analysis()), content.decode("utf-8", "replace"))
    except ReaderError as error:
        return _shown([str(error)])
    return [("control characters", seen) for seen in unsafe(made)][:1], made[:80]
