"""One turn of the conversation: from what we remember and what happened, to what we remember now and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogs import events
from dialogs.asides import Asides
from dialogs.case.case import Case
from dialogs.content.day_words import DayWords
from dialogs.content.guide import Guide
from dialogs.content.safety import Safety
from dialogs.content.said import QUESTION, UNCLEAR, Said
from dialogs.days.zones import Places
from dialogs.effects import Effect, Say, Turn
from dialogs.hearing.first import Hearing, before, only_writes
from dialogs.hearing.newest import newest_question
from dialogs.hearing.passwords import Passwords, remembered
from dialogs.journey import guards, taps
from dialogs.journey.machine import Journey
from dialogs.journey.screens import Screens
from dialogs.journey.steps import REVIEW, SUMMARY, below, root
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.custody import Custody
from dialogs.receiving.custody_events import CustodyEvent
from dialogs.receiving.found import Understanding
from dialogs.roads.afterwards.answers import Afterwards
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.errands.answers import Errands
from dialogs.roads.errands.events import ErrandEvent
from dialogs.roads.errands.helping import Helping
from dialogs.roads.every import ROADS
from dialogs.roads.files.answers import Files
from dialogs.roads.files.dates_read import DatesRead
from dialogs.roads.files.hints import Hints
from dialogs.roads.files.path import PASSWORD
from dialogs.roads.letters.answers import LetterDesk
from dialogs.roads.packet.answers import Packing
from dialogs.roads.records.answers import Answers, SideRoad
from dialogs.roads.records.path import DECISION, QUESTIONS, SENDING
from dialogs.roads.reminders import schedule
from dialogs.roads.reminders.answers import ReminderAnswers
from dialogs.roads.reminders.due import Reminding
from dialogs.roads.requests.answers import RequestAnswers
from dialogs.roads.the_date.answers import DateAnswers


class Dialogue:
    """The conversation over one guide. It holds nobody's state: one dialogue serves all patients."""

    def __init__(
        self,
        guide: Guide,
        safety: Safety | None = None,
        days: DayWords | None = None,
        places: Places | None = None,
        reads_print: bool = False,
        said: Said | None = None,
    ) -> None:
        self.guide = guide
        self.safety, self.said = safety or Safety(), said or Said()
        self.journey = Journey(guide, ROADS)
        self.screens = Screens(guide, self.journey)
        asked = DaysAsked(self.screens, days or DayWords())
        requests, reminders = RequestAnswers(asked), ReminderAnswers(asked, places or Places())
        after = Afterwards(self.screens)
        self._files, self._packing = Files(self.screens), Packing(self.screens)
        self._arrivals = Arrivals(guide, self.journey, self.screens)
        self._errands = Errands(guide, self.screens, self._arrivals)
        self._custody = Custody(self._arrivals)
        roads: dict[str, SideRoad] = {
            "requests": requests,
            "reminders": reminders,
            "date": DateAnswers(asked),
            "after": after,
            "letters": LetterDesk(guide, self.journey, self.screens),
            "files": self._files,
            "packet": self._packing,
            "errands": self._errands,
        }
        self._reminding = Reminding(self.screens)
        self._answers = Answers(guide, self.journey, self.screens, requests, roads)
        dates, hints = DatesRead(self._files), Hints(self.screens, self._files)
        self._understanding = Understanding(self._arrivals, dates, hints, reads_print)
        self.helping = Helping(self.safety, self.said)
        self._asides = Asides(
            *(self.screens, self._answers, self._arrivals, self._files, dates, hints),
            *(requests, reminders, self._reminding, after, self._errands),
        )
        self._hearing = Hearing(self.safety, self.said, lambda case: self._asides.command(case, "delete"))
        self._passwords = Passwords(self.said, self.journey)

    def respond(self, case: Case, event: events.Event) -> Turn:
        """The turn after an event. Pure: no clock, no disk, no chat; the same arguments give the same turn."""
        case = schedule.in_the_present(self._on_a_known_step(case), event.at)
        turn = self._packing.without_what_is_gone(case, self._turn(case, event))
        after = schedule.kept_up(case, turn.case, event.at)
        after = remembered(case, replace(after, asked=newest_question(self.screens, turn, event)), event)
        return replace(turn, case=after, effects=tuple(_standing_alone(turn.effects)))

    def _turn(self, case: Case, event: events.Event) -> Turn:
        match event:
            case events.Inspected():
                return self._errands.inspected(self._understanding.inspected(case, event), event)
            case events.StillFetching():
                return self._arrivals.delayed(case, event)
            case events.TextRead():
                return self._understanding.text_read(case, event)
            case events.ReminderDue():
                return self._reminding.due(case, event)
            case events.PacketProgress():
                return self._packing.progress(case, event)
            case events.PacketBuilt():
                return self._packing.built(case, event)
            case events.PacketFailed():
                return self._packing.failed(case)
            case events.NotShown(why=why):
                return self._say_first(case, Say("pictures_none", {"why": why}))
            case events.WentAway():
                return Turn(self._reminding.unsaid(replace(case, reachable=False), event))
            case events.ClockSetRight():
                return Turn(case)
        if isinstance(event, ErrandEvent):
            return self._errands.happened(case, event)
        if isinstance(event, CustodyEvent):
            return self._custody.happened(case, event)
        tapped = event.button if isinstance(event, events.Pressed) else ""
        again = bool(tapped) and tapped == case.tapped and abs(event.at - case.heard) <= events.ONE_TAP
        case = replace(case, reachable=True, heard=event.at, tapped=tapped)
        case = schedule.answered(case, event.at, only_writes(event))
        if again:
            return Turn(case)
        first = self._hearing.listen(case, event)
        if first and first.alone:
            return Turn(first.case, first.effects)
        return before(first, self._answer(first.case if first else case, event))

    def _answer(self, case: Case, event: events.Event) -> Turn:
        match event:
            case events.Command(name=name):
                return self._asides.command(case, name)
            case events.Pressed():
                return self._press(case, event)
            case events.Wrote():
                return self._write(case, event)
            case events.SentFile():
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
        if not all(map(self.journey.knows, case.returns_to)):
            case = replace(case, returns_to=tuple(filter(self.journey.knows, case.returns_to)))
        if self.journey.knows(case.step):
            return case
        return replace(case, step=guards.first_open(self.guide, case) or REVIEW, returns_to=())

    def _say_first(self, case: Case, lead: Say) -> Turn:
        return Turn(case, (self.screens.prompt(case, lead),))

    def _press(self, case: Case, event: events.Pressed) -> Turn:
        tap = taps.read(event.data)
        turn, step = None, tap.step
        if step == below(case.step, SENDING) and tap.move == "done" and case.documents_of(case.step):
            case = replace(case, step=step)  # they looked aside while sending: the receipt's Done still counts
        if step == "aside":
            turn = self._asides.press(case, tap.move, list(tap.arguments), tap.thing)
        elif there := self.journey.where_it_stands(case, tap):
            if self.journey.is_an_old_yes(case, there, tap):
                return Turn(there, (self.screens.prompt(there),))  # an old Yes: the question is asked once more
            turn = self._answers.press(there, tap.move, tap.argument)
            if turn and step.endswith(f".{SENDING}") and turn.case.step != step:
                receipt = self._arrivals.last_receipt(turn.case, root(step))
                turn = Turn(turn.case, (*receipt, *turn.effects))
        return turn or self._say_first(case, Say("old_button"))

    def _write(self, case: Case, event: events.Wrote) -> Turn:
        text = event.text.strip()
        if case.keeps_files is None or (case.step == PASSWORD and not text):
            return self._say_first(case, Say("please_tap"))
        if case.step == PASSWORD:
            return self._files.unlock(case, event.text)
        if self._passwords.suspected(case, event):
            return self._passwords.asked_about(case, text)
        expects_text = self.journey.text_at(case.step) is not None
        may_stop = UNCLEAR in self.said.meanings(text)
        asks = self._is_no_answer(case, text)
        if expects_text and not (asks or may_stop or case.asked or event.forwarded) and text:
            return self._answers.write(case, text) or self._say_first(case, Say("please_tap"))
        return self._asides.text_unplaced(case, text, expects_text, asks == QUESTION, may_stop)

    def _is_no_answer(self, case: Case, text: str) -> str:
        """What a text is that nobody would want to find as their decision, a note or a name: a cry, or a question."""
        if self.journey.text_at(case.step) == "day":
            return ""
        return self.said.is_no_answer(text, weighs=case.step == DECISION, may_ask=case.step == QUESTIONS)


def _standing_alone(effects: Iterable[Effect]) -> Iterator[Effect]:
    """A summary is forwarded to a doctor: what would lead it is said before it, in a message of its own."""
    for effect in effects:
        if isinstance(effect, Say) and effect.name == SUMMARY:
            if effect.lead:
                yield replace(effect.lead, replaces=effect.replaces)
            yield replace(effect, lead=None, replaces=False)
        else:
            yield effect
