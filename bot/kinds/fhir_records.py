"""For which records FHIR resources count: by the codes of what can be shown of them, never by what is only named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.kinds.coded import FEWEST_RESULTS, SUMMARIES, record_of_category, record_of_document
from bot.kinds.fhir_source import Resource, every
from bot.kinds.fhir_values import choice

_TAKEN = ("MedicationRequest", "MedicationStatement", "MedicationUsage", "MedicationOrder")
_NOT_TAKEN = ("entered-in-error", "cancelled", "not-taken")


def record_of_paper(each: Resource) -> str:
    """The key of the record that one report, document or composition is; "" where its codes leave it open."""
    codes = [*_codes(each, "code"), *_codes(each, "type")]
    return record_of_document(codes) or record_of_category(_codes(each, "category"))


def is_summary(each: Resource) -> bool:
    """Whether a paper is one of all that a portal knows, made when it was asked for."""
    return any(code in SUMMARIES for code in _codes(each, "type"))


def records_in_rows(resources: Iterable[Resource]) -> tuple[str, ...]:
    """The keys of the records that single values and medicines make together."""
    rows = [each for each in resources if str(each.get("status", "")) not in _NOT_TAKEN]
    medicines = any(each["resourceType"] in _TAKEN for each in rows)
    values = sum(_is_of_a_laboratory(each) for each in rows)
    return (*(("medications",) if medicines else ()), *(("labs",) if values >= FEWEST_RESULTS else ()))


def _is_of_a_laboratory(each: Resource) -> bool:
    """By its category; where it has none, a value that has a specimen or a range of what is usual."""
    measured = each["resourceType"] == "Observation" and isinstance(choice(each, "value"), dict)
    category = set(_codes(each, "category"))
    if category or not measured:
        return measured and record_of_category(category) == "labs"
    return bool(each.get("specimen") or each.get("referenceRange"))


def _codes(each: Resource, name: str) -> Iterator[str]:
    for concept in every(each, name):
        for coding in every(concept, "coding") if isinstance(concept, dict) else ():
            if isinstance(coding, dict):
                yield str(coding.get("code", ""))
