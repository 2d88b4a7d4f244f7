"""C-CDA and Apple's export are read as their sections and tables say, never as what programs read."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from bot.kinds import apple_health, apple_measures, ccda
from bot.kinds.blocks import Heading, Item, Pairs, Text, plain
from bot.kinds.every import examine
from tests.documents.manuscripts import contents, last, tables, told
from tests.makers import made, records


def test_a_section_has_its_title_its_table_and_its_lists() -> None:
    found = contents(ccda.read, records.a_ccda())
    headings = [(plain(block.runs), block.level) for block in found.blocks if isinstance(block, Heading)]
    assert headings == [("Pathology report", 1), ("Results", 1), ("Blood count", 5)]
    assert tables(found) == [
        [
            ["Test", "Value", "Range"],
            ["Hemoglobin", "12.1 g/dL", "12.0-15.5"],
            ["Platelets", "140 x 10^9/L", "150-400"],
        ]
    ]
    items = [(block.mark, plain(block.runs), block.depth) for block in found.blocks if isinstance(block, Item)]
    assert items == [("1.", "first", 0), ("•", "within", 1), ("2.", "second", 0)]


def test_whose_it_is_and_of_which_day_is_known_from_its_head() -> None:
    facts = last(records.a_ccda()).facts
    assert (facts.patient, facts.born, facts.date) == ("Ana Q. Example", records.BORN, records.DAY)


def test_the_day_on_which_a_summary_was_made_is_no_day_of_a_report() -> None:
    assert contents(ccda.read, records.a_ccda(code="34133-9")).facts.date == ""


def test_sections_in_sections_and_footnotes_are_in_their_order() -> None:
    inner = records.section("Inner", "Seen<footnote ID='f'>late</footnote> twice.")
    outer = f"<component><section><title>Outer</title><text><br/>Before.</text>{inner}</section></component>"
    found = contents(ccda.read, records.a_ccda([outer]))
    assert [plain(block.runs) for block in found.blocks if isinstance(block, Heading)][1:] == ["Outer", "Inner"]
    assert [plain(block.runs) for block in found.blocks if isinstance(block, Text)] == [
        "Before.", "Seen[1] twice.", "[1] late",
    ]  # fmt: skip


def test_a_section_without_text_says_so_and_is_told() -> None:
    data = records.a_ccda_with_empty_sections()
    assert "Vital signs" in told(contents(ccda.read, data))
    assert "lost_entries" in last(data).remarks


def test_what_was_deleted_is_no_part_of_it() -> None:
    found = contents(ccda.read, records.a_ccda([records.section("A", "Kept <content revised='delete'>old</content>")]))
    assert "old" not in told(found)
    assert found.lost == {"changes"}


def test_a_record_that_only_carries_a_pdf_is_that_pdf() -> None:
    for data, kind in ((records.a_ccda_with_a_pdf(), "ccda"), (records.a_bundle_with_a_pdf(), "fhir")):
        found = last(data)
        assert (found.state, found.kind, found.pages) == ("readable", kind, 1)
        assert "PATHOLOGY REPORT" in found.text[0]


@pytest.mark.parametrize("inside", [b"%PDF-1.7 torn", made.a_locked_pdf()])
def test_a_pdf_inside_that_cannot_be_opened_is_not_called_readable(inside: bytes) -> None:
    assert last(records.a_bundle(records.report(presentedForm=[records.attachment(inside)]))).state != "readable"


def test_a_picture_beside_the_text_is_shown() -> None:
    found = contents(ccda.read, records.a_ccda_with_a_picture())
    assert found.pictures == (made.a_png(),)
    assert not found.lost
    lost = contents(ccda.read, records.a_ccda([records.section("E", "<renderMultiMedia referencedObject='X'/>")]))
    assert lost.lost == {"pictures"}


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (records.a_ccda_with_entities(), "unreadable"),
        (records.a_deep_ccda(), "unreadable"),
        (records.a_ccda()[:-40], "unreadable"),
        (b"<note><to>x</to><from>y</from></note>", "unknown_kind"),
        (b'{"resourceType": "Bundle"}', "unknown_kind"),
        (records.a_bundle()[:-40], "unreadable"),
        (b'{"test": "Hb", "value": 12.1}', "unknown_kind"),
        (b"[" * 100_000, "unknown_kind"),
    ],
)
def test_torn_and_hostile_records_end_in_one_verdict(data: bytes, state: str) -> None:
    assert [found.state for found in examine(data)] == [state]


def test_of_a_watch_s_values_the_number_is_shown() -> None:
    found = contents(apple_health.read, records.an_apple_export())
    assert ["Heart Rate", "50", "2026-03-01 – 2026-03-28"] in [row for table in tables(found) for row in table]
    assert ["Lab Result Record", "Fictitious Clinic", "2026-03-12"] in [row for table in tables(found) for row in table]
    assert found.lost == {"measures"}
    assert any(isinstance(block, Pairs) for block in found.blocks)
    assert last(records.an_apple_export()).kind == "apple_health"


def test_an_export_that_declares_entities_is_refused() -> None:
    data = records.an_apple_export().replace(b"<!ELEMENT", b'<!ENTITY a "b"><!ELEMENT', 1)
    assert last(data).state == "unreadable"


@pytest.mark.parametrize(
    "conclusion",
    [
        "<p><b>IMPRESSION</b>: stable.</p><p>Size &lt; 5 mm.</p>",
        "IMPRESSION: stable.<br/>Size &lt; 5 mm, <i>unchanged</i>",
        "{\\rtf1\\ansi IMPRESSION: stable.\\par Size < 5 mm.}",
        "IMPRESSION: stable. Size < 5 mm.",
    ],
)
def test_words_that_a_program_marked_up_are_shown_without_its_marks(conclusion: str) -> None:
    found = last(records.a_bundle(records.report(conclusion=conclusion)))
    said = "\n".join(found.text)
    assert "IMPRESSION: stable." in said
    assert "< 5 mm" in said
    assert not re.search(r"</?[a-z]|\\\\rtf|&lt;", said)


def test_what_a_patient_is_told_of_a_dose_stands_beside_it_and_not_in_its_place() -> None:
    dose: dict[str, Any] = {
        "patientInstruction": "Take with food",
        "doseAndRate": [{"doseQuantity": {"value": 80, "unit": "mg"}}],
    }
    dose |= {"route": {"text": "oral"}, "timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}}}
    medicine = {"resourceType": "MedicationRequest", "medicationCodeableConcept": {"text": "osimertinib"}}
    said = "\n".join(last(records.a_bundle({**medicine, "dosageInstruction": [dose]})).text)
    assert "80 mg, oral, 1 / 1 d, Take with food" in said
    said = "\n".join(last(records.a_bundle({**medicine, "dosageInstruction": [{**dose, "text": "80 mg daily"}]})).text)
    assert "80 mg daily, Take with food" in said


def test_tags_that_a_program_wrote_as_letters_are_not_shown() -> None:
    text = (
        "&lt;b&gt;Findings&lt;/b&gt;&lt;br/&gt;A nodule &lt; 5 mm, p &lt; 0.05."
        "<list><item>&lt;i&gt;One&lt;/i&gt;</item></list>&lt;p&gt;Stable.&lt;/p&gt;&lt;p&gt;Seen.&lt;/p&gt;"
        "<table><tbody><tr><td>&lt;strong&gt;Hb&lt;/strong&gt;</td><td>&lt;5</td></tr></tbody></table>"
    )
    said = told(contents(ccda.read, records.a_ccda([records.section("<u>Report</u>", text)])))
    assert not any(tag in said for tag in ("<b>", "<br", "<i>", "<p>", "<strong>", "<u>"))
    for line in ("Report", "Findings", "A nodule < 5 mm, p < 0.05.", "Stable.", "Seen.", "Hb | <5"):
        assert line in said.split("\n"), line


def test_a_sign_in_quotes_ends_no_entry():
    entry = b'<Record type="HKStepCount" device="&lt;HKDevice: 0x1>, name:Watch>" startDate="2026-03-02 08:00:00"/>'
    summed = apple_measures.without_single_values(io.BytesIO(b"<HealthData>" + entry * 3 + b"</HealthData>"))
    assert b'startDate="2026-03-02" untilDay="2026-03-02" ofThese="3"' in summed
