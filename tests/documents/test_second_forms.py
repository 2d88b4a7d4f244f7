"""A paper that an archive gives in two forms is one paper; whatever is not surely the same is two."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.documents.inspection import inspect
from tests import real
from tests.makers import made, portal, records
from tests.makers.containers import an_email
from tests.makers.made import zipped
from tests.makers.portal import CT, LABS, NOTE, PATHOLOGY, Visit

pytestmark = pytest.mark.usefixtures("looked_at_here")


@pytest.fixture(scope="module")
def rules() -> bytes:
    return json.dumps(real.content().recognition).encode()


async def papers(rules: bytes, files: dict[str, bytes] | bytes) -> list[str]:
    """The names of what is taken out."""
    verdict = await inspect([files if isinstance(files, bytes) else zipped(files)], rules)
    assert verdict.state == "opened"
    return [each.name for each in verdict.contents.enclosed]


@pytest.mark.parametrize("visit", [CT, PATHOLOGY, LABS, NOTE], ids=lambda visit: visit.title)
@pytest.mark.parametrize("others", ["page", "pdf", "both"])
async def test_a_record_beside_what_was_made_of_it_is_one_paper(rules: bytes, visit: Visit, others: str) -> None:
    forms = {"XDM/DOC1.XML": visit.as_xml}
    forms |= {"HTML/DOC1.HTM": visit.as_page} if others != "pdf" else {}
    forms |= {"report.pdf": visit.as_pdf} if others != "page" else {}
    assert await papers(rules, {**forms, "scan.jpg": made.a_photo()}) == [
        *(["DOC1.HTM"] if others != "pdf" else []),
        *(["report.pdf"] if others != "page" else []),
        "scan.jpg",
    ]


async def test_a_page_that_says_no_more_than_a_pdf_is_that_pdf(rules: bytes) -> None:
    lines = "\n".join(line for _, lines in NOTE.parts for line in lines)
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines.splitlines()) + "</body></html>"
    assert await papers(rules, {"visit.pdf": NOTE.as_pdf, "visit.htm": page.encode()}) == ["visit.pdf"]


async def test_the_title_of_a_window_is_not_looked_for_where_it_stands_in_the_page(rules: bytes) -> None:
    lines = [line for _, lines in NOTE.parts for line in lines]
    page = "<html><head><title>My portal: details</title></head><body>" + "".join(f"<p>{line}</p>" for line in lines)
    printed = made.a_printed_pdf("\n".join([*lines, "11/27/26 My portal: details 1/1"]))
    assert await papers(rules, {"visit.pdf": printed, "visit.htm": page.encode()}) == ["visit.pdf"]
    without = made.a_printed_pdf("\n".join(lines[:-1]))
    assert len(await papers(rules, {"visit.pdf": without, "visit.htm": page.encode()})) == 2


async def test_a_record_that_only_carries_the_file_beside_it_is_that_file(rules: bytes) -> None:
    carrier, pdf = records.a_ccda_with_a_pdf(), made.a_printed_pdf("PATHOLOGY REPORT\nMargin 1 mm")
    assert await papers(rules, {"DOC1.XML": carrier, "DOC1.PDF": pdf}) == ["DOC1.PDF"]
    other = made.a_printed_pdf("PATHOLOGY REPORT\nMargin 2 mm")
    assert len(await papers(rules, {"DOC1.XML": carrier, "DOC1.PDF": other})) == 2


async def test_what_is_attached_twice_to_an_email_is_one_paper(rules: bytes) -> None:
    mail = an_email("See attached.", {"DOC1.xml": NOTE.as_xml, "DOC1.pdf": NOTE.as_pdf})
    assert await papers(rules, mail) == ["DOC1.pdf"]


@pytest.mark.parametrize(
    "other",
    [
        replace(CT, day="2025-09-01"),
        replace(CT, parts=((CT.parts[0]), ("Findings", (CT.parts[1][1][0].replace("4 mm", "14 mm"),)), CT.parts[2])),
        replace(CT, parts=((CT.parts[0]), ("Findings", (CT.parts[1][1][0].replace("No", "A"),)), CT.parts[2])),
        replace(
            CT,
            parts=(
                (CT.parts[0]),
                ("Findings", ("No nodule in the right lung. A nodule of 4 mm in the left lung, as before.",)),
                CT.parts[2],
            ),
        ),
        replace(CT, parts=CT.parts[:2]),
    ],
    ids=["another day", "a number", "a word", "left and right", "less"],
)
async def test_where_it_is_not_surely_the_same_both_are_papers(rules: bytes, other: Visit) -> None:
    assert len(await papers(rules, {"DOC1.XML": CT.as_xml, "DOC1.HTM": other.as_page})) == 2
    assert len(await papers(rules, {"DOC1.XML": CT.as_xml, "DOC1.PDF": other.as_pdf})) == 2


async def test_what_more_than_words_is_in_a_record_keeps_it(rules: bytes) -> None:
    text = "".join(f"<paragraph>{line}</paragraph>" for _, lines in NOTE.parts for line in lines)
    media = "<entry><observationMedia ID='M'><value representation='B64'>aGVsbG8=</value></observationMedia></entry>"
    pictured = records.a_ccda(
        [records.section("Plan", text + "<renderMultiMedia referencedObject='M'/>", media)], NOTE.title
    )
    page = Visit(NOTE.title, "", (("Plan", tuple(line for _, lines in NOTE.parts for line in lines)),)).as_page
    assert len(await papers(rules, {"DOC1.XML": pictured, "DOC1.HTM": page})) == 2


async def test_a_paper_that_stands_in_a_longer_one_is_a_paper_of_its_own(rules: bytes) -> None:
    letter = Visit("Letter", "", (*PATHOLOGY.parts, *CT.parts, *NOTE.parts, *LABS.parts))
    assert len(await papers(rules, {"note.XML": NOTE.as_xml, "letter.pdf": letter.as_pdf})) == 2


async def test_two_of_one_kind_are_two_papers_as_ever(rules: bytes) -> None:
    assert len(await papers(rules, {"a.pdf": NOTE.as_pdf, "b.pdf": NOTE.as_pdf})) == 2
    assert len(await papers(rules, {"a.xml": NOTE.as_xml, "b.xml": NOTE.as_xml})) == 2


async def test_a_torn_form_costs_the_other_nothing(rules: bytes) -> None:
    files = {"DOC1.XML": NOTE.as_xml[:-400], "DOC1.HTM": NOTE.as_page, "DOC1.PDF": made.a_broken_pdf()}
    assert len(await papers(rules, files)) == 3


async def test_a_whole_export_has_each_paper_once_and_counts_the_rest(rules: bytes) -> None:
    verdict = await inspect([portal.an_export()], rules)
    assert [each.name for each in verdict.contents.enclosed] == [
        *(f"DOC000{number}.HTM" for number in range(1, 7)),
        *("SCAN0001.JPG", "Letter.pdf", "Pathology.pdf"),
    ]
    assert verdict.contents.again == 6


async def test_what_the_other_form_has_as_fields_is_known_of_the_paper(rules: bytes) -> None:
    found = await inspect([zipped({"DOC1.XML": CT.as_xml, "DOC1.HTM": CT.as_page})], rules)
    (paper,) = found.contents.enclosed
    assert (paper.facts.date, paper.facts.born, paper.facts.patient) == (records.DAY, records.BORN, "Ana Q. Example")
