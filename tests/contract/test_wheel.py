"""The wheel holds what the program needs at run time."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("onrecord-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_every_theme(names: set[str]) -> None:
    themes = {f"reader/themes/{path.name}" for path in (ROOT / "themes").glob("*.toml")}
    assert len(themes) >= 3
    assert themes <= names


def test_wheel_holds_every_file_of_the_package(names: set[str]) -> None:
    package = ROOT / "src"
    files = {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    assert "reader/py.typed" in files
    assert files <= names


def test_wheel_holds_the_license(names: set[str]) -> None:
    assert any(name.endswith("/licenses/LICENSE") for name in names)
