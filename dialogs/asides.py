"""What can be asked at any time: the commands, and the buttons that lead back to where the patient was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogs import path, requests, zones
from dialogs.afterwards import Afterwards
from dialogs.answers import Answers
from dialogs.arrivals import Arrivals
from dialogs.case import Case
from dialogs.dates_read import DatesRead
from dialogs.effects import Forget, Keyboard, Say, SendPaper, Turn
from dialogs.errands import Errands
from dialogs.files import Files
from dialogs.hints import Hints
from dialogs.planning import days_to_keep
from dialogs.reminder_answers import ReminderAnswers
from dialogs.reminding import Reminding
from dialogs.request_answers import RequestAnswers
from dialogs.screens import Screens, aside, readable

COMMANDS = (
    *("start", "checklist", "files", "requests", "date", "questions", "summary", "packet", "letters"),
    *("errands", "remind", "help", "privacy", "delete", "cancel"),
)
"""The command menu, in its order."""
DETOURS = {"questions": "ask", "remind": "remind_me", "errands": "hand_out"}
"""The commands that lead to a step of their own, by the move that leads there."""
BEFORE_CONSENT = frozenset({"start", "help", "privacy", "delete"})
DETOUR_OF = {
    "questions": "ask",
    "files": "my_files",
    "requests": "my_requests",
    "date": "the_date",
    "packet": "pack",
    "letters": "letters",
    "errands": "hand_out",
    "remind": "remind_me",
}
"""The commands that lead aside, and by which move."""
LEADS_ASIDE = frozenset({*DETOUR_OF.values(), "review", "pick_day", "afterwards", "decide"})
"""The buttons that lead aside, by their move."""
BACK: Keyboard = ((aside("continue"),),)


@dataclass(frozen=True)
class Asides:
    """Commands and the buttons that work at any step."""

    screens: Screens
    answers: Answers
    arrivals: Arrivals
    files: Files
    dates: DatesRead
    hints: Hints
    requests: RequestAnswers
    reminders: ReminderAnswers
    reminding: Reminding
    afterwards: Afterwards
    errands: Errands

    def command(self, case: Case, name: str) -> Turn:
        if case.keeps_files is None and name not in BEFORE_CONSENT:
            return Turn(case, (self.screens.prompt(case, Say("please_tap") if name == "cancel" else None),))
        simple: dict[str, Callable[[Case], Turn]] = {
            "start": self._start,
            "checklist": self._checklist,
            "summary": self._summary,
            "privacy": self._privacy,
            "delete": self._delete,
            "cancel": self._cancel,
        }
        if name in simple:
            return simple[name](case)
        if name in DETOUR_OF:
            return self._detour(case, DETOUR_OF[name])
        return Turn(case, (self._help(),))

    def press(self, case: Case, name: str, arguments: list[str]) -> Turn | None:
        """The turn after a tap on an aside's button; None if it means nothing (any more)."""
        if name == "place" and len(arguments) == 2 and arguments[0].isdecimal():
            return self.arrivals.place(case, int(arguments[0]), arguments[1])
        if name == "delete_yes":
            return Turn(Case(), (Say("deleted"), Forget()))
        if name == "delete":
            return self._delete(case)
        if name == "sources":
            return Turn(case, (Say("sources", buttons=BACK),))
        if name in ("help", "privacy"):
            return self.command(case, name)
        if name == "continue":
            return Turn(case, (self.screens.prompt(case),))
        if name == "delete_no":
            return Turn(case, (self.screens.prompt(case, Say("kept"), replaces=True),))
        if case.keeps_files is None:
            return None
        return self._press_after_consent(case, name, arguments)

    def _press_after_consent(self, case: Case, name: str, arguments: list[str]) -> Turn | None:
        match name, arguments:
            case (("checklist" | "summary"), []):
                return self.command(case, name)
            case (move, []) if move in LEADS_ASIDE:
                return self._detour(case, move)
            case "errand", [number]:
                return self.errands.look(case, number)
            case "dates_file", []:
                days = days_to_keep(self.screens.guide, case, zones.today(case))
                return Turn(case, (Say("dates_file"), SendPaper("calendar", {"days": days}))) if days else None
            case "sheet", []:
                return Turn(case, (Say("summary_sheet"), SendPaper("sheet", self.screens.summary_values(case))))
            case (("keep_files" | "checklist_only"), []):
                case = replace(case, keeps_files=name == "keep_files")
                lead = Say("storage_changed", {"keeps_files": case.keeps_files})
                return Turn(case, (self.screens.prompt(case, lead, replaces=True),))
            case "note", [key, what]:
                return self.reminding.press(case, key, what)
            case "request", [number, what]:
                return self.requests.tap_receipt(case, number, what)
            case "back_page", []:
                return self.afterwards.page(case)
            case (("pause" | "pause_all" | "stop"), []):
                case, lead_or_none = self.reminders.change(case, name.removesuffix("_all"))
                return Turn(case, (Say(lead_or_none.name, buttons=BACK, replaces=True),)) if lead_or_none else None
            case "undo", [number] if case.former and number == str(case.former.number):
                return self.files.undo(case)
            case "file", [number, move] if number.isdecimal() and len(number) < 9 and move in ("date", "password"):
                return self.files.enter(case, int(number), move, replaces=move == "date")
            case "dates", [answer, numbers]:
                return self.dates.press(case, answer, numbers)
            case "hint", [key, answer]:
                return self.hints.press(case, key, answer, zones.today(case))
            case "hints", []:
                moved, said = self.hints.begin(case, zones.today(case))
                return Turn(moved, said) if said else None
            case "text", [use]:
                return self._use_text(case, use)
        return None

    def text_unplaced(
        self, case: Case, text: str, takes_answer: bool = False, asks: bool = False, may_stop: bool = False
    ) -> Turn:
        """Hold a text that answers nothing, and ask what it is. `asks`: it is a question for the doctor."""
        case = replace(case, unplaced_text=text)
        stop = ((aside("stop"),),) if may_stop else ()
        answer = ((aside("text/answer", "text_answer"),),) if takes_answer else ()
        question = (aside("text/question", "text_question"),)
        rows = (question, *answer) if asks else (*answer, question)
        values = {"text": text, "answers": takes_answer, "asks": asks}
        return Turn(case, (Say("text_unplaced", values, (*stop, *rows, (aside("text/drop", "text_drop"),))),))

    def _use_text(self, case: Case, use: str) -> Turn | None:
        text, case = case.unplaced_text, replace(case, unplaced_text="")
        if use == "drop":  # by a version before this one it stood below messages that stay
            return Turn(case, (self.screens.prompt(case),))
        if not text:
            return None
        if use == "answer":
            return self.answers.write(case, text)
        return self.answers.add_question(case, text) if use == "question" else None

    def _start(self, case: Case) -> Turn:
        lead = self.screens.recap(case) if case.keeps_files is not None else None
        return Turn(case, (self.screens.prompt(case, lead),))

    def _detour(self, case: Case, move: str) -> Turn:
        case = requests.caught_up(case) if move == "my_requests" else case
        moved = self.screens.journey.move(case, move) or case
        moved, dates = self.dates.ask(moved) if move == "pack" else (moved, ())
        return Turn(moved, (self.screens.prompt(moved), *dates))

    def _checklist(self, case: Case) -> Turn:
        files: Keyboard = ((aside("my_files"),),) if case.documents else ()
        waiting: Keyboard = ((aside("my_requests"),),) if case.requests else ()
        more: Keyboard = ((aside("review"),), (aside("summary"),), (aside("hand_out"),))
        buttons: Keyboard = (*BACK, *files, *waiting, *more)
        return Turn(case, (Say("checklist", self.screens.checklist_values(case), buttons),))

    def _summary(self, case: Case) -> Turn:
        buttons: Keyboard = ((aside("sheet"),), (aside("pack"),), *BACK)
        return Turn(case, (Say("summary", self.screens.summary_values(case), buttons),))

    def _help(self) -> Say:
        return Say("help", buttons=(*BACK, (aside("sources"), aside("privacy"))))

    def _privacy(self, case: Case) -> Turn:
        switch = "checklist_only" if case.keeps_files else "keep_files"
        agreed = () if case.keeps_files is None else ((aside(switch),),)
        values = {"keeps_files": case.keeps_files, "files": len(readable(case.documents))}
        return Turn(case, (Say("privacy", values, (*BACK, *agreed, (aside("delete"),))),))

    def _delete(self, case: Case) -> Turn:
        buttons = ((aside("delete_yes"),), (aside("delete_no"),))
        return Turn(case, (Say("delete_confirm", {"files": len(readable(case.documents))}, buttons),))

    def _cancel(self, case: Case) -> Turn:
        """Leave whatever side road the patient is on; at a plain step, say that nothing is lost."""
        on_the_side = "." in case.step or case.step in path.DETOURS.values()
        moves = ("back", "done", "not_now", "skip") if on_the_side else ()
        moved = next((to for move in moves if (to := self.screens.journey.move(case, move))), None) or case
        return Turn(moved, (self.screens.prompt(moved, Say("cancelled")),))
