"""Files that nobody asked for and that people send all the same: each has a verdict that is true, and helps."""

from __future__ import annotations

import base64

import pytest

from bot.documents.inspection import inspect
from bot.kinds.plain_words import lines_of_text
from bot.packet.alone import pack_alone
from tests.documents.manuscripts import last
from tests.makers import made, records

pytestmark = pytest.mark.usefixtures("looked_at_here")

FIRST = "SURGICAL PATHOLOGY REPORT\nPatient: Jane Doe"
SIGN_IN = """<!DOCTYPE html><html><head><title>Portal</title></head><body><h1>Sign in</h1>
<form action="/in"><label>User name</label><input name="u"><label>Password</label><input type="password" name="p">
<button>Sign in</button></form><p>Forgot your password?</p></body></html>"""


async def test_two_pdfs_glued_into_one_file_are_all_their_pages() -> None:
    """A reader shows the last one alone: the first would be lost without a word."""
    glued = made.a_printed_pdf(FIRST) + b"\n" + made.a_pdf(pages=3)
    found = await inspect([glued])
    assert (found.state, found.kind, found.pages) == ("readable", "pdf", 4)
    assert "repaired" in found.remarks
    alone = pack_alone(glued, "pdf", seconds=20)
    assert (alone.reason, alone.compared) == (None, 4)


async def test_the_same_pdf_glued_to_itself_is_there_once() -> None:
    assert (await inspect([made.a_pdf(pages=2) * 2])).pages == 2


async def test_a_good_pdf_with_another_torn_one_behind_it_is_the_good_one() -> None:
    assert (await inspect([made.a_pdf(pages=2) + b"%PDF-1.7\n" + bytes(range(256))])).pages == 2


async def test_a_page_that_asks_for_a_password_is_not_what_lies_behind_it() -> None:
    found = await inspect([SIGN_IN.encode()])
    assert (found.state, found.kind) == ("unknown_kind", "web_page")


async def test_a_page_of_results_with_a_small_form_to_sign_in_is_kept() -> None:
    results = "<table>" + "<tr><td>Hemoglobin</td><td>12.1 g/dL</td><td>12.0-15.5</td></tr>" * 40 + "</table>"
    page = SIGN_IN.replace("<h1>", results + "<h1>")
    assert (await inspect([page.encode()])).state == "readable"


@pytest.mark.parametrize("section", ["<title>Results</title>", "", "<title>Plan</title><text/>"])
async def test_a_record_whose_sections_hold_nothing_is_said_to_be_empty(section: str) -> None:
    null = f"<component><section nullFlavor='NI'>{section}</section></component>"
    found = await inspect([records.a_ccda([null, null])])
    assert found.state == "readable"
    assert "empty" in found.remarks
    assert "empty" not in (await inspect([records.a_ccda()])).remarks


@pytest.mark.parametrize("before", ["data:application/pdf;base64,", "PDF: ", "content="])
async def test_a_file_in_letters_is_no_text(before: str) -> None:
    found = await inspect([before.encode() + base64.b64encode(made.a_pdf())])
    assert (found.state, found.kind) == ("unknown_kind", "data")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Dr. Lee\u2019s report, Oncotype DX\x99 \x96 score 11", "Oncotype DX™ – score 11"),
        ("Findings:\n\uf0b7 a mass of 2 cm\n  \uf0a7 no nodes", "• a mass of 2 cm"),
        ("The margin is \uf0a3 1 mm.", "The margin is [?] 1 mm."),
    ],
)
async def test_a_sign_that_is_a_number_costs_no_text(said: str, shown: str) -> None:
    """Mailers and Word leave such numbers in a text; it was of no kind, and the letter lost."""
    assert shown in "".join(last(said.encode()).text)
    assert shown in "\n".join(lines_of_text(said.encode()))
    alone = pack_alone(said.encode(), "text", seconds=20)
    assert alone.reason is None


async def test_a_picture_written_out_in_a_text_is_told_and_not_printed() -> None:
    letters = base64.b64encode(made.a_png(2, 2)).decode()
    said = "Seen today, all is well with her; the next visit is in May.\n" * 10
    note = f"# Visit\n\n{said}\n![scan](data:image/png;base64,{letters})\n\n{said}"
    found = last(note.encode())
    assert (found.state, found.remarks) == ("readable", ("lost_pictures",))
    assert "![scan]([?])" in found.text[0]
    assert letters[:40] not in "".join(lines_of_text(note.encode()))


async def test_a_text_with_commands_in_it_is_still_none() -> None:
    assert (await inspect([b"Report\x00\x01"])).state == "unknown_kind"


async def test_a_letter_of_pages_is_told_as_what_it_is() -> None:
    """Its archive holds a small picture of the first page: that is not the letter."""
    letter = {"Index/Document.iwa": bytes(100), "preview.jpg": made.a_photo(), "Metadata/Properties.plist": b"bplist00"}
    found = await inspect([made.zipped(letter)])
    assert (found.state, found.kind) == ("unknown_kind", "office")
