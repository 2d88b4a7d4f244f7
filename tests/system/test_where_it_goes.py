"""From a hospital written with a slip to what was sent there: destination, patient, letter, packet, delivery."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from pypdf import PdfReader

from bot.clock import Clock
from tests.makers import made
from tests.system.running import RunningBot, shows, until
from tests.telegram import Patient, RehearsalServer, Seen


@dataclass(frozen=True)
class Said:
    """What somebody writes in their own language."""

    language: str
    slip: str
    wrong: str
    """They want their name changed."""
    name: str


SAID = (
    Said("en", "Dr. Wu, johns hopkin", "my name is spelled wrong", "my name is Ana Example"),
    Said("es", "Dr. Wu, jons hopkin", "mi nombre está mal", "me llamo Ana Example"),
)
REPORT = """Example Hospital
Surgical pathology report
Patient: ANNA EXAMPLE
Date of birth: February 7, 1954
MRN: 445-12
Specimen: S26-1
Diagnosis: fictitious
"""


def documents(person: Patient) -> list[Seen]:
    return [message for message in person.bot_messages if message.kind == "document"]


def begins(data: str) -> Callable[[Seen], bool]:
    """A message with a button whose data begins so: what follows names a thing, or a day."""
    return lambda message: any((button.data or "").startswith(data) for row in message.keyboard for button in row)


def tap(person: Patient, begin: str, then: str) -> None:
    """Tap the newest button whose data begins so, and wait for one that begins otherwise."""
    message = person.waits_for(begins(begin))
    data = next(b.data for row in message.keyboard for b in row if b.data and b.data.startswith(begin))
    person.presses(data, message)
    person.waits_for(begins(then))


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.language)
def test_the_road_from_a_destination_to_what_was_sent_there(
    bot: RunningBot, telegram: RehearsalServer, said: Said
) -> None:
    ana = telegram.person("Ana", language_code=said.language)
    ana.sends("/start")
    tap(ana, "welcome/begin", "consent/keep_files")
    tap(ana, "consent/keep_files", "gather/go_on")
    tap(ana, "gather/go_on", "date/not_now")
    tap(ana, "date/not_now", "destination/not_now")

    ana.sends(said.slip)
    ana.waits_for(shows("destination/meant/johns_hopkins"))
    assert bot.case()["destinations"] == (), "it is only offered"
    bot.kill()
    ana.presses("destination/meant/johns_hopkins")
    bot.start()
    ana.waits_for(shows("destination/go_on"))
    until(lambda: bot.case()["destinations"] == ("johns_hopkins",), "chosen once, though it was killed meanwhile")
    assert bot.case()["destination"] == "Dr. Wu, Johns Hopkins"
    tap(ana, "destination/go_on", "pathology/send")
    tap(ana, "pathology/send", "pathology.sending/done")
    ana.sends_document("report.pdf", made.a_printed_pdf(REPORT))
    until(lambda: bot.kept() == 1, "kept")
    until(lambda: bot.case()["documents"][0]["facts"]["number"] == "445-12", "read")

    ana.sends(said.wrong)
    ana.waits_for(shows("patient.name/back"))
    ana.sends(said.name)
    tap(ana, "patient/patient_right", "pathology/all_here")
    about = bot.case()["patient"]
    assert (about["name"], about["number"], about["born"]) == ("Ana Example", "445-12", "1954-02-07")

    ana.sends("/letters")
    tap(ana, "letters/write/slides", "letters.one@slides/text")
    until(lambda: len(documents(ana)) == 1, "a letter")
    letter = text_of(documents(ana)[0])
    assert all(words in letter for words in ("Ana Example", "445-12"))

    ana.sends("/packet")
    ana.waits_for(shows("packet/build"))
    ana.presses("packet/build")
    until(lambda: bot.case()["packets"] == 1, "asked for")
    bot.kill()
    bot.start()
    until(lambda: len(documents(ana)) >= 3, "the packet, though it was killed meanwhile")
    packet = next(each for each in documents(ana)[1:] if each.document and each.document.startswith(b"%PDF"))
    cover = text_of(packet)
    assert all(words in cover for words in ("Ana Example", "Dr. Wu, Johns Hopkins", "445-12"))
    assert round(PdfReader(io.BytesIO(packet.document or b"")).pages[0].mediabox.width) == 612, "letter paper"

    tap(ana, "aside/deliveries", "deliveries/sent/packet")
    tap(ana, "deliveries/sent/packet", "deliveries.how@1/by/")
    tap(ana, "deliveries.how@1/by/", "deliveries.one@1/got_it")
    tap(ana, "deliveries.one@1/got_it", "deliveries.one@1/back")
    until(lambda: bot.case()["deliveries"][0]["arrived"], "it is there, and opens")
    assert bot.case()["deliveries"][0]["destination"] == "johns_hopkins"

    visit = (Clock().now() + timedelta(days=20)).date().isoformat()
    ana.sends("/date")
    ana.waits_for(begins("date/"))
    ana.sends(visit)
    ana.waits_for(shows(f"date/day/{visit}"))
    ana.presses(f"date/day/{visit}")
    until(lambda: bot.case()["date"] == visit, "the day is known")
    ana.sends("/summary")
    ana.waits_for("Johns Hopkins")


def text_of(message: Seen) -> str:
    assert message.document
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(message.document)).pages).split())
