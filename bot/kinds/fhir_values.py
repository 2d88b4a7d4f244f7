"""Values of FHIR as a line of print: codes by their names, quantities with their units, as they are written."""

from __future__ import annotations

from typing import Any

from bot.kinds.days_for_machines import shown_day
from bot.kinds.fhir_source import Resource, every
from bot.kinds.unmarked import unmarked

_BETWEEN = "; "
MOST_DEEP = 4


def shown(value: Any, depth: int = 0) -> str:
    """Any value as a line; empty where it says nothing to a person."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, str | int | float):
        return " ".join(unmarked(str(value)).split())
    if isinstance(value, list):
        return _BETWEEN.join(filter(None, (shown(each, depth + 1) for each in value[:50]))) if depth < MOST_DEEP else ""
    return _complex(value, depth + 1) if isinstance(value, dict) and depth < MOST_DEEP else ""


def first(node: Any, *names: str) -> str:
    """The first of several elements that says something."""
    return next((said for name in names if (said := shown(node.get(name)))), "") if isinstance(node, dict) else ""


def choice(node: Resource, start: str) -> Any:
    """The value of an element whose name ends with its type: value[x], effective[x]."""
    found = (value for key, value in node.items() if key.startswith(start) and key[len(start) :][:1].isupper())
    return next(found, node.get(start))


def day(node: Resource, *starts: str) -> str:
    """The first day of an element that may be a moment, a day or a span."""
    for start in starts:
        value = choice(node, start)
        if isinstance(value, dict):
            begin, end = (shown_day(shown(value.get(name))) for name in ("start", "end"))
            value = begin if begin == end or not (begin and end) else f"{begin} – {end}"
            if value or end:
                return value or end
        elif said := shown(value):
            return said if " – " in said else shown_day(said) or (said if start != "date" else "")
    return ""


def name_of(patient: Resource) -> str:
    """A person's name as it is used."""
    names = [each for each in every(patient, "name") if isinstance(each, dict)]
    names.sort(key=lambda each: shown(each.get("use")) not in ("official", "usual", ""))
    return _name(names[0]) if names else ""


def _name(name: dict[str, Any]) -> str:
    parts = [*every(name, "prefix"), *every(name, "given"), *every(name, "family"), *every(name, "suffix")]
    return shown(name.get("text")) or " ".join(filter(None, map(shown, parts)))


def _complex(value: dict[str, Any], depth: int) -> str:
    if "text" in value and isinstance(value["text"], str):
        return shown(value["text"])
    if "coding" in value:  # CodeableConcept
        named = [shown(each.get("display")) for each in every(value, "coding") if isinstance(each, dict)]
        codes = [shown(each.get("code")) for each in every(value, "coding") if isinstance(each, dict)]
        return next(filter(None, named), "") or next(filter(None, codes), "")
    if "concept" in value:  # CodeableReference
        return shown(value["concept"], depth)
    if "value" in value and not isinstance(value["value"], dict):  # Quantity
        return " ".join(
            filter(None, (first(value, "comparator") + shown(value["value"]), first(value, "unit", "code")))
        )
    if "low" in value or "high" in value:
        return _range(value, depth)
    if "numerator" in value:
        return f"{shown(value['numerator'], depth)} : {shown(value.get('denominator'), depth)}"
    if "start" in value or "end" in value:
        return " – ".join(shown_day(shown(value.get(name))) for name in ("start", "end")).strip(" –")
    if "family" in value or "given" in value:
        return _name(value)
    return first(value, "display", "title", "description", "name", "code")


def _range(value: dict[str, Any], depth: int) -> str:
    low, high = shown(value.get("low"), depth), shown(value.get("high"), depth)
    if low and high:
        number, _, unit = low.partition(" ")
        return f"{number}–{high}" if unit and high.endswith(unit) else f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""
