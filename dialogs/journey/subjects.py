"""What a card is about: the file, request or letter that stands on it, and that every one of its buttons names.

A button's data is `step@thing/move/argument`; the thing is left out where a step has but one. Buttons that lie in chats
since before they named their thing have none: they may leave a step, and change nothing (decisions/0026).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs import side_roads
from dialogs.case.case import Case
from dialogs.content.guide import LETTERS
from dialogs.roads.files import path as file_path
from dialogs.roads.letters import path as letter_path
from dialogs.roads.requests import changes as requests

HARMLESS = frozenset({"back", "leave", "done", "skip", "letters", "month"})
"""Moves that change nothing about a thing: a button without a name may still make them."""
ROADS = {"files": "my_files", "requests": "my_requests", "letters": "letters", "errands": "hand_out"}
"""The side roads of things, and the move that leads there from every step."""
OPENING = {
    file_path.FILES: frozenset({"look", "page"}),
    side_roads.REQUESTS: frozenset({"look"}),
    letter_path.LETTERS: frozenset({"write"}),
    "errands": frozenset({"look", "here", "asked", "not_yet", "end"}),
}
"""Moves whose argument names the thing: they are open on every list that was ever shown."""
CONFIRMS = frozenset({"erase_yes"})
"""Moves that cannot be taken back: they count below the question that is asked now, and nowhere else."""
_FILE_STEPS = frozenset(file_path.STEPS) - {file_path.FILES}
_REQUEST_STEPS = frozenset({side_roads.ONE, side_roads.PROMISED, side_roads.REFERENCE})
_LETTER_STEPS = frozenset(letter_path.STEPS) - {letter_path.LETTERS}


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's data, read."""

    step: str
    thing: str = ""
    move: str = ""
    arguments: tuple[str, ...] = ()

    @property
    def argument(self) -> str:
        return "/".join(self.arguments)


def read(data: str) -> Tap:
    place, _, rest = data.partition("/")
    step, _, thing = place.partition("@")
    move, *arguments = rest.split("/")
    return Tap(step, thing, move, tuple(arguments))


def place(case: Case) -> str:
    """What the data of every button of the present step begins with: the step, and what the patient looks at there."""
    thing = subject(case)
    return f"{case.step}@{thing}" if thing else case.step


def subject(case: Case) -> str:
    """The name of the thing the present step is about; empty where a step has but one."""
    if case.step in _FILE_STEPS:
        return str(case.looking_at)
    if case.step in _REQUEST_STEPS:
        return str(case.request)
    return case.letter if case.step in _LETTER_STEPS else ""


def looking_at(case: Case, step: str, thing: str) -> Case | None:
    """The case with the thing that a button of a step names as the present one; None if it is gone, or not named."""
    number = int(thing) if thing.isdecimal() and len(thing) < 9 else 0
    if step in _FILE_STEPS and case.document(number):
        return replace(case, looking_at=number)
    if step in _REQUEST_STEPS and requests.numbered(case, number):
        return replace(case, request=number)
    if step in _LETTER_STEPS and thing in LETTERS:
        return replace(case, letter=thing)
    return None
