"""A chat played through without Telegram, database or clock: what the patient does, what the bot does, what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from dialogs.case.case import Case
from dialogs.case.document import DocumentState
from dialogs.case.facts import NOTHING_READ, Facts
from dialogs.dialogue import Dialogue
from dialogs.effects import Fetch, Say, TakeOut, Turn
from dialogs.events import (
    CameBack,
    Command,
    Edited,
    Event,
    FellBehind,
    Inspected,
    NotShown,
    NotShownReason,
    Pressed,
    ReminderDue,
    SentOther,
    StillFetching,
    Stumbled,
    TextRead,
    WentAway,
    Wrote,
)
from dialogs.receiving.contents import NOTHING_IN_IT, Contents, Enclosed
from dialogs.receiving.sent import SentFile
from dialogs.roads.reminders import schedule

A_MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def names_of(data: str) -> set[str]:
    """What a button may be called: "files.one@7/turn/90" is "turn/90", "turn" and "files.one/turn" as well."""
    place, _, rest = data.partition("/")
    step, move = place.partition("@")[0], rest.partition("/")[0]
    if move == rest or step == "aside":
        return {rest, f"{step}/{rest}"}
    return {rest, f"{step}/{rest}", move, f"{step}/{move}"}


@dataclass(kw_only=True)
class Chat:
    """One patient's chat with a dialogue."""

    dialogue: Dialogue
    case: Case = field(default_factory=Case)
    now: datetime = A_MORNING
    turn: Turn = field(default_factory=lambda: Turn(Case()))
    shown: list[Say] = field(default_factory=list)
    _albums: int = 0

    def happens(self, event: Event) -> None:
        self.turn = self.dialogue.respond(self.case, event)
        self.case = self.turn.case
        self.shown += [effect for effect in self.turn.effects if isinstance(effect, Say)]

    def patient_presses(self, *names: str) -> None:
        """Tap buttons one after another: the newest shown button of that name, or of that whole data.

        A name is the move, with its step before it or not; what the button is about need not be said. What was never
        in sight, but is open here, is tapped as an older card has it.
        """
        for name in names:
            buttons = [button for say in reversed(self.shown) for row in say.buttons for button in row if button.data]
            fitting = [b.data for b in buttons if name in {b.data, *names_of(b.data)}]
            if not fitting and name in self.dialogue.journey.moves_from(self.case):
                fitting = [f"{self.dialogue.journey.place(self.case)}/{name}"]
            assert fitting, f"no button {name!r} was ever shown"
            self.patient_presses_data(fitting[0])

    def patient_presses_here(self, move: str) -> None:
        """Tap a button of the present step as it would be shown now."""
        shown = [button.data for row in self.dialogue.screens.buttons(self.case) for button in row]
        named = f"{self.dialogue.journey.place(self.case)}/{move}"
        self.patient_presses_data(next((data for data in shown if move in names_of(data)), named))

    def patient_presses_data(self, data: str) -> None:
        self.happens(Pressed(self.now, data))

    def patient_writes(self, text: str, forwarded: bool = False, quote: str = "") -> None:
        self.happens(Wrote(self.now, text, forwarded, quote))

    def patient_commands(self, name: str, words: str = "") -> None:
        self.happens(Command(self.now, name, words=words))

    def patient_sends(
        self,
        *names: str,
        found: DocumentState = "readable",
        pages: int = 1,
        size: int = 1000,
        caption: str = "",
        **read: Any,
    ) -> None:
        """Send files together; each is fetched and looked at, and `found` is what comes of it."""
        for document in self.patient_uploads(*names, size=size, caption=caption):
            self.bot_has_looked_at(document, found, pages if found == "readable" else 0, **read)

    def patient_uploads(self, *names: str, size: int = 1000, caption: str = "") -> list[int]:
        """Send files together; the bot has not looked at them yet."""
        self._albums += 1
        fetched: list[int] = []
        for number, name in enumerate(names):
            self.happens(SentFile(self.now, f"id-{self._albums}-{number}", name, size, f"a{self._albums}", caption))
            fetched += [effect.document for effect in self.turn.effects if isinstance(effect, Fetch)]
        return fetched

    def bot_has_looked_at(
        self,
        document: int,
        found: DocumentState = "readable",
        pages: int = 1,
        facts: Facts = NOTHING_READ,
        remarks: tuple[str, ...] = (),
        kind: str = "pdf",
        digest: str = "",
        drawn: tuple[int, ...] = (),
        compared: int = 1,
        contents: Contents = NOTHING_IN_IT,
        stands: int = 0,
        sheet: tuple[int, ...] = (),
    ) -> None:
        """What was found in a file; without a digest of its own it is like no other."""
        digest = digest or f"{document:032x}"
        known = (found, pages, remarks, facts, kind, digest, drawn, compared, stands, sheet, contents)
        self.happens(Inspected(self.now, document, *known))

    def bot_has_opened(self, document: int, *names: str, kind: str = "zip", **more: Any) -> list[int]:
        """A file only held others, of these names; their numbers, for those that are taken out."""
        enclosed = tuple(Enclosed(f"{place}", name, 1000) for place, name in enumerate(names))
        self.bot_has_looked_at(document, "opened", 0, kind=kind, contents=Contents(enclosed, **more))
        return [effect.document for effect in self.turn.effects if isinstance(effect, TakeOut)]

    def bot_cannot_fetch_yet(self, document: int) -> None:
        self.happens(StillFetching(self.now, document))

    def bot_has_read(self, document: int, facts: Facts, stands: int | None = None) -> None:
        self.happens(TextRead(self.now, document, facts, stands))

    def patient_sends_something_else(self, kind: str, words: str = "") -> None:
        self.happens(SentOther(self.now, kind, words))

    def patient_edits_a_message(self, words: str = "", file: bool = False) -> None:
        self.happens(Edited(self.now, words, file))

    def patient_goes_away(self) -> None:
        self.happens(WentAway(self.now))

    def patient_comes_back(self) -> None:
        self.happens(CameBack(self.now))

    def bot_cannot_draw(self, why: NotShownReason) -> None:
        self.happens(NotShown(self.now, why))

    def bot_stumbles(self) -> None:
        self.happens(Stumbled(self.now))

    def bot_falls_behind(self) -> None:
        self.happens(FellBehind(self.now))

    def days_pass(self, days: int) -> list[str]:
        """Let time pass; the names of what was said in it."""
        end, said = self.now + timedelta(days=days), []
        while (due := schedule.due(self.case)) and due <= end:
            self.now = max(self.now, due)
            self.happens(ReminderDue(self.now, due))
            said += [say.name for say in self.said_now()]
        self.now = end
        return said

    def at(self, step: str) -> Self:
        """The same chat, its patient standing at a step."""
        self.case = replace(self.case, step=step, returns_to=())
        return self

    def happens_at(self, step: str, what: Callable[[], object]) -> None:
        """Let something happen while the patient stands at a step."""
        self.at(step)
        what()

    def patient_walks_to(self, step: str) -> None:
        """Agree, and skip everything before a step."""
        self.patient_presses_data("welcome/begin")
        self.patient_presses_data("consent/keep_files")
        if step == "review":  # it lies beside the path: the list is opened from its end
            self.patient_walks_on_to("summary")
            self.patient_presses_data("summary/review")
            return
        self.patient_walks_on_to(step)

    def patient_walks_on_to(self, step: str) -> None:
        """Skip everything before a step of the path."""
        for _ in range(len(self.dialogue.guide.records) + 9):
            if self.case.step == step:
                return
            move = {"gather": "go_on", "decision": "not_sure", "enough": "go_on", "questions": "done"}
            move |= dict.fromkeys(("date", "destination", "reminders"), "not_now")
            self.patient_presses_data(f"{self.case.step}/{move.get(self.case.step, 'later')}")
        raise AssertionError(f"{step} was never reached")

    def said_now(self) -> list[Say]:
        """What was said in the last turn, each message with what leads it."""
        said: list[Say] = []
        for effect in self.turn.effects:
            say = effect if isinstance(effect, Say) else None
            while say:
                said.append(say)
                say = say.lead
        return said

    def said(self, name: str) -> Say:
        """The message of that name in the last turn."""
        return next(say for say in self.said_now() if say.name == name)
