"""The pages that we set ourselves: their language, their tags, and each word as it was written, in whatever file."""

from dataclasses import replace
from typing import Any

import pytest
from pypdf.generic import DictionaryObject

from dialogs.case.answer import Question
from tests.makers import made
from tests.packet.desk import Desk, outline, squeezed

Size = tuple[int, int]
STAMP = 24
"""Points by which a page may grow for its stamp."""


async def test_our_own_pages_are_tagged_titled_and_say_their_language(desk: Desk) -> None:
    desk.keep(made.a_pdf())
    reader = (await desk.build()).reader
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title == "Records for a second opinion"
    tree = root["/StructTreeRoot"]
    own = {page.indirect_reference.idnum for page in reader.pages if "/StructParents" in page}
    assert len(own) == 2
    assert {reference.raw_get("/Pg").idnum for reference in _elements(tree) if "/Pg" in reference} <= own


def _elements(element: DictionaryObject) -> list[DictionaryObject]:
    below = element.get("/K")
    below = below.get_object() if below is not None else []
    listed = [each.get_object() for each in (below if isinstance(below, list) else [below])]
    found = [each for each in listed if isinstance(each, DictionaryObject)]
    return found + [deeper for each in found for deeper in _elements(each)]


async def test_it_does_not_claim_to_be_accessible_where_it_cannot_know(desk: Desk) -> None:
    """PDF/UA holds for pages we set ourselves; what a hospital scanned has no tags."""
    desk.keep(made.a_pdf())
    assert b"pdfuaid" not in (await desk.build()).parts[0]


async def test_text_and_word_files_are_set_as_pages_under_a_line_that_says_so(desk: Desk) -> None:
    desk.keep("Grüße\n  Haemoglobin   12.1\n".encode(), "notes.txt", "visit_notes")
    desk.keep(made.a_letter_in_word(["Dear doctor,", "this is fictitious."]), "letter.docx", "visit_notes")
    texts = (await desk.build()).texts
    assert "This file is plain text" in texts[-2]
    assert "Grüße Haemoglobin 12.1" in texts[-2]
    assert "These are the words of a Word file" in texts[-1]
    assert "Dear doctor, this is fictitious." in texts[-1]


async def test_a_word_file_is_set_as_it_says_its_losses_are_named_and_its_pictures_are_pages(desk: Desk) -> None:
    desk.keep(made.a_full_word_file(), "report.docx", "pathology")
    texts = (await desk.build()).texts
    assert "Closest margin ≤ 1 mm, 50 μg" in texts[-2]
    assert "Born 1961-03-14" in texts[-2]
    assert "crossed out while changes were tracked" in texts[-2]
    assert texts[-1].count(" ") < 12, "a page with a picture and nothing else"


async def test_hostile_words_stand_on_the_pages_as_they_are(desk: Desk) -> None:
    hostile = '#panic() $x^2$ *b* <l> \\ "q" 😀 漢字 العربية \u202egpj.exe'
    desk.keep(made.a_pdf(), title=hostile)
    desk.case = replace(desk.case, name=hostile[:60], decision=hostile, questions=(Question(text=hostile),))
    packet = await desk.build()
    assert packet.texts[0].count("#panic() $x^2$ *b* <l>") >= 3
    assert "#panic() $x^2$" in packet.texts[-1]
    assert all(words in squeezed(outline(packet.reader)[-1][0]) for words in ("#panic()", "漢字"))


@pytest.mark.parametrize(("country", "size"), [("us", (612, 792)), ("uk", (595, 842)), ("", (595, 842))])
async def test_all_pages_that_we_set_are_on_the_paper_of_the_packet(desk: Desk, country: str, size: Size) -> None:
    desk.keep(b"Plain words.", "notes.txt", "visit_notes")
    desk.keep(made.a_letter_in_word(["Dear doctor,"]), "letter.docx", "visit_notes")
    desk.keep(b"<h1>Results</h1><p>Haemoglobin 12.1</p>", "page.html", "labs", kind="html")
    desk.keep(b"Test,Result\nHaemoglobin,12.1\n", "table.csv", "labs", kind="csv")
    desk.case = replace(desk.case, country=country)
    reader = (await desk.build()).reader
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]
    assert len(sizes) > 4
    assert {width for width, _ in sizes} == {size[0]}
    assert all(size[1] <= height <= size[1] + STAMP for _, height in sizes), sizes
