"""What an operator watches: the numbers are right, and neither they nor the log hold anything of a patient."""

from __future__ import annotations

import json
import sqlite3
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.faults import refuses
from tests.makers import made
from tests.ports import free_port
from tests.system.running import RunningBot, shows, until
from tests.system.test_promises import CANARY, bring_to_sending
from tests.telegram import Patient, RehearsalServer


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data", LISTEN_PORT=str(free_port()), LOG_FORMAT="json")
    running.start()
    yield running
    running.kill()


def page(bot: RunningBot) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{bot.settings['LISTEN_PORT']}/metrics", timeout=60) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain")
        return str(answer.read().decode())


def numbers(bot: RunningBot) -> dict[str, float]:
    """The numbers of the page, each by its name and the values of its labels in the order of their names."""
    samples = [sample for family in text_string_to_metric_families(page(bot)) for sample in family.samples]
    return {"/".join((sample.name, *sample.labels.values())): sample.value for sample in samples}


def test_after_a_conversation_the_numbers_are_right_and_nothing_of_the_patient_is_in_them(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendMessage", refuses(429, "Too Many Requests: retry after 1"))
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf(), caption=f"{CANARY} caption")
    until(lambda: bot.kept() == 1, "kept")
    ana.sends_document(f"{CANARY}.zip", b"\x7fELF" + bytes(60))
    ana.sends(f"{CANARY} text")
    ana.sends_sticker()
    ana.sends(f"I can't breathe, says {CANARY}")
    ana.waits_for(shows("aside/here"))
    telegram.idle()
    until(lambda: not bot.rows("SELECT 1 FROM outbox") and not bot.rows("SELECT 1 FROM work"), "all is said and done")
    until(lambda: numbers(bot)["companion_ready"] == 1, "ready")
    found = numbers(bot)
    size = bot.rows("SELECT sum(size) FROM documents")[0][0]
    expected = {
        "companion_turns_total/Command": 1,
        "companion_turns_total/Pressed": 5,
        "companion_turns_total/Wrote": 3,
        "companion_turns_total/SentFile": 2,
        "companion_turns_total/SentOther": 1,
        "companion_turns_total/Inspected": 2,
        "companion_turn_failures_total": 0,
        "companion_turn_seconds_count": 12,
        "companion_updates_total/taken": 12,
        "companion_updates_total/unreadable": 0,
        "companion_safety_cards_total/emergency": 1,
        "companion_safety_cards_total/call_team": 0,
        "companion_verdicts_total/readable": 1,
        "companion_verdicts_total/unknown_kind": 1,
        "companion_inspection_seconds_count": 2,
        "companion_work_total/fetch/done": 2,
        "companion_work_total/fetch/failed": 0,
        "companion_telegram_calls_total/429/sendMessage": 1,
        "companion_telegram_calls_total/2xx/getFile": 2,
        "companion_telegram_calls_total/2xx/download": 2,
        "companion_database_up": 1,
        "companion_cases": 1,
        "companion_vault_files": 1,
        "companion_vault_bytes": size,
        "companion_outbox_messages": 0,
        "companion_outbox_oldest_seconds": 0,
    }
    assert {name: found.get(name) for name in expected} == expected
    assert found["companion_telegram_calls_total/2xx/sendMessage"] == telegram.sent("sendMessage")
    assert found["process_resident_memory_bytes"] > 0
    text = page(bot)
    bot.stop()
    for secret in (CANARY, telegram.token, telegram.token.split(":")[1], str(ana.account.id), "Ana", ".pdf"):
        assert secret not in text
        assert secret not in bot.log
    lines = [json.loads(line) for line in bot.log.splitlines()]
    assert {"event", "level", "logger", "timestamp"} <= set(lines[0])


def test_what_waits_is_counted_with_its_age(bot: RunningBot, ana: Patient, telegram: RehearsalServer) -> None:
    bring_to_sending(bot, ana)
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "all is said")
    telegram.faults.always(refuses(502, "Bad Gateway"), "getFile")
    telegram.faults.always(refuses(502, "Bad Gateway"), "sendMessage")
    ana.sends_document("report.pdf", made.a_pdf())

    def waits() -> bool:
        found = numbers(bot)
        is_due = found.get("companion_work_due/fetch") == 1 and found["companion_work_oldest_seconds/fetch"] >= 0
        says = found["companion_outbox_messages"] > 0 and found["companion_outbox_oldest_seconds"] > 0
        put_off = found["companion_work_total/fetch/put_off"] > 0
        return is_due and says and put_off and "companion_telegram_calls_total/5xx/getFile" in found

    until(waits, "what waits is counted")
    telegram.faults.clear()
    until(lambda: bot.kept() == 1 and numbers(bot)["companion_outbox_messages"] == 0, "and then nothing waits")


def test_numbers_are_told_while_the_database_is_held_by_another(bot: RunningBot, ana: Patient) -> None:
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"))
    until(lambda: numbers(bot)["companion_cases"] == 1, "counted")
    held = sqlite3.connect(bot.data_dir / "companion.db", isolation_level=None)
    try:
        held.execute("BEGIN EXCLUSIVE")
        found = numbers(bot)
        assert found["companion_turns_total/Command"] == 1
        assert found["companion_ready"] == 0
    finally:
        held.close()
    until(lambda: numbers(bot)["companion_ready"] == 1, "ready again")
