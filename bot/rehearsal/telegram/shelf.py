"""Keeps what the rehearsal remembers on disk, so that closing it loses nothing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any


class Shelf:
    """Named JSON values by kind; with no folder it keeps nothing and gives nothing back."""

    def __init__(self, folder: Path | None) -> None:
        self._database: sqlite3.Connection | None = None
        if folder is None:
            return
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(
            folder / "rehearsal.sqlite", check_same_thread=False, isolation_level=None, timeout=10
        )
        self._database.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE IF NOT EXISTS thing (kind TEXT, name TEXT, value TEXT, PRIMARY KEY (kind, name));"
        )

    def put(self, kind: str, name: object, value: Any) -> None:
        """Keep a value under a kind and a name, over the one before."""
        if self._database is not None:
            self._database.execute(
                "INSERT OR REPLACE INTO thing VALUES (?, ?, ?)", (kind, str(name), json.dumps(value))
            )

    def drop(self, kind: str, name: object) -> None:
        """Forget a value."""
        if self._database is not None:
            self._database.execute("DELETE FROM thing WHERE kind = ? AND name = ?", (kind, str(name)))

    def all(self, kind: str) -> list[Any]:
        """Return every value of a kind."""
        if self._database is None:
            return []
        rows = self._database.execute("SELECT value FROM thing WHERE kind = ? ORDER BY rowid", (kind,))
        return [json.loads(value) for (value,) in rows]

    def get(self, kind: str, name: object) -> Any:
        """Return one value, or None."""
        if self._database is None:
            return None
        row = self._database.execute(
            "SELECT value FROM thing WHERE kind = ? AND name = ?", (kind, str(name))
        ).fetchone()
        return json.loads(row[0]) if row else None

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
