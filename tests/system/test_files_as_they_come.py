"""Files of the real world, from the chat to the vault and back: locked, of many pages, of a disc, in a wrong place."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from pypdf import PdfReader

from tests.looks import greys
from tests.makers import discs, made
from tests.recognition import measuring
from tests.system.running import RunningBot, shows, taps, until
from tests.telegram import Patient, Seen

PASSWORD = "Kanarienvogel 77"


def opens_the_card(person: Patient, number: int = 1) -> Seen:
    person.sends("/files")
    person.waits_for(shows(f"files/look/{number}"))
    return taps(person, f"files/look/{number}", "files.one@1/erase")


def pictures(person: Patient) -> list[Seen]:
    return [message for message in person.bot_messages if message.kind == "photo"]


def suggestion(answer: str) -> Callable[[Seen], bool]:
    """A message that suggests something and offers this answer."""
    return lambda message: bool(_data(message, answer))


def _data(message: Seen, answer: str) -> str:
    data = [button.data or "" for row in message.keyboard for button in row]
    return next((each for each in data if each.startswith("aside/hint/") and each.endswith(f"/{answer}")), "")


def test_a_locked_report_is_opened_by_its_password_and_is_in_the_packet(bot: RunningBot, sending: Patient):
    sending.sends_document("report.pdf", made.a_pdf_locked_by(PASSWORD))
    receipt = sending.waits_for(shows("aside/file/1/password"))
    assert _document(bot)["state"] == "locked"
    taps(sending, "aside/file/1/password", "files.password@1/back")
    sending.sends(PASSWORD)
    until(lambda: _document(bot)["state"] == "readable", "open")
    until(lambda: "Saved: 1 file, 1 page" in _now(sending, receipt).text, "its receipt says so")
    assert not shows("aside/file/1/password")(_now(sending, receipt))
    assert PASSWORD not in [message.text for message in sending.messages]

    sending.sends("/packet")
    sending.waits_for(shows("packet/build"))
    sending.presses("packet/build")
    packet = sending.waits_for(lambda message: message.kind == "document")
    assert made.FICTITIOUS in PdfReader(io.BytesIO(packet.document or b"")).pages[-1].extract_text()


def _document(bot: RunningBot) -> dict[str, Any]:
    return dict(bot.case()["documents"][0])


def _now(person: Patient, message: Seen) -> Seen:
    return next(each for each in person.bot_messages if each.message_id == message.message_id)


def test_the_pages_of_a_file_come_as_pictures_that_show_them(bot: RunningBot, sending: Patient):
    sending.sends_document("report.pdf", made.a_pdf(pages=3))
    until(lambda: bot.kept() == 1, "kept")
    opens_the_card(sending)
    sending.presses("files.one@1/pictures")
    until(lambda: len(pictures(sending)) == 3, "three pictures")
    for message in pictures(sending):
        with Image.open(io.BytesIO(message.document or b"")) as picture:
            assert picture.height > picture.width >= 500
            darkest, lightest = greys(picture)
            assert darkest < 100 < 200 < lightest, "print on paper"


def test_a_disc_is_kept_and_its_card_tells_the_scans_on_it(bot: RunningBot, sending: Patient):
    sending.sends_document("disc.zip", discs.a_disc())
    until(lambda: bot.kept() == 1, "kept")
    until(lambda: _document(bot)["state"] == "readable", "looked at")
    sending.waits_for("Saved: 1 file, 2 scans", seconds=120)
    card = opens_the_card(sending).text
    assert "March 12, 2026" in card
    assert "April 2, 2026" in card


def test_a_report_in_a_wrong_place_is_moved_by_one_tap(bot: RunningBot, sending: Patient):
    paper = next(each for each in measuring.papers("tuned") if each.get("record") == "imaging_reports")
    sending.sends_document("scan.pdf", made.a_printed_pdf(measuring.pages(paper)[0]))
    sending.waits_for(shows("aside@1-1/sorted_yes"))
    assert _document(bot)["record"] == "pathology", "nothing moves by itself"
    sending.presses("aside@1-1/sorted_yes")
    sending.waits_for(lambda message: message.text != "")
    until(lambda: _document(bot)["record"] == "imaging_reports", "moved")
    assert _document(bot)["record"] == "imaging_reports"
