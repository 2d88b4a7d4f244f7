"""The real content, read once in each process for all tests that want it: what is read holds nobody's state.

As for the bot itself, what was made of the very same files by the very same code is kept beside the bytecode: of many
processes that test one of them reads it all, and the next run none.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dialogs.composed.contents import Content
from dialogs.composed.reading import read_content
from dialogs.content.kept import beside_bytecode

FOLDER = Path(__file__).resolve().parents[1] / "content"


@cache
def content(language: str = "en", reads_print: bool = False) -> Content:
    return read_content(FOLDER, language, reads_print, beside_bytecode())
