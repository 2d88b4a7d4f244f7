"""The journey as a picture, drawn from the same table that the machine runs on."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.content.guide import Guide
from dialogs.journey.machine import Journey
from dialogs.journey.steps import CONSENT, REVIEW, SUMMARY, WELCOME, root
from dialogs.journey.table import Row
from dialogs.roads.every import ROADS
from dialogs.roads.records.path import DECISION, QUESTIONS, substeps
from dialogs.roads.reminders.path import REMINDERS
from dialogs.roads.the_date.path import DATE


def diagram(guide: Guide) -> str:
    """A Markdown page with two Mermaid pictures: the way through the records, and one record from inside."""
    journey = Journey(guide, ROADS)
    first = guide.records[0]
    inside = (first.key, *substeps(first))
    of_one = (row for row in journey.rows if row.source in inside and row.to in (*inside, _next_of(guide)))
    return f"""# The journey

Made by `make diagram` from `content/guide.toml`; a test fails when it no longer is.

From every step after the consent, /files, /requests, /date, /questions, /packet, /letters, /errands and /remind lead
aside and back, a checklist can be asked for, and the review opens every record again; those ways are left out here.

## From the welcome to the summary

{_mermaid(_main_road(guide, journey))}

## Inside one record

Here *{first.key}*; the others are alike, with the answers that the guide gives them.

{_mermaid(_edges(journey, of_one))}
"""


def _main_road(guide: Guide, journey: Journey) -> list[str]:
    keys = [record.key for record in guide.records]
    road = (WELCOME, CONSENT, DECISION, *keys, QUESTIONS, REVIEW, DATE, REMINDERS, SUMMARY)
    place = {step: number for number, step in enumerate(road)}
    aside = {*journey.detours, "review", "open", "go_on", "back"}
    pairs: dict[tuple[str, str], set[str]] = {}
    for row in (row for row in journey.rows if root(row.source) in place):
        source = root(row.source)
        if source not in place:
            continue
        came_back = row.to == REVIEW and source not in (QUESTIONS, REVIEW)
        on_the_road = source in place and row.move not in aside and not came_back
        if on_the_road and place[source] < place.get(row.to, 0) and source != QUESTIONS:
            pairs.setdefault((source, row.to), set()).add(row.move)
    pairs[QUESTIONS, REVIEW] = {"done"}
    lines = []
    for (source, to), moves in sorted(pairs.items(), key=lambda pair: (place[pair[0][0]], place[pair[0][1]])):
        nearest = min(place[other] for begin, other in pairs if begin == source) == place[to]
        label = "" if source in keys and nearest else " : " + ", ".join(sorted(moves))
        lines.append(f"{source} --> {to}{label}")
    return lines


def _edges(journey: Journey, chosen: Iterable[Row]) -> list[str]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for row in chosen:
        moves = pairs.setdefault((row.source.replace(".", "_"), row.to.replace(".", "_")), [])
        if row.move not in (*moves, *journey.detours, "review"):
            moves.append(row.move)
    return [f"{source} --> {to} : {', '.join(moves)}" for (source, to), moves in pairs.items() if moves]


def _next_of(guide: Guide) -> str:
    return guide.records[1].key if len(guide.records) > 1 else QUESTIONS


def _mermaid(lines: list[str]) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {line}" for line in lines), "```"])
