"""What lies in `content/`: the languages that are spoken, those that are only heard, and files that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError

from dialogs.content.destinations import FOLDER as DESTINATIONS
from dialogs.content.ears import SAFETY, TABLE
from dialogs.content.files import ContentError, is_passed_over
from dialogs.content.language import FILE, SOURCE
from dialogs.content.letters import FILES as LETTERS

FILES = (
    "language.toml",
    "words.toml",
    "sources.toml",
    "style.toml",
    "said.toml",
    "pressed.toml",
    "guessed.toml",
    "recognition.toml",
    "days.toml",
    "places.toml",
    "destinations.toml",
)
MARKED = "translated.toml"
FOLDERS = ("messages", "pages", "letters", "safety")


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that the bot speaks, English first: those that say what they are."""
    spoken = (each.name for each in folders(folder) if (each / FILE).exists())
    return tuple(sorted(spoken, key=lambda name: (name != "en", name)))


def languages_heard(folder: Path) -> tuple[str, ...]:
    """The languages in which it hears what must not wait, and says nothing."""
    return tuple(each.name for each in folders(folder) if not (each / FILE).exists())


def passed_over(folder: Path) -> tuple[Path, ...]:
    """What lies in content/ and is not read: hidden files, backups of editors, notes."""
    return tuple(each for each in sorted(folder.rglob("*")) if is_passed_over(each) and each.is_file())


def unknown_files(folder: Path, language: str) -> Iterator[ContentError]:
    """Files and folders that nobody would read: most likely their names are misspelt."""
    known = {"guide.toml", "numbers.toml", DESTINATIONS, TABLE}
    yield from _unknown(folder, {*known, *(each.name for each in folders(folder))})
    for each in folders(folder):
        try:
            Locale.parse(each.name)
        except (UnknownLocaleError, ValueError):
            yield ContentError(each, "file", "is not the short name of a language, such as en or es")
    yield from _unknown(folder / language, {*FILES, *FOLDERS, *((MARKED,) if language != SOURCE else ())})
    yield from _unknown(folder / language / "letters", set(LETTERS))
    yield from _unknown(folder / language / "safety", set(SAFETY))


def _unknown(folder: Path, known: set[str]) -> Iterator[ContentError]:
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.name not in known and not is_passed_over(each):
            yield ContentError(each, "file", "is not a file the bot reads; is its name misspelt?")


def folders(folder: Path) -> list[Path]:
    """The folders of languages, whether they are spoken or only heard."""
    inside = (each for each in sorted(folder.iterdir()) if each.is_dir() and not is_passed_over(each))
    return [each for each in inside if each.name != DESTINATIONS]
