"""A paper that holds more than one record counts for each, says so on the card, and is packed once."""

import pytest

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import READY, checklist
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from tests.chat import Chat

BOTH = Facts(record="report", also=("plan",), date="2026-02-12")


@pytest.fixture
def holding_two(chat: Chat) -> Chat:
    chat.patient_walks_to("gather")
    (number,) = chat.patient_uploads("path.pdf")
    chat.bot_has_looked_at(number, pages=2, facts=BOTH)
    return chat


def ready(chat: Chat) -> set[str]:
    return {line.record for line in checklist(chat.guide, chat.case).group(READY)}


def test_the_card_says_both(holding_two):
    (lot,) = holding_two.said("sorting").values["lots"]
    assert (lot.record, lot.also) == ("report", ("plan",))


def test_agreed_to_it_counts_for_each_and_is_packed_once(holding_two):
    holding_two.patient_presses("sorted_yes")
    holding_two.bot_keeps(report=1, plan=1)
    assert {"report", "plan"} <= ready(holding_two)
    planned = plan(holding_two.guide, holding_two.case)
    assert [each.number for each in planned.documents] == [1]
    assert [section.record for section in planned.sections] == ["report"]
    assert "plan" not in {line.record for line in (*planned.missing, *planned.elsewhere)}


def test_nothing_counts_before_the_patient_agreed(holding_two):
    assert not ready(holding_two)


def test_put_under_another_record_it_holds_nothing_beside(holding_two):
    holding_two.patient_presses("sort_change", "sort_as/scans")
    holding_two.bot_keeps(report=0, plan=0, scans=1)


def test_put_under_the_second_of_its_records_it_still_holds_both(holding_two):
    holding_two.patient_presses("sort_change", "sort_as/plan")
    assert holding_two.case.document(1).records == ("plan", "report")


def test_sent_where_it_was_asked_for_the_second_record_is_asked_about_too(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("path.pdf", facts=BOTH)
    chat.bot_says("sorting")
    chat.patient_presses("sorted_yes")
    chat.bot_keeps(report=1, plan=1)


def test_moved_elsewhere_and_back_by_a_tap(holding_two):
    holding_two.patient_presses("sorted_yes")
    holding_two.patient_commands("files")
    holding_two.patient_presses("look/1", "move", "to/scans")
    holding_two.bot_keeps(report=0, plan=0, scans=1)
    holding_two.patient_presses("undo/1")
    holding_two.bot_keeps(report=1, plan=1, scans=0)


def test_a_packet_built_before_is_built_again_once_it_holds_more(holding_two):
    holding_two.patient_presses("sorted_yes")
    before = digest(holding_two.guide, holding_two.case)
    holding_two.patient_commands("files")
    holding_two.patient_presses("look/1", "move", "to/plan")
    assert digest(holding_two.guide, holding_two.case) != before
