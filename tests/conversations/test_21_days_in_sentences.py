"""A day told in a whole sentence, beside where, when and with whom; or what else is on; or that none is known."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests.conversations import telling

OFFERS = {"day_confirm", "day_which"}


def said_back(chat: Chat) -> list[str]:
    return [f"{say.values['day']:%m-%d}" for say in chat.said_now() if say.name == "day_confirm"]


@telling.each(
    {
        "en": [
            "they called: it's on April 9 at 10 in Houston",
            "just got off the phone, they can see us April 9 at 8:30am in the Bergman building",
            "I finally heard from the clinic and it'll be April 9 in Rochester",
            "Dr Patel can do april 9 in the morning",
            "I called them and it's on the 9th of april",
        ],
        "es": [
            "ya nos llamaron, es el 9 de abril a las 10 en Houston",
            "la cita es el 9 de abril en la Clínica de Navarra",
            "esta mañana me llamaron y me ofrecieron el 9 de abril a las 11:40",
            "mi hermano me lleva el 9 de abril a las seis de la mañana",
            "el 9 de abril por la tarde en el INCAN",
        ],
        "ar": [
            "اتصلوا فينا الموعد ٩ نيسان الساعة ١٠",
            "عندها معاد ٩ نيسان بعد العصر",
            "حكيت معهم والموعد ٩ نيسان",
            "l maw3ad 9 avril 10h",
            "قبل ٩ نيسان",
        ],
    }
)
def test_hours_places_and_people_beside_a_day_are_passed_over(language: str, text: str):
    assert said_back(telling.told(language, "date", text)) == ["04-09"]


@pytest.mark.parametrize(
    ("text", "day"),
    [("الموعد ١٤ كانون التاني", "01-14"), ("عندنا موعد ٣ تشرين التاني ببيروت", "11-03"), ("٧ غشت فالرباط", "08-07")],
)
def test_a_month_is_called_as_it_is_called_at_home(text: str, day: str):
    assert said_back(telling.told("ar", "date", text)) == [day]


@telling.each(
    {
        "en": ["they called: it's on April 9 at 10 in Houston", "we got a date, april 9 with Dr. Lee"],
        "es": ["ya nos llamaron, es el 9 de abril a las 10 en Houston", "la cita se pasó al 9 de abril"],
        "ar": ["اتصلوا فينا الموعد ٩ نيسان الساعة ١٠", "صار عنا موعد ٩ نيسان عند الدكتورة هدى"],
    }
)
@pytest.mark.parametrize("step", ["destination", "pathology"])
def test_news_of_the_visit_tells_its_day_wherever_it_is_told(language: str, text: str, step: str):
    chat = telling.told(language, step, text)
    assert said_back(chat) == ["04-09"]
    assert not chat.case.destination
    assert not chat.case.answers


@telling.each(
    {
        "en": [
            "sorry the 15th",
            "sorry, it was the 15th of April",
            "my mistake, 15",
            "hold on, it's actually the 15th",
        ],
        "es": ["perdón, el 15", "perdón me equivoqué era el 15 de abril", "leí mal, dice 15"],
        "ar": ["عفوا ١٥", "عفوا غلطت هو ١٥ نيسان", "معلش ١٥"],
    }
)
def test_a_number_behind_a_day_keeps_its_month(language: str, text: str):
    chat = telling.told(language, "date", {"en": "april 14", "es": "14 de abril", "ar": "14 نيسان"}[language])
    chat.patient_writes(text)
    assert said_back(chat) == ["04-15"]


def test_it_does_so_too_once_the_day_was_agreed_to():
    chat = telling.told("en", "date", "april 14")
    chat.patient_writes("yes")
    chat.patient_writes("sorry, the 15th")
    assert said_back(chat) == ["04-15"]


@telling.each(
    {
        "en": ["no wait, May", "not april, may", "wrong month, it's may"],
        "es": ["no, mayo", "no es abril es mayo", "me confundí de mes, es mayo"],
        "ar": ["مش نيسان، أيار", "غلطت بالشهر، أيار"],
    }
)
def test_a_month_behind_a_day_keeps_its_number(language: str, text: str):
    chat = telling.told(language, "date", {"en": "april 14", "es": "14 de abril", "ar": "14 نيسان"}[language])
    chat.patient_writes(text)
    assert said_back(chat) == ["05-14"]


NONE_YET = {
    "en": ["not sure when the appointment is, they call me Monday", "no appointment yet", "we don't have a date yet"],
    "es": ["todavía no sé cuándo es la cita, me llaman el lunes", "todavía no tenemos cita"],
    "ar": ["ما بعرف ايمتى الموعد، بيتصلوا الاثنين", "لسا ما اخدنا موعد", "ما عنا موعد بعد"],
}


@telling.each(
    {
        "en": [*NONE_YET["en"], "they're calling me monday with it", "we are on the waiting list"],
        "es": [*NONE_YET["es"], "el miércoles tengo que llamar para pedir turno", "el lunes me dicen"],
        "ar": [*NONE_YET["ar"], "بيقولولنا يوم الأحد"],
    }
)
def test_the_day_of_a_call_is_no_date_yet(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert (chat.case.step, chat.case.date) == ("destination", "")


@telling.each(NONE_YET)
def test_and_says_nothing_of_the_record_that_is_asked_about(language: str, text: str):
    chat = telling.told(language, "pathology", text)
    assert (chat.case.step, chat.case.answers) == ("pathology", {})


@telling.each(
    {
        "en": [
            "I don't know if I want to go on",
            "not sure I can do this anymore",
            "still waiting for my scan results",
        ],
        "es": ["no sé si quiero seguir", "todavía tengo dolor", "¿quién me llama?"],
        "ar": ["ما بعرف اذا بدي كمل", "لسا عندي وجع", "مين بيتصل؟"],
    }
)
def test_what_is_not_known_or_not_there_may_be_anything_else(language: str, text: str):
    assert telling.told(language, "date", text).case.step == "date"


@telling.each(
    {
        "en": [
            "her birthday is 5 May",
            "our lease is up on April 30",
            "I'm away until the 10th",
            "my insurance ends on April 30",
            "my husband gets out of the hospital on march 12",
            "1 may know",
            "the tumor is 3/4 of an inch",
            "3/4 lymph nodes",
            "5 mg twice a day",
            "the 9th or the 10th of april",
        ],
        "es": [
            "nos mudamos el 1 de mayo",
            "estoy de viaje hasta el 10",
            "mi esposo sale del hospital el 12 de marzo",
            "la primera comunión de mi nieto es el 3 de mayo",
            "3/4 de los ganglios",
            "tengo 54 años",
        ],
        "ar": [
            "رح ننقل ع بيت جديد ١ ايار",
            "زوجي بيطلع من المستشفى ١٢ آذار",
            "مناولة حفيدي ٣ أيار",
            "٣/٤ العقد",
            "٩ او ١٠ نيسان",
        ],
    }
)
def test_a_day_of_a_life_a_share_and_a_dose_are_no_day_of_a_visit(language: str, text: str):
    chat = telling.told(language, "date", text)
    assert not OFFERS & {*telling.names(chat)}
    assert chat.case.step == "date"


@telling.each(
    {
        "en": ["we have until april 9 to decide", "my scan isn't until april 9"],
        "es": ["tengo hasta el 9 de abril para decidir"],
    }
)
def test_until_a_day_is_that_day_where_it_is_the_one_to_decide_by(language: str, text: str):
    assert said_back(telling.told(language, "date", text)) == ["04-09"]
