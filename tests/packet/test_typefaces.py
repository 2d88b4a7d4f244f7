"""Names in any script: printed where there is a typeface, and as code points where there is none; never as a box."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import pytest
import typst
from pypdf import PdfReader

from bot.doctor.machine import of_the_typefaces
from bot.papers import typefaces
from bot.papers.letters import back_paper
from bot.papers.page import typeset_and_told
from bot.papers.papers import telling_of_letters
from bot.papers.press import Press
from bot.papers.typefaces import ADDED, ALWAYS, SCRIPTS, Shapes, drawn_by, fonts, printed_here, spelled, unprinted
from tests.makers import made
from tests.packet.desk import Desk, squeezed

NOBODYS = "\U0001f9ff\u1d25"
"""A picture and a letter of a phonetic alphabet: no typeface of names has them, whatever is installed."""


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return drawn_by(typst.Compiler(root=typefaces._FOLDER, font_paths=fonts()))


@pytest.fixture(scope="module")
def nowhere(shapes: Shapes) -> str:
    """A letter that is surely not to be had here."""
    found = unprinted("\ua4d0\U00016a40\U0001e900" + NOBODYS, shapes)
    assert found, "a typeface has everything"
    return found[0]


def test_names_in_the_scripts_of_every_bot_are_printed() -> None:
    assert not [script for script, printed in printed_here().items() if script in ALWAYS and not printed]


def test_a_letter_without_a_typeface_is_found_among_others_and_each_once(shapes: Shapes, nowhere: str) -> None:
    assert unprinted(f"Jane {nowhere} Łucja {nowhere}{nowhere} Ж ≤ µ", shapes) == nowhere
    assert unprinted("", shapes) == unprinted("Jane Doe, née Ő", shapes) == ""


def test_marks_go_with_the_letters_of_their_alphabet(shapes: Shapes) -> None:
    tamil = SCRIPTS["Tamil"]
    assert set(unprinted(f"Jane e\u0301 {tamil}", shapes)) == (set() if printed_here()["Tamil"] else set(tamil))


def test_a_sign_of_nobodys_is_no_box_either(shapes: Shapes) -> None:
    assert unprinted("\uf0b7 point", shapes) == "\uf0b7"


def test_what_is_not_looked_for_is_surely_there(shapes: Shapes, monkeypatch: pytest.MonkeyPatch) -> None:
    sure = [chr(code) for code in range(0x20, 0x2100) if typefaces._SURELY.fullmatch(chr(code))]
    sure = [each for each in sure if unicodedata.category(each)[0] not in "CZ"]
    assert len(sure) > 400
    monkeypatch.setattr(typefaces, "_SURELY", re.compile("(?!)"))
    assert unprinted("".join(sure), shapes) == ""


def test_a_letter_stands_as_its_code_point_wherever_it_was_written() -> None:
    words = {"name": "李 Li", "rows": [["中文", 3], ("plain",)], "flag": True}
    assert spelled(words, "李中文") == {
        "name": "U+674E  Li",
        "rows": [["U+4E2D U+6587 ", 3], ["plain"]],
        "flag": True,
    }


def test_the_press_notes_what_it_could_not_print(nowhere: str) -> None:
    press = Press()
    words = {"language": "en", "paper": "a4", "note": "", "lines": [f"Dr {nowhere} Example"]}
    text = "".join(page.extract_text() for page in press.plain_words(words).pages)
    assert f"U+{ord(nowhere):04X}" in text
    assert press.unprinted == {nowhere}


async def test_a_packet_says_which_letters_it_could_not_print_and_is_made_all_the_same(
    desk: Desk, nowhere: str
) -> None:
    desk.keep(made.a_pdf())
    desk.case = replace(desk.case, name=f"Jane {nowhere}")
    packet = await desk.build()
    assert packet.built.unprinted == nowhere
    assert f"Jane U+{ord(nowhere):04X}" in packet.texts[0]
    assert f"U+{ord(nowhere):04X}" in packet.texts[-1], "in the stamp too"
    assert "/StructTreeRoot" in packet.reader.root_object, "and it keeps its tags"


async def test_a_page_says_which_letters_it_could_not_print(nowhere: str) -> None:
    words = {"language": "en", "title": f"Dr {nowhere}", "intro": "", "parts": [], "foot": ""}
    page, letters = await typeset_and_told("back", words)
    assert letters == nowhere
    assert f"U+{ord(nowhere):04X}" in squeezed(PdfReader(io.BytesIO(page)).pages[0].extract_text())


async def test_where_code_points_would_not_fit_on_the_page_it_is_made_all_the_same(nowhere: str) -> None:
    words = {"language": "en", "title": "Dr Example", "intro": f"{nowhere} " * 1500, "parts": [], "foot": ""}
    page, letters = await typeset_and_told("back", words)
    assert letters == nowhere
    assert "? ? ?" in PdfReader(io.BytesIO(page)).pages[0].extract_text()


async def test_whoever_gets_such_a_page_is_told_and_nobody_else_is(nowhere: str) -> None:
    told: list[tuple[int, str]] = []

    async def tell(chat_id: int, letters: str) -> None:
        told.append((chat_id, letters))

    make = telling_of_letters(back_paper, tell)
    for title in ("Dr Example", f"Dr {nowhere}"):
        words = {"language": "en", "title": title, "intro": "", "parts": [], "foot": ""}
        assert (await make(7, {"file_name": "page.pdf", "back": words})).files
    assert told == [(7, nowhere)]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_is_said_to_be_printed_is(script: str, shapes: Shapes) -> None:
    assert printed_here()[script] == (not unprinted(SCRIPTS[script], shapes))


@pytest.mark.parametrize(
    ("lost", "level", "advice"),
    [(("Hebrew",), "wrong", "make setup"), (("Thai", "Korean"), "note", "make setup"), (ADDED, "note", "make fonts")],
    ids=lambda each: "-".join(each) if isinstance(each, tuple) else each,
)
def test_the_doctor_names_what_is_printed_and_how_the_rest_is_had(
    lost: tuple[str, ...], level: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.doctor.machine.printed_here", lambda: {each: each not in lost for each in SCRIPTS})
    (finding,) = of_the_typefaces()
    assert finding.level == level
    here, _, missing = finding.line.partition(";")
    assert all((each in missing) == (each in lost) != (each in here) for each in SCRIPTS)
    assert advice in missing


def test_the_doctor_names_what_is_printed_where_all_of_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.doctor.machine.printed_here", lambda: dict.fromkeys(SCRIPTS, True))
    (finding,) = of_the_typefaces()
    assert (finding.level, "make" in finding.line) == ("note", False)
    assert all(each in finding.line for each in SCRIPTS)


@pytest.mark.parametrize("name", ["પટેલ", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "ಕನ್ನಡ", "മലയാളം", "ଓଡ଼ିଆ", "නිමල් පෙරේරා", "ສົມຊາຍ", "အောင်မြင့်"])
def test_a_script_that_is_printed_is_said_to_be(name: str, shapes: Shapes) -> None:
    """What comes with the bot is listed, so that an operator can know it before a patient asks."""
    assert not unprinted(name, shapes)
    assert unicodedata.name(name[0]).split()[0] in {unicodedata.name(each[0]).split()[0] for each in SCRIPTS.values()}
