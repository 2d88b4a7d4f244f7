"""What a patient says lies in no byte of the database or its log, and is all there when it is asked for."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from bot.start.identity import open_installation
from bot.storage import cases, laid_open, outbox, written
from bot.storage.cases import StoredCase
from bot.storage.tables import cases as case_rows
from bot.storage.tables import identity
from bot.storage.tables import outbox as message_rows
from bot.turn.turn import Turns
from bot.vault.seals import Owner, is_sealed
from dialogs.effects import Say
from dialogs.receiving.sent import SentFile
from tests.sealing import SEALS
from tests.storage.installations import settings
from tests.storage.patients import MovableClock, Person

CANARY = "Kanarienvogel"
STORED = Path(__file__).parents[1] / "system" / "stored_at_0005.zip"


def says_much(ana: Person) -> None:
    """Words of their own wherever words are taken, and some where they are not."""
    ana.commands("start")
    ana.writes(f"{CANARY} before anything")
    ana.taps("welcome/begin", "consent/keep_files")
    ana.writes(f"{CANARY} while files are asked for")
    ana.does(SentFile(ana.clock.now(), "a file's id", f"{CANARY}.pdf", 1000, "a1", caption=f"{CANARY} from March"), 99)
    ana.taps("gather/go_on")
    ana.writes(f"{CANARY}, in some weeks")
    ana.taps("date/not_now")
    ana.writes(f"{CANARY} Clinic")
    ana.writes(f"Radiation or {CANARY}?")
    for name in ("questions", "files", "checklist", "summary", "letters"):
        ana.commands(name)
        ana.writes(f"Why {CANARY}?")


def written_to(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))


def test_no_word_lies_in_the_database_or_its_log_while_its_case_lives(ana: Person, engine: Engine, file: Path) -> None:
    says_much(ana)
    assert b"record" in written_to(file), "names of messages are found"
    assert CANARY.encode() not in written_to(file)
    assert str(ana.case).count(CANARY) >= 4, "it is all remembered"
    with engine.connect() as connection:
        assert sum(CANARY in message.content for message in outbox.waiting(connection)) >= 4, "and all said"


def test_every_row_is_sealed_with_the_key_of_its_case_and_the_rest_with_the_houses(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    says_much(ana)
    stranger = Person(engine, turns, clock, chat_id=9)
    with engine.begin() as connection:
        turns._say(connection, stranger.chat_id, (Say("errand_gone"),))
        stored = cases.find(connection, ana.chat_id)
        assert stored
        for row in connection.execute(select(message_rows)):
            owner = stored.owner if row.chat_id == ana.chat_id else None
            assert SEALS.open(outbox.MESSAGE, row.content, owner)
        assert {message.chat_id for message in outbox.waiting(connection)} == {ana.chat_id, stranger.chat_id}


def test_what_is_said_after_everything_was_deleted_can_be_said(ana: Person, engine: Engine) -> None:
    says_much(ana)
    ana.commands("delete")
    ana.taps("aside@1/delete_yes")
    with engine.connect() as connection:
        (last,) = outbox.waiting(connection, ana.chat_id)
    assert last.name == "deleted"
    assert "text" in last.content


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A data folder whose database says everything in clear."""
    with zipfile.ZipFile(STORED) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "data"


def words_of(folder: Path) -> list[bytes]:
    """What lies in clear in the older folder: parts of every state and of every message."""
    with closing(sqlite3.connect(folder / "companion.db")) as database:
        texts = [text for (text,) in database.execute("SELECT state FROM cases UNION ALL SELECT content FROM outbox")]
    parts = (text[start : start + 24] for text in texts for start in range(0, len(text) - 24, 24))
    return [each.encode() for each in parts if " " in each and "-" not in each]


def test_what_an_older_version_left_in_clear_is_sealed_at_the_start(older: Path) -> None:
    words = words_of(older)
    before = written_to(older / "companion.db")
    assert sum(each in before for each in words) > len(words) / 2
    engine, _ = open_installation(settings(older))
    with engine.connect() as connection:
        states = list(connection.execute(select(case_rows.c.id, case_rows.c.chat_id, case_rows.c.state)))
        assert len(states) == 3
        assert all(is_sealed(row.state) for row in states)
        assert all(isinstance(cases.find(connection, row.chat_id), StoredCase) for row in states)
    engine.dispose()
    after = written_to(older / "companion.db")
    assert not [each for each in words if each in after]


def test_where_sealing_was_cut_off_it_goes_on(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid_open, "AT_ONCE", 1)
    sealed = laid_open._seal_cases
    calls: list[str] = []

    def cut_off(*arguments: object) -> str | None:
        calls.append("")
        if len(calls) == 3:
            raise KeyboardInterrupt
        return sealed(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(laid_open, "_seal_cases", cut_off)
    with pytest.raises(KeyboardInterrupt):
        open_installation(settings(older))
    for _ in range(2):  # and once more, when all is done
        engine, _ = open_installation(settings(older))
        with engine.connect() as connection:
            chats = list(connection.scalars(select(case_rows.c.chat_id)))
            assert all(cases.find(connection, chat) for chat in chats)
            assert all(message.content for message in outbox.waiting(connection))
            assert connection.scalar(select(identity.c.house_key))
        engine.dispose()


def test_a_state_in_anothers_row_is_not_read(ana: Person, engine: Engine, turns: Turns, clock: MovableClock) -> None:
    says_much(ana)
    ben = Person(engine, turns, clock, chat_id=7)
    ben.commands("start")
    with engine.begin() as connection:
        stored = cases.find(connection, ana.chat_id)
        assert stored
        state = connection.scalar(select(case_rows.c.state).where(case_rows.c.chat_id == ben.chat_id))
        assert state
        with pytest.raises(Exception, match="not what was sealed"):
            written.opened(SEALS, Owner(stored.id, stored.key), state)
