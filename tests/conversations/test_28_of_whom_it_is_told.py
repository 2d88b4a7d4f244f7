"""At a record in own words: what is told of a relative, of a bus or of nobody's medicine is asked about first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conversations import telling

OF_OTHERS = {
    "en": ["my mother had breast cancer", "my father had a stroke", "breast cancer runs in my family"],
    "es": ["mi mamá tuvo cáncer de mama", "a mi hermana la operaron del pecho"],
    "ar": ["أمي كان عندها سرطان", "خالي عنده سرطان رئة"],
}
OF_NO_RECORD = {
    "en": ["I take the bus", "I use the stairs", "none of your business", "nothing to do with you"],
    "es": ["tomo el autobús", "no es asunto suyo", "uso las escaleras"],
    "ar": ["باخد الباص", "مو شغلك"],
}
NO_MEDICINES = {
    "en": ["Aetna PPO", "asdfgh", "Maria Lopez", "Walgreens", "blah blah"],
    "es": ["asdf", "María López", "IMSS"],
    "ar": ["نور خوري", "ضمان اجتماعي"],
}


@pytest.mark.parametrize("step", ["medications", "procedures", "staging"])
@telling.each(OF_OTHERS)
def test_the_illness_of_a_relative_is_asked_about(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    assert not chat.case.own_words
    chat.patient_presses("text/answer")  # and nothing is lost: it is written down if they say so
    assert chat.case.own_words[step].text == text


@pytest.mark.parametrize("step", ["medications", "procedures"])
@telling.each(OF_NO_RECORD)
def test_what_only_begins_like_a_record_is_asked_about(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    assert not chat.case.own_words
    assert [each.text for each in chat.case.texts] == [text]


@telling.each(NO_MEDICINES)
def test_a_name_that_is_no_medicine_we_know_is_asked_about(language: str, text: str):
    chat = telling.told(language, "medications", text)
    assert not chat.case.own_words
    chat.patient_presses("text/answer")
    assert chat.case.own_words["medications"].text == text


@telling.each(
    {
        "en": [
            "I am diabetic",
            "Entresto",
            "metfromin",
            "I take Zorblaxin",
            "stage 3, my sister had it too",
            "IIIA",
        ],
        "es": ["tomo una pastilla para la presión", "soy diabética", "Concor"],
        "ar": ["عندي سكري", "باخد حبتين الصبح", "كونكور", "ما باخد شي"],
    }
)
def test_what_is_told_of_oneself_is_written_down_at_once(language: str, text: str):
    assert telling.told(language, "medications", text).case.own_words["medications"].text == text


def test_who_gathers_the_records_of_another_tells_of_a_relative():
    chat = telling.told("en", "medications", "hello")
    chat.case = replace(chat.case, for_another=True)
    chat.patient_writes("my mother had a stroke")
    assert chat.case.own_words["medications"].text == "my mother had a stroke"


@telling.each(
    {
        "en": ["it spread to my liver", "it's spread to my bones"],
        "es": ["se regó a los huesos"],
        "ar": ["انتشر عالكبد", "المرحلة الثانية"],
    }
)
def test_where_it_spread_is_told_of_the_stage(language: str, text: str):
    assert telling.told(language, "staging", text).case.own_words["staging"].text == text


@telling.each({"en": ["has it spread?", "has it spread"], "es": ["¿ya se regó?"], "ar": ["هل انتشر؟", "انتشر ولا لا"]})
def test_whether_it_spread_is_not_ours_to_say(language: str, text: str):
    chat = telling.told(language, "staging", text)
    assert not chat.case.own_words
    assert {"not_ours", "text_unplaced"} & {say.name for say in chat.said_now()}
