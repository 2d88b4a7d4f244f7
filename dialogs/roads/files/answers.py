"""Looking after files that were sent: see, name, sort, turn, date, replace, delete and unlock them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import Document
from dialogs.content.day_words import DayWords
from dialogs.days import past_days, zones
from dialogs.effects import Button, Effect, Erase, Keyboard, Say, SendPaper, Turn, Unlock, Unsay, aside
from dialogs.journey.screens import Screens
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files import path as file_path
from dialogs.roads.files.screens import PLACES, day_button
from dialogs.roads.packet.going_in import country_of
from dialogs.understanding.paper_size import paper_size

AT_ONCE = 10
"""Pictures that Telegram shows as one album."""


@dataclass(frozen=True)
class Files:
    """Answers at the steps of the side road `files`."""

    screens: Screens
    words: DayWords = field(default_factory=DayWords)
    """How days are written in the language of the chat."""

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        moved = self.screens.journey.move(case, move, argument)
        if moved is None:
            return None
        if move == "page":
            begin = int(argument) if argument.isdecimal() and len(argument) < 9 else 0
            return self._show(replace(moved, files_from=begin))
        if move == "look":
            return self._show(replace(moved, looking_at=int(argument)))
        document = case.document(case.looking_at)
        if move in ("back", "leave"):
            return self._show(moved)
        if document is None:  # it was deleted in a message further up
            return self._list(case)
        return self._change(moved, document, move, argument)

    def _change(self, moved: Case, document: Document, move: str, argument: str) -> Turn | None:
        match move:
            case "pictures":
                return self._pictures(moved, document)
            case "up" | "down":
                return self._swapped(moved, document, move, argument)
            case "turn" if argument in ("0", "90", "180", "270"):
                return self._changed(file_changes.turned(moved, document, int(argument)), "file_turned")
            case "turn":
                return None
            case "no_title":
                return self._changed(file_changes.changed(moved, replace(document, title="")), "file_renamed")
            case "no_day":
                return self._changed(file_changes.changed(moved, replace(document, date="")), "file_dated")
            case "day":
                read = past_days.read(argument, zones.today(moved), self.words)
                return self._dated(moved, document, read.days[0]) if read.days else None
            case "to":
                record = self.screens.guide.record(argument)
                if record is None or "send" not in record.answers:
                    return None
                return self._changed(file_changes.moved(moved, document, record.key), "file_moved")
            case "erase_yes":
                return self._deleted(moved, document)
        return self._show(moved)

    def _swapped(self, case: Case, document: Document, move: str, argument: str) -> Turn:
        """Past the file that the button names: a second tap finds it on the other side, and changes nothing."""
        other = file_changes.beside(case, document, PLACES[move])
        if other is None:
            return self._show(case, Say("file_stays"))
        if str(other.number) != argument:
            return self._show(case)
        return self._show(file_changes.swapped(case, document, other), Say(f"file_{move}"))

    def write(self, case: Case, text: str) -> Turn | None:
        """The turn after a title, a day or a password was written; None if no text is asked for at this step."""
        if case.step == file_path.PASSWORD:
            return self._unlock(case, text)
        document = case.document(case.looking_at)
        if case.step not in file_path.TAKES_TEXT or document is None:
            return None
        if case.step == file_path.DATING:
            return self._write_day(case, document, text)
        if len(text) > file_changes.MAX_TITLE:
            lead = Say("too_long", {"at_most": file_changes.MAX_TITLE, "length": len(text)})
            return Turn(case, (self.screens.prompt(case, lead),))
        renamed = self.screens.journey.move(case, "renamed")
        assert renamed is not None, "a title can always be given at its step"
        title = " ".join(text.split())
        return self._changed(file_changes.changed(renamed, replace(document, title=title)), "file_renamed", False)

    def _unlock(self, case: Case, password: str) -> Turn:
        """Try a password once. The case, the letters and the log never hold it; the message with it goes.

        The step stays until the file is open or it is left: the next text may be the right one.
        """
        document = case.document(case.looking_at)
        if document is None or not document.opens_with_a_password:
            left = self.screens.journey.move(case, "tried") or case
            return Turn(left, (Unsay(), self.screens.prompt(left)))
        tried = Say("password_tried", buttons=self.screens.buttons(case))
        return Turn(case, (Unsay(), Unlock(document.number, password), tried))

    def tried(self, case: Case, document: Document, name: str) -> Turn | None:
        """What came of a password, said at its step; None if the patient is not there any more."""
        if case.step != file_path.PASSWORD or case.looking_at != document.number:
            return None
        if name == "password_wrong":
            return Turn(case, (self.screens.prompt(case, Say(name, {"document": document})),))
        left = self.screens.journey.move(case, "tried") or case
        if name == "unlocked":
            # They wanted it open, and not to look after it: where it was sorted is told below.
            left = self.screens.journey.on_the_path(left)
            return Turn(left, (Say(name, {"document": document}, ((aside("continue"),),)),))
        return Turn(left, (self.screens.prompt(left, Say(name, {"document": document})),))

    def undo(self, case: Case) -> Turn | None:
        """Bring back what a file was before the last change; None if there is nothing to bring back."""
        former, undone = case.former, file_changes.undone(case)
        if former is None or undone is None:
            return None
        if undone.step == file_path.ONE and undone.looking_at == former.number:
            return self._show(undone, Say("file_undone"))
        return Turn(undone, (Say("file_undone", buttons=((aside("continue"),),), replaces=True),))

    def enter(self, case: Case, number: int, move: str = "", replaces: bool = True) -> Turn | None:
        """The turn that leads to one file from anywhere, and on by a move; None if that cannot be done (any more)."""
        journey = self.screens.journey
        at_files = case if case.step == file_path.FILES else journey.move(case, "my_files")
        looking = journey.move(at_files, "look", str(number)) if at_files else None
        if looking is None:
            return None
        looking = replace(looking, looking_at=number)
        there = journey.move(looking, move) if move else looking
        return Turn(there, (self.screens.prompt(there, replaces=replaces),)) if there else None

    def _write_day(self, case: Case, document: Document, text: str) -> Turn:
        read = past_days.read(text, zones.today(case), self.words)
        if len(read.days) == 1:
            dated = self.screens.journey.move(case, "day")
            assert dated is not None, "a day can always be given at its step"
            return self._dated(dated, document, read.days[0], replaces=False)
        if read.days:
            both: Keyboard = (
                *((day_button(case, day),) for day in read.days),
                (Button(f"{file_path.card(case)}/back", "button.back"),),
            )
            return Turn(case, (Say("past_day_either", {"document": document}, both),))
        return Turn(case, (self.screens.prompt(case, Say(f"past_day_{read.problem}")),))

    def _dated(self, moved: Case, document: Document, day: str, replaces: bool = True) -> Turn:
        dated = file_changes.changed(moved, replace(document, date=day))
        return self._changed(file_changes.settled(dated, f"date.{document.number}"), "file_dated", replaces)

    def _pictures(self, case: Case, document: Document) -> Turn:
        values = {"document": document.number, "kind": document.kind, "at_most": AT_ONCE}
        values |= {"turned": document.upright, "sheet": document.sheet}
        values |= {"paper": paper_size(case, country_of(self.screens.guide, case))}
        shown = Say("pictures", {"document": document, "at_most": AT_ONCE}, quiet=True)
        return Turn(case, (shown, SendPaper("pictures", values), self.screens.prompt(case)))

    def _deleted(self, moved: Case, document: Document) -> Turn:
        case = replace(file_changes.without(moved, document.number), looking_at=0)
        lead = Say("file_deleted", {"document": document})
        effects: tuple[Effect, ...] = (Erase(document.number), self.screens.prompt(case, lead, replaces=True))
        return Turn(case, effects)

    def _changed(self, case: Case, name: str, replaces: bool = True) -> Turn:
        """What was changed, with one tap to undo it."""
        prompt = self.screens.prompt(case, Say(name, {"document": case.document(case.looking_at)}), replaces)
        if case.former and case.former.number == case.looking_at:
            prompt = replace(prompt, buttons=(undo_button(case), *prompt.buttons))
        return Turn(case, (prompt,))

    def _list(self, case: Case) -> Turn | None:
        moved = self.screens.journey.move(replace(case, step=file_path.ONE), "back")
        return self._show(moved) if moved else None

    def _show(self, case: Case, lead: Say | None = None) -> Turn:
        return Turn(case, (self.screens.prompt(case, lead, replaces=True),))


def undo_button(case: Case) -> tuple[Button, ...]:
    number, change = (case.former.number, case.former.change) if case.former else (0, 0)
    return (aside(f"undo/{number}", "undo", change),)
