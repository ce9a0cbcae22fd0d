"""Folders: where the system wants them, and where notes go."""

from pathlib import Path

import pytest

from reader.settings import paths


@pytest.mark.parametrize(
    ("variable", "folder"),
    [
        ("XDG_CONFIG_HOME", paths.config_folder),
        ("XDG_STATE_HOME", paths.state_folder),
        ("XDG_DATA_HOME", paths.data_folder),
    ],
)
def test_folders_follow_the_environment_and_are_not_made(
    variable: str, folder: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "chosen"))
    assert callable(folder)
    assert folder() == tmp_path / "chosen" / "onrecord"
    assert not (tmp_path / "chosen").exists()


def test_configured_notes_folder_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.notes_folder("~/notes", with_source=True) == tmp_path / "notes"


def test_notes_go_to_the_current_folder_beside_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.notes_folder("", with_source=True) == tmp_path


def test_notes_go_to_the_documents_without_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    assert paths.notes_folder("", with_source=False) == tmp_path / "On Record"
