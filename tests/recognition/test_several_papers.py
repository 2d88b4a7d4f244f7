"""Several papers in one file: each is told by its own pages, whatever stands before, behind and between them."""

from __future__ import annotations

from typing import Any

import pytest

COVER = "FAX\nTo: Records desk\nFrom: Radiology\nPages: 2\nConfidential. Not for you? Please destroy it."
BILL = "INVOICE\nStatement of account\nAmount due: 120.00\nPlease pay within 30 days"
SCAN = (
    "Patient: Rosa Example\nCT CHEST\nDate of exam: 08/23/2026\n"
    "TECHNIQUE: Axial images.\nFINDINGS: No nodule.\nIMPRESSION: Clear."
)
BLOOD = (
    "Patient: Rosa Example\nLABORATORY REPORT\nCollected: 08/20/2026\nTest   Result   Reference range\n"
    "Hemoglobin   12.1   12.0-16.0 g/dL\nPlatelets   210   150-400 K/uL\nCreatinine   0.8   0.5-1.1 mg/dL"
)


@pytest.mark.parametrize(
    ("pages", "records"),
    [
        ((COVER, SCAN), ("imaging_reports",)),
        ((SCAN, BILL), ("imaging_reports",)),
        ((BLOOD, SCAN), ("labs", "imaging_reports")),
        ((SCAN, BLOOD), ("imaging_reports", "labs")),
        ((COVER, BILL), ("",)),
    ],
    ids=["behind a cover sheet", "before a bill", "blood first", "a scan first", "nothing of a record"],
)
def test_of_several_papers_in_one_file_each_is_told_by_its_own_pages(read: Any, pages: Any, records: Any) -> None:
    facts = read(*pages)
    assert (facts.record, *facts.also) == records
