"""What must never fail, tried on the running bot."""

from __future__ import annotations

import os
import subprocess

from tests.faults import breaks, loses_the_request
from tests.makers import made
from tests.system.forked import ended
from tests.system.running import RunningBot, shows, taps, until
from tests.system.walk import TO_THE_FIRST, WALK
from tests.telegram import RehearsalServer

CANARY = "Kanarienvogel"


def bring_to_sending(bot: RunningBot, person, hospital: str = f"{CANARY} Hospital") -> None:
    person.sends("/start")
    person.waits_for(shows("welcome/begin"))
    taps(person, "welcome/begin", "consent/keep_files")
    taps(person, "consent/keep_files", "gather/go_on")
    taps(person, "gather/go_on", "date/not_now")
    taps(person, "date/not_now", "destination/not_now")
    person.sends(hospital)
    person.waits_for(shows("pathology/send"))
    taps(person, "pathology/send", "pathology.sending/done")


def test_delete_leaves_no_row_no_file_no_key_and_no_word(bot, ana, telegram):
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"))
    ana.presses("aside@1/delete_yes")
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "erased")
    telegram.idle()
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "nothing waits")
    for table in ("cases", "documents", "slots", "errands"):
        assert bot.rows(f"SELECT * FROM {table}") == []
    chat_id = str(ana.account.id).encode()
    until(
        lambda: (
            not [
                file
                for file in bot.data_dir.rglob("*")
                if file.is_file() and (CANARY.encode() in file.read_bytes() or chat_id in file.read_bytes())
            ]
        ),
        "no word of the patient's lies on the disk",
    )
    assert [path.name for path in (bot.data_dir / "vault").iterdir()] == ["identity"]


def test_while_a_case_lives_none_of_its_words_lies_on_the_disk(bot, ana, telegram):
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_printed_pdf(f"{CANARY} report"), caption=f"{CANARY} caption")
    until(lambda: bot.kept() == 1, "kept")
    telegram.faults.next("sendMessage", *[breaks()] * 20)
    ana.sends(f"Is {CANARY} bad?")
    until(lambda: bot.rows("SELECT 1 FROM outbox"), "an answer waits")
    bot.kill()
    assert str(bot.case()).count(CANARY) >= 2
    written = [file for file in bot.data_dir.rglob("*") if file.is_file()]
    assert not [file.name for file in written if CANARY.encode() in file.read_bytes()]


def test_one_file_deleted_leaves_the_disk_and_the_others_stay(bot, ana):
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends_document("other.pdf", made.a_pdf())
    until(lambda: bot.kept() == 2, "both kept")
    ana.sends("/files")
    ana.waits_for(shows("files/look/1"))
    taps(ana, "files/look/1", "files.one@1/erase")
    taps(ana, "files.one@1/erase", "files.deleting@1/erase_yes")
    taps(ana, "files.deleting@1/erase_yes", "files/back")
    until(lambda: len(bot.files()) == 1 and bot.kept() == 1, "erased")
    assert [document["name"] for document in bot.case()["documents"]] == ["other.pdf"]


def test_a_password_reaches_no_disk_and_no_log_and_leaves_the_chat(bot, ana, telegram):
    bring_to_sending(bot, ana, hospital="City Hospital")
    ana.sends_document("report.pdf", made.a_locked_pdf())
    ana.waits_for(shows("aside/file/1/password"))
    taps(ana, "aside/file/1/password", "files.password@1/back")
    ana.sends(CANARY)
    until(lambda: CANARY not in [message.text for message in ana.messages], "taken out of the chat")
    telegram.idle()
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "nothing waits")
    bot.kill()
    written = [file for file in bot.data_dir.rglob("*") if file.is_file()]
    assert not [file for file in written if CANARY.encode() in file.read_bytes()]
    assert CANARY not in bot.log
    assert CANARY not in str(bot.case())
    assert bot.case()["documents"][0]["state"] == "locked"


def test_a_delete_that_was_killed_is_finished_at_the_next_start(bot, ana):
    bring_to_sending(bot, ana)
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"))
    ana.presses("aside@1/delete_yes")
    until(lambda: not bot.rows("SELECT 1 FROM cases"), "the turn is committed")
    bot.kill()
    bot.start()
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "erased")


def test_no_log_line_holds_a_word_a_name_an_id_or_the_token(bot, ana, telegram):
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf(), caption=f"{CANARY} caption")
    ana.sends(f"{CANARY} text")
    ana.sends_sticker()
    telegram.faults.next("sendMessage", breaks(), breaks())
    until(lambda: bot.kept() == 1, "kept")
    ana.blocks()
    telegram.idle()
    bot.stop()
    log = bot.log
    assert log, "the bot logs something at DEBUG"
    for secret in (CANARY, telegram.token, telegram.token.split(":")[1], str(ana.account.id), "Ana"):
        assert secret not in log


def test_every_update_delivered_again_and_again_has_one_effect(bot, ana, telegram):
    for act in TO_THE_FIRST:
        act.do(ana)
        act.wait(ana, bot)
    before, count = bot.case(), len(bot.rows("SELECT 1 FROM updates"))
    bot.stop()
    bot.start()
    telegram.idle()
    assert bot.case() == before
    assert len(bot.rows("SELECT 1 FROM updates")) == count


def test_a_reminder_asked_for_comes_when_its_day_has_come_and_only_once(bot, ana, telegram):
    for act in WALK[:-1]:
        act.do(ana)
        act.wait(ana, bot)
    bot.stop()
    telegram.skips_ahead(days=8)
    bot.start(days_ahead=8)
    reminder = ana.waits_for(shows("aside/pause"))
    assert bot.case()["reminders"]["left"] == 3
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "Telegram's answer is noted")
    bot.kill()
    bot.start(days_ahead=8)
    ana.sends("/checklist")
    ana.waits_for(shows("aside/sheet"))
    assert len([message for message in ana.bot_messages if message.text == reminder.text]) == 1


def test_someone_who_blocks_the_bot_is_left_in_peace_and_welcomed_back(bot, ana, telegram):
    for act in TO_THE_FIRST:
        act.do(ana)
        act.wait(ana, bot)
    ana.blocks()
    until(lambda: bot.case()["reachable"] is False, "noticed")
    ana.unblocks()
    ana.sends("/start")
    ana.waits_for(shows("pathology/send"))
    assert bot.case()["reachable"] is True


def test_telegram_away_for_a_while_loses_nothing(bot, ana, telegram):
    for act in WALK[:5]:
        act.do(ana)
        act.wait(ana, bot)
    telegram.faults.always(loses_the_request())
    ana.sends("City Hospital")
    until(lambda: "cannot be reached" in bot.log or "no updates" in bot.log, "noticed")
    telegram.faults.clear()
    ana.waits_for(shows("pathology/send"))


def test_it_starts_and_stops_when_it_is_told_to(bot, ana):
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"))
    assert bot.stop() == 0


def run_bot(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
    return ended(arguments, environment | settings)


def test_help_explains_every_command():
    told = run_bot("--help")
    assert told.returncode == 0
    for command in ("run", "check", "diagram"):
        assert command in told.stdout


def test_a_wrong_setting_is_one_line_that_names_it():
    told = run_bot("run", TELEGRAM_TOKEN="not-a-token")
    assert told.returncode == 2
    assert len(told.stderr.strip().splitlines()) == 1
    assert "TELEGRAM_TOKEN" in told.stderr
    assert "not-a-token" not in told.stderr


def test_a_token_that_telegram_does_not_know_is_one_line(tmp_path):
    with RehearsalServer() as telegram:
        unknown = f"{telegram.token.split(':')[0]}:{'x' * 35}"
        told = run_bot("run", TELEGRAM_TOKEN=unknown, TELEGRAM_API_URL=telegram.url, DATA_DIR=str(tmp_path))
    assert told.returncode == 2
    assert "TELEGRAM_TOKEN" in told.stderr
    assert unknown not in told.stderr
