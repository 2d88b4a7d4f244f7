"""The ground of one bad start, and the ways to prepare it: what each makes bad, and what the bot must say of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.storage.database import migrate, open_database
from bot.vault import Vault, master_key


@dataclass
class Ground:
    """The folder of one bad start, and what is prepared there."""

    folder: Path
    stack: ExitStack
    environment: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def used(self) -> None:
        """A bot was here before."""
        self.data.mkdir()
        master_key(self.data / "master.key")
        Vault(self.data / "vault", bytes(32))
        engine = open_database(self.data / "companion.db")
        migrate(engine)
        engine.dispose()

    def closes(self, path: Path, mode: int = 0) -> None:
        path.chmod(mode)
        self.stack.callback(path.chmod, 0o700)
        self.more["unprivileged"] = True

    def disk(self, **options: Any) -> None:
        self.data.mkdir()
        self.more["disks"] = {str(self.data): options}


Prepare = Callable[[Ground], object]


class Ways(dict[str, tuple[Prepare, str]]):
    """Ways to start badly, each with what the one line must say."""

    def bad(self, says: str) -> Callable[[Prepare], Prepare]:
        def register(prepare: Prepare) -> Prepare:
            self[prepare.__name__] = (prepare, says)
            return prepare

        return register
