"""Papers printed in Spanish are read as well as the English ones, with the words of content/es."""

from __future__ import annotations

import json

import pytest

from bot.documents.recognition import Rules, facts_of, rules_from_plain
from dialogs.content.guide import read_guide
from dialogs.content.recognition import read_recognition
from dialogs.roads.every import STEPS
from tests.content.conftest import FOLDER
from tests.recognition.measuring import measured, mistakes, papers


@pytest.fixture(scope="module")
def spanish() -> Rules:
    guide = read_guide(FOLDER / "guide.toml", STEPS)
    return rules_from_plain(json.loads(json.dumps(read_recognition(FOLDER / "es" / "recognition.toml", guide))))


def test_what_is_printed_is_read_and_nothing_else(spanish: Rules):
    assert list(mistakes("spanish", spanish)) == []


def test_every_kind_of_record_is_among_the_papers_and_bills_are_none_of_them(spanish: Rules):
    assert measured("spanish", spanish)["record"].said == 14
    assert {paper.get("record", "") for paper in papers("spanish")} == {"", *(kind.record for kind in spanish.kinds)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Paciente: Ana Ruiz\nINFORME DE ALTA\nMadrid, a 23 de agosto de 2026", "2026-08-23"),
        ("Paciente: Ana Ruiz\nINFORME\nEn Sevilla, a los 3 días del mes de marzo de 2026", "2026-03-03"),
        (
            "Paciente: Ana Ruiz\n" + "texto que sigue\n" * 20 + "En Buenos Aires, a 3 de marzo de 2026.\nFdo.: Dr. Gil",
            "2026-03-03",
        ),
        ("Bogotá D.C., 3 de marzo de 2026\nSeñora Ana Ruiz\nPaciente: Ana Ruiz", "2026-03-03"),
        ("Fecha: jueves, 8 de enero de 2026\nPaciente: Ana Ruiz", "2026-01-08"),
        ("Fecha: Sevilla, 3 de marzo de 2026\nPaciente: Ana Ruiz", "2026-03-03"),
        ("Fecha de alta: 3 de marzo del año 2026\nPaciente: Ana Ruiz", "2026-03-03"),
        ("Fecha del estudio: 23 / 08 / 2026\nPaciente: Ana Ruiz", "2026-08-23"),
        ("Paciente: Luis Gil\nInforme clínico\nZaragoza, a 5 de diciembre de 2025.", "2025-12-05"),
        ("Paciente: Luis Gil\nEn Las Palmas de Gran Canaria, a 14 de febrero de 2026", "2026-02-14"),
        ("Paciente: Luis Gil\nEn la ciudad de Lima, a los 12 días del mes de junio del año 2026", "2026-06-12"),
        ("México, D.F., a 9 de abril de 2026\nPaciente: Luis Gil", "2026-04-09"),
        ("San José, 30 de enero de 2026\nPaciente: Luis Gil", "2026-01-30"),
        ("Fecha de la consulta: miércoles 15 de octubre de 2025\nPaciente: Luis Gil", "2025-10-15"),
        ("Fecha de informe: Valencia, a 7 de mayo de 2026\nPaciente: Luis Gil", "2026-05-07"),
        ("Fecha: 1º de marzo de 2026\nPaciente: Luis Gil", "2026-03-01"),
        ("Fecha de la toma: 3-marzo-2026\nPaciente: Luis Gil", "2026-03-03"),
    ],
)
def test_a_day_that_is_written_out_is_read(spanish: Rules, text: str, day: str):
    assert facts_of([text], spanish).date == day


@pytest.mark.parametrize(
    "text",
    [
        "Paciente: Ana Ruiz\nCirugía, a 3 de marzo de 2026 sin incidencias",
        "Paciente: Ana Ruiz\nCirugía, 3 de marzo de 2026",
        "Paciente: Ana Ruiz\nFecha de nacimiento: a 23 de agosto de 1956",
        "Paciente: Luis Gil\nQuimioterapia, 3 de marzo de 2026",
        "Paciente: Luis Gil\nEl paciente ingresó en Madrid a 3 de marzo de 2026 con fiebre",
    ],
)
def test_a_day_in_a_sentence_or_of_something_else_is_not_that_of_the_paper(spanish: Rules, text: str):
    assert facts_of([text], spanish).date == ""
