"""One turn of the conversation: from what we remember and what happened, to what we remember now and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogs import checklist, events, guards, path, schedule
from dialogs.answers import Answers
from dialogs.arrivals import Arrivals
from dialogs.asides import BACK, Asides
from dialogs.case import Case
from dialogs.effects import Effect, Say, Turn
from dialogs.errand_events import ErrandEvent
from dialogs.errands import Errands
from dialogs.guide import Guide
from dialogs.helping import Helping
from dialogs.journey import Journey
from dialogs.safety import Safety
from dialogs.screens import Screens, aside


class Dialogue:
    """The conversation over one guide. It holds nobody's state: one dialogue serves all patients."""

    def __init__(self, guide: Guide, safety: Safety | None = None) -> None:
        self.guide = guide
        self.safety = safety or Safety()
        self.journey = Journey(guide)
        self.screens = Screens(guide, self.journey)
        self._answers = Answers(guide, self.journey, self.screens)
        self._arrivals = Arrivals(guide, self.journey, self.screens)
        self.helping = Helping(self.safety)
        self._errands = Errands(guide, self.screens, self._arrivals)
        self._asides = Asides(self.screens, self._answers, self._arrivals, self._errands)

    def respond(self, case: Case, event: events.Event) -> Turn:
        """The turn after an event. Pure: no clock, no disk, no chat; the same arguments give the same turn."""
        turn = self._turn(self._on_a_known_step(case), event)
        return replace(turn, effects=tuple(_standing_alone(turn.effects)))

    def _turn(self, case: Case, event: events.Event) -> Turn:
        match event:
            case events.Inspected():
                return self._errands.inspected(self._arrivals.inspected(case, event), event)
            case events.ReminderDue():
                return self._remind(case, event)
            case events.WentAway():
                return Turn(replace(case, reachable=False))
        if isinstance(event, ErrandEvent):
            return self._errands.happened(case, event)
        case = replace(case, reachable=True)
        match event:
            case events.Command(name=name):
                return self._asides.command(case, name)
            case events.Pressed():
                return self._press(case, event)
            case events.Wrote():
                return self._write(case, event)
            case events.SentFile():
                return self._take_file(case, event)
            case events.SentOther(kind=kind):
                return self._say_first(case, Say("cannot_use", {"kind": kind}))
            case events.Edited():
                return self._say_first(case, Say("edit_seen"))
            case events.Stumbled():
                return self._say_first(case, Say("stumbled"))
        return Turn(case)

    def _on_a_known_step(self, case: Case) -> Case:
        """A case whose step is gone from the guide goes on at its first record without an answer."""
        if self.journey.knows(case.step):
            return case
        return replace(case, step=guards.first_open(self.guide, case) or path.REVIEW, returns_to=())

    def _say_first(self, case: Case, lead: Say) -> Turn:
        return Turn(case, (self.screens.prompt(case, lead),))

    def _press(self, case: Case, event: events.Pressed) -> Turn:
        step, _, rest = event.data.partition("/")
        move, *arguments = rest.split("/")
        turn = None
        if step == "aside":
            turn = self._asides.press(case, move, arguments, event.at)
        elif step == case.step == path.ERRANDS:
            turn = self._errands.press(case, move, "/".join(arguments))
        elif step == case.step:
            turn = self._answers.press(case, move, arguments[0] if arguments else "", event.at)
            if turn and step.endswith(f".{path.SENDING}") and turn.case.step != step:
                receipt = self._arrivals.last_receipt(turn.case, path.record_of(step))
                turn = Turn(turn.case, (*receipt, *turn.effects))
        return turn or self._say_first(case, Say("old_button"))

    def _write(self, case: Case, event: events.Wrote) -> Turn:
        text = event.text.strip()
        if case.keeps_files is None:
            return self._say_first(case, Say(self.safety.outcome(text) or "please_tap"))
        expects_text = case.step in (path.DECISION, path.QUESTIONS) or case.step.endswith(f".{path.ASKED}")
        if outcome := self.safety.outcome(text):
            return self._asides.text_unplaced(case, text, outcome, takes_answer=expects_text)
        if expects_text and not event.forwarded and text:
            return self._answers.write(case, text) or self._say_first(case, Say("please_tap"))
        return self._asides.text_unplaced(case, text, takes_answer=expects_text)

    def _take_file(self, case: Case, event: events.SentFile) -> Turn:
        turn = self._arrivals.arrive(case, event)
        if outcome := self.safety.outcome(event.caption):
            return replace(turn, effects=(Say(outcome, buttons=BACK), *turn.effects))
        return turn

    def _remind(self, case: Case, event: events.ReminderDue) -> Turn:
        """Say one reminder, if it is still wanted; with nothing missing any more they stop by themselves."""
        if case.reminders is None or case.reminders.due != event.due or not case.reachable:
            return Turn(case)
        if checklist.checklist(self.guide, case).complete:
            return Turn(replace(case, reminders=None))
        case = replace(case, reminders=schedule.after_one(case.reminders, event.at))
        left = case.reminders.left if case.reminders else 0
        buttons = (*BACK, (aside("checklist"),), (aside("pause"), aside("stop")) if left else ())
        return Turn(case, (Say("reminder", {"left": left}, tuple(row for row in buttons if row)),))


def _standing_alone(effects: Iterable[Effect]) -> Iterator[Effect]:
    """A summary is forwarded to a doctor: what would lead it is said before it, in a message of its own."""
    for effect in effects:
        if isinstance(effect, Say) and effect.name == path.SUMMARY:
            if effect.lead:
                yield replace(effect.lead, replaces=effect.replaces)
            yield replace(effect, lead=None, replaces=False)
        else:
            yield effect
