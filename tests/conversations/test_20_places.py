"""Of whom something was asked: several requests of one hospital stand together, with their letters and references."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.case.case import Case
from dialogs.case.request import Request
from dialogs.effects import SendPaper
from dialogs.understanding.places import places
from tests.chat import Chat


def asked_of(*lines: str) -> tuple[Request, ...]:
    records = ("report", "scans", "discs", "plan")
    return tuple(Request(number, records[number - 1], line) for number, line in enumerate(lines, start=1))


@pytest.mark.parametrize(
    ("lines", "together"),
    [
        (("City Hospital", "city hospital", "Lakeside"), [(1, 2)]),
        (("Records office, City Hospital", "City Hospital", "CITY HOSPITAL radiology"), [(1, 2, 3)]),
        (("Records", "Records at Lakeside"), []),
        (("", ""), []),
        (("مستشفى المدينة", "قسم الأشعة في مستشفى المدينة"), [(1, 2)]),
    ],
)
def test_lines_that_name_one_hospital_belong_together(lines, together):
    found = places(Case(requests=asked_of(*lines)))
    assert [tuple(each.number for each in place.requests) for place in found] == together


def test_one_place_shows_its_requests_with_the_letter_addressed_to_it(chat: Chat):
    chat.patient_walks_to("summary")
    chat.case = replace(chat.case, country="us", requests=asked_of("City Hospital", "City Hospital", "Lakeside"))
    chat.patient_commands("requests")
    chat.patient_presses("requests/at/1")
    shown = chat.said("requests_place").values
    assert [each.number for each in shown["requests"]] == [1, 2]
    chat.patient_presses("aside/letter/records/1")
    chat.patient_is_at("letters.one")
    assert chat.case.addressed == {"records": "City Hospital"}
    assert any(isinstance(effect, SendPaper) for effect in chat.turn.effects)
    chat.patient_commands("requests")
    chat.patient_presses("requests/at/1", "requests/every_request")
    chat.bot_says("requests")


def test_a_place_that_is_gone_is_told_kindly(chat: Chat):
    chat.patient_walks_to("summary")
    chat.patient_commands("requests")
    for data in ("requests/at/7", "aside/letter/records/7", "aside/letter/none/1"):
        chat.patient_presses_data(data)
        assert chat.said_now()
