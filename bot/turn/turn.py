"""One turn: load the case, let the dialogue respond, and store everything that follows from it in one commit."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.clock import Clock
from bot.storage import accesses, cases, errands, expiring, outbox, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.storage.work import Task
from bot.turn.done import Done
from bot.turn.effects import carry_out, messages
from bot.turn.envelopes import Unsent, sealed
from bot.turn.errands import Errands
from bot.turn.keeping import keep
from bot.turn.last_words import LastWords
from bot.turn.links import Links
from bot.turn.opened import shown
from bot.turn.outcome import Incoming, Outcome, Unlocking, together, urgency_of
from bot.turn.reminder import plan_expiry, plan_reminder
from bot.turn.tongues import Tongues
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.dialogue import Dialogue
from dialogs.effects import Say, Turn
from dialogs.events import CameBack, Event, Pressed, Stumbled, WentAway, is_act
from dialogs.roads.keeping.events import DaysRunOut
from dialogs.roads.keeping.expiry import WARNINGS
from dialogs.words.wording import Wording

log = logging.getLogger(__name__)


class Turns:
    """Turns events into commits. Its methods run in the writer's thread, inside its transaction."""

    def __init__(
        self,
        dialogue: Dialogue,
        wording: Wording,
        vault: Vault,
        clock: Clock,
        bot_name: Callable[[], str] = str,
        others: Mapping[str, Content] = MappingProxyType({}),
    ) -> None:
        self._vault, self._clock = vault, clock
        self._tongues = Tongues(dialogue, wording, others)
        self._links = Links(bot_name)
        self.errands = Errands(self._tongues, clock, self._say, self._by_itself)

    def take(self, connection: Connection, incoming: Incoming) -> Outcome:
        """Take an update: once, however often it is delivered."""
        # The case first: whoever takes the two in another order may wait for whoever waits for them.
        stored = cases.find(connection, incoming.chat_id) if incoming.event and not incoming.group else None
        if not cases.take_update(connection, incoming.update_id, self._clock.now()):
            return Outcome()
        if incoming.group:
            return self._leave_group(connection, incoming)
        if incoming.event is None:
            return Outcome()
        if stored is None and isinstance(incoming.event, WentAway | CameBack):
            return Outcome()  # nobody we know: blocking the bot after a deletion must not open a case again
        helped = self.errands.take(connection, incoming, stored)
        if helped is not None:
            if stored:  # whoever helps another in their own chat is there, too
                cases.acted(connection, stored.id, self._clock.now())
            done = together(helped)
            return replace(done, messages=outbox.move(connection, done.messages, incoming.chat_id, incoming.topic))
        language = self._tongues.nearest(incoming.language)
        caseless = self._tongues.of(language).dialogue.caseless
        if stored is None and caseless.asks_where_help_is(incoming.event):
            help_now = caseless.answer(incoming.event, language=incoming.language)  # nothing is kept of who asks for it
            return self._say(connection, incoming.chat_id, (help_now,) if help_now else (), language)
        return self._turn(connection, stored or self._open_case(connection, incoming), incoming.event, incoming)

    def give_up(self, connection: Connection, incoming: Incoming, failure: str) -> Outcome:
        """Record an update that cannot be handled, without its content, and tell the patient kindly: once."""
        if not self.bury(connection, incoming, failure) or incoming.group:
            return Outcome()
        if stored := cases.find(connection, incoming.chat_id):  # they did something, whatever we made of it
            cases.acted(connection, stored.id, self._clock.now())
        return self.tell(connection, incoming.chat_id, Stumbled(self._clock.now()))

    def bury(self, connection: Connection, incoming: Incoming, failure: str) -> bool:
        """Only record that an update cannot be handled; False if it had been taken before."""
        fresh = cases.take_update(connection, incoming.update_id, self._clock.now())
        if fresh:
            cases.mark_failed(connection, incoming.update_id, failure)
        return fresh

    def report(self, connection: Connection, task: Task, done: Done) -> Outcome | None:
        """Finish a task and tell the dialogue what came of it, once, and only if nobody else has begun it meanwhile.

        None: its case is gone.
        """
        stored = cases.get(connection, task.case_id)
        is_ours = work.finish(connection, task.claim)
        if stored is None:
            return self._say_at_last(connection, task) if task.kind == work.ERASE and is_ours else None
        if not is_ours:
            return Outcome()
        keep(connection, stored, done, self._clock.now())
        return self._turn(connection, stored, done.event, None) if done.event else Outcome()

    def _say_at_last(self, connection: Connection, task: Task) -> Outcome | None:
        """What was promised to be said once all of a deleted case is gone."""
        if not task.details:
            return None
        last_words = LastWords.opened(task.details)
        return replace(self._say(connection, last_words.chat_id, (last_words.say,), last_words.language), gone=True)

    def report_unlocked(self, connection: Connection, unlocking: Unlocking, done: Done) -> Outcome | None:
        """Tell the dialogue what came of a password. None: the case is gone, and so must be what was kept for it."""
        stored = cases.get(connection, unlocking.case_id)
        if stored is None:
            return None
        if stored.case.document(unlocking.document) is None:  # deleted meanwhile: it must not lie there again
            work.plan(connection, stored.id, work.ERASE, str(unlocking.document), self._clock.now())
            return Outcome(planned=True)
        keep(connection, stored, done, self._clock.now())
        return self._turn(connection, stored, done.event, None) if done.event else Outcome()

    def tell(self, connection: Connection, chat_id: int, event: Event) -> Outcome:
        """An event that no update brought: sending showed that a patient went away, or a message could not be made."""
        stored = cases.find(connection, chat_id)
        return self._turn(connection, stored, event, None) if stored else Outcome()

    def tell_case(self, connection: Connection, case_id: str, event: Event) -> Outcome:
        """An event that concerns one case, from nobody in particular."""
        stored = cases.get(connection, case_id)
        return self._turn(connection, stored, event, None) if stored else Outcome()

    def _open_case(self, connection: Connection, incoming: Incoming) -> StoredCase:
        case_id, case = secrets.token_hex(16), self._tongues.new_case(incoming.language)
        stored = StoredCase(case_id, incoming.chat_id, self._vault.new_case_key(case_id), case, latest_message=0)
        if cases.add(connection, stored, self._clock.now()):
            return stored
        return cases.find(connection, incoming.chat_id) or stored

    def _by_itself(self, connection: Connection, stored: StoredCase, event: Event) -> Outcome:
        return self._turn(connection, stored, event, None)

    def _turn(self, connection: Connection, stored: StoredCase, event: Event, incoming: Incoming | None) -> Outcome:
        before, stored = stored, stored.reached_by(incoming.message_id, incoming.topic) if incoming else stored
        # A card below which nothing was said turns its page in place; any other answer is a new message.
        tapped = incoming.message_id if incoming and isinstance(event, Pressed) else 0
        page = tapped if tapped >= before.latest_message else 0
        acted = incoming is not None and is_act(event)
        if isinstance(event, DaysRunOut):
            unsaid = expiring.is_unsaid(connection, stored.chat_id, WARNINGS)
            event = replace(event, acted=expiring.acted_at(connection, stored.id), unsaid=unsaid)
        kind, went_well = type(event).__name__, True
        try:
            turn = self._tongues.of(stored.case.language).dialogue.respond(stored.case, event)
            turn = shown(turn, lambda at_most: accesses.of(connection, stored.id, at_most))
            turn, contents = self._in_words(stored.case, turn, event, page, incoming.message_id if incoming else 0)
        except Exception:
            log.exception("a turn failed at %s", kind, extra={"at": kind})
            went_well = False
            if incoming:
                cases.mark_failed(connection, incoming.update_id, "turn failed")
            turn, contents = self._stumble(stored.case, event)
        settled = tapped if turn.replaces and (not page or turn.comes_anew) else 0
        contents += [("settle", "settle", "", {"message": settled})] if settled else []
        urgency = urgency_of(event, incoming is not None)
        return self._store(connection, before, stored, turn, contents, urgency, acted, (kind, went_well))

    def _in_words(
        self, before: Case, turn: Turn, event: Event, page: int, message: int = 0
    ) -> tuple[Turn, list[Unsent]]:
        """A turn, and its messages: all that needs no database. A case that is gone is spoken to as it was before."""
        turn = self._links.put_into(turn)
        tongue = self._tongues.of(turn.case.language or before.language)
        return turn, messages(turn, tongue.envelopes, tongue.papers, page, event.at, message)

    def _stumble(self, case: Case, event: Event) -> tuple[Turn, list[Unsent]]:
        try:
            stumbled = Stumbled(event.at)
            return self._in_words(case, self._tongues.of(case.language).dialogue.respond(case, stumbled), stumbled, 0)
        except Exception:  # the very step cannot be said: then at least that
            return Turn(case), [self._tongues.of(case.language).envelopes.message(Say("stumbled"))]

    def _store(
        self,
        connection: Connection,
        was: StoredCase,
        stored: StoredCase,
        turn: Turn,
        contents: list[Unsent],
        urgency: int,
        acted: bool,
        turned: tuple[str, bool],
    ) -> Outcome:
        now = self._clock.now()
        carried = carry_out(connection, stored, turn, now)
        if not carried.forgotten and replace(stored, case=turn.case) != was:
            cases.save(connection, replace(stored, case=turn.case), now, acted)
            plan_reminder(connection, stored, turn.case)  # nobody need be woken for it: a look comes every second
            plan_expiry(connection, stored, turn.case)
        elif acted and not carried.forgotten:
            cases.acted(connection, stored.id, now)
        owner = None if carried.forgotten else stored.owner
        posted = [
            outbox.post(connection, stored.chat_id, kind, name, stored.message(content), now, slot, urgency, owner)
            for kind, name, slot, content in contents
        ]
        others = [self._say(connection, chat_id, (say,)) for chat_id, say in carried.told]
        if carried.forgotten:
            others += self.errands.leave(connection, stored.chat_id)
        forgotten = stored.chat_id if carried.forgotten else 0
        outcome = Outcome(tuple(posted), carried.planned, forgotten, carried.unlocking, turns=(turned,))
        return together([outcome, *others]) if others else outcome

    def _say(self, connection: Connection, chat_id: int, says: tuple[Say, ...], language: str = "") -> Outcome:
        """Say something that belongs to no case; without a language in that of the errand that the chat has."""
        now = self._clock.now()
        envelopes = self._tongues.of(language or errands.language_of(connection, chat_id)).envelopes
        messages = (envelopes.message(say) for say in says)
        return Outcome(
            tuple(
                outbox.post(connection, chat_id, kind, name, sealed(content), now, urgency=outbox.ANSWER)
                for kind, name, _, content in messages
            )
        )

    def _leave_group(self, connection: Connection, incoming: Incoming) -> Outcome:
        greeting = self._say(
            connection,
            incoming.chat_id,
            (Say("group"),) if incoming.joined else (),
            self._tongues.nearest(incoming.language),
        )
        leave = outbox.post(connection, incoming.chat_id, "leave", "leave", "{}", self._clock.now())
        return Outcome((*greeting.messages, leave))
