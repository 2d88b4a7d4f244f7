"""Where they will be, told where another thing is asked for, is where the records go; a request told there is none."""

from __future__ import annotations

import pytest

from tests.conversations import telling

GOES = {
    "en": ["we're going to Cleveland Clinic instead", "actually we're going to Cleveland Clinic"],
    "es": ["vamos a la Cleveland Clinic", "mejor vamos a la Cleveland Clinic"],
    "ar": ["رح نروح على كليفلاند كلينك", "غيرنا، رح نروح على كليفلاند كلينك"],
}
ELSE = ["should we go to Mayo Clinic?", "my cousin went to Mayo", "I'm treated at Mayo Clinic", "not Mayo Clinic"]
REQUESTS = {
    "en": ["I asked for it at St Mary's on Thursday", "requested the slides from Mercy on Monday"],
    "es": ["la pedí en el Hospital San José el jueves", "pedí los cristales en el Hospital Ángeles el lunes"],
    "ar": ["طلبتها من القصر العيني الخميس", "طلبت التحاليل من مستشفى السلام يوم الاثنين"],
}
ALONE = {"en": ["Mayo Clinic", "at Mayo Clinic"], "es": ["Mayo Clinic"], "ar": ["مايو كلينك"]}


@pytest.mark.parametrize("step", ["decision", "labs"])
@telling.each(GOES)
def test_where_they_go_is_said_back_and_they_go_on_where_they_were(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    assert (chat.case.step, chat.case.destinations) == ("destination", ("cleveland_clinic",))
    chat.patient_presses_data("destination/go_on")
    assert (chat.case.step, chat.case.answers.get("labs")) == (step, None)


def test_the_one_before_gives_way():
    chat = telling.told("en", "destination", "Mayo Clinic")
    chat.patient_presses_data("destination/go_on")
    chat.patient_writes("we're going to Cleveland Clinic instead")
    assert chat.case.destinations == ("cleveland_clinic",)


@pytest.mark.parametrize("text", ELSE)
def test_what_only_names_a_place_changes_nothing(text: str):
    chat = telling.told("en", "labs", text)
    assert (chat.case.step, chat.case.destinations, chat.case.answers.get("labs")) == ("labs", (), None)


@telling.each(REQUESTS)
def test_a_request_is_no_place_to_go_to(language: str, text: str):
    chat = telling.told(language, "destination", text)
    assert (chat.case.step, chat.case.destination) == ("destination", "")


@telling.each(ALONE)
def test_at_a_record_a_place_alone_is_where_that_record_is(language: str, text: str):
    answer = telling.told(language, "labs", text).case.answers["labs"]
    assert (answer.standing, answer.note) == ("elsewhere", text)


def test_where_the_records_go_there_nobody_knows_which_is_meant():
    chat = telling.told("en", "destination", "Mayo Clinic")
    chat.patient_presses_data("destination/go_on")
    chat.patient_writes("Mayo Clinic")
    assert "pathology" not in chat.case.answers
