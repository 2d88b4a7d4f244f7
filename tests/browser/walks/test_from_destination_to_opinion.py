"""From where it goes to what came of it: the packet, its delivery, the opinion, and a page to take back."""

from __future__ import annotations

from urllib.parse import urljoin

import pypdfium2
import pytest
from playwright.async_api import Page, expect

from tests.browser.walks.walking import DOCUMENT, PICTURES, PILE, SAID_BY_BOT, button, paper, picture, taps, writes

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_goes_to_a_hospital_that_we_know_is_followed_until_its_opinion_came(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await taps(page, "welcome/begin", "consent/keep_files")
    await taps(page, "consent/keep_files", "gather/go_on")
    await page.get_by_test_id("files").set_input_files([paper(*each) for each in PILE[:2]])
    await page.get_by_test_id("send-files").click()
    await page.locator('[data-data$="/sorted_yes"]').click()
    await taps(page, "date/not_now", "destination/not_now")
    await writes(page, "md anderson", "destination/go_on")
    card = page.locator(SAID_BY_BOT).filter(has=button(page, "destination/go_on"))
    await expect(card.get_by_text("MD Anderson Cancer Center")).to_be_visible()

    await writes(page, "/packet", "packet/build")
    await page.locator('[data-data*="/patient_yes"]').last.click()
    await button(page, "packet/build").click()
    await expect(page.locator(DOCUMENT)).to_have_count(2)
    await expect(page.locator(DOCUMENT).filter(has_text="Ana Example")).to_have_count(2)

    await page.locator('[data-data$="/deliveries"]').last.click()
    await expect(button(page, "deliveries/sent/packet")).to_be_visible()
    await page.locator('[data-data*="/sent/packet"]').last.click()
    await page.locator('[data-data*="/by/mail"]').last.click()
    await page.locator('[data-data*="/got_it"]').last.click()
    await expect(page.locator('[data-data*="/got_it"]')).to_have_count(0)
    await picture(page, "sent")
    await tells_of_an_opinion_that_differs(page)


async def tells_of_an_opinion_that_differs(page: Page) -> None:
    """It came where no day was ever named; where it differs, there are questions, and a page to take back."""
    await writes(page, "/summary", "aside/afterwards")
    await taps(page, "aside/afterwards", "after/yes")
    await taps(page, "after/yes", "after.outcome/differs")
    await taps(page, "after.outcome/differs", "after.differs/bring/differ_change")
    await taps(page, "after.differs/bring/differ_change", "after.differs/done")
    await expect(button(page, "after.differs/bring/differ_change")).to_have_count(0)
    await writes(page, "Can it wait until March?", "after.differs/done")
    await picture(page, "differs")
    await taps(page, "after.differs/done", "aside/back_page")
    pages = page.locator(DOCUMENT)
    before = await pages.count()
    await button(page, "aside/back_page").click()
    await expect(pages).to_have_count(before + 1)
    address = await pages.last.get_by_role("link").get_attribute("href")
    assert address
    sheet = pypdfium2.PdfDocument(await (await page.request.get(urljoin(page.url, address))).body())[0]
    told = " ".join(sheet.get_textpage().get_text_range().split())
    assert all(words in told for words in ("Ana Example", "MD Anderson Cancer Center", "Can it wait until March?"))
    if PICTURES:
        sheet.render(scale=1.5).to_pil().convert("L").save(f"{PICTURES}/back.png", optimize=True)
