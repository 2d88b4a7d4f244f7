"""Where a Bot API server of the operator's own puts what it fetches: read there, and nowhere else, and not left there.

`telegram-bot-api --local` answers getFile with an absolute path, as it sees its disk, in a folder named by the token
(https://github.com/tdlib/telegram-bot-api#documentation). Where that folder is for us, the operator says.
"""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from bot.turn.done import NotNow

PIECE = 256 << 10


class NotThere(NotNow):
    """The file is not where it should be: the folder is another, or may not be read."""

    def __init__(self) -> None:
        super().__init__("what the Bot API server fetched is not where TELEGRAM_API_LOCAL says, or cannot be read")


class LocalFiles:
    """The files of one bot in the server's folder; `place` is that folder, or an http address that serves it."""

    def __init__(self, place: str, token: str) -> None:
        self._place, self._token = place.rstrip("/"), token

    def address(self, told: str) -> str:
        """Where to ask for a file that the server named; empty where the folder lies on this machine."""
        if self._place.startswith("/") or not self._place:
            return ""
        return f"{self._place}/{quote(str(self._below(told)), safe='/:')}"

    async def chunks(self, told: str) -> AsyncIterator[bytes]:
        """The bytes of a file that the server named; once they were all read, its copy in clear is taken away.

        Raises `NotNow` if it is not in the folder: what the server says leads nowhere else.
        """
        path = Path(self._place or "/", *self._below(told).parts)
        descriptor = await asyncio.to_thread(_opened, path, Path(self._place or "/"))
        try:
            while piece := await asyncio.to_thread(os.read, descriptor, PIECE):
                yield piece
        finally:
            os.close(descriptor)
        # The server fetches it anew if it is asked again. Where we may not take it away, `doctor` says so.
        with suppress(OSError):
            await asyncio.to_thread(path.unlink)

    def _below(self, told: str) -> PurePosixPath:
        """A file's path below the server's folder, which may be mounted elsewhere here."""
        path = PurePosixPath(told)
        if self._token in path.parts:
            last = len(path.parts) - 1 - path.parts[::-1].index(self._token)
            path = PurePosixPath(*path.parts[last:])
        elif self._place and path.is_relative_to(self._place):
            path = path.relative_to(self._place)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise NotThere
        return path


def _opened(path: Path, folder: Path) -> int:
    try:
        if not path.parent.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
            raise NotThere
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    except (OSError, RuntimeError, ValueError):  # not there, a link, a loop of links, a name that is none
        raise NotThere from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotThere
    return descriptor
