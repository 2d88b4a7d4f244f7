"""What answers nothing at any step: a wish for another language, a figure or a smile, a wish for a break."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling

STRAY = {
    "en": "the parking there is so expensive",
    "es": "el estacionamiento es muy caro",
    "ar": "الموقف غالي كتير هناك",
}
"""Asked about wherever it is written."""


@pytest.mark.parametrize("step", ["destination", "pathology", "medications", "decision", "questions", "summary"])
@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            ["español", "habla español?", "in spanish please", "بالعربية", "no hablo inglés", "I don't speak english"],
        ),
        ("es", ["english", "in english please", "no entiendo español", "بالعربي"]),
        ("ar", ["english please", "in english", "بالانجليزي", "español"]),
    ],
)
def test_the_choice_of_a_language_is_shown(step: str, language: str, texts: list[str]):
    for text in texts:
        chat = Chat(dialogue=real.content(language).dialogue)
        chat.patient_walks_to(step)
        chat.patient_writes(text)
        assert [say.name for say in chat.said_now()] == ["language"], text
        assert not chat.case.own_words
        assert not chat.case.destination


@pytest.mark.parametrize("step", ["destination", "decision", "medications", "questions"])
@pytest.mark.parametrize("text", ["1", "2)", "\N{SLIGHTLY SMILING FACE}", "..."])
def test_figures_and_smiles_are_no_words_of_theirs(step: str, text: str):
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.questions, dict(chat.case.own_words)) == (step, (), {})


@pytest.mark.parametrize("step", ["decision", "medications", "questions"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("wait a minute", "I need a break", "I need to lie down")),
        *(("es", text) for text in ("necesito descansar", "espere un momento")),
        *(("ar", text) for text in ("انتظر لحظة", "أحتاج إلى استراحة")),
    ],
)
def test_who_needs_a_break_has_answered_nothing(step: str, language: str, text: str):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.decision, chat.case.questions, dict(chat.case.own_words)) == (step, "", (), {})


def test_to_wait_and_see_may_be_the_decision():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("decision")
    chat.patient_writes("wait and see or surgery")
    assert chat.case.decision == "wait and see or surgery"


@pytest.mark.parametrize("step", ["medications", "staging", "procedures", "treatment_plan"])
@telling.each(
    {
        "en": [
            "my daughter knows",
            "gimme a sec",
            "I'm looking for someone who speaks Spanish",
            "you already have that",
        ],
        "es": ["mi hija sabe", "estoy buscando a alguien que hable español", "ya se lo di"],
        "ar": ["بنتي بتعرف", "بدور على حدا يحكي عربي"],
    }
)
def test_what_is_no_record_is_asked_about_before_it_is_written_down(step: str, language: str, text: str):
    chat = telling.told(language, step, text)
    assert not chat.case.own_words
    chat.patient_presses("text/answer")  # and it is written down if they say so
    assert chat.case.own_words[step].text == text


@telling.each(
    {
        "en": [
            "tamoxifen 20 mg",
            "I take a little white pill for pressure",
            "Eliquis",
            "chemo since march",
            "nothing but vitamins",
        ],
        "es": ["tomo una pastillita para la presión", "metformina y losartán", "solo vitaminas"],
        "ar": ["باخد حباية للضغط", "أسبرين"],
    }
)
def test_a_record_in_own_words_is_written_down_at_once(language: str, text: str):
    assert telling.told(language, "medications", text).case.own_words["medications"].text == text


@telling.each(
    {
        "en": ["that was wrong", "no, that's not right", "undo", "I made a mistake", "take that out", "delete that"],
        "es": ["eso está mal", "me equivoqué", "borra eso", "no es así"],
        "ar": ["غلط", "لا مو هيك", "امسح هذا"],
    }
)
def test_what_was_just_written_of_a_record_is_taken_out_where_it_was_wrong(language: str, text: str):
    chat = telling.told(language, "medications", "metformin 500")
    chat.patient_writes("tamoxifen 20 mg")
    chat.patient_writes(text)
    assert (chat.case.step, chat.case.own_words["medications"].text) == ("medications", "metformin 500")
    assert chat.said("own_words_taken_out").values["text"] == "tamoxifen 20 mg"


def test_a_button_that_was_pressed_by_mistake_takes_nothing_out():
    chat = telling.told("en", "medications", "tamoxifen 20 mg")
    chat.patient_writes("oops, wrong button")
    assert chat.case.own_words["medications"].text == "tamoxifen 20 mg"


@telling.each(
    {
        "en": ["please jot that down", "do that", "yes do", "that's a good idea", "go for it", "yes, note it"],
        "es": ["apúntelo por favor", "hágalo", "buena idea", "escríbalo"],
        "ar": ["سجلها لو سمحت", "حطها بالقائمة", "فكرة جيدة"],
    }
)
def test_a_yes_below_the_question_for_the_doctor_adds_it(language: str, text: str):
    chat = telling.told(language, "pathology", STRAY[language])
    chat.patient_writes(text)
    assert [each.text for each in chat.case.questions] == [STRAY[language]]


@pytest.mark.parametrize("text", ["don't write that", "no don't", "not that one"])
def test_a_no_there_adds_nothing_and_ends_nothing(text: str):
    chat = telling.told("en", "pathology", STRAY["en"])
    chat.patient_writes(text)
    assert not chat.case.questions
    assert "stopped" not in [say.name for say in chat.said_now()]


@telling.each({"en": ["that's it", "I'm fine thanks"], "es": ["eso es todo", "estoy bien gracias"], "ar": ["خلص"]})
def test_what_only_sounds_like_a_yes_adds_nothing(language: str, text: str):
    chat = telling.told(language, "pathology", STRAY[language])
    chat.patient_writes(text)
    assert not chat.case.questions


@telling.each({"en": ["go on", "I don't have it"], "es": ["siga", "no lo tengo"], "ar": ["تابع", "ما عندي"]})
def test_below_the_question_what_a_stray_text_is_they_may_just_go_on(language: str, text: str):
    chat = telling.told(language, "pathology", STRAY[language])
    chat.patient_writes(text)
    assert chat.case.step in ("imaging_reports", "pathology.missing")


@telling.each(
    {
        "en": ["mom had slides but who keeps them", "they removed my left breast and two lymph nodes"],
        "es": ["qué le pregunto al doctor", "le quitaron el pecho y los ganglios"],
        "ar": ["شو بسأل الدكتور", "شالولي الثدي اليمين السنة الماضية"],
    }
)
def test_what_is_told_or_asked_is_no_place(language: str, text: str):
    assert telling.told(language, "destination", text).case.destination == ""


def test_a_text_that_names_a_place_elsewhere_has_the_way_there_below_it():
    chat = telling.told("en", "pathology", "my cousin went to MD Anderson")
    assert "aside/where" in [button.data for say in chat.said_now() for row in say.buttons for button in row]


@telling.each(
    {
        "en": ["I feel bad", "I'm not right", "she's not right", "it was a mistake", "that was a mistake", "not true"],
        "es": ["estoy mal", "hoy estoy mal", "ella está mal", "mal", "no está bien", "vamos mal"],
        "ar": ["في شي غلط", "هي مش صح", "أنا مش مظبوط", "حاسس في شي غلط"],
    }
)
def test_how_somebody_is_takes_no_line_out(language: str, text: str):
    chat = telling.told(language, "medications", "tamoxifen 20 mg")
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == "tamoxifen 20 mg"


@telling.each({"en": ["that was wrong"], "es": ["eso está mal"], "ar": ["غلط"]})
def test_a_line_is_taken_out_only_while_it_is_the_newest_thing_said(language: str, text: str):
    stray = {"en": "my daughter knows", "es": "mi hija sabe", "ar": "بنتي بتعرف"}
    chat = telling.told(language, "medications", "tamoxifen 20 mg")
    chat.patient_writes(stray[language])
    chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == "tamoxifen 20 mg"


def test_after_an_answer_was_undone_no_line_is_taken_out():
    chat = telling.told("en", "medications", "tamoxifen 20 mg")
    for text in ("that is all", "that was wrong", "that was wrong"):
        chat.patient_writes(text)
    assert chat.case.own_words["medications"].text == "tamoxifen 20 mg"


@telling.each({"en": ["that was wrong"], "es": ["eso está mal"], "ar": ["غلط"]})
def test_a_line_that_was_taken_out_is_put_back_with_one_tap(language: str, text: str):
    chat = telling.told(language, "medications", "tamoxifen 20 mg")
    chat.patient_writes(text)
    assert not chat.case.own_words
    (button,) = (button for row in chat.said("own_words_taken_out").buttons for button in row)
    chat.patient_presses_data(button.data)
    assert (chat.case.own_words["medications"].text, chat.case.texts) == ("tamoxifen 20 mg", ())


@telling.each(
    {
        "en": ["never mind", "whatever", "Tuesday", "Chicago", "cheers", "parking expensive", "who cares"],
        "es": ["olvídalo", "martes", "buen clima", "adónde lo mando"],
        "ar": ["انسى", "الثلاثاء", "وين بحط هاد", "كيف بكتب", "متى بخلص"],
    }
)
def test_without_a_sign_that_it_is_a_record_it_is_asked_about(language: str, text: str):
    assert not telling.told(language, "medications", text).case.own_words


@telling.each(
    {
        "en": ["Eliquis", "Xarelto", "gabapentin", "Advair"],
        "es": ["losartán", "enalapril", "Xarelto"],
        "ar": ["كونكور", "زيلودا", "Eliquis"],
    }
)
def test_the_name_of_a_medicine_alone_is_written_down(language: str, text: str):
    assert telling.told(language, "medications", text).case.own_words["medications"].text == text
