"""What can be asked at any time: the commands, and the buttons that lead back to where the patient was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogs.case.case import Case
from dialogs.case.document import Former, readable
from dialogs.checklist.planning import days_to_keep
from dialogs.checklist.shown import checklist_values, summary_values
from dialogs.days import zones
from dialogs.effects import Forget, Keyboard, Say, SendPaper, Turn, aside
from dialogs.hearing import texts
from dialogs.journey.screens import Screens
from dialogs.receiving.arrivals import Arrivals
from dialogs.roads.afterwards.answers import Afterwards
from dialogs.roads.errands.answers import Errands
from dialogs.roads.files.answers import Files
from dialogs.roads.files.dates_read import DatesRead
from dialogs.roads.files.hints import Hints
from dialogs.roads.records.answers import Answers
from dialogs.roads.reminders.answers import ReminderAnswers
from dialogs.roads.reminders.due import Reminding
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.answers import RequestAnswers

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
FILE_MOVES = ("date", "password", "replace")
"""What a button elsewhere can begin to do with one file."""
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

    def press(self, case: Case, name: str, arguments: list[str], thing: str = "") -> Turn | None:
        """The turn after a tap on an aside's button; None if it means nothing (any more)."""
        if name == "place" and len(arguments) == 2 and arguments[0].isdecimal():
            return self.arrivals.place(case, int(arguments[0]), arguments[1], thing)
        if name == "delete_yes" and thing == str(case.deletions_asked):
            return Turn(Case(), (Say("deleted"), Forget()))
        if name == "delete_yes" and case.keeps_files is None and not case.deletions_asked:
            # Nothing was asked here: it is the second tap on a Yes, and what it was about is gone already.
            return Turn(Case(), (*(() if thing else (Say("deleted"),)), Forget()))
        if name == "delete_yes":
            return self._delete(case)
        if name == "delete":
            return self._delete(case)
        if name == "sources":
            return Turn(case, (Say("sources", buttons=BACK),))
        if name in ("help", "privacy"):
            return self.command(case, name)
        if name == "here":
            return Turn(case, (self.screens.prompt(case),))
        if name == "continue":
            case = self.screens.journey.on_the_path(case)
            return Turn(case, (self.screens.prompt(case),))
        if name == "delete_no":
            case = replace(case, deletions_asked=case.deletions_asked + 1)
            return Turn(case, (self.screens.prompt(case, Say("kept"), replaces=True),))
        if case.keeps_files is None:
            return None
        return self._press_after_consent(case, name, arguments, thing)

    def _press_after_consent(self, case: Case, name: str, arguments: list[str], thing: str) -> Turn | None:
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
                return Turn(case, (Say("summary_sheet"), SendPaper("sheet", summary_values(self.screens.guide, case))))
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
            case "undo", [number] if case.former and (number, thing or "0") == _name_of(case.former):
                return self.files.undo(case)
            case "file", [number, move] if number.isdecimal() and len(number) < 9 and move in FILE_MOVES:
                return self.files.enter(case, int(number), move, replaces=move == "date")
            case "dates", [answer, numbers]:
                return self.dates.press(case, answer, numbers)
            case "hint", [key, answer]:
                return self.hints.press(case, key, answer, zones.today(case))
            case "hints", []:
                moved, said = self.hints.begin(case, zones.today(case))
                return Turn(moved, said) if said else None
            case "text", [use]:
                return self._use_text(case, use, thing)
        return None

    def text_unplaced(
        self, case: Case, text: str, takes_answer: bool = False, asks: bool = False, may_stop: bool = False
    ) -> Turn:
        """Hold a text that answers nothing, and ask what it is. `asks`: it is a question for the doctor."""
        case = texts.holding(case, text, self.screens.journey.place(case) if takes_answer else "")
        number = case.texts_seen
        stop = ((aside("stop"),),) if may_stop else ()
        answer = ((aside("text/answer", "text_answer", number),),) if takes_answer else ()
        question = (aside("text/question", "text_question", number),)
        rows = (question, *answer) if asks else (*answer, question)
        values = {"text": text, "answers": takes_answer, "asks": asks}
        drop = (aside("text/drop", "text_drop", number),)
        return Turn(case, (Say("text_unplaced", values, (*stop, *rows, drop)),))

    def _use_text(self, case: Case, use: str, number: str) -> Turn | None:
        """Do with the text of a card what was tapped below it; None if it is placed already, or was let go."""
        held, here = texts.named(case, number), self.screens.journey.place(case)
        if held is None or use not in ("answer", "question", "drop"):
            return None
        without = texts.without(case, held)
        if not number or (use == "answer" and held.place != here):
            # It does not say which text it is about, or asks for an answer to a question that is over: ask once more.
            return self.text_unplaced(without, held.text, takes_answer=bool(number) and held.place == here)
        if use == "drop":
            return Turn(without, (self.screens.prompt(without, replaces=True),))
        do = self.answers.write if use == "answer" else self.answers.add_question
        turn = do(without, held.text)
        if turn is None or turn.case == without:  # it was too long, or one too many: it waits on
            return Turn(case, turn.effects) if turn else None
        effects = (
            replace(each, replaces=True) if isinstance(each, Say) and each.asks else each for each in turn.effects
        )
        return Turn(turn.case, tuple(effects))

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
        return Turn(case, (Say("checklist", checklist_values(self.screens.guide, case), buttons),))

    def _summary(self, case: Case) -> Turn:
        buttons: Keyboard = ((aside("sheet"),), (aside("pack"),), *BACK)
        return Turn(case, (Say("summary", summary_values(self.screens.guide, case), buttons),))

    def _help(self) -> Say:
        return Say("help", buttons=(*BACK, (aside("sources"), aside("privacy"))))

    def _privacy(self, case: Case) -> Turn:
        switch = "checklist_only" if case.keeps_files else "keep_files"
        agreed = () if case.keeps_files is None else ((aside(switch),),)
        values = {"keeps_files": case.keeps_files, "files": len(readable(case.documents))}
        return Turn(case, (Say("privacy", values, (*BACK, *agreed, (aside("delete"),))),))

    def _delete(self, case: Case) -> Turn:
        case = replace(case, deletions_asked=case.deletions_asked + 1)
        buttons = ((aside("delete_yes", thing=case.deletions_asked),), (aside("delete_no"),))
        return Turn(case, (Say("delete_confirm", {"files": len(readable(case.documents))}, buttons),))

    def _cancel(self, case: Case) -> Turn:
        """Leave whatever side road the patient is on; at a plain step, say that nothing is lost."""
        on_the_side = "." in case.step or case.step in self.screens.journey.detours.values()
        moves = ("back", "done", "not_now", "skip") if on_the_side else ()
        moved = next((to for move in moves if (to := self.screens.journey.move(case, move))), None) or case
        return Turn(moved, (self.screens.prompt(moved, Say("cancelled")),))


def _name_of(former: Former) -> tuple[str, str]:
    return str(former.number), str(former.change)
