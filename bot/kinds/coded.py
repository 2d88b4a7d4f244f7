"""Which record a paper is by the codes that programs write beside its words; what a code leaves open stays open.

The codes are those of the standards: the document templates of C-CDA R2.1, LOINC for documents and sections, and the
categories of FHIR and of HL7 v2 (table 0074). A list of what was once done is no report on it: it tells nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogs.case.facts import Facts

_TEMPLATES = {
    "2.16.840.1.113883.10.20.22.1.3": "visit_notes",  # history and physical
    "2.16.840.1.113883.10.20.22.1.4": "visit_notes",  # consultation note
    "2.16.840.1.113883.10.20.22.1.5": "imaging_reports",
    "2.16.840.1.113883.10.20.22.1.6": "procedures",  # procedure note
    "2.16.840.1.113883.10.20.22.1.7": "procedures",  # operative note
    "2.16.840.1.113883.10.20.22.1.8": "procedures",  # discharge summary
    "2.16.840.1.113883.10.20.22.1.9": "visit_notes",  # progress note
}
_PAPERS = {
    **dict.fromkeys(("11526-1", "60567-5", "60568-3", "33717-0", "47526-9"), "pathology"),
    **dict.fromkeys(("18748-4", "18726-0", "18747-6", "18755-9", "18757-7", "18758-5", "18760-9"), "imaging_reports"),
    **dict.fromkeys(("11502-2", "26436-6"), "labs"),
    **dict.fromkeys(("11504-8", "28570-0", "18842-5", "11490-0", "34105-7", "18746-8", "18751-8"), "procedures"),
    **dict.fromkeys(("11488-4", "34117-2", "11506-3"), "visit_notes"),
}
"""LOINC: what a whole document is."""
SUMMARIES = ("34133-9", "60591-5", "52521-2")
"""LOINC: summaries of all that a portal knows, made when they are asked for; such a day is that of the making."""
MEDICINES = frozenset({"10160-0", "10183-2", "75311-1"})
"""LOINC: sections of what somebody takes, at home or from a discharge on."""
RESULTS = frozenset({"30954-2", "11493-4"})
"""LOINC: sections of results, with those of a stay in hospital."""
_CATEGORIES = {
    **dict.fromkeys(("LAB", "HM", "CH", "LP29693-6", "laboratory"), "labs"),
    **dict.fromkeys(("RAD", "CT", "NMR", "NMS", "RX", "RUS", "LP29684-5", "imaging"), "imaging_reports"),
    **dict.fromkeys(("SP", "PAT", "CP", "LP7839-6"), "pathology"),
    "GE": "biomarkers",
}
FEWEST_RESULTS = 2
"""Measured values that make a record of laboratory results."""


def record_of_document(codes: Iterable[str], templates: Collection[str] = ()) -> str:
    """The key of the record that a document is, by its LOINC codes or its templates; "" where they leave it open."""
    told = {_PAPERS[code] for code in codes if code in _PAPERS}
    told = told or {_TEMPLATES[each] for each in templates if each in _TEMPLATES}
    return told.pop() if len(told) == 1 else ""


def record_of_category(codes: Iterable[str]) -> str:
    """The key of the record that a single report is, by the department that its category names."""
    told = {_CATEGORIES[code] for code in codes if code in _CATEGORIES}
    return told.pop() if len(told) == 1 else ""


def counted(records: Iterable[str]) -> Facts:
    """Facts of a file that counts for these records, the first of them its own."""
    first, *others = tuple(dict.fromkeys(filter(None, records))) or ("",)
    return Facts(record=first, also=tuple(others))
