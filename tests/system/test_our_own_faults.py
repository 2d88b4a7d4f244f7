"""What is wrong with the machine is said to the operator, never told as the patient's fault: with real processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdf
import pytest

from tests.makers import made
from tests.system.fit import lack
from tests.system.running import RunningBot, until
from tests.system.walk import WALK
from tests.telegram import Patient, RehearsalServer

PATIENCE = 120
PACKAGES = Path(pypdf.__file__).parents[1]


@pytest.fixture
def unstarted(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data")
    yield running
    running.kill()


def asks_for_the_report(ana: Patient, bot: RunningBot) -> None:
    for act in WALK[:5]:
        act.do(ana)
        act.wait(ana, bot)


def state(bot: RunningBot) -> str:
    return "".join(str(document["state"]) for document in bot.case()["documents"])


def says(ana: Patient, words: str) -> bool:
    return any(words in message.text for message in ana.bot_messages)


def test_packages_that_only_the_bot_can_see_are_an_error_in_the_log_and_every_file_waits(
    unstarted: RunningBot, telegram: RehearsalServer, ana: Patient, monkeypatch: pytest.MonkeyPatch
):
    bot, command = unstarted, unstarted.command
    # As `pip install --user` leaves them: the bot finds its packages, a child that is alone with our code does not.
    bot.command = [getattr(sys, "_base_executable", sys.executable)]
    with monkeypatch.context() as beside:
        beside.setenv("PYTHONPATH", os.fspath(PACKAGES))
        bot.start()
    until(lambda: "ERROR" in bot.log and "kind wait: pdf" in bot.log, "the operator is told", PATIENCE)
    asks_for_the_report(ana, bot)
    ana.sends_document("report.pdf", made.a_pdf(pages=3))
    until(lambda: state(bot) == "unseen", "it waits", PATIENCE)
    until(lambda: says(ana, "Kept: 1 file"), "it is kept", PATIENCE)
    assert bot.kept() == 1
    assert not says(ana, "Could not be opened")
    assert "report.pdf" not in bot.log

    bot.stop()
    bot.command = command
    bot.start()
    until(lambda: state(bot) == "readable", "it was looked at by itself", PATIENCE)
    until(lambda: says(ana, "Saved: 1 file, 3 pages"), "its receipt says so", PATIENCE)
    assert not says(ana, "Kept: 1 file")


def test_where_a_part_of_the_jail_is_missing_and_it_must_be_whole_no_file_is_opened(
    unstarted: RunningBot, ana: Patient, monkeypatch: pytest.MonkeyPatch
):
    bot = unstarted
    bot.before = partial(lack, "landlock")
    with monkeypatch.context() as beside:
        beside.setenv("REQUIRE_CONFINEMENT", "true")
        bot.start()
        until(lambda: "Landlock is missing" in bot.log, "the operator is told", PATIENCE)
        asks_for_the_report(ana, bot)
        ana.sends_document("report.txt", b"a fictitious note")
        until(lambda: state(bot) == "unseen", "it waits", PATIENCE)
        bot.stop()
        bot.before = None
        bot.start()
        until(lambda: state(bot) == "readable", "it was looked at by itself", PATIENCE)
    assert "the jail is whole" in bot.log


def test_where_it_need_not_be_whole_files_are_opened_and_the_operator_is_told(unstarted: RunningBot, ana: Patient):
    unstarted.before = partial(lack, "landlock")
    bot = unstarted.start()
    asks_for_the_report(ana, bot)
    ana.sends_document("report.txt", b"a fictitious note")
    until(lambda: state(bot) == "readable", "it is opened", PATIENCE)
    until(lambda: "Landlock is missing" in bot.log, "the operator is told", PATIENCE)
