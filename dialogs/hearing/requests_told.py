"""A request told in a sentence of its own, and what a hospital promised, told behind it: "it's gonna be 3 weeks"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.deed import Deed
from dialogs.case.request import Request
from dialogs.content.profile import found
from dialogs.content.told_words import words_told
from dialogs.days import asked_lines, zones
from dialogs.days.line_words import line_of
from dialogs.effects import Turn
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.steps import below, root
from dialogs.roads.answering import Answering
from dialogs.roads.records.answers import MAX_NOTE
from dialogs.roads.records.path import ASKED
from dialogs.roads.requests import changes as requests
from dialogs.roads.requests.screens import receipt
from dialogs.understanding.asked_when import asked_and_promised

MOST_WORDS = 14
"""Of a text that tells what was promised: more tell of something else, too."""


@dataclass(frozen=True)
class RequestsTold:
    """Knows a text that tells of a request where nobody asked about one."""

    own_words: OwnWords
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it is none."""
        case, text = written.case, written.last
        if case.asked or len(text) > MAX_NOTE or self.own_words.presses.is_question(text):
            return None
        return self._promised(case, text) or self._asked(case, text)

    def _promised(self, case: Case, text: str) -> Turn | None:
        """When it should come, behind the request that was noted just now."""
        request = requests.numbered(case, case.request)
        if request is None or not was_told_last(case.deed, request) or not request.waiting or request.promised:
            return None
        if len(text.split()) > MOST_WORDS or not {*self.own_words.presses.topics.named_in(text)} <= {
            request.record,
            "requests",
        }:
            return None
        words = self.own_words.days.words
        says_so = any(kind == "promised" for kind, _ in line_of(text, words).pieces)
        if (self.own_words.said.tells_of_a_record(text) and not says_so) or self.own_words.is_of_a_person(text):
            return None
        since = date.fromisoformat(request.when) if request.when else None
        read = asked_lines.read(text, zones.today(case), words, since)
        if read.promised is None or (read.says_when and self._has_a_place(text)):
            return None
        if read.says_when:  # "spoke to them today, they said Friday": the same one was asked for again
            case = requests.chased(case, request, zones.today(case))
            request = requests.numbered(case, request.number) or request
        case = requests.changed(case, replace(request, promised=read.promised.isoformat()))
        noted = receipt(case, request.number)
        return Turn(case, (noted, self.own_words.screens.prompt(case))) if noted else None

    def _asked(self, case: Case, text: str) -> Turn | None:
        """At a record, that it was asked for, of whom and when."""
        record = self.own_words.screens.guide.record(case.step)
        if record is None or "asked" not in record.answers or self.own_words.is_of_another_record(case, text):
            return None
        is_asked = self.own_words.presses.tells(text, ASKED) and self._says_more(case, record.key, text)
        if not (is_asked or self._is_promised_here(case, record.key, text)):
            return None
        return self.roads.write(replace(case, step=below(root(case.step), ASKED)), text)

    def _says_more(self, case: Case, record: str, text: str) -> bool:
        """Whether a record is named and when, how or of whom it was asked for; else a place and one of the two others.

        "I asked my doctor on Friday" may be of anything.
        """
        words = self.own_words.days.words
        if not any(kind == "asked" for kind, _ in line_of(text, words).pieces):
            return False  # another asked
        read = asked_lines.read(text, zones.today(case), words)
        says_how = bool(read.says_when or read.how)
        has_a_place = self._has_a_place(text)
        things = self.own_words.presses.told.where_it_lies.things
        is_named = record in self.own_words.presses.topics.named_in(text) or things.found(words_told(text))
        if is_named:
            return says_how or has_a_place
        return says_how and has_a_place and not self.own_words.said.tells_of_a_record(text)

    def _is_promised_here(self, case: Case, record: str, text: str) -> bool:
        """Whether they called and were told how long it takes, at a place that keeps no other record."""
        named = self.own_words.presses.topics.named_in(text, with_places=True)
        others = [each for each in named if each != record and self.own_words.screens.guide.record(each)]
        if others or not self._has_a_place(text) or self.own_words.said.tells_of_a_record(text):
            return False
        return asked_and_promised(text, zones.today(case), self.own_words.days.words)

    def _has_a_place(self, text: str) -> bool:
        """Whether a place is named that keeps records: "my doctor" may be asked anything."""
        known, said = self.own_words.screens.guide.destinations, self.own_words.said
        return self.own_words.presses.topics.names_a_place(text) or bool(found(known, text)) or said.names_a_place(text)


def was_told_last(deed: Deed | None, request: Request) -> bool:
    """Whether a request is what was told last."""
    return deed is not None and request.number in (*deed.requests_made, *(each.number for each in deed.requests))
