"""All papers as one file: reached from anywhere, it says what it will hold and lacks, how large, and where it goes."""

import pytest

from dialogs.effects import BuildPacket
from dialogs.roads.packet.plan import plan
from tests.conversations.packets import effects


def test_it_is_reached_from_the_summary_and_leads_back(chat):
    chat.patient_walks_to("summary")
    chat.patient_presses("pack")
    chat.patient_is_at("packet")
    chat.patient_presses("packet/back")
    chat.patient_is_at("summary")


@pytest.mark.parametrize("step", ["decision", "report", "report.missing", "questions", "review", "summary"])
def test_it_is_reached_from_anywhere_and_leads_back(chat, step):
    chat.patient_walks_to(step.split(".")[0])
    if "." in step:
        chat.patient_presses(step.split(".")[1])
    chat.patient_commands("packet")
    chat.bot_says("packet")
    chat.patient_presses("packet/back")
    chat.patient_is_at(step.split(".")[0])


def test_from_the_packet_aside_to_the_questions_and_back(with_files):
    with_files.patient_commands("questions")
    with_files.patient_presses("questions/done")
    with_files.patient_is_at("packet")
    with_files.patient_presses("details", "naming")
    with_files.patient_commands("questions")
    with_files.patient_presses("questions/done")
    with_files.patient_is_at("packet")
    with_files.patient_presses("packet/back")
    with_files.patient_is_at("scans")


def test_nobody_reaches_it_before_agreeing(chat):
    chat.patient_commands("packet")
    chat.bot_says("welcome")


def test_it_says_what_it_will_hold_what_is_missing_and_what_cannot_go_in(with_files):
    with_files.patient_presses("back")
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("broken.pdf", found="unreadable"))
    with_files.patient_commands("packet")
    values = with_files.said("packet").values
    assert (values["files"], values["pages"]) == (1, 3)
    assert "scans" in values["missing"]
    assert values["refused"] == ("broken.pdf",)


def test_a_file_that_came_again_and_was_kept_is_not_said_to_be_missing_from_it(with_files):
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("scan.pdf", found="unreadable"))
    with_files.happens_at("report.sending", lambda: with_files.patient_sends("scan.pdf"))
    assert plan(with_files.guide, with_files.case).refused == ()


def test_without_files_there_is_nothing_to_build(chat):
    chat.patient_walks_to("summary")
    chat.patient_commands("packet")
    chat.bot_does_not_offer("build")
    chat.patient_presses_data("packet/build")
    chat.bot_says("old_button")
    assert not effects(chat, BuildPacket)


def test_its_card_has_four_buttons_and_no_more(with_files):
    assert {each.data for row in with_files.said("packet").buttons for each in row} == {
        *("packet/build", "packet/choosing", "packet/details", "packet/back")
    }


def test_the_buttons_of_a_card_of_before_still_lead_where_they_did(with_files):
    for move, step in (("naming", "packet.naming"), ("sizes", "packet.sizes"), ("where", "destination")):
        with_files.happens_at("packet", lambda move=move: with_files.patient_presses_data(f"packet/{move}"))
        with_files.patient_is_at(step)


def test_the_size_of_the_parts_is_behind_a_tap_and_only_the_other_sizes_are_offered(with_files):
    with_files.bot_does_not_offer("size/20")
    assert "megabytes" not in with_files.said("packet").values
    with_files.patient_presses("details", "sizes")
    with_files.bot_says("packet_sizes")
    with_files.bot_offers("size/20", "size/10")
    with_files.patient_presses("size/10")
    with_files.patient_is_at("packet")
    assert with_files.case.part_megabytes == 10
    with_files.patient_presses("details", "sizes")
    with_files.bot_does_not_offer("size/10")
    with_files.patient_presses_data("packet.sizes/size/7")
    with_files.bot_says("old_button")
    with_files.patient_presses("back")
    with_files.patient_is_at("packet")
    assert with_files.case.part_megabytes == 10


def test_a_size_on_a_card_of_before_still_counts(with_files):
    with_files.patient_presses_data("packet/size/20")
    with_files.bot_says("packet")
    assert with_files.case.part_megabytes == 20


def test_from_its_card_to_where_it_goes_and_back(with_files):
    with_files.patient_presses("details", "where")
    with_files.bot_says("destination")
    with_files.patient_presses("back")
    with_files.patient_is_at("packet")
    with_files.patient_presses("details", "where")
    with_files.patient_writes("Example University Hospital")
    with_files.patient_is_at("packet")
    assert with_files.said("packet").values["destination"] == "Example University Hospital"
    with_files.patient_presses("back")
    with_files.patient_is_at("scans")
