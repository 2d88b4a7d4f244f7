"""A Word file is shown as it says: signs, powers, struck words, heads and notes; what is lost has a name."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from bot.kinds.blocks import Run
from bot.kinds.every import examine
from bot.kinds.findings import Finding
from bot.kinds.word_shapes import Paragraph
from bot.kinds.word_text import words_of
from tests.makers import made

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def a_file(body: str, names: str = W, main: str = "word/document.xml", **parts: bytes | str) -> bytes:
    """A Word file; parts are named as in the archive, "word__header1.xml" for "word/header1.xml"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(main, f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def lines(data: bytes) -> list[str]:
    return [each.text for each in words_of(data).paragraphs]


def lost(data: bytes) -> tuple[str, ...]:
    return words_of(data).lost


def found(data: bytes) -> Finding:
    return list(examine(data))[-1]


def symbol(number: str, font: str = "Symbol") -> str:
    return f"<w:r><w:sym w:font='{font}' w:char='{number}'/></w:r>"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (p(run("margin "), symbol("F0A3"), run(" 1 mm, 50 "), symbol("F06D"), run("g")), "margin ≤ 1 mm, 50 μg"),
        (p(run("dose 50 "), run("m", "<w:rFonts w:ascii='Symbol'/>"), run("g")), "dose 50 μg"),
        (p(run("width \uf0b3 3")), "width ≥ 3"),
        (p(symbol("FE", "Wingdings"), run(" smoker "), symbol("A8", "Wingdings"), run(" never")), "☑ smoker ☐ never"),
        (p(run("Ki-67 "), "<m:oMath><m:r><m:t>≥ 30 %</m:t></m:r></m:oMath>"), "Ki-67 ≥ 30 %"),
        (
            p(
                "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>14</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            "(3)/(14)",
        ),
        (p(run("140 x 10"), run("9", "<w:vertAlign w:val='superscript'/>"), run("/L")), "140 x 10^9/L"),
        (p(run("HER2 "), run("positive", "<w:strike/>"), run(" negative")), "HER2  negative"),
        (p(run("not struck", "<w:strike w:val='0'/>")), "not struck"),
        (p("<w:ins>" + run("new") + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), "new"),
        (p("<w:hyperlink>" + run("a link") + "</w:hyperlink>"), "a link"),
        (p(run("seen", "<w:vanish/>"), run("shown")), "shown"),
        (
            p(
                "<w:r><w:ffData/><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
            ),
            "☒",
        ),
    ],
)
def test_what_a_reader_of_the_file_sees_is_in_its_words(body: str, line: str) -> None:
    assert lines(a_file(body)) == [line]


def test_struck_words_and_powers_keep_their_look() -> None:
    (paragraph,) = words_of(
        a_file(p(run("a", "<w:dstrike/>"), run("2", "<w:vertAlign w:val='subscript'/>")))
    ).paragraphs
    assert paragraph == Paragraph((Run("a", "struck"), Run("2", "lowered")))


def test_heads_notes_and_feet_are_there_once_each() -> None:
    head = f"<w:hdr {W}>{p(run('Jane Q. Example, born 1961-03-14'))}</w:hdr>"
    notes = f"<w:footnotes {W}><w:footnote w:id='2'>{p(run('Specimen insufficient.'))}</w:footnote></w:footnotes>"
    foot = f"<w:ftr {W}>{p(run('Page of 3'))}</w:ftr>"
    data = a_file(
        p(run("Body."), "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        word__header1_xml="",
        **{
            "word__header1.xml": head,
            "word__header2.xml": head,
            "word__footnotes.xml": notes,
            "word__footer1.xml": foot,
        },
    )
    placed = [(each.place, each.text) for each in words_of(data).paragraphs]
    assert placed == [
        ("head", "Jane Q. Example, born 1961-03-14"),
        ("", "Body.[2]"),
        ("note", "[2] Specimen insufficient."),
        ("foot", "Page of 3"),
    ]


def test_a_table_in_a_table_says_its_cells_once() -> None:
    def cell(inside: str) -> str:
        return f"<w:tc>{inside}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p(run('140')))}{cell(p(run('G/L')))}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{cell(p(run('Platelets')))}{cell(inner + p())}</w:tr></w:tbl>"
    assert lines(a_file(table)) == ["Platelets | 140 | G/L"]


def test_numbers_of_lists_are_counted() -> None:
    levels = "".join(
        f"<w:lvl w:ilvl='{n}'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for n, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "%2)")])
    )
    lists = f"<w:numbering {W}><w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>"
    lists += "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num></w:numbering>"

    def item(text: str, level: int) -> str:
        return p(run(text), properties=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr>")

    body = item("one", 0) + item("first", 1) + item("second", 1) + item("two", 0) + item("again", 1)
    data = a_file(body, **{"word__numbering.xml": lists})
    assert lines(data) == ["1. one", "a) first", "b) second", "2. two", "a) again"]


@pytest.mark.parametrize(
    ("body", "parts", "loss"),
    [
        ("<w:p><w:r><w:drawing/></w:r></w:p>", {}, "pictures"),
        (p(run("a"), "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"), {}, "changes"),
        ("<w:altChunk r:id='1'/>" + p(run("a")), {}, "parts"),
        (p(run("a"), symbol("F0E1", "Webdings")), {}, "signs"),
        (
            p(run("a")),
            {"word__comments.xml": f"<w:comments {W}><w:comment>{p(run('x'))}</w:comment></w:comments>"},
            "comments",
        ),
    ],
)
def test_what_is_lost_has_a_name_and_is_remarked_at_arrival(body: str, parts: dict[str, str], loss: str) -> None:
    data = a_file(body, **parts)
    assert lost(data) == (loss,)
    assert f"lost_{loss}" in found(data).remarks


def test_a_file_that_loses_nothing_says_nothing() -> None:
    assert found(made.a_word_file()).remarks == ()


@pytest.mark.parametrize("names", [W, STRICT])
def test_both_namespaces_of_the_standard_are_read(names: str) -> None:
    assert lines(a_file(p(run("Strict")), names)) == ["Strict"]


def test_the_document_may_be_called_otherwise() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f"<Relationships><Relationship Id='1' Type='{kind}' Target='/word/document2.xml'/></Relationships>"
    data = a_file(p(run("Here")), main="word/document2.xml", **{"_rels__.rels": relations})
    assert lines(data) == ["Here"]
    assert (found(data).state, found(data).kind) == ("readable", "docx")


def a_file_with_a_picture(text: str = "") -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relations = f"<Relationships><Relationship Id='rId4' Type='{kind}' Target='media/image1.png'/></Relationships>"
    drawing = "<w:r><w:drawing><a:blip r:embed='rId4'/></w:drawing></w:r>"
    parts: dict[str, Any] = {"word___rels__document.xml.rels": relations, "word__media__image1.png": made.a_png()}
    return a_file(p(run(text), drawing), **parts)


def test_pictures_that_can_be_drawn_are_not_lost() -> None:
    words = words_of(a_file_with_a_picture("See below."))
    assert words.pictures == ("word/media/image1.png",)
    assert words.lost == ()


def test_a_box_of_text_that_is_written_in_two_ways_is_read_once() -> None:
    box = f"<w:txbxContent>{p(run('In a box'))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
    )
    data = a_file(p(run("Beside"), f"<w:r>{both}</mc:Fallback></mc:AlternateContent></w:r>"))
    assert lines(data) == ["Beside", "In a box"]


@pytest.mark.parametrize("body", ["<w:p>" * 300 + "</w:p>" * 300, "<w:p>"])
def test_traps_and_torn_files_are_unreadable(body: str) -> None:
    assert found(a_file(body)).state == "unreadable"
