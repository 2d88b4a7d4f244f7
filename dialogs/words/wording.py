"""The words: a `Say` becomes the text and the buttons a patient sees, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_time, get_timezone_location

from dialogs.case.answer import Question
from dialogs.case.document import Document
from dialogs.case.keyboard import Shown
from dialogs.case.request import Request
from dialogs.checklist.checklist import Line, Step
from dialogs.content.files import Reading
from dialogs.content.guide import Guide
from dialogs.content.letters import read_letters
from dialogs.content.numbers import near, read_numbers
from dialogs.content.sources import read_sources
from dialogs.content.whose import OTHER, OWN, read_whose
from dialogs.effects import Button, Say
from dialogs.words.letter_writing import LetterWriting
from dialogs.words.messages import MESSAGES
from dialogs.words.pages import PAGES
from dialogs.words.sharing import shared
from dialogs.words.telegram_limits import LONGEST_COPY, cut_at_word
from dialogs.words.templates import Templates
from dialogs.words.vocabulary import MAX_BUTTON, TAKEN, read_words

Label = tuple[str, str] | tuple[str, str, dict[str, str]]
"""What stands on a button, and the data it sends back; or no data, and what it `copies` or `opens`."""


class Wording:
    """The sentences of one language, read from its folder in `content/` and checked. Holds nobody's words.

    They are said to a patient; `of` gives those that are said to somebody who cares for one.
    """

    def __init__(self, folder: Path, guide: Guide, form: str = OWN) -> None:
        self.language = folder.name
        reading = Reading()
        whose = reading.of(read_whose, folder / "words.toml", TAKEN, form)
        sources = reading.of(read_sources, folder / "sources.toml")
        numbers = reading.of(read_numbers, folder.parent / "numbers.toml")
        if whose is None or numbers is None:
            reading.settle()
        self._words = reading.of(read_words, folder / "words.toml", guide, whose, tuple(numbers.regions))
        letters = reading.of(read_letters, folder / "letters", whose)
        reading.settle()
        self.letters = LetterWriting(letters, self)
        filters: dict[str, Callable[..., Any]] = {
            **{part: self._of_record(part) for part in ("title", "what", "why", "where")},
            "question": self.question,
            "next_step": self.next_step,
            "count": self.count,
            "amount": self.amount,
            "letter_text": self.letters.text,
            "phone_script": self.letters.phone,
            "called": self.called,
            "clock": self.clock,
            "place": self.place,
            "hours": self._hours,
            "weekday": lambda day: format_date(_date(day), "EEEE", locale=self.language),
            "long_day": self.long_day,
            "label": self.label,
            "near": near,
        }
        dated: dict[str, Callable[..., Any]] = {"day": self.day, "short_day": self.short_day, "request": self.request}
        self.templates = Templates(
            folder / "messages",
            MESSAGES,
            shown={**whose, "words": self._words, "sources": sources, "numbers": numbers},
            filters=filters,
            dated=dated,
        )
        self.pages = Templates(
            folder / "pages", PAGES, {**whose, "words": self._words}, filters, dated, for_telegram=False
        )
        self._spoken: dict[str, Callable[[str], str]] = {
            "on_day": self.long_day,
            "file": self._file,
            "hints": lambda number: self.count(int(number), "hint"),
            "date": self.day,
            "day_of_month": lambda day: format_date(date.fromisoformat(day), "EEEEEE d", locale=self.language),
            "month": lambda day: format_date(date.fromisoformat(day), "LLLL y", locale=self.language),
            "clock": lambda written: self.clock(time.fromisoformat(written)),
            "place": self._place_at,
            "hours": self._hours,
        }
        self._of_another = Wording(folder, guide, OTHER) if form == OWN else self

    def of(self, for_another: bool) -> Wording:
        """The words for who gathers their own records, or those `for_another`."""
        return self._of_another if for_another else self

    def text(self, say: Say, today: date | None = None) -> str:
        """The message as Telegram HTML; what leads it comes first, in the same message.

        Days of another year than that of `today` are said with their year.
        """
        body = self.of(say.for_another).templates.render(say.name, say.values, today)
        return f"{self.text(say.lead, today)}\n\n{body}" if say.lead else body

    def keyboard(self, say: Say) -> list[list[Label]]:
        words = self.of(say.for_another)
        return [[words._shown(button, say.values) for button in row] for row in say.buttons]

    def placeholder(self, key: str, for_another: bool = False) -> str:
        """What the empty field says that is asked for."""
        return str(self.of(for_another).words["placeholder"][key])

    def button(self, shown: Shown, for_another: bool = False) -> str:
        """What stood on a button."""
        return self.of(for_another).label(shown)

    def label(self, shown: Shown) -> str:
        """What stood on a button, in these words."""
        return self._label(Button(shown.data, shown.label), shown.record)

    def question(self, question: Question) -> str:
        return question.text or str(self._words["question"][question.example])

    def next_step(self, step: Step) -> str:
        title = self._words["record"][step.record]["title"] if step.record else ""
        return str(self._words["next_step"][step.name]).format(title=title)

    def day(self, moment: date | str, today: date | None = None) -> str:
        """A date in words, such as "Friday 27 November"; text is ISO 8601."""
        return self._dated("EEEE d MMMM", _date(moment), today)

    def short_day(self, moment: date | str, today: date | None = None) -> str:
        """A date in two words, such as "27 November"; text is ISO 8601."""
        return self._dated("d MMMM", _date(moment), today)

    def _dated(self, pattern: str, day: date, today: date | None) -> str:
        far = today is not None and day.year != today.year
        return format_date(day, f"{pattern} y" if far else pattern, locale=self.language)

    def clock(self, moment: datetime | time) -> str:
        """A time of day, as clocks of this language show it."""
        return format_time(moment if isinstance(moment, time) else moment.timetz(), "short", locale=self.language)

    def place(self, zone: str) -> str:
        """The place that a time zone is named after, such as "New York"."""
        return get_timezone_location(zone, locale=self.language, return_city=True)

    def request(self, request: Request, today: date | None = None) -> str:
        """Where a request stands, such as "asked 12 March, promised 2 April"."""
        words = self._words["request"]
        parts = [
            words["asked_on"].format(day=self.short_day(request.when, today)) if request.when else words["undated"]
        ]
        if request.how:
            parts.append(words[request.how])
        if request.chased:
            parts.append(words["chased"].format(day=self.short_day(request.chased[-1], today)))
        if request.promised and request.waiting:
            parts.append(words["promised"].format(day=self.short_day(request.promised, today)))
        parts += [] if request.waiting else [words[request.state]]
        return ", ".join(parts)

    def count(self, number: int, noun: str) -> str:
        """A number with its noun, such as "1 file" or "3 files"."""
        one, many = self._words["count"][noun]
        return f"{number} {one if number == 1 else many}"

    def amount(self, files: int, pages: int, scans: int = 0) -> str:
        """So many files and what is on them; a disc has scans, not pages."""
        on_them = [self.count(number, noun) for number, noun in ((pages, "page"), (scans, "study")) if number]
        return ", ".join([self.count(files, "file"), *on_them])

    def commands(self) -> list[tuple[str, str]]:
        """The command menu: names and what they do."""
        return list(self._words["command"].items())

    @property
    def about(self) -> Mapping[str, str]:
        """How the bot introduces itself in Telegram: `description`, `short_description`."""
        return dict(self._words["about"])

    @property
    def words(self) -> Mapping[str, Any]:
        """The words that are not whole messages, as they stand in words.toml."""
        return self._words

    def title(self, record: str) -> str:
        return str(self._words["record"][record]["title"])

    def long_day(self, moment: date | str) -> str:
        """A date in words with its year, such as "27 November 2026"; text is ISO 8601."""
        return format_date(_date(moment), "long", locale=self.language)

    def called(self, document: Document) -> str:
        """What a file is called: its title, its name, or its number."""
        return document.title or document.name or self._words["file"]["unnamed"].format(number=document.number)

    def standing(self, line: Line) -> str:
        """Where a record stands, in a few words: how much of it is here, or what was said about it."""
        if line.files:
            return self.amount(line.files, line.pages)
        standing = str(self._words["standing"][line.standing])
        if line.standing == "asked" and line.requests:
            standing = self.request(line.requests[-1])
        return f"{standing}: {line.note}" if line.note else standing

    def _file(self, key: str) -> str:
        """A file on a button: as much of its name as fits beside the number of its pages."""
        number, pages, name = key.split(".", 2)
        name = name or self._words["file"]["unnamed"].format(number=number)
        length = f" ({self.count(int(pages), 'page')})" if int(pages) else ""
        room = MAX_BUTTON - len(length)
        return f"{name if len(name) <= room else name[: room - 1] + '…'}{length}"

    def _shown(self, button: Button, values: Mapping[str, Any]) -> Label:
        label = self._label(button, values.get("record", ""))
        if button.copies:
            return label, "", {"copies": cut_at_word(button.copies, LONGEST_COPY)}
        opens = button.opens or (button.shares and self._shared(button.shares, values))
        return (label, "", {"opens": opens}) if opens else (label, button.data)

    def _shared(self, name: str, values: Mapping[str, Any]) -> str:
        return shared(self.templates.render(name, values), str(self._words["sheet"]["not_all"]))

    def _label(self, button: Button, record: str) -> str:
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

    def _place_at(self, key: str) -> str:
        zone, _, written = key.partition("@")
        return f"{self.place(zone)} ({self.clock(time.fromisoformat(written))})"

    def _hours(self, key: str) -> str:
        begins, ends = (self.clock(time(int(hour))) for hour in key.split("-"))
        return str(self._words["hours"]["between"]).format(begins=begins, ends=ends)

    def _of_record(self, part: str) -> Any:
        return lambda key: self._words["record"][key][part]


def _date(moment: date | str) -> date:
    return date.fromisoformat(moment) if isinstance(moment, str) else moment
