"""What is told where it is asked where the records are to go, and names no hospital: "my insurance decides"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dialogs.case.case import Case
from dialogs.content.guesses import Guesses
from dialogs.content.profile import found, said_no
from dialogs.content.told import Told
from dialogs.content.told_words import spread, words_told
from dialogs.days.asked_lines import read
from dialogs.days.zones import today
from dialogs.hearing.own_words import OwnWords
from dialogs.roads.destination.answers import wanted_by_themselves
from dialogs.understanding.named_places import names_one
from dialogs.understanding.near_places import near

SHORT_NAME = 2
"""Words of a hospital's name that may well look like anything else: "Rush", "La Paz", "charing cross"."""
NO_PLACE, A_PLACE = True, False


@dataclass(frozen=True)
class NoPlace:
    """Knows no place from one that nobody has heard of."""

    own_words: OwnWords
    guesses: Guesses

    def is_told(self, case: Case, text: str) -> bool:
        """Whether a text rather tells something than names a place."""
        wanted = wanted_by_themselves(self.own_words.screens.guide.destinations, text, self.told)
        return next((is_none for is_none, holds in self.signs(case) if holds(wanted)), A_PLACE)

    def signs(self, case: Case) -> tuple[tuple[bool, Callable[[str], bool]], ...]:
        """What a text says of it, in order: the first that holds decides."""
        return (
            # Whatever place is named in these, it is not the one that is asked for.
            (NO_PLACE, self.told.tells_where_treated),
            (NO_PLACE, self.told.tells_of_a_place),
            # Who puts right what they said names another place, or none: "I meant thank you".
            (A_PLACE, self._puts_another_in_its_place),
            (NO_PLACE, self.told.corrects),
            # A place may be named in all of these, and is not told: it is asked about, denied, or heard of.
            (NO_PLACE, self.own_words.presses.is_question),
            (NO_PLACE, self._is_denied),
            (NO_PLACE, self._is_hearsay),
            (NO_PLACE, self.told.recounts),
            (NO_PLACE, partial(self._tells_of_a_request, case)),
            # What is known is one, whatever a guess makes of the words beside it.
            (A_PLACE, self._is_known),
            (A_PLACE, self._is_a_name),
            (A_PLACE, self._goes_there),
            (NO_PLACE, self._seems_to_tell),
            (A_PLACE, self._is_said_as_one),
            # What is neither known nor said as a place may be anything: "gotcha". A tap on the question uses it.
            (NO_PLACE, bool),
        )

    @property
    def told(self) -> Told:
        return self.own_words.presses.told

    def _is_known(self, text: str) -> bool:
        known = self.own_words.screens.guide.destinations
        return bool(found(known, text) or near(known, text))

    def _puts_another_in_its_place(self, text: str) -> bool:
        left = self.told.place(self.told.in_place_of(text)) if self.told.corrects(text) else ""
        return bool(left) and (self._is_known(left) or self.own_words.said.names_a_place(f" {left}"))

    def _is_a_name(self, text: str) -> bool:
        return names_one(text, self.own_words.said, self.told)

    def _is_denied(self, text: str) -> bool:
        return bool(said_no(self.own_words.screens.guide.destinations, text, self._denying))

    @property
    def _denying(self) -> tuple[str, ...]:
        return (*self.own_words.days.words.denying, *self.told.removed)

    def _is_hearsay(self, text: str) -> bool:
        return bool(found(self.own_words.screens.guide.destinations, text)) and self.told.is_hearsay(text)

    def _tells_of_a_request(self, case: Case, text: str) -> bool:
        """Whether it tells that a record was asked for, and on which day: "I asked for it at Duke on Thursday"."""
        is_asked = self.own_words.presses.tells(text, "asked") and not self.told.going.found(words_told(text))
        return is_asked and read(text, today(case), self.own_words.days.words).says_when

    def _seems_to_tell(self, text: str) -> bool:
        is_named = any(word[:1].isupper() for word in text.split()[1:]) and self.own_words.said.names_a_place(text)
        is_more_than_a_name = len(text.split()) > SHORT_NAME and not is_named
        return self.guesses.tells_instead(text, surely=not is_more_than_a_name)

    def _goes_there(self, text: str) -> bool:
        """Whether a name stands right behind words of who goes there: "we chose Dr. Weiss"."""
        pieces, words, piece_of = spread(text)
        ends = (end for at in range(len(words)) if (end := self.told.going.longest(words, at)))
        behind = [self.own_words.said.without_links(pieces[piece_of[end] :]) for end in ends if end < len(words)]
        return not text.isupper() and any(left and left[0][0].isupper() for left in behind)

    def _is_said_as_one(self, text: str) -> bool:
        """Whether a name stands beside a word for hospitals or doctors, or is written as one."""
        if {*words_told(text)} & {*self._denying}:  # "any hospital but Lakeside"
            return False
        return self.own_words.said.may_name_a_place(text) and self.own_words.said.is_a_name_of_a_place(
            self.told.place(text)
        )
