"""One turn of the conversation: from what we remember and what happened, to what we remember now and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from dialogs import events
from dialogs.asides import Asides
from dialogs.audience import to_whom
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.day_words import DayWords
from dialogs.content.guesses import NO_GUESSES, Guesses
from dialogs.content.guide import Guide
from dialogs.content.language import Language
from dialogs.content.presses import Presses
from dialogs.content.said import Said
from dialogs.days.zones import Places
from dialogs.effects import Say, Turn, unprinted
from dialogs.hearing import after_card, deeds, halves
from dialogs.hearing.agreeing import Agreeing
from dialogs.hearing.behind import told_behind
from dialogs.hearing.caseless import Caseless
from dialogs.hearing.first import First, Hearing, only_writes
from dialogs.hearing.guessing import Guessing
from dialogs.hearing.named import Named
from dialogs.hearing.newest import newest_question
from dialogs.hearing.no_answer import NoAnswer
from dialogs.hearing.no_place import NoPlace
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.passwords import Passwords, remembered
from dialogs.hearing.pressing import Label, Pressing, newest_keyboard
from dialogs.hearing.something_else import SomethingElse
from dialogs.journey import guards
from dialogs.journey.machine import Journey
from dialogs.journey.screens import Screens
from dialogs.journey.steps import REVIEW, below, root
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
from dialogs.roads.records.path import SENDING
from dialogs.roads.reminders import schedule
from dialogs.roads.road import Means
from dialogs.understanding.safety import Ears
from dialogs.unplaced import Unplaced
from dialogs.writing import Writing


class Dialogue:
    """The conversation over one guide. It holds nobody's state: one dialogue serves all patients."""

    def __init__(
        self,
        guide: Guide,
        *,
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
        languages: Mapping[str, Language] = MappingProxyType({}),
        journey: Journey | None = None,
        guesses: Guesses = NO_GUESSES,
    ) -> None:
        self.guide, self.journey = guide, journey or Journey(guide, ROADS)
        self.ears, self.said = ears or Ears(), said or Said()
        self.screens = Screens(guide, self.journey)
        arrivals = self._arrivals = Arrivals(guide, self.journey, self.screens, quotas or Quotas())
        presses = presses or Presses()
        asked, where = DaysAsked(self.screens, days or DayWords(), presses.told), places or Places()
        self._roads = Answering(ROADS, Means(self.screens, arrivals, asked, where, presses.told, days_kept, consent))
        sorting, questions = Sorting(self.screens), Questions(self.screens)
        self.guesses = guesses
        unplaced = Unplaced(self.screens, self._roads, questions, guesses, presses.topics, languages)
        own = self.screens, self._roads, unplaced, arrivals, sorting, days_kept, self.ears, languages
        self._asides = Asides(*own)
        self._custody, self._understanding = Custody(arrivals), Understanding.of(self.screens, arrivals, reads_print)
        self.caseless = Caseless(self.ears, presses)
        self.helping = Helping(self.caseless, self.said, arrivals.quotas)
        named = Named(self.ears, presses.told)
        deletion = partial(self._asides.command, name="delete")
        self._hearing = Hearing(self.ears, self.said, named, deletion, self._asides.deleted, self._answer_place)
        self._passwords = Passwords(self.said, self.journey)
        self.label: Label = label or (lambda shown, for_another: "")
        pressing = Pressing(self.caseless.presses, self.label)
        own_words = self._own_words = OwnWords(self.screens, pressing, self.said, asked, self.ears)
        no_answer = NoAnswer(SomethingElse(own_words, NoPlace(own_words, guesses), where))
        self.writing = Writing(
            self._asides, self._roads, self._passwords, own_words, no_answer, asked, sorting, self._press
        )
        presses_something = self.writing.presses_something
        self._guessing = Guessing(self.ears, self.said, self.journey, self._passwords, named, presses_something)
        self._agreeing = Agreeing(Consent(self.screens, consent), pressing)

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
        if after_card.is_over(case, event):
            case = replace(case, asked="")
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
                return self.writing.write(case, event)
            case SentFile():
                return self._arrivals.arrive(case, event)
            case events.SentOther(kind=kind):
                return self._say_first(case, Say("cannot_use", {"kind": kind}))
            case events.Edited():
                return self._say_first(case, Say("edited_file" if event.file else "edit_seen"))
            case events.Stumbled():
                return self._say_first(case, Say("stumbled"))
        return Turn(case)

    def _answer_place(self, case: Case) -> str:
        """Where a text would be an answer in words of their own; empty if it would be none."""
        takes = self.journey.text_at(case.step)
        is_one = takes in ("decision", "question") or (takes == "record" and self._own_words.can_be_said(case))
        return self.journey.place(case) if is_one and not case.asked and case.keeps_files is not None else ""

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
            turn = self.writing.as_typed(case, tap, event) or self._asides.press(case, tap)
        elif there := self.journey.where_it_stands(case, tap):
            if self.journey.is_an_old_yes(case, there, tap):
                return Turn(there, (self.screens.prompt(there),))  # an old Yes: the question is asked once more
            turn = self._roads.press(there, tap.move, tap.argument)
            if turn and step.endswith(f".{SENDING}") and turn.case.step != step:
                receipt = self._arrivals.last_receipt(turn.case, root(step))
                turn = Turn(turn.case, (*receipt, *turn.effects))
        return turn or self._say_first(case, Say("old_button"))
