"""What can be asked at any time: the commands, and the buttons that lead back to where the patient was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import held
from dialogs.case.languages import spoken
from dialogs.checklist.shown import OUTPUTS, checklist_values, sheet_values, summary_values
from dialogs.content.language import Language
from dialogs.effects import Forget, Keyboard, Say, SendPaper, Turn, aside
from dialogs.hearing import cards
from dialogs.journey.screens import Screens
from dialogs.journey.taps import Tap
from dialogs.journey.tongues import speaking
from dialogs.receiving.arrivals import Arrivals
from dialogs.receiving.sorting import QUESTIONS, Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.every import COMMANDS as ROAD_COMMANDS
from dialogs.roads.every import SAID
from dialogs.understanding.safety import Ears
from dialogs.unplaced import Unplaced
from dialogs.words.script import is_read_from_right

MENU = ("unwell", "start", "checklist", "files", "questions", "packet", "help")
"""The commands of Telegram's menu; all others are still obeyed."""
COMMANDS = (
    *("unwell", "start", "checklist", "summary", "help", "privacy", "delete", "cancel", "language"),
    *ROAD_COMMANDS,
)
ANSWERED = ("costs", "how_to_send")
"""What is asked and answered in one short message; no command is called so."""
ASKED_FOR = (*COMMANDS, *SAID, *ANSWERED)
"""What can be asked for in words."""
BEFORE_CONSENT = frozenset({"unwell", "start", "help", "privacy", "delete", "language", "costs"})
BACK: Keyboard = ((aside("continue"),),)


@dataclass(frozen=True)
class Asides:
    """Commands and the buttons that work at any step."""

    screens: Screens
    roads: Answering
    unplaced: Unplaced
    arrivals: Arrivals
    sorting: Sorting
    days_kept: int = 90
    ears: Ears = field(default_factory=Ears)
    languages: Mapping[str, Language] = field(default_factory=dict)
    """Those that can be spoken in; with one there is no choice."""

    def command(self, case: Case, name: str) -> Turn:
        if case.keeps_files is None and name not in BEFORE_CONSENT:
            return Turn(case, (self.screens.prompt(case, Say("please_tap") if name == "cancel" else None),))
        simple: dict[str, Callable[[Case], Turn]] = {
            "unwell": self._unwell,
            "start": self._start,
            "checklist": self._checklist,
            "summary": self._summary,
            "privacy": self._privacy,
            "delete": self._delete,
            "cancel": self._cancel,
            "language": self._language,
        }
        if name in simple:
            return simple[name](case)
        if name in ANSWERED:
            return Turn(case, (Say(name, buttons=BACK),))
        move = ROAD_COMMANDS.get(name) or SAID.get(name)
        if move and (turn := self.roads.aside(case, Tap("aside", move=move))):
            return turn
        return Turn(case, (self._help(),))

    def as_it_is_written(self, case: Case, text: str) -> Keyboard:
        """The languages written in the direction of this text, if the chat's is not: it may be one they cannot read."""
        own = self.languages.get(spoken(case))
        from_right = is_read_from_right(text)
        if own is None or own.from_right == from_right or not any(map(str.isalpha, text)):
            return ()
        return tuple((speaking(code),) for code, each in self.languages.items() if each.from_right == from_right)

    def press(self, case: Case, tap: Tap) -> Turn | None:
        """The turn after a tap on an aside's button; None if it means nothing (any more)."""
        name, arguments, thing = tap.move, tap.arguments, tap.thing
        if name == "place" and len(arguments) == 2 and arguments[0].isdecimal():
            return self.arrivals.place(case, int(arguments[0]), arguments[1], thing)
        if name == "delete_yes" and thing == str(case.deletions_asked):
            return self.deleted(case)
        if name == "delete_yes" and case.keeps_files is None and not case.deletions_asked:
            # Nothing was asked here: it is the second tap on a Yes, and what it was about is gone already.
            return Turn(Case(), (*(() if thing else (Say("deleted"),)), Forget("" if thing else "deleted_done")))
        if name in ("delete", "delete_yes"):
            return self._delete(case)
        if name == "sources":
            return Turn(case, (Say("sources", buttons=BACK),))
        if name == "language" and arguments:
            return self._speak(case, "/".join(arguments))
        if name in ("unwell", "help", "privacy", "language"):
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
        return self._press_after_consent(case, tap)

    def _press_after_consent(self, case: Case, tap: Tap) -> Turn | None:
        match tap.move, tap.arguments:
            case (("checklist" | "summary") as name, ()):
                return self.command(case, name)
            case "sheet", ():
                return Turn(case, (Say("summary_sheet"), SendPaper("sheet", sheet_values(self.screens.guide, case))))
            case (("keep_files" | "checklist_only") as name, ()):
                case = replace(case, keeps_files=name == "keep_files")
                lead = Say("storage_changed", {"keeps_files": case.keeps_files})
                return Turn(case, (self.screens.prompt(case, lead, replaces=True),))
            case "record", (key,):
                return self.roads.press(self.screens.journey.move(case, "review") or case, "open", key)
            case "text", (use,):
                return self._back_to_the_files(case, self.unplaced.used(case, use, tap.thing))
        sorted_or_parted = self.sorting.press(case, tap) or self.arrivals.part(case, tap)
        return sorted_or_parted or self.roads.aside(case, tap)

    def _back_to_the_files(self, case: Case, turn: Turn | None) -> Turn | None:
        """Whoever was asked about files when they wrote something else is asked about them, and not at their step."""
        if turn is None or case.asked not in QUESTIONS:
            return turn
        *before, last = turn.effects
        asked = self.sorting.ask(turn.case)
        if not (asked and isinstance(last, Say) and last.asks):
            return turn
        return Turn(turn.case, (*before, replace(asked[0], lead=last.lead, replaces=last.replaces)))

    def _unwell(self, case: Case) -> Turn:
        # In a language that was chosen the card itself says all there is to say.
        lines = () if case.language else cards.lines_for(self.ears.lines, case.telegrams_language)
        return Turn(case, (cards.unwell(lines, cards.country_of(case)),))

    def _start(self, case: Case) -> Turn:
        lead = self.screens.recap(case) if case.keeps_files is not None else None
        return Turn(case, (self.screens.prompt(case, lead),))

    def _checklist(self, case: Case) -> Turn:
        """The list, and its two outputs: one page, or all documents."""
        files: Keyboard = ((aside("my_files"),),) if case.documents else ()
        more: Keyboard = ((aside("sheet"),), (aside("pack"),), (aside("review"),))
        return Turn(case, (Say("checklist", checklist_values(self.screens.guide, case), (*BACK, *more, *files)),))

    def _summary(self, case: Case) -> Turn:
        """The summary and its outputs; whose it is, or, once something was sent, what comes next."""
        buttons = (*OUTPUTS, (aside("afterwards" if case.deliveries else "patient"),), *BACK)
        return Turn(case, (Say("summary", summary_values(self.screens.guide, case), buttons),))

    def _help(self) -> Say:
        more = (aside("sources"), aside("privacy"))
        language = ((aside("language"),),) if len(self.languages) > 1 else ()
        return Say("help", buttons=((cards.HELP,), *BACK, more, *language))

    def _language(self, case: Case) -> Turn:
        """In which language the bot is to write: each is called what it calls itself."""
        choose = tuple((speaking(each),) for each in self.languages)
        return Turn(case, (Say("language", buttons=(*choose, *BACK)),))

    def _speak(self, case: Case, language: str) -> Turn | None:
        """From here on in that language; what was asked is asked in it once more."""
        if language not in self.languages:
            return None
        case = replace(case, language=language)
        return Turn(case, (self.screens.prompt(case, replaces=True),))

    def _privacy(self, case: Case) -> Turn:
        switch = "checklist_only" if case.keeps_files else "keep_files"
        agreed = () if case.keeps_files is None else ((aside("export"),), (aside("accesses"),), (aside(switch),))
        values = {"keeps_files": case.keeps_files, "files": len(held(case.documents)), "days": self.days_kept}
        return Turn(case, (Say("privacy", values, (*BACK, *agreed, (aside("delete"),))),))

    def _delete(self, case: Case) -> Turn:
        case = replace(case, deletions_asked=case.deletions_asked + 1)
        buttons = ((aside("delete_yes", thing=case.deletions_asked),), (aside("delete_no"),))
        return Turn(case, (Say("delete_confirm", {"files": len(held(case.documents))}, buttons),))

    def deleted(self, case: Case) -> Turn:
        """Everything that is kept goes for good."""
        gone = Forget("deleted_done", case.for_another)
        return Turn(Case(), (Say("deleted", for_another=case.for_another), gone))

    def _cancel(self, case: Case) -> Turn:
        """Leave whatever side road the patient is on; at a plain step, say that nothing is lost."""
        if off := self.screens.journey.called_off(case):
            return Turn(off, (self.screens.prompt(off, Say("cancelled")),))
        on_the_side = "." in case.step or case.step in self.screens.journey.detours.values()
        moves = ("back", "done", "not_now", "skip") if on_the_side else ()
        moved = next((to for move in moves if (to := self.screens.journey.move(case, move))), None) or case
        return Turn(moved, (self.screens.prompt(moved, Say("cancelled")),))
