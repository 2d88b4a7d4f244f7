"""Web pages are read as a browser shows them; what is hidden or lost has a name."""

from __future__ import annotations

import pytest

from bot.kinds import web_page
from bot.kinds.blocks import Heading, Item, plain
from tests.documents.manuscripts import contents, last, tables, told
from tests.makers import made, pages


def test_a_web_page_is_its_words_tables_and_lists() -> None:
    found = contents(web_page.read, pages.a_web_page())
    assert "run" not in told(found)
    assert "Home" not in told(found)
    assert "Margin ≤ 1 mm" in told(found)
    assert tables(found) == [[["Test", "Value"], ["Hemoglobin", "12.1 g/dL"], ["Platelets", "140 x 10^9/L"]]]
    assert [plain(block.runs) for block in found.blocks if isinstance(block, Item)] == ["one", "two"]
    assert plain(next(block.runs for block in found.blocks if isinstance(block, Heading))) == "Your results"


def test_tables_that_only_arrange_a_page_are_looked_through() -> None:
    found = contents(web_page.read, pages.a_page_of_layout_tables())
    assert tables(found)[0][1] == ["Hemoglobin", "12.1 g/dL"]
    assert told(found).index("left") < told(found).index("Pathology report")


def test_what_is_hidden_is_left_out_and_named() -> None:
    found = contents(web_page.read, pages.a_page_of_hidden_things())
    assert "secret" not in told(found)
    assert found.lost == {"hidden"}


def test_pictures_in_a_page_are_shown_and_others_named() -> None:
    found = contents(web_page.read, pages.a_web_page_with_a_picture())
    assert found.pictures == (made.a_png(),)
    assert found.lost == {"pictures"}


@pytest.mark.parametrize(
    "page",
    [
        "<div><span>Potassium</span><span>4</span><span>3.5</span></div>",
        "<div style='display: flex'><b>Potassium</b><i>4</i><i>3.5</i></div>",
        "<lab-row><lab-name>Potassium</lab-name><lab-value>4</lab-value><lab-range>3.5</lab-range></lab-row>",
        "<form><label>Potassium</label><input value='4'><input value='3.5'></form>",
        "<p><span style='display:inline-block'>Potassium</span><span style='float: right'>4</span><em>3.5</em></p>",
    ],
)
def test_values_that_stand_beside_each_other_are_not_one(page: str) -> None:
    found = contents(web_page.read, f"<html><body><h1>Results</h1>{page}</body></html>".encode())
    assert "Potassium 4 3.5" in " ".join(told(found).split())


def test_what_stands_in_a_frame_or_under_a_head_that_unfolds_is_read() -> None:
    page = (
        "<button>Print</button><h3><button>CT CHEST</button></h3><div>No nodule.</div>"
        "<button aria-expanded='false'>CEA 7.9 ng/mL (High)</button><div>Collected in June.</div>"
        "<iframe srcdoc='&lt;p&gt;IMPRESSION: stable.&lt;/p&gt;'></iframe>"
    )
    found = contents(web_page.read, f"<html><body>{page}</body></html>".encode())
    assert told(found).splitlines() == [
        "CT CHEST",
        "No nodule.",
        "CEA 7.9 ng/mL (High)",
        "Collected in June.",
        "IMPRESSION: stable.",
    ]
    assert not found.lost
    gone = contents(web_page.read, b"<html><body><p>Portal</p><iframe src='frame.html'></iframe></body></html>")
    assert gone.lost == {"parts"}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p><span>pa</span><span lang='en'>tient</span></p>", "patient"),
        ("<p>HER<b>2</b> and T<sub>4</sub> and 10<sup>9</sup>/L</p>", "HER2 and T_4 and 10^9/L"),
        ("<p><span>4</span><span>.5 mg</span></p>", "4.5 mg"),
    ],
)
def test_a_word_of_several_elements_is_one(page: str, said: str) -> None:
    assert said in told(contents(web_page.read, f"<html><body>{page}</body></html>".encode()))


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<meta charset='windows-1251'><p>Пациент</p><p>здоров</p>".encode("cp1251"), "Пациент"),
        ("<html><p>Señora</p><br></html>".encode("cp1252"), "Señora"),
        ("\ufeff<html><p>utf-16</p></html>".encode("utf-16-le"), "utf-16"),
        (b"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", "x"),
    ],
)
def test_pages_are_read_in_the_letters_they_declare(page: bytes, says: str) -> None:
    assert says in told(contents(web_page.read, page))


@pytest.mark.parametrize("page", [pages.a_shell_of_a_page(), b"<!DOCTYPE html><p></p>"])
def test_a_page_that_says_nothing_has_its_way_out(page: bytes) -> None:
    assert (last(page).state, last(page).kind) == ("unknown_kind", "web_page")


def test_rows_that_span_others_keep_every_value_in_its_column() -> None:
    page = (
        "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr>"
        "<tr><td>d</td><td>e</td></tr><tr><td colspan=2>f</td><td>g</td></tr></table>"
    )
    assert tables(contents(web_page.read, pages.a_web_page(page)))[0][1:] == [
        ["a", "b", "c"],
        ["", "d", "e"],
        ["f", "", "g"],
    ]
