"""A backup of a bot that many people are writing to, put back on another machine, where a bot goes on with it."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.backup.operator import contents_of, new_machine, rows_of
from tests.makers import made
from tests.system.forked import ended
from tests.system.running import RunningBot, shows, until
from tests.system.test_promises import CANARY, bring_to_sending
from tests.telegram import Patient, RehearsalServer

PATIENCE = 300


def operator(folder: Path, *words: object, database: str = "") -> subprocess.CompletedProcess[str]:
    """A command as its own process, beside whatever runs."""
    environment = {"DATA_DIR": str(folder), "DATABASE_URL": database, "PATH": "/usr/bin:/bin"}
    return ended([*map(str, words)], environment, folder.parent)


def sends_many(person: Patient, files: int) -> None:
    for number in range(files):
        person.sends_document(f"{CANARY} {number}.pdf", made.a_pdf(pages=1 + number % 3))


class BotElsewhere(RunningBot):
    def rows(self, query: str) -> list[tuple[Any, ...]]:
        if url := self.settings.get("DATABASE_URL"):
            with psycopg.connect(url) as connection:
                return connection.execute(query).fetchall()
        return super().rows(query)


def test_taken_under_load_it_is_whole_and_put_back_everything_is_the_same(
    bot: RunningBot, telegram: RehearsalServer, tmp_path: Path, postgresql: str
) -> None:
    people = [telegram.person(name) for name in ("Ana", "Bea", "Cleo")]
    for person in people:
        bring_to_sending(bot, person)
    (tmp_path / "backups").mkdir()
    each = 6
    with ThreadPoolExecutor() as pool:
        sending = [pool.submit(sends_many, person, each) for person in people]
        backups: list[dict[str, Any]] = []
        while bot.kept() < each * len(people):
            before = bot.kept()
            told = operator(bot.data_dir, "backup", tmp_path / "backups" / f"{len(backups)}.backup", "--json")
            assert told.returncode == 0, told.stderr
            backups.append(json.loads(told.stdout))
            more = min(before + each, each * len(people))
            until(lambda more=more: bot.kept() >= more, "more is kept", PATIENCE)
        for one in sending:
            one.result(PATIENCE)
    assert backups
    under_way = backups[len(backups) // 2]
    for backup in backups:
        content = Path(backup["backup"]).read_bytes()
        assert CANARY.encode() not in content
        assert backup["damaged"] == 0
    goes_back_whole(Path(under_way["backup"]), new_machine(tmp_path / "midway", bot.data_dir), under_way["files"])

    ana = people[0]
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"), seconds=PATIENCE)
    telegram.idle()
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "everything is said", PATIENCE)
    last = tmp_path / "backups" / "last.backup"
    assert operator(bot.data_dir, "backup", last).returncode == 0
    settled = without_the_hour(rows_of(bot.data_dir))
    for number, database in enumerate(("", postgresql)):
        target = new_machine(tmp_path / f"elsewhere{number}", bot.data_dir)
        told = operator(target, "restore", last, database=database)
        assert told.returncode == 0, told.stderr
        assert without_the_hour(rows_of(target, database)) == settled
        assert contents_of(target, database) == contents_of(bot.data_dir)
        assert len(contents_of(target, database)) == each * len(people)

    # Ana deletes everything after the backup; what notes it is kept elsewhere by the operator.
    ana.presses("aside@1/delete_yes")
    until(
        lambda: any((bot.data_dir / "deletions").iterdir()) and not bot.rows("SELECT 1 FROM work"), "erased", PATIENCE
    )
    bot.stop()
    target = new_machine(tmp_path / "after", bot.data_dir)
    told = operator(target, "restore", last, "--deletions", bot.data_dir / "deletions")
    assert told.returncode == 0, told.stderr
    goes_on(BotElsewhere(telegram, target), people[1])
    assert len(contents_of(target)) == each * (len(people) - 1)
    assert str(ana.account.id).encode() not in (target / "companion.db").read_bytes()


def goes_back_whole(backup: Path, target: Path, files: int) -> None:
    """As it was in the middle of everything: each row has its file, and each file its content."""
    told = operator(target, "doctor", "--backup", backup)
    assert told.returncode == 0, told.stdout
    told = operator(target, "restore", backup)
    assert told.returncode == 0, told.stderr
    rows = {(case, number): sha256 for case, number, _, sha256, *_ in rows_of(target)["documents"] if sha256}
    assert contents_of(target) == rows
    assert len(rows) == files


def without_the_hour(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Without what a bot that has nothing to do looks after by itself."""
    return {name: values for name, values in rows.items() if name not in ("work", "updates")}


def goes_on(bot: RunningBot, person: Patient) -> None:
    """A bot that starts on what was put back knows the person, and their list."""
    bot.start()
    try:
        person.sends("/checklist")
        person.waits_for(shows("aside/sheet"), seconds=PATIENCE)
    finally:
        bot.kill()


@pytest.mark.soak
def test_a_bot_on_postgresql_is_backed_up_while_it_works_and_goes_on_elsewhere(
    telegram: RehearsalServer, ana: Patient, tmp_path: Path, postgresql: str
) -> None:
    bot = BotElsewhere(telegram, tmp_path / "data", DATABASE_URL=postgresql).start()
    try:
        bring_to_sending(bot, ana)
        sends_many(ana, 6)
        until(lambda: bot.kept() > 0, "some are kept", PATIENCE)
        midway = operator(bot.data_dir, "backup", tmp_path / "midway.backup", "--json", database=postgresql)
        assert midway.returncode == 0, midway.stderr
        until(lambda: bot.kept() == 6, "all are kept", PATIENCE)
        telegram.idle()
        told = operator(bot.data_dir, "backup", tmp_path / "last.backup", database=postgresql)
        assert told.returncode == 0, told.stderr
    finally:
        bot.stop()
    files = json.loads(midway.stdout)["files"]
    goes_back_whole(tmp_path / "midway.backup", new_machine(tmp_path / "midway", bot.data_dir), files)
    target = new_machine(tmp_path / "elsewhere", bot.data_dir)
    told = operator(target, "restore", tmp_path / "last.backup")
    assert told.returncode == 0, told.stderr
    assert contents_of(target) == contents_of(bot.data_dir, postgresql)
    goes_on(BotElsewhere(telegram, target), ana)
