"""Errands: a patient hands one record to a helper, sees what became of it, and can take it back."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.case.errand import Errand
from dialogs.checklist.checklist import standing
from dialogs.effects import Effect, EndErrand, Fetch, Say, ShareErrand, TellHelper, Turn, aside
from dialogs.events import Event, Inspected
from dialogs.journey.screens import Screens
from dialogs.journey.taps import Tap
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.photos import newest_before
from dialogs.receiving.piles import burst_of
from dialogs.roads.errands.events import (
    ErrandEvent,
    ErrandOver,
    HelperDid,
    HelperLeft,
    HelperReturned,
    HelperSent,
    HelperTook,
    OwnLink,
)
from dialogs.roads.errands.screens import (
    LINK_DAYS,
    LIST,
    MOST,
    SETTLED,
    can_be_given,
    errand_page,
    is_open,
    records_page,
)
from dialogs.roads.road import Answers, Means


@dataclass(frozen=True)
class Errands:
    """The patient's side of every errand."""

    screens: Screens
    arrivals: Arrivals

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap at the step of the errands; None if it means nothing (any more)."""
        moved = self.screens.journey.move(case, move)
        if moved is None:
            return None
        errand = case.errand(int(argument)) if argument.isdecimal() else None
        match move:
            case "new" if can_be_given(self.screens.guide, case):
                return Turn(case, (records_page(self.screens.guide, case),))
            case "give":
                return self._give(case, argument)
            case "look" if errand and self.screens.guide.record(errand.record):
                return Turn(case, (errand_page(self.screens.guide, case, errand),))
            case _ if move in SETTLED and errand and errand.state == "done":
                return self._settle(case, errand, move)
            case "end" if errand:
                return self._end(case, errand)
            case "list" | "done":
                return Turn(moved, (self.screens.prompt(moved, replaces=True),))
        return None

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """From a message about an errand to the errand itself, wherever the patient stands."""
        match tap.move, tap.arguments:
            case "errand", (number,):
                return self.press(self.screens.journey.move(case, "hand_out") or case, "look", number)
        return None

    def happened(self, case: Case, event: Event) -> Turn | None:
        """What a helper did, or time: kept, and told without a sound. A message about it names no record."""
        if not isinstance(event, ErrandEvent):
            return None
        if isinstance(event, OwnLink):
            return Turn(case, (self.screens.prompt(case, Say("errands_own_link")),))
        errand = case.errand(event.errand)
        if errand is None:
            return Turn(case, (EndErrand(event.errand),))
        match event:
            case HelperTook(helper=helper):
                return self._told(case, replace(errand, state="taken", helper=helper), "errand_taken")
            case HelperDid():
                return self._told(case, replace(errand, state="done"), "errand_done")
            case HelperReturned():
                return self._told(case, replace(errand, state="returned"), "errand_returned")
            case HelperSent():
                return self._sent(case, errand, event)
            case HelperLeft():
                told = (_notice("errand_left", errand),) if is_open(errand) else ()
                return Turn(self._nameless(case, errand), told)
            case ErrandOver():
                told = (_notice("errand_over", errand),) if is_open(errand) and case.reachable else ()
                return Turn(case.without_errand(errand.number), (EndErrand(errand.number), *told))

    def inspected(self, _: Case, turn: Turn, event: Event) -> Turn:
        """A file that cannot be read is told to the helper who can send it again, as long as there is one."""
        if not isinstance(event, Inspected):
            return turn
        document = turn.case.document(event.document)
        errand = turn.case.errand(document.errand) if document else None
        if errand is None or errand.state != "taken" or event.state in ("readable", "opened") or not turn.effects:
            return turn
        kept = (replace(each, moves=False) if isinstance(each, Say) else each for each in turn.effects)
        told = TellHelper(
            errand.number, Say("errand_unreadable", {"state": document.trouble if document else event.state})
        )
        return replace(turn, effects=(*kept, told))

    def _give(self, case: Case, key: str) -> Turn | None:
        if key not in can_be_given(self.screens.guide, case) or len(case.errands) >= MOST:
            return None
        errand = Errand(case.errands_made + 1, key)
        case = replace(case.with_errand(errand), errands_made=errand.number)
        given = Say("errands_given", {"days": LINK_DAYS}, (LIST, (aside("continue"),)), replaces=True)
        return Turn(case, (given, ShareErrand(errand.number)))

    def _settle(self, case: Case, errand: Errand, move: str) -> Turn | None:
        """The patient says what is true now; a helper's word alone changes no line of the checklist."""
        record = self.screens.guide.record(errand.record)
        answer = SETTLED[move]
        if record is None or (answer and answer not in record.answers):
            return None
        case = case.without_errand(errand.number)
        case = case.answering(record.key, answer) if answer else case
        lead = Say("noted", {"record": record.key, "standing": standing(case, record)})
        return Turn(case, (EndErrand(errand.number), self.screens.prompt(case, lead, replaces=True)))

    def _end(self, case: Case, errand: Errand) -> Turn:
        case = case.without_errand(errand.number)
        lead = Say("errand_ended") if is_open(errand) else None
        return Turn(case, (EndErrand(errand.number), self.screens.prompt(case, lead, replaces=True)))

    def _told(self, case: Case, errand: Errand, name: str) -> Turn:
        return Turn(case.with_errand(errand), (_notice(name, errand),))

    def _sent(self, case: Case, errand: Errand, event: HelperSent) -> Turn:
        # Two chats count their messages alike: the helper's batches must not fall together with the patient's own.
        batch = f"e{errand.number}.{event.file.album}"
        told = () if case.batch(batch) else (_notice("errand_file", errand),)
        before_it = newest_before(case, event.file, errand.record, errand.number)
        case = replace(case, files_seen=case.files_seen + 1, last_file=event.file.at)
        document = Document(case.files_seen, batch, event.file.name, errand.record, errand=errand.number)
        burst = burst_of(before_it) if before_it else batch
        document = replace(document, size=event.file.size, message=event.file.message, burst=burst)
        case = case.with_document(document)
        receipt = replace(self.arrivals.receipt(case, document), quiet=True)
        effects: tuple[Effect, ...] = (Fetch(document.number, event.file.file_id), *told, receipt)
        return Turn(case, effects)

    def _nameless(self, case: Case, errand: Errand) -> Case:
        """The errand as it goes on without its helper: an open one is given back, and no name is left."""
        return case.with_errand(replace(errand, state="returned" if is_open(errand) else errand.state, helper=""))


def answers(means: Means) -> Answers:
    errands = Errands(means.screens, means.arrivals)
    return Answers(press=errands.press, aside=errands.aside, happened=errands.happened, settle=errands.inspected)


def _notice(name: str, errand: Errand) -> Say:
    """A line that gives nothing away on a locked screen, and the way to what it is about, if that is still there."""
    see = (aside("hand_out"),) if name == "errand_over" else (aside(f"errand/{errand.number}", "errand_see"),)
    return Say(name, {"helper": errand.helper}, (see, (aside("continue"),)), quiet=True)
