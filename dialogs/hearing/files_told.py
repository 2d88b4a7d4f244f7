""" "The first two are labs, the last is the biopsy": files of one card are told apart by where they stand on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.content.presses import Presses
from dialogs.content.told_words import words_told
from dialogs.effects import Turn
from dialogs.hearing.pressing import key_of
from dialogs.hearing.written import Written
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap, read
from dialogs.receiving.piles import Lot, can_be_sent
from dialogs.receiving.sorting import QUESTIONS, Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.files.path import FILES

WHICH = QUESTIONS - {"sorting"}
"""What asks of one file, or which one it is."""
_FIRST_PART = re.compile(r"[,،;.!]\s+")


@dataclass(frozen=True)
class FilesTold:
    """Knows what is told of single files below the card that sorts them, and where it is asked which to change."""

    sorting: Sorting
    presses: Presses
    roads: Answering
    meet: Callable[[Case, str], Turn]
    """What comes of a text that nobody understands."""

    def turn(self, written: Written) -> Turn | None:
        """The turn after a text that tells of files by where they stand; None if it does not, or says anything else."""
        return self._told(written.case, written.text)

    def _told(self, case: Case, text: str) -> Turn | None:
        if turn := self._to_go_there(case, text):
            return turn
        lots = self._shown(case)
        if lots and (card := self._card(case)) and self._agrees_below(case, text):
            return self.sorting.press(case, card)
        if not lots or self.presses.is_question(text):
            return None
        if turn := self._all_another(case, text) or self._other_way_round(case, lots, text):
            return turn
        if turn := self._another_one(case, lots, text):
            return turn
        text, agreed = self._without_the_rest(self._behind_a_no(text))
        if turn := self._all_but_one(case, lots, text) or self._yes_but(case, text):
            return turn
        told = self.presses.standing.told_apart(text, len(lots))
        kinds = [(lots[at], self._kind(words) or self._agreed(lots[at], words)) for each, words in told for at in each]
        if kinds and all(key for _, key in kinds):
            named = {lot.first.number: key for lot, key in kinds}
            if agreed:
                named = {**{lot.first.number: lot.record for lot in lots if lot.told}, **named}
            return self.sorting.placed(case, named)
        if turn := self._of_another(case, lots, text):
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

    def _agreed(self, lot: Lot, words: str) -> str:
        """What a file is that a yes is said of alone: "the first two are right"."""
        return lot.record if lot.told and self._agrees(words) else ""

    def _all_another(self, case: Case, text: str) -> Turn | None:
        """ "No, they are all scans": all of the card that is in sight is of another kind than it says."""
        card, behind = self._card(case), self._behind_a_no(text)
        left = behind if behind != text else self.presses.standing.behind_a_no(text)
        if card is None or not left or not self.presses.topics.says_of_all(left):
            return None
        kind = self._kind(left)
        all_of_it = Tap("aside", move="sort_all", arguments=(kind,), thing=card.thing)
        return self.sorting.press(case, all_of_it) if kind else None

    def _other_way_round(self, case: Case, lots: tuple[Lot, ...], text: str) -> Turn | None:
        """ "The other way round": each of two files is what the other was taken for; of more, it is asked which."""
        if not self.presses.standing.swaps(text):
            return None
        if len(lots) == 2 and all(lot.told for lot in lots) and lots[0].record != lots[1].record:
            return self.sorting.placed(
                case, {lots[0].first.number: lots[1].record, lots[1].first.number: lots[0].record}
            )
        card = self._card(case)
        return self.sorting.press(case, Tap("aside", move="sort_change", thing=card.thing)) if card else None

    def _another_one(self, case: Case, lots: tuple[Lot, ...], text: str) -> Turn | None:
        """ "Not that one, the second": what the second is, is asked."""
        first, *rest = _FIRST_PART.split(text, maxsplit=1)
        takes_back = self.presses.takes_back(first) or self.presses.pressed(first, {"sort_change"}).key
        meant = self.presses.standing.place_alone(rest[0], len(lots)) if rest and takes_back else ()
        if len(meant) != 1:
            return None
        return self.sorting.press(case, Tap("aside", move="sort_file", arguments=(str(lots[meant[0]].first.number),)))

    def _yes_but(self, case: Case, text: str) -> Turn | None:
        """ "Yes but the MRI is from last year": the yes is kept, and the rest is met behind it, whatever it is."""
        pieces, but = text.split(), self.presses.told.but
        at = next((at for at in range(1, len(pieces)) if but.cover(words_told(pieces[at]))), 0)
        said, rest = " ".join(pieces[:at]), " ".join(pieces[at + 1 :])
        card = self._card(case)
        if card is None or not (at and rest and (self._agrees(said) or self.presses.standing.agrees(said))):
            return None
        if turn := self._told(case, rest):
            return turn
        if self.presses.takes_back(rest) or self.presses.told.denied.found(words_told(rest)):
            return None  # "yes but not the first"
        agreed = self.sorting.press(case, card)
        if agreed is None:
            return None
        met = self.meet(agreed.case, rest)
        return Turn(met.case, (*agreed.effects, *met.effects))

    def _all_but_one(self, case: Case, lots: tuple[Lot, ...], text: str) -> Turn | None:
        """ "All good except the third": the others are agreed to, and it is asked what the third is."""
        found = self.presses.standing.all_but(text, len(lots))
        if found is None or not (self._agrees(found[0]) or self.presses.topics.means_all(found[0])):
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
        if not meant and standing.points_only(left):
            return self._one_to_go(case, [lot.first for lot in lots])
        return self._to_go(case, meant[0]) if len(meant) == 1 else None

    def _to_go_there(self, case: Case, text: str) -> Turn | None:
        """ "Delete it", where it was asked which file, or what one is: that file, or the list of all."""
        asked = {
            number_in(tap.thing or tap.argument) for each in case.keyboard if (tap := read(each.data)).step == "aside"
        }
        is_list = case.step == FILES and not case.asked
        if not (is_list or case.asked in WHICH) or not self.presses.pressed(text, {"erase"}).key:
            return None
        return self._one_to_go(case, [each for each in case.documents if is_list or each.number in asked])

    def _one_to_go(self, case: Case, files: Sequence[Document]) -> Turn | None:
        """The question whether the only file is to go; of more, the list of them."""
        if len(files) != 1:
            return self.roads.aside(case, Tap("aside", move="my_files"))
        return self.roads.aside(case, Tap("aside", move="file", arguments=(str(files[0].number), "erase")))

    def _to_go(self, case: Case, lot: Lot) -> Turn | None:
        if len(lot.documents) != 1:
            return None
        return self._one_to_go(case, lot.documents)

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
