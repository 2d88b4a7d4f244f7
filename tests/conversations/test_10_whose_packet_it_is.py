"""Whose papers they are: the name on the cover is read on the files, written by hand, or left away."""

from dataclasses import replace

from dialogs.effects import BuildPacket
from dialogs.roads.packet.plan import plan
from dialogs.roads.packet.whose import MAX_NAME
from tests.conversations.packets import effects, reading


def test_a_name_for_the_cover_is_a_text_of_ones_own(with_files):
    with_files.patient_presses("naming")
    with_files.bot_says("packet_naming")
    with_files.patient_writes("  Ana   Example ")
    with_files.patient_is_at("packet")
    assert with_files.case.name == "Ana Example"
    with_files.patient_presses("naming", "no_name")
    assert with_files.case.name == ""


def test_a_name_that_is_too_long_is_asked_for_again(with_files):
    with_files.patient_presses("naming")
    with_files.patient_writes("x" * (MAX_NAME + 1))
    with_files.bot_says("too_long", "packet_naming")
    with_files.patient_writes("x" * MAX_NAME)
    with_files.patient_is_at("packet")


def test_a_forwarded_text_is_no_name(with_files):
    with_files.patient_presses("naming")
    with_files.patient_writes("Dr. Somebody", forwarded=True)
    with_files.bot_says("text_unplaced")
    with_files.patient_presses("text/answer")
    assert with_files.case.name == "Dr. Somebody"


def names(chat, *printed):
    """The packet's card where these names are printed on the files, one on each."""
    for number, name in enumerate(printed, start=10):
        chat.case = chat.case.with_document(replace(chat.case.documents[0], number=number))
        chat.case = reading(chat.case, number, name)
    chat.patient_commands("packet")
    return chat.said("packet").values["name"]


def test_the_name_that_is_printed_on_most_files_stands_on_the_cover(with_files):
    assert with_files.said("packet").values["name"] == ""
    assert names(with_files, "EXAMPLE, ANA", "Ana Example", "Ana Example") == "Ana Example"
    assert plan(with_files.guide, with_files.case).name == "Ana Example"


def test_files_that_do_not_agree_on_a_name_give_none(with_files):
    assert names(with_files, "Ana Example", "Bert Sample") == ""


def test_a_strangers_file_does_not_take_the_name_from_the_cover(with_files):
    assert names(with_files, "Ana Example", "Bert Sample", "Ana Example", "Ana Example") == "Ana Example"


def test_the_patient_has_the_last_word_about_the_name(with_files):
    names(with_files, "Ana Example", "Ana Example")
    with_files.patient_presses("naming")
    assert with_files.said("packet_naming").values["name"] == "Ana Example"
    with_files.patient_writes("Anne Example")
    assert with_files.said("packet").values["name"] == "Anne Example"
    with_files.patient_presses("naming", "no_name")
    assert with_files.said("packet").values["name"] == ""
    assert with_files.case.unnamed
    with_files.patient_presses("naming")
    with_files.patient_writes("Ana Example")
    assert with_files.said("packet").values["name"] == "Ana Example"
    assert not with_files.case.unnamed


def test_a_helper_is_asked_whose_papers_they_are_before_they_are_bound(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    with_files.patient_presses("build")
    with_files.bot_says("packet_naming")
    assert not effects(with_files, BuildPacket)
    with_files.patient_writes("Ana Example")
    assert with_files.said("packet").values["name"] == "Ana Example"
    with_files.patient_presses("build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]


def test_a_helper_may_leave_the_cover_without_a_name(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    with_files.patient_presses("build", "no_name", "build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]


def test_a_helper_is_not_asked_for_a_name_that_stands_on_the_files(with_files):
    with_files.case = replace(with_files.case, for_another=True)
    names(with_files, "Ana Example", "Ana Example")
    with_files.patient_presses("build")
    assert effects(with_files, BuildPacket) == [BuildPacket(1)]
