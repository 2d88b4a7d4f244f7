"""Letters of other programs and sheets are read as they are seen; what is lost has a name."""

from __future__ import annotations

import pytest

from bot.kinds import old_word, open_document, rich_text, values, workbook
from bot.kinds.blocks import Item, Run, Text, plain
from bot.kinds.cells import number
from bot.kinds.every import examine
from tests.documents.manuscripts import contents, last, tables, told
from tests.makers import compound, discs, made, pages


def test_rich_text_shows_what_its_program_shows() -> None:
    found = contents(rich_text.read, pages.a_rich_text())
    lines = [plain(block.runs) for block in found.blocks if isinstance(block, Text)]
    assert lines == ["Born 1961-03-14", "Margin ≤ 1 mm, café, ≥30 %, 10^9/L", " new[1]", "After.", "[1] A note."]
    assert tables(found) == [[["Hemoglobin", "12.1"], ["Platelets", "140"]]]
    assert Run("old", "struck") in [run for block in found.blocks if isinstance(block, Text) for run in block.runs]
    assert found.lost == {"changes"}


def test_pictures_in_rich_text_are_shown_and_drawings_named() -> None:
    found = contents(rich_text.read, pages.a_rich_text_with_a_picture())
    assert found.pictures == (made.a_png(),)
    assert "pictures" in found.lost


@pytest.mark.parametrize(
    ("letters", "says"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'e0\'f6\'e8\'e5\'ed\'f2}", "Пациент"),
        (rb"{\rtf1{\fonttbl{\f0\fcharset128 Gothic;}}\f0 \'95\'61}", "病"),
        (rb"{\rtf1 \uc0\u-10179\u-8704 }", "\U0001f600"),
        (rb"{\rtf1 a\uc2\u8364 xyz}", "a€z"),
        (rb"{\rtf1 {\*\x \u8364}Stuff}", "Stuff"),
        (rb"{\rtf1 {\loch\*\cs7 shown}}", "shown"),
        (rb"{\rtf1 {\shp{\*\shpinst{\shptxt once}}{\shprslt{\*\do{\dptxbxtext once}}}}}", "once"),
        (rb"{\rtf1 {\*\unknown secret}{\v hidden}shown}", "shown"),
        (rb"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}}", "a link"),
        (rb"{\rtf1 {\pict\bin9 }}}}}}}}}}after}", "after"),
    ],
)
def test_letters_of_rich_text(letters: bytes, says: str) -> None:
    assert told(contents(rich_text.read, letters)).strip() == says


def test_an_opendocument_text_shows_what_its_program_shows() -> None:
    found = contents(open_document.read, pages.an_odt())
    lines = ["Born 1961-03-14", "Pathology report", "Margin ≤ 1 mm  10^9,  new[1]", "• one", "Hemoglobin | 12.1"]
    assert told(found).split("\n") == [*lines, "[1] A note."]
    assert found.pictures == (made.a_png(),)
    assert tables(found) == [[["Hemoglobin", "12.1"]]]
    assert last(pages.an_odt()).kind == "odt"


def test_an_old_word_file_shows_what_word_shows() -> None:
    found = contents(old_word.read, compound.an_old_word_file())
    assert [plain(block.runs) for block in found.blocks if isinstance(block, Text)] == [
        "Pathology report", "Margin ≤ 1 mm, 10^9/L  new", "See the link.",
    ]  # fmt: skip
    assert tables(found) == [[["Hemoglobin", "12.1"]]]
    assert found.lost == {"changes"}


def test_lists_and_footnotes_of_an_old_word_file_are_marked() -> None:
    runs = [("Seen", b""), ("\x02", compound.SPECIAL), (".\r", b""), ("one\r", b"")]
    found = contents(old_word.read, compound.an_old_word_file(runs, listed=("one\r",)))
    assert [plain(block.runs) for block in found.blocks if isinstance(block, Text | Item)] == ["Seen[1].", "one"]
    assert isinstance(found.blocks[1], Item)


@pytest.mark.parametrize(
    "data",
    [compound.a_locked_old_word_file(), compound.an_old_workbook(), compound.an_old_word_file(version=0x65)],
    ids=["locked", "a sheet", "too old"],
)
def test_compound_files_that_cannot_be_read_have_their_way_out(data: bytes) -> None:
    assert (last(data).state, last(data).kind) == ("unknown_kind", "office")


def test_a_workbook_shows_its_values_as_they_are_formatted() -> None:
    found = contents(workbook.read, pages.a_workbook())
    assert tables(found) == [
        [
            ["Test", "Value", "Unit", "Date"],
            ["Hemoglobin", "12.1", "g/dL", "2026-03-12"],
            ["Ki-67", "30%", "", "2026-03-12"],
        ]
    ]
    assert found.lost == {"hidden"}
    assert "hidden value" not in told(found)


def test_hidden_rows_and_columns_are_left_out() -> None:
    found = contents(workbook.read, pages.a_workbook_with_hidden_cells())
    assert tables(found) == [[["Test", "Unit"], ["Hemoglobin", "g/dL"]]]
    assert "hidden" in found.lost


def test_formulas_without_a_result_are_named() -> None:
    assert "formulas" in contents(workbook.read, pages.a_workbook_of_formulas()).lost


@pytest.mark.parametrize(
    ("value", "how", "shown"),
    [
        (12.1, "General", "12.1"),
        (0.1 + 0.2, "General", "0.3"),
        (12, "0.00", "12.00"),
        (0.305, "0.0%", "30.5%"),
        (1234.5, "#,##0.0", "1234.5"),
        (5, '0" mg"', "5 mg"),
        (1.5, "[Red]weird", "1.5"),
        (2.5, "0.0##", "2.5"),
    ],
)
def test_numbers_of_sheets(value: float, how: str, shown: str) -> None:
    assert number(value, how) == shown


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_values_parted_by_a_mark_are_a_table(mark: str) -> None:
    data = pages.a_table_of_values(mark)
    assert tables(contents(values.read, data))[0][:2] == [["Test", "Value", "Unit"], ["Test 0", "0.10", "g/dL"]]
    assert (last(data).state, last(data).kind) == ("readable", "csv")


@pytest.mark.parametrize(
    "text",
    [
        'Day,Test,Value,Note\n2026-03-13,Hb,11.2,"low;\nagain in 2 weeks"\n2026-03-13,Na,140,"one, two,\nthree"\n',
        "sep=;\r\nTest;Value;Unit\r\nHb;11,2;g/dL\r\nNa;140;mmol/L\r\n",
        "Jane Doe\nResults of 2026\n\nTest,Value,Unit\nHb,11.2,g/dL\nNa,140,mmol/L\n",
    ],
)
def test_a_table_of_values_is_one_with_what_programs_put_around_it(text: str) -> None:
    shown = tables(contents(values.read, text.encode()))
    assert len(shown) == 1
    assert [{"Hb", "Na"} & {*row} for row in shown[0]] == [set(), {"Hb"}, {"Na"}]
    assert "sep=" not in str(shown)


def test_sentences_are_no_table() -> None:
    letter = (
        "Dear Jane,\nthe scan, the labs, and the letter are here.\nCall us, write us, or come in.\nYours, A, B, C\n"
    )
    assert (last(letter.encode()).state, last(letter.encode()).kind) == ("readable", "text")


def test_markdown_stays_the_text_that_people_read() -> None:
    assert (last(pages.a_markdown()).state, last(pages.a_markdown()).kind) == ("readable", "text")


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (b"{\\rtf1", "unreadable"),
        (b"{\\rtf1" + b"{" * 100_000, "unreadable"),
        (pages.an_odt("<text:p>" * 300 + "</text:p>" * 300), "unreadable"),
        (pages.an_odt(more={"content.xml": b"<x>"}), "unreadable"),
        (discs.a_spreadsheet(), "unreadable"),
        (compound.an_old_word_file()[:5000], "unreadable"),
    ],
)
def test_torn_and_hostile_files_end_in_one_verdict(data: bytes, state: str) -> None:
    assert [found.state for found in examine(data)] == [state]


def test_a_text_that_multiplies_is_over_the_limit() -> None:
    assert last(pages.an_odt_that_multiplies()).state == "over_limit"
