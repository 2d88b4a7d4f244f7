""" "The first two are labs, the last is the biopsy": files of one card are told apart by where they stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.presses import Presses
from dialogs.effects import Turn
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap, read
from dialogs.receiving.piles import Lot, can_be_sent
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering


@dataclass(frozen=True)
class FilesTold:
    """Knows what is told of single files below the card that sorts them, and where it is asked which to change."""

    sorting: Sorting
    presses: Presses
    roads: Answering

    def turn(self, case: Case, text: str) -> Turn | None:
        """The turn after a text that tells of files by where they stand; None if it does not, or says anything else."""
        lots = self._shown(case)
        if not lots or self.presses.is_question(text):
            return None
        told = self.presses.standing.told_apart(text, len(lots))
        kinds = [self._kind(words) for _, words in told]
        if told and all(kinds):
            named = {lots[at].first.number: key for (places, _), key in zip(told, kinds, strict=True) for at in places}
            return self.sorting.placed(case, named)
        if len(told) != 1 or len(told[0][0]) != 1:
            return None
        ((at,), words) = told[0]
        return self._asked_about(case, lots[at], words)

    def _asked_about(self, case: Case, lot: Lot, words: str) -> Turn | None:
        """The question what a file is, or whether it is to go; None if neither is said of it."""
        number = str(lot.first.number)
        if self.presses.pressed(words, {"sort_change"}).key:
            return self.sorting.press(case, Tap("aside", move="sort_file", arguments=(number,)))
        if len(lot.documents) == 1 and self.presses.pressed(words, {"erase"}).key:
            return self.roads.aside(case, Tap("aside", move="file", arguments=(number, "erase")))
        return None

    def _shown(self, case: Case) -> tuple[Lot, ...]:
        """The lines of the newest card, as far as it is one of files."""
        taps = [read(each.data) for each in case.keyboard]
        if card := next((tap for tap in taps if tap.move == "sorted_yes"), None):
            return self.sorting.lots(case, card.thing)
        listed = [number_in(tap.argument) for tap in taps if tap.move == "sort_file"]
        return tuple(lot for lot in self.sorting.lots(case) if lot.first.number in listed)

    def _kind(self, words: str) -> str:
        guide = self.sorting.guide
        kinds = [record.key for record in guide.records if can_be_sent(guide, record.key)]
        return self.presses.topics.told_alone(words, kinds)
