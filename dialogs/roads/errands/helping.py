"""The helper's side of an errand: what they are shown and told. Of the patient's case it knows one record's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.guide import Guide
from dialogs.content.meanings import DELETE, GONE, STOP
from dialogs.content.said import Said
from dialogs.effects import Button, Keyboard, Say
from dialogs.events import Event, Pressed, own_words
from dialogs.hearing import cards
from dialogs.hearing.beside import with_help
from dialogs.hearing.caseless import Caseless
from dialogs.receiving.quotas import Quotas
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandEvent, HelperDid, HelperReturned, HelperSent
from dialogs.roads.errands.screens import ERRAND_DAYS

NEXT = "next"
"""`Held.files` while the helper's next file is awaited; afterwards it is the album that came."""


MOST_CARDS = 5
"""Errands shown at once to a helper who has many."""


@dataclass(frozen=True, slots=True)
class Held:
    """An errand as its helper may know it."""

    id: int
    """What its buttons carry; worth nothing in another chat."""
    number: int
    record: str
    takes_files: bool
    files: str = ""
    """Which of the helper's files are for it: `NEXT`, those of one album, or none."""


@dataclass(frozen=True, slots=True)
class Help:
    """The answer to a helper: the errand as it is now, what to say to them, and what the patient's case hears."""

    held: Held
    says: tuple[Say, ...]
    told: ErrandEvent | None = None


def held(guide: Guide, quotas: Quotas, case: Case, number: int, row: int, files: str) -> Held | None:
    """What a helper may know of an errand of this case; None once it is not theirs to do any more."""
    errand = case.errand(number)
    record = guide.record(errand.record) if errand and errand.state == "taken" else None
    if record is None:
        return None
    takes_files = bool(case.keeps_files) and "send" in record.answers and quotas.has_room(case)
    return Held(row, number, record.key, takes_files, files)


@dataclass(frozen=True)
class Helping:
    """Answers to helpers."""

    caseless: Caseless
    said: Said = field(default_factory=Said)
    quotas: Quotas = field(default_factory=Quotas)

    def wants_to_leave(self, event: Event) -> str:
        """The message to part with, if a helper wrote that they want to hear no more; or nothing."""
        surely = any(say.name != cards.MAYBE for say in self._urgent(event))
        meanings = frozenset[str]() if surely else self.said.meanings(own_words(event))
        return "gone" if GONE in meanings else "errand_forgotten" if meanings & {STOP, DELETE} else ""

    def greet(self, held: Held) -> tuple[Say, ...]:
        return (Say("errand_hello", {"days": ERRAND_DAYS}), self.card(held))

    def card(self, held: Held, lead: Say | None = None) -> Say:
        """The one errand, and what can be done about it."""
        moves = ("done", "send", "return") if held.takes_files else ("done", "return")
        buttons = tuple((Button(f"errand/{held.id}/{move}", f"button.errand_{move}"),) for move in moves)
        values = {"record": held.record, "takes_files": held.takes_files}
        return Say("errand_card", values, buttons, lead=lead, for_another=True)

    def respond(self, held: Held, event: Pressed | SentFile) -> Help:
        """The answer to a tap on one of its buttons, or to a file for it."""
        return self._press(held, event) if isinstance(event, Pressed) else self._take_file(held, event)

    def remind(self, theirs: Sequence[Held], event: Event) -> tuple[Say, ...]:
        """The cards again, the newest last, for anything else that is said by somebody who has only errands here.

        What must not wait stands alone; one tap leads back to the newest errand.
        """
        is_file, back = isinstance(event, SentFile), _to(theirs[-1])
        urgent = self._urgent(event, back)
        if urgent and not is_file:
            return urgent
        errands = [self.card(held) for held in theirs[-MOST_CARDS:]]
        lead = Say("errand_which" if is_file else "errand_only")
        first, *more = with_help((replace(errands[0], lead=lead), *errands[1:]))
        return (first, *more, *urgent)

    def _press(self, held: Held, event: Pressed) -> Help:
        match event.data.rpartition("/")[2]:
            case "done":
                return Help(held, (Say("errand_thanks"),), HelperDid(event.at, held.number))
            case "return":
                return Help(held, (Say("errand_given_back"),), HelperReturned(event.at, held.number))
            case "send" if held.takes_files:
                return Help(replace(held, files=NEXT), (Say("errand_send"),))
            case "send":
                return Help(held, (self.card(held, Say("errand_no_files")),))
        return Help(held, (self.card(held),))

    def _take_file(self, held: Held, file: SentFile) -> Help:
        urgent = self._urgent(file, _to(held))
        if not held.takes_files:
            return Help(held, (self.card(held, Say("errand_no_files")), *urgent))
        if file.size > self.quotas.a_file:
            return Help(held, (self.card(held, Say("errand_unreadable", {"state": "too_big"})), *urgent))
        says = () if held.files == file.album else (self.card(held, Say("errand_passed_on")),)
        told = HelperSent(file.at, held.number, replace(file, caption=""))
        return Help(replace(held, files=file.album), (*says, *urgent), told)

    def _urgent(self, event: Event, back: Keyboard = ()) -> tuple[Say, ...]:
        """A helper's words are looked at as a patient's are; what is said then names no illness."""
        say = self.caseless.answer(event, back)
        return (say,) if say else ()


def _to(held: Held) -> Keyboard:
    return ((Button(f"errand/{held.id}/see", "button.to_my_place"),),)
