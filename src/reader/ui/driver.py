"""The door between Textual and the terminal: what comes from the keyboard, and how the terminal is given back.

Textual's own driver dies of a byte that is not UTF-8 (github.com/Textualize/textual/issues/6456, and /6668 for mouse
reports in bytes) and of reports with numbers of no terminal, waits for ever for a terminal that is gone, starts twice
when it is continued without having been suspended, and draws on standard error. For systems with termios.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import select
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import Any

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.text import safe
from reader.ui import turns
from reader.ui.terminal import MOST_CELLS

# Textual takes longer ones for keys. Of those that it knows a report of the mouse in pixels is the longest, at 20.
_LONGEST_CODE = 31
# More than anybody means to look for, or to open.
_LONGEST_PASTE = 100_000
# After ESC these begin a string that a terminal sends of itself (OSC, DCS, APC, PM, SOS). A bell or ST ends it, as do
# ESC and a backslash.
_BEGIN_STRING, _END_STRING = "]P_^X", "\x07\x9c"
# Between two looks at whether the screen has ended; Textual's own.
_LOOK_SECONDS = 0.1
_READ_BYTES = 4096
# The most that a key waits for what the one before it set off; most take a millisecond. A widget that is taken away
# meanwhile says nothing any more.
_MOST_LOOKS, _KEY_SECONDS = 30, 0.01
# Leaves everything that Textual enters: lines not wrapped, pastes marked, sizes reported in band, the mouse reported,
# kitty's keys, the other screen, the cursor hidden, the focus reported, a style.
_GIVEN_BACK = (
    "\x1b[?7h\x1b[?2004l\x1b[?2048l\x1b[?1016l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[m"
)
# What a shell calls the end of a program whose terminal hung up: 128 and the signal's number.
_HUNG_UP = 128 + signal.SIGHUP


class Keyboard:
    """What a terminal sends, as Textual's messages. What makes no sense costs itself, and nothing else.

    Textual types a code that it does not know as keys (github.com/Textualize/textual/issues/6573), inside of what is
    pasted too, where each letter would be a command. Here such a code is dropped, and what is pasted is words.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._code = ""
        """The code that is begun, as far as it has come."""
        self._is_too_long = self._in_string = self._was_escape = False
        self._pasted: list[str] | None = None

    def feed(self, given: bytes) -> list[Message]:
        """The keys, clicks and reports in what came."""
        # One by one, so that what follows a report that makes no sense is not lost with it.
        text = self._decode(given)
        return [message for at, each in enumerate(text, 1) for message in self._next(each, is_last=at == len(text))]

    def tick(self) -> list[Message]:
        """The key that an escape code was which was begun, and not gone on with."""
        return self._sound(self._parser.tick)

    def rest(self) -> None:
        """Nothing came for a while: a string that has not ended by now never will, and what comes next are keys."""
        self._in_string = False

    def _next(self, character: str, *, is_last: bool) -> list[Message]:
        if self._pasted is not None:
            return self._paste(self._pasted, character)
        if self._in_string:
            self._in_string = not (character in _END_STRING or (self._was_escape and character == "\\"))
            self._was_escape = character == "\x1b"
            return []
        # Nobody types on in the very moment of Alt+]: what comes with more behind it is sent by a terminal.
        if self._code == "\x1b" and character in _BEGIN_STRING and not is_last:
            self._in_string, self._was_escape, self._code = True, False, ""
            self._begin_anew()
            return []
        if self._is_too_long and character != "\x1b":
            self._is_too_long = not "@" <= character <= "~"
            return []
        messages = self._sound(partial(self._parser.feed, character))
        self._follow(character)
        return messages

    def _follow(self, character: str) -> None:
        """See whether a code is whole, and what Textual's parser made of it."""
        self._is_too_long = False
        self._code = character if character == "\x1b" else self._code and self._code + character
        if len(self._code) < 2:
            return
        if self._code[1] != "[":
            self._code = ""
        elif len(self._code) > _LONGEST_CODE:
            self._is_too_long, self._code = True, ""
            self._begin_anew()
        elif _is_whole(self._code):
            is_unknown = self._parser._awaiting.timeout is not None  # it waits for more of it
            if self._code == BRACKETED_PASTE_START:
                self._pasted = []
            # What the terminal answers late about itself is eaten as keys (`LateAnswer`).
            if self._pasted is not None or (is_unknown and character != "c"):
                self._begin_anew()
            self._code = ""

    def _paste(self, pasted: list[str], character: str) -> list[Message]:
        pasted.append(character)
        if character != "~" or "".join(pasted[-len(BRACKETED_PASTE_END) :]) != BRACKETED_PASTE_END:
            del pasted[_LONGEST_PASTE:-_LONGEST_CODE]
            return []
        self._pasted = None
        return [events.Paste(safe.printable("".join(pasted[: -len(BRACKETED_PASTE_END)])))]

    def _sound(self, parse: Callable[[], Iterable[Message]]) -> list[Message]:
        try:
            return [message for message in parse() if _makes_sense(message)]
        except Exception:  # noqa: BLE001 - a number that is no character, a size of 0: nobody can list what may come
            self._begin_anew()
            return []

    def _begin_anew(self) -> None:
        before, self._parser = self._parser, XTermParser()
        for known in ("mouse_pixels", "terminal_size", "terminal_pixel_size"):
            setattr(self._parser, known, getattr(before, known))


def _is_whole(code: str) -> bool:
    """Whether a code that begins with ESC [ has come to its end."""
    if code.startswith("\x1b[M"):  # the mouse in three bytes, as old terminals report it
        return len(code) == 6
    if code.startswith("\x1b[<"):  # the mouse in numbers, which may be "NaN"
        return code[-1] in "Mm"
    return len(code) > 2 and "@" <= code[-1] <= "~"


def _makes_sense(message: Message) -> bool:
    """Whether a screen can bear it."""
    if isinstance(message, events.Resize):
        return all(0 < cells <= MOST_CELLS for cells in message.size)
    if isinstance(message, events.MouseEvent):
        return 0 <= message.x < MOST_CELLS and 0 <= message.y < MOST_CELLS
    if isinstance(message, events.Key):
        typed = message.key + (message.character or "")
        return safe.encodable(typed) == typed
    return True


class _Shown(io.TextIOWrapper):
    """What goes to the terminal; where that is gone, nothing is waited for."""

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            super().flush()


class TerminalDriver(LinuxDriver):
    """Textual's driver, guarded. Draws on standard output, which was found to be a terminal."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        assert sys.__stdout__ is not None
        raw = io.BufferedWriter(io.FileIO(sys.__stdout__.fileno(), "w", closefd=False))
        self._file = _Shown(raw, encoding=sys.__stdout__.encoding, errors="replace")
        self._key_at_work: Future[None] | None = None
        signal.signal(signal.SIGCONT, self._continued)

    # -- from the keyboard --------------------------------------------------------------------------------------

    def run_input_thread(self) -> None:
        """Pass on what comes from the keyboard, until the screen ends or the terminal is gone."""
        keyboard = Keyboard()
        while not self.exit_event.is_set():
            messages = keyboard.tick()
            if select.select([self.fileno], [], [], _LOOK_SECONDS)[0]:
                try:
                    given = os.read(self.fileno, _READ_BYTES)
                except OSError:
                    given = b""
                if not given:
                    self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=_HUNG_UP))
                    return
                messages += keyboard.feed(given)
            else:
                keyboard.rest()
            for message in messages:
                self._pass_on(message)

    def _pass_on(self, message: Message) -> None:
        """Pass on what came, in its turn: what a key opened has the keys when the next one comes."""
        for _ in range(_MOST_LOOKS):
            if self._key_at_work is None or self.exit_event.is_set():
                break
            with contextlib.suppress(TimeoutError):
                self._key_at_work.result(_KEY_SECONDS)
                break
        self.process_message(message)
        if isinstance(message, events.Key):
            self._key_at_work = asyncio.run_coroutine_threadsafe(turns.done(self._app), self._loop)

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, MOST_CELLS), min(height, MOST_CELLS)

    # -- taking the terminal, and giving it back ----------------------------------------------------------------

    def write(self, data: str) -> None:
        """Draw, where the terminal is ours just now."""
        if self._writer_thread is not None:
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back, unless it was given back by being suspended."""
        if self._writer_thread is not None:
            super().stop_application_mode()

    def close(self) -> None:
        """Wait until everything is drawn."""
        super().close()
        self._writer_thread = None

    def give_back(self) -> None:
        """Give the terminal back at once, from any thread, without waiting for anything."""
        with contextlib.suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            termios.tcflush(self.fileno, termios.TCOFLUSH)
            # Opened anew, for what is set of a descriptor is set for the shell's, too.
            terminal = os.open(os.ttyname(self.fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            os.write(terminal, _GIVEN_BACK.encode())

    def _continued(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._resume)

    def _resume(self) -> None:
        """Take the terminal again; from a program that stopped without giving it back (SIGSTOP), it is taken first."""
        if self._app._exit:
            return
        if self._writer_thread is not None:
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()
