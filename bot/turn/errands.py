"""Errands between two chats: who may do which, and that each side hears only what is theirs, in one commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.storage import accesses, cases, errands, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.storage.errands import StoredErrand
from bot.turn.links import PREFIX, fingerprint
from bot.turn.outcome import Incoming, Outcome
from bot.turn.tongues import Tongues
from dialogs.effects import Say
from dialogs.events import ONE_TAP, CameBack, Command, Event, Pressed, WentAway
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandEvent, HelperLeft, HelperTook, OwnLink
from dialogs.roads.errands.helping import NEXT, Held, held
from dialogs.roads.errands.screens import ERRAND_DAYS

Speak = Callable[[Connection, int, tuple[Say, ...], str], Outcome]
Tell = Callable[[Connection, StoredCase, ErrandEvent], Outcome]

BUTTON = "errand/"
"""What the data of a helper's button begins with."""
MOST_TAPS = 10_000


class Errands:
    """Helpers' turns. `say` says something in a chat and a language (empty: its own); `tell` brings an event to a case.

    What a helper does is understood and answered alike in every language.
    """

    def __init__(self, tongues: Tongues, clock: Clock, say: Speak, tell: Tell) -> None:
        self._tongues, dialogue = tongues, tongues.first.dialogue
        self._guide, self._helping = dialogue.guide, dialogue.helping
        self._clock, self._speak, self._tell = clock, say, tell
        self._tapped: dict[int, tuple[int, Pressed]] = {}
        """The last tap of each helper, in memory alone: helpers have no case."""

    def take(self, connection: Connection, incoming: Incoming, own: StoredCase | None) -> list[Outcome] | None:
        """The turn of a helper; None if what happened is the business of the chat's own case."""
        chat_id, event = incoming.chat_id, incoming.event
        match event:
            case Command(name="start", argument=argument) if argument.startswith(PREFIX):
                return self._open(connection, incoming, own, argument)
            case Command(name="start") | WentAway() | CameBack() | None:
                return None
            case Pressed(data=data) if data.startswith(BUTTON):
                return [] if self._is_tapped_again(incoming, event) else self._press(connection, incoming, event)
            case SentFile():
                return self._take_file(connection, chat_id, event, alone=own is None)
        return self._show(connection, chat_id, event) if own is None else None

    def leave(self, connection: Connection, chat_id: int) -> list[Outcome]:
        """Forget a helper: their chat and their name leave every errand, and its patient is told."""
        rows = errands.held_by(connection, chat_id)
        if rows:
            errands.leave(connection, chat_id)
        outcomes = []
        for row in rows:  # a patient may have given them two: each case is read after the turn before it
            if stored := cases.get(connection, row.case_id):
                outcomes.append(self._tell(connection, stored, HelperLeft(self._clock.now(), row.number)))
        return outcomes

    def _open(self, connection: Connection, incoming: Incoming, own: StoredCase | None, argument: str) -> list[Outcome]:
        """Open a link: once, in time, and not by the patient who is to pass it on."""
        now, chat_id = self._clock.now(), incoming.chat_id
        row = errands.by_token(connection, fingerprint(argument))
        if row and own and row.case_id == own.id:
            return [self._tell(connection, own, OwnLink(now))]
        if row and (theirs := self._theirs(connection, chat_id, row)):
            return [self._say(connection, chat_id, (self._helping.card(theirs),))]
        stored = cases.get(connection, row.case_id) if row and row.expires_at > now else None
        errand = stored.case.errand(row.number) if row and stored else None
        until = now + timedelta(days=ERRAND_DAYS)
        if (
            row is None
            or stored is None
            or errand is None
            or errand.state != "offered"
            or not errands.take(connection, row.id, chat_id, until, self._tongues.nearest(incoming.language))
        ):
            return self._gone(connection, incoming)
        work.drop(connection, stored.id, work.ERRAND, str(row.number))
        work.plan(connection, stored.id, work.ERRAND, str(row.number), until)
        accesses.note(connection, stored.id, now, "helper")
        told = self._tell(connection, stored, HelperTook(now, row.number, incoming.sender))
        theirs = self._theirs(connection, chat_id, replace(row, helper_chat_id=chat_id, expires_at=until))
        return [told, self._say(connection, chat_id, self._helping.greet(theirs) if theirs else ())]

    def _press(self, connection: Connection, incoming: Incoming, event: Pressed) -> list[Outcome]:
        chat_id = incoming.chat_id
        number = event.data.split("/")[1]
        row = errands.by_id(connection, int(number)) if number.isdecimal() and len(number) < 19 else None
        theirs = self._theirs(connection, chat_id, row) if row else None
        if row is None or theirs is None:
            return self._gone(connection, incoming)
        return self._respond(connection, chat_id, theirs, row, event)

    def _is_tapped_again(self, incoming: Incoming, event: Pressed) -> bool:
        """Whether it is the second tap of one; an update that is taken a second time, after a fault, is no tap."""
        before = self._tapped.get(incoming.chat_id)
        if len(self._tapped) > MOST_TAPS:
            self._tapped.clear()
        self._tapped[incoming.chat_id] = (incoming.update_id, event)
        if before is None or before[0] == incoming.update_id:
            return False
        return event.button == before[1].button != "" and abs(event.at - before[1].at) <= ONE_TAP

    def _take_file(self, connection: Connection, chat_id: int, file: SentFile, alone: bool) -> list[Outcome] | None:
        """A file is for the errand that waits for it; without a case of their own, for the only errand there is."""
        theirs = self._held_by(connection, chat_id)
        chosen = [each for each in theirs if each[0].files in (NEXT, file.album)]
        chosen = chosen or (theirs if alone and len(theirs) == 1 else [])
        if chosen:
            return self._respond(connection, chat_id, *chosen[0], file)
        if not alone or not theirs:
            return None
        return [self._say(connection, chat_id, self._helping.remind([held for held, _ in theirs], file))]

    def _respond(
        self, connection: Connection, chat_id: int, theirs: Held, row: StoredErrand, event: Pressed | SentFile
    ) -> list[Outcome]:
        if isinstance(event, SentFile):
            event = replace(event, message=0)  # it stands in the helper's chat, not in the patient's
        answer = self._helping.respond(theirs, event)
        if answer.held.files != theirs.files:
            errands.expect(connection, chat_id, row.id, answer.held.files)
        outcomes = [self._say(connection, chat_id, answer.says)]
        if answer.told and (stored := cases.get(connection, row.case_id)):
            outcomes.append(self._tell(connection, stored, answer.told))
        return outcomes

    def _show(self, connection: Connection, chat_id: int, event: Event) -> list[Outcome] | None:
        """Whatever else somebody does who has errands and no case of their own."""
        theirs = [held for held, _ in self._held_by(connection, chat_id)]
        if not theirs:
            return None
        parting = self._helping.wants_to_leave(event)
        if parting or (isinstance(event, Command) and event.name == "delete"):
            said = Say(parting or "errand_forgotten", quiet=bool(parting))
            language = errands.language_of(connection, chat_id)
            return [*self.leave(connection, chat_id), self._say(connection, chat_id, (said,), language)]
        return [self._say(connection, chat_id, self._helping.remind(theirs, event))]

    def _held_by(self, connection: Connection, chat_id: int) -> list[tuple[Held, StoredErrand]]:
        rows = errands.held_by(connection, chat_id)
        return [(theirs, row) for row in rows if (theirs := self._theirs(connection, chat_id, row))]

    def _theirs(self, connection: Connection, chat_id: int, row: StoredErrand) -> Held | None:
        """What a chat may know of an errand: None if it is not theirs, or not any more."""
        if row.helper_chat_id != chat_id or row.expires_at <= self._clock.now():
            return None
        stored = cases.get(connection, row.case_id)
        return held(self._guide, self._helping.quotas, stored.case, row.number, row.id, row.files) if stored else None

    def _gone(self, connection: Connection, incoming: Incoming) -> list[Outcome]:
        """The same for what never was, was used, has ended or is somebody else's: nothing can be learned from it."""
        stored = cases.find(connection, incoming.chat_id)
        language = stored.case.language if stored else self._tongues.nearest(incoming.language)
        return [self._say(connection, incoming.chat_id, (Say("errand_gone"),), language)]

    def _say(self, connection: Connection, chat_id: int, says: tuple[Say, ...], language: str = "") -> Outcome:
        return self._speak(connection, chat_id, says, language)
