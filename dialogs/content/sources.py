"""Where the facts come from: shown to whoever asks, with a link to each."""

from __future__ import annotations

from pathlib import Path

from dialogs.content.shapes import address, read, table, tables, text


def read_sources(file: Path) -> list[dict[str, str]]:
    """Read and check sources.toml. Raises `ContentError` naming the keys that are wrong."""
    found: list[dict[str, str]] = read(file, _SOURCES)["source"]
    return found


_SOURCES = table(
    {"source": tables(table({"title": text(), "address": address("https"), "used_for": text()}), "source")}
)
