""" "That was wrong" takes back what was done last, and nothing else."""

from __future__ import annotations

import pytest

from dialogs.case.facts import Facts
from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling

WRONG = {"en": ["that was wrong", "oops, wrong"], "es": ["eso está mal", "me equivoqué"], "ar": ["غلط", "غلطت"]}
STRAY = {"en": "the moon is quite lovely", "es": "cortinas moradas", "ar": "ستائر بنفسجية"}
ELSEWHERE = {"en": "Riverbend Hospital", "es": "Hospital del Lago", "ar": "مستشفى البحيرة"}
NOT_HERE = {"en": "I don't have it", "es": "no lo tengo", "ar": "ما عندي"}


@telling.each(WRONG)
def test_a_place_that_was_noted_is_taken_back_and_asked_once_more(language: str, text: str):
    for place in (ELSEWHERE[language], "Mayo Clinic"):
        chat = telling.told(language, "destination", place)
        chat.patient_writes(text)
        assert (chat.case.step, chat.case.destinations, chat.case.destination) == ("destination", (), "")


@telling.each(WRONG)
def test_of_two_places_the_last_one_is_taken_back(language: str, text: str):
    chat = telling.told(language, "destination", "Stanford")
    chat.patient_writes("Mayo Clinic")
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.destinations) == ("destination", ("stanford",))


@pytest.mark.parametrize("step", ["pathology", "labs"])
@telling.each(WRONG)
def test_that_a_record_is_not_there_is_taken_back(language: str, text: str, step: str):
    chat = telling.told(language, step, NOT_HERE[language])
    assert step in chat.case.answers
    chat.patient_writes(text)
    assert chat.case.step == step
    assert step not in chat.case.answers


@telling.each(WRONG)
def test_after_a_text_that_changed_nothing_there_is_nothing_to_take_back(language: str, text: str):
    chat = telling.told(language, "pathology", STRAY[language])
    before = chat.case
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.answers, chat.case.trail) == ("pathology", before.answers, before.trail)
    assert "nothing_undone" in [say.name for say in chat.said_now()]


def sorted_files(language: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("gather")
    for number in chat.patient_uploads("a.pdf", "b.pdf"):
        chat.bot_has_looked_at(number, facts=Facts(record="pathology" if number % 2 else "labs"))
    chat.patient_presses("sorted_yes")
    assert [each.record for each in chat.case.documents] == ["pathology", "labs"]
    return chat


@telling.each(WRONG)
def test_files_that_were_sorted_are_asked_about_once_more(language: str, text: str):
    chat = sorted_files(language)
    chat.patient_writes(text)
    chat.said("sorting")
    assert (chat.case.step, dict(chat.case.answers)) == ("gather", {})
    assert [(each.record, each.placed) for each in chat.case.documents] == [("", False)] * 2
    chat.patient_presses("sorted_yes")
    assert [each.record for each in chat.case.documents] == ["pathology", "labs"]


def test_what_was_told_before_the_last_thing_stays():
    chat = telling.told("en", "destination", "Riverbend Hospital")
    chat.patient_writes("I don't have it")
    chat.patient_writes("that was wrong")
    assert (chat.case.step, chat.case.destination) == ("pathology", "Riverbend Hospital")


def test_said_twice_it_leads_one_question_further_back():
    chat = telling.told("en", "destination", "Riverbend Hospital")
    for _ in range(2):
        chat.patient_writes("that was wrong")
    assert chat.case.step == "date"


@telling.each({"en": ["I feel bad"], "es": ["estoy mal"], "ar": ["أنا مش مظبوط"]})
def test_how_somebody_is_takes_nothing_back(language: str, text: str):
    chat = telling.told(language, "destination", ELSEWHERE[language])
    chat.patient_writes(text)
    assert chat.case.destination == ELSEWHERE[language]


def test_a_file_that_was_deleted_is_gone_for_good():
    chat = sorted_files("en")
    chat.patient_commands("files")
    chat.patient_presses("look/1", "erase", "erase_yes")
    assert [each.record for each in chat.case.documents] == ["labs"]
    before = chat.case.answers
    chat.patient_writes("that was wrong")
    assert ([each.record for each in chat.case.documents], chat.case.answers) == (["labs"], before)


ASKED = {
    "en": ("asked them Monday by phone", "that was wrong"),
    "es": ("lo pedí el lunes por teléfono", "eso está mal"),
    "ar": ("طلبته الاثنين بالتلفون", "غلط"),
}
each_language = pytest.mark.parametrize("language", ["en", "es", "ar"])


@each_language
def test_with_the_answer_goes_the_request_that_it_made(language: str):
    text, wrong = ASKED[language]
    chat = telling.told(language, "pathology", text)
    assert [each.record for each in chat.case.requests] == ["pathology"]
    chat.patient_writes(wrong)
    assert (chat.case.step, chat.case.requests, dict(chat.case.answers)) == ("pathology", (), {})


@each_language
def test_said_once_more_no_older_answer_goes(language: str):
    chat = telling.told(language, "pathology", ASKED[language][0])
    chat.patient_writes(NOT_HERE[language])
    before = chat.case
    for wrong in WRONG[language] * 2:
        chat.patient_writes(wrong)
    assert chat.case.answers["pathology"] == before.answers["pathology"]
    assert [each.number for each in chat.case.requests] == [1]


def test_a_way_back_that_was_wrong_brings_the_request_back():
    chat = telling.told("en", "pathology", ASKED["en"][0])
    before = chat.case
    chat.patient_presses("back")
    assert not chat.case.requests
    chat.patient_writes("that was wrong")
    assert (chat.case.requests, chat.case.answers) == (before.requests, before.answers)


@telling.each({"en": ["that was wrong"], "es": ["eso estuvo mal"], "ar": ["غلط"]})
def test_a_question_that_was_just_added_is_taken_back(language: str, text: str):
    asks = {"en": "How long will chemo take?", "es": "¿Cuánto dura la quimio?", "ar": "كم تطول الكيماوي؟"}
    chat = telling.told(language, "questions", asks[language])
    before = chat.case
    chat.patient_writes(text)
    assert (len(before.questions), len(chat.case.questions), chat.case.step) == (1, 0, "questions")


@telling.each({"en": ["that was wrong"], "es": ["eso estuvo mal"], "ar": ["غلط"]})
def test_a_line_that_was_put_right_is_as_it_was(language: str, text: str):
    chat = telling.told(language, "medications", "tamoxifen 20")
    chat.patient_writes({"en": "no, 10", "es": "no, 10", "ar": "لا، 10"}[language])
    assert chat.case.own_words["medications"].text == "tamoxifen 10"
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == "tamoxifen 20"
    assert not chat.case.texts


@telling.each({"en": ["cancel that"], "es": ["cancela eso", "cancélelo"], "ar": ["الغي هذا"]})
def test_a_line_that_is_cancelled_goes_and_no_answer(language: str, text: str):
    chat = telling.told(language, "medications", "tamoxifen 20")
    before = chat.case.answers
    chat.patient_writes(text)
    assert (dict(chat.case.own_words), chat.case.answers, chat.case.step) == ({}, before, "medications")


@telling.each(
    {
        "en": ["no wait", "ignore that"],
        "es": ["no, espere", "ignore eso"],
        "ar": ["لا استنى", "تجاهل هذا"],
    }
)
def test_who_stops_short_has_answered_nothing(language: str, text: str):
    chat = telling.told(language, "pathology", text)
    assert (chat.case.step, dict(chat.case.answers)) == ("pathology", {})


@telling.each({"en": ["no", "not"], "es": ["no", "No, no"], "ar": ["لا"]})
@pytest.mark.parametrize("step", ["medications", "procedures"])
def test_a_bare_no_below_a_line_takes_nothing_out(language: str, text: str, step: str):
    chat = telling.told(language, step, "losartan 50 mg")
    kept = chat.case.own_words
    assert kept
    chat.patient_writes(text)
    assert chat.case.own_words == kept
