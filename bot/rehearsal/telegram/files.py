"""The bytes people and the bot send each other, under Telegram's file ids and links.

With a folder `local` they are given as by a Bot API server that runs with `--local`
(https://github.com/tdlib/telegram-bot-api): of any size, as an absolute path in that folder, and at no address.
"""

from __future__ import annotations

import mimetypes
import os
import re
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from bot.rehearsal.telegram.refusals import bad_request
from bot.rehearsal.telegram.shelf import Shelf

LARGEST_DOWNLOAD = 20 << 20
LINK_LIFE = 60 * 60


@dataclass(frozen=True)
class StoredFile:
    """A file as Telegram knows it; `path` is the last part of its link."""

    file_id: str
    file_unique_id: str
    path: str
    size: int
    name: str | None
    mime_type: str


class Files:
    """All files, in a folder or in memory; a link to one is given by getFile and lives an hour."""

    def __init__(self, shelf: Shelf, folder: Path | None, local: Path | None = None) -> None:
        self._shelf = shelf
        self._folder = folder
        self._local = local
        self._memory: dict[str, bytes] = {}
        self._known = {kept["file_id"]: StoredFile(**kept) for kept in shelf.all("file")}
        self._links: dict[str, tuple[str, int]] = {}
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def is_local(self) -> bool:
        """Whether files are given as a server with `--local` gives them."""
        return self._local is not None

    def add(self, kind: str, data: bytes | Path, name: str | None = None, mime_type: str | None = None) -> StoredFile:
        """Keep the bytes of a file, or the file that lies at a path, under a new id; `kind`: documents, photos, …."""
        unique = "AgAD" + secrets.token_hex(6)
        ending = PurePosixPath(name or "").suffix
        mime_type = mime_type or (mimetypes.guess_type(name)[0] if name else None) or "application/octet-stream"
        ending = ending if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", ending) else mimetypes.guess_extension(mime_type) or ""
        file = StoredFile(
            file_id="BQACAgIAAxkBAAI" + secrets.token_urlsafe(30),
            file_unique_id=unique,
            path=f"{kind}/file_{len(self._known) + 1}{ending}",
            size=data.stat().st_size if isinstance(data, Path) else len(data),
            name=name,
            mime_type=mime_type,
        )
        if self._folder is None:
            self._memory[file.file_id] = data.read_bytes() if isinstance(data, Path) else data
        elif isinstance(data, Path):
            _lay(data, self._folder / unique)
        else:
            (self._folder / unique).write_bytes(data)
        self._known[file.file_id] = file
        self._shelf.put("file", file.file_id, asdict(file))
        return file

    def find(self, file_id: str) -> StoredFile | None:
        """Return the file with this id."""
        return self._known.get(file_id)

    def data(self, file: StoredFile) -> bytes:
        """Return the bytes of a file."""
        if self._folder is None:
            return self._memory[file.file_id]
        return (self._folder / file.file_unique_id).read_bytes()

    def forget(self, file_ids: Iterable[str]) -> None:
        """Keep these files no longer."""
        for file in filter(None, (self._known.pop(file_id, None) for file_id in file_ids)):
            self._shelf.drop("file", file.file_id)
            self._memory.pop(file.file_id, None)
            if self._folder is not None:
                (self._folder / file.file_unique_id).unlink(missing_ok=True)

    def link(self, file_id: str, now: int) -> StoredFile:
        """Open the link to a file for an hour; over 20 MiB Telegram gives bots none."""
        file = self._known.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if self._local:
            return replace(file, path=str(self._fetched(file, self._local)))
        if file.size > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        self._links[file.path] = (file.file_id, now)
        return file

    def _fetched(self, file: StoredFile, local: Path) -> Path:
        """A file as it lies in the server's own folder, fetched anew if somebody took it away."""
        path = local / file.path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            if self._folder is None:
                path.write_bytes(self._memory[file.file_id])
            else:
                _lay(self._folder / file.file_unique_id, path)
        return path.absolute()

    def linked(self, path: str, now: int) -> StoredFile | None:
        """Return the file behind a link that is still open."""
        file_id, opened = self._links.get(path, ("", 0))
        return self._known.get(file_id) if now - opened <= LINK_LIFE else None


def _lay(source: Path, target: Path) -> None:
    """The same bytes under another name, on the disk once if it can be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
