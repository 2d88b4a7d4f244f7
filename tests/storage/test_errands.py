"""An errand between two chats: the link opens once, each side hears only what is theirs, and all in one commit."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, select

from bot.storage import tables as known
from bot.storage import work
from bot.turn.done import Done
from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.content.reading import Content
from dialogs.dialogue import Dialogue
from dialogs.effects import Turn
from dialogs.events import Command, Edited, Event, Inspected, Pressed, SentOther, WentAway, Wrote
from dialogs.receiving.sent import SentFile
from dialogs.roads.errands.events import ErrandOver, HelperSent
from tests.storage.patients import NUMBERS, TO_THE_FIRST_RECORD, MovableClock, Person

RECORD = "labs"


@pytest.fixture
def mia(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    return Person(engine, turns, clock, chat_id=600_000_002)


@pytest.fixture
def tom(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    return Person(engine, turns, clock, chat_id=600_000_003)


@pytest.fixture
def link(ana: Person) -> str:
    """What a link of Ana's puts behind /start."""
    ana.taps(*TO_THE_FIRST_RECORD)
    return hands_out(ana, RECORD)


def hands_out(patient: Person, record: str) -> str:
    patient.commands("errands")
    patient.taps("errands/new", f"errands/give/{record}")
    text = next(content["text"] for content in patient.contents() if "start=" in content["text"])
    found = re.search(r"https://t\.me/\w*\?start=([A-Za-z0-9_-]{1,64})$", text)
    assert found, "a link that Telegram takes"
    return found[1]


def opens(person: Person, link: str, name: str = "Mia") -> list[str]:
    """Open a link; the names of what this very chat is told."""
    person.messages += 1
    command = Command(person.clock.now(), "start", link)
    incoming = Incoming(next(NUMBERS), person.chat_id, command, person.messages, sender=name)
    with person.engine.begin() as connection:
        person.outcome = person.turns.take(connection, incoming)
    return hears(person)


def hears(person: Person, chat_id: int = 0) -> list[str]:
    """The names of what one chat is told in the last turn."""
    return [message.name for message in person.outcome.messages if message.chat_id == (chat_id or person.chat_id)]


def button(person: Person, move: str) -> str:
    """The newest button of a helper's card, as the last turn shows it."""
    shown = [data for content in person.contents() for row in content["buttons"] for _, data, *_ in row]
    return next(data for data in shown if data.startswith("errand/") and data.endswith(move))


def rows(engine: Engine) -> list[tuple[str, int, int | None, str]]:
    table = known.errands.c
    with engine.begin() as connection:
        return [
            tuple(row)
            for row in connection.execute(select(table.case_id, table.number, table.helper_chat_id, table.files))
        ]


def planned(person: Person) -> list[tuple[str, object]]:
    return [(row.subject, row.due) for row in person.rows("work") if row.kind == work.ERRAND]


def time_passes(engine: Engine, turns: Turns, clock: MovableClock) -> Outcome | None:
    with engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.ERRAND,), 9, timedelta(minutes=5))
        return turns.report(connection, task, Done(ErrandOver(clock.now(), int(task.subject))))


def test_of_a_link_only_its_fingerprint_is_kept(ana: Person, engine: Engine, link: str) -> None:
    ana.reads()
    with engine.begin() as connection:
        everything = [str(row) for table in known.metadata.sorted_tables for row in connection.execute(select(table))]
    assert not [row for row in everything if link in row]
    assert len(rows(engine)) == 1


def test_a_link_and_its_errand_are_stored_in_one_commit(ana: Person, engine: Engine, link: str) -> None:
    commits: list[None] = []
    event.listen(engine, "commit", lambda _: commits.append(None))
    ana.taps("errands/list", "errands/new")
    commits.clear()
    ana.taps("errands/give/staging")
    assert len(commits) == 1
    assert [number for _, number, _, _ in rows(engine)] == [errand.number for errand in ana.case.errands] == [1, 2]


def test_who_opens_it_has_the_errand_and_no_case(ana: Person, mia: Person, engine: Engine, link: str) -> None:
    assert opens(mia, link) == ["errand_hello", "errand_card"]
    assert hears(mia, ana.chat_id) == ["errand_taken"]
    assert mia.stored() is None
    assert [(errand.state, errand.helper) for errand in ana.case.errands] == [("taken", "Mia")]
    assert [row[2] for row in rows(engine)] == [mia.chat_id]


def test_it_opens_once_and_its_helper_may_open_it_again(ana: Person, mia: Person, tom: Person, link: str) -> None:
    opens(mia, link)
    assert opens(tom, link) == ["errand_gone"]
    assert not hears(tom, ana.chat_id)
    assert opens(mia, link) == ["errand_card"]
    assert not hears(mia, ana.chat_id)


def test_a_patient_does_not_use_up_their_own_link(ana: Person, mia: Person, link: str) -> None:
    assert opens(ana, link) == ["errands"]
    assert opens(mia, link) == ["errand_hello", "errand_card"]


def every_way_of_being_gone(ana: Person, mia: Person, tom: Person, link: str) -> dict[str, str]:
    """Links that open nothing, and why."""
    used, taken_back = hands_out(ana, "staging"), hands_out(ana, "biomarkers")
    opens(mia, used)
    ana.taps("errands/list", "errands/end/3")
    ended = hands_out(ana, "procedures")
    opens(mia, ended)
    mia.taps(button(mia, "done"))
    ana.clock.skip(days=8)
    return {"unknown": "e-" + "x" * 32, "used": used, "taken back": taken_back, "too old": link, "ended": ended}


def test_every_link_that_opens_nothing_says_the_same(ana: Person, mia: Person, tom: Person, link: str) -> None:
    said = set()
    for why, gone in every_way_of_being_gone(ana, mia, tom, link).items():
        assert opens(tom, gone) == ["errand_gone"], why
        assert [message.chat_id for message in tom.outcome.messages] == [tom.chat_id], why
        said.add(json.dumps(tom.contents()))
    assert len(said) == 1
    assert tom.stored() is None


def test_what_a_helper_ticks_reaches_the_patient_and_closes_the_errand(
    ana: Person, mia: Person, engine: Engine, link: str
) -> None:
    opens(mia, link)
    done = button(mia, "done")
    mia.taps(done)
    assert hears(mia) == ["errand_thanks"]
    assert hears(mia, ana.chat_id) == ["errand_done"]
    assert [errand.state for errand in ana.case.errands] == ["done"]
    assert ana.case.answers == {}, "a helper's word changes no line of the checklist"
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]


def test_a_helpers_file_is_fetched_for_the_patients_record(
    ana: Person, mia: Person, engine: Engine, turns: Turns, link: str
) -> None:
    opens(mia, link)
    mia.sends_file("blood.pdf")
    assert hears(mia) == ["errand_card"]
    assert hears(mia, ana.chat_id) == ["errand_file", "receipt"]
    assert mia.outcome.planned
    stored = ana.stored()
    assert stored is not None
    assert [(row.case_id, row.kind, row.details) for row in ana.rows("work") if row.kind == work.FETCH] == [
        (stored.id, work.FETCH, "id of blood.pdf")
    ]
    assert [(document.record, document.errand) for document in ana.case.documents] == [(RECORD, 1)]


def test_a_helpers_file_that_cannot_be_read_is_told_to_the_helper(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    opens(mia, link)
    mia.sends_file()
    with engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.FETCH,), 9, timedelta(minutes=5))
        outcome = turns.report(connection, task, Done(Inspected(clock.now(), 1, "locked")))
    assert outcome is not None
    assert [(message.chat_id, message.name) for message in outcome.messages] == [
        (ana.chat_id, "receipt"),
        (mia.chat_id, "errand_unreadable"),
    ]


def test_files_sent_together_are_thanked_for_once(ana: Person, mia: Person, link: str) -> None:
    opens(mia, link)
    told = []
    for _ in range(3):
        mia.sends_file(album="a7")
        told += [(message.chat_id, message.name) for message in mia.outcome.messages if message.name != "receipt"]
    assert told == [(mia.chat_id, "errand_card"), (ana.chat_id, "errand_file")]


def test_a_helpers_album_never_falls_together_with_the_patients_own(ana: Person, mia: Person, link: str) -> None:
    ana.taps("errands/done", f"{RECORD}/later")
    ana.sends_file("mine.pdf", album="m7")
    opens(mia, link)
    mia.sends_file("theirs.pdf", album="m7")
    assert len({document.batch for document in ana.case.documents}) == 2


def test_without_a_case_of_their_own_everything_else_shows_the_card_again(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.writes("hello?")
    assert hears(mia) == ["errand_card"]
    mia.commands("help")
    assert hears(mia) == ["errand_card"]
    assert mia.stored() is None


def test_start_alone_begins_a_conversation_of_their_own(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.commands("start")
    assert hears(mia) == ["welcome"]
    assert mia.stored() is not None


def test_a_helper_who_is_a_patient_too_keeps_the_two_apart(ana: Person, mia: Person, link: str) -> None:
    mia.walks_to_sending()
    opens(mia, link)
    send = button(mia, "send")
    mia.sends_file("own.pdf", album="a1")
    assert [document.name for document in mia.case.documents] == ["own.pdf"]
    mia.taps(send)
    for name in ("one.pdf", "two.pdf"):
        mia.sends_file(name, album="a2")
    mia.sends_file("own again.pdf", album="a3")
    mia.writes("my own question")
    assert hears(mia) == ["text_unplaced"]
    assert [document.name for document in ana.case.documents] == ["one.pdf", "two.pdf"]
    assert [document.name for document in mia.case.documents] == ["own.pdf", "own again.pdf"]


def test_with_two_errands_a_file_needs_a_tap_first(ana: Person, mia: Person, link: str) -> None:
    opens(mia, link)
    opens(mia, hands_out(ana, "staging"))
    second = button(mia, "send")
    mia.sends_file("which.pdf")
    assert hears(mia) == ["errand_card", "errand_card"]
    assert [document.record for document in ana.case.documents] == []
    mia.taps(second)
    mia.sends_file("which.pdf")
    assert [document.record for document in ana.case.documents] == ["staging"]


def test_another_chat_cannot_use_a_helpers_buttons(ana: Person, mia: Person, tom: Person, link: str) -> None:
    opens(mia, link)
    before = ana.case
    for move in ("done", "send", "return"):
        tom.taps(button(mia, move))
        assert hears(tom) == ["errand_gone"]
        assert not hears(tom, ana.chat_id)
    assert ana.case == before


@pytest.mark.parametrize(
    "data", ["errand/", "errand/x/done", "errand/99/done", f"errand/{'9' * 40}/done", "errand/²/x"]
)
def test_a_button_that_was_made_up_says_the_same(mia: Person, link: str, data: str) -> None:
    opens(mia, link)
    mia.taps(data)
    assert hears(mia) == ["errand_gone"]


def test_what_was_taken_back_is_gone_for_its_helper(ana: Person, mia: Person, engine: Engine, link: str) -> None:
    opens(mia, link)
    done = button(mia, "done")
    ana.taps("errands/list", "errands/end/1")
    assert rows(engine) == []
    assert planned(ana) == []
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]
    mia.sends_file()
    assert hears(mia) == ["welcome"], "it is nobody's but their own"
    assert ana.case.documents == ()


def test_a_link_nobody_opens_ends_after_seven_days(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    assert planned(ana) == [("1", clock.now() + timedelta(days=7))]
    clock.skip(days=7)
    assert opens(mia, link) == ["errand_gone"], "also before the worker has come by"
    outcome = time_passes(engine, turns, clock)
    assert outcome is not None
    assert [message.name for message in outcome.messages] == ["errand_over"]
    assert (rows(engine), ana.case.errands, planned(ana)) == ([], (), [])


def test_an_errand_ends_thirty_days_after_it_was_taken(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    clock.skip(days=6)
    opens(mia, link)
    done = button(mia, "done")
    assert planned(ana) == [("1", clock.now() + timedelta(days=30))]
    clock.skip(days=30)
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]
    time_passes(engine, turns, clock)
    assert (rows(engine), ana.case.errands) == ([], ())


def test_deleting_ends_every_errand_of_the_patient(ana: Person, mia: Person, engine: Engine, link: str) -> None:
    opens(mia, link)
    done = button(mia, "done")
    ana.taps("aside/delete", "aside@1/delete_yes")
    assert rows(engine) == []
    mia.taps(done)
    assert hears(mia) == ["errand_gone"]


@pytest.mark.parametrize("has_case", [True, False])
def test_a_helper_who_deletes_leaves_every_errand_without_a_trace(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str, has_case: bool
) -> None:
    if has_case:
        mia.commands("start")
    opens(mia, link, "Kanarienvogel")
    mia.taps(button(mia, "done"))
    opens(mia, hands_out(ana, "staging"), "Kanarienvogel")
    if has_case:
        mia.taps("aside/delete", "aside@1/delete_yes")
    else:
        mia.commands("delete")
    assert hears(mia, ana.chat_id) == ["errand_left"], "of the one that was still open"
    assert hears(mia) == (["deleted"] if has_case else ["errand_forgotten"])
    assert [(errand.state, errand.helper) for errand in ana.case.errands] == [("done", ""), ("returned", "")]
    with engine.begin() as connection:
        for task in work.claim(connection, clock.now(), (work.ERASE,), 9, timedelta(minutes=1)):
            turns.report(connection, task, Done())  # it carries where to say that it is done
    ana.reads()
    with engine.begin() as connection:
        everything = [str(row) for table in known.metadata.sorted_tables for row in connection.execute(select(table))]
    assert not [row for row in everything if "Kanarienvogel" in row or str(mia.chat_id) in row]
    assert opens(mia, link) == ["errand_gone"]


def test_a_helper_who_blocks_the_bot_or_comes_back_opens_no_case(mia: Person, link: str) -> None:
    opens(mia, link)
    mia.does(WentAway(mia.clock.now()))
    assert mia.stored() is None


def test_a_patient_who_cannot_be_reached_stays_so_whatever_a_helper_does(ana: Person, mia: Person, link: str) -> None:
    ana.does(WentAway(ana.clock.now()))
    opens(mia, link)
    assert not ana.case.reachable


def test_while_nobody_knows_the_bots_name_no_link_is_made(
    engine: Engine, content: Content, vault: Vault, clock: MovableClock
) -> None:
    def unknown() -> str:
        raise RuntimeError("Telegram has not told it yet")

    ana = Person(engine, Turns(content.dialogue, content.wording, vault, clock, unknown), clock)
    ana.taps(
        *TO_THE_FIRST_RECORD,
        "aside/hand_out",
        f"errands/give/{RECORD}",
    )
    assert hears(ana) == ["errands"], "led by words of regret, and the patient can tap again"
    assert (rows(engine), ana.case.errands) == ([], ())


def test_ordinary_turns_ask_nothing_about_errands(ana: Person, engine: Engine, link: str) -> None:
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    ana.commands("start")
    ana.taps("errands/done", "aside/help", "aside/continue")
    ana.writes("a question")
    assert not [each for each in statements if "errands" in each.split("SET")[0] and "FROM errands" in each]


def test_a_file_of_a_patient_asks_once(ana: Person, engine: Engine) -> None:
    ana.walks_to_sending()
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    ana.sends_file()
    assert len([each for each in statements if "FROM errands" in each]) == 1


def test_a_tap_of_a_helper_that_was_felt_twice_is_answered_once(mia: Person, link: str, clock: MovableClock) -> None:
    opens(mia, link)
    mia.reads()
    done, said = button(mia, "done"), []
    for _ in range(15):
        mia.does(Pressed(clock.now(), done, mia.messages), mia.messages)
        said += hears(mia)
        clock.skip(seconds=1)
    assert said == ["errand_thanks"]
    clock.skip(minutes=1)
    mia.does(Pressed(clock.now(), done, mia.messages), mia.messages)
    assert hears(mia) == ["errand_gone"]


def test_an_update_that_is_taken_again_after_a_fault_is_no_second_tap(mia: Person, link: str, engine: Engine) -> None:
    opens(mia, link)
    tap = Pressed(mia.clock.now(), button(mia, "done"), mia.messages)
    incoming = Incoming(next(NUMBERS), mia.chat_id, tap, mia.messages)
    with engine.connect() as connection, connection.begin() as transaction:
        mia.turns.take(connection, incoming)
        transaction.rollback()
    with engine.begin() as connection:
        mia.outcome = mia.turns.take(connection, incoming)
    assert hears(mia) == ["errand_thanks"]


@pytest.mark.parametrize(
    ("text", "parting"),
    [
        ("STOP", "errand_forgotten"),
        ("please leave me alone", "errand_forgotten"),
        ("delete everything", "errand_forgotten"),
        ("She died this morning", "gone"),
    ],
)
def test_a_helper_who_wants_no_more_of_it_is_let_go_with_one_message(
    ana: Person, mia: Person, link: str, engine: Engine, text: str, parting: str
) -> None:
    opens(mia, link)
    mia.writes(text)
    assert hears(mia) == [parting]
    assert [row[2] for row in rows(engine)] == [None], "no chat of theirs is left"
    assert hears(mia, ana.chat_id) == ["errand_left"]
    mia.writes("hello")
    assert "errand_only" not in hears(mia)


def test_a_case_is_not_told_which_message_of_a_helpers_chat_a_file_was(
    mia: Person, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Event] = []
    respond = Dialogue.respond

    def listen(dialogue: Dialogue, case: Case, event: Event) -> Turn:
        heard.append(event)
        return respond(dialogue, case, event)

    monkeypatch.setattr(Dialogue, "respond", listen)
    opens(mia, link)
    mia.sends_file()
    (sent,) = (event for event in heard if isinstance(event, HelperSent))
    assert mia.messages > 0
    assert sent.file.message == 0


def test_whatever_a_helper_writes_is_heard_first(mia: Person, link: str, clock: MovableClock) -> None:
    opens(mia, link)
    cry = "I cannot breathe"
    for event_of in (
        Wrote(clock.now(), cry),
        Wrote(clock.now(), "see", quote=cry),
        SentOther(clock.now(), "video", cry),
        Edited(clock.now(), cry),
        Command(clock.now(), "i", words="i cannot breathe"),
        SentFile(clock.now(), "id", "a.jpg", 1000, "a9", cry),
    ):
        mia.does(event_of, 99)
        last = [each for each in mia.outcome.messages if each.chat_id == mia.chat_id][-1]
        assert (last.kind, last.name) == ("stays", "emergency")
        ((back,),) = json.loads(last.content)["buttons"]
        assert back[1].startswith("errand/"), "to the errand, and to nothing of the patient's"


def test_that_a_helper_opened_a_link_stands_on_the_list_of_the_patient_alone(
    ana: Person, mia: Person, engine: Engine, link: str
) -> None:
    opens(mia, link)
    opens(mia, link)
    stored = ana.stored()
    assert stored
    with engine.begin() as connection:
        noted = connection.execute(select(known.accesses.c.case_id, known.accesses.c.kind)).all()
    assert [tuple(row) for row in noted] == [(stored.id, "helper")]
