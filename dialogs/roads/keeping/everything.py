"""Everything that is kept about a patient, for themselves: asked for with one tap, and sent in parts."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import GatherEverything, Keyboard, Say, SendPaper, Turn, aside
from dialogs.roads.keeping.events import EverythingGathered, ExportFailed

BACK: Keyboard = ((aside("continue"),),)


def asked_for(case: Case) -> Turn:
    """Begin; what was asked for already is under way."""
    if case.exporting:
        return Turn(case, (_under_way(case, 0),))
    case = replace(case, exporting=True, exports=case.exports + 1)
    return Turn(case, (_under_way(case, 0), GatherEverything(case.exports)))


def gathered(case: Case, event: EverythingGathered) -> Turn:
    """Send the parts, each as a message of its own."""
    if event.number != case.exports or not case.exporting:
        return Turn(case)
    case = replace(case, exporting=False)
    count = len(event.parts)
    papers = (
        SendPaper("export", {"part": part, "parts": event.parts, "of": count}, case.for_another)
        for part in range(1, count + 1)
    )
    return Turn(case, (_under_way(case, count), *papers))


def failed(case: Case, _: ExportFailed) -> Turn:
    case = replace(case, exporting=False)
    return Turn(case, (Say("export_failed", buttons=((aside("export"),), *BACK)),))


def _under_way(case: Case, parts: int) -> Say:
    return Say("export", {"parts": parts}, BACK, slot=f"export:{case.exports}")
