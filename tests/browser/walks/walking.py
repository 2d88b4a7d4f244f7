"""What somebody does on the page: taps, writes, sends papers; and the pictures of the README."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.makers import made

PROJECT = Path(__file__).resolve().parents[3]
PICTURES = os.environ.get("PICTURES", "")
"""A folder for the README's pictures; `make pictures` sets it."""
PAPERS = tomllib.loads((PROJECT / "benchmarks" / "walks.toml").read_text(encoding="utf-8"))["paper"]
PATIENCE = 120_000
"""Milliseconds: a machine that is busy with other work needs many of them."""
SAID_BY_BOT = "[data-testid=message][data-from=bot]"
DOCUMENT = f"{SAID_BY_BOT}[data-kind=document]"
PILE = (
    ("pathology", "biopsy.pdf"),
    ("imaging_reports", "ct chest.pdf"),
    ("treatment_plan", "plan dr lee.pdf"),
    ("labs", "blood.pdf"),
    ("medications", "medicines.pdf"),
)


def button(page: Page, data: str) -> Locator:
    return page.locator(f'[data-data="{data}"]').last


async def taps(page: Page, data: str, then: str) -> None:
    await button(page, data).click()
    await expect(button(page, then)).to_be_visible()


async def begins_anew(page: Page) -> None:
    """Until the dialog has closed, what is chosen beside it is chosen for the one who leaves."""
    asked = page.get_by_role("dialog")
    await page.get_by_role("button", name="Begin anew").click()
    await asked.get_by_role("button", name="Begin anew").click()
    await expect(asked).to_be_hidden()


async def writes(page: Page, text: str, then: str) -> None:
    said = page.locator(SAID_BY_BOT)
    before = await said.count()
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")
    await expect(said.nth(before)).to_be_visible()
    await expect(button(page, then)).to_be_visible()


async def picture(page: Page, name: str, height: int = 860) -> None:
    if PICTURES:
        await page.set_viewport_size({"width": 1180, "height": height})
        await page.get_by_test_id("messages").evaluate("list => list.scrollTo(0, list.scrollHeight)")
        await page.screenshot(path=f"{PICTURES}/{name}.png", animations="disabled")


def paper(record: str, name: str) -> FilePayload:
    """An invented report that says what it is."""
    title, *lines = PAPERS[record].split("\n")
    text = "\n".join((title, "Patient: Ana Example", "Date: 28 October 2026", *lines))
    return FilePayload(name=name, mimeType="application/pdf", buffer=made.a_printed_pdf(text))
