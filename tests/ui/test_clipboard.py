"""The desktop's clipboard, beside the terminal's: its command is run, never waited for, and may be missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from processes import until
from screen_text import toasts, whole_screen

from reader.ui.clipboard import has_desktop

# Keeps what it is given, once it is let go on.
XCLIP = f"""\
#!{sys.executable}
import os, sys
os.mkfifo("waiting")
open("waiting").close()
open("clipboard", "wb").write(sys.stdin.buffer.read())
"""


@pytest.fixture
def programs(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop with no program but those put into the folder."""
    folder = own_folders / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    # It looks for its command once a process.
    monkeypatch.delitem(sys.modules, "pyperclip", raising=False)
    return folder


async def test_the_screen_goes_on_while_the_command_runs(opened, programs: Path, own_folders: Path) -> None:
    command = programs / "xclip"
    command.write_text(XCLIP)
    command.chmod(0o755)
    async with opened() as pilot:
        await pilot.press("]", "y")
        await until(pilot, (own_folders / "waiting").exists)
        await pilot.press("]")
        assert "quote 2/" in whole_screen(pilot.app)
        assert not (own_folders / "clipboard").exists()
        os.close(os.open("waiting", os.O_WRONLY))
        await pilot.app.workers.wait_for_complete()
        assert (own_folders / "clipboard").read_text(encoding="utf-8") == pilot.app.clipboard
        assert "Ines Calder" in pilot.app.clipboard


async def test_without_a_command_the_terminal_is_enough(opened, programs: Path) -> None:
    async with opened() as pilot:
        await pilot.press("]", "y")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Ines Calder" in pilot.app.clipboard
        assert toasts(pilot) == ["Copied the quote with its source."]


DESKTOPS = [
    ("X", {"DISPLAY": ":0"}, "linux", True),
    ("Wayland", {"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
    ("a Mac", {}, "darwin", True),
    ("a console", {}, "linux", False),
    (
        "over SSH, with X passed on",
        {"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"},
        "linux",
        False,
    ),
    ("a Mac over SSH", {"SSH_TTY": "/dev/ttys001"}, "darwin", False),
    ("a browser", {"DISPLAY": ":0", "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}, "linux", False),
]


@pytest.mark.parametrize(
    ("environment", "platform", "is_there"), [row[1:] for row in DESKTOPS], ids=[row[0] for row in DESKTOPS]
)
def test_whose_clipboard_the_machine_has(environment: dict[str, str], platform: str, is_there: bool) -> None:
    assert has_desktop(environment, platform) is is_there
