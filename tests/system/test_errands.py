"""Two people and one errand, over the running bot: a link, a file, a tick, and an end."""

import re

import pytest

from tests.makers import made
from tests.system.running import shows, taps, until
from tests.telegram import Patient


@pytest.fixture
def mia(telegram) -> Patient:
    return telegram.person("Mia")


def hand_out(ana: Patient) -> str:
    """Ana walks to her first record and hands it out; what the link puts behind /start."""
    ana.sends("/start")
    ana.waits_for(shows("welcome/begin"))
    taps(ana, "welcome/begin", "consent/keep_files")
    taps(ana, "consent/keep_files", "gather/go_on")
    taps(ana, "gather/go_on", "date/not_now")
    taps(ana, "date/not_now", "destination/not_now")
    ana.sends("About Ana")
    ana.waits_for(shows("pathology/send"))
    ana.sends("/errands")
    ana.waits_for(shows("errands/new"))
    taps(ana, "errands/new", "errands/give/pathology")
    ana.presses("errands/give/pathology")
    link = ana.waits_for("https://t.me/rehearsal_bot?start=").text
    return re.findall(r"\?start=([A-Za-z0-9_-]{1,64})$", link)[0]


def test_a_helper_sends_a_file_and_ticks_and_the_patient_says_what_is_true(bot, ana, mia):
    argument = hand_out(ana)
    mia.sends(f"/start {argument}")
    mia.waits_for(shows("errand/1/done"))
    until(lambda: bot.case()["errands"][0]["helper"] == "Mia", "the patient's case knows who has it")
    mia.sends_document("report.pdf", made.a_pdf(pages=2))
    until(lambda: bot.kept() == 1, "kept")
    mia.presses("errand/1/done")
    ana.waits_for(shows("aside/errand/1"))
    taps(ana, "aside/errand/1", "errands/not_yet/1")
    taps(ana, "errands/not_yet/1", "errands/done")
    until(lambda: not bot.rows("SELECT 1 FROM errands"), "settled")
    assert [document["record"] for document in bot.case()["documents"]] == ["pathology"]
    assert not [message for message in mia.bot_messages if "About Ana" in message.text]
    assert len(bot.rows("SELECT 1 FROM cases")) == 1, "a helper has no case"


def test_an_errand_taken_back_answers_its_helper_kindly_also_after_a_kill(bot, ana, mia):
    argument = hand_out(ana)
    mia.sends(f"/start {argument}")
    mia.waits_for(shows("errand/1/done"))
    ana.sends("/errands")
    ana.waits_for(shows("errands/look/1"))
    taps(ana, "errands/look/1", "errands/end/1")
    ana.presses("errands/end/1")
    until(lambda: not bot.rows("SELECT 1 FROM errands"), "taken back")
    bot.kill()
    bot.start()
    mia.presses("errand/1/done")
    gone = mia.waits_for(lambda message: not message.keyboard).text
    mia.sends(f"/start {argument}")
    assert mia.waits_for(lambda message: not message.keyboard).text == gone
    assert argument not in bot.log
    assert "Mia" not in bot.log


def test_a_link_nobody_opened_ends_by_itself(bot, ana, telegram):
    hand_out(ana)
    bot.stop()
    telegram.skips_ahead(days=8)
    bot.start(days_ahead=8)
    until(lambda: not bot.rows("SELECT 1 FROM errands"), "over")
    assert bot.case()["errands"] == ()
