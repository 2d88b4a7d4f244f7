"""A plain question to the bot is answered alike in each language and its dialects."""

from __future__ import annotations

from tests.conversations.telling import each, told

COSTS = {
    "en": ["how much does it cost", "is it free", "do I have to pay", "how much do you charge", "what's the price"],
    "es": [
        *("cuánto cuesta", "¿es gratis?", "¿hay que pagar?", "¿qué precio tiene?", "a cómo sale", "cuánto vale"),
        *("¿cuánto sale?", "¿es de pago?", "¿piden dinero por esto?"),
    ],
    "ar": [
        *("بقديش؟", "كم بيكلف؟", "شحال؟", "بكام؟", "بشحال هادشي؟", "واش فابور؟", "بقد ايه؟", "ببلاش؟", "بكم الخدمة؟"),
        *("قديش بيكلف هالشي؟", "بفلوس ده؟"),
    ],
}
WHO_SEES_IT = {
    "en": ["can other people read this", "does my doctor see this", "who reads what I write", "where do my papers go"],
    "es": [
        *(
            "¿otras personas pueden leer esto?",
            "¿mi doctor ve esto?",
            "¿quién ve mis papeles?",
            "¿a dónde van mis papeles?",
        ),
        *("¿dónde se guardan mis archivos?", "¿alguien más lee mis mensajes?"),
    ],
    "ar": [
        *(
            "مين بيقرأ هاد",
            "حدا تاني بيقدر يشوف أوراقي؟",
            "دكتوري بيشوف هاد؟",
            "مين بيشوف الورق بتاعي",
            "شكون كيقرا هادشي",
        ),
        *("منو يقرا هالكلام", "وين بتروح أوراقي؟", "فين كيمشيو الوراق ديالي؟"),
    ],
}
MAY_ANOTHER_HELP = {
    "en": ["can my son help", "can my daughter do this for me", "could someone else help out"],
    "es": ["¿mi hijo puede ayudar?", "¿mi hija puede hacerlo por mí?", "¿puede ayudarme mi nieta?"],
    "ar": [
        "ابني بيقدر يساعد؟",
        "بنتي ممكن تعملها عني؟",
        "ولدي يقدر يساعدني؟",
        "واش ولدي يقدر يعاوني؟",
        "ينفع بنتي تساعدني؟",
    ],
}
HOW_IT_IS_DELETED = {
    "en": ["how do I delete my data", "can I delete everything", "how can I erase all of it later"],
    "es": ["¿cómo borro mis datos?", "¿puedo borrar todo?", "¿se puede eliminar mi información?"],
    "ar": ["كيف بمسح بياناتي؟", "فيني احذف كل شي؟", "ازاي امسح بياناتي؟"],
}
WHO_IS_THERE = {
    "en": ["are you a robot", "are you a doctor", "who am I talking to"],
    "es": ["¿eres un robot?", "¿sos médico?", "¿con quién hablo?"],
    "ar": ["منو انت", "شكون نتا", "إنت بني آدم؟", "انت دكتور؟", "مع مين بحكي؟"],
}


def says(language: str, text: str) -> list[str]:
    return [say.name for say in told(language, "labs", text).said_now()]


@each(COSTS)
def test_what_it_costs_is_told_in_short(language: str, text: str):
    assert says(language, text) == ["costs"]


@each(WHO_SEES_IT)
def test_who_sees_it_and_where_it_goes_is_told_with_what_is_kept(language: str, text: str):
    assert says(language, text) == ["privacy"]


@each(MAY_ANOTHER_HELP)
def test_who_may_help_is_told_where_tasks_are_handed_out(language: str, text: str):
    assert says(language, text) == ["errands"]


@each(HOW_IT_IS_DELETED)
def test_how_it_is_deleted_is_asked_back(language: str, text: str):
    assert says(language, text) == ["delete_confirm"]


@each(WHO_IS_THERE)
def test_who_is_there_stands_in_the_help(language: str, text: str):
    assert says(language, text) == ["help"]


def test_a_question_word_is_no_slip_for_a_verb_that_deletes():
    assert says("es", "quién mira mis documentos") != ["delete_confirm"]
