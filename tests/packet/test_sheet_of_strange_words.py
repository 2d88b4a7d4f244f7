"""Whatever is written is on the one-page sheet as it was written, and what cannot be set is a clear error."""

import asyncio

import pytest

from bot.papers.page import PageFailed
from bot.papers.sheet import make_sheet
from tests.packet.sheets import a_letter, a_sheet, read, words_of


@pytest.mark.parametrize(
    "hostile",
    [
        '#import "@preview/evil:1.0.0": *',
        "#panic()",
        '#read("/etc/passwd")',
        "$x^2$ and $ alone",
        "a \\ backslash \\u{41} \\",
        "*bold* _emphasis_ `raw` ~tilde",
        "= heading",
        "- list + enumeration / term: x",
        "<label> @reference [content] {code}",
        "// comment /* block */",
        "https://example.org/ 'quotes' \"double\" -- --- ...",
        "</script>&amp;<b>",
        "{{ sheet }} %s %(name)s",
    ],
)
async def test_hostile_words_stand_there_as_they_are(hostile: str) -> None:
    sheet = a_sheet(
        title=hostile, name=hostile, letter=a_letter(hostile, hostile), disclaimers=[hostile], page_label=hostile,
        sections=[{"heading": hostile, "items": [{"title": hostile, "note": hostile}], "empty": hostile}],
    )  # fmt: skip
    squeezed = "".join((await words_of(sheet)).split())
    assert squeezed.count("".join(hostile.split())) >= 8


@pytest.mark.parametrize(
    "strange",
    [
        "😀 👩🏽‍⚕️ 🏳️‍🌈",
        "漢字 かな 한글",
        "العربية עברית हिन्दी ไทย",
        "\u202eright to left\u202c \u200f\u2066",
        "half a character \ud83d and \udc00",
        "null \x00 bell \x07 escape \x1b next line \x85",
        "\ufffe\uffff\U0010ffff\ue000\ufeff\u00ad\u2028\u2029",
        "Z̸̢̛a̶l̷g̴o̵" * 20,
        "W" * 300,
    ],
    ids=[
        "emoji",
        "east asian",
        "other scripts",
        "direction",
        "halves",
        "controls",
        "no characters",
        "stacked",
        "one word",
    ],
)
async def test_strange_characters_never_stop_the_sheet(strange: str) -> None:
    sheet = a_sheet(title=strange[:64], name=strange[:64], letter=a_letter(strange, strange), disclaimers=[strange])
    assert "What I ask" in await words_of(sheet)


async def test_ordinary_letters_of_other_languages_are_shown() -> None:
    name = "José Núñez Łukasz Çelik Øystein Ștefan Дмитрий Ελένη"
    assert name in await words_of(a_sheet(name=name))


async def test_a_very_long_word_stays_on_the_page() -> None:
    text = (await read(a_sheet(letter=a_letter("Q" * 500, "Z" * 300)))).pages[0].extract_text()
    assert (text.count("Q"), text.count("Z")) == (500, 300)
    # A line of the page's width holds about 50 capitals in the largest type, and 80 in the smallest.
    assert all(line.count("Q") <= 80 and line.count("Z") <= 80 for line in text.splitlines())


@pytest.mark.parametrize("missing", ["title", "letter", "sections", "disclaimers"])
async def test_a_missing_key_is_a_clear_error(missing: str) -> None:
    sheet = a_sheet()
    del sheet[missing]
    with pytest.raises(PageFailed):
        await make_sheet(sheet)


@pytest.mark.parametrize("language", ["", "english", "e1", "#x"])
async def test_a_language_that_is_none_is_a_clear_error(language: str) -> None:
    with pytest.raises(PageFailed, match="language"):
        await make_sheet(a_sheet(language=language))


async def test_no_error_repeats_a_word_of_the_patient() -> None:
    with pytest.raises(PageFailed) as caught:
        await make_sheet({"language": "en", "title": "CANARY"})
    assert "CANARY" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_sheets_made_side_by_side_do_not_mix() -> None:
    found = await asyncio.gather(*(words_of(a_sheet(name=f"Patient {number}")) for number in range(4)))
    assert all(f"Patient {number}" in words for number, words in enumerate(found))
