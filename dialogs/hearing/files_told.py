""" "The first two are labs, the last is the biopsy": files of one card are told apart by where they stand on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.presses import Presses
from dialogs.content.told_words import words_told
from dialogs.effects import Turn
from dialogs.hearing.pressing import key_of
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap, read
from dialogs.receiving.piles import Lot, can_be_sent
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering

_FIRST_PART = re.compile(r"[,،;.!]\s+")


@dataclass(frozen=True)
class FilesTold:
    """Knows what is told of single files below the card that sorts them, and where it is asked which to change."""

    sorting: Sorting
    presses: Presses
    roads: Answering

    def turn(self, case: Case, text: str) -> Turn | None:
        """The turn after a text that tells of files by where they stand; None if it does not, or says anything else."""
        lots = self._shown(case)
        if lots and (card := self._card(case)) and self._agrees_below(case, text):
            return self.sorting.press(case, card)
        if not lots or self.presses.is_question(text):
            return None
        text, agreed = self._without_the_rest(self._behind_a_no(text))
        told = self.presses.standing.told_apart(text, len(lots))
        kinds = [self._kind(words) for _, words in told]
        if told and all(kinds):
            named = {lots[at].first.number: key for (places, _), key in zip(told, kinds, strict=True) for at in places}
            if agreed:
                named = {**{lot.first.number: lot.record for lot in lots if lot.told}, **named}
            return self.sorting.placed(case, named)
        if turn := self._all_but_one(case, lots, text) or self._of_another(case, lots, text):
            return turn
        if len(told) != 1 or len(told[0][0]) != 1:
            return None
        ((at,), words) = told[0]
        return self._asked_about(case, lots[at], words)

    def _agrees_below(self, case: Case, text: str) -> bool:
        """Whether a text is a yes to the card; below one that came behind it, one that is no yes to that."""
        if not self._is_hidden(case):
            return self.presses.standing.agrees(text)
        return self._agrees(text) and not self.presses.pressed(text, {key_of(each) for each in case.keyboard}).key

    def _behind_a_no(self, text: str) -> str:
        """A text without the no that is its first part: "no, the second is the MRI"."""
        first, *rest = _FIRST_PART.split(text, maxsplit=1)
        return rest[0] if rest and self.presses.told.no.cover(words_told(first)) else text

    def _without_the_rest(self, text: str) -> tuple[str, bool]:
        """The text without "the rest are right", and whether it said so."""
        found = self.presses.standing.without_the_rest(text)
        if found is None or not self._agrees(found[1]):
            return text, False
        return found[0], True

    def _agrees(self, words: str) -> bool:
        return bool(self.presses.pressed(words, {"sorted_yes"}).key)

    def _all_but_one(self, case: Case, lots: tuple[Lot, ...], text: str) -> Turn | None:
        """ "All good except the third": the others are agreed to, and it is asked what the third is."""
        found = self.presses.standing.all_but(text, len(lots))
        if found is None or not self._agrees(found[0]):
            return None
        wrong = lots[found[1]]
        right = {lot.first.number: lot.record for lot in lots if lot.told and lot is not wrong}
        agreed = self.sorting.placed(case, right)
        after = agreed.case if agreed else case
        return self.sorting.press(after, Tap("aside", move="sort_file", arguments=(str(wrong.first.number),)))

    def _of_another(self, case: Case, lots: tuple[Lot, ...], text: str) -> Turn | None:
        """The question whether a file is to go that is somebody else's; who helps another says "not mine" of any."""
        standing = self.presses.standing
        left = standing.whose(text, is_of_another=True)
        if left is None and not case.for_another:
            left = standing.whose(text, is_of_another=False)
        if left is None:
            return None
        kind, places = self._kind(left), standing.place_alone(left, len(lots))
        meant = [lot for at, lot in enumerate(lots) if at in places or (kind and lot.record == kind)]
        return self._to_go(case, meant[0]) if len(meant) == 1 else None

    def _to_go(self, case: Case, lot: Lot) -> Turn | None:
        if len(lot.documents) != 1:
            return None
        return self.roads.aside(case, Tap("aside", move="file", arguments=(str(lot.first.number), "erase")))

    def _asked_about(self, case: Case, lot: Lot, words: str) -> Turn | None:
        """The question what a file is, or whether it is to go; None if neither is said of it."""
        number = str(lot.first.number)
        if self.presses.pressed(words, {"sort_change"}).key:
            return self.sorting.press(case, Tap("aside", move="sort_file", arguments=(number,)))
        return self._to_go(case, lot) if self.presses.pressed(words, {"erase"}).key else None

    def _shown(self, case: Case) -> tuple[Lot, ...]:
        """The lines of the newest card, as far as it is one of files."""
        if card := self._card(case):
            return self.sorting.lots(case, card.thing)
        taps = [read(each.data) for each in case.keyboard]
        listed = [number_in(tap.argument) for tap in taps if tap.move == "sort_file"]
        return tuple(lot for lot in self.sorting.lots(case) if lot.first.number in listed)

    def _card(self, case: Case) -> Tap | None:
        """The yes of the card of files that is open: the newest, or one below which something else was asked."""
        if self._is_hidden(case):
            return Tap("aside", move="sorted_yes")
        return next((tap for each in case.keyboard if (tap := read(each.data)).move == "sorted_yes"), None)

    @staticmethod
    def _is_hidden(case: Case) -> bool:
        """Whether the card is still asked, though another stands below it."""
        return case.asked == "sorting" and not any(read(each.data).move == "sorted_yes" for each in case.keyboard)

    def _kind(self, words: str) -> str:
        guide = self.sorting.guide
        kinds = [record.key for record in guide.records if can_be_sent(guide, record.key)]
        key = self.presses.topics.told_alone(words, kinds) or self.presses.standing.kind_in_short(words)
        return key if key in kinds else ""
