"""Where the facts come from: shown to whoever asks, with a link to each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dialogs.content.shapes import Place, read, table, tables, text


def read_sources(file: Path) -> list[dict[str, str]]:
    """Read and check sources.toml. Raises `ContentError` naming the keys that are wrong."""
    found: list[dict[str, str]] = read(file, _SOURCES)["source"]
    return found


def _address(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("https://") or not value.isprintable() or " " in value:
        return place.wrong("should be the address of a page, with https:// and without spaces")
    return value


_SOURCES = table({"source": tables(table({"title": text(), "address": _address, "used_for": text()}), "source")})
