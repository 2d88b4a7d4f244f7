"""Several record numbers on the files of one patient: offered together, each with its hospital."""

from dataclasses import replace

import pytest

from dialogs.roads.letters.facts import letter_values
from dialogs.understanding.patient import about_patient
from tests.conversations.patient_lines import READ, at_the_card, sent_file

RIVER = replace(READ, number="0099", institution="River Clinic")


def test_two_numbers_are_offered_together_each_with_its_hospital_and_kept_by_one_tap(chat):
    sent_file(chat, READ, RIVER, replace(RIVER, number="99", institution=""))
    line = at_the_card(chat)["number"]
    assert line == "445-12 (Example Hospital); 0099 (River Clinic)"
    chat.patient_presses("patient_right")
    assert about_patient(chat.case).number == line


def test_one_of_two_numbers_is_picked_and_both_can_be_had_again(chat):
    sent_file(chat, READ, replace(RIVER, institution=""))
    at_the_card(chat)
    chat.patient_presses("patient_number")
    assert chat.said("patient_number").values["read"] == (
        ("445-12", "Example Hospital", ("report",)),
        ("0099", "", ("report",)),
    )
    both, one, other = "445-12 (Example Hospital); 0099", "445-12 (Example Hospital)", "0099"
    assert [label for label, _ in picks(chat)] == [one, other]
    chat.patient_presses_data(dict(picks(chat))[other])
    assert dict(chat.said("patient").values["lines"])["number"] == other
    chat.patient_presses("patient_number")
    assert [label for label, _ in picks(chat)] == [one, "button.patient_all"]
    assert sum(map(len, chat.said("patient_number").buttons)) <= 5
    chat.patient_presses_data(dict(picks(chat))["button.patient_all"])
    assert about_patient(chat.case).number == both


def test_a_number_that_is_gone_from_the_files_is_not_picked_by_an_older_button(chat):
    sent_file(chat, READ, RIVER)
    at_the_card(chat)
    chat.patient_presses("patient_number")
    data = picks(chat)[1][1]
    chat.case = replace(chat.case, documents=chat.case.documents[:1])
    chat.patient_presses_data(data)
    assert about_patient(chat.case).number == ""
    assert chat.said_now(), "it is answered kindly"


@pytest.mark.parametrize("other", [{"patient": "Bert Sample"}, {"born": "1980-01-01"}])
def test_numbers_that_may_be_those_of_two_people_are_not_offered(chat, other):
    sent_file(chat, READ, replace(RIVER, **other))
    assert "number" not in at_the_card(chat)
    chat.patient_presses("patient_number")
    assert not picks(chat)


def test_of_more_numbers_than_hospitals_anybody_has_none_is_offered(chat):
    sent_file(chat, *(replace(READ, number=str(number)) for number in (11, 22, 33, 44)))
    assert "number" not in at_the_card(chat)


def test_a_letter_has_the_number_by_which_its_hospital_knows_them(chat):
    sent_file(chat, READ, RIVER)
    at_the_card(chat)
    chat.patient_presses("patient_right")
    for whom, number in (("River Clinic, Records", "0099"), ("", about_patient(chat.case).number)):
        chat.case = replace(chat.case, addressed={"records": whom})
        assert letter_values(chat.guide, chat.case, "records")["known"]["number"] == number


def picks(chat):
    """The numbers that can be picked, by their labels, and the data of their buttons."""
    buttons = [each for row in chat.said("patient_number").buttons for each in row if "/pick/" in each.data]
    return [(each.label.removeprefix("in_own_words."), each.data) for each in buttons]
