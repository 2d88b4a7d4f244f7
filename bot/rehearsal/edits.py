"""Edits of content while the rehearsal runs: the bot begins anew with what was saved."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class Edits:
    """Whether a file in a folder was saved, came or went since it was asked last."""

    def __init__(self, folder: Path, ending: str = "") -> None:
        """`ending`: of the names of the files that count."""
        self._folder, self._ending = folder, ending
        self._known = self._look()

    def any(self) -> bool:
        found = self._look()
        changed, self._known = found != self._known, found
        return changed

    def _look(self) -> dict[str, int]:
        found: dict[str, int] = {}
        folders = [str(self._folder)]
        while folders:
            with suppress(OSError), os.scandir(folders.pop()) as entries:
                for each in entries:
                    with suppress(OSError):  # an editor's file that is gone by now
                        if each.is_dir(follow_symlinks=False):
                            folders.append(each.path)
                        elif each.name.endswith(self._ending):
                            found[each.path] = each.stat().st_mtime_ns
        return found
