"""A paper that holds more than one record counts for each, says so on the card, and is packed once."""

import pytest

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import READY, checklist
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from tests.chat import Chat

BOTH = Facts(record="report", also=("plan",), date="2026-02-12")


@pytest.fixture
def gathering(chat: Chat) -> Chat:
    chat.patient_walks_to("gather")
    (number,) = chat.patient_uploads("path.pdf")
    chat.bot_has_looked_at(number, pages=2, facts=BOTH)
    return chat


def ready(chat: Chat) -> set[str]:
    return {line.record for line in checklist(chat.guide, chat.case).group(READY)}


def test_the_card_says_both(gathering):
    (lot,) = gathering.said("sorting").values["lots"]
    assert (lot.record, lot.also) == ("report", ("plan",))


def test_agreed_to_it_counts_for_each_and_is_packed_once(gathering):
    gathering.patient_presses("sorted_yes")
    gathering.bot_keeps(report=1, plan=1)
    assert {"report", "plan"} <= ready(gathering)
    planned = plan(gathering.guide, gathering.case)
    assert [each.number for each in planned.documents] == [1]
    assert [section.record for section in planned.sections] == ["report"]
    assert "plan" not in {line.record for line in (*planned.missing, *planned.elsewhere)}


def test_nothing_counts_before_the_patient_agreed(gathering):
    assert not ready(gathering)


def test_put_under_another_record_it_holds_nothing_beside(gathering):
    gathering.patient_presses("sort_change", "sort_as/scans")
    gathering.bot_keeps(report=0, plan=0, scans=1)


def test_put_under_the_second_of_its_records_it_still_holds_both(gathering):
    gathering.patient_presses("sort_change", "sort_as/plan")
    assert gathering.case.document(1).records == ("plan", "report")


def test_sent_where_it_was_asked_for_the_second_record_is_asked_about_too(chat):
    chat.patient_walks_to("report")
    chat.patient_sends("path.pdf", facts=BOTH)
    chat.bot_says("sorting")
    chat.patient_presses("sorted_yes")
    chat.bot_keeps(report=1, plan=1)


def test_moved_elsewhere_and_back_by_a_tap(gathering):
    gathering.patient_presses("sorted_yes")
    gathering.patient_commands("files")
    gathering.patient_presses("look/1", "move", "to/scans")
    gathering.bot_keeps(report=0, plan=0, scans=1)
    gathering.patient_presses("undo/1")
    gathering.bot_keeps(report=1, plan=1, scans=0)


def test_a_packet_built_before_is_built_again_once_it_holds_more(gathering):
    gathering.patient_presses("sorted_yes")
    before = digest(gathering.guide, gathering.case)
    gathering.patient_commands("files")
    gathering.patient_presses("look/1", "move", "to/plan")
    assert digest(gathering.guide, gathering.case) != before
