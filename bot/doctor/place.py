"""What the doctor looks at: which database, and where its files lie; an operator may have meant another."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.settings import Settings

NOTHING = "nothing_kept"
"""The kind of finding that says so: a script must not take it for all being well."""


def places(settings: Settings) -> Mapping[str, str]:
    """Both by name, without the password of either."""
    folder = settings.data_dir.absolute()
    parts = urlsplit(settings.database_url)
    server = f"{parts.hostname}:{parts.port or 5432}" if parts.hostname else "a socket of this machine"
    postgresql = f"PostgreSQL at {server}, database {parts.path.strip('/')}"
    return {
        "database": postgresql if settings.database_url else str(folder / "companion.db"),
        "files_in": settings.store_url or str(folder / "vault"),
    }


def nothing_here(settings: Settings) -> str:
    """That there is nothing, and what an operator does who thought that there is."""
    folder, where = settings.data_dir.absolute(), places(settings)
    found = f"nobody's records are kept in {where['database']}"
    if not settings.database_url and not folder.exists():
        found = f"there is no folder {folder}"
    names = ", ".join(("DATA_DIR", *(["DATABASE_URL"] if settings.database_url else []), *_store(settings)))
    return f"{found}; if there should be some, set {names} as the bot has it that serves patients, and ask again"


def _store(settings: Settings) -> list[str]:
    return ["STORE_URL"] if settings.store_url else []
