"""A helper beside a patient's chat: what `bot.turn.errands` does between two chats, without a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogs.case.document import DocumentState
from dialogs.effects import Fetch, Say, TellHelper
from dialogs.events import Command, Event, Pressed, SentOther, Wrote
from dialogs.proofreading.chat import Chat
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandOver, HelperLeft, HelperTook
from dialogs.roads.errands.helping import Held, held


@dataclass
class Helper:
    """Somebody with one errand of that patient, and no case of their own."""

    chat: Chat
    number: int
    files: str = ""
    said: list[Say] = field(default_factory=list)
    """What the last act brought, each message with what leads it."""
    shown: list[Say] = field(default_factory=list)

    def opens_the_link(self, name: str = "Mia") -> None:
        self.chat.happens(HelperTook(self.chat.now, self.number, name))
        theirs = self._held()
        self._hears(self.chat.dialogue.helping.greet(theirs) if theirs else (Say("errand_gone"),))

    def presses(self, move: str) -> None:
        self._acts(Pressed(self.chat.now, f"errand/1/{move}"))

    def sends(self, name: str, album: str = "m1", size: int = 1000, caption: str = "") -> int:
        """Send a file for the errand; its number in the patient's case, or 0 if it was not taken."""
        before = self.chat.case.files_seen
        self._acts(SentFile(self.chat.now, "id", name, size, album, caption))
        fetched = [effect.document for effect in self.chat.turn.effects if isinstance(effect, Fetch)]
        return fetched[0] if fetched and self.chat.case.files_seen > before else 0

    def hears_of_the_file(self, document: int, found: DocumentState) -> None:
        self.chat.bot_has_looked_at(document, found)
        self._hears(effect.say for effect in self.chat.turn.effects if isinstance(effect, TellHelper))

    def writes(self, text: str) -> None:
        self._says_something(Wrote(self.chat.now, text))

    def sends_a_sticker(self) -> None:
        self._says_something(SentOther(self.chat.now, "sticker"))

    def commands(self, name: str) -> None:
        self._says_something(Command(self.chat.now, name))

    def leaves(self) -> None:
        self.chat.happens(HelperLeft(self.chat.now, self.number))

    def lets_time_pass(self) -> None:
        self.chat.happens(ErrandOver(self.chat.now, self.number))

    def _held(self) -> Held | None:
        dialogue = self.chat.dialogue
        return held(dialogue.guide, dialogue.helping.quotas, self.chat.case, self.number, 1, self.files)

    def _acts(self, event: Pressed | SentFile) -> None:
        theirs = self._held()
        if theirs is None:
            self._hears((Say("errand_gone"),))
            return
        answer = self.chat.dialogue.helping.respond(theirs, event)
        self.files = answer.held.files
        self._hears(answer.says)
        if answer.told:
            self.chat.happens(answer.told)

    def _says_something(self, event: Event) -> None:
        theirs = self._held()
        self._hears(self.chat.dialogue.helping.remind([theirs], event) if theirs else (Say("errand_gone"),))

    def _hears(self, says: Iterable[Say]) -> None:
        self.said = []
        for each in says:
            say: Say | None = each
            while say:
                self.said.append(say)
                say = say.lead
        self.shown += self.said
