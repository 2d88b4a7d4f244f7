"""What comes of a text: it presses a button, answers what is asked, or is asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dialogs import events
from dialogs.asides import Asides
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.content.presses import Presses
from dialogs.content.said import CRY, GREETING, THANKS, UNCLEAR, Said
from dialogs.effects import Say, Turn
from dialogs.hearing import after_card, texts
from dialogs.hearing.at_the_door import AtTheDoor
from dialogs.hearing.bereaved import CONDOLENCES
from dialogs.hearing.beside_the_form import BesideTheForm
from dialogs.hearing.day_told import DayTold
from dialogs.hearing.files_told import FilesTold
from dialogs.hearing.grieving import Grieving
from dialogs.hearing.kind_words import kind_word
from dialogs.hearing.no_answer import ELSEWHERE, UNLIKELY, NoAnswer
from dialogs.hearing.of_the_work import OfTheWork
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.passwords import Passwords
from dialogs.hearing.pressing import key_of, told_back
from dialogs.hearing.putting_right import PuttingRight
from dialogs.hearing.questions_told import QuestionsTold
from dialogs.hearing.requests_told import RequestsTold
from dialogs.hearing.taking_back import TakingBack
from dialogs.hearing.where_it_lies import WhereItLies
from dialogs.journey.machine import Journey
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT, below, root
from dialogs.journey.taps import Tap
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.records.path import ASKED, HOW_TO_GET
from dialogs.understanding.same_breath import last_word, only_interrupts

IN_PASSING = frozenset({"missing", "later", "not_now", "skip", "go_on", "send", "have"})
"""What nobody presses by an interruption alone: "wait", "no wait"."""
NO_OTHER = frozenset({UNLIKELY, ELSEWHERE, CRY})
"""What a text is of which nobody knows what it says: it may be of grief."""
PRIVACY = "privacy"
DELETING = "button.delete_yes"
"""Below the question whether all is to be deleted."""


@dataclass(frozen=True)
class Writing:
    """Answers texts. `press` is what answers a tap."""

    asides: Asides
    roads: Answering
    passwords: Passwords
    own_words: OwnWords
    no_answer: NoAnswer
    days: DaysAsked
    sorting: Sorting
    press: Callable[[Case, events.Pressed], Turn]

    @property
    def screens(self) -> Screens:
        return self.own_words.screens

    @property
    def journey(self) -> Journey:
        return self.screens.journey

    @property
    def presses(self) -> Presses:
        return self.own_words.pressing.presses

    @property
    def said(self) -> Said:
        return self.own_words.said

    @cached_property
    def door(self) -> AtTheDoor:
        return AtTheDoor(self.asides, self.presses, self.said, self.press)

    @cached_property
    def taking_back(self) -> TakingBack:
        return TakingBack(self.screens, self.sorting, self.own_words, self.roads)

    @cached_property
    def grieving(self) -> Grieving:
        return Grieving(self.own_words, self.asides.unplaced.guesses, self.work)

    @cached_property
    def work(self) -> OfTheWork:
        return OfTheWork(self.own_words, self.asides.unplaced.guesses)

    @cached_property
    def putting_right(self) -> PuttingRight:
        return PuttingRight(self.own_words, self.roads)

    @cached_property
    def files_told(self) -> FilesTold:
        return FilesTold(self.sorting, self.presses, self.roads)

    @cached_property
    def told_beside(self) -> tuple[RequestsTold | DayTold | WhereItLies | QuestionsTold, ...]:
        """Who hears what is told beside what is asked: a request, a day, where a record lies, a question."""
        own, roads = self.own_words, self.roads
        day, place = DayTold(self.days, roads, self.presses), WhereItLies(own, roads, self.no_answer.places)
        return RequestsTold(own, roads), day, place, QuestionsTold(own, roads)

    def presses_something(self, case: Case, text: str) -> bool:
        """Whether a text is plainly of the records, so that nothing else is guessed of it."""
        return self.own_words.press_something(case, text) or self.files_told.turn(case, text) is not None

    def as_typed(self, case: Case, tap: Tap, event: events.Pressed) -> Turn | None:
        """A text that waits is used as it was typed: it is about records, or means a button of where it was written."""
        held = texts.named(case, tap.thing) if tap.move == "text" and tap.thing else None
        if held is None or case.keeps_files is None:
            return None
        here = held.place == self.journey.place(case)
        then = replace(texts.without(case, held), asked="" if here else case.asked)
        is_pressed = tap.arguments == ("answer",) and here and self.own_words.mean(then, held.text)[0]
        if tap.arguments != ("records",) and not is_pressed:
            return None
        return self.write(then, events.Wrote(event.at, held.text, not here), is_meant=True)

    def write(self, case: Case, event: events.Wrote, is_meant: bool = False) -> Turn:
        """The turn after a text. `is_meant`: somebody was asked what it is, and it is to be used as it stands."""
        text = event.text.strip()
        takes = self.journey.text_at(case.step)
        if (
            not (is_meant or event.forwarded)
            and takes != "secret"
            and (turn := BesideTheForm(self.own_words, self.grieving, self.press).turn(case, event, text))
        ):
            return turn
        if not event.forwarded and (turn := self.door.begun(case, event)):
            return turn
        if not event.forwarded and (case.asked in CONDOLENCES or self.work.is_below_a_guess(case, text)):
            case = replace(case, asked="")  # they go on with the records, as if nothing stood there
        if takes != "secret" and text and not event.forwarded and (turn := self._pressed(case, event, text, is_meant)):
            return turn
        if case.keeps_files is None:
            return self.door.answered(case, text, asks=self.presses.is_question(text) or self._asks_what_is_kept(text))
        if takes == "secret" and not text:
            return self._say_first(case, Say("please_tap"))
        if takes == "secret":
            return self.roads.write(case, event.text) or self._say_first(case, Say("please_tap"))
        if self.passwords.suspected(case, event):
            return self.passwords.asked_about(case, text)
        if not (is_meant or event.forwarded) and (name := kind_word(self.said, case, text)):
            return self._say_first(case, Say(name))
        may_stop = UNCLEAR in self.said.meanings(text)
        wanted = takes != "record" or self.own_words.can_be_said(case)
        asks = self.no_answer.kind(case, text, is_meant)
        may_mourn = self.grieving.seems if asks in NO_OTHER else self.grieving.seems_instead
        if not (is_meant or event.forwarded) and may_mourn(case, text):
            return self.grieving.met(case, text)
        if not (is_meant or may_stop) and after_card.is_below_one(case, asks):
            return after_card.answered(case, text, asks, self.journey.place(case) if takes and wanted else "")
        if takes == "day" and not is_meant and (kind := self.no_answer.beside_a_day(case, text)):
            return self.asides.unplaced.asked_about(case, text, kind=kind)
        if takes and wanted and not (asks or may_stop or case.asked or event.forwarded) and text:
            return self.roads.write(case, text) or self._say_first(case, Say("please_tap"))
        if asks == GREETING and any(shown.label == DELETING for shown in case.keyboard):
            return self.asides.command(case, "delete")  # a bare yes deletes nothing, and says so
        if asks in (THANKS, GREETING) and not may_stop:
            return self._say_first(case, Say("greeted", {"thanks": asks == THANKS}))
        answers = takes is not None and wanted and (takes != "record" or asks in ("", UNLIKELY))
        return self.asides.unplaced.asked_about(case, text, answers, asks, may_stop)

    def _pressed(self, case: Case, event: events.Wrote, text: str, is_meant: bool) -> Turn | None:
        """The turn after a text that means a button in sight, or asks for a list; None if it is anything else."""
        if not is_meant and (turn := self.files_told.turn(case, text)):
            return turn
        if not is_meant and case.step != CONSENT:  # "no, keep them" is no yes there
            text = last_word(text, self.presses.told, lambda part: self._meaning(case, part))
        if not is_meant and self._asks_how_to_get(case, text):
            return self.asides.command(case, HOW_TO_GET)
        is_bare = not is_meant and not self.own_words.is_label(case, event) and self._only_thanks(text)
        shown, details = (None, False) if is_bare else self.own_words.mean(case, text)
        if not is_meant and (shown is None or key_of(shown) in IN_PASSING) and only_interrupts(text, self.presses.told):
            return self._say_first(case, Say("greeted", {"thanks": False})) if case.keeps_files is not None else None
        hearing = () if is_meant or shown else self.told_beside
        told = next((turn for each in hearing if (turn := each.turn(case, text))), None)
        if not is_meant and (turn := told or self.taking_back.undone(case, text, shown)):
            return turn
        if shown and not is_meant and self.own_words.is_of_another_record(case, text):
            return self.asides.unplaced.asked_about(case, text, takes_answer=not case.asked, kind=UNLIKELY)
        if shown and key_of(shown) == ASKED and not is_meant and self._waits_elsewhere(case, text):
            return self.asides.command(case, "requests")
        if shown and not is_meant and (turn := self.taking_back.one_back(case, text, shown)):
            return turn
        if shown and details:
            return self._asked_with_details(case, shown, text)
        if shown:
            turn = self.press(case, events.Pressed(event.at, shown.data))
            return told_back(turn, shown, self.journey.way_back(turn.case))
        name = self.presses.asks_for(text)
        if name == "start" and case.keeps_files is not None and not after_card.card_above(case):
            return self._say_first(case, Say("greeted", {"thanks": False}))
        if case.step == CONSENT and (name == PRIVACY or (name == "help" and self._asks_what_is_kept(text))):
            return self.door.answered(case, text, asks=True)
        if name and name not in (HOW_TO_GET, "start"):
            return self.asides.command(case, name)
        return None if is_meant else self.putting_right.turn(case, text)

    def _waits_elsewhere(self, case: Case, text: str) -> bool:
        """Whether "they haven't answered" tells of what was asked already, and not of the record of this step."""
        is_waiting = any(each.state == "waiting" for each in case.requests)
        return is_waiting and bool(self.presses.pressed(text, {"next_week"}).key)

    def _asks_what_is_kept(self, text: str) -> bool:
        return self.grieving.guesses.likely(text)[:1] == (PRIVACY,)

    def _asks_how_to_get(self, case: Case, text: str) -> bool:
        """Whether somebody asks at a record where to get it: that answers nothing, whatever button it sounds like."""
        at_a_record = not case.asked and self.screens.guide.record(root(case.step)) is not None
        is_asked = at_a_record and self.presses.asks_for(text) == HOW_TO_GET
        return is_asked and not self.own_words.is_of_another_record(case, text)

    def _meaning(self, case: Case, text: str) -> str:
        shown, _ = self.own_words.mean(case, text)
        return key_of(shown) if shown else ""

    def _only_thanks(self, text: str) -> bool:
        """ "Thank you for everything" presses nothing; "yes, thank you" is a yes."""
        return self.said.is_no_answer(text) == THANKS and not self.presses.pressed(text, ("yes",)).key

    def _asked_with_details(self, case: Case, shown: Shown, text: str) -> Turn | None:
        """ "Asked them Monday, two weeks by mail": the request, with the whole line."""
        key = root(self.journey.read(shown.data).step)
        if self.screens.guide.record(key) is None:
            return None
        return self.roads.write(replace(case, step=below(key, ASKED)), text)

    def _say_first(self, case: Case, lead: Say) -> Turn:
        return Turn(case, (self.screens.prompt(case, lead),))
