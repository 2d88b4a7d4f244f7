"""The days that were read on papers: shown once, so that the patient can say whether they are right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.effects import Button, Keyboard, Say, Turn
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files.answers import Files
from dialogs.roads.files.screens import file_button
from dialogs.understanding.days import either_day, read_day

AT_ONCE = 8
"""Days in one message: their numbers have to fit what a button may carry."""


@dataclass(frozen=True)
class DatesRead:
    """Asks about the days of papers, and takes the answers."""

    files: Files

    def ask(self, case: Case) -> tuple[Case, tuple[Say, ...]]:
        """One message about the days that were not asked about yet."""
        unasked = [each for each in case.documents if f"date.{each.number}" not in case.settled]
        asked = [_as_read(case, each) for each in unasked if _is_open(case, each)][:AT_ONCE]
        if not asked:
            return self._ask_which(case, unasked)
        case = file_changes.settled(case, *(f"date.{each.number}" for each in asked))
        numbers = ".".join(str(each.number) for each in asked)
        buttons: Keyboard = tuple(
            (Button(f"aside/dates/{answer}/{numbers}", f"button.dates_{answer}"),) for answer in ("yes", "change")
        )
        return case, (Say("dates_read", {"documents": tuple(asked)}, buttons, quiet=True),)

    def _ask_which(self, case: Case, unasked: Iterable[Document]) -> tuple[Case, tuple[Say, ...]]:
        """One question about a paper whose day may be two: 5 March or 3 May."""
        asked = next((each for each in unasked if each.state == "readable" and either_day(case, each)), None)
        if asked is None:
            return case, ()
        days = either_day(case, asked)
        buttons: Keyboard = tuple((Button(f"aside/dates/{day}/{asked.number}", f"on_day.{day}"),) for day in days)
        case = file_changes.settled(case, f"date.{asked.number}")
        return case, (Say("date_which", {"document": asked}, buttons, quiet=True),)

    def press(self, case: Case, answer: str, numbers: str) -> Turn | None:
        """The turn after a tap; None if none of these days is open any more."""
        wanted = {int(number) for number in numbers.split(".") if number.isdecimal() and len(number) < 9}
        chosen = next((each for each in case.documents if {each.number} == wanted), None)
        if chosen and chosen.state == "readable" and answer in chosen.facts.either:
            return self._kept(case, {chosen.number: answer})
        still_open = [each for each in case.documents if each.number in wanted and _is_open(case, each)]
        if not still_open:
            return None
        if answer == "change":
            if len(still_open) == 1:
                return self.files.enter(case, still_open[0].number, "date")
            rows = tuple((file_button(each, f"aside/file/{each.number}/date"),) for each in still_open)
            return Turn(case, (Say("dates_which", buttons=rows, replaces=True),))
        if answer != "yes":
            return None
        return self._kept(case, {each.number: read_day(case, each) for each in still_open})

    def _kept(self, case: Case, days: Mapping[int, str]) -> Turn:
        """The days of some files, as their patient confirmed them, and what is still to be asked about."""
        for number, day in days.items():
            if document := case.document(number):
                case = file_changes.changed(case, replace(document, date=day))
        case, more = self.ask(case)
        return Turn(case, (Say("dates_kept", {"total": len(days)}, replaces=True), *more))


def _is_open(case: Case, document: Document) -> bool:
    return document.state == "readable" and bool(read_day(case, document))


def _as_read(case: Case, document: Document) -> Document:
    """The file with its day, also where only the patient's country tells which of two it is."""
    return replace(document, facts=replace(document.facts, date=read_day(case, document)))
