"""A cry that comes in two messages, "i cant" and "breathe": what was written last counts with what follows at once."""

from __future__ import annotations

from datetime import timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.events import Event, Wrote, written
from dialogs.understanding.safety import Ears, Heard, Sure

AT_ONCE = timedelta(minutes=1)
"""What comes later begins something new."""
LONGEST = 60
"""Characters of a half that is remembered: whoever writes more at once has said it whole."""


def in_time(case: Case, event: Event) -> Case:
    """The case with the half from which an event may go on; without it if that is no text of theirs, or comes later.

    To be asked before `case.heard` is set to the time of the event.
    """
    if case.half_said and not (_is_theirs(event) and abs(event.at - case.heard) <= AT_ONCE):
        return replace(case, half_said="")
    return case


def heard(ears: Ears, case: Case, event: Event) -> Heard:
    """What is heard in an event: in its words alone, or behind what was said just now, where that is surer.

    "Breathe" may be meant; behind "I can't" it is said plainly. What was guessed of a half is not guessed once more.
    """
    said = written(event)
    alone = ears.hear(said)
    if _is_sure(alone) or not case.half_said or not _is_theirs(event):
        return alone
    together = ears.hear(joined(case.half_said, said))
    is_new = not alone.urgent and not ears.hear(case.half_said).urgent
    return together if _is_sure(together) or (together.urgent and is_new) else alone


def _is_sure(heard: Heard) -> bool:
    return heard.urgent and heard.sure is Sure.HARD


def after(before: Case, case: Case, event: Event, whole: bool) -> Case:
    """The case with what may be half of a cry: nothing of what was said whole, or before anything was agreed to."""
    if whole or case.keeps_files is None:
        return forgotten(case)
    return _remembered(case, event, before.half_said)


def _remembered(case: Case, event: Event, half: str) -> Case:
    """The case with what the next text may go on from. `half`: what was written before it and may go on still."""
    said = event.text.strip() if isinstance(event, Wrote) and _is_theirs(event) and _is_of_words(event.text) else ""
    both = joined(half, said)
    kept = both if said and len(both) <= LONGEST else said if len(said) <= LONGEST else ""
    return case if kept == case.half_said else replace(case, half_said=kept)


def joined(half: str, said: str) -> str:
    """Two messages as they are heard together."""
    return f"{half} {said}".strip()


def goes_on(text: str) -> bool:
    """Whether what is written next may go on from a text."""
    return len(text) <= LONGEST and _is_of_words(text)


def forgotten(case: Case) -> Case:
    return replace(case, half_said="") if case.half_said else case


def _is_of_words(text: str) -> bool:
    """It has words, and none in which letters and figures are mixed: no number of a card or a chart, no password."""
    words = text.split()
    return any(map(str.isalpha, text)) and not any(
        any(map(str.isalpha, word)) and any(map(str.isdigit, word)) for word in words
    )


def _is_theirs(event: Event) -> bool:
    return isinstance(event, Wrote) and not event.forwarded
