"""A line of their own that is let go: it is shown, and put back with one tap."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.days import zones
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.hearing import texts
from dialogs.journey.screens import Screens


def with_lines(screens: Screens, case: Case, record: str, lines: tuple[str, ...], gone: str, day: str = "") -> Turn:
    """The turn after a line went, was put right, or says more (nothing is gone). `day`: of writing; empty: today."""
    written = day or zones.today(case).isoformat()
    case = case.in_own_words(record, "\n".join(lines), written) if lines else case.without_own_words(record)
    if not gone:
        return Turn(case, (screens.prompt(case, Say("own_words_kept", {"record": record})),))
    case = texts.holding(case, gone, screens.journey.place(case))
    back: Keyboard = ((aside("text/answer", "put_back", case.texts_seen),),)
    return Turn(case, (Say("own_words_taken_out", {"text": gone}, back), screens.prompt(case)))
