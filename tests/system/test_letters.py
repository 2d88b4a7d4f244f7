"""A letter arrives in the chat: the running bot, from the button to the page a patient can print."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.system.running import RunningBot, shows, taps, until
from tests.system.walk import TO_THE_FIRST
from tests.telegram import Patient


def words(document: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(document)).pages
    return " ".join(page.extract_text().split())


def document_of(person: Patient, count: int) -> bytes:
    """The newest of so many files that the bot has sent."""
    until(lambda: len([m for m in person.bot_messages if m.kind == "document"]) == count, f"{count} files sent")
    document = next(message.document for message in reversed(person.bot_messages) if message.kind == "document")
    assert document is not None
    return document


def test_a_letter_a_page_and_a_text_arrive_and_the_record_is_asked_for(bot: RunningBot, ana: Patient):
    for act in TO_THE_FIRST:
        act.do(ana)
        act.wait(ana, bot)
    taps(ana, "pathology/missing", "pathology.missing/letter")
    taps(ana, "pathology.missing/letter", "country/us")
    taps(ana, "country/us", "letters.one@records/text")
    letter = words(document_of(ana, 1))
    for said in ("Request for copies of my medical records", "Pathology report", "45 CFR 164.524", "My signature"):
        assert said in letter

    taps(ana, "letters.one@records/more", "letters.one@records/to")
    taps(ana, "letters.one@records/to", "letters.to@records/back")
    ana.sends("Example University Hospital\n1 Main Street")
    ana.waits_for(shows("letters.one@records/text"))
    assert "Example University Hospital 1 Main Street" in words(document_of(ana, 2))

    ana.presses("letters.one@records/text")
    text = ana.waits_for("My full name, as in the records: ____")
    assert "<pre>" in text.html
    assert "Example University Hospital" in text.text

    ana.presses("letters.one@records/asked/pathology")
    ana.waits_for(lambda message: not message.keyboard)
    assert bot.case()["answers"]["pathology"]["standing"] == "asked"

    ana.sends("/letters")
    ana.waits_for(shows("letters/take_back"))
    ana.presses("letters/take_back")
    assert "After my second opinion" in words(document_of(ana, 3))
