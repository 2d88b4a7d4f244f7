"""Where people stop: counted beside a bot, and of few people nothing is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.progress.report import report
from bot.settings import Settings
from bot.start.premises import NoPlace
from bot.storage.sealing import sealed_with
from bot.turn.turn import Turns
from bot.vault import Vault
from bot.vault.master_key import master_key
from bot.vault.seals import Seals
from dialogs.composed.contents import Content
from tests.storage.conftest import PROJECT
from tests.storage.patients import MovableClock, Person

CANARY = "Kanarienvogel"
MANY, FEW = 7, 5


@pytest.fixture
def settings(file: Path) -> Settings:
    return Settings(data_dir=file.parent, _env_file=None)  # type: ignore[call-arg]


@pytest.fixture
def people(engine: Engine, file: Path, content: Content) -> list[Person]:
    """Seven who came to the first record, five who only said hello, and six who did so a month ago."""
    key = master_key(file.parent / "master.key")
    vault = Vault(file.parent / "vault", key)
    sealed_with(engine, Seals.of_cases(key))
    now, earlier = MovableClock(datetime.now(UTC)), MovableClock(datetime.now(UTC) - timedelta(days=30))
    people = []
    for number in range(MANY + FEW + 6):
        clock = now if number < MANY + FEW else earlier
        turns = Turns(content.dialogue, content.wording, vault, clock)
        person = Person(engine, turns, clock, chat_id=7_000_000_000 + number)
        if number < MANY:
            person.walks_to_sending()
            person.writes(CANARY)
            person.sends_file(f"{CANARY}.pdf")
        else:
            person.commands("start")
        people.append(person)
    return people


def told(settings: Settings) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report(settings, as_json=True))
    return found


def test_six_or_more_are_counted_and_fewer_are_not_told(people: list[Person], settings: Settings) -> None:
    found = told(settings)
    assert found["steps"]["pathology"] == {"quiet": None, "active": MANY}
    assert found["steps"]["welcome"] == {"quiet": 6, "active": None}, "five are fewer than six"
    assert (found["reached"]["agreed"], found["reached"]["opinion"]) == (MANY, None)
    assert (found["unreadable"], found["gone"]) == (0, None)


def test_it_says_the_steps_in_the_order_of_the_path(people: list[Person], settings: Settings) -> None:
    steps = list(told(settings)["steps"])
    assert steps[:3] == ["welcome", "consent", "gather"]
    assert steps.index("pathology") < steps.index("decision") < steps.index("summary")


def test_nothing_of_anybody_is_in_it(people: list[Person], settings: Settings) -> None:
    for as_json in (True, False):
        text = report(settings, as_json)
        assert CANARY not in text
        assert not [person for person in people if str(person.chat_id) in text]


def test_it_is_asked_for_beside_a_running_bot_and_changes_nothing(people: list[Person], file: Path) -> None:
    before = file.read_bytes()
    environment = {**os.environ, "DATA_DIR": str(file.parent), "TELEGRAM_TOKEN": ""}
    command = [sys.executable, "-m", "bot", "report"]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    assert "pathology" in done.stdout
    assert "fewer than 6" in done.stdout
    assert file.read_bytes() == before


def test_a_bot_that_never_began_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(NoPlace, match="DATA_DIR"):
        report(Settings(data_dir=tmp_path, _env_file=None))  # type: ignore[call-arg]


def test_a_lost_key_is_one_line(people: list[Person], settings: Settings, file: Path) -> None:
    (file.parent / "master.key").unlink()
    with pytest.raises(NoPlace, match=r"master\.key"):
        report(settings)
