"""A text that answers nothing: it is held, and somebody is asked what to do with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.guesses import AT_MOST, Guesses
from dialogs.content.meanings import CRY, QUESTION
from dialogs.content.profile import found
from dialogs.content.topics import NO_TOPICS, Topics
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.hearing import texts
from dialogs.hearing.no_answer import UNLIKELY
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.roads.answering import Answering
from dialogs.roads.decision.questions import Questions
from dialogs.roads.destination.path import DESTINATION
from dialogs.ways import button_to, news_in

ROOM = 2
"""Buttons of its card beside help, a question for the doctor, and no use at all."""


@dataclass(frozen=True)
class Unplaced:
    """Asks about such texts, and does with one what was tapped below it."""

    screens: Screens
    roads: Answering
    questions: Questions
    guesses: Guesses
    topics: Topics = NO_TOPICS
    languages: Collection[str] = ()
    """Those that can be spoken in; with one there is no choice."""

    def asked_about(
        self,
        case: Case,
        text: str,
        takes_answer: bool = False,
        kind: str = "",
        may_stop: bool = False,
        way: str = "",
        hopes: bool = False,
    ) -> Turn:
        """Hold a text that answers nothing, and ask what to do with it. `kind`: of `NoAnswer`.

        `hopes`: it asks for hope, which is hard to ask. `way`: where it leads if it is of the work alone: "I'm done".
        """
        case = texts.holding(case, text, self.screens.journey.place(case) if takes_answer else "")
        number = case.texts_seen
        stop = ((aside("stop"),),) if may_stop else ()
        place = takes_answer and case.step == DESTINATION and kind == UNLIKELY
        use = "text_place" if place else "text_answer"
        answer = ((aside("text/answer", use, number),),) if takes_answer else ()
        elsewhere = not takes_answer or kind == UNLIKELY
        there: Keyboard = ((button_to(self.screens.guide, case, way),),) if way else ()
        there = (
            there
            if way or kind == CRY
            else self._how_to_ask(case, text) or (self._there(case, text) if elsewhere else ())
        )
        there = there[: max(0, ROOM - len(stop) - len(answer))]
        chooses = bool(answer or (there and kind != QUESTION))
        question = ((aside("text/question", "text_question" if chooses else "text_ask", number),),)
        rows = (*question, *answer, *there) if kind == QUESTION else (*answer, *there, *question)
        buttons = (*stop, *rows, (aside("text/drop", "text_drop", number),))
        about = "" if kind == CRY else news_in(self.topics.named_in(text))
        if kind == QUESTION and not about:
            return Turn(case, (Say("not_ours", {"text": text, "hopes": hopes}, buttons),))
        values = {"text": text, "chooses": chooses, "cry": kind == CRY, "about": about, "place": place}
        return Turn(case, (Say("text_unplaced", values, buttons),))

    def _there(self, case: Case, text: str) -> Keyboard:
        """What a text seems to want, which is a guess: buttons lead there, and nothing else comes of it."""
        here = root(case.step)
        unspoken = () if len(self.languages) > 1 else ("language",)
        named = found(self.screens.guide.destinations, text) and here != DESTINATION
        ways = (*(("destination",) if named else ()), *self.guesses.likely(text, but=(here, *unspoken)))
        few = [*dict.fromkeys(ways)][:AT_MOST]
        return tuple((button_to(self.screens.guide, case, way),) for way in few)

    def _how_to_ask(self, case: Case, text: str) -> Keyboard:
        """At a record, where a text seems to be about getting it: the button that says how to ask."""
        at_a_record = self.screens.guide.record(case.step) is not None
        if not at_a_record or not {*self.guesses.likely(text, but=(case.step,))[:1]} & {"letters", "requests"}:
            return ()
        missing = (button for row in self.screens.buttons(case) for button in row if button.label == "button.missing")
        return tuple((button,) for button in missing)

    def used(self, case: Case, use: str, number: str) -> Turn | None:
        """Do with the text of a card what was tapped below it; None if it is placed already, or was let go."""
        held, here = texts.named(case, number), self.screens.journey.place(case)
        if held is None or use not in ("answer", "question", "drop"):
            return None
        without = texts.without(case, held)
        if not number or (use == "answer" and held.place != here):
            # It does not say which text it is about, or asks for an answer to a question that is over: ask once more.
            return self.asked_about(without, held.text, takes_answer=bool(number) and held.place == here)
        if use == "drop":
            return Turn(without, (self.screens.prompt(without, replaces=True),))
        do = self.roads.write if use == "answer" else self.questions.add
        turn = do(without, held.text)
        if turn is None or turn.case == without:  # it was too long, or one too many: it waits on
            return Turn(case, turn.effects) if turn else None
        effects = (
            replace(each, replaces=True) if isinstance(each, Say) and each.asks else each for each in turn.effects
        )
        return Turn(turn.case, tuple(effects))
