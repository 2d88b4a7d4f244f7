"""The wrong mount, the older backup, the lost key: tried on the running bot, as an operator at night would."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from tests.makers import made
from tests.system.running import RunningBot, shows, until
from tests.system.test_promises import bring_to_sending, run_bot
from tests.telegram import RehearsalServer

PATIENCE = 120
"""Seconds that a loaded machine may take."""


def send_a_report(bot: RunningBot, person, count: int) -> None:
    person.sends_document(f"report {count}.pdf", made.a_pdf())
    until(lambda: bot.kept() == count, "kept", PATIENCE)


def back_up(bot: RunningBot, folder: Path) -> None:
    """The data folder as it lies there while no bot works in it."""
    shutil.copytree(bot.data_dir, folder)


def started(bot: RunningBot) -> None:
    before = bot.log.count("ready")
    bot.start()
    until(lambda: bot.log.count("ready") > before, "started", PATIENCE)


def refused(bot: RunningBot, telegram: RehearsalServer) -> list[str]:
    """What a start and a check say; both must refuse, and touch nothing that a patient sent."""
    files = {path: path.read_bytes() for path in bot.files()}
    chosen = {
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "DATA_DIR": str(bot.data_dir),
        "DATABASE_URL": "",
    }
    told = []
    for command in ("check", "run"):
        ended = run_bot(command, **chosen)
        assert ended.returncode == 2, command
        (line,) = ended.stderr.strip().splitlines()
        told.append(line)
    assert {path: path.read_bytes() for path in bot.files()} == files
    return told


def test_an_empty_database_beside_a_used_vault_is_one_line_and_every_file_stays(bot, ana, telegram):
    bring_to_sending(bot, ana)
    send_a_report(bot, ana, 1)
    bot.stop()
    kept = bot.data_dir.parent / "companion.db"
    (bot.data_dir / "companion.db").rename(kept)
    for line in refused(bot, telegram):
        assert line.startswith("DATA_DIR: the database is empty")
    assert not (bot.data_dir / "companion.db").exists()
    kept.rename(bot.data_dir / "companion.db")
    started(bot)
    assert len(bot.files()) == bot.kept() == 1


def test_a_lost_key_is_one_line_and_no_key_is_made(bot, ana, telegram):
    bring_to_sending(bot, ana)
    send_a_report(bot, ana, 1)
    bot.stop()
    (bot.data_dir / "master.key").rename(bot.data_dir.parent / "kept.key")
    for line in refused(bot, telegram):
        assert line.startswith("DATA_DIR: master.key is missing")
    assert not (bot.data_dir / "master.key").exists()


def test_mondays_database_beside_tuesdays_files_loses_none_of_them(bot, ana):
    bring_to_sending(bot, ana)
    send_a_report(bot, ana, 1)
    bot.stop()
    back_up(bot, monday := bot.data_dir.parent / "monday")
    started(bot)
    send_a_report(bot, ana, 2)
    bot.stop()
    tuesday = bot.data_dir.parent / "tuesday.db"
    shutil.copy(bot.data_dir / "companion.db", tuesday)
    shutil.copy(monday / "companion.db", bot.data_dir)
    started(bot)
    until(lambda: "1 file(s) that the database does not know were set aside" in bot.log, "set aside", PATIENCE)
    assert len(bot.files()) == 2
    bot.stop()
    shutil.copy(tuesday, bot.data_dir / "companion.db")
    started(bot)
    until(lambda: "1 file(s) that had been set aside were put back" in bot.log, "put back", PATIENCE)
    assert not (bot.data_dir / "vault" / "aside").exists()
    assert len(bot.files()) == bot.kept() == 2


@pytest.mark.parametrize("what", ["the database", "everything"])
def test_a_patient_who_deleted_everything_stays_deleted_when_a_backup_comes_back(bot, ana, telegram, what):
    bring_to_sending(bot, ana)
    send_a_report(bot, ana, 1)
    bot.stop()
    back_up(bot, monday := bot.data_dir.parent / "monday")
    started(bot)
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"), seconds=PATIENCE)
    ana.presses("aside@1/delete_yes")
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "erased", PATIENCE)
    telegram.idle()
    bot.stop()
    if what == "the database":
        shutil.copy(monday / "companion.db", bot.data_dir)
    else:
        shutil.copytree(monday, bot.data_dir, dirs_exist_ok=True)
    started(bot)
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "erased again", PATIENCE)
    for table in ("cases", "documents", "outbox", "slots", "errands"):
        assert bot.rows(f"SELECT 1 FROM {table}") == [], table
    chat_id = str(ana.account.id).encode()
    written = [path for path in bot.data_dir.rglob("*") if path.is_file()]
    until(lambda: not [path for path in written if chat_id in path.read_bytes()], "no chat id left", PATIENCE)


def test_signs_in_a_folders_name_mean_nothing(telegram, ana, tmp_path):
    folder = tmp_path / "what? #1 100% é" / "data"
    folder.parent.mkdir()
    bot = RunningBot(telegram, folder).start()
    try:
        bring_to_sending(bot, ana)
        until(lambda: (folder / "companion.db").stat().st_size > 0, "it is there", PATIENCE)
    finally:
        bot.kill()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [folder.parent.name]
    for name in ("companion.db", "master.key", "vault/identity"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600, name
