"""One turn of the conversation: from what we remember and what happened, to what we remember now and what to do."""

from __future__ import annotations

from dialogs import events
from dialogs.asides import Asides
from dialogs.audience import to_whom
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.content.day_words import DayWords
from dialogs.content.guide import Guide
from dialogs.content.presses import Presses
from dialogs.content.said import CRY, GONE, GREETING, UNCLEAR, Said
from dialogs.days.zones import Places
from dialogs.effects import Say, Turn, unprinted
from dialogs.hearing import deeds, halves, texts
from dialogs.hearing.agreeing import Agreeing
from dialogs.hearing.behind import told_behind
from dialogs.hearing.caseless import Caseless
from dialogs.hearing.day_told import DayTold
from dialogs.hearing.first import First, Hearing, only_writes
from dialogs.hearing.guessing import Guessing
from dialogs.hearing.newest import newest_question
from dialogs.hearing.no_answer import UNLIKELY, NoAnswer
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.passwords import Passwords, remembered
from dialogs.hearing.pressing import Label, Pressing, newest_keyboard, told_back
from dialogs.hearing.putting_right import PuttingRight
from dialogs.hearing.taking_back import TakingBack
from dialogs.journey import guards
from dialogs.journey.machine import Journey
from dialogs.journey.screens import Screens
from dialogs.journey.steps import REVIEW, below, root
from dialogs.journey.taps import Tap
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.custody import Custody
from dialogs.receiving.custody_events import CustodyEvent
from dialogs.receiving.found import Understanding
from dialogs.receiving.quotas import Quotas
from dialogs.receiving.sent import SentFile
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.decision.questions import Questions
from dialogs.roads.errands.helping import Helping
from dialogs.roads.every import ROADS
from dialogs.roads.keeping.consent import Consent
from dialogs.roads.records.path import ASKED, SENDING
from dialogs.roads.reminders import schedule
from dialogs.roads.road import Means
from dialogs.understanding.safety import Ears


class Dialogue:
    """The conversation over one guide. It holds nobody's state: one dialogue serves all patients."""

    def __init__(
        self,
        guide: Guide,
        ears: Ears | None = None,
        days: DayWords | None = None,
        places: Places | None = None,
        reads_print: bool = False,
        said: Said | None = None,
        presses: Presses | None = None,
        label: Label | None = None,
        days_kept: int = 90,
        consent: int = 1,
        quotas: Quotas | None = None,
        languages: tuple[str, ...] = (),
        journey: Journey | None = None,
    ) -> None:
        self.guide, self.journey = guide, journey or Journey(guide, ROADS)
        self.ears, self.said = ears or Ears(), said or Said()
        self.screens = Screens(guide, self.journey)
        arrivals = self._arrivals = Arrivals(guide, self.journey, self.screens, quotas or Quotas())
        presses = presses or Presses()
        asked, where = DaysAsked(self.screens, days or DayWords(), presses.told.no), places or Places()
        self._roads = Answering(ROADS, Means(self.screens, arrivals, asked, where, presses.told, days_kept, consent))
        sorting, questions = Sorting(self.screens), Questions(self.screens)
        own = self.screens, self._roads, questions, arrivals, sorting, days_kept, self.ears, languages
        self._asides = Asides(*own, presses.topics)
        self._custody, self._understanding = Custody(arrivals), Understanding.of(self.screens, arrivals, reads_print)
        self.caseless = Caseless(self.ears, presses)
        self.helping = Helping(self.caseless, self.said, arrivals.quotas)
        self._hearing = Hearing(self.ears, self.said, lambda case: self._asides.command(case, "delete"))
        self._passwords = Passwords(self.said, self.journey)
        self.label: Label = label or (lambda shown, for_another: "")
        self._no_answer = NoAnswer(self.ears, self.said, self.caseless.presses, self.screens, asked, where)
        self._pressing = Pressing(self.caseless.presses, self.label)
        self._own_words = OwnWords(self.screens, self._pressing, self.said, asked, self.ears)
        self._taking_back = TakingBack(self.screens, sorting, self._own_words)
        self._putting_right = PuttingRight(self._own_words, self._roads)
        self._day_told = DayTold(asked, self._roads, self.caseless.presses)
        self._guessing = Guessing(self.ears, self.journey, self._passwords, self._own_words.press_something)
        self._agreeing = Agreeing(Consent(self.screens, consent), self._pressing)

    def respond(self, case: Case, event: events.Event) -> Turn:
        """The turn after an event. Pure: no clock, no disk, no chat; the same arguments give the same turn."""
        case = schedule.in_the_present(self.guide, self._on_a_known_step(case), event.at)
        turn = self._roads.settled(case, self._turn(case, event), event)
        after = schedule.kept_up(self.guide, case, turn.case, event.at)
        shown = newest_keyboard(self.screens, case, turn, event)
        after = replace(after, asked=newest_question(self.screens, turn, event), keyboard=shown)
        after = deeds.with_the_last_deed(case, remembered(self.journey, case, after, event), event)
        return replace(turn, case=after, effects=to_whom(turn.effects, after))

    def _turn(self, case: Case, event: events.Event) -> Turn:
        match event:
            case events.Inspected():
                return self._understanding.inspected(case, event)
            case events.StillFetching():
                return self._arrivals.delayed(case, event)
            case events.TextRead():
                return self._understanding.text_read(case, event)
            case events.Unprinted(letters=letters):
                return Turn(case, (unprinted(letters),))
            case events.NotShown(why=why):
                return self._say_first(case, Say("pictures_none", {"why": why}))
            case events.ClockSetRight():
                return Turn(case)
            case events.FellBehind():
                return told_behind(case, event)
        if isinstance(event, CustodyEvent):
            return self._custody.happened(case, event)
        return self._roads.happened(case, event) or self._from_the_patient(case, event)

    def _from_the_patient(self, case: Case, event: events.Event) -> Turn:
        tapped = event.button if isinstance(event, events.Pressed) else ""
        again = bool(tapped) and tapped == case.tapped and abs(event.at - case.heard) <= events.ONE_TAP
        case = replace(halves.in_time(case, event), reachable=True, heard=event.at, tapped=tapped)
        is_label = self._own_words.is_label(case, event)
        case = halves.forgotten(case) if is_label else case
        case = schedule.answered(self.guide, case, event.at, only_writes(event) and not is_label)
        if again:
            return Turn(case)
        sure = self._hearing.listen(case, event, is_label)
        first = sure or self._guessing.listen(case, event) or First(case)
        turn = Turn(first.case) if first.alone else self._agreeing.answered(first.case, event, self._answer)
        whole = is_label or bool(sure and sure.after) or self._own_words.is_a_wish(event)
        whole = whole or self._passwords.may_be_one(case, event)
        return first.around(replace(turn, case=halves.after(case, turn.case, event, whole)))

    def _answer(self, case: Case, event: events.Event) -> Turn:
        match event:
            case events.Command(name=name):
                return self._asides.command(case, name)
            case events.Pressed():
                return self._press(case, event)
            case events.Wrote():
                return self._write(case, event)
            case SentFile():
                return self._arrivals.arrive(case, event)
            case events.SentOther(kind=kind):
                return self._say_first(case, Say("cannot_use", {"kind": kind}))
            case events.Edited():
                return self._say_first(case, Say("edited_file" if event.file else "edit_seen"))
            case events.Stumbled():
                return self._say_first(case, Say("stumbled"))
        return Turn(case)

    def _on_a_known_step(self, case: Case) -> Case:
        """A case whose step is gone from the guide goes on at its first record without an answer."""
        case = self.journey.as_it_is_called(case)
        if not all(map(self.journey.knows, case.returns_to)):
            case = replace(case, returns_to=tuple(filter(self.journey.knows, case.returns_to)))
        if self.journey.knows(case.step):
            return case
        return replace(case, step=guards.first_open(self.guide, case) or REVIEW, returns_to=())

    def _say_first(self, case: Case, lead: Say) -> Turn:
        return Turn(case, (self.screens.prompt(case, lead),))

    def _press(self, case: Case, event: events.Pressed) -> Turn:
        tap = self.journey.read(event.data)
        turn, step = None, tap.step
        if step == below(case.step, SENDING) and tap.move == "done" and case.documents_of(case.step):
            case = replace(case, step=step)  # they looked aside while sending: the receipt's Done still counts
        if step == "aside":
            turn = self._as_typed(case, tap, event) or self._asides.press(case, tap)
        elif there := self.journey.where_it_stands(case, tap):
            if self.journey.is_an_old_yes(case, there, tap):
                return Turn(there, (self.screens.prompt(there),))  # an old Yes: the question is asked once more
            turn = self._roads.press(there, tap.move, tap.argument)
            if turn and step.endswith(f".{SENDING}") and turn.case.step != step:
                receipt = self._arrivals.last_receipt(turn.case, root(step))
                turn = Turn(turn.case, (*receipt, *turn.effects))
        return turn or self._say_first(case, Say("old_button"))

    def _as_typed(self, case: Case, tap: Tap, event: events.Pressed) -> Turn | None:
        """A text that waits is used as it was typed: it is about records, or means a button of where it was written."""
        held = texts.named(case, tap.thing) if tap.move == "text" and tap.thing else None
        if held is None or case.keeps_files is None:
            return None
        here = held.place == self.journey.place(case)
        then = replace(texts.without(case, held), asked="" if here else case.asked)
        is_pressed = tap.arguments == ("answer",) and here and self._own_words.mean(then, held.text)[0]
        if tap.arguments != ("records",) and not is_pressed:
            return None
        return self._write(then, events.Wrote(event.at, held.text, not here), is_meant=True)

    def _write(self, case: Case, event: events.Wrote, is_meant: bool = False) -> Turn:
        """The turn after a text. `is_meant`: somebody was asked what it is, and it is to be used as it stands."""
        text = event.text.strip()
        takes = self.journey.text_at(case.step)
        if takes != "secret" and text and not event.forwarded and (turn := self._pressed(case, event, text, is_meant)):
            return turn
        if case.keeps_files is None:
            return self._asides.newcomer(case, asks=self._pressing.presses.is_question(text))
        if takes == "secret" and not text:
            return self._say_first(case, Say("please_tap"))
        if takes == "secret":
            return self._roads.write(case, event.text) or self._say_first(case, Say("please_tap"))
        if self._passwords.suspected(case, event):
            return self._passwords.asked_about(case, text)
        may_stop = bool((meanings := self.said.meanings(text)) & {UNCLEAR, GONE})
        wanted = takes != "record" or self._own_words.can_be_said(case)
        told = CRY if GONE in meanings and not (takes == "record" and wanted) else ""
        asks = told or self._no_answer.kind(case, text, is_meant)
        if takes and wanted and not (asks or may_stop or case.asked or event.forwarded) and text:
            return self._roads.write(case, text) or self._say_first(case, Say("please_tap"))
        if asks == GREETING and not may_stop:
            return self._say_first(case, Say("greeted"))
        answers = takes is not None and wanted and (takes != "record" or asks in ("", UNLIKELY))
        return self._asides.text_unplaced(case, text, answers, asks, may_stop)

    def _pressed(self, case: Case, event: events.Wrote, text: str, is_meant: bool) -> Turn | None:
        """The turn after a text that means a button in sight, or asks for a list; None if it is anything else."""
        shown, details = self._own_words.mean(case, text)
        day_told = None if is_meant or shown else self._day_told.turn(case, text)
        if not is_meant and (turn := day_told or self._taking_back.undone(case, text, shown)):
            return turn
        if shown and not is_meant and self._own_words.is_of_another_record(case, text):
            return self._asides.text_unplaced(case, text, takes_answer=not case.asked, kind=UNLIKELY)
        if shown and details:
            return self._asked_with_details(case, shown, text)
        if shown:
            turn = self._press(case, events.Pressed(event.at, shown.data))
            return told_back(turn, shown, self.journey.way_back(turn.case))
        if name := self._pressing.presses.asks_for(text):
            return self._asides.command(case, name)
        return None if is_meant else self._putting_right.turn(case, text)

    def _asked_with_details(self, case: Case, shown: Shown, text: str) -> Turn | None:
        """ "Asked them Monday, two weeks by mail": the request, with the whole line."""
        key = root(self.journey.read(shown.data).step)
        if self.guide.record(key) is None:
            return None
        return self._roads.write(replace(case, step=below(key, ASKED)), text)
