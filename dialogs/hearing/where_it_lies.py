""" "The slides are at Duke": where a record lies, told at its step, stands on the checklist beside it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.phrases import plain
from dialogs.content.profile import found, unnamed
from dialogs.content.told_words import spread, words_told
from dialogs.content.word_rows import Rows
from dialogs.days.zones import Places
from dialogs.effects import Turn
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.roads.answering import Answering
from dialogs.roads.records.answers import MAX_NOTE
from dialogs.understanding.near_places import near

ELSEWHERE = "elsewhere"
"""The answer that a record lies with somebody else."""
LONGEST = 6
"""Words of the name of a place."""


@dataclass(frozen=True)
class WhereItLies:
    """Knows a text that says who has the record of this step, and nothing else."""

    own_words: OwnWords
    roads: Answering
    places: Places

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text, with the place as a note; None if it is none."""
        case, text = written.case, written.last
        record = self.own_words.screens.guide.record(case.step)
        if case.asked or record is None or ELSEWHERE not in record.answers or len(text) > MAX_NOTE:
            return None
        if self.own_words.is_of_another_record(case, text):
            return None  # "she has the CD", told at the imaging reports
        if written.presses.is_question(text):
            return None
        if not (self.says_where(record.key, text) or self._is_only_a_place(case, text)):
            return None
        answered = self.roads.press(case, ELSEWHERE, "")
        if answered is None or answered.case.answers.get(record.key) is None:
            return None
        return Turn(answered.case.answering(record.key, ELSEWHERE, text), answered.effects)

    def _is_only_a_place(self, case: Case, text: str) -> bool:
        """Whether a place that we know is named, and no more: "Mayo Clinic", or "at Mayo", written at a record.

        Where the records are to go to that place, nobody knows which of the two is meant.
        """
        known, told = self.own_words.screens.guide.destinations, self.own_words.presses.told
        if told.corrects(text) or told.going.found(words_told(text)):
            return False  # "I want Mayo instead"
        name = told.place(text)
        keys = found(known, name)
        return len(keys) == 1 and not unnamed(known, name).split() and keys[0] not in case.destinations

    def says_where(self, key: str, text: str) -> bool:
        """Whether it tells at which place that record is, or who has it."""
        pieces, words, piece_of = spread(text)
        presses = self.own_words.presses
        told = presses.told.where_it_lies
        # "ما زالت في" says that it is still there, and denies nothing.
        left = Rows.together((told.lies, told.stands_for)).taken_out(words)
        if not presses.denials.isdisjoint(left) or any(map(str.isdecimal, text)):
            return False
        for at in range(len(words)):
            before = " ".join(pieces[: piece_of[at]])
            if (end := told.lies.longest(words, at)) and end < len(words):
                place, thing = " ".join(pieces[piece_of[end] :]), before
            elif told.lies_within.longest(words, at):
                place, thing = " ".join(pieces[piece_of[at] :]), before
            elif at and (end := told.keeps.longest(words, at)):
                place, thing = before, " ".join(pieces[piece_of[end - 1] + 1 :])
            else:
                continue
            if self._is_of(key, thing, place):
                return True
        return False

    def _is_of(self, key: str, thing: str, place: str) -> bool:
        """Whether a record is named that this place may have, or a place for what was asked about: "it's at Duke".

        "It is in my liver" tells of the illness.
        """
        presses, said, words = self.own_words.presses, self.own_words.said, spread(place)[1]
        if not 0 < len(words) <= LONGEST or presses.filler.cover(words):
            return False
        named = presses.told.where_it_lies.stands_for.taken_out(spread(thing)[1])
        left = presses.told.where_it_lies.things.taken_out(named)
        if left and presses.topics.told_alone(" ".join(left), (key,)) != key:
            return False
        return self._is_known(place) or (bool(named) and not said.tells_of_a_record(place))

    def _is_known(self, place: str) -> bool:
        known, presses = self.own_words.screens.guide.destinations, self.own_words.presses
        is_one = presses.told.where_it_lies.lies_within.begin(spread(place)[1])
        is_one = is_one or bool(found(known, place) or near(known, place)) or plain(place) in self.places.zones
        return is_one or self.own_words.said.may_name_a_place(f" {place}")
