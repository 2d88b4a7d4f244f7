"""Old backups go once there are enough newer ones: never before the newest was read from its first byte to its last.

What a patient deleted stays in older backups until these are gone; what a broken vault no longer holds is in
them alone. So none goes where the newest lacks files that were damaged, or holds nobody at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.backup.heading import Heading, Refusal
from bot.backup.sealing import Reading, heading_of
from bot.backup.taking import Taken
from bot.backup.verifying import look
from bot.vault import stable

_NAME = re.compile(r"companion-\d{8}T\d{6}Z\.backup")
"""Only what was named by the command itself: what somebody named by hand is kept."""


def thin_out(taken: Taken, keep: int, key: bytes, progress: Callable[[int, int], None]) -> int:
    """Remove what is older than the newest so many backups of this installation beside this one; how many that were.

    Raises `Refusal` if this one is not whole: then all are kept.
    """
    heading = look(Reading(taken.path, key), key, progress).heading
    if taken.end.damaged or not taken.end.cases:
        return 0
    whole, old = 1, list[Path]()
    for _, path in sorted(_others(taken.path, heading), reverse=True):
        if whole >= keep:
            old.append(path)
        whole += _has_its_end(path, key)
    for path in old:
        path.unlink(missing_ok=True)
    stable.flush_folder(taken.path.parent)
    return len(old)


def _has_its_end(path: Path, key: bytes) -> bool:
    """A copy that was cut off, or one that this key does not open, is none of those that are kept for a bad day."""
    try:
        return Reading(path, key).has_its_end()
    except (Refusal, OSError):
        return False


def _others(newest: Path, ours: Heading) -> list[tuple[str, Path]]:
    found = []
    for path in newest.parent.iterdir():
        if path.name != newest.name and _NAME.fullmatch(path.name) and path.is_file():
            with suppress(Refusal, OSError):  # what cannot be read is not ours to remove
                heading = heading_of(path)
                if heading.installation == ours.installation and heading.began <= ours.began:
                    found.append((f"{heading.moment} {path.name}", path))
    return found
