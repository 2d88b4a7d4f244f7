"""The link of an errand opens once, for one helper; opened in vain it says one thing, and others pay nothing for it."""

from __future__ import annotations

import json

from sqlalchemy import Engine, event, select

from bot.storage import tables as known
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.composed.contents import Content
from tests.storage.errands import RECORD, button, everything_stored, hands_out, hears, opens, rows
from tests.storage.patients import TO_THE_FIRST_RECORD, MovableClock, Person


def test_of_a_link_only_its_fingerprint_is_kept(ana: Person, engine: Engine, link: str) -> None:
    ana.reads()
    assert not [row for row in everything_stored(engine) if link in row]
    assert len(rows(engine)) == 1


def test_a_link_and_its_errand_are_stored_in_one_commit(ana: Person, engine: Engine, link: str) -> None:
    commits: list[None] = []
    event.listen(engine, "commit", lambda _: commits.append(None))
    ana.taps("errands/list", "errands/new")
    commits.clear()
    ana.taps("errands/give/staging")
    assert len(commits) == 1
    assert [number for _, number, _, _ in rows(engine)] == [errand.number for errand in ana.case.errands] == [1, 2]


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


def statements_of(engine: Engine) -> list[str]:
    """All that is asked of the database from now on."""
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    return statements


def test_ordinary_turns_ask_nothing_about_errands(ana: Person, engine: Engine, link: str) -> None:
    statements = statements_of(engine)
    ana.commands("start")
    ana.taps("errands/done", "aside/help", "aside/continue")
    ana.writes("a question")
    assert not [each for each in statements if "errands" in each.split("SET")[0] and "FROM errands" in each]


def test_a_file_of_a_patient_asks_once(ana: Person, engine: Engine) -> None:
    ana.walks_to_sending()
    statements = statements_of(engine)
    ana.sends_file()
    assert len([each for each in statements if "FROM errands" in each]) == 1
