"""All of `content/`, read and checked once at the start: the guide, the words, and the dialogue over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from dialogs.asides import COMMANDS
from dialogs.content.day_words import DayWords, read_days
from dialogs.content.ears import RULES, SAFETY, TABLE, check_kinds, ears_of, read_language, read_model
from dialogs.content.files import ContentError, Mistakes, Reading, is_passed_over, read_text
from dialogs.content.guide import Guide, read_guide
from dialogs.content.letters import FILES as LETTERS
from dialogs.content.pressed_words import read_presses
from dialogs.content.presses import Presses
from dialogs.content.recognition import read_recognition
from dialogs.content.said import read_said
from dialogs.days.zones import Places, read_places
from dialogs.dialogue import Dialogue
from dialogs.receiving.quotas import Quotas
from dialogs.roads.every import BUTTONS, STEPS
from dialogs.words.vocabulary import ASIDE_BUTTONS
from dialogs.words.wording import Wording

FILES = (
    "words.toml",
    "sources.toml",
    "said.toml",
    "pressed.toml",
    "recognition.toml",
    "days.toml",
    "places.toml",
)
FOLDERS = ("messages", "pages", "letters", "safety")
HEARD_ALONE = {"safety", "said.toml"}
"""What a language may have without the rest: words that must not wait are heard in it, though nothing is said in it."""


@dataclass(frozen=True)
class Content:
    """What the bot says and in what order, in one language."""

    guide: Guide
    dialogue: Dialogue
    wording: Wording
    days: DayWords
    places: Places
    recognition: Mapping[str, Any]
    """The words by which papers are recognised, as plain as JSON."""
    presses: Presses
    """What buttons mean in words of one's own."""


def read_content(
    folder: Path,
    language: str = "en",
    reads_print: bool = False,
    days_kept: int = 90,
    quotas: Quotas | None = None,
) -> Content:
    """Read and check a content folder. Raises `ContentError` with every mistake, each named by file and key.

    `reads_print`: whether the dialogue may ask for pictures of papers to be read; `days_kept`: for how many days after
    its person last did anything a case is kept, 0 for ever; `quotas`: how much one person may send.
    """
    words, reading = folder / language, Reading()
    reading.mistakes += unknown_files(folder, language)
    guide = reading.of(read_guide, folder / "guide.toml", STEPS)
    own, said = reading.of(read_language, words), reading.of(read_said, words / "said.toml")
    others = [each for each in _folders(folder) if each != words]
    foreign = [reading.of(read_language, each) for each in others if (each / RULES).exists()]
    model = reading.of(read_model, folder / TABLE)
    sayings = [reading.of(read_said, file) for each in others if (file := each / "said.toml").exists()]
    days = reading.of(read_days, words / "days.toml")
    places = reading.of(read_places, words / "places.toml")
    presses = reading.of(read_presses, words / "pressed.toml", frozenset({*BUTTONS, *ASIDE_BUTTONS}), COMMANDS)
    if guide:
        recognition = reading.of(read_recognition, words / "recognition.toml", guide)
        wording = reading.of(Wording, words, guide)
    else:
        reading.of(read_text, words / "words.toml")
    if own:
        check_kinds(noted := Mistakes(words / RULES), own)
        reading.of(noted.settle)
    reading.settle()
    # Whoever is in need writes in their own language, whichever the bot speaks.
    said = replace(said, others=tuple(sayings))
    version = wording.words["consent"]["version"]
    ears = ears_of(tuple(sorted((own, *foreign), key=lambda each: each.language)), model)
    dialogue = Dialogue(
        guide, ears, days, places, reads_print, said, presses, wording.button, days_kept, version, quotas
    )
    return Content(guide, dialogue, wording, days, places, recognition, presses)


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that the bot speaks, English first."""
    spoken = (each.name for each in _folders(folder) if not _has_rules_alone(each))
    return tuple(sorted(spoken, key=lambda name: (name != "en", name)))


def languages_heard(folder: Path) -> tuple[str, ...]:
    """The languages in which it hears what must not wait, and says nothing."""
    return tuple(each.name for each in _folders(folder) if _has_rules_alone(each))


def passed_over(folder: Path) -> tuple[Path, ...]:
    """What lies in content/ and is not read: hidden files, backups of editors, notes."""
    return tuple(each for each in sorted(folder.rglob("*")) if is_passed_over(each) and each.is_file())


def unknown_files(folder: Path, language: str) -> Iterator[ContentError]:
    """Files and folders that nobody would read: most likely their names are misspelt."""
    yield from _unknown(folder, {"guide.toml", "numbers.toml", TABLE, *(each.name for each in _folders(folder))})
    for each in _folders(folder):
        try:
            Locale.parse(each.name)
        except (UnknownLocaleError, ValueError):
            yield ContentError(each, "file", "is not the short name of a language, such as en or es")
    yield from _unknown(folder / language, {*FILES, *FOLDERS})
    yield from _unknown(folder / language / "letters", set(LETTERS))
    for each in _folders(folder):
        yield from _unknown(each / "safety", set(SAFETY))


def _unknown(folder: Path, known: set[str]) -> Iterator[ContentError]:
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.name not in known and not is_passed_over(each):
            yield ContentError(each, "file", "is not a file the bot reads; is its name misspelt?")


def _folders(folder: Path) -> list[Path]:
    return [each for each in sorted(folder.iterdir()) if each.is_dir() and not is_passed_over(each)]


def _has_rules_alone(language: Path) -> bool:
    return {each.name for each in language.iterdir() if not is_passed_over(each)} <= HEARD_ALONE
