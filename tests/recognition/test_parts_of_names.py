"""A name in parts, as forms and portals print it; a name somebody prefers does not take its place."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last name: Doe\nFirst name: Anne Marie\nDOB: 4/17/1964", "Anne Marie Doe"),
        ("Last Name: Doe   First Name: Anne Marie   DOB: 4/17/1964", "Anne Marie Doe"),
        ("Surname: Roe\nForename: John\nDOB: 2/2/1950", "John Roe"),
        ("Apellidos: Ruiz Gil\nNombre: Ana\nFecha de nacimiento: 17/04/1964", "Ana Ruiz Gil"),
        ("Apellidos: Soto Luna\nNombres: María José\nFecha de nacimiento: 17/04/1964", "María José Soto Luna"),
        ("اسم العائلة: الخطيب\nالاسم الأول: سعاد\nتاريخ الفحص: 10/03/2026", "سعاد الخطيب"),
        ("اسم المريض: سامي عادل نصر\nاللقب: نصر", "سامي عادل نصر"),
        ("Preferred name: Annie\nLegal name: Anne Marie Doe\nDOB: 4/17/1964", "Anne Marie Doe"),
        ("Patient: Anne Marie Doe\nPreferred name: Annie Doe\nDOB: 4/17/1964", "Anne Marie Doe"),
        ("Emergency contact\nLast name: Roe\nPatient: Jane Doe\nDOB: 2/2/1950", "Jane Doe"),
        ("Nombre: Juan Soto Luna\nPrimer apellido de la madre: Luna", "Juan Soto Luna"),
    ],
)
def test_a_name_in_parts_is_one(every_language: Rules, text: str, name: str):
    assert facts_of([text], every_language).patient == name
