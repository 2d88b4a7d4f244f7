""" "Delete the last one" means the newest line of the list in front of them, and nothing of another step."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations.telling import each, told

LINES = {
    "en": ("tamoxifen 20 mg", "metformin 500 mg"),
    "es": ("tamoxifeno 20 mg", "metformina 500 mg"),
    "ar": ("تاموكسيفين 20 ملغ", "ميتفورمين 500 ملغ"),
}
QUESTIONS = {
    "en": ("Are there side effects?", "Is there a trial for me?"),
    "es": ("¿Qué efectos secundarios hay?", "¿Hay un ensayo para mí?"),
    "ar": ("ما هي الأعراض الجانبية؟", "هل توجد تجربة سريرية لي؟"),
}
OF_ANY_LIST = {
    "en": [
        *("delete the last one", "please remove the last entry", "take out the last one", "erase that", "delete it"),
        *("get rid of the last one", "drop the last one", "cross out the last one", "remove the one I just added"),
        *("can you delete the last one please", "oops remove that last one", "delete what I just wrote"),
        *("delete the latest one", "strike that last line", "can you take the last one off", "remove the newest entry"),
    ],
    "es": [
        *("borra el último", "quita la última", "elimina lo último", "quítalo", "bórralo por favor", "saca el último"),
        *("¿puedes borrar el último?", "tacha el último", "quita ese de la lista", "borra el que acabo de poner"),
        *("quita lo último que puse", "borre la última línea", "elimina esa", "quite lo que acabo de escribir"),
        *("sáquelo de la lista", "puede quitar el último por favor"),
    ],
    "ar": [
        *("احذف الأخير", "امسح آخر واحد", "شيل هاد", "احذفه", "من فضلك احذف الأخير", "ممكن تمسح آخر واحد؟"),
        *("احذف آخر سطر", "حيد الأخير", "شيل آخر شي كتبته", "الغ الأخير", "احذف هذا", "امسحها من القائمة"),
        *("اشطب الأخير", "امسح اللي كتبته", "ازل آخر واحد"),
    ],
}
OF_MEDICINES = {
    "en": ["delete the last medicine", "remove that medicine"],
    "es": ["quita la última medicina", "borra el último medicamento", "elimina ese medicamento"],
    "ar": ["احذف الدواء الأخير", "امسح هاد الدوا"],
}
OF_EITHER = {language: OF_ANY_LIST[language] + OF_MEDICINES[language] for language in OF_ANY_LIST}


def with_lines(language: str, step: str, lines: tuple[str, ...]) -> Chat:
    chat = told(language, step, lines[0])
    for line in lines[1:]:
        chat.patient_writes(line)
    return chat


@each(OF_EITHER)
def test_below_the_medicines_the_last_one_goes(language: str, text: str):
    chat = with_lines(language, "medications", LINES[language])
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == LINES[language][0]
    assert chat.case.step == "medications"


@each(OF_ANY_LIST)
def test_below_the_questions_the_last_one_goes(language: str, text: str):
    chat = with_lines(language, "questions", QUESTIONS[language])
    chat.patient_writes(text)
    assert [each.text for each in chat.case.questions] == [QUESTIONS[language][0]]


@each(OF_ANY_LIST)
def test_an_empty_list_has_no_last_one_and_no_answer_of_another_step_is_undone(language: str, text: str):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("questions")
    answers = chat.case.answers
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.answers, chat.case.questions) == ("questions", answers, ())


@pytest.mark.parametrize("text", ["I also take it", "not the last one", "delete everything", "take me out of this"])
def test_what_takes_nothing_out_leaves_the_medicines_as_they_are(text: str):
    chat = with_lines("en", "medications", LINES["en"])
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text.startswith("\n".join(LINES["en"]))


def test_where_files_were_sent_the_last_one_is_looked_for_among_them():
    for sent, step in (("report.pdf",), "files.deleting"), (("report.pdf", "labs.pdf"), "files"):
        chat = told("en", "gather", "hello")
        chat.patient_sends(*sent)
        chat.patient_writes("delete the last one")
        assert chat.case.step == step
        assert len(chat.case.documents) == len(sent)
