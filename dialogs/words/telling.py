"""How the things of a case are said in one language: a day, a request, a number of files, where a record stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from babel.dates import get_timezone_location

from dialogs.case.answer import Question
from dialogs.case.countries import TERRITORIES
from dialogs.case.delivery import Delivery
from dialogs.case.document import Document
from dialogs.case.opinion import Opinion
from dialogs.case.request import Request
from dialogs.checklist.checklist import Line, Step
from dialogs.content.profile import ANOTHER
from dialogs.understanding.days import is_day
from dialogs.words import dates
from dialogs.words.isolates import as_it_is
from dialogs.words.plurals import counted


class Telling:
    """Says things with the words of words.toml. `apart`: sets apart what is written the other way round."""

    def __init__(self, language: str, words: Mapping[str, Any], apart: Callable[[Any], Any] = as_it_is) -> None:
        self.language, self.apart = language, apart
        self._words = words

    @property
    def words(self) -> Mapping[str, Any]:
        """The words that are not whole messages, as they stand in words.toml."""
        return self._words

    def question(self, question: Question) -> str:
        if question.text:
            return question.text
        tables = (self._words["question"], self._words["bring_forward"])
        return str(next(table[question.example] for table in tables if question.example in table))

    def next_step(self, step: Step) -> str:
        title = self._words["record"][step.record]["title"] if step.record else ""
        return str(self._words["next_step"][step.name]).format(title=title)

    def day(self, moment: date | str, today: date | None = None) -> str:
        """A date in words, such as "Friday, November 27"; text is ISO 8601."""
        day = _date(moment)
        return dates.full_day(day, self.language) if _is_far(day, today) else dates.day(day, self.language)

    def short_day(self, moment: date | str, today: date | None = None) -> str:
        """A date in two words, such as "November 27"; text is ISO 8601."""
        day = _date(moment)
        return dates.long_day(day, self.language) if _is_far(day, today) else dates.short_day(day, self.language)

    def long_day(self, moment: date | str) -> str:
        """A date in words with its year, such as "November 27, 2026"; text is ISO 8601."""
        return dates.long_day(_date(moment), self.language)

    def day_in(self, moment: date | str, country: str) -> str:
        """The same as its readers in a country write it; `country` as a case says it, or empty. A year stays a year."""
        if isinstance(moment, str) and not is_day(moment):
            return moment
        return dates.day_in(_date(moment), self.language, TERRITORIES.get(country, ""))

    def weekday(self, moment: date | str) -> str:
        return dates.weekday(_date(moment), self.language)

    def clock(self, moment: datetime | time) -> str:
        """A time of day, as clocks of this language show it."""
        return dates.clock(moment if isinstance(moment, time) else moment.timetz(), self.language)

    def place(self, zone: str) -> str:
        """The place that a time zone is named after, such as "New York"."""
        return get_timezone_location(zone, locale=self.language, return_city=True)

    def hours(self, key: str) -> str:
        begins, ends = (self.clock(time(int(hour))) for hour in key.split("-"))
        return str(self._words["hours"]["between"]).format(begins=begins, ends=ends)

    def request(self, request: Request, today: date | None = None) -> str:
        """Where a request stands, such as "asked March 12, promised April 2"."""
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
        return self.listed(parts)

    def count(self, number: int, noun: str) -> str:
        """A number with its noun, such as "1 file" or "3 files"."""
        return counted(self.language, self._words["count"][noun], number)

    def amount(self, files: int, pages: int, scans: int = 0) -> str:
        """So many files and what is on them; a disc has scans, not pages."""
        on_them = [self.count(number, noun) for number, noun in ((pages, "page"), (scans, "study")) if number]
        return self.listed([self.count(files, "file"), *on_them])

    def listed(self, several: Iterable[Any]) -> str:
        """Some things one after another, with what this language sets between them."""
        return str(self._words["join"]["comma"]).join(str(self.apart(str(each))) for each in several)

    def said_of(self, name: str, said: str) -> str:
        """A name, and what is said of it."""
        return str(self._words["join"]["colon"]).format(name=name, said=self.apart(said))

    def title(self, record: str) -> str:
        return str(self._words["record"][record]["title"])

    def where(self, record: str, in_usa: bool = True) -> str:
        """Where to get a record; `in_usa`: with what a hospital in the USA must do, where it may be one."""
        words = self._words["record"][record]
        return str(words.get("where_in_usa", words["where"]) if in_usa else words["where"])

    def destination(self, key: str) -> str:
        """What a destination is called; one whose profile is gone is another hospital."""
        names = self._words["destination"]["name"]
        return str(names.get(key) or names.get(ANOTHER, ""))

    def way(self, key: str) -> str:
        """How something was sent, in two words."""
        return str(self._words["way"].get(key, ""))

    def delivery(self, delivery: Delivery, own: str = "", today: date | None = None) -> str:
        """One thing that was sent: what, where to, how, on which day, and whether it is there, or back."""
        words = self._words["delivery"]
        whom = self.destination(delivery.destination) if delivery.destination else self.apart(own)
        what = words["to"].format(what=words[delivery.what], place=whom) if whom else words[delivery.what]
        days = {"sent": delivery.sent, "arrived": delivery.arrived, "returned": delivery.returned}
        told = [words[each].format(day=self.short_day(day, today)) for each, day in days.items() if day]
        return self.said_of(what, self.listed([*([self.way(delivery.how)] if self.way(delivery.how) else []), *told]))

    def opinion(self, opinion: Opinion) -> str:
        """What an opinion comes to, as its patient told it, and whose it is."""
        said = str(self._words["outcome"][opinion.outcome])
        return self.said_of(self.destination(opinion.destination), said) if opinion.destination else said

    def asked(self, whats: Iterable[str], about: str) -> str:
        """Some things that a destination asks for: records by their titles, all else in its own few words."""
        words = self._words["destination"].get(about, {})
        said = (self.title(what) if about == "records" else str(words.get(what, what)) for what in whats)
        return str(self._words["join"]["semicolon"]).join(str(self.apart(each)) for each in said)

    def bound(self, keys: Iterable[str], own: str = "") -> str:
        """Where it goes: the destinations that were chosen, and the patient's own words."""
        return self.listed([*(self.destination(key) for key in keys), *([own] if own else [])])

    def form(self, record: str, name: str) -> str:
        """The title of a record as the grammar of this language wants it in some place."""
        return str(self._words["record"][record]["form"][name])

    def called(self, document: Document) -> str:
        """What a file is called: its title, its name, or its number."""
        return document.title or document.name or self._words["file"]["unnamed"].format(number=document.number)

    def standing(self, line: Line) -> str:
        """Where a record stands, in a few words: how much of it is here, or what was said about it."""
        if line.files:
            here = self.amount(line.files, line.pages)
            return f"{here}{self._words['join']['comma']}{self.latest(line)}" if line.day else here
        standing = str(self._words["standing"][line.standing])
        if line.standing == "asked" and line.requests:
            standing = self.request(line.requests[-1])
        return self.said_of(standing, line.note) if line.note else standing

    def latest(self, line: Line) -> str:
        """The latest day of a record's files; one that was only read says so."""
        day = self.long_day(line.day)
        return str(self._words["packet"]["day_read"]).replace("{day}", day) if line.day_is_read else day


def _is_far(day: date, today: date | None) -> bool:
    """In another year it is said with its year."""
    return today is not None and day.year != today.year


def _date(moment: date | str) -> date:
    return date.fromisoformat(moment) if isinstance(moment, str) else moment
