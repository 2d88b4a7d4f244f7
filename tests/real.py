"""The real content, read once in each process for all tests that want it: what is read holds nobody's state."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dialogs.composed.contents import Content
from dialogs.composed.reading import read_content

FOLDER = Path(__file__).resolve().parents[1] / "content"


@cache
def content(language: str = "en", reads_print: bool = False) -> Content:
    return read_content(FOLDER, language, reads_print=reads_print)
