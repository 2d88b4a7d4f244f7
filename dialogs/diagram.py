"""The journey as a picture, drawn from the same table that the machine runs on."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.content.guide import Guide
from dialogs.journey.table import Row
from dialogs.path import (
    CONSENT,
    DECISION,
    DETOURS,
    QUESTIONS,
    REVIEW,
    SUMMARY,
    WELCOME,
    record_of,
    rows,
    substeps,
)
from dialogs.side_roads import DATE, REMINDERS


def diagram(guide: Guide) -> str:
    """A Markdown page with two Mermaid pictures: the way through the records, and one record from inside."""
    table = list(rows(guide))
    first = guide.records[0]
    inside = (first.key, *substeps(first))
    return f"""# The journey

Made by `make diagram` from `content/guide.toml`; a test fails when it no longer is.

From every step after the consent, /files, /requests, /date, /questions, /packet, /letters, /errands and /remind lead
aside and back, a checklist can be asked for, and the review opens every record again; those ways are left out here.

## From the welcome to the summary

{_mermaid(_main_road(guide, table))}

## Inside one record

Here *{first.key}*; the others are alike, with the answers that the guide gives them.

{_mermaid(_edges(row for row in table if row.source in inside and row.to in (*inside, _next_of(guide))))}
"""


def _main_road(guide: Guide, table: list[Row]) -> list[str]:
    keys = [record.key for record in guide.records]
    road = (WELCOME, CONSENT, DECISION, *keys, QUESTIONS, REVIEW, DATE, REMINDERS, SUMMARY)
    place = {step: number for number, step in enumerate(road)}
    aside = {*DETOURS, "review", "open", "go_on", "back"}
    pairs: dict[tuple[str, str], set[str]] = {}
    for row in (row for row in table if record_of(row.source) in place):
        source = record_of(row.source)
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


def _edges(chosen: Iterable[Row]) -> list[str]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for row in chosen:
        moves = pairs.setdefault((row.source.replace(".", "_"), row.to.replace(".", "_")), [])
        if row.move not in (*moves, *DETOURS, "review"):
            moves.append(row.move)
    return [f"{source} --> {to} : {', '.join(moves)}" for (source, to), moves in pairs.items() if moves]


def _next_of(guide: Guide) -> str:
    return guide.records[1].key if len(guide.records) > 1 else QUESTIONS


def _mermaid(lines: list[str]) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {line}" for line in lines), "```"])
