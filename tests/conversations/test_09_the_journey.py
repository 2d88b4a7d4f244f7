"""The state machine as a whole: no dead ends, no unknown steps, and nothing a patient does breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from dialogs.journey.machine import Journey
from dialogs.journey.steps import REVIEW, SUMMARY, WELCOME
from dialogs.journey.table import BACKWARD, ONWARD, RETURN, spelled_out
from dialogs.roads.decision.path import DECISION
from dialogs.roads.every import ROADS
from tests.chat import SMALL_GUIDE, Chat

TABLE = list(spelled_out(Journey(SMALL_GUIDE, ROADS).rows))
STEPS = Journey(SMALL_GUIDE, ROADS).steps
MOVES = {row.move for row in TABLE}


def reached_from(start: str, edges: dict[str, set[str]]) -> set[str]:
    seen, frontier = {start}, [start]
    while frontier:
        for step in edges.get(frontier.pop(), set()) - seen:
            seen.add(step)
            frontier.append(step)
    return seen


def edges(backwards: bool = False) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in (row for row in TABLE if row.to != RETURN):
        source, to = (row.to, row.source) if backwards else (row.source, row.to)
        found.setdefault(source, set()).add(to)
    return found


def test_every_move_leads_from_a_step_to_a_step():
    for row in TABLE:
        assert row.source in (*STEPS, ONWARD)
        assert row.to in (*STEPS, RETURN, ONWARD, BACKWARD)


def test_every_step_can_be_reached_from_the_welcome():
    assert reached_from(WELCOME, edges()) >= set(STEPS)


def test_every_step_reaches_the_summary():
    assert reached_from(SUMMARY, edges(backwards=True)) >= set(STEPS)


def test_no_two_rows_of_one_move_leave_the_later_one_without_a_chance():
    seen: set[tuple[str, str]] = set()
    for row in TABLE:
        assert (row.source, row.move) not in seen, f"{row.move} from {row.source} never gets past an open row"
        if row.guard is None:
            seen.add((row.source, row.move))


@pytest.mark.parametrize(
    ("way_back", "keeps_files"), [((), True), ((), None), ((REVIEW,), False), ((DECISION, REVIEW), True)]
)
@pytest.mark.parametrize("step", STEPS)
def test_the_moves_that_are_told_to_be_open_are_those_the_machine_makes(step, way_back, keeps_files):
    journey = Chat().dialogue.screens.journey
    case = Case(step=step, returns_to=way_back, keeps_files=keeps_files)
    made = {move for move in MOVES if journey.next(case, move) is not None}
    assert journey.moves_from(case) == made


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_message_and_a_way_on(step):
    chat = Chat()
    chat.patient_walks_to("report")
    chat.case = type(chat.case)(step=step, keeps_files=True)
    prompt = chat.dialogue.screens.prompt(chat.case)
    assert prompt.buttons or prompt.placeholder


something = st.one_of(
    st.sampled_from(COMMANDS).map(lambda name: ("command", name)),
    st.integers(0, 30).map(lambda number: ("button", number)),
    st.text(max_size=20).map(lambda text: ("text", text)),
    st.sampled_from(["readable", "locked", "not_fetched"]).map(lambda found: ("file", found)),
    st.integers(1, 9).map(lambda days: ("days", days)),
    st.sampled_from(["away", "back", "edit", "sticker"]).map(lambda what: ("other", what)),
)


@given(st.lists(something, max_size=40))
def test_whatever_a_patient_does_the_bot_answers_and_the_way_to_the_summary_stays_open(doings):
    chat = Chat()
    chat.patient_walks_to("report")
    for kind, what in doings:
        if kind == "command":
            chat.patient_commands(what)
        elif kind == "button":
            shown = [b.data for say in chat.shown[-3:] for row in say.buttons for b in row if b.data]
            chat.patient_presses_data(shown[what % len(shown)] if shown else "old/one")
        elif kind == "text":
            chat.patient_writes(what)
        elif kind == "file":
            chat.patient_sends("file.pdf", found=what)
        elif kind == "days":
            chat.days_pass(what)
        else:
            do = {
                "away": chat.patient_goes_away,
                "back": chat.patient_comes_back,
                "edit": chat.patient_edits_a_message,
                "sticker": lambda: chat.patient_sends_something_else("sticker"),
            }
            do[what]()
        assert len(chat.case.returns_to) <= 7
    if chat.case.keeps_files is not None:
        chat.patient_commands("summary")
        chat.bot_says("summary")
