"""What a portal gives after a visit: a note on it, and the list of medicines in it; an appointment is none. Made up."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of

SUMMARIES = [
    (
        ("visit_notes", "medications"),
        """\
AFTER VISIT SUMMARY
Jane M. Doe   MRN: 00482913   DOB: 4/17/1964
Date of visit: 3/3/2026
Oncology Clinic - Medical Center of Nowhere   555-0100

Instructions from Alan Smith, MD
Your medications have changed
START taking: ondansetron (ZOFRAN)
CONTINUE taking: tamoxifen 20 mg tablet

What"s Next
MAR 24 2026  Office Visit with Alan Smith, MD  Tuesday March 24 10:00 AM

Today"s Visit
You saw Alan Smith, MD on Tuesday March 3, 2026. The following issue was addressed: Malignant neoplasm.
Blood Pressure 128/76   BMI 24.1   Weight 64 kg   Pulse 72   Temperature 98.1 F

Your Medication List
tamoxifen 20 mg tablet   Take 1 tablet by mouth daily
ondansetron 8 mg tablet   Take 1 tablet every 8 hours as needed for nausea
omeprazole 20 mg capsule   Take 1 capsule every morning
MyChart: View your after visit summary online. Go to mychart.example.org and click Sign up now.
""",
    ),
    (
        ("visit_notes",),
        """\
After Visit Summary
Patient: Jane Doe   Visit date: March 3, 2026
Reason for visit: Follow-up
Diagnoses: Breast cancer
Instructions: Drink plenty of water. Call us with a fever.
Follow-up: Return in about 3 weeks (around 3/24/2026).
""",
    ),
    (
        ("visit_notes",),
        """\
Clinical Visit Summary
Name: Jane Doe  DOB: 04/17/1964  Visit Date: 03/13/2026
Provider: Alan Smith MD
Visit Diagnosis: C50.412
Vitals: BP 128/76 Pulse 72
Allergies: No known allergies
Current Medications
Tamoxifen 20 mg once daily
Patient Instructions
Continue current medicines.
Upcoming appointments
03/24/2026 10:00 AM Oncology
""",
    ),
    (
        ("visit_notes",),
        """\
After Visit Summary - Infusion Center
Roe, John   Male   MRN 7712345   DOB 02/02/1950
Visit: Tuesday October 14, 2025
You received: pembrolizumab
When to call us: fever over 100.4 F
Upcoming Appointments
Nov 4 2025 Infusion
""",
    ),
    (
        ("visit_notes", "medications"),
        """\
Patient Visit Summary
Patient: John Roe   DOB: 02/02/1950   Visit Date: 10/14/2025
Primary care provider: A. Brown
Today"s Visit: Follow up of lung cancer
Vital Signs: BP 120/70
Your Medications
osimertinib 80 mg tablet - take 1 tablet daily
lisinopril 10 mg tablet - take 1 tablet daily
What to do next: Labs in 4 weeks
""",
    ),
    (
        ("visit_notes", "medications"),
        """\
RESUMEN DE LA VISITA
Paciente: Ana Ruiz Gil   Fecha de nacimiento: 17/04/1964
Fecha de la visita: 3 de marzo de 2026
Motivo de la visita: Revisión
Diagnósticos: Cáncer de mama izquierda
Sus medicamentos
Tamoxifeno 20 mg   1 comprimido al día
Omeprazol 20 mg   1 cápsula cada mañana
Instrucciones: Beba abundante agua. Llámenos si tiene fiebre.
Próximas citas
24/03/2026 10:00 Oncología
""",
    ),
    (
        ("visit_notes",),
        """\
Resumen posterior a la consulta
Ana Ruiz Gil  F. nac.: 17/04/1964
Usted fue atendida por el Dr. Gil el 3 de marzo de 2026
Problema tratado: cáncer de mama
Lista de medicamentos
Tamoxifeno 20 mg tableta  Tome 1 tableta por vía oral todos los días
Instrucciones para el paciente
Continúe con el tratamiento.
Próxima cita: 24/03/2026
""",
    ),
    (
        ("visit_notes", "medications"),
        """\
ملخص الزيارة
اسم المريضة: منى خالد حسن    تاريخ الميلاد: 17/04/1964
تاريخ الزيارة: 3 آذار 2026
سبب الزيارة: متابعة
التشخيص: سرطان الثدي الأيسر
الأدوية
تاموكسيفين 20 ملغ حبة واحدة يوميا
أوميبرازول 20 ملغ كبسولة صباحا
التعليمات: شرب الماء بكثرة، والاتصال عند الحرارة
الموعد القادم: 24/03/2026
""",
    ),
    (
        ("visit_notes", "medications"),
        """\
ملخص ما بعد الزيارة
اسم المريض: سامي عادل نصر
تاريخ الزيارة: 14 تشرين الأول 2025
تشخيص الزيارة: سرطان الرئة
أدويتك
أوسيمرتينيب 80 ملغ حبة يوميا
ليزينوبريل 10 ملغ حبة يوميا
المواعيد القادمة: 4/11/2025
""",
    ),
]
OTHERS = [
    """\
Upcoming appointments
Jane Doe  DOB: 4/17/1964
CT scan chest  3/24/2026 10:00 AM Radiology
Office visit 3/25/2026 Oncology clinic, Dr. Smith
""",
    """\
How to read your After Visit Summary
Your after visit summary lists your medicines and upcoming appointments. Ask your doctor if you have questions.
""",
    """\
Cuestionario previo a la visita
Paciente: Juan Pérez   Fecha de la visita: 14/10/2025
Motivo de la visita: ________  Sus medicamentos: ________
""",
    """\
Appointment reminder
Jane Doe
Your visit is on 3/24/2026 at 10:00 AM with Alan Smith, MD. Bring your medication list and after visit summary.
""",
    """\
Before your visit
Jane Doe DOB: 4/17/1964
Please fill in: Medications: ______ Allergies: ______ Reason for visit: ______
Date of visit: 3/24/2026
""",
    """\
Statement of account
Patient: Jane Doe
Date of visit: 3/3/2026
Office visit level 4  $250.00  Amount due $25.00
""",
]


@pytest.mark.parametrize(("records", "text"), SUMMARIES)
def test_the_summary_of_a_visit_is_a_note_on_it_and_holds_its_medicines(every_language: Rules, records, text: str):
    facts = facts_of([text], every_language)
    assert (facts.record, *facts.also) == records
    assert facts.patient


@pytest.mark.parametrize("text", OTHERS)
def test_what_speaks_of_a_visit_to_come_is_none(every_language: Rules, text: str):
    assert facts_of([text], every_language).record == ""
