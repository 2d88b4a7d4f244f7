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
    "Your session has expired after 15 minutes of inactivity.\nSign in\n© 2026 Example Health. All rights reserved.",
    "Hospital Universitario de La Paz\nInicie sesión para continuar\nUsuario:\nContraseña:",
    "Welcome to the patient portal\nPlease sign in to view your messages.",
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
    "Ultrasound: thrombosis of the main portal vein with a 4 cm tumor in segment 7, suspicious for HCC.\n"
    "Please sign in to view the images.",
    "Iniciar la sesión de quimioterapia el 3 de marzo con paclitaxel 80 mg.",
    "Dear Ana, your biopsy shows invasive ductal carcinoma. Please sign in to view the full report.",
    "Usuario: Maria Lopez, 54 años, cáncer de mama estadio III.\nPara ver el informe debe iniciar sesión.",
    "Usuario: Maria Lopez, cáncer de mama.\nPara ver el informe debe iniciar sesión.",
    "Portal hypertension with splenomegaly and ascites. Please log in to see the pictures.",
    "Dolor al inicio del ciclo, mejora con ayuda. Inicie sesión para ver más.",
    "Ambos ganglios derechos aumentados. Debe iniciar sesión para ver las imágenes.",
    "Inactive chronic hepatitis B carrier. Sign in to view the details.",
    "She needs help with walking and was born at term; biopsy is planned. Please log in to view this.",
    "The patient has not signed on for hospice.",
    "Se decide abrir la sesión del comité con el caso de Ana Ruiz, cáncer de ovario. Inicie sesión para leer el acta.",
    "MRI stable\nNo new lesions seen today\nPlease sign in to view the images.",
    "تحتاج المريضة إلى مساعدة في المشي بعد العملية. يرجى تسجيل الدخول لعرض التقرير.",
    "ورم في الثدي الأيسر مع عقد إبطية متضخمة. يرجى تسجيل الدخول لعرض الصور.",
    "Paciente en buenas condiciones generales tras la cirugía. Acceso denegado a las imágenes.",
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


_FORM = "<form><label>User name</label><input><label>Password</label><input type='password'><button>Log in</button>"


@pytest.mark.parametrize(
    "words",
    [
        "<p>Your biopsy of 08/23/2026 showed invasive carcinoma of the left breast.</p>",
        "<p>Hemoglobin 11.2 g/dL</p>",
        "<p>Patient: Jane Doe</p><p>Diagnosis: carcinoma of the breast</p>",
        "<p>Informe del 3 de marzo de 2026</p><p>Nódulo estable.</p>",
        "<table><tr><td>Plaquetas</td><td>140 K/uL</td></tr></table>",
    ],
)
def test_a_short_record_beside_a_form_to_sign_in_is_a_record(words: str) -> None:
    contents = web_page.read(f"<!doctype html><html><body>{_FORM}<h1>Result</h1>{words}</body></html>".encode())
    assert contents is not None


@pytest.mark.parametrize(
    "words",
    [
        "<p>Access your test results. View your results and your doctor's comments within days.</p>",
        "<p>Need help? Call 555-123-4567</p><p>© 2026 Example Health</p><p>Phone: 555-1234</p>",
        "<p>Si olvidó su contraseña, llame al 900 123 456.</p><p>Horario: 8 a 15 h</p>",
    ],
)
def test_what_a_portal_says_around_its_form_is_none(words: str) -> None:
    page = f"<!doctype html><html><body><h1>Welcome to MyChart</h1>{_FORM}{words}</body></html>"
    assert web_page.read(page.encode()) is None


def test_a_window_with_its_title_alone_holds_nothing() -> None:
    assert web_page.read(b"<html><head><title>Portal</title></head><body><div id=root></div></body></html>") is None


def test_one_that_was_printed_is_told() -> None:
    assert "signed_out" in last(made.a_printed_pdf("Your session has expired. Please log in again.")).remarks
    assert "signed_out" in last(b"Your session has expired\nPlease log in again.\n").remarks
    assert "signed_out" not in last(made.a_printed_pdf("HER2: negative. Please log in to see more.")).remarks
