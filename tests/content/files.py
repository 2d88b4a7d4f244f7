"""Where in content/ an author makes a mistake: each file as `check` names it."""

from __future__ import annotations

GUIDE, WORDS, SAFETY = "guide.toml", "en/words.toml", "en/safety/rules.toml"
SAID, PRESSED, GUESSED = "en/said.toml", "en/pressed.toml", "en/guessed.toml"
RECOGNITION, SOURCES = "en/recognition.toml", "en/sources.toml"
DAYS, PLACES = "en/days.toml", "en/places.toml"
LABELS, RECORDS, SLIDES, BACK, CAREGIVER = (
    f"en/letters/{name}.toml" for name in ("labels", "records", "slides", "back", "caregiver")
)


def message(name: str) -> str:
    return f"en/messages/{name}.html.j2"


WELCOME, NOTED = message("welcome"), message("noted")

Mistake = tuple[str, str, str, str, str, str]
"""What is wrong, the file, what it says, what it would say, the key that is named, and the problem."""
