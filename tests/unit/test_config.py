"""Settings: what is read, what is reported, what stands in for it."""

import os
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from reader.settings import config
from reader.settings.config import Config

DOCS = Path(__file__).parents[2] / "docs" / "configuration.md"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


def _write(home: Path, content: bytes | str) -> Path:
    path = home / "config" / "onrecord" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_no_file_is_no_fault(home: Path) -> None:
    assert config.load() == (Config(), [])


def test_reads_every_key(home: Path) -> None:
    _write(
        home,
        'theme = "sea"\nnotes_folder = "~/n"\nkey_points = 7\nmethod = "lsa"\nlanguage_model = "m"\nmeasure = 66\n',
    )
    assert config.load() == (Config("sea", "~/n", 7, "lsa", "m", 66), [])


def test_reads_the_table_of_keys(home: Path) -> None:
    _write(home, 'measure = 60\n[keys]\nquit = "x"\nfind = ["f", "/"]\ntheme = []\n')
    assert config.load() == (Config(measure=60, keys={"quit": "x", "find": ["f", "/"], "theme": []}), [])


def test_a_wrong_key_leaves_the_others(home: Path) -> None:
    _write(home, '[keys]\nquit = "x"\nfind = true\nhelp = "h"\n')
    settings, warnings = config.load()
    assert settings == Config(keys={"quit": "x", "help": "h"})
    assert len(warnings) == 1
    assert "keys.find" in warnings[0]


def test_byte_order_mark_is_passed_over(home: Path) -> None:
    _write(home, b"\xef\xbb\xbfkey_points = 7\n")
    assert config.load() == (Config(key_points=7), [])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param('theme = "sea"\nkey_points = = 3\n', "line 2", id="bad value"),
        pytest.param("key_points = 3\n\nkey_points = 4\n", "line 3", id="key twice"),
        pytest.param("key_points = 3\nkey_points", "line 2", id="ends too soon"),
        pytest.param(b'# fine\ntheme = "\xff"\n', "line 2", id="not UTF-8"),
    ],
)
def test_broken_file_is_reported_with_its_line(home: Path, content: bytes | str, line: str) -> None:
    path = _write(home, content)
    settings, warnings = config.load()
    assert settings == Config()
    assert len(warnings) == 1
    assert str(path) in warnings[0]
    assert line in warnings[0]
    assert "defaults" in warnings[0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param("key_point = 3", ("key_point", "Did you mean key_points?"), id="unknown, near"),
        pytest.param("colour = 3", ("'colour'",), id="unknown"),
        pytest.param("[colours]\ntext = 'x'", ("'colours'",), id="unknown table"),
        pytest.param("keys = 'x'", ("keys", "Invalid enum value 'x'", "{}"), id="text for a table"),
        pytest.param("keys.quit = 3", ("keys.quit", "Expected `str | array`", "default"), id="number for a key"),
        pytest.param("keys.quit = ['x', 3]", ("keys.quit", "Expected `str`", "default"), id="number among keys"),
        pytest.param("key_points = 'five'", ("key_points", "Expected `int`", "5"), id="wrong type"),
        pytest.param("method = 'best'", ("method", "Invalid enum value", "news"), id="unknown method"),
        pytest.param("key_points = 0", ("key_points", ">= 1", "5"), id="too small"),
        pytest.param("key_points = 16", ("key_points", "<= 15", "5"), id="too large"),
        pytest.param("measure = 20", ("measure", ">= 40", "72"), id="too narrow"),
        pytest.param("measure = true", ("measure", "Expected `int`", "72"), id="truth for a number"),
        pytest.param("theme = 3", ("theme", "Expected `str`", "''"), id="number for a text"),
        pytest.param(r'template = "a\u0000b"', ("template", "control character", "''"), id="NUL in a path"),
        pytest.param(f"{'k' * 9000} = 1", ("'kkkk", "..."), id="a name of 9,000 letters"),
        pytest.param(f"a{'.a' * 5000} = 1", ("'a'",), id="tables 5,000 deep"),
        pytest.param("language_model = ''", ("language_model", "length"), id="empty model"),
    ],
)
def test_wrong_key_is_reported_and_the_others_kept(home: Path, wrong: str, said: tuple[str, ...]) -> None:
    _write(home, f'notes_folder = "kept"\n{wrong}\n')
    settings, warnings = config.load()
    assert settings == Config(notes_folder="kept")
    assert len(warnings) == 1
    assert [part for part in said if part not in warnings[0]] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("a = " + "[" * 5000, "nested too deep", id="nested brackets"),
        pytest.param("[keys]\nquit = " + "{a=" * 3000, "nested too deep", id="nested tables"),
        pytest.param("key_points = " + "9" * 5000, "number in it is too long", id="a number of 5,000 digits"),
        pytest.param("# " + "x" * 300_000, "larger than", id="300 KB"),
    ],
)
def test_a_file_that_no_person_wrote_is_one_sentence(home: Path, content: str, said: str) -> None:
    _write(home, content)
    settings, (warning,) = config.load()
    assert settings == Config()
    assert said in warning
    assert len(warning) < 300


def test_a_pipe_in_place_of_the_file_is_not_waited_for(home: Path) -> None:
    path = _write(home, "")
    path.unlink()
    os.mkfifo(path)
    assert config.load() == (Config(), [])


def test_folder_in_place_of_the_file_is_reported(home: Path) -> None:
    (home / "config" / "onrecord" / "config.toml").mkdir(parents=True)
    settings, warnings = config.load()
    assert settings == Config()
    assert "cannot be read" in warnings[0]


def test_every_key_is_in_the_documentation_as_it_is_defined() -> None:
    documented = DOCS.read_text(encoding="utf-8")
    for name, kind in get_type_hints(Config, include_extras=True).items():
        (meta,) = kind.__metadata__
        default = msgspec.json.encode(getattr(Config(), name)).decode()
        assert f"| `{name}` | `{default}` | {meta.description} |" in documented
