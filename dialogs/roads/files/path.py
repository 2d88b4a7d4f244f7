"""The side road on which a patient looks after the files they sent, as rows of the journey's table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import DRAWN, SET, Document
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text, Things
from dialogs.journey.steps import REVIEW, number_in, place
from dialogs.journey.table import Row, leaving

FILES, ONE = "files", "files.one"
RENAMING, MOVING, DATING = "files.renaming", "files.moving", "files.dating"
REPLACING, DELETING, PASSWORD = "files.replacing", "files.deleting", "files.password"
TAKES_TEXT: Mapping[str, Text] = {RENAMING: "word", DATING: "day", PASSWORD: "secret"}
DETOURS = {"my_files": FILES}
PAGES = frozenset({FILES, ONE})
CONFIRMS = frozenset({"erase_yes"})


def rows(_: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield Row("look", FILES, ONE, _names_a_file)
    yield Row("page", FILES, FILES)
    for move, guard in (("pictures", _can_be_shown), ("up", _is_paper), ("down", _is_paper), ("turn", _can_be_turned)):
        yield Row(move, ONE, ONE, guard)
    for move, step in (("rename", RENAMING), ("move", MOVING), ("date", DATING)):
        yield Row(move, ONE, step, _is_paper)
    yield Row("replace", ONE, REPLACING, _is_paper_looked_at)
    yield Row("erase", ONE, DELETING, _was_looked_at)
    yield Row("password", ONE, PASSWORD, _is_locked)
    yield Row("renamed", RENAMING, ONE)
    yield Row("no_title", RENAMING, ONE, _has_a_title)
    yield Row("to", MOVING, ONE)
    yield Row("day", DATING, ONE)
    yield Row("no_day", DATING, ONE, _has_a_day)
    yield Row("file", REPLACING, ONE, _keeps_files)
    yield Row("erase_yes", DELETING, FILES)
    yield Row("tried", PASSWORD, ONE)
    for step in (RENAMING, MOVING, DATING, REPLACING, DELETING, PASSWORD):
        yield Row("back", step, ONE)
    yield Row("back", ONE, FILES)
    yield from leaving(("back",), FILES, REVIEW)
    yield from leaving(("leave",), ONE, REVIEW)


def _looked_at(position: Position) -> Document | None:
    return position.case.document(position.case.looking_at)


def _names_a_file(position: Position) -> bool:
    return position.case.document(number_in(position.argument)) is not None


def _is_paper(position: Position) -> bool:
    """A file that only held others has no place, no day and no order of its own."""
    document = _looked_at(position)
    return document is not None and document.state != "opened"


def _is_paper_looked_at(position: Position) -> bool:
    return _is_paper(position) and _was_looked_at(position)


def _keeps_files(position: Position) -> bool:
    return bool(position.case.keeps_files)


def _was_looked_at(position: Position) -> bool:
    """A file that is still on its way cannot be erased: it would lie there afterwards; nor what others come out of."""
    document = _looked_at(position)
    if document is None:
        return False
    container = document.container or document.number
    together = (each for each in position.case.documents if each.container == container)
    return not any(each.state == "arriving" for each in (document, *together))


def _can_be_shown(position: Position) -> bool:
    document = _looked_at(position)
    return document is not None and document.state == "readable" and document.kind in (*DRAWN, *SET)


def _can_be_turned(position: Position) -> bool:
    document = _looked_at(position)
    return document is not None and document.state == "readable" and document.kind in DRAWN


def _is_locked(position: Position) -> bool:
    document = _looked_at(position)
    return document is not None and document.opens_with_a_password


def _has_a_title(position: Position) -> bool:
    document = _looked_at(position)
    return document is not None and document.title != ""


def _has_a_day(position: Position) -> bool:
    document = _looked_at(position)
    return document is not None and document.date != ""


def card(case: Case) -> str:
    """What the buttons of the present step begin with."""
    return place(case.step, case.looking_at if case.step in THINGS.steps else "")


def _look_at(case: Case, name: str) -> Case | None:
    number = number_in(name)
    return replace(case, looking_at=number) if case.document(number) else None


THINGS = Things(
    {FILES: frozenset({"look", "page"})},
    frozenset({ONE, RENAMING, MOVING, DATING, REPLACING, DELETING, PASSWORD}),
    lambda case: str(case.looking_at),
    _look_at,
)
