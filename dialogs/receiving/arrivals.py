"""Files that arrive: where they belong, the receipt, and what to do about one that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.case.facts import surer
from dialogs.case.report import Report
from dialogs.content.guide import Guide
from dialogs.effects import Button, Effect, Erase, Fetch, Keyboard, Say, Turn, aside
from dialogs.events import Inspected, StillFetching
from dialogs.journey.machine import Journey
from dialogs.journey.screens import Screens
from dialogs.journey.steps import below, number_in, root
from dialogs.journey.taps import Tap
from dialogs.receiving import photos
from dialogs.receiving.opening import (
    NESTED,
    in_its_place,
    is_in_vain,
    opened,
    papers,
    sent_before,
    told_empty,
)
from dialogs.receiving.photos import ONE_BREATH
from dialogs.receiving.piles import burst_of, waiting
from dialogs.receiving.quotas import Quotas, counted
from dialogs.receiving.receipts import can_part, told_of
from dialogs.receiving.sent import SentFile
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files import path as file_path
from dialogs.roads.files.changes import in_place_of
from dialogs.roads.records.path import SENDING
from dialogs.roads.walk.path import GATHER


@dataclass(frozen=True)
class Arrivals:
    """Files, from the moment they arrive to the receipt that says they are saved."""

    guide: Guide
    journey: Journey
    screens: Screens
    quotas: Quotas = field(default_factory=Quotas)

    def arrive(self, case: Case, file: SentFile) -> Turn:
        """Take a file at any step. Where the step is no record's, the file is kept and asked about."""
        if case.keeps_files is None:
            return Turn(case, (self.screens.prompt(case, Say("consent_first")),))
        if not case.keeps_files:
            buttons = ((aside("keep_files"),), (aside("continue"),))
            return Turn(case, (Say("files_not_kept", buttons=buttons),))
        if refused := self.quotas.refusal(case, file):
            # One word is enough for all that is not taken in one breath.
            told = case.refused == file.album or file.at - case.refused_at < ONE_BREATH
            case = replace(case, refused=file.album, refused_at=file.at)
            return Turn(case, () if told else (self.screens.prompt(case, refused),))
        moved = self.journey.move(case, "file")
        replaced = case.document(case.looking_at) if moved and case.step == file_path.REPLACING else None
        record = self._record_for(case, file, moved is not None, replaced)
        before_it = photos.newest_before(case, file, record) if not replaced else None
        case = replace(counted(moved or case, file.at), last_file=file.at)
        batch = self._batch_for(case, file, record, before_it) if not replaced else file.album
        case = replace(case, pile=batch if not replaced else case.pile)
        document = Document(case.files_seen, batch, file.name, record, size=file.size, album=file.album)
        burst = burst_of(before_it) if before_it else file.album
        document = replace(document, message=file.message, burst=burst)
        if replaced:
            document = replace(document, replaces=replaced.number)
        if file.size > self.quotas.a_file:
            case = case.with_document(replace(document, state="too_big", size=0))
            return Turn(case, (replace(self.receipt(case, document), answers=file.message),))
        before = _newest(case.filed_under(record)) if record else ()
        case = case.with_document(document)
        # Only the newest receipt carries the button to go on.
        older = tuple(self.receipt(case, each) for each in before if each.batch != document.batch)
        receipt = replace(self.receipt(case, document), answers=file.message)
        # The receipt of photos that come one by one goes along to the bottom of the chat, where their sender looks.
        if before_it and record and before_it.batch == batch and before_it.album != file.album:
            receipt = replace(receipt, moves=True)
        return Turn(case, (Fetch(document.number, file.file_id), *older, receipt))

    def _record_for(self, case: Case, file: SentFile, moved: bool, replaced: Document | None) -> str:
        """The record of the file it replaces, of the step, or of those that were sent together with it."""
        if replaced:
            return replaced.record
        at = self.guide.record(root(case.step)) if moved else None
        together = next((each for each in case.documents if each.album == file.album), None)
        return at.key if at else together.record if together else ""

    def _batch_for(self, case: Case, file: SentFile, record: str, before_it: Document | None) -> str:
        """One receipt for all that comes while others of it are still looked at, or wait to be sorted.

        Photos that are sent in one breath have one as well: only a photo has no name.
        """
        if before_it and not before_it.name and not file.name:
            return before_it.batch
        together = papers(case.batch(case.pile)) if case.pile else ()
        waits = any(each.state == "arriving" for each in together) or (not record and waiting(self.guide, case))
        return case.pile if together and together[0].record == record and waits else file.album

    def inspected(self, case: Case, event: Inspected) -> Turn:
        """A file was looked at: bring its receipt up to date, and speak up if it cannot be read."""
        document = case.document(event.document)
        if document is None or document.state not in ("arriving", "locked", "unseen"):
            return Turn(case)
        pages = 0 if event.facts.studies else event.pages
        if event.state == "opened" and not document.container:
            return self._opened(case, document, event)
        if event.state == "opened":
            event = replace(event, state="unknown_kind", kind=NESTED)
        kept_in_vain = document.state == "unseen" and event.state not in ("readable", "locked")
        facts = surer(document.facts, event.facts) if document.state == "arriving" else event.facts
        document = replace(document, state=event.state, pages=pages, remarks=event.remarks, facts=facts)
        document = replace(document, kind=event.kind, digest=event.digest[:32], late=False)
        document = replace(document, drawn=event.drawn, compared=event.compared)
        if event.state not in ("readable", "locked"):
            document = replace(document, size=0)  # it is not kept
        document = replace(document, stands=event.stands, sheet=event.sheet)
        case = case.with_document(document)
        replaced = case.document(document.replaces) if event.state == "readable" else None
        if replaced:
            case = in_place_of(case, replaced, document)
        case = photos.joined(self.guide, case, case.document(document.number) or document)
        # What is wrong is told once, in the receipt: it comes anew where the patient looks.
        in_trouble = event.state != "readable" and not document.container
        moves = in_trouble and not self._knows_of_trouble(case, document)
        receipt = replace(self.receipt(case, document), moves=moves)
        effects: list[Effect] = [receipt, *((Erase(replaced.number),) if replaced else ())]
        if kept_in_vain:
            effects.append(Erase(document.number))
        if event.state != "readable" and document.container:
            effects += self._in_vain(case, document)
        return Turn(case, tuple(effects))

    def _opened(self, case: Case, document: Document, event: Inspected) -> Turn:
        """It holds others: each is taken out and looked at as if it had been sent alone, under one receipt."""
        container = replace(document, state="opened", kind=event.kind, digest=event.digest[:32], late=False, replaces=0)
        effects: tuple[Effect, ...]
        if old := sent_before(case, container):
            case, effects = in_its_place(case, old, container)
        else:
            case, effects = opened(case, container, event.contents, self.quotas, event.at)
        return Turn(case, (*effects, self.receipt(case, container)))

    def _in_vain(self, case: Case, document: Document) -> tuple[Say, ...]:
        """One word of a file that only held others, once nothing in it can be kept; the receipt has each of those."""
        container = case.document(document.container)
        if container is None or not is_in_vain(case, container) or self._looks_at_its_receipt(case, document):
            return ()
        values = {"record": "", "name": container.name, "state": told_empty(container).trouble}
        return (Say("file_trouble", values, ((aside("continue"),),)),)

    def _knows_of_trouble(self, case: Case, document: Document) -> bool:
        """Whether the patient knows that some of these cannot be read: one message is enough, the receipt names all."""
        others = (each for each in case.batch(document.batch) if each.number != document.number)
        told = any(each.state not in ("arriving", "readable", "opened", "unseen") for each in others)
        return told or self._looks_at_its_receipt(case, document)

    def _looks_at_its_receipt(self, case: Case, document: Document) -> bool:
        """Whether files are being sent: then the receipt is where the patient looks, and says it."""
        return case.step in (GATHER, below(document.record, SENDING))

    def delayed(self, case: Case, event: StillFetching) -> Turn:
        """A file takes long to arrive: its receipt says so, once."""
        document = case.document(event.document)
        if document is None or document.state != "arriving" or document.late:
            return Turn(case)
        case = case.with_document(replace(document, late=True))
        return Turn(case, (self.receipt(case, document),))

    def place(self, case: Case, first: int, key: str, shown: str = "") -> Turn | None:
        """The patient said to which record the files of a receipt belong; None if they are placed, or gone.

        `shown` has the numbers of the files that stood there, as "3-5"; a receipt of before carries none.
        """
        document, record = case.document(first), self.guide.record(key)
        if document is None or record is None or "send" not in record.answers:
            return None
        last = shown.partition("-")[2]
        until = int(last) if last.isdecimal() and len(last) < 9 else case.files_seen
        waiting = [each for each in case.batch(document.batch) if not each.record and each.number <= until]
        if not waiting:
            return None
        for each in waiting:
            case = file_changes.changed(case, replace(each, record=record.key))
        return Turn(case, (self.receipt(case, document), self.screens.prompt(case)))

    def last_receipt(self, case: Case, record: str) -> tuple[Say, ...]:
        """The newest receipt of a record, brought up to date once the patient has gone on."""
        return tuple(self.receipt(case, document) for document in _newest(case.filed_under(record)))

    def receipt(self, case: Case, document: Document) -> Say:
        """One message for all files of an album, brought up to date as they are looked at."""
        together = case.batch(document.batch)
        files = papers(together)
        report = photos.told_together(case, files)
        still_arriving = any(each.state == "arriving" for each in files)
        below = self._below(case, files[0], () if still_arriving else report)
        values = told_of(case, together, report)
        return Say("receipt", values, below, slot=f"receipt:{document.batch}")

    def part(self, case: Case, tap: Tap) -> Turn | None:
        """The photos of a report become files of their own again; None if they are, or are sorted."""
        first, _, last = tap.thing.partition("-")
        if (tap.move, tap.arguments) != ("apart", ()):
            return None
        case, document = photos.parted(case, number_in(first), number_in(last))
        return Turn(case, (self.receipt(case, document),)) if document else None

    def _below(self, case: Case, first: Document, report: Report) -> Keyboard:
        keys = _keys_for(case.batch(first.batch))
        if again := photos.first_unclear(report):
            keys = (*keys, (aside(f"file/{again.number}/replace", "replace"),))
        if not first.record:
            return keys
        if can_part(report):
            numbers = sorted(each.number for each in report)
            keys = (*keys, (aside("apart", thing=f"{numbers[0]}-{numbers[-1]}"),))
        newest = max(case.filed_under(first.record), key=lambda each: each.number)
        if case.step == below(first.record, SENDING) and newest.batch == first.batch:
            return (*keys, (Button(f"{case.step}/done", "button.done"),))
        return keys


def _newest(files: Iterable[Document]) -> tuple[Document, ...]:
    """The one that came last, if there is any."""
    return tuple(sorted(files, key=lambda each: each.number))[-1:]


def _keys_for(files: Iterable[Document]) -> Keyboard:
    """A button for a file that a password opens: one, so that the buttons stay few."""
    locked = [each for each in files if each.opens_with_a_password]
    return tuple((aside(f"file/{each.number}/password", "password"),) for each in locked[:1])
