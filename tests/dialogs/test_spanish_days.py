"""A day as it is written in Spanish is the day that was meant, or none: never a wrong one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dialogs.content.day_words import read_days
from dialogs.content.files import Mistakes
from dialogs.days.asked_lines import read
from dialogs.days.coming_days import understand
from dialogs.days.zones import read_places
from dialogs.proofreading.trials import try_days, try_places

SPANISH = Path(__file__).resolve().parents[2] / "content" / "es"
WORDS = read_days(SPANISH / "days.toml")
A_WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("el 12 de marzo de 2026", ["2026-03-12"]),
        ("primero de mayo", ["2026-05-01"]),
        ("el martes 10 de marzo a las 9:30 de la mañana", ["2026-03-10"]),
        ("mañana por la mañana", ["2026-03-05"]),
        ("pasado mañana", ["2026-03-06"]),
        ("dentro de treinta y un días", ["2026-04-04"]),
        ("el viernes que viene", ["2026-03-13", "2026-03-06"]),
        ("el lunes de la semana que viene", ["2026-03-09"]),
        ("el último viernes de marzo", ["2026-03-27"]),
        ("la cita está programada para el 5 de mayo", ["2026-05-05"]),
        ("hace dos semanas", []),
        ("en unos días", []),
    ],
)
def test_a_coming_day(text: str, days: list[str]):
    assert [day.isoformat() for day in understand(text, [A_WEDNESDAY], WORDS).days] == days


@pytest.mark.parametrize(
    ("line", "asked", "promised", "how"),
    [
        ("los pedí el lunes, dos semanas", "2026-03-02", "2026-03-16", ""),
        ("pedí por teléfono hace dos semanas, llega el viernes", "2026-02-18", "", "by_phone"),
        ("llamé hoy y me dijeron que en diez días", "2026-03-04", "2026-03-14", "by_phone"),
        ("fui en persona el 2 de marzo, listo el 20 de marzo", "2026-03-02", "2026-03-20", "in_person"),
        ("los pedí por el portal ayer, tardan una semana", "2026-03-03", "2026-03-10", "by_portal"),
        ("llamé el martes, de 10 a 15 días hábiles", "2026-03-03", "", "by_phone"),
        ("lo pedí la semana pasada", "", "", ""),
        ("pedí el informe del 3 de mayo", "", "", ""),
        ("me llamaron el lunes", "", "", ""),
    ],
)
def test_a_line_about_a_request(line: str, asked: str, promised: str, how: str):
    found = read(line, A_WEDNESDAY, WORDS)
    assert [str(day or "") for day in (found.asked, found.promised)] == [asked, promised]
    assert found.how == how


def test_every_word_and_every_place_is_understood():
    days, places = SPANISH / "days.toml", SPANISH / "places.toml"
    noted = Mistakes(days)
    assert try_days(noted, cast("Any", SimpleNamespace(days=WORDS)), days) > 100
    assert try_places(noted, read_places(places), places) > 500
    noted.settle()
