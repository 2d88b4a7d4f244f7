"""Resources that are rows of a table: results, medicines, allergies, problems, procedures, vaccines and visits.

All is shown as it is written; nothing is chosen, reckoned or judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.kinds.blocks import Runs, Table, named, words
from bot.kinds.fhir_source import Resource, every
from bot.kinds.fhir_values import choice, day, first, shown

Row = tuple[str, ...]
Find = Callable[[str], Resource | None]
"""Finds the resource that a reference leads to."""
_ORDINARY = ("final", "completed", "active", "finished", "")
"""Standings that go without saying, but where a table has a column for them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table: the key of its title, those of its columns, and the rows of a resource."""

    title: str
    columns: tuple[str, ...]
    rows: Callable[[Resource, Find], Iterable[Row]]


def table_of(kind: Kind, resources: Iterable[Resource], find: Find) -> Table | None:
    """The rows of these resources under the heads of the columns; None if there are none."""
    rows = [tuple(map(words, row)) for each in resources for row in kind.rows(each, find) if any(row)]
    head: tuple[Runs, ...] = tuple(named(key) for key in kind.columns)
    return Table((head, *rows), 1) if rows else None


def _results(each: Resource, _: Find) -> Iterable[Row]:
    status = first(each, "status")
    name = first(each, "code")
    standing = f" ({status})" if status not in _ORDINARY else ""
    own = _value(each)
    parts = [part for part in every(each, "component") if isinstance(part, dict)]
    if own or not parts:
        yield name, f"{own}{standing}", _ranges(each), day(each, "effective", "issued"), _remarks(each)
    for part in parts:
        title = f"{name}: {first(part, 'code')}"
        told = "; ".join(filter(None, (_remarks(part), "" if own or part is not parts[0] else _remarks(each))))
        yield title, f"{_value(part)}{standing}", _ranges(part), day(each, "effective", "issued"), told


def _value(each: Resource) -> str:
    return shown(choice(each, "value")) or first(each, "dataAbsentReason")


def _ranges(each: Resource) -> str:
    return "; ".join(filter(None, (first(one, "text") or shown(one) for one in every(each, "referenceRange"))))


def _remarks(each: Resource) -> str:
    return "; ".join(
        filter(
            None, (first(each, "interpretation"), first(each, "note", "comment", "comments"), first(each, "bodySite"))
        )
    )


def _medicines(each: Resource, find: Find) -> Iterable[Row]:
    yield (
        _medicine(each, find),
        "; ".join(filter(None, (_doses(each), first(each, "note")))),
        first(each, "status"),
        day(each, "effective", "authoredOn", "dateWritten", "dateAsserted"),
    )


def _medicine(each: Resource, find: Find) -> str:
    value = choice(each, "medication")
    if said := shown(value):
        return said
    reference = value.get("reference") if isinstance(value, dict) else None
    found = find(reference) if isinstance(reference, str) else None
    return first(found, "code", "name") if found else ""


def _doses(each: Resource) -> str:
    doses = [one for one in (*every(each, "dosage"), *every(each, "dosageInstruction")) if isinstance(one, dict)]
    return "; ".join(filter(None, (_dose(one) for one in doses)))


def _dose(dose: Resource) -> str:
    text, told = first(dose, "text"), first(dose, "patientInstruction")
    if text:
        return text if told in text else f"{text}, {told}"
    amounts = [choice(one, "dose") for one in every(dose, "doseAndRate") if isinstance(one, dict)]
    repeat = dose.get("timing", {}).get("repeat", {}) if isinstance(dose.get("timing"), dict) else {}
    times = ""
    if isinstance(repeat, dict) and repeat.get("frequency") and repeat.get("period"):
        times = f"{shown(repeat['frequency'])} / {shown(repeat['period'])} {shown(repeat.get('periodUnit'))}".strip()
    said = (shown(amounts) or shown(choice(dose, "dose")), first(dose, "route"), first(dose, "timing") or times, told)
    return ", ".join(filter(None, said))


def _allergies(each: Resource, _: Find) -> Iterable[Row]:
    reactions = [one for one in every(each, "reaction") if isinstance(one, dict)]
    reaction = "; ".join(filter(None, (first(one, "manifestation", "description") for one in reactions)))
    standing = _standing(each, "clinicalStatus", "verificationStatus")
    yield first(each, "code", "substance"), reaction, standing, day(each, "onset", "recordedDate", "assertedDate")


def _problems(each: Resource, _: Find) -> Iterable[Row]:
    standing = _standing(each, "clinicalStatus", "verificationStatus")
    stages = "; ".join(filter(None, (first(one, "summary") for one in every(each, "stage") if isinstance(one, dict))))
    days = day(each, "onset", "recordedDate", "assertedDate", "dateRecorded")
    yield "; ".join(filter(None, (first(each, "code"), stages))), standing, days, first(each, "note", "notes")


def _standing(each: Resource, *names: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, (first(each, name) for name in names))))


def _procedures(each: Resource, _: Find) -> Iterable[Row]:
    days = day(each, "performed", "occurrence", "recorded")
    yield (
        first(each, "code"),
        first(each, "status"),
        days,
        "; ".join(filter(None, (first(each, "outcome"), first(each, "note"), first(each, "bodySite")))),
    )


def _vaccines(each: Resource, _: Find) -> Iterable[Row]:
    yield first(each, "vaccineCode"), first(each, "status"), day(each, "occurrence", "date")


def _visits(each: Resource, _: Find) -> Iterable[Row]:
    reasons = first(each, "reasonCode", "reason")
    kind = "; ".join(filter(None, (first(each, "type", "class"), reasons)))
    yield kind, first(each, "serviceProvider"), first(each, "status"), day(each, "period", "actualPeriod")


def _elsewhere(each: Resource, _: Find) -> Iterable[Row]:
    files = (one.get("attachment") for one in every(each, "content") if isinstance(one, dict))
    titles = (first(file, "title") for file in files if isinstance(file, dict))
    what = first(each, "description") or next(filter(None, titles), "") or first(each, "type")
    yield what, first(each, "author"), day(each, "date", "created", "indexed")


ELSEWHERE = Kind("elsewhere", ("what", "from", "day"), _elsewhere)
"""Documents of which only it is said where they lie."""
RESULTS = Kind("results", ("test", "value", "range", "day", "remarks"), _results)
TABLES: dict[str, Kind] = {
    "Condition": Kind("problems", ("problem", "standing", "day", "remarks"), _problems),
    "Observation": RESULTS,
    **dict.fromkeys(
        ("MedicationRequest", "MedicationStatement", "MedicationUsage", "MedicationOrder", "MedicationAdministration"),
        Kind("medications", ("medication", "dose", "standing", "day"), _medicines),
    ),
    "AllergyIntolerance": Kind("allergies", ("substance", "reaction", "standing", "day"), _allergies),
    "Procedure": Kind("procedures", ("procedure", "standing", "day", "remarks"), _procedures),
    "Immunization": Kind("vaccines", ("vaccine", "standing", "day"), _vaccines),
    "Encounter": Kind("visits", ("visit", "place", "standing", "day"), _visits),
}
