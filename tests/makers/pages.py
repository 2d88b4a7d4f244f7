"""Makers of what people save and write: web pages, letters of other programs, sheets; all of nobody."""

from __future__ import annotations

import base64
import datetime
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import openpyxl  # type: ignore[import-untyped]

from tests.makers.discs import with_a_false_size
from tests.makers.made import a_png, zipped

PAGE = """<h1>Pathology report</h1><p>Patient: Ana Q. Example &middot; Margin &le; 1&nbsp;mm</p>
<table><thead><tr><th>Test</th><th>Value</th></tr></thead><tr><td>Hemoglobin</td><td>12.1 g/dL</td></tr>
<tr><td>Platelets</td><td>140 x 10<sup>9</sup>/L</td></tr></table><ul><li>one<li>two</ul>"""


def a_web_page(body: str = PAGE, title: str = "Your results") -> bytes:
    """A page as a browser saves it, with what runs in it and leads elsewhere."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>
<style>p {{ color: red }}</style><script>var x = "<p>run</p>";</script></head>
<body><nav><a href="/">Home</a></nav>{body}<script>go()</script></body></html>""".encode()


def a_web_page_with_a_picture() -> bytes:
    """A page with a picture in it, and one elsewhere."""
    inside = base64.b64encode(a_png()).decode()
    return a_web_page(f"{PAGE}<img src='data:image/png;base64,{inside}'><img src='logo.png'>")


def a_page_of_layout_tables() -> bytes:
    """A page arranged by tables in tables, as portals and mails are."""
    return a_web_page(f"<table><tr><td>left</td><td><table><tr><td>{PAGE}</td></tr></table></td></tr></table>")


def a_page_of_hidden_things() -> bytes:
    """A page of which a part is not shown."""
    return a_web_page(f"{PAGE}<div style='display:none'>secret menu</div><p hidden>another</p>")


def an_arabic_page() -> bytes:
    """A page from right to left."""
    rows = "<tr><th>الفحص</th><th>القيمة</th></tr><tr><td>الهيموغلوبين</td><td>12.1 g/dL</td></tr>"
    return a_web_page(f"<h1>تقرير علم الأمراض</h1><p>اسم المريض: آنا</p><table>{rows}</table>", "نتائج")


def a_shell_of_a_page() -> bytes:
    """A page that says nothing until a browser runs it."""
    return b"<!DOCTYPE html><html><head><script src='app.js'></script></head><body><div id='root'></div></body></html>"


RICH = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset2 Symbol;}}"
    r"{\colortbl;\red0\green0\blue0;}{\info{\author Nobody}}{\header\pard Born 1961-03-14\par}"
    r"\pard Margin \f1\'a3\f0  1 mm, caf\'e9, \u8805?30 %, 10{\super 9}/L\par "
    r"{\strike old}{\deleted gone} new{\footnote A note.}\par "
    r"\trowd\cellx2000\cellx4000\pard\intbl Hemoglobin\cell 12.1\cell\row"
    r"\trowd\cellx2000\cellx4000\pard\intbl Platelets\cell 140\cell\row\pard After.\par "
)


def a_rich_text(more: str = "") -> bytes:
    """A letter in rich text, with a head, a footnote, a table, a struck word, and one that was deleted."""
    return (RICH + more + "}").encode()


def a_rich_text_with_a_picture() -> bytes:
    """Rich text with a picture, and a drawing that only its program shows."""
    return a_rich_text(r"{\pict\pngblip " + a_png().hex() + r"}{\pict\wmetafile8 0102}")


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_NAMES = (
    f'xmlns:office="{_OFFICE}" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
ODT_BODY = (
    '<text:h text:outline-level="1">Pathology report</text:h>'
    '<text:p>Margin ≤ 1 mm<text:s text:c="2"/>10<text:span text:style-name="up">9</text:span>, '
    '<text:span text:style-name="out">old</text:span> new<text:note><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
    "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Hemoglobin</text:p></table:table-cell>"
    "<table:table-cell><text:p>12.1</text:p></table:table-cell></table:table-row></table:table>"
    '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame></text:p>'
)
_STYLES = (
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="out"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)


def an_odt(body: str = ODT_BODY, more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A text of LibreOffice, with a head, a footnote, a table and a picture."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    head = "<style:master-page><style:header><text:p>Born 1961-03-14</text:p></style:header></style:master-page>"
    styles = (
        f"<office:document-styles {_NAMES}><office:master-styles>{head}</office:master-styles></office:document-styles>"
    )
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    return zipped({**parts, "styles.xml": styles.encode(), "Pictures/1.png": a_png(), **more})


def an_ods() -> bytes:
    """A sheet of LibreOffice, which nobody here reads."""
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})


def an_odt_that_multiplies() -> bytes:
    """A text with a part that says it unpacks to gigabytes."""
    return with_a_false_size(an_odt(), 4_000_000_000)


ROWS: Sequence[Sequence[Any]] = (
    ("Test", "Value", "Unit", "Date"),
    ("Hemoglobin", 12.1, "g/dL", datetime.date(2026, 3, 12)),
    ("Ki-67", 0.3, "", datetime.date(2026, 3, 12)),
)


def a_workbook(rows: Sequence[Sequence[Any]] = ROWS) -> bytes:
    """A workbook with a sheet of values, one of them in per cent, and a sheet that is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Labs"
    for row in rows:
        sheet.append(list(row))
    if len(rows) > 2:
        sheet["B3"].number_format = "0%"
    hidden = book.create_sheet("Secret")
    hidden.append(["hidden value"])
    hidden.sheet_state = "hidden"
    return _saved(book)


def a_workbook_with_hidden_cells() -> bytes:
    """A workbook of which a row and a column are not shown."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Test", "Value", "Unit"), ("secret", 1, "x"), ("Hemoglobin", 12.1, "g/dL")):
        sheet.append(list(row))
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    return _saved(book)


def a_workbook_of_formulas() -> bytes:
    """A workbook whose program never reckoned what its formulas say."""
    return a_workbook([("Test", "Value"), ("Sum", "=1+1")])


def a_wide_workbook(columns: int = 60) -> bytes:
    """A workbook that is wider than any paper."""
    return a_workbook([[f"Column {number}" for number in range(columns)], list(range(columns))])


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_table_of_values(mark: str = ",", rows: int = 5) -> bytes:
    """Values of a lab as a program exports them."""
    lines = [("Test", "Value", "Unit"), *((f"Test {number}", f"{number}.10", "g/dL") for number in range(rows))]
    return "".join(mark.join(line) + "\r\n" for line in lines).encode()


def a_markdown() -> bytes:
    """A note with signs for headings and lists, which people read as it is."""
    return b"# Visit\n\n* asked about trials\n* margin 1 mm\n\n| Test | Value |\n|---|---|\n| Hb | 12.1 |\n"
