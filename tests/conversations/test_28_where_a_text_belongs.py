""" "Where does this belong?" is answered in words as by its buttons; so is that everything of a record was sent."""

from __future__ import annotations

from dialogs.proofreading.chat import Chat
from tests.conversations import telling

STRAY = {"en": "we drove three hours", "es": "vinimos manejando tres horas", "ar": "سقنا ثلاث ساعات"}


def answered(language: str, step: str, text: str) -> Chat:
    """Somebody whose text waits, and who says what it is."""
    chat = telling.told(language, step, STRAY[language])
    assert [each.text for each in chat.case.texts] == [STRAY[language]]
    chat.patient_writes(text)
    return chat


@telling.each(
    {
        "en": ["for the doctor", "to my doctor", "my questions", "put it with the questions"],
        "es": ["para mi médico", "mis preguntas", "a las preguntas"],
        "ar": ["خليها للدكتور", "مع الأسئلة", "أسئلتي"],
    }
)
def test_it_is_added_to_the_questions(language: str, text: str):
    for step in ("decision", "pathology"):
        chat = answered(language, step, text)
        assert [each.text for each in chat.case.questions] == [STRAY[language]]
        assert (chat.case.step, chat.case.texts) == (step, ())


@telling.each(
    {
        "en": ["forget it", "let it go", "no thanks"],
        "es": ["olvídalo", "déjalo", "no, nada"],
        "ar": ["انسى", "انساها", "اتركها"],
    }
)
def test_it_is_let_go(language: str, text: str):
    for step in ("decision", "pathology"):
        chat = answered(language, step, text)
        assert (chat.case.step, chat.case.texts, chat.case.questions) == (step, (), ())


@telling.each({"en": ["as my answer"], "es": ["como mi respuesta"], "ar": ["هاد جوابي"]})
def test_it_is_the_answer_where_one_is_asked_for(language: str, text: str):
    assert answered(language, "decision", text).case.decision == STRAY[language]


@telling.each(
    {
        "en": ["yep", "ok", "thats it", "done sending"],
        "es": ["sí", "ya los mandé todos", "es lo único que tengo"],
        "ar": ["هيدا كل شي", "بعتت كل شي", "ما في غيرهم"],
    }
)
def test_behind_the_files_of_a_record_it_goes_on(language: str, text: str):
    chat = telling.standing(language, "pathology")
    chat.patient_presses("send")
    chat.patient_sends("a.pdf")
    chat.patient_writes(text)
    assert chat.case.step == "imaging_reports"
    assert chat.case.answers["pathology"].standing == "sent"


@telling.each({"en": ["yep", "ok"], "es": ["sí"], "ar": ["نعم"]})
def test_before_any_file_a_yes_is_no_end(language: str, text: str):
    chat = telling.standing(language, "pathology")
    chat.patient_presses("send")
    chat.patient_writes(text)
    assert chat.case.step == "pathology.sending"
    assert "nothing_sent_yet" not in telling.names(chat)
