"""All of `content/`, read and checked once at the start: the guide, the words, and the dialogue over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.day_words import read_days
from dialogs.dialogue import Dialogue
from dialogs.guide import Guide, read_guide
from dialogs.recognition import read_recognition
from dialogs.safety import read_safety
from dialogs.wording import Wording
from dialogs.zones import read_places


@dataclass(frozen=True)
class Content:
    """What the bot says and in what order, in one language."""

    guide: Guide
    dialogue: Dialogue
    wording: Wording
    recognition: Mapping[str, Any]
    """The words by which papers are recognised, as plain as JSON."""


def read_content(folder: Path, language: str = "en", reads_print: bool = False) -> Content:
    """Read and check a content folder. Raises `ContentError` naming the file and the key that is wrong.

    `reads_print`: whether the dialogue may ask for pictures of papers to be read.
    """
    guide = read_guide(folder / "guide.toml")
    words = folder / language
    recognition = read_recognition(words / "recognition.toml", guide)
    safety, days = read_safety(words / "safety.toml"), read_days(words / "days.toml")
    dialogue = Dialogue(guide, safety, days, read_places(words / "places.toml"), reads_print)
    return Content(guide, dialogue, Wording(words, guide), recognition)
