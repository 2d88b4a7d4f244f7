"""Results of a laboratory, however their lines come out of a file: untitled, with rows torn apart or run together."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of

HEADS = {
    "en": "Patient: Rosa Example\nDate of birth: 03/14/1961\nCollected: 01/15/2026",
    "es": "Paciente: Rosa Ejemplo\nFecha de nacimiento: 14/03/1961\nFecha de toma de muestra: 15/01/2026",
    "ar": "اسم المريض: سلمى مثال\nتاريخ الميلاد: 14/03/1961\nتاريخ أخذ العينة: 15/01/2026",
}
NAMES = {
    "en": "Sodium,Potassium,Chloride,Creatinine,Glucose,Albumin,Hemoglobin,Platelets",
    "es": "Sodio,Potasio,Urea,Creatinina,Glucosa,Albúmina,Hemoglobina,Plaquetas",
    "ar": "صوديوم,بوتاسيوم,يوريا,كرياتينين,سكر صائم,ألبومين,هيموجلوبين,الصفائح الدموية",
}
VALUES = ["139", "4.2", "101", "0.81", "96", "4.1", "12.1", "210"]
UNITS = ["mmol/L", "mmol/L", "mmol/L", "mg/dL", "mg/dL", "g/dL", "g/dL", "K/uL"]
RANGES = ["135-145", "3.5-5.1", "98-107", "0.5-1.1", "70-99", "3.5-5.0", "12.0-16.0", "150-400"]
LAYOUTS = {
    "a row a line": lambda rows: "\n".join("   ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join(cell for row in rows for cell in row),
    "a column behind the other": lambda rows: "\n".join("\n".join(column) for column in zip(*rows, strict=True)),
    "one line": lambda rows: ", ".join(f"{name} {value} {unit} ({given})" for name, value, unit, given in rows),
    "one line without ranges": lambda rows: "; ".join(f"{name}: {value} {unit}" for name, value, unit, _ in rows),
    "names and numbers": lambda rows: " ".join(f"{name} {value}" for name, value, *_ in rows),
    "a column a day": lambda rows: "\n".join(f"{name}   {value}   {value}   {value}" for name, value, *_ in rows),
    "two beside each other": lambda rows: "\n".join(
        "   ".join((*first[:3], *second[:3])) for first, second in zip(rows[::2], rows[1::2], strict=True)
    ),
}


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_results_are_told_without_a_title_and_however_they_are_laid_out(
    rules: Rules, language: str, layout: str
) -> None:
    rows = list(zip(NAMES[language].split(","), VALUES, UNITS, RANGES, strict=True))
    assert facts_of([f"{HEADS[language]}\n{LAYOUTS[layout](rows)}"], rules).record == "labs"


@pytest.mark.parametrize(
    "text",
    [
        "Please draw: sodium, potassium, chloride, creatinine, glucose, albumin, hemoglobin, platelets, calcium",
        "She feels well and eats again. Sodium 139, potassium 4.2, creatinine 0.8, hemoglobin 12.1 and platelets 210 "
        "are as in October, and so is the albumin of 4.1. She walks every day, sleeps at night, has no pain and "
        "no fever, and asks whether she may travel to her sister in spring. We agreed that she may, with her medicines "
        "in her bag, and that she calls us first if anything changes.",
        "Invoice 4471\nSodium 12.00\nPotassium 12.00\nCreatinine 14.50\nGlucose 9.00\nAlbumin 11.00\nTotal due 58.50",
        "BP 132/78   Pulse 72   Temp 36.7   Resp 16   SpO2 98   Weight 70.2   Height 165   BMI 25.8\n" * 4,
        "calcium 500 mg tablet twice daily\npotassium chloride 20 mEq tablet daily\n"
        "sodium bicarbonate 650 mg tablet daily\nmagnesium 400 mg tablet daily\nalbumin 25 g iv weekly",
    ],
    ids=["a request", "a letter that quotes some", "a bill", "what a nurse measured", "medicines"],
)
def test_what_only_names_or_quotes_them_is_none(rules: Rules, text: str) -> None:
    facts = facts_of([f"{HEADS['en']}\n{text}"], rules)
    assert facts.record != "labs"
