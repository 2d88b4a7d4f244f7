"""The files of `content/` that are templates: one a message, its name that of the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from dialogs.content.files import ContentError, is_passed_over, raise_all, read_text

ENDING = ".html.j2"


def template_files(folder: Path, messages: Mapping[str, Collection[str]], wanting: bool) -> dict[str, tuple[Path, str]]:
    """Where each message is written, and its source. Raises `ContentError` for any that is missing or unknown.

    `wanting`: some may be missing.
    """
    mistakes: list[ContentError] = []
    sources: dict[str, tuple[Path, str]] = {}
    if not folder.is_dir():
        if wanting:
            return {}
        raise ContentError(folder, "file", "is not there: a folder with a file for each message")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        name = file.name.removesuffix(ENDING)
        if is_passed_over(file):
            continue
        if name == file.name or (name not in messages and not name.startswith("_")):
            mistakes.append(ContentError(file, "file", "is not a message the bot says; is its name misspelt?"))
            continue
        try:
            sources[name] = (file, read_text(file))
        except ContentError as error:
            mistakes.append(error)
            sources[name] = (file, "")
    for name in () if wanting else sorted(messages.keys() - sources.keys()):
        mistakes.append(ContentError(folder / f"{name}{ENDING}", "file", "is not there; the bot says this message"))
    raise_all(mistakes)
    return sources
