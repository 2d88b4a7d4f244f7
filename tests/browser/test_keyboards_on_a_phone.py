"""The buttons below a message as a phone shows them: whole, in their rows, and read in full."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.road import PHONE, asks
from tests.telegram import Patient, RehearsalServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LONG = "Remind me again a week before the visit."
BOARDS: dict[str, list[list[str]]] = {
    "a month": [
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        *[[str(day + 7 * week) for day in range(1, 8)] for week in range(4)],
    ],
    "days in full": [["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
    "eight in a row": [["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]],
    "long labels, one, two, three and seven in a row": [[LONG], [LONG] * 2, [LONG] * 3, [LONG] * 7],
    "one long word": [["Halbjahresverlaufskontrolluntersuchungen"], ["Donaudampfschifffahrtsgesellschaftskasse"] * 3],
    "one short button beside a long one": [["OK", LONG]],
}
MEASURED = """keys => keys.map(key => {
  const box = key.getBoundingClientRect();
  const labels = [...key.querySelectorAll('.label')].map(label => {
    const style = getComputedStyle(label), range = document.createRange();
    range.selectNodeContents(label);
    const place = label.getBoundingClientRect();
    return {
      inside: place.left >= box.left && place.right <= box.right && place.top >= box.top && place.bottom <= box.bottom,
      clips: style.overflow === 'hidden',
      lines: new Set([...range.getClientRects()].map(line => Math.round(line.top))).size,
      width: place.width,
      height: place.height,
    };
  });
  return { text: key.textContent, left: box.left, right: box.right, width: box.width, height: box.height, labels };
})"""


@pytest.mark.parametrize("said", ["When is it?", "a longer question " * 9])
async def test_no_keyboard_breaks_on_a_phone(page: Page, server: RehearsalServer, ana: Patient, said: str) -> None:
    await page.set_viewport_size(PHONE)
    for board in BOARDS.values():
        rows = [[{"text": text, "callback_data": "x"} for text in row] for row in board]
        await asks(server, "sendMessage", chat_id=ana.id, text=said, reply_markup={"inline_keyboard": rows})
        keys = page.get_by_test_id("message").last.locator(".key")
        await expect(keys).to_have_count(sum(map(len, rows)))
        await expect(keys.first).to_have_text(board[0][0])
        for scrolls in ("html", "#messages"):
            assert await page.locator(scrolls).evaluate("each => each.scrollWidth <= each.clientWidth")
        measured = await keys.evaluate_all(MEASURED)
        for row in rows:
            whole_in_its_row(measured[: len(row)])
            measured = measured[len(row) :]


def whole_in_its_row(keys: list[dict[str, Any]]) -> None:
    widths = [key["width"] for key in keys]
    assert max(widths) - min(widths) <= 1, "a row is shared equally"
    for key in keys:
        [label] = key["labels"]
        assert key["left"] >= 0
        assert key["right"] <= PHONE["width"]
        assert label["inside"], key
        assert label["clips"], key
        assert label["lines"] <= 4, key
        assert key["width"] >= 36, key
        assert len(key["text"]) / label["lines"] > 1.5 or len(key["text"]) == 1, "never one letter a line"


@pytest.mark.parametrize("board", ["a month", "eight in a row"])
async def test_days_and_years_are_read_in_full_on_a_phone(
    page: Page, server: RehearsalServer, ana: Patient, board: str
) -> None:
    await page.set_viewport_size(PHONE)
    rows = [[{"text": text, "callback_data": "x"} for text in row] for row in BOARDS[board]]
    await asks(server, "sendMessage", chat_id=ana.id, text="When?", reply_markup={"inline_keyboard": rows})
    await expect(page.locator(".key .label")).to_have_count(sum(map(len, rows)))
    cut = "labels => labels.filter(label => label.scrollWidth > label.clientWidth).map(label => label.textContent)"
    assert await page.locator(".key .label").evaluate_all(cut) == []
