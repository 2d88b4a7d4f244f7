"""Where next? One state machine over all roads, for all patients."""

from __future__ import annotations

from collections.abc import Iterable

from transitions import Machine

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.trail import LONGEST, Left
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text, Way
from dialogs.journey.steps import CONSENT, RECORD, REVIEW, WELCOME, place, root
from dialogs.journey.table import BACKWARD, ONWARD, RETURN, Row, entering, spelled_out, steps
from dialogs.journey.taps import HARMLESS, Tap, read


class Journey:
    """The machine over the rows of all roads, one for all patients; it holds nobody's state."""

    def __init__(self, guide: Guide, roads: Iterable[Way]) -> None:
        self._guide, self.roads = guide, tuple(roads)
        self.rows = tuple(row for road in self.roads for row in (*road.rows(guide), *entering(road.detours)))
        self.steps = steps(self.rows)
        table = tuple(spelled_out(self.rows))
        self._machine = Machine(
            model=None,
            states=[*self.steps, RETURN, ONWARD, BACKWARD],
            initial=WELCOME,
            transitions=[
                {"trigger": row.move, "source": row.source, "dest": row.to, "conditions": row.guard} for row in table
            ],
            model_attribute="step",
            auto_transitions=False,
            ignore_invalid_triggers=True,
        )
        self._rows_from: dict[str, list[Row]] = {step: [] for step in (*self.steps, ONWARD)}
        for row in table:
            self._rows_from[row.source].append(row)
        self.detours = {move: step for road in self.roads for move, step in road.detours.items()}
        self._leaves = frozenset(self.detours).union(*(road.leaves for road in self.roads))
        self._pages = frozenset[str]().union(*(road.pages for road in self.roads))
        self._in_between = frozenset(row.to for row in self.rows if row.then)
        self._thens = frozenset(row.then for row in self.rows if row.then)
        self._formerly = {old: now for road in self.roads for old, now in road.formerly(guide).items()}
        self._path = frozenset(row.to for row in self.rows if row.source == ONWARD)
        self._path |= {
            root(row.source) for row in self.rows if row.to == ONWARD and row.source not in (WELCOME, CONSENT)
        }
        self._confirms = frozenset[str]().union(*(road.confirms for road in self.roads))
        self._kinds = {step: self._kind(step) for step in self.steps}  # asked many times at every turn
        self._things = {step: road.things for road in self.roads if road.things for step in road.detours.values()}
        self._texts = {step: text for road in self.roads for step, text in road.takes_text.items()}

    def kind(self, step: str) -> str:
        """A step's name among the roads: of a record, what comes behind its key."""
        return self._kinds.get(step) or self._kind(step)

    def _kind(self, step: str) -> str:
        return (step.partition(".")[2] or RECORD) if self._guide.record(root(step)) else step

    def text_at(self, step: str) -> Text | None:
        """What a text is at a step; None where none is asked for."""
        return self._texts.get(self.kind(step))

    def knows(self, step: str) -> bool:
        return step in self._rows_from and step != ONWARD

    def goes_back(self, case: Case, move: str) -> bool:
        """Whether a move leads to the question that was left last."""
        row = self._row(case, move, "")
        return row is not None and row.to == BACKWARD

    def way_back(self, case: Case) -> str:
        """The data of the button that takes back the last answer; empty where none does."""
        return f"{self.place(case)}/back/{case.trail[-1].step}" if self.goes_back(case, "back") else ""

    def next(self, case: Case, move: str, argument: str = "", answered: Case | None = None) -> str | None:
        """The step that a move leads to from where the patient stands, or None if it cannot be made there.

        `answered`: the case with what the move answers, by which it is decided what comes next on the path.
        """
        if all(row.move != move for row in self._rows_from[case.step]):
            return None  # the machine would say so in the log: a patient may tap what they like
        position = Position(case.step, case, argument)
        if not self._machine.events[move].trigger(position, position):
            return None
        if position.step == ONWARD:
            position.case = answered or case
            self._machine.events[ONWARD].trigger(position, position)
        if position.step == BACKWARD:
            return case.trail[-1].step
        return case.returns_to[-1] if position.step == RETURN else position.step

    def moves_from(self, case: Case) -> frozenset[str]:
        """The moves that are open to this patient where they stand."""
        # Asked at every turn, of every move: the table's own guards tell it without making each move to see.
        position = Position(case.step, case)
        here = self._rows_from[case.step]
        return frozenset(row.move for row in here if row.guard is None or row.guard(position))

    def move(self, case: Case, move: str, argument: str = "", answered: Case | None = None) -> Case | None:
        """The case one step further, remembering the way back; None if the move cannot be made."""
        to, row = self.next(case, move, argument, answered), self._row(case, move, argument)
        if to is None or row is None:
            return None
        if row.to == BACKWARD:
            return case.gone_back()
        if row.to == ONWARD:
            return replace(answered or case, step=to, returns_to=(), trail=self._trail(case))
        left, way_back = self.called_off(case) or case, case.returns_to
        if move in self._leaves:
            # Nobody comes back to a question that came up in between.
            way_back = (*left.returns_to, root(left.step))
            way_back = way_back[: way_back.index(to)] if to in way_back else way_back
        elif not row.then and way_back[-1:] in ((to,), (root(to),)):
            way_back = way_back[:-1]
        elif to == REVIEW:
            way_back = ()
        way_back = (*way_back, row.then) if row.then else way_back
        case = answered or case
        if to == case.step and way_back == case.returns_to:
            return case
        return replace(case, step=to, returns_to=way_back)

    def _row(self, case: Case, move: str, argument: str) -> Row | None:
        """The row by which a move is made, as the machine chooses it: the first whose guard holds."""
        position = Position(case.step, case, argument)
        rows = (row for row in self._rows_from[case.step] if row.move == move)
        return next((row for row in rows if row.guard is None or row.guard(position)), None)

    def _trail(self, case: Case) -> tuple[Left, ...]:
        """The way back, once the question where the patient stands is left."""
        left = root(case.step)
        if left not in self._path or case.returns_to:
            return case.trail
        known = Left(left, case.requests_seen, case.request)
        return (*(each for each in case.trail if each.step != left), known)[-LONGEST:]

    def called_off(self, case: Case) -> Case | None:
        """The case where the patient was when a question came up in between; None where none did."""
        if case.step not in self._in_between:
            return None
        way = case.returns_to[:-1] if case.returns_to[-1:] and case.returns_to[-1] in self._thens else case.returns_to
        return replace(case, step=way[-1] if way else REVIEW, returns_to=way[:-1])

    def as_it_is_called(self, case: Case) -> Case:
        """The case at what its step is called now."""
        if case.step not in self._formerly:
            return case
        step, then = self._formerly[case.step]
        return replace(case, step=step, returns_to=(*case.returns_to, then) if then else case.returns_to)

    def read(self, data: str) -> Tap:
        """A button's data, read; a step that was called otherwise when it was shown has its name of now."""
        tap = read(data)
        return replace(tap, step=self._formerly[tap.step][0], thing="") if tap.step in self._formerly else tap

    def subject(self, case: Case) -> str:
        """The name of the thing the present step is about; empty where a step has but one."""
        things = self._things.get(root(case.step))
        return things.looked_at(case) if things and case.step in things.steps else ""

    def place(self, case: Case) -> str:
        """What the data of every button of the present step begins with."""
        return place(case.step, self.subject(case))

    def is_an_old_yes(self, case: Case, there: Case, tap: Tap) -> bool:
        """Whether a tap confirms what is not asked now: `there` is where its card stands."""
        return tap.move in self._confirms and self.place(there) != self.place(case)

    def where_it_stands(self, case: Case, tap: Tap) -> Case | None:
        """The case at the card that was tapped, looking at what that is about; None if it is gone or not named."""
        things, subject = self._things.get(root(tap.step)), self.subject(case)
        if not tap.thing:
            if tap.step == case.step and (tap.move in HARMLESS or not subject):
                return case
            opens = things is not None and tap.move in things.openings.get(tap.step, ())
            return self._aside(case, tap.step) if opens and self.knows(tap.step) else None
        if tap.step == case.step and tap.thing == subject:
            return case
        looking = things.look_at(case, tap.thing) if things and tap.step in things.steps else None
        return self._aside(looking, tap.step) if looking else None

    def _aside(self, case: Case, step: str) -> Case | None:
        """The case at a step of a side road, remembering the way back; None before there is anything to look at."""
        first = root(step)
        detour = next(move for move, to in self.detours.items() if to == first)
        on_it = case if root(case.step) == first else self.move(case, detour)
        return replace(on_it, step=step) if on_it else None

    def on_the_path(self, case: Case) -> Case:
        """The case where the patient was before they looked at their files, requests and the like."""
        if case.step not in self._pages:
            return case
        way = case.returns_to
        while way and way[-1] in self._pages:
            way = way[:-1]
        return replace(case, step=way[-1] if way else REVIEW, returns_to=way[:-1])
