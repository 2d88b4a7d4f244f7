"""A letter filled in: as the words of a page to sign, and as text to copy; both from the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from dialogs.case.answer import Question
from dialogs.case.opinion import Opinion
from dialogs.letters import TICKED, Letter, Letters, Part

MAX_ADDRESS_LINES = 5
"""What the window of an envelope shows."""
LINES_IN_WINDOW = 4
LINES_OF_AN_EMPTY_LIST = 3
DAYS = frozenset({"born", "needed_by"})
"""The blanks that hold a day."""
PLACES = frozenset({"recipient", "lab"})
"""The blanks that hold where something goes; a name alone leaves room for its address."""
NEUTRAL = "other"
"""The country whose words quote no rule."""
LINE, BOX, POINT = "____________", "[ ]", "-"
"""A blank, a box to tick and a point, where there is only text."""


class Speech(Protocol):
    """How the language of a letter says what is listed in it."""

    language: str

    @property
    def words(self) -> Mapping[str, Any]: ...

    def apart(self, value: str, /) -> str: ...

    def day_in(self, day: date, country: str, /) -> str: ...

    def question(self, question: Question, /) -> str: ...

    def opinion(self, opinion: Opinion, /) -> str: ...

    def title(self, record: str, /) -> str: ...

    def listed(self, several: Iterable[Any], /) -> str: ...

    def said_of(self, name: str, said: str, /) -> str: ...

    def destination(self, key: str, /) -> str: ...


class LetterWriting:
    """Fills the letters of one language with the values of `dialogs.roads.letters.facts`."""

    def __init__(self, letters: Letters, speech: Speech) -> None:
        self._letters, self._speech = letters, speech

    @property
    def kept(self) -> Letters:
        """The letters before anything is filled in."""
        return self._letters

    @property
    def file_name(self) -> str:
        """It names no illness: a letter may be printed at a copy shop."""
        return self._letters.file_name

    @property
    def back_file_name(self) -> str:
        return self._letters.back_file_name

    def letter(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The words of bot/papers/letter.typ."""
        letter = self._letters.kinds[values["letter"]]
        known = self._known(values)
        written = [line.strip() for line in values["addressed"].splitlines() if line.strip()]
        to = (list(letter.to) + (written or list(values["whom"])))[:MAX_ADDRESS_LINES]
        return {
            "language": self._speech.language,
            "paper": values["paper"],
            "title": letter.title,
            "day": self._day(values["day"], values),
            "sender": [self._blank(key, values, known) for key in letter.sender],
            "to": {
                "label": self._letters.to,
                "lines": to,
                "blanks": 0 if written else LINES_IN_WINDOW - len(to),
            },
            "greeting": letter.greeting,
            "parts": self._parts(letter, values, known),
            "closing": letter.closing,
            "sign": list(letter.sign or self._letters.sign),
        }

    def back(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The words of bot/papers/back.typ."""
        page = self._letters.back
        return {
            "language": self._speech.language,
            "paper": values["paper"],
            "title": page.title,
            "intro": page.greeting,
            "parts": self._parts(page, values, self._known(values)),
            "foot": page.closing,
        }

    def phone(self, letter: str) -> list[str]:
        """What to say when calling about a letter's matter, sentence by sentence."""
        return list(self._letters.kinds[letter].phone)

    def text(self, values: Mapping[str, Any]) -> str:
        """The whole letter as plain text to copy."""
        page = self.letter(values)
        blanks = [LINE] * min(page["to"]["blanks"], 1)
        blocks = [
            page["day"],
            "\n".join(self._line(item) for item in page["sender"]),
            "\n".join([self._speech.said_of(page["to"]["label"], "").rstrip(), *page["to"]["lines"], *blanks]),
            page["title"],
            page["greeting"],
            *(self._block(part) for part in page["parts"]),
            page["closing"],
            "\n".join(self._speech.said_of(label, LINE) for label in page["sign"]),
        ]
        return "\n\n".join(blocks)

    def _known(self, values: Mapping[str, Any]) -> dict[str, str]:
        """What stands on a line, by the key of its blank."""
        known = dict(values["known"])
        known["specimens"] = self._speech.listed(known.get("specimens", ()))
        goes = values.get("goes_to", {})  # a letter that an earlier version ordered says nothing of it
        where = self._speech.destination(goes["key"]) if "key" in goes else goes.get("own", "")
        known |= dict.fromkeys(PLACES, where)
        return {key: self._day(each, values) if key in DAYS else str(each) for key, each in known.items()}

    def _day(self, day: str, values: Mapping[str, Any]) -> str:
        """A day (ISO 8601) as it is written where the letter is read."""
        return self._speech.day_in(date.fromisoformat(day), values["country"]) if day else ""

    def _parts(self, letter: Letter, values: Mapping[str, Any], known: Mapping[str, str]) -> list[dict[str, Any]]:
        return [
            {
                "heading": part.heading,
                "say": self._rule(letter, values) if part.rule else part.say,
                "items": self._items(part, values, known),
                "paired": bool(part.blanks or part.choices),
            }
            for part in letter.parts
        ]

    def _rule(self, letter: Letter, values: Mapping[str, Any]) -> str:
        """What the letter says of the law of its country; the neutral words where no rule gives what it asks for."""
        country = values["country"] if values["by_right"] else NEUTRAL
        return (letter.rules or {})[country or NEUTRAL]

    def _items(self, part: Part, values: Mapping[str, Any], known: Mapping[str, str]) -> list[dict[str, Any]]:
        if part.blanks:
            return [self._blank(key, values, known) for key in part.blanks]
        if part.points:
            return [_item(value=each) for each in part.points]
        if part.list == "studies":
            studies = [self._study(each, values) for each in values["studies"]]
            return studies + [_item()] * (part.spare if studies else max(part.spare, LINES_OF_AN_EMPTY_LIST))
        listed = self._listed(part.list, values) if part.list else list(part.choices)
        box = bool(part.choices) or part.list in TICKED
        spare = part.spare if listed or not part.list else max(part.spare, LINES_OF_AN_EMPTY_LIST)
        return [_item(value=each, box=box) for each in listed] + [_item(box=box)] * spare

    def _study(self, study: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
        """One scan on a line of its own; where only half of it was read, there is room for the other half."""
        day = self._day(study["day"], values)
        return _item(label=study["study"] or day, value=day if study["study"] else "")

    def _listed(self, name: str, values: Mapping[str, Any]) -> list[str]:
        if name == "questions":
            return [self._speech.question(each) for each in values[name]]
        if name == "opinions":
            return [self._speech.opinion(each) for each in values[name]]
        return [self._speech.title(record) for record in values[name]]

    def _block(self, part: Mapping[str, Any]) -> str:
        return "\n".join(words for words in (part["heading"], part["say"], *map(self._line, part["items"])) if words)

    def _line(self, item: Mapping[str, Any]) -> str:
        words = "\n".join((item["value"], *[LINE] * min(item["room"], 1))) if item["value"] else LINE
        if item["label"]:
            return self._speech.said_of(item["label"], words)
        return f"{BOX if item['box'] else POINT} {words}"

    def _blank(self, key: str, values: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
        blank = self._letters.blanks[key]
        label = blank.by_country.get(values["country"], blank.label)
        room = blank.lines - 1 if key in PLACES else 0
        value = self._speech.apart(known.get(key, ""))
        return _item(label=label, value=value, lines=blank.lines, room=room)


def _item(label: str = "", value: str = "", lines: int = 1, box: bool = False, room: int = 0) -> dict[str, Any]:
    return {"label": label, "value": value, "lines": lines, "box": box, "room": room}
