"""What follows when the last of the files that came was looked at: where they belong, or one suggestion.

Where print on pictures can be read (`reads_print`), it is asked for as soon as such a file was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import PICTURES, Document
from dialogs.case.facts import NOTHING_READ
from dialogs.case.report import report_of
from dialogs.effects import Effect, Read, Say, Turn, aside
from dialogs.events import Inspected, TextRead
from dialogs.journey.screens import Screens
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.photos import ONE_BREATH, joined
from dialogs.receiving.piles import waiting
from dialogs.receiving.sorting import Sorting
from dialogs.roads.files.answers import Files
from dialogs.roads.files.dates_read import DatesRead
from dialogs.roads.files.suggesting import Suggesting

MOST_READ = 60
"""Pages of one file that are read; its first ones say what it is."""


@dataclass(frozen=True)
class Understanding:
    """Files that were looked at, and what there is to say about them beside the receipt."""

    arrivals: Arrivals
    dates: DatesRead
    suggesting: Suggesting
    sorting: Sorting
    reads_print: bool = False

    @classmethod
    def of(cls, screens: Screens, arrivals: Arrivals, reads_print: bool) -> Understanding:
        files = Files(screens)
        return cls(arrivals, DatesRead(files), Suggesting(screens, files), Sorting(screens), reads_print)

    def inspected(self, case: Case, event: Inspected) -> Turn:
        turn = self._looked_at(case, event)
        document = turn.case.document(event.document)
        if self.reads_print and document is not None and turn.case != case and _is_unread(document):
            read = turn.case.with_document(replace(document, being_read=True))
            return self._then(Turn(read, (*turn.effects, Read(document.number))), event)
        return self._then(turn, event) if turn.case != case else turn

    def text_read(self, case: Case, event: TextRead) -> Turn:
        """What was read on a picture, once, of a file that is still there; nothing found is nothing said."""
        document = case.document(event.document)
        if document is None:
            return Turn(case)
        further = event.first <= event.until < min(document.pages, MOST_READ)
        more = (Read(document.number, event.until + 1),) if further else ()
        if event.first > 1 or not _is_unread(document):  # the words alone are wanted, for whoever searches the packet
            return Turn(case, more if event.first > 1 or document.facts == event.facts else ())
        stands = document.stands if event.stands is None else event.stands
        read = replace(document, facts=event.facts, being_read=False, stands=stands)
        now = joined(self.arrivals.guide, case.with_document(read), read)
        return self._then(Turn(now, (*self._told_anew(case, now, document), *more)), event)

    def _told_anew(self, before: Case, case: Case, document: Document) -> tuple[Say, ...]:
        """The receipt once more, where print showed that photos are no pages of the report they were taken for."""
        if _bound(before) == _bound(case):
            return ()
        return (replace(self.arrivals.receipt(case, document), quiet=True),)

    def _looked_at(self, case: Case, event: Inspected) -> Turn:
        before = case.document(event.document)
        if before is not None and before.state == "locked":
            return self._tried(case, before, event)
        return self.arrivals.inspected(case, event)

    def _tried(self, case: Case, locked: Document, event: Inspected) -> Turn:
        """A password was tried: it is open, or may be tried again, or nothing of ours can open it."""
        if event.state == "readable":
            turn = self.arrivals.inspected(case, event)
            opened = turn.case.document(event.document)
            assert opened is not None, "a file that was just looked at is there"
            told = self.dates.files.tried(turn.case, opened, "unlocked")
            told = told or Turn(turn.case, (Say("unlocked", {"document": opened}, ((aside("continue"),),)),))
            return Turn(told.case, (*turn.effects, *told.effects))
        if event.state == "locked":
            locked = replace(locked, remarks=tuple(each for each in event.remarks if each == "other_lock"))
        again = ((aside(f"file/{locked.number}/password", "password"),),) if locked.opens_with_a_password else ()
        name = "password_wrong" if again and event.state == "locked" else "password_useless"
        case = case.with_document(locked)
        if told := self.dates.files.tried(case, locked, name):
            return told
        return Turn(case, (Say(name, {"document": locked}, (*again, (aside("continue"),))),))

    def _then(self, turn: Turn, event: Inspected | TextRead) -> Turn:
        if any(each.state == "arriving" or each.being_read for each in turn.case.documents):
            return turn
        document = turn.case.document(event.document)
        batch = turn.case.batch(document.batch) if document else ()
        # One message beside the receipt is enough. Days that were read are asked about at the packet alone.
        numbers = frozenset(each.number for each in batch)
        if numbers & {each.number for each in waiting(self.arrivals.guide, turn.case)}:
            asked = tuple(replace(each, quiet=isinstance(event, TextRead)) for each in self.sorting.ask(turn.case))
            albums = {each.album for each in batch if each.state != "opened"}
            below_all = len(albums) > 1  # what was sent meanwhile stands below the receipt
            told_anew = any(isinstance(each, Say) and each.moves for each in turn.effects)
            asked = tuple(replace(each, moves=below_all or told_anew) for each in asked)
            return Turn(turn.case, _in_one(turn.effects, asked, f"receipt:{turn.case.pile}"))
        case, said = self.suggesting.begin(turn.case, event.at.date(), numbers, self._too_early(turn.case, event))
        return Turn(case, (*turn.effects, *said))

    def _too_early(self, case: Case, event: Inspected | TextRead) -> frozenset[str]:
        """Of a photo that may have been the first of several nobody can say yet which pages are missing."""
        document = case.document(event.document)
        first = document is not None and document.kind in PICTURES and len(report_of(document, case.documents)) == 1
        return frozenset({"pages_missing"} if first and event.at - case.last_file <= ONE_BREATH else ())


def _in_one(effects: tuple[Effect, ...], asked: tuple[Say, ...], slot: str) -> tuple[Effect, ...]:
    """The receipt becomes the card: one message says what is saved, and asks where it belongs."""
    receipt = next((each for each in effects if isinstance(each, Say) and each.slot == slot), None)
    if receipt is None or not asked:
        return (*effects, *(replace(each, moves=False) for each in asked))
    card = replace(asked[0], lead=replace(receipt, slot="", buttons=()), slot=slot)
    return (
        *(each for each in effects if each is not receipt),
        replace(card, buttons=(*card.buttons, *receipt.buttons)),
    )


def _bound(case: Case) -> dict[int, int]:
    """Which photos are of one report."""
    return {each.number: each.part_of for each in case.documents if each.part_of}


def _is_unread(document: Document) -> bool:
    """Whether it can be read by eye alone: a picture, or a PDF of pictures, on which something is to be seen."""
    pictured = document.kind in PICTURES or (document.kind == "pdf" and "scan" in document.remarks)
    seen = document.state == "readable" and "empty" not in document.remarks
    return pictured and seen and document.facts == NOTHING_READ
