"""A table that a laboratory or a portal exports counts for what its rows are, though nobody is named in it."""

from __future__ import annotations

import json

import pytest

from bot.documents.inspection import inspect
from tests import real


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("Test,1/3/2026,2/3/2026,3/3/2026\nHemoglobin (g/dL),11.2,11.4,12.0\nWBC (10^3/uL),4.1,4.3,5.0\n"
         "Platelets (10^3/uL),188,190,200\nCreatinine (mg/dL),0.9,0.8,0.9\n", "labs"),
        ("Date,Test,Value,Unit,Range\n2026-03-01,Hemoglobin,11.2,g/dL,12-16\n2026-03-01,WBC,4.1,10^3/uL,4-11\n"
         "2026-03-01,Platelets,188,10^3/uL,150-400\n", "labs"),
        ("Medication,Dose,Frequency\nTamoxifen,20 mg,1 tablet daily\nOmeprazole,20 mg,1 capsule daily\n"
         "Ondansetron,8 mg,every 8 hours as needed\n", "medications"),
        ("Item,Price,Qty\nApples,1.20,3\nMilk,0.99,2\nBread,2.10,1\n", ""),
        ("Date,Steps,Weight kg\n2026-03-01,4500,64\n2026-03-02,5600,64\n2026-03-03,7000,64.2\n", ""),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("looked_at_here")
async def test_a_table_in_which_nobody_is_named_counts_for_what_its_rows_are(table: str, record: str):
    rules = json.dumps(real.content().recognition).encode()
    assert (await inspect([table.encode()], rules)).facts.record == record
