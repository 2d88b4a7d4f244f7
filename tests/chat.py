"""A conversation as a test writes it: what the patient does, what the bot says. No wording, no Telegram, no clock."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dialogs import checklist, schedule, subjects
from dialogs.case import Case, DocumentState
from dialogs.day_words import read_days
from dialogs.dialogue import Dialogue
from dialogs.effects import Erase, Fetch, Forget, Say, SendPaper, Turn, Unlock, Unsay
from dialogs.events import (
    CameBack,
    Command,
    Edited,
    Event,
    Inspected,
    Pressed,
    ReminderDue,
    SentFile,
    SentOther,
    StillFetching,
    Stumbled,
    TextRead,
    WentAway,
    Wrote,
)
from dialogs.facts import NOTHING_READ, Facts
from dialogs.guide import Guide, Record
from dialogs.messages import MESSAGES
from dialogs.safety import Safety
from dialogs.stored import from_plain, to_plain
from dialogs.zones import read_places

NO_UPLOAD = ("elsewhere", "asked", "missing", "not_applicable", "unsure")
SMALL_GUIDE = Guide(
    records=(
        Record("report"),
        Record("slides", answers=NO_UPLOAD, follows="report", numbered=False, letter="slides", loan=True),
        Record("scans"),
        Record("discs", answers=NO_UPLOAD, follows="scans", letter="disc"),
        Record("plan"),
    ),
    most_important="report",
    start_with=("report", "scans", "plan"),
    example_questions=("complete", "trial"),
    bring_forward=("benefits",),
    recent=("scans",),
    scan_reports="scans",
)
ENGLISH = Path(__file__).resolve().parents[1] / "content" / "en"
DAYS, PLACES = read_days(ENGLISH / "days.toml"), read_places(ENGLISH / "places.toml")
A_MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def names_of(data: str) -> set[str]:
    """What a test may call a button: "files.one@7/turn/90" is "turn/90", "turn" and "files.one/turn" as well."""
    place, _, rest = data.partition("/")
    step, move = place.partition("@")[0], rest.partition("/")[0]
    if move == rest or step == "aside":
        return {rest, f"{step}/{rest}"}
    return {rest, f"{step}/{rest}", move, f"{step}/{move}"}


@dataclass
class Chat:
    """One patient's chat with the dialogue. Every turn is made twice, and every case goes through JSON."""

    guide: Guide = SMALL_GUIDE
    safety: Safety = field(default_factory=Safety)
    case: Case = field(default_factory=Case)
    now: datetime = A_MORNING
    turn: Turn = field(default_factory=lambda: Turn(Case()))
    shown: list[Say] = field(default_factory=list)
    forgotten: bool = False
    reads_print: bool = False

    def __post_init__(self) -> None:
        self.dialogue = Dialogue(self.guide, self.safety, DAYS, PLACES, self.reads_print)
        self._albums = 0

    # What happens

    def happens(self, event: Event) -> None:
        self.turn = self.dialogue.respond(self.case, event)
        assert self.turn == self.dialogue.respond(self.case, event), "the same event gave two different turns"
        self.case = from_plain(json.loads(json.dumps(to_plain(self.turn.case))))
        assert self.case == self.turn.case, "the case did not survive being stored"
        for say in self._said():
            assert set(say.values) <= MESSAGES[say.name], f"{say.name} has values its template does not know"
        self.shown += [effect for effect in self.turn.effects if isinstance(effect, Say)]
        self.forgotten = any(isinstance(effect, Forget) for effect in self.turn.effects)

    def patient_presses(self, *names: str) -> None:
        """Tap buttons one after another: the newest shown button of that name, or of that whole data.

        A name is the move, with its step before it or not; what the button is about need not be said.
        """
        for name in names:
            buttons = [button for say in reversed(self.shown) for row in say.buttons for button in row]
            fitting = [b.data for b in buttons if name in {b.data, *names_of(b.data)}]
            assert fitting, f"no button {name!r} was ever shown"
            self.patient_presses_data(fitting[0])

    def patient_presses_here(self, move: str) -> None:
        """Tap a button of the present step as it would be shown now."""
        shown = [button.data for row in self.dialogue.screens.buttons(self.case) for button in row]
        named = f"{subjects.place(self.case)}/{move}"
        self.patient_presses_data(next((data for data in shown if move in names_of(data)), named))

    def patient_presses_data(self, data: str) -> None:
        assert len(data.encode()) <= 64, "Telegram takes 64 bytes of button data"
        self.happens(Pressed(self.now, data))

    def patient_writes(self, text: str, forwarded: bool = False) -> None:
        self.happens(Wrote(self.now, text, forwarded))

    def patient_commands(self, name: str) -> None:
        self.happens(Command(self.now, name))

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
    ) -> None:
        """What was found in a file; without a digest of its own it is like no other."""
        digest = digest or f"{document:032x}"
        self.happens(Inspected(self.now, document, found, pages, remarks, facts, kind, digest))

    def bot_cannot_fetch_yet(self, document: int) -> None:
        self.happens(StillFetching(self.now, document))

    def bot_has_read(self, document: int, facts: Facts) -> None:
        self.happens(TextRead(self.now, document, facts))

    def patient_sends_something_else(self, kind: str) -> None:
        self.happens(SentOther(self.now, kind))

    def patient_edits_a_message(self, words: str = "", file: bool = False) -> None:
        self.happens(Edited(self.now, words, file))

    def patient_goes_away(self) -> None:
        self.happens(WentAway(self.now))

    def patient_comes_back(self) -> None:
        self.happens(CameBack(self.now))

    def bot_stumbles(self) -> None:
        self.happens(Stumbled(self.now))

    def days_pass(self, days: int) -> list[str]:
        """Let time pass; the names of what was said in it."""
        end, said = self.now + timedelta(days=days), []
        while (due := schedule.due(self.case)) and due <= end:
            self.now = max(self.now, due)
            self.happens(ReminderDue(self.now, due))
            said += [say.name for say in self._said()]
        self.now = end
        return said

    def happens_at(self, step: str, what: Callable[[], object]) -> None:
        """Let something happen while the patient stands at a step."""
        self.case = replace(self.case, step=step, returns_to=())
        what()

    def patient_walks_to(self, step: str) -> None:
        """Agree, and skip everything before a step."""
        self.patient_presses_data("welcome/begin")
        self.patient_presses_data("consent/keep_files")
        for _ in range(20):
            if self.case.step == step:
                return
            move = {"decision": "not_sure", "questions": "done", "review": "finish"}
            move |= {"date": "not_now", "reminders": "not_now"}
            self.patient_presses_data(f"{self.case.step}/{move.get(self.case.step, 'later')}")
        raise AssertionError(f"{step} was never reached")

    # What the bot did

    def _said(self) -> list[Say]:
        said = []
        for effect in self.turn.effects:
            while isinstance(effect, Say):
                said.append(effect)
                effect = effect.lead
        return said

    def bot_says(self, *names: str) -> None:
        said = [say.name for say in self._said()]
        for name in names:
            assert name in said, f"{name} was not said, but {said}"

    def bot_says_nothing(self) -> None:
        assert not self._said()

    def bot_does_not_say(self, name: str) -> None:
        assert name not in [say.name for say in self._said()]

    def said(self, name: str) -> Say:
        """The message of that name in the last turn."""
        return next(say for say in self._said() if say.name == name)

    def bot_offers(self, *names: str) -> None:
        offered = self.buttons()
        for name in names:
            assert name in offered, f"{name} is not offered, but {sorted(offered)}"

    def bot_does_not_offer(self, *names: str) -> None:
        assert not set(names) & self.buttons()

    def buttons(self) -> set[str]:
        return {name for say in self._said() for row in say.buttons for b in row for name in names_of(b.data)}

    def patient_is_at(self, step: str) -> None:
        assert self.case.step == step

    def bot_keeps(self, **records: int) -> None:
        """How many readable files are kept for each record named."""
        for record, count in records.items():
            kept = [each for each in self.case.documents_of(record) if each.state == "readable"]
            assert len(kept) == count, f"{record}: {len(kept)} kept"

    def bot_keeps_nothing(self) -> None:
        assert not [each for each in self.case.documents if each.state == "readable"]

    def bot_fetches_nothing(self) -> None:
        assert not [effect for effect in self.turn.effects if isinstance(effect, Fetch)]

    def bot_sends_a_paper(self, kind: str) -> None:
        assert kind in [effect.kind for effect in self.turn.effects if isinstance(effect, SendPaper)]

    def bot_erases(self, *documents: int) -> None:
        assert [effect.document for effect in self.turn.effects if isinstance(effect, Erase)] == list(documents)

    def bot_tries_the_password(self, document: int, password: str) -> None:
        assert [effect for effect in self.turn.effects if isinstance(effect, Unlock)] == [Unlock(document, password)]

    def bot_takes_the_message_away(self) -> None:
        assert Unsay() in self.turn.effects

    def hints(self) -> list[str]:
        """The kinds of suggestions in the last turn."""
        return [say.name.removeprefix("hint_") for say in self._said() if say.name.startswith("hint_")]

    def names_in_order(self, record: str) -> list[str]:
        return [each.title or each.name for each in self.case.documents_of(record)]

    def checklist_says(self, **standings: str) -> None:
        lines = {line.record: line.standing for line in checklist.checklist(self.guide, self.case).lines}
        for record, standing in standings.items():
            assert lines[record] == standing, f"{record} stands at {lines[record]}"

    def group_of(self, record: str) -> str:
        lines = {line.record: line.group for line in checklist.checklist(self.guide, self.case).lines}
        return lines[record]
