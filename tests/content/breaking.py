"""Copies of the real content to break, and what `check` finds wrong with them."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.checking.content import proofread
from tests.content.files import GUIDE, WORDS
from tests.real import FOLDER

LEFT_BEHIND = (
    *("en/letters/.DS_Store", "en/messages/._welcome.html.j2", ".gitkeep", "en/words.toml~"),
    *("en/safety/rules.toml.bak", "en/#days.toml#", "en/messages/welcome.html.j2.orig", "en/.words.toml.swp"),
    *("README.md", "en/letters/Thumbs.db"),
)
"""What editors and other systems leave in a folder: it is no content."""


def copied_to(folder: Path) -> Path:
    """The real content as it is spoken in English; of the other languages the rules by which it is heard."""
    shutil.copytree(FOLDER, folder, ignore=_only_heard)
    return folder


def with_a_record_more(folder: Path) -> Path:
    """The same with one record more, and with what editors leave behind."""
    copied_to(folder)
    with (folder / GUIDE).open("a", encoding="utf-8") as guide:
        guide.write('\n[[record]]\nkey = "vaccinations"\n')
    with (folder / WORDS).open("a", encoding="utf-8") as words:
        words.write(
            '\n[record.vaccinations]\ntitle = "Vaccinations"\nwhat = "A list."\nwhy = "So."\nwhere = "There."\n'
        )
    for name in LEFT_BEHIND:
        (folder / name).write_bytes(b"\x00\xff not content")
    return folder


def _only_heard(folder: str, names: list[str]) -> set[str]:
    """What is left out of a folder of the content: of a language but English all that is only said in it."""
    spoken_elsewhere = "language.toml" in names and Path(folder).name != "en"
    return {*names} - {"safety", "said.toml"} if spoken_elsewhere else set()


def files_of(folder: Path) -> dict[Path, bytes]:
    """What stands in each of its files."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def mend(folder: Path, whole: dict[Path, bytes]) -> None:
    """Make all files of a folder what they were, and touch none that is."""
    for each in sorted(folder.rglob("*"), reverse=True):
        if each.is_dir():
            if not any(each.iterdir()):
                each.rmdir()
        elif whole.get(each) != each.read_bytes():
            each.unlink()
    for file, written in whole.items():
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written)


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer has {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def named(folder: Path) -> list[tuple[str, str, str]]:
    """What `check` finds: file, key and problem."""
    found = proofread(folder).mistakes
    return [(str(Path(each.file).relative_to(folder)), each.key, each.problem) for each in found]
