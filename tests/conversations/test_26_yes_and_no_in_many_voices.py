"""A yes, a no and a "not known" as people say them at home: what was said back is not asked about once more."""

from __future__ import annotations

from dialogs.case.facts import Facts
from tests.conversations.telling import each, names, standing

A_DAY = {"en": "December 12", "es": "12 de diciembre", "ar": "12 ديسمبر"}
YES = {
    "en": ("yup", "aye", "grand", "lovely", "that's it", "bang on", "correct", "okie dokie", "nailed it", "100%"),
    "es": ("ajá", "sí mero", "eso mero", "obvio", "to bien", "tal cual", "joya", "vale guay", "sí po", "que sí"),
    "ar": ("ايه", "هيه", "واه", "ايي", "هاكا مزيان", "عدل", "زي ما قلت", "اهااا", "خوش"),
}
NO = {
    "en": ("nah", "nuh uh", "hell no", "you got it wrong"),
    "es": ("nel", "qué va", "naranjas", "te equivocaste"),
    "ar": ("لاع", "ماشي صحيح", "مب عدل", "لا ابد", "لاااا"),
}
NOT_KNOWN = {
    "en": ("dunno", "who knows", "I'll let you know when I know"),
    "es": ("no sé cuándo", "sepa la bola", "quedaron de llamar", "yo te aviso"),
    "ar": ("ما عرفتش", "علمي علمك", "محددوش لسه", "بقولك بعدين"),
}
LEFT_ALONE = {
    "en": ("stop, leave it", "no keep them"),
    "es": ("no espera no borres", "ni se te ocurra", "quédatelos"),
    "ar": ("لا استنى متمسحش", "لا لا خليهن", "ما تحيدهمش", "لا تشيلهم"),
}


@each(YES)
def test_a_day_that_was_said_back_is_confirmed(language, text):
    chat = standing(language, "date")
    chat.patient_writes(A_DAY[language])
    chat.patient_writes(text)
    assert chat.case.date == "2026-12-12"


@each(NO)
def test_a_day_that_was_said_back_is_not_the_one(language, text):
    chat = standing(language, "date")
    chat.patient_writes(A_DAY[language])
    chat.patient_writes(text)
    assert "date" in names(chat)
    assert not {"day_unclear", "day_again", "text_unplaced"} & {*names(chat)}
    assert not chat.case.date


@each(NOT_KNOWN)
def test_a_date_that_nobody_knows_yet_is_passed_over(language, text):
    chat = standing(language, "date")
    chat.patient_writes(text)
    assert chat.case.step == "destination"


@each(YES)
def test_what_the_files_seem_to_be_is_confirmed(language, text):
    chat = standing(language, "gather")
    (number,) = chat.patient_uploads("a.pdf")
    chat.bot_has_looked_at(number, facts=Facts(record="pathology"))
    chat.patient_writes(text)
    assert [document.record for document in chat.case.documents] == ["pathology"]


@each({"ar": ("ايه؟", "ايه ده")})
def test_a_yes_that_is_a_question_elsewhere_is_none_where_it_asks(language, text):
    chat = standing(language, "date")
    chat.patient_writes(A_DAY[language])
    chat.patient_writes(text)
    assert not chat.case.date


@each(LEFT_ALONE)
def test_nothing_is_deleted_and_the_question_is_gone(language, text):
    chat = standing(language, "gather")
    chat.patient_uploads("a.pdf")
    chat.patient_commands("delete")
    chat.patient_writes(text)
    assert chat.case.documents
    assert "text_unplaced" not in names(chat)
