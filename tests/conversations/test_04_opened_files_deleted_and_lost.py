"""A file that only holds others, deleted, replaced, lost or sent again: what came in it goes or stays with it."""

from __future__ import annotations

from dialogs.receiving.custody_events import FilesDamaged, FilesFound
from dialogs.roads.packet.plan import plan
from tests.conversations.opened import CONTENTS, NAMES, are_looked_at, holder_of, sends_a_zip


def test_one_that_was_lost_and_found_gives_nothing_twice(gathering):
    holder, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    gathering.happens(FilesDamaged(gathering.now, (holder,)))
    gathering.bot_says("files_damaged")
    gathering.happens(FilesFound(gathering.now, (holder,)))
    assert gathering.bot_has_opened(holder, *NAMES) == []
    assert holder_of(gathering, holder).state == "opened"
    assert len(gathering.case.documents) == 4


def test_the_same_file_again_gives_nothing_twice(gathering):
    first, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    digest = holder_of(gathering, first).digest
    (second,) = gathering.patient_uploads("portal.zip")
    gathering.bot_has_looked_at(second, "opened", 0, kind="zip", digest=digest, contents=CONTENTS)
    gathering.bot_erases(first)
    assert [each.number for each in gathering.case.documents] == [*within, second]
    assert {each.container for each in gathering.case.documents} == {0, second}
    assert [each.papers for each in gathering.said("receipt").values["holders"]] == [3]


def test_one_that_we_lost_and_that_is_sent_again_is_whole_again(gathering):
    first, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    digest = holder_of(gathering, first).digest
    gathering.happens(FilesDamaged(gathering.now, (first,)))
    gathering.patient_presses(f"file/{first}/replace")
    (second,) = gathering.patient_uploads("portal.zip")
    gathering.bot_has_looked_at(second, "opened", 0, kind="zip", digest=digest, contents=CONTENTS)
    assert sorted(each.number for each in gathering.case.documents) == [*within, second]
    assert [each.number for each in plan(gathering.guide, gathering.case).containers] == [second]


def test_of_one_that_we_lost_all_that_came_in_it_stays_whatever_is_sent_in_its_place(gathering):
    holder, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    gathering.happens(FilesDamaged(gathering.now, (holder,)))
    gathering.patient_presses(f"file/{holder}/replace")
    (other,) = gathering.patient_uploads("other.pdf")
    gathering.bot_has_looked_at(other)
    assert {each.number for each in gathering.case.documents} == {*within, other}


def test_with_it_goes_all_that_came_in_it(gathering):
    holder, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    gathering.patient_commands("files")
    gathering.patient_presses(f"look/{holder}", "erase")
    assert gathering.said("files_deleting").values["papers"] == 3
    gathering.patient_presses("erase_yes")
    gathering.bot_erases(holder, *within)
    assert gathering.case.documents == ()


def test_with_one_that_came_in_it_it_goes_and_the_others_stay(gathering):
    holder, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    gathering.patient_commands("files")
    gathering.patient_presses(f"look/{within[0]}", "erase")
    assert gathering.said("files_deleting").values["holder"].number == holder
    gathering.patient_presses("erase_yes")
    gathering.bot_erases(within[0], holder)
    assert [each.number for each in gathering.case.documents] == within[1:]
    assert plan(gathering.guide, gathering.case).containers == (), "each is an original of its own now"


def test_nothing_of_it_can_be_deleted_while_some_of_it_is_still_on_its_way(gathering):
    holder, within = sends_a_zip(gathering)
    gathering.bot_has_looked_at(within[0])
    gathering.patient_commands("files")
    for number in (holder, within[0]):
        gathering.patient_presses(f"look/{number}")
        gathering.bot_does_not_offer("erase")
        gathering.patient_presses("files.one/back")


def test_one_that_is_replaced_is_not_left_in_it(gathering):
    holder, within = sends_a_zip(gathering, "a.pdf", "b.pdf")
    are_looked_at(gathering, within)
    gathering.patient_presses("sorted_yes")
    gathering.patient_commands("files")
    gathering.patient_presses(f"look/{within[0]}", "replace")
    (new,) = gathering.patient_uploads("better.pdf")
    gathering.bot_has_looked_at(new)
    gathering.bot_erases(within[0], holder)
