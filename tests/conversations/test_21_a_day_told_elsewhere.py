"""A day that is told where another thing is asked for: it puts the date right, and is no place to go to."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real
from tests.conversations import telling


def who_was_asked_where(language: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("destination")
    return chat


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("March 20", "the 20th", "it's march 20", "no, march 20", "sorry, the 20th")),
        *(("en", text) for text in ("I meant march 20", "wait, it's the 20th", "March 20 at 10am", "20/3")),
        *(("es", text) for text in ("20 de marzo", "el 20", "es el 20 de marzo", "perdón, el 20 de marzo")),
        *(("ar", text) for text in ("20 مارس", "موعدي 20 مارس", "الموعد يوم 20 مارس")),
        *(("en", text) for text in ("change the date to march 20", "move the appointment to the 20th")),
        *(("es", text) for text in ("cambia la fecha al 20 de marzo", "cambiar la cita al 20 de marzo")),
        *(("ar", text) for text in ("غير الموعد ل 20 مارس", "غير التاريخ الى 20 مارس")),
    ],
)
def test_a_day_where_it_is_asked_where_to_go_is_said_back_as_the_date(language, text):
    chat = who_was_asked_where(language)
    chat.patient_writes(text)
    assert chat.case.step == "date"
    assert [say.name for say in chat.said_now()] == ["day_confirm"]
    chat.patient_presses("day/2026-03-20")
    assert (chat.case.date, chat.case.destination) == ("2026-03-20", "")
    assert chat.case.step == "destination"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "next friday"), ("en", "april"), ("es", "el viernes"), ("ar", "يوم الجمعة")]
)
def test_a_day_that_is_said_by_half_is_no_place_either(language, text):
    chat = who_was_asked_where(language)
    chat.patient_writes(text)
    assert chat.case.step == "date"
    assert (chat.case.date, chat.case.destination) == ("", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Dr. Augustus March, Lakeside"), ("en", "City Hospital on March 20"), ("es", "Hospital 20 de Noviembre")],
)
def test_a_place_that_has_a_day_beside_it_or_in_its_name_is_a_place(language, text):
    chat = who_was_asked_where(language)
    chat.patient_writes(text)
    assert chat.case.destination == text


@pytest.mark.parametrize(
    "step", ["decision", "pathology", "procedures", "medications", "questions", "review", "reminders"]
)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("change the date to march 25", "my visit is march 25")),
        ("en", "the appointment is on the 25th of march at 10"),
        *(("en", text) for text in ("they gave me an appointment for march 25", "the visit got moved to march 25")),
        ("en", "we have an appointment wednesday, march 25"),
        *(("en", text) for text in ("we have an appointment march 25!", "appointment march 25")),
        *(("es", text) for text in ("cambiar la fecha al 25 de marzo", "me dieron cita para el 25 de marzo")),
        ("es", "la cita es el 25 de marzo a las 10"),
        *(("ar", text) for text in ("غير الموعد ل 25 مارس", "موعدي 25 مارس", "أعطوني موعد يوم 25 مارس")),
        ("en", "siteman called. mar 25"),
        *(
            ("es", text)
            for text in ("me llamaron, la cita es el 25 de marzo 10:30", "el appointment es el 25 de marzo")
        ),
        ("ar", "الدكتور اتصل وقدم الموعد 25 مارس"),
    ],
)
def test_the_day_of_a_visit_is_the_date_wherever_it_is_told(language, text, step):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    before = chat.case
    chat.patient_writes(text)
    assert [say.name for say in chat.said_now()] == ["day_confirm"]
    kept = ("decision", "questions", "own_words")
    assert [getattr(chat.case, each) for each in kept] == [getattr(before, each) for each in kept]
    chat.patient_presses("day/2026-03-25")
    assert (chat.case.date, chat.case.step) == ("2026-03-25", step)


def test_the_day_of_a_visit_is_no_place_where_they_live():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("reminders")
    chat.patient_presses("remind_yes")
    chat.patient_writes("they moved my appointment to march 25")
    assert [say.name for say in chat.said_now()] == ["day_confirm"]


@pytest.mark.parametrize("text", ["surgery march 25 or wait", "whether they can wait until march 25"])
def test_a_decision_with_a_day_in_it_is_the_decision(text):
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("decision")
    chat.patient_writes(text)
    assert chat.case.decision == text


@pytest.mark.parametrize(
    "text", ["my surgery was march 1", "should I move my appointment to march 25?", "biopsy march 25"]
)
def test_a_day_of_something_else_is_not(text):
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("review")
    chat.patient_writes(text)
    assert "day_confirm" not in [say.name for say in chat.said_now()]


@pytest.mark.parametrize(
    ("language", "texts"),
    [("en", ("no march 21", "no the 21st")), ("es", ("no el 21", "no, el 21")), ("ar", ("لا 21 مارس", "لا، 21 مارس"))],
)
def test_a_day_behind_a_no_takes_the_place_of_the_one_said_back(language, texts):
    for text in texts:
        chat = Chat(dialogue=real.content(language).dialogue)
        chat.patient_walks_to("date")
        chat.patient_writes("2026-03-20")
        chat.patient_writes(text)
        assert [say.name for say in chat.said_now()] == ["day_confirm"]
        chat.patient_presses("day/2026-03-21")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they canceled my visit on the 20th"),
        ("es", "cancelaron mi cita del 20"),
        ("ar", "لغوا موعد 20 مارس"),
    ],
)
def test_a_day_that_was_called_off_is_not_offered(language, text):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to("date")
    chat.patient_writes(text)
    assert "day_confirm" not in [say.name for say in chat.said_now()]


CONFIRMED = {"en": ("March 12", "yes"), "es": ("12 de marzo", "sí"), "ar": ("12 مارس", "نعم")}
A_SLIP = {
    "en": (
        "sorry typo, it was the 16th",
        "oops 16",
        "my bad it's the 16th",
        "not the 12th, the 16th",
        "it's 16 not 12",
    ),
    "es": ("me corrí el dedo, era 16", "no, era el 16", "dedazo, 16", "no es 12 es 16", "ah no, el 16"),
    "ar": ("لا مو 12 قصدي 16", "غلطت، هو ١٦", "عفوا 16", "مش 12، 16", "سوري ١٦"),
}


@telling.each(A_SLIP)
def test_a_slip_that_is_seen_just_after_the_yes_asks_about_the_day_that_was_meant(language, text):
    chat = telling.told(language, "date", CONFIRMED[language][0])
    chat.patient_writes(CONFIRMED[language][1])
    assert chat.case.date == "2026-03-12"
    chat.patient_writes(text)
    assert "date/day/2026-03-16" in [shown.data for shown in chat.case.keyboard]


@telling.each({"en": ("I meant Mayo Clinic",), "es": ("quise decir Clínica Mayo",), "ar": ("قصدي مايو كلينك",)})
def test_a_place_that_is_put_right_behind_a_date_is_no_day_in_may(language, text):
    chat = telling.told(language, "date", CONFIRMED[language][0])
    chat.patient_writes(CONFIRMED[language][1])
    chat.patient_writes(text)
    assert chat.case.destinations == ("mayo_clinic",)
    assert chat.case.date == "2026-03-12"


MOVED = {
    "en": ("Omaha called. they moved me to April 2nd", "the consult got bumped to 3/24"),
    "es": (
        "la cita se pasó al 22",
        "me cambiaron la cita pal 10",
        "la cita es el martes que viene",
        "la cita se canceló",
    ),
    "ar": ("الموعد تأجل أسبوع", "اتلغى الموعد", "قدموا الموعد ليوم 20 مارس"),
}


@telling.each(MOVED)
def test_a_visit_that_was_moved_or_called_off_leads_to_its_date(language, text):
    chat = telling.told(language, "pathology", text)
    assert chat.case.step == "date"
    assert not chat.case.answers


@telling.each({"en": ("bless you",), "es": ("muy amable",), "ar": ("مشكور", "الله يجازيك بخير")})
def test_thanks_where_a_day_is_asked_for_are_no_unclear_day(language, text):
    assert "day_unclear" not in telling.names(telling.told(language, "date", text))


@telling.each(
    {
        "es": ("hoy les volví a llamar y nada",),
        "ar": ("تشخصت 3 يناير", "عاود عيطت ليهم اليوم والو"),
    }
)
def test_a_day_that_has_gone_by_is_not_offered_as_the_date(language, text):
    chat = telling.told(language, "date", text)
    assert "day_confirm" not in telling.names(chat)


@telling.each(
    {
        "es": ("ya no lo necesito", "está en inglés"),
        "ar": ("هو بالانجليزي", "اللي يشوفه الدكتور"),
        "en": ("its in english",),
    }
)
def test_what_is_said_of_a_paper_opens_no_other_page_and_says_nothing_of_having_it(language, text):
    chat = telling.told(language, "pathology", text)
    assert not {"language", "privacy", "record_missing"} & {*telling.names(chat)}
    assert not chat.case.answers
