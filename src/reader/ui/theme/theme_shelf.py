"""Every theme there is to choose from, and what changed in the reader's own files since they were looked at last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.settings import paths
from reader.ui.theme import textual_themes, themes
from reader.ui.theme.themes import Palette


class _Stamp(NamedTuple):
    """What of a file changes when it is saved."""

    modified: int
    size: int


class ThemeShelf:
    """The palettes by name: Textual's own, then ours, then the reader's; of two with one name the later counts.

    Args:
        own: the folder of the reader's own themes, there or not.
        sixteen: the terminal shows sixteen colours.
    """

    def __init__(self, own: Path, *, sixteen: bool = False) -> None:
        self._own = own
        self._sixteen = sixteen
        self._shipped, faults = themes.load([paths.shipped_themes_folder()])
        self._stamps = self._look()
        self._kept, own_faults = themes.load([own])
        self._reported = set(own_faults)
        self.faults: Sequence[str] = (*faults, *own_faults)

    @property
    def ours(self) -> list[str]:
        """The names of our themes and the reader's, without Textual's."""
        return sorted({*self._shipped, *self._kept})

    @property
    def names(self) -> list[str]:
        """The names of all themes, Textual's own last."""
        return [*self.ours, *sorted(textual_themes.NAMES.difference(self.ours))]

    def palette(self, name: str) -> Palette:
        """The palette of one of `names`."""
        found = self._kept.get(name) or self._shipped.get(name)
        if found is None:  # made when it is used: all 19 take 50 ms
            spare = self._shipped[themes.DEFAULT_LIGHT], self._shipped[themes.DEFAULT]
            found = textual_themes.palette(name, *spare)
        return themes.in_sixteen(found) if self._sixteen else found

    def changed(self) -> bool:
        """Whether a file of the reader's own was saved, made or taken away since the last look; looks at no content."""
        stamps = self._look()
        before, self._stamps = self._stamps, stamps
        return stamps != before

    def reload(self) -> list[str]:
        """Read the reader's own files again. One that is wrong leaves its theme as it was.

        Returns:
            A sentence for each fault that was not told before.
        """
        found, faults = themes.load([self._own])
        broken = {path.stem for path in self._stamps} - set(found)
        self._kept = {**{name: kept for name, kept in self._kept.items() if name in broken}, **found}
        new = [fault for fault in faults if fault not in self._reported]
        self._reported = set(faults)
        return new

    def _look(self) -> dict[Path, _Stamp]:
        stamps = {}
        for path in self._own.glob("*.toml"):
            try:
                status = path.stat()
            except OSError:
                continue
            stamps[path] = _Stamp(status.st_mtime_ns, status.st_size)
        return stamps
