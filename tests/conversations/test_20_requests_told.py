"""A request is told in a sentence, and what the hospital promised behind it."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests.conversations import telling
from tests.conversations.telling import each, names

ALONE = {
    "en": ["I asked for it thursday by mail", "requested it Thursday by phone"],
    "es": ["lo pedí el jueves por correo", "lo pedí el jueves por teléfono"],
    "ar": ["طلبته الخميس بالايميل"],
}
THEN = {
    "en": ["Barb called back, its gonna be 3 weeks", "3 weeks", "they said it'll take ten days"],
    "es": ["lo mandan en 10 días", "tardan 15 días"],
    "ar": ["بياخد اسبوعين", "قالوا 20 يوم"],
}
NO_PROMISE = {
    "en": ["my chemo starts in two weeks", "see the doctor in 2 weeks", "I've been waiting 3 weeks"],
    "es": ["me operan en dos semanas", "tengo la cita en 10 días"],
    "ar": ["عندي عملية بعد اسبوعين"],
}


def of(chat: Chat, record: str) -> list[tuple[str, str]]:
    return [(each.when, each.how) for each in chat.case.requests if each.record == record]


@each(ALONE)
def test_what_tells_only_when_and_how_names_nobody(language: str, text: str):
    (request,) = telling.told(language, "pathology", text).case.requests
    assert (request.record, request.whom, request.when) == ("pathology", "", "2026-02-26")


@each(THEN)
def test_what_was_promised_belongs_to_the_request_that_was_just_noted(language: str, text: str):
    chat = telling.told(language, "pathology", ALONE[language][0])
    chat.patient_writes(text)
    (request,) = chat.case.requests
    assert request.promised > "2026-03-05"
    assert "request_noted" in names(chat)


@each(NO_PROMISE)
def test_what_else_will_be_in_some_weeks_is_no_promise(language: str, text: str):
    chat = telling.told(language, "pathology", ALONE[language][0])
    chat.patient_writes(text)
    assert [each.promised for each in chat.case.requests] == [""]


@pytest.mark.parametrize(
    ("language", "step", "text", "when"),
    [
        ("es", "treatment_plan", "el plan lo pedí anteayer al Hospital La Paz por teléfono", "2026-02-28"),
        ("es", "labs", "pedí los análisis el viernes en la clínica Santa Fe", "2026-02-27"),
        ("ar", "treatment_plan", "الخطة طلبتها اول امبارح من القصر العيني", "2026-02-28"),
        ("ar", "slides", "العينات في القصر العيني طلبتها الاسبوع اللي فات", "2026-02-23"),
        ("en", "pathology", "called pathology dept today spoke to Denise, she said 5-7 business days", "2026-03-02"),
        ("en", "imaging_reports", "I signed a paper for them to send it, last tuesday", "2026-02-24"),
    ],
)
def test_a_sentence_that_tells_of_a_request_is_one(language: str, step: str, text: str, when: str):
    chat = telling.told(language, step, text)
    assert [when for when, _ in of(chat, step)] == [when]
    assert chat.case.answers[step].standing == "asked"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I asked my doctor on friday about the nausea"),
        ("en", "I called my sister yesterday, she comes in 2 weeks"),
        ("en", "called pathology dept today spoke to Denise, she said 5-7 business days"),
        ("es", "hablé con el oncólogo ayer y dijo seis semanas de radio"),
    ],
)
def test_what_was_asked_of_a_person_or_of_another_record_is_no_request_for_this_one(language: str, text: str):
    chat = telling.told(language, "treatment_plan", text)
    assert not chat.case.requests
    assert chat.case.step == "treatment_plan"
