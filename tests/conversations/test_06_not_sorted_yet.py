"""Nothing lies in two drawers or in none: what has no place is in list, summary and packet as not sorted yet."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from dialogs.case.facts import Facts
from dialogs.checklist.checklist import checklist
from dialogs.checklist.shown import summary_values
from dialogs.roads.packet.plan import plan
from dialogs.words.papers import Papers
from tests import real
from tests.chat import Chat

NOW = datetime(2026, 11, 14, tzinfo=UTC)


@pytest.fixture
def left(chat: Chat) -> Chat:
    """Three files: one in its place, one that holds two records, one that was left without a place."""
    chat.patient_walks_to("gather")
    numbers = chat.patient_uploads("a.pdf", "b.pdf", "c.pdf")
    facts = (Facts(record="scans"), Facts(record="report", also=("plan",)), Facts())
    for number, each in zip(numbers, facts, strict=True):
        chat.bot_has_looked_at(number, facts=each)
    chat.patient_presses("sorted_yes", "sort_leave")
    return chat


def test_what_has_no_place_is_counted_in_list_and_summary(left):
    left.patient_commands("checklist")
    assert left.said("checklist").values["unsorted"] == 1
    left.patient_commands("summary")
    assert left.said("summary").values["unsorted"] == 1


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_and_stands_on_the_page_that_is_printed(left, language):
    content = real.content(language)
    values = summary_values(content.guide, left.case)
    assert values["unsorted"] == 3, "none of the small guide's records is in the real one"
    sections = Papers(content.wording).words("sheet", values, NOW)["sheet"]["sections"]
    nothing = Papers(content.wording).words("sheet", {**values, "unsorted": 0}, NOW)["sheet"]["sections"]
    assert len(sections) == len(nothing) + 1


def test_every_file_is_in_the_packet_once_and_in_one_section(left):
    planned = plan(left.guide, left.case)
    assert Counter(each.number for each in planned.documents) == {1: 1, 2: 1, 3: 1}
    assert [section.record for section in planned.sections][-1] == ""
    assert [each.number for each in planned.sections[-1].documents] == [3]


def test_every_file_is_counted_for_what_it_holds_and_for_nothing_else(left):
    files = {line.record: line.files for line in checklist(left.guide, left.case).lines if line.files}
    assert files == {"scans": 1, "report": 1, "plan": 1}


def test_being_left_it_is_not_asked_about_again_and_not_forgotten(left):
    left.patient_sends("d.pdf", facts=Facts(record="report"))
    assert [lot.first.name for lot in left.said("sorting").values["lots"]] == ["d.pdf"]
