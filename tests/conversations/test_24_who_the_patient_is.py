"""Who the records are of: one card before the first letter or packet, agreed to by one tap, put right line by line."""

from dataclasses import replace

import pytest

from dialogs.case.patient import Patient
from dialogs.case.stored import from_json, to_json
from dialogs.effects import BuildPacket, SendPaper
from dialogs.proofreading.chat import Chat as Played
from dialogs.understanding.patient import about_patient, line_in, name_for_readers
from tests import real
from tests.conversations.patient_lines import READ, at_the_card, sent_file


def test_beside_the_first_packet_it_is_shown_once_and_agreed_to_by_one_tap(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("packet")
    assert dict(chat.said("patient").values["lines"])["born"] == "1954-02-07"
    chat.patient_presses("patient_yes")
    assert about_patient(chat.case) == Patient("Ana Example", "", "1954-02-07", "445-12", "", "Example Hospital")
    assert name_for_readers(chat.case) == "Ana Example"
    chat.patient_is_at("packet")
    chat.patient_presses("packet/build")
    assert any(isinstance(each, BuildPacket) for each in chat.turn.effects)
    chat.patient_commands("packet")
    chat.bot_does_not_say("patient")


def test_who_makes_the_packet_at_once_need_not_answer(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("packet")
    chat.patient_presses("packet/build")
    assert any(isinstance(each, BuildPacket) for each in chat.turn.effects)
    assert about_patient(chat.case) == Patient()


def test_an_older_yes_agrees_to_nothing_that_was_read_since(chat):
    chat.patient_walks_to("report")
    sent_file(chat, replace(READ, number=""))
    chat.patient_commands("packet")
    data = next(each.data for row in chat.said("patient").buttons for each in row if "patient_yes" in each.data)
    sent_file(chat, READ)
    chat.patient_presses_data(data)
    assert about_patient(chat.case) == Patient()
    assert dict(chat.said("patient").values["lines"])["number"] == "445-12"
    chat.patient_presses("patient_right")
    assert about_patient(chat.case).number == "445-12"


def test_below_a_letter_a_line_is_put_right_and_the_letter_is_made_again(chat):
    chat.patient_walks_to("report")
    sent_file(chat)
    chat.patient_commands("letters")
    chat.patient_presses("write/slides", "about_patient", "patient_name")
    chat.patient_writes("Ana Maria Example")
    chat.patient_presses("patient_right")
    chat.patient_is_at("letters.one")
    (paper,) = [each for each in chat.turn.effects if isinstance(each, SendPaper)]
    assert (paper.values["known"]["name"], paper.values["known"]["number"]) == ("Ana Maria Example", "445-12")
    chat.bot_does_not_offer("about_patient")


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
    assert chat.said("patient").values["unsure"]
    chat.patient_presses("patient_name")
    chat.patient_writes("Ana  Example")
    assert dict(chat.said("patient").values["lines"])["name"] == "Ana Example"
    assert not chat.said("patient").values["unsure"]


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
    assert name_for_readers(chat.case) == ""


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


@pytest.mark.parametrize("line", ["name", "former", "doctor", "hospital"])
@pytest.mark.parametrize("written", ["12345678", "٤٤٧١٢", "7/2/1954", "# 4 471"])
def test_figures_alone_are_no_name_and_the_line_is_asked_for_again(chat, line, written):
    chat.patient_walks_to("report")
    chat.patient_presses_data(f"aside/patient_{line}")
    chat.patient_writes(written)
    chat.bot_says("name_unclear", f"patient_{line}")
    chat.patient_writes("Ana Ejemplo 2")
    assert line_in(about_patient(chat.case), line) == "Ana Ejemplo 2"


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


@pytest.mark.parametrize(
    ("language", "words", "line", "told", "value"),
    [
        ("en", "change my birthday", "born", "I was born on February 7, 1954", "1954-02-07"),
        ("en", "my name is spelled wrong", "name", "my name is Ana Example", "Ana Example"),
        ("es", "mi nombre está mal", "name", "me llamo Ana Ejemplo", "Ana Ejemplo"),
        ("es", "cambiar mi teléfono", "contact", "mi teléfono es 555 010 0199", "555 010 0199"),
        ("ar", "اسمي مكتوب غلط", "name", "اسمي سارة مثال", "سارة مثال"),
    ],
)
def test_a_line_is_asked_for_in_words_anywhere_and_told_in_a_sentence(language, words, line, told, value):
    chat = Played(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("labs")
    chat.patient_writes(words)
    assert chat.case.step == f"patient.{line}"
    chat.patient_writes(words)
    assert chat.case.step == f"patient.{line}", "asked for once more, it is no answer"
    chat.patient_writes(told)
    assert line_in(about_patient(chat.case), line) == value
    chat.patient_presses("patient_right")
    assert chat.case.step == "labs", "where they were"


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        *[
            ("en", "name", each)
            for each in ("keep it empty", "Leave this line blank", "-", "??", ".", "prefer not to say")
        ],
        *[("en", "former", each) for each in ("none", "n/a", "I never had one", "skip")],
        *[("es", "former", each) for each in ("ninguno", "no tengo", "déjalo vacío", "prefiero no decirlo", "-")],
        *[("ar", "former", each) for each in ("لا يوجد", "اتركه فارغا", "ما عندي", "-")],
    ],
)
def test_a_line_is_left_empty_in_words_and_these_words_are_not_printed_as_a_name(language, line, words):
    chat = Played(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("labs")
    chat.patient_presses_data(f"aside/patient_{line}")
    chat.patient_writes("Ana Example")
    chat.patient_presses_data(f"aside/patient_{line}")
    chat.patient_writes(words)
    assert chat.case.step == "patient"
    assert line_in(about_patient(chat.case), line) == ""


def test_before_anything_is_agreed_to_a_line_is_not_asked_about():
    chat = Played(dialogue=real.content("en").dialogue)
    chat.patient_commands("start")
    chat.patient_writes("change my birthday")
    assert chat.case.step in ("welcome", "consent")
