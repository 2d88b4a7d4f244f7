"""The journey as a picture, drawn from the same table that the machine runs on."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.content.guide import Guide
from dialogs.journey.machine import Journey
from dialogs.journey.steps import CONSENT, SUMMARY, WELCOME
from dialogs.journey.table import BACKWARD, ONWARD, RETURN, Row
from dialogs.roads.every import ROADS
from dialogs.roads.records.path import substeps
from dialogs.roads.walk.path import GATHER

NEXT = "next"
"""What the place is called in the picture where it is decided what is asked next."""


def diagram(guide: Guide) -> str:
    """A Markdown page with two Mermaid pictures: what is asked in which order, and one record from inside."""
    journey = Journey(guide, ROADS)
    first = guide.records[0]
    inside = (first.key, *substeps(first))
    of_one = (row for row in journey.rows if row.source in inside and row.to in (*inside, ONWARD))
    return f"""# The journey

Made by `make diagram` from `content/guide.toml`; a test fails when it no longer is.

From every step after the consent, /files, /requests, /date, /questions, /packet, /letters, /errands and /remind lead
aside and back, and the list opens every record again; those ways are left out here.

## What is asked, and in which order

Every answer leads to *{NEXT}*. From there the first of the numbered ways is taken that is open: what was answered,
passed over or sent is not asked again.

{_mermaid([f"state {NEXT} <<choice>>", *_main_road(journey)])}

## Inside one record

Here *{first.key}*; the others are alike, with the answers that the guide gives them.

{_mermaid([f"state {NEXT} <<choice>>", *_edges(journey, of_one)])}
"""


def _main_road(journey: Journey) -> list[str]:
    """From the welcome to the first question, then the questions as they are tried."""
    begins = (row for row in journey.rows if row.source in (WELCOME, CONSENT, GATHER) and row.to != row.source)
    lines = _edges(journey, (row for row in begins if row.move != "decline"))
    order = [row.to for row in journey.rows if row.source == ONWARD]
    lines += [f"{NEXT} --> {step} : {number}" for number, step in enumerate(order, start=1)]
    answered = [step for step in order if step != SUMMARY]
    return [*lines, *(f"{step} --> {NEXT}" for step in answered)]


def _edges(journey: Journey, chosen: Iterable[Row]) -> list[str]:
    aside = {*journey.detours, "review", "open"}
    pairs: dict[tuple[str, str], list[str]] = {}
    for row in (row for row in chosen if row.to not in (RETURN, BACKWARD)):
        moves = pairs.setdefault((_named(row.source), _named(row.to)), [])
        if row.move not in (*moves, *aside):
            moves.append(row.move)
    return [f"{source} --> {to} : {', '.join(moves)}" for (source, to), moves in pairs.items() if moves]


def _named(step: str) -> str:
    return NEXT if step == ONWARD else step.replace(".", "_")


def _mermaid(lines: list[str]) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {line}" for line in lines), "```"])
