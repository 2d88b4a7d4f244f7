"""Whoever goes on at the decision without one is let go on, and who changes their mind about files is heard."""

from __future__ import annotations

from tests.conversations import telling


@telling.each(
    {
        "en": ["next", "skip this", "skip", "move on", "I'd rather skip this one", "not now", "pass", "later"],
        "es": ["siguiente", "saltar esta", "sigamos", "ahora no"],
        "ar": ["التالي", "تخطي", "كمل", "بعدين"],
    }
)
def test_who_skips_the_decision_goes_on(language: str, text: str) -> None:
    case = telling.told(language, "decision", text).case
    assert (case.step != "decision", case.decision) == (True, "")


@telling.each(
    {
        "en": ["fine keep them", "keep my files", "ok you can save my files"],
        "es": ["está bien, guárdelos", "guarde mis archivos"],
        "ar": ["احفظهم", "احفظ ملفاتي"],
    }
)
def test_who_said_no_to_files_may_say_yes_at_any_step(language: str, text: str) -> None:
    chat = telling.standing(language, "welcome")
    chat.patient_presses_data("welcome/begin")
    chat.patient_presses_data("consent/checklist_only")
    chat.patient_writes(text)
    assert ("storage_changed" in telling.names(chat), chat.case.keeps_files) == (True, True)


@telling.each({"en": ["yes", "ok", "sure"], "es": ["sí", "bueno"], "ar": ["نعم", "طيب"]})
def test_a_bare_yes_to_something_else_keeps_no_files(language: str, text: str) -> None:
    chat = telling.standing(language, "welcome")
    chat.patient_presses_data("welcome/begin")
    chat.patient_presses_data("consent/checklist_only")
    chat.patient_writes(text)
    assert chat.case.keeps_files is False


@telling.each(
    {
        "en": ["i not understand", "no understand this question", "start over", "I don't understand any of this"],
        "es": ["no entiendo", "no entiendo esta pregunta", "empezar de nuevo"],
        "ar": ["ما فهمت", "ما فهمت السؤال", "من الأول"],
    }
)
def test_who_does_not_understand_is_not_asked_where_that_belongs(language: str, text: str) -> None:
    for step in ("decision", "date"):
        names = telling.names(telling.told(language, step, text))
        assert {"help", "greeted"} & {*names}, (step, names)


@telling.each({"en": ["can my brother use this too"], "es": ["puede mi hermano usar esto también"]})
def test_who_asks_whether_another_may_use_it_is_shown_how_others_help(language: str, text: str) -> None:
    assert "errands" in telling.names(telling.told(language, "pathology", text))[0]
