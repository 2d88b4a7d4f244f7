"""Who the records are of: one card before the first letter or packet, agreed to by one tap, put right line by line."""

from dataclasses import replace

import pytest

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from dialogs.case.stored import from_json, to_json
from dialogs.effects import BuildPacket, SendPaper
from dialogs.roads.packet.whose import name_on_cover
from dialogs.understanding.patient import about_patient

READ = Facts(patient="Ana Example", born="1954-02-07", number="445-12", institution="Example Hospital")


def sent_file(chat, *facts):
    for number, each in enumerate(facts or (READ,), start=1):
        chat.case = chat.case.with_document(Document(number, "b", f"{number}.pdf", "report", "readable", 1, facts=each))


def at_the_card(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("patient")
    return dict(chat.said("patient").values["lines"])


def test_it_is_shown_once_before_the_first_letter_filled_from_the_files(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("letters")
    chat.patient_presses("write/slides")
    chat.patient_is_at("patient")
    assert dict(chat.said("patient").values["lines"])["born"] == "1954-02-07"
    chat.patient_presses("patient_right")
    assert about_patient(chat.case) == Patient("Ana Example", "", "1954-02-07", "445-12", "", "Example Hospital")
    (paper,) = [each for each in chat.turn.effects if isinstance(each, SendPaper)]
    assert paper.values["known"]["name"] == "Ana Example"
    chat.patient_presses("letters", "write/doctor")
    chat.patient_is_at("letters.one")


def test_after_the_country_it_is_asked_and_then_the_letter_comes(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("letters")
    chat.patient_presses("write/records", "us", "skip")
    chat.patient_is_at("letters.one")
    chat.bot_sends_a_paper("letter")
    chat.patient_presses("letters", "done")
    chat.patient_is_at("report")


def test_it_is_shown_once_before_the_first_packet(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("packet")
    chat.patient_presses("build", "patient_right")
    chat.patient_is_at("packet")
    chat.patient_presses("build")
    assert any(isinstance(each, BuildPacket) for each in chat.turn.effects)
    assert name_on_cover(chat.case) == "Ana Example"


def test_nothing_is_agreed_to_by_looking(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("patient")
    chat.patient_commands("checklist")
    assert about_patient(chat.case) == Patient()


def test_two_names_on_files_offer_none(chat):
    sent_file(chat, READ, replace(READ, patient="Bert Sample"))
    lines = at_the_card(chat)
    assert not {"name", "born", "number"} & lines.keys()
    chat.patient_presses("patient_name")
    chat.patient_writes("Ana  Example")
    assert dict(chat.said("patient").values["lines"])["name"] == "Ana Example"


def test_a_line_can_be_left_empty_and_is_not_offered_again(chat):
    sent_file(chat)
    assert at_the_card(chat)["number"] == "445-12"
    chat.patient_presses("patient_number", "patient_blank", "patient_right")
    assert about_patient(chat.case).number == ""
    chat.patient_commands("patient")
    assert "number" not in dict(chat.said("patient").values["lines"])
    chat.patient_presses("patient_number")
    chat.patient_writes("446")
    assert about_patient(chat.case).number == "446"


def test_who_leaves_the_name_empty_has_none_on_the_cover(chat):
    sent_file(chat)
    at_the_card(chat)
    chat.patient_presses("patient_name", "patient_blank", "patient_right")
    assert name_on_cover(chat.case) == ""


def test_what_is_read_later_is_offered_and_changes_nothing_by_itself(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("patient")
    chat.patient_presses("patient_name")
    chat.patient_writes("Ana Example")
    chat.patient_presses("patient_right")
    sent_file(chat)
    assert about_patient(chat.case).number == ""
    chat.patient_commands("patient")
    assert chat.said("patient").values["is_read"]


@pytest.mark.parametrize(
    "written", ["7 February 1954", "Feb 7, 1954", "1954-02-07", "7 Feb 54", "13/2/54", "some day in 1954"]
)
def test_a_date_of_birth_is_read_as_people_write_it(chat, written):
    at_the_card(chat)
    chat.patient_presses("patient_born")
    chat.patient_writes(written)
    if "some" in written:
        chat.bot_says("born_unclear", "patient_born")
        return
    chat.patient_is_at("patient")
    assert about_patient(chat.case).born in ("1954-02-07", "1954-02-13")


def test_a_date_of_birth_that_may_be_two_is_asked_about(chat):
    at_the_card(chat)
    chat.patient_presses("patient_born")
    chat.patient_writes("2/7/54")
    chat.bot_says("born_either")
    chat.patient_presses("day/1954-02-07")
    assert about_patient(chat.case).born == "1954-02-07"
    chat.patient_presses("patient_born")
    chat.patient_presses_data("patient.born/day/2954-02-07")
    assert about_patient(chat.case).born == "1954-02-07"


def test_a_contact_is_a_telephone_number_or_an_address(chat):
    at_the_card(chat)
    chat.patient_presses("patient_more", "patient_contact")
    chat.patient_writes("call me")
    chat.bot_says("contact_unclear", "patient_contact")
    chat.patient_writes("my daughter, ٠١٢٣٤٥٦٧")
    chat.patient_is_at("patient")
    chat.patient_presses("patient_more", "patient_contact")
    chat.patient_writes("ana@example.org")
    assert about_patient(chat.case).contact == "ana@example.org"


def test_a_long_name_that_reads_from_right_to_left_is_kept_whole(chat):
    name = "محمد عبد الرحمن " * 6 + "المثال"
    at_the_card(chat)
    chat.patient_presses("patient_name")
    chat.patient_writes(name)
    assert about_patient(from_json(to_json(chat.case))).name == name
    chat.patient_presses("patient_name")
    chat.patient_writes("x" * 121)
    chat.bot_says("too_long", "patient_name")
    assert about_patient(chat.case).name == name


def test_what_is_on_the_card_can_be_had_from_the_summary(chat):
    chat.patient_walks_to("report")
    chat.patient_commands("summary")
    chat.patient_presses("patient", "skip")
    chat.patient_is_at("report")
