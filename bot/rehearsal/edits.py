"""Edits of content while the rehearsal runs: the bot begins anew with what was saved."""

from __future__ import annotations

from pathlib import Path


class Edits:
    """Whether a file in a folder was saved, came or went since it was asked last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = self._look()

    def any(self) -> bool:
        found = self._look()
        changed, self._known = found != self._known, found
        return changed

    def _look(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for path in self._folder.rglob("*"):
            try:
                found[str(path)] = path.stat().st_mtime_ns
            except OSError:  # an editor's file that is gone by now
                continue
        return found
