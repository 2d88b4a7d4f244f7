"""What comes of a text: who hears it, one after another, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dialogs import events
from dialogs.asides import Asides
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.presses import Presses
from dialogs.effects import Turn
from dialogs.hearing import texts
from dialogs.hearing.answered import Answered
from dialogs.hearing.asked_for import AskedFor
from dialogs.hearing.at_the_door import AtTheDoor
from dialogs.hearing.belonging import Belonging
from dialogs.hearing.below_an_alarm import BelowAnAlarm
from dialogs.hearing.beside_the_form import BesideTheForm
from dialogs.hearing.chased_told import ChasedTold
from dialogs.hearing.day_told import DayTold
from dialogs.hearing.explained import explained
from dialogs.hearing.files_told import FilesTold
from dialogs.hearing.for_later import ForLater
from dialogs.hearing.grieving import Grieving
from dialogs.hearing.interrupting import Interrupting
from dialogs.hearing.kind_words import kind_word
from dialogs.hearing.left_over import LeftOver
from dialogs.hearing.lines_told import LinesTold
from dialogs.hearing.listener import Listener, heard
from dialogs.hearing.no_answer import NoAnswer
from dialogs.hearing.no_day import NoDay
from dialogs.hearing.not_sending import NotSending
from dialogs.hearing.of_the_work import OfTheWork
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.passwords import Passwords
from dialogs.hearing.piles_left import PilesLeft
from dialogs.hearing.place_told import PlaceTold
from dialogs.hearing.pressed_in_words import PressedInWords
from dialogs.hearing.putting_right import PuttingRight
from dialogs.hearing.questions_told import QuestionsTold
from dialogs.hearing.reminded_of import RemindedOf
from dialogs.hearing.reminders_told import RemindersTold
from dialogs.hearing.requests_told import RequestsTold
from dialogs.hearing.taking_back import TakingBack
from dialogs.hearing.where_it_lies import WhereItLies
from dialogs.hearing.written import How, Written
from dialogs.journey.taps import Tap
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked

FORWARDED, MEANT, SECRET, NEWCOMER, EMPTY = (
    frozenset({how}) for how in (How.FORWARDED, How.MEANT, How.SECRET, How.NEWCOMER, How.EMPTY)
)
ANYTHING = frozenset(How)


@dataclass(frozen=True)
class Writing:
    """Answers texts. `press` is what answers a tap."""

    asides: Asides
    roads: Answering
    passwords: Passwords
    own_words: OwnWords
    no_answer: NoAnswer
    days: DaysAsked
    sorting: Sorting
    press: Callable[[Case, events.Pressed], Turn]

    @cached_property
    def listeners(self) -> tuple[Listener, ...]:
        """Everybody who hears a text, in order: the first who has a turn for it answers.

        A new thing that can be said is a listener of its own and one line here. What must not wait was heard before
        all of them (`hearing.first`). Unless its line says more, a listener hears nothing that somebody else wrote,
        nothing that was asked about already, nothing before the consent, and nothing where a password is asked for.
        """
        own, roads, asides, press = self.own_words, self.roads, self.asides, self.press
        guesses = asides.unplaced.guesses
        work = OfTheWork(own, guesses)
        grieving = Grieving(own, guesses, work)
        door = AtTheDoor(asides, self.presses, own.said, press)
        asked_for, in_words = AskedFor(asides), PressedInWords(asides, roads, press)
        taking_back = TakingBack(own.screens, self.sorting, own, roads)
        where_it_lies = WhereItLies(own, roads, self.no_answer.something_else.places)
        answered, left_over = Answered(roads), LeftOver(asides)
        return (
            # "It's done" below an alarm presses nothing, and nobody is thanked for "blue now".
            Listener(BelowAnAlarm(work).turn, NEWCOMER),
            # Whoever is in need, or mourns, is met before any button is looked for in what they say.
            Listener(BesideTheForm(grieving, press).turn, NEWCOMER | EMPTY),
            # Before all buttons: at the door a text may mean one that is not in sight ("for my wife").
            Listener(door.begun, MEANT | NEWCOMER | EMPTY),
            # Nobody was met above, so they go on: all below hear the text as if nothing stood there.
            Listener(work.goes_on, MEANT | SECRET | NEWCOMER | EMPTY),
            Listener(work.goes_on_below_a_guess, MEANT),
            # Before all that sounds like a button of the step.
            *map(Listener, self.wherever_they_are),
            # A question at a record sounds like "I don't have it", so it goes before every button.
            Listener(asked_for.how_to_get),
            # "No, wait" has a no in it: it presses nothing.
            Listener(Interrupting(door).turn, NEWCOMER),
            # What is told beside what is asked. A request first: its line has a day and a place in it, too; then a
            # day, which may be called like a place; then where they will be. Who says where a record lies, and that
            # it comes later, leaves it for later. Last what is told of the questions.
            Listener(RequestsTold(own, roads).turn, presses=False),
            Listener(LinesTold(own, roads, self.no_answer).turn, presses=False),
            # "Called them again" sounds like a button of this record; what waits is asked for again instead.
            Listener(ChasedTold(own, lambda case: asides.command(case, "requests")).turn),
            Listener(DayTold(self.days, roads, self.presses).turn, presses=False),
            Listener(PlaceTold(own, roads).turn, presses=False),
            Listener(ForLater(where_it_lies).turn, presses=False),
            Listener(where_it_lies.turn, presses=False),
            Listener(QuestionsTold(own, roads).turn, presses=False),
            # "That was wrong" would press Back: what was done last is undone, before any button is pressed.
            Listener(taking_back.undone, NEWCOMER),
            # "I don't have it" stands no more where a record is to be sent now: it is heard as at the record.
            Listener(NotSending(own, press).turn),
            # Before all buttons: "yes" below "where does this belong?" would press what the step asks.
            Listener(Belonging(own, roads, asides.unplaced, press).agreed),
            # "Next" stands on no card of files, and below one it would ask about the files for ever.
            Listener(PilesLeft(self.sorting).left),
            # Three who know better than the button that was found, each of a nearer thing.
            Listener(in_words.of_another_record, presses=True),
            Listener(in_words.waits_elsewhere, presses=True),
            Listener(taking_back.one_back, presses=True),
            # With a whole line behind it "asked them" is more than the button, so it goes before the bare one.
            Listener(in_words.with_details, MEANT, presses=True),
            Listener(in_words.pressed, MEANT | NEWCOMER, presses=True),
            # No button: then a list or a page. "Start" greets whoever began, and at the consent what is kept is
            # told, before the pages that these words ask for elsewhere.
            Listener(asked_for.greeted, MEANT, presses=False),
            Listener(door.asked_what_is_kept, MEANT | NEWCOMER, presses=False),
            Listener(asked_for.shown, MEANT | NEWCOMER, presses=False),
            # "I meant Mayo" begins like a no, and names nothing that can be asked for: last of what is told.
            Listener(PuttingRight(own, roads).turn, presses=False),
            # From here on nobody is new: whatever else they write at the door is answered there, and kept nowhere.
            Listener(door.answered, ANYTHING),
            # And from here on no password is asked for: whatever was written there is tried as it stands.
            Listener(answered.password, ANYTHING),
            # A password that nobody asked for, before anybody keeps, shows or notes what was written.
            Listener(self.passwords.turn, MEANT | FORWARDED | EMPTY),
            # Weariness is no answer, and is no cry below a card either: a kind word goes before both.
            Listener(kind_word),
            # Before it is saved, or asked about like anything else that nobody understands.
            Listener(grieving.turn),
            Listener(left_over.below_a_card, FORWARDED | EMPTY),
            # What says no day would be asked for again by the answer: it is asked about instead.
            Listener(NoDay(asides.unplaced).turn, FORWARDED | EMPTY),
            # The answer at last: of all that may be said to a form it is what is left.
            Listener(answered.answer, MEANT),
            # "Yes" deletes nothing where it is asked whether all is to go, and elsewhere it is only a greeting.
            Listener(left_over.deletes_nothing, MEANT | FORWARDED),
            Listener(left_over.waits, MEANT | FORWARDED),
            Listener(left_over.greeted, MEANT | FORWARDED),
            # Nobody knows what it is: the only one who may never say no.
            Listener(left_over.asked_about, ANYTHING),
        )

    @property
    def presses(self) -> Presses:
        return self.own_words.presses

    @cached_property
    def wherever_they_are(self) -> tuple[Callable[[Written], Turn | None], ...]:
        """Who knows what is told at any step: of files in sight, of what a record is, of when to be reminded."""
        return (
            # "The last is the biopsy" names a record, and means no button of one: the card of files is nearest.
            FilesTold(self.sorting, self.presses, self.roads, self.asides.unplaced.asked_about).turn,
            explained,
            RemindedOf(self.own_words, self.roads).turn,
            RemindersTold(self.days, self.roads).turn,
        )

    def write(self, case: Case, event: events.Wrote, is_meant: bool = False) -> Turn:
        """The turn after a text. `is_meant`: somebody was asked what it is, and it is to be used as it stands."""
        return heard(self.written(case, event, is_meant), self.listeners)

    def presses_something(self, case: Case, event: events.Wrote) -> bool:
        """Whether a text is plainly of the records, so that nothing else is guessed of it."""
        written = self.written(case, event)
        return self.own_words.press_something(case, written.text) or any(
            hear(written) for hear in self.wherever_they_are
        )

    def as_typed(self, case: Case, tap: Tap, event: events.Pressed) -> Turn | None:
        """A text that waits is used as it was typed: it is about records, or means a button of where it was written."""
        held = texts.named(case, tap.thing) if tap.move == "text" and tap.thing else None
        if held is None or case.keeps_files is None:
            return None
        here = held.place == self.own_words.screens.journey.place(case)
        then = replace(texts.without(case, held), asked="" if here else case.asked)
        is_pressed = tap.arguments == ("answer",) and here and self.own_words.mean(then, held.text)[0]
        if tap.arguments != ("records",) and not is_pressed:
            return None
        return self.write(then, events.Wrote(event.at, held.text, not here), is_meant=True)

    def written(self, case: Case, event: events.Wrote, is_meant: bool = False) -> Written:
        """A text, as all of them hear it."""
        return Written(case, event, self.own_words, self.no_answer.kind, is_meant)
