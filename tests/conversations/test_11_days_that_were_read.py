"""A day that was read on a paper is used everywhere and says that it was read; which of two only a person knows."""

from dataclasses import replace

import pytest

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import checklist
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from tests import real
from tests.chat import Chat

EITHER = ("2025-05-03", "2025-03-05")
"""03/05/2025, with the day first and with the month first."""
TWO_DAYS = Facts(record="report", either=EITHER, dated_by="examined", unclear=("date",), patient="Ana Bell")


@pytest.fixture
def sent(chat: Chat) -> Chat:
    chat.patient_walks_to("report")
    return chat


def line(chat: Chat):
    return next(each for each in checklist(chat.guide, chat.case).lines if each.record == "report")


def test_a_read_day_is_in_list_contents_and_timeline_and_says_so(sent):
    sent.patient_sends("a.pdf", facts=Facts(record="report", date="2026-03-12"))
    planned = plan(sent.guide, sent.case)
    (report,) = planned.timeline
    assert (planned.day(report), planned.is_read(report)) == ("2026-03-12", True)
    assert (line(sent).day, line(sent).day_is_read) == ("2026-03-12", True)


def test_confirmed_at_the_packet_it_says_so_no_more_and_the_packet_is_another(sent):
    sent.patient_sends("a.pdf", facts=Facts(record="report", date="2026-03-12"))
    before = digest(sent.guide, sent.case)
    sent.patient_presses("done")
    sent.patient_commands("packet")
    sent.patient_presses("dates/yes/1")
    planned = plan(sent.guide, sent.case)
    assert not planned.is_read(planned.timeline[0])
    assert not line(sent).day_is_read
    assert digest(sent.guide, sent.case) != before


def test_two_days_are_never_told_as_none(sent):
    sent.patient_sends("a.pdf", facts=TWO_DAYS)
    sent.bot_does_not_say("suggestion")
    assert plan(sent.guide, sent.case).timeline == ()


def test_which_of_two_days_it_is_is_asked_at_the_packet_and_kept(sent):
    sent.patient_sends("a.pdf", facts=TWO_DAYS)
    sent.patient_presses("done")
    sent.patient_commands("packet")
    sent.bot_says("packet", "date_which")
    sent.patient_presses(f"dates/{EITHER[1]}/1")
    assert sent.case.document(1).date == EITHER[1]
    sent.patient_commands("packet")
    sent.bot_does_not_say("date_which")


def test_a_day_that_does_not_stand_on_it_is_not_taken(sent):
    sent.patient_sends("a.pdf", facts=TWO_DAYS)
    for data in ("aside/dates/2026-01-01/1", f"aside/dates/{EITHER[0]}/9", f"aside/dates/{EITHER[0]}/x"):
        sent.patient_presses_data(data)
        sent.bot_says("old_button")
    assert sent.case.document(1).date == ""


def test_it_can_be_chosen_on_the_files_own_card(sent):
    sent.patient_sends("a.pdf", facts=TWO_DAYS)
    sent.patient_presses("done")
    sent.patient_commands("files")
    sent.patient_presses("look/1", "date", f"day/{EITHER[0]}")
    assert sent.case.document(1).date == EITHER[0]


@pytest.mark.parametrize(
    ("country", "zone", "day"),
    [
        *(("us", "", EITHER[1]), ("uk", "", EITHER[0]), ("other", "America/Chicago", EITHER[1])),
        *(("", "Europe/Madrid", EITHER[0]), ("", "America/Toronto", ""), ("", "", "")),
    ],
)
def test_the_country_tells_which_comes_first(sent, country, zone, day):
    sent.patient_sends("a.pdf", facts=TWO_DAYS)
    sent.case = replace(sent.case, country=country, zone=zone)
    assert plan(sent.guide, sent.case).days.get(1, "") == day


def test_of_two_days_one_that_is_still_to_come_is_not_meant(sent):
    coming = replace(TWO_DAYS, either=("2026-12-11", "2025-11-12"))
    sent.patient_sends("a.pdf", facts=coming)
    assert plan(sent.guide, sent.case).days == {1: "2025-11-12"}


def test_the_words_say_that_a_day_was_read_in_every_language():
    for language in ("en", "es", "ar"):
        wording = real.content(language).wording
        told = next(iter(checklist(real.content().guide, Chat().case).lines))
        here = replace(told, files=1, pages=2, day="2026-03-12")
        assert len(wording.standing(replace(here, day_is_read=True))) > len(wording.standing(here))
