"""Own words that press a button: what a text means is looked for among the buttons that stand there alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.content.phrases import plain
from dialogs.content.presses import Presses
from dialogs.effects import Button, Effect, Forget, Keyboard, Say, Turn
from dialogs.events import Event, Pressed
from dialogs.hearing.bereaved import only_guesses
from dialogs.hearing.newest import brings_up_to_date
from dialogs.journey.screens import Screens

Label = Callable[[Shown, bool], str]
"""What stands on a button, for somebody who gathers their own records or those of another."""
MOST_SHOWN = 60
TELLS_ITSELF = frozenset(
    {"noted", "request_noted", "own_words_kept", "own_words_taken_out", "decision_noted", "question_added", "sorted"}
)
"""Messages that say back what was taken."""


@dataclass(frozen=True)
class Pressing:
    """Knows which button a text means."""

    presses: Presses
    label: Label

    def copied(self, case: Case, text: str) -> Shown | None:
        """The button in sight on which just this stands; None if it is on none, or on two of them."""
        return self._copied(case, text, case.keyboard)

    def _copied(self, case: Case, text: str, among: Iterable[Shown]) -> Shown | None:
        said = plain(text)
        exact = [each for each in among if said and plain(self.label(each, case.for_another)) == said]
        return exact[0] if len(exact) == 1 else None

    def meant(self, case: Case, text: str, sayable: Iterable[Button] = ()) -> tuple[Shown | None, bool]:
        """The button that a text means, and whether it says more than that: whom they asked, and when.

        `sayable`: what can be said beside what stands in sight, as long as the step's own question is the newest.
        """
        further = tuple(Shown(each.label, each.data) for each in sayable)
        if exact := self.copied(case, text) or self._copied(case, text, further):
            return exact, False
        keys = {key_of(each): each for each in (*further, *reversed(case.keyboard))}
        pressed = self.presses.pressed(text, keys.keys())
        return keys.get(pressed.key), pressed.details

    def going_on(self, case: Case, text: str, buttons: Iterable[Button]) -> Shown | None:
        """The one of these buttons that a text copies, or means if it can mean nothing else: "I don't have it"."""
        keys = {key_of(shown): shown for shown in (Shown(each.label, each.data) for each in buttons)}
        if copied := self._copied(case, text, keys.values()):
            return copied
        return keys.get(self.presses.pressed(text, keys.keys() & self.presses.no_answers).key)


def key_of(shown: Shown) -> str:
    return shown.label.removeprefix("button.")


def newest_keyboard(screens: Screens, case: Case, turn: Turn, event: Event) -> tuple[Shown, ...]:
    """The buttons of the newest card, after a turn; as they were, if it brought none and none of them was pressed.

    Whoever answers a card beside the step ("yes, these dates are right") looks at the step's own card again. Below a
    condolence that was only guessed the card before it is still answered.
    """
    if any(isinstance(effect, Forget) for effect in turn.effects):
        return ()
    for effect in reversed(turn.effects):
        if not isinstance(effect, Say) or brings_up_to_date(effect, event):
            continue
        if only_guesses(effect):
            return (*turn.case.keyboard, *_shown(effect))[:MOST_SHOWN]
        if effect.buttons or effect.asks:
            return _shown(effect)
    pressed = isinstance(event, Pressed) and event.data in {each.data for each in case.keyboard}
    return turn.case.keyboard if turn.case.keyboard and not pressed else _shown(screens.prompt(turn.case))


def _shown(say: Say) -> tuple[Shown, ...]:
    record = str(say.values.get("record") or "")
    buttons = [button for row in say.buttons for button in row if button.data]
    return tuple(Shown(button.label, button.data, record) for button in buttons[:MOST_SHOWN])


def told_back(turn: Turn, shown: Shown, undo: str) -> Turn:
    """The turn after a button was pressed in words: it says which, and the way back is called what it is: undo.

    The card that the button stood on is answered: what is written next means no button of it.
    """
    if any(name in TELLS_ITSELF for effect in turn.effects for name in _names(effect)):
        lead = None
    else:
        lead = Say("taken", {"button": shown})
    effects: list[Effect] = []
    for effect in turn.effects:
        if isinstance(effect, Say) and effect.asks:
            effect = replace(
                effect, buttons=_renamed(effect.buttons, undo), lead=_led(lead, effect.lead), replaces=False
            )
            lead = None
        elif isinstance(effect, Say):
            effect = replace(effect, replaces=False)
        effects.append(effect)
    return replace(turn, case=replace(turn.case, keyboard=()), effects=tuple(effects))


def _led(first: Say | None, then: Say | None) -> Say | None:
    """One lead before another."""
    if first is None or then is None:
        return first or then
    return replace(then, lead=_led(first, then.lead))


def _names(effect: Effect) -> list[str]:
    names, say = [], effect if isinstance(effect, Say) else None
    while say:
        names.append(say.name)
        say = say.lead
    return names


def _renamed(buttons: Keyboard, undo: str) -> Keyboard:
    return tuple(tuple(_undo(button) if undo and button.data == undo else button for button in row) for row in buttons)


def _undo(button: Button) -> Button:
    return replace(button, label="button.undo")
