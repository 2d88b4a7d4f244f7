"""Sorting what came: one card for all of it, and a question only about what cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import readable
from dialogs.case.keyboard import Shown
from dialogs.content.guide import Guide
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard, Say, Turn, aside
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in, root
from dialogs.journey.taps import Tap, read
from dialogs.receiving.photos import apart, as_one, parted
from dialogs.receiving.piles import Lot, can_be_sent, likeliest, lots, waiting
from dialogs.roads.files import changes as file_changes
from dialogs.roads.files.screens import file_button
from dialogs.roads.walk.path import GATHER
from dialogs.understanding.suggestions import suggestions

MOST_LINES = 20
"""Lines of one card; of more files it tells how many there are."""
LIKELY = 3
"""Kinds that are offered first for a file that cannot be told."""
QUESTIONS = frozenset({"sorting", "sort_one", "sort_name", "sort_which"})
"""The messages that ask about files."""


def kinds_of_a_file(guide: Guide, keyboard: Iterable[Shown], of_all: bool = False) -> Mapping[str, Shown]:
    """By records, what says below a sorting card that a file is of that kind, or all that wait are (`of_all`).

    Of several files it is asked which.
    """
    taps = [(read(each.data), each) for each in keyboard]
    numbers = {tap.thing for tap, _ in taps if tap.move == "sort_leave"}
    which = next((each for tap, each in taps if tap.move == "sort_change"), None)
    numbers |= {first for first, _, last in (tap.thing.partition("-") for tap, _ in taps) if first and first == last}
    number = number_in(next(iter(numbers), ""))
    kinds = [record.key for record in guide.records if can_be_sent(guide, record.key)]
    if of_all and (number or which):
        shown = read(which.data).thing if which else ""
        return {key: _shown(aside(f"sort_all/{key}", thing=shown), key) for key in kinds}
    if number:
        return {key: _shown(_kind(number, key), key) for key in kinds}
    return dict.fromkeys(kinds, which) if which else {}


@dataclass(frozen=True)
class Sorting:
    """The card, its buttons, and the questions that follow it. A button acts on the files of its own card."""

    screens: Screens

    def ask(self, case: Case, replaces: bool = False) -> tuple[Say, ...]:
        """What is to be agreed to: the card; or if nothing is known of any, what the first of them is."""
        found = self.lots(case)
        if not found:
            return ()
        return (self._next(case, found, replaces),)

    def press(self, case: Case, tap: Tap) -> Turn | None:
        """The turn after a tap below a card or a question; None if it means nothing (any more)."""
        match tap.move, tap.arguments:
            case "sorted_yes", ():
                return self._agreed(case, tap.thing)
            case "sort_change", ():
                return self._which(case, tap.thing)
            case "apart", ():
                return self._apart(case, tap.thing)
            case "sort_file", (number,):
                return self._kinds(case, number_in(number), LIKELY)
            case "sort_kinds", ():
                return self._kinds(case, number_in(tap.thing), None)
            case "sort_as", (key,):
                return self._placed(case, number_in(tap.thing), key)
            case "sort_all", (key,):
                return self._all_placed(case, tap.thing, key)
            case "sort_leave", ():
                return self._left(case, number_in(tap.thing))
        return None

    @property
    def guide(self) -> Guide:
        return self.screens.guide

    def lots(self, case: Case, shown: str = "") -> tuple[Lot, ...]:
        """The lines of the card that was shown for some numbers ("3-9"); of all that waits, if none are named."""
        first, _, last = shown.partition("-")
        until = number_in(last) or number_in(first) or case.files_seen
        named = (each for each in waiting(self.guide, case) if number_in(first) <= each.number <= until)
        return lots(self.guide, case, named)

    def _card(self, case: Case, found: tuple[Lot, ...], replaces: bool = False) -> Say:
        numbers = sorted(number for lot in found for number in lot.numbers)
        shown = f"{numbers[0]}-{numbers[-1]}"
        one_report = next((lot for lot in found if len(lot.documents) > 1), None)
        rows: list[tuple[Button, ...]] = [(aside("sorted_yes", thing=shown),), (aside("sort_change", thing=shown),)]
        if one_report:
            rows.append((aside("apart", thing=shown),))
        values = {"lots": found[:MOST_LINES], "more": max(0, len(found) - MOST_LINES), **_amount(found)}
        return Say("sorting", values, tuple(rows), replaces=replaces)

    def _question(self, case: Case, lot: Lot, left: int, replaces: bool) -> Say:
        name = "sort_name" if lot.name else "sort_one"
        values = {"document": lot.first, "files": len(lot.documents), "name": lot.name, "left": left - 1}
        return Say(name, values, self._offered(case, lot, LIKELY), replaces=replaces)

    def _offered(self, case: Case, lot: Lot, most: int | None) -> Keyboard:
        number = lot.first.number
        if lot.name:
            yes = aside(f"sort_as/{lot.record}" if lot.record else "sort_kinds", "sort_mine", number)
            return ((yes,), (aside("sort_leave", "sort_not_mine", number),))
        kinds, pictures = likeliest(self.guide, case, lot.first), len(lot.documents) > 1
        most = most - pictures if most else len(kinds)
        rows: list[tuple[Button, ...]] = [(_kind(number, key),) for key in kinds[:most]]
        rows += [(aside("sort_kinds", thing=number),)] if len(kinds) > most else []
        rows += [(aside("apart", thing=number),)] if pictures else []
        return (*rows, (aside("sort_leave", thing=number),))

    def _which(self, case: Case, shown: str) -> Turn | None:
        found = self.lots(case, shown)
        if len(found) == 1:
            return self._kinds(case, found[0].first.number, LIKELY)
        rows = tuple((file_button(lot.first, f"aside/sort_file/{lot.first.number}"),) for lot in found)
        return Turn(case, (Say("sort_which", {}, rows, replaces=True),)) if found else None

    def _kinds(self, case: Case, number: int, most: int | None) -> Turn | None:
        lot = self._lot_of(case, number)
        if lot is None:
            return None
        values = {"document": lot.first, "files": len(lot.documents), "name": "", "left": 0}
        return Turn(case, (Say("sort_one", values, self._offered(case, replace(lot, name=""), most), replaces=True),))

    def _lot_of(self, case: Case, number: int) -> Lot | None:
        return next((lot for lot in self.lots(case) if number in {each.number for each in lot.documents}), None)

    def _apart(self, case: Case, shown: str) -> Turn | None:
        first, _, last = shown.partition("-")
        lot = None if last else self._lot_of(case, number_in(shown))
        found = (lot,) if lot else self.lots(case, shown)
        # The card may stand below a receipt, and its reports need not be asked about themselves.
        after = parted(case, number_in(first), number_in(last))[0] if found and last else case
        for lot in found:
            for each in lot.documents if len(lot.documents) > 1 else ():
                after = after.with_document(apart(each))
        return Turn(after, self.ask(after, replaces=True)) if found else None

    def _agreed(self, case: Case, shown: str) -> Turn | None:
        """What was told is where it belongs; of what could not be told, one after the other is asked about."""
        found = [lot for lot in self.lots(case, shown) if lot.told]
        if not found:
            return None
        for lot in found:
            case = self._put(case, lot, lot.record)
        return self._go_on(case)

    def _next(self, case: Case, found: tuple[Lot, ...], replaces: bool) -> Say:
        """The card, as long as there is something on it to agree to; else the question about the first."""
        if any(lot.told for lot in found):
            return self._card(case, found, replaces)
        return self._question(case, found[0], len(found), replaces)

    def _placed(self, case: Case, number: int, key: str) -> Turn | None:
        lot = self._lot_of(case, number)
        if lot is None or not can_be_sent(self.guide, key):
            return None
        return self._go_on(self._put(case, lot, key))

    def placed(self, case: Case, named: Mapping[int, str]) -> Turn | None:
        """They said of single files of what kind they are: by the number of each lot's first file, the record."""
        for number, key in named.items():
            if lot := self._lot_of(case, number):
                case = self._put(case, lot, key)
        return self._go_on(case)

    def _all_placed(self, case: Case, shown: str, key: str) -> Turn | None:
        """They said of all files that they are of one kind; what bears another's name is still asked about."""
        found = [lot for lot in self.lots(case, shown) if not lot.name]
        if not found or not can_be_sent(self.guide, key):
            return None
        for lot in found:
            case = self._put(case, lot, key)
        return self._go_on(case)

    def _left(self, case: Case, number: int) -> Turn | None:
        """It stays among what is not sorted yet, and is not asked about again by itself."""
        lot = self._lot_of(case, number)
        if lot is None:
            return None
        for each in lot.documents:
            case = case.with_document(replace(each, record="", also=(), placed=True))
        return self._go_on(case)

    def _put(self, case: Case, lot: Lot, key: str) -> Case:
        case = as_one(case, lot.documents) if len(lot.documents) > 1 else case
        held = (lot.record, *lot.also)
        also = tuple(other for other in held if other != key) if key in held else ()
        for each in (found for number in lot.numbers if (found := case.document(number))):
            case = case.with_document(replace(each, record=key, also=also, placed=True))
            case = file_changes.settled(case, f"looks_like.{each.number}", f"other_person.{each.number}")
        for each_key in (key, *also):
            note = case.answers[each_key].note if each_key in case.answers else ""
            case = case.answering(each_key, "sent", note)
        return case

    def _go_on(self, case: Case) -> Turn:
        """The next question about files; when there is none, the next of the path, or the step the patient is at."""
        if found := self.lots(case):
            return Turn(case, (self._next(case, found, True),))
        moved = self._onward(replace(case, pile=""))
        return Turn(moved, (self.screens.prompt(moved, self._thanks(moved), replaces=True),))

    def _thanks(self, case: Case) -> Say:
        hints = len(suggestions(self.guide, case, today(case)))
        return Say("sorted", {"files": len(readable(case.documents)), "hints": hints})

    def _onward(self, case: Case) -> Case:
        """On along the path, where what came answers the question that is asked now."""
        record = self.guide.record(root(case.step))
        if case.step == GATHER:
            return self.screens.journey.move(case, "go_on") or case
        if record and case.documents_of(record.key):
            here = replace(case, step=record.key)
            return self.screens.journey.move(here, "all_here", "", here.answering(record.key, "sent")) or case
        return case


def _shown(button: Button, key: str) -> Shown:
    return Shown(f"record.{key}.title", button.data)


def _kind(number: int, key: str) -> Button:
    return Button(f"aside@{number}/sort_as/{key}", f"record.{key}.title")


def _amount(found: tuple[Lot, ...]) -> dict[str, int]:
    return {"files": sum(len(lot.documents) for lot in found), "pages": sum(lot.pages for lot in found)}
