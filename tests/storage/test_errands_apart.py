"""Patients and helpers who try each other's links, buttons and ids, in any order: nobody reads what is another's."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, delete, select

from bot.storage import cases, work
from bot.storage.tables import errands as errand_rows
from bot.storage.tables import metadata
from bot.turn.done import Done
from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.events import Command, Event, Pressed, Wrote
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandOver
from tests.storage.errands import everything_stored
from tests.storage.patients import MovableClock
from tests.storage.trouble import pragma

RECORDS = {
    1: ("labs", "staging", "biomarkers"),
    2: ("procedures", "treatment_plan", "medications"),
    3: ("pathology", "imaging_reports", "visit_notes"),
}
"""Three patients, by chat; no two hand out the same record, so that a title tells whose it is."""
HELPERS = (4, 5)
EVERYBODY = (*RECORDS, *HELPERS)
TOLD = {"errand_taken", "errand_done", "errand_file", "errand_returned", "errand_left", "receipt"}


@dataclass
class Given:
    """A link, and who may use what is behind it."""

    argument: str
    owner: int
    record: str
    until: datetime
    helper: int = 0
    number: int = 0
    over: bool = False


def secret(chat: int) -> str:
    return f"Kanarienvogel{chat}"


def name(chat: int) -> str:
    return f"Vorname{chat}"


def machine(engine: Engine, turns: Turns, clock: MovableClock, content: Content) -> type[RuleBasedStateMachine]:
    titles = {record: content.wording.title(record) for kinds in RECORDS.values() for record in kinds}
    people, late = st.sampled_from(EVERYBODY), st.integers(0, 7)  # how late among what was shown: the newest is 0

    class Apart(RuleBasedStateMachine):
        """Each act is one committed turn; every message of it is looked at."""

        @initialize()
        def everybody_begins(self) -> None:
            with engine.begin() as connection:
                for table in metadata.sorted_tables:
                    connection.execute(delete(table))
            self.links: list[Given] = []
            self.buttons: list[str] = ["errand/1/done", "errand/2/send", "errands/end/1", "errands/look/1"]
            self.numbers = count(1)
            for chat in RECORDS:
                self.begins(chat)

        def begins(self, chat: int) -> None:
            for data in ("welcome/begin", "consent/keep_files"):
                self.act(chat, Pressed(clock.now(), data))
            self.act(chat, Wrote(clock.now(), secret(chat)))

        # What people do

        @rule(chat=st.sampled_from(tuple(RECORDS)), which=st.integers(0, 2))
        def hands_out(self, chat: int, which: int) -> None:
            record = RECORDS[chat][which]
            self.act(chat, Command(clock.now(), "errands"))
            outcome = self.act(chat, Pressed(clock.now(), f"errands/give/{record}"))
            for message in outcome.messages:
                if message.name == "errand_link":
                    argument = re.findall(r"start=([\w-]+)", json.loads(message.content)["text"])[0]
                    number = self.case(chat).errands[-1].number
                    self.links.append(Given(argument, chat, record, clock.now() + timedelta(days=7), number=number))

        @rule(chat=st.sampled_from(tuple(RECORDS)), which=st.integers(0, 2), helper=people)
        def hands_out_to_somebody(self, chat: int, which: int, helper: int) -> None:
            self.hands_out(chat, which)
            self.opens_a_link(helper, 0)

        @rule(chat=people, which=late)
        def opens_a_link(self, chat: int, which: int) -> None:
            argument = self.links[-1 - which % len(self.links)].argument if self.links else "e-none"
            outcome = self.act(chat, Command(clock.now(), "start", argument))
            if "errand_hello" in [message.name for message in outcome.messages]:
                given = self.links[-1 - which % len(self.links)]
                assert not given.helper, "a link opens once"
                assert not given.over
                assert given.owner != chat
                assert given.until > clock.now()
                given.helper, given.until = chat, clock.now() + timedelta(days=30)
                self.look(chat, outcome)

        @rule(chat=people, which=late)
        def taps_what_anybody_was_shown(self, chat: int, which: int) -> None:
            data = self.buttons[-1 - which % len(self.buttons)]
            mine = [each for each in self.links if each.helper == chat and not each.over]
            if data.startswith("errands/end/"):
                self.close(owner=chat, number=int(data.rpartition("/")[2]), at="errands")
            outcome = self.act(chat, Pressed(clock.now(), data))
            if {"errand_thanks", "errand_given_back"} & {message.name for message in outcome.messages}:
                assert mine, "only who holds an errand can end it"
                told = {message.chat_id for message in outcome.messages} - {chat}
                assert told <= {each.owner for each in mine}
                for each in mine:  # which of theirs it was stands in the case
                    case = self.case(each.owner)
                    errand = case.errand(each.number) if case else None
                    each.over = errand is None or errand.state != "taken"

        @rule(chat=people, album=st.sampled_from(["a1", "a2"]))
        def sends_a_file(self, chat: int, album: str) -> None:
            self.act(chat, SentFile(clock.now(), f"id {secret(chat)}", f"{secret(chat)}.pdf", 9, album))

        @rule(chat=people, text=st.sampled_from(["hello", "I cannot breathe"]))
        def writes(self, chat: int, text: str) -> None:
            self.act(chat, Wrote(clock.now(), text))

        @rule(chat=people, command=st.sampled_from(["checklist", "summary", "help", "errands", "start"]))
        def commands(self, chat: int, command: str) -> None:
            self.act(chat, Command(clock.now(), command))

        @rule(chat=people)
        def deletes_everything(self, chat: int) -> None:
            self.act(chat, Command(clock.now(), "delete"))
            if self.case(chat):
                self.act(chat, Pressed(clock.now(), f"aside@{self.case(chat).deletions_asked}/delete_yes"))
            for each in self.links:
                each.over = each.over or each.owner == chat or each.helper == chat
            with engine.begin() as connection:
                held = connection.scalars(select(errand_rows.c.id).where(errand_rows.c.helper_chat_id == chat)).all()
            assert not held
            assert not [row for row in everything_stored(engine) if name(chat) in row], "a helper's name goes with them"
            if chat in RECORDS:
                self.begins(chat)

        @rule(days=st.sampled_from([1, 8, 31]), worker=st.booleans())
        def time_passes(self, days: int, worker: bool) -> None:
            """Also where nobody has come by yet to end what is over."""
            clock.skip(days=days)
            with engine.begin() as connection:
                due = work.claim(connection, clock.now(), (work.ERRAND,), 99, timedelta(minutes=5)) if worker else []
            for task in due:
                with engine.begin() as connection:
                    outcome = turns.report(connection, task, Done(ErrandOver(clock.now(), int(task.subject))))
                assert {message.name for message in outcome.messages} <= {"errand_over"} if outcome else True
            for each in self.links:
                each.over = each.over or each.until <= clock.now()

        # What must hold

        @invariant()
        def every_errand_of_a_case_has_its_row_and_no_other_row_is_left(self) -> None:
            with engine.begin() as connection:
                rows = {(row.case_id, row.number) for row in connection.execute(select(errand_rows))}
                stored = [found for chat in EVERYBODY if (found := cases.find(connection, chat))]
            assert rows == {(each.id, errand.number) for each in stored for errand in each.case.errands}

        def act(self, chat: int, event: Event) -> Outcome:
            with engine.begin() as connection:
                outcome = turns.take(connection, Incoming(next(self.numbers), chat, event, sender=name(chat)))
                connection.execute(delete(metadata.tables["outbox"]))
            self.look(chat, outcome, strangers_card="errand_hello" in [message.name for message in outcome.messages])
            return outcome

        def look(self, actor: int, outcome: Outcome, strangers_card: bool = False) -> None:
            """Each message holds what its chat is entitled to, and no message reaches a chat it should not."""
            for message in outcome.messages:
                chat, content = message.chat_id, json.loads(message.content)
                text = unescape(content["text"])
                shown = [data for row in content["buttons"] for _, data, *_ in row if data.startswith("errand/")]
                self.buttons = [each for each in self.buttons if each not in shown] + shown
                others = [each for each in EVERYBODY if each != chat]
                assert not [each for each in others if secret(each) in text], message.name
                known = {each.helper for each in self.links if each.owner == chat} | {actor}
                assert not [each for each in others if each not in known and name(each) in text], message.name
                if chat != actor:
                    assert message.name in TOLD
                    assert chat in {each.owner for each in self.links}
                if message.name == "errand_card" and not strangers_card:
                    theirs = [titles[each.record] for each in self.links if each.helper == chat and not each.over]
                    assert any(title in text for title in theirs)
                if chat in HELPERS and not message.name.startswith("errand_"):
                    assert not [each for each in RECORDS if secret(each) in text]

        def close(self, owner: int, number: int, at: str) -> None:
            case = self.case(owner)
            if case and case.step == at:
                for each in self.links:
                    each.over = each.over or (each.owner, each.number) == (owner, number)

        def case(self, chat: int) -> Case | None:
            with engine.begin() as connection:
                stored = cases.find(connection, chat)
            return stored.case if stored else None

    return Apart


def play(engine: Engine, turns: Turns, clock: MovableClock, content: Content, examples: int, steps: int) -> None:
    pragma(engine, "synchronous=OFF")  # nothing is cut off here, and a flush a turn would take most of the time
    run_state_machine_as_test(
        machine(engine, turns, clock, content),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a failure takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_nobody_reads_what_is_anothers(engine: Engine, turns: Turns, clock: MovableClock, content: Content) -> None:
    play(engine, turns, clock, content, examples=20, steps=40)


@pytest.mark.soak
def test_nobody_reads_what_is_anothers_however_long_they_try(
    engine: Engine, turns: Turns, clock: MovableClock, content: Content
) -> None:
    play(engine, turns, clock, content, examples=600, steps=80)
