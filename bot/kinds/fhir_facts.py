"""Whose FHIR resources are, of which day and for which records they count, by the fields that are made for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.kinds.coded import counted
from bot.kinds.fhir_records import is_summary, records_in_rows
from bot.kinds.fhir_source import Resource
from bot.kinds.fhir_tables import TABLES
from bot.kinds.fhir_values import day, name_of
from dialogs.case.facts import Dated, Facts

_LONGEST_NAME = 100
_REPORTS = ("DiagnosticReport", "Composition", "DocumentReference")


def facts_of(
    resources: Sequence[Resource], alone: Iterable[Resource], shown: Sequence[Resource], records: Iterable[str]
) -> Facts:
    """Whose they are, if they are all of one; the day only of a single paper with nothing beside it.

    `alone`: those that belong to no report; `shown`: the papers of which there is something to show.
    """
    patients = {(name_of(each), day(each, "birthDate")) for each in resources if each["resourceType"] == "Patient"}
    patients_told = bool(patients)
    name, born = patients.pop() if len(patients) == 1 else ("", "")
    papers = [each for each in shown if each["resourceType"] in _REPORTS] or _named(resources)
    rows = any(each["resourceType"] in TABLES and each["resourceType"] != "Encounter" for each in alone)
    when, how = _day_of(papers[0]) if len(papers) == 1 and not rows else ("", "")
    told = counted((*records, *records_in_rows(resources)))
    told = replace(told, date=when, dated_by=how) if len(when) == 10 else told
    return replace(told, patient=name if patients_told else _subject(papers), born=born if len(born) == 10 else "")


def _named(resources: Sequence[Resource]) -> list[Resource]:
    kinds = ([each for each in resources if each["resourceType"] == kind] for kind in _REPORTS)
    return next(filter(None, kinds), [])


def _subject(papers: Sequence[Resource]) -> str:
    """Whose papers they are that come without their patient: by the name beside the reference to them."""
    subjects = (each.get("subject") for each in papers)
    names = {_shown(each) for each in subjects if isinstance(each, dict)}
    return names.pop() if len(names) == 1 else ""


def _shown(reference: Resource) -> str:
    name = reference.get("display")
    return name if isinstance(name, str) and len(name) <= _LONGEST_NAME else ""


def _day_of(report: Resource) -> tuple[str, Dated]:
    """The day that a report is about; that on which a file was listed is one only where nothing printed says it."""
    if is_summary(report):
        return "", ""
    if report["resourceType"] != "DocumentReference":
        return day(report, "effective", "date", "issued"), "dated"
    context = report.get("context")
    if visited := day(context, "period") if isinstance(context, dict) else "":
        return visited, "dated"
    return day(report, "date"), "alone"
