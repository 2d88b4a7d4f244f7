"""What stands on a button: a word of words.toml, or something that is said of a case, such as a file or a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from dialogs.effects import Button
from dialogs.words import dates
from dialogs.words.telling import Telling
from dialogs.words.vocabulary import MAX_BUTTON


class Labels:
    """The labels of one language. `names`: what each language that the bot speaks is called in itself."""

    def __init__(self, telling: Telling, names: Mapping[str, str]) -> None:
        self._telling, self._words = telling, telling.words
        language = telling.language
        self._spoken: dict[str, Callable[[str], str]] = {
            "on_day": telling.long_day,
            "file": self._file,
            "hints": lambda number: telling.count(int(number), "hint"),
            "date": telling.day,
            "day_of_month": lambda day: dates.day_of_month(date.fromisoformat(day), language),
            "month": lambda day: dates.month(date.fromisoformat(day), language),
            "clock": lambda written: telling.clock(time.fromisoformat(written)),
            "place": self._place_at,
            "bound": telling.destination,
            "way": telling.way,
            "sent": self._sent,
            "in_own_words": self._cut,
            "hours": telling.hours,
            "language": lambda code: names.get(code, code),
            "reader": lambda code: self._words["reader"]["in_language"].format(language=names.get(code, code)),
        }

    def label(self, button: Button, record: str) -> str:
        table, _, key = button.label.partition(".")
        if table in self._spoken:
            spoken = self._spoken[table](key)
            return f"{self._words['mark'][button.mark]} {spoken}" if button.mark else spoken
        own = self._words["record"][record].get("button", {}) if record and table == "button" else {}
        label: Any = own.get(key) or self._words[table]
        for part in () if isinstance(label, str) else key.split("."):
            label = label[part]
        mark = self._words["mark"].get(button.mark, "") if button.mark else ""
        return f"{mark} {label}".strip()

    def _file(self, key: str) -> str:
        """A file on a button: as much of its name as fits beside the number of its pages."""
        number, pages, name = key.split(".", 2)
        name = name or self._words["file"]["unnamed"].format(number=number)
        length = f" ({self._telling.count(int(pages), 'page')})" if int(pages) else ""
        room = MAX_BUTTON - len(length) - len(self._telling.apart("a")) + 1
        return f"{self._telling.apart(name if len(name) <= room else name[: room - 1] + '…')}{length}"

    def _sent(self, key: str) -> str:
        """What was sent, and where to; what alone, where the patient's own words name the place."""
        what, _, destination = key.partition(".")
        words = self._words["delivery"]
        name = self._telling.destination(destination) if destination else ""
        return str(words["to"].format(what=words[what], place=name) if name else words[what])

    def _cut(self, words: str) -> str:
        """The patient's own words, as much of them as fits."""
        room = MAX_BUTTON - len(self._telling.apart("a")) + 1
        return str(self._telling.apart(words if len(words) <= room else words[: room - 1] + "…"))

    def _place_at(self, key: str) -> str:
        zone, _, written = key.partition("@")
        return f"{self._telling.place(zone)} ({self._telling.clock(time.fromisoformat(written))})"
