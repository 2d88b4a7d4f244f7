"""A page that a portal shows instead of a record is no paper; a record with a link to sign in is one."""

from __future__ import annotations

import pytest

from bot.kinds import web_page
from bot.kinds.signed_out import holds_no_paper
from tests.documents.manuscripts import last
from tests.makers import made

NO_PAPERS = (
    "MyChart\nYour session has expired\nPlease log in again.",
    "You have been signed out due to inactivity.\nClick here to return to the home page",
    "Please log in to view your test results.\nUsername\nPassword\nForgot your password?",
    "You must sign in to access this document.\nNeed help? Call 555-1234",
    "This site requires JavaScript. Your browser does not support it.",
    "JavaScript must be enabled in order for you to use this application.",
    "Error 401: not authorized to view this document",
    "Su sesión ha caducado. Inicie sesión de nuevo para ver sus resultados.",
    "La sesión ha expirado por inactividad. Por favor, vuelva a iniciar sesión.\nJunta de Andalucía",
    "Tu sesión se ha cerrado por seguridad.\nEntrar",
    "Debe habilitar JavaScript para utilizar esta aplicación.",
    "انتهت صلاحية الجلسة\nيرجى تسجيل الدخول مرة أخرى لعرض نتائجك.",
    "لقد تم تسجيل خروجك بسبب عدم النشاط",
    "يتطلب هذا الموقع جافا سكريبت",
)
PAPERS = (
    "CT CHEST\nPatient: Jane Doe\nFindings: a nodule of 14 mm.\nPlease log in to MyChart. Your session will expire.",
    "Test result\nHER2: negative\nLog in to see more",
    "Hemoglobin | 11.2\nLog in to see more",
    "Your test result is ready. HER2: negative. Sign in to view details.",
    "After visit summary\nJane D. Doe\nYou were seen for breast cancer. Continue your medicines. Log in to view more.",
    "Dear Jane, the scan is stable and we go on with the same treatment. Dr Smith\nPlease log in to view this online.",
    "The session ended early because the patient was tired. She signed on for palliative care.",
    "Physiotherapy session closed at 10. Patient tolerated well.",
    "Su sesión de radioterapia terminó el martes; siguiente cita con la oncóloga",
    "Paciente: Ana Ruiz\nLa sesión de quimioterapia finalizó sin incidencias.",
    "بعد انتهاء الجلسة الأولى من العلاج الكيماوي شعرت المريضة بغثيان خفيف",
    "اسم المريض: علي\nانتهت الجلسة الثالثة من العلاج الإشعاعي",
    "",
)


@pytest.mark.parametrize("text", NO_PAPERS)
def test_what_only_asks_to_sign_in_is_no_paper(text: str) -> None:
    assert holds_no_paper([text])
    page = "".join(f"<p>{line}</p>" for line in text.splitlines())
    assert web_page.read(f"<!doctype html><html><meta charset=utf-8><body>{page}</body></html>".encode()) is None


@pytest.mark.parametrize("text", PAPERS)
def test_what_says_something_else_as_well_is_one(text: str) -> None:
    assert not holds_no_paper([text])


def test_a_window_with_its_title_alone_holds_nothing() -> None:
    assert web_page.read(b"<html><head><title>Portal</title></head><body><div id=root></div></body></html>") is None


def test_one_that_was_printed_is_told() -> None:
    assert "signed_out" in last(made.a_printed_pdf("Your session has expired. Please log in again.")).remarks
    assert "signed_out" in last(b"Your session has expired\nPlease log in again.\n").remarks
    assert "signed_out" not in last(made.a_printed_pdf("HER2: negative. Please log in to see more.")).remarks
