"""From the date back: by when each record is to be asked for, and the days to take along as a calendar file."""

import pytest

from dialogs.case.case import Case
from dialogs.case.request import Request
from dialogs.checklist.planning import ask_by, days_to_keep, plan
from dialogs.content.guide import Guide, Record
from dialogs.effects import SendPaper
from tests.chat import A_MORNING, Chat

PLANNED = Guide(
    records=(
        Record("report", lead_days=7),
        Record("slides", lead_days=35),
        Record("scans", lead_days=14),
        Record("plan"),
    ),
    most_important="report",
    start_with=("report",),
)


def test_what_takes_longest_is_to_be_asked_for_first():
    chat = Chat(guide=PLANNED)
    chat.patient_walks_to("date")
    chat.patient_writes("18 April")
    chat.patient_presses("day/2026-04-18")
    chat.bot_says("plan", "date_noted")
    steps = chat.said("plan").values["steps"]
    assert [(step.record, step.by.isoformat(), step.now) for step in steps] == [
        ("slides", "2026-03-13", False),  # the Friday: the 14th is a Saturday
        ("scans", "2026-04-03", False),
        ("report", "2026-04-10", False),
    ]


def test_the_checklist_says_by_when_to_ask():
    chat = Chat(guide=PLANNED)
    chat.patient_walks_to("date")
    chat.patient_presses("month/2026-03", "month/2026-04", "day/2026-04-18")
    chat.patient_commands("checklist")
    ask_by = chat.said("checklist").values["ask_by"]
    assert {record: step.by.isoformat() for record, step in ask_by.items()} == {
        "slides": "2026-03-13",
        "scans": "2026-04-03",
        "report": "2026-04-10",
    }


def test_what_should_have_been_asked_for_by_now_is_asked_for_now():
    case = Case(date="2026-03-10")
    assert [(step.record, step.now) for step in plan(PLANNED, case, A_MORNING.date())] == [
        ("slides", True),
        ("scans", True),
        ("report", False),
    ]


def test_what_is_here_or_on_its_way_is_not_planned():
    case = Case(date="2026-04-18").answering("slides", "asked").answering("scans", "elsewhere")
    assert [step.record for step in plan(PLANNED, case, A_MORNING.date())] == ["report"]


def test_without_a_date_to_come_nothing_is_planned():
    assert plan(PLANNED, Case(), A_MORNING.date()) == ()
    assert plan(PLANNED, Case(date="2026-03-01"), A_MORNING.date()) == ()


@pytest.mark.parametrize(
    "case",
    [
        Case(),
        Case(date="2026-03-01"),
        Case(date="2026-03-10"),
        Case(date="2026-04-18").answering("slides", "asked").answering("scans", "elsewhere"),
        Case(date="2026-04-18").answering("report", "not_applicable").answering("slides", "remind"),
    ],
)
def test_of_one_record_the_plan_says_the_same_as_of_all(case: Case):
    together = {step.record: step for step in plan(PLANNED, case, A_MORNING.date())}
    alone = {record.key: ask_by(PLANNED, case, record, A_MORNING.date()) for record in PLANNED.records}
    assert {record: step for record, step in alone.items() if step} == together


def test_the_days_can_be_taken_along_as_a_calendar_file(chat):
    chat.patient_walks_to("date")
    chat.patient_writes("3 April")
    chat.patient_presses("day/2026-04-03")
    chat.patient_commands("date")
    chat.patient_presses("dates_file")
    chat.bot_sends_a_paper("calendar")
    days = next(effect.values["days"] for effect in chat.turn.effects if isinstance(effect, SendPaper))
    assert ("2026-04-03", "date") in days
    chat.patient_is_at("date")


def test_a_promised_day_is_one_to_call_again_and_days_that_are_past_are_left_out():
    waiting = Request(1, "report", promised="2026-03-20")
    past = Request(2, "report", promised="2026-02-20")
    case = Case(date="2026-02-01", requests=(waiting, past))
    assert days_to_keep(PLANNED, case, A_MORNING.date()) == [("2026-03-20", "call_again")]


def test_without_a_day_there_is_no_calendar_file(chat):
    chat.patient_walks_to("date")
    chat.patient_presses_data("aside/dates_file")
    chat.bot_says("old_button")
