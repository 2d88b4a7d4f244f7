"""Whether a report says of itself that it is preliminary, final or amended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.documents.recognition.labels import Labelled
from bot.documents.recognition.lines import Line, folded_words, whole
from bot.documents.recognition.rules import Rules
from dialogs.case.facts import Status

_AFTER = "(:#-–—*"


def status_in(lines: Sequence[Line], values: Sequence[Labelled], rules: Rules) -> tuple[Status, bool]:
    """What is printed as the status; "" if nothing is, or, so that it is unclear, if the paper says two things."""
    words = whole(lines)
    phrases = {status: [phrase for phrase in rules.statuses[status] if phrase in words] for status in _STATUSES}
    likely = [line for line in lines if any(phrase in line.plain for each in phrases.values() for phrase in each)]
    labelled = {status for each in values if each.kind == "status" and (status := _status(each.value, phrases))}
    alone = {status for line in likely for cell in line.cells() if (status := _status(cell, phrases))}
    if "amended" in alone | labelled:
        # What was amended was final before, and may still say so.
        return ("", True) if "preliminary" in alone | labelled else ("amended", False)
    said = labelled or alone
    return (said.pop(), False) if len(said) == 1 else ("", bool(said))


def _status(cell: str, phrases: Mapping[Status, Iterable[str]]) -> Status:
    """The status that a cell is, or begins with before a mark: "PRELIMINARY - not yet verified"."""
    cell = cell.strip(" *-–—.:[]()")
    return next((status for status in _STATUSES if _says(cell, phrases[status])), "")


_STATUSES: tuple[Status, ...] = ("amended", "preliminary", "final")


def _says(cell: str, phrases: Iterable[str]) -> bool:
    words = f" {' '.join(folded_words(cell[:60]))} "
    for phrase in phrases:
        if words == phrase:
            return True
        if words.startswith(phrase) and cell[len(phrase.strip()) :].lstrip()[:1] in _AFTER:
            return True
    return False
