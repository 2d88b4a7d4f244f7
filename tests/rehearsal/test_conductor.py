"""The bot beside the server: started, restarted, stopped, with the clock of the rehearsal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.rehearsal.conductor import Conductor, opened
from tests.system.running import shows
from tests.telegram import RehearsalServer

FAKE_BOT = """
import json, os, urllib.request
settings = os.environ
open(os.path.join(settings["DATA_DIR"], "starts"), "a").write(settings["CLOCK_AHEAD_SECONDS"] + "\\n")
if os.path.exists(os.path.join(settings["DATA_DIR"], "crash")):
    os.remove(os.path.join(settings["DATA_DIR"], "crash"))
    raise SystemExit(1)
offset = 0
def call(method, **parameters):
    address = f"{settings['TELEGRAM_API_URL']}/bot{settings['TELEGRAM_TOKEN']}/{method}"
    request = urllib.request.Request(address, json.dumps(parameters).encode(), {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))["result"]
while True:
    for update in call("getUpdates", offset=offset, timeout=20):
        offset = update["update_id"] + 1
        if "message" in update:
            call("sendMessage", chat_id=update["message"]["chat"]["id"], text="Echo: " + update["message"]["text"])
"""
COMMAND = (sys.executable, "-c", FAKE_BOT)


@pytest.fixture
def conductor(server: RehearsalServer, tmp_path: Path) -> Iterator[Conductor]:
    conductor = Conductor(server, tmp_path, COMMAND, first_wait=0.05)
    conductor.bot.start()
    yield conductor
    conductor.bot.stop()


def runs(server: RehearsalServer, conductor: Conductor, starts: int) -> bool:
    """Wait until the bot runs for the nth time."""
    return server.telegram.bell.wait(lambda: conductor.bot.starts >= starts and conductor.status == "running", 10)


def test_the_bot_runs_and_answers(server: RehearsalServer, conductor: Conductor) -> None:
    ana = server.person("Ana")
    ana.sends("/start")
    ana.waits_for("Echo: /start")
    assert runs(server, conductor, 1)


def test_skipping_ahead_moves_both_clocks(server: RehearsalServer, conductor: Conductor, tmp_path: Path) -> None:
    assert runs(server, conductor, 1)
    conductor.skip(timedelta(days=3))
    assert runs(server, conductor, 2)
    assert (tmp_path / "starts").read_text().split() == ["0", str(3 * 24 * 60 * 60)]
    ana = server.person("Ana")
    assert (ana.sends("later").date - server.telegram.clock.now()) < timedelta(seconds=2)
    ana.waits_for("Echo: later")


def test_where_no_other_command_is_given_it_is_this_bot_that_runs(server: RehearsalServer, tmp_path: Path) -> None:
    conductor = Conductor(server, tmp_path / "data")
    conductor.bot.start()
    try:
        assert server.telegram.bell.wait(lambda: conductor.status == "running", 120)
        ana = server.person("Ana")
        ana.sends("/start")
        ana.waits_for(shows("welcome/begin"))
    finally:
        conductor.bot.stop()
    assert conductor.status == "stopped"


def test_a_bot_that_falls_over_is_started_again(server: RehearsalServer, tmp_path: Path) -> None:
    (tmp_path / "crash").touch()
    conductor = Conductor(server, tmp_path, COMMAND, first_wait=0.05)
    conductor.bot.start()
    assert runs(server, conductor, 2)
    conductor.bot.stop()
    assert conductor.status == "stopped"


def test_the_whole_rehearsal_stops_politely_and_remembers(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bot.rehearsal import rehearse; "
        f"sys.exit(rehearse(Path({str(tmp_path)!r}), 0, False, (sys.executable, '-c', {FAKE_BOT!r})))"
    )
    both = (signal.SIGINT, signal.SIGTERM) * 100  # Ctrl-C reaches it from the terminal and from make, at one time
    for kinds in ((signal.SIGTERM,), (signal.SIGINT,), *[both] * 4):
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert process.stdout
        assert "http://127.0.0.1:" in process.stdout.readline()
        for kind in kinds:
            process.send_signal(kind)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (0, "")
    with RehearsalServer(tmp_path / "telegram") as server:
        assert [person.account.first_name for person in server.people] == ["Ana"]


def test_a_taken_port_is_no_problem(server: RehearsalServer, tmp_path: Path) -> None:
    other = opened(tmp_path, server.port)
    with other:
        assert other.port != server.port
