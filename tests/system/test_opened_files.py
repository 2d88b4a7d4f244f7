"""A file that only holds others, from the chat to the packet, and with the bot killed while they are taken out."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfReader

from tests.makers import containers, made
from tests.system.running import RunningBot, shows, until
from tests.telegram import Patient

PAPERS = 6
"""In what is sent: five in the archive, and an e-mail with one attachment in it that says nothing itself."""


def a_zip() -> bytes:
    return containers.a_zip_of_papers({"z.eml": containers.an_email("See attached", {"scan.pdf": made.a_pdf(2)})})


def are_all_looked_at(bot: RunningBot) -> bool:
    states = [each["state"] for each in bot.case()["documents"]]
    return states.count("readable") == PAPERS and states.count("opened") == 1


def test_what_lies_in_an_archive_is_in_the_packet_and_the_archive_among_the_originals(
    bot: RunningBot, sending: Patient
) -> None:
    sent = a_zip()
    sending.sends_document("portal.zip", sent)
    until(lambda: are_all_looked_at(bot), "all of it is looked at")
    assert len(bot.case()["documents"]) == bot.kept() == len(bot.files()) == 1 + PAPERS

    sending.sends("/packet")
    sending.waits_for(shows("packet/build"))
    sending.presses("packet/build")
    pages = sending.waits_for(lambda message: message.kind == "document")
    shown = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pages.document or b"")).pages)
    assert "fictitious note" in shown
    assert "Jane Doe" in shown
    archive = sending.waits_for(lambda message: bool(message.document and message.document.startswith(b"PK")))
    with zipfile.ZipFile(io.BytesIO(archive.document or b"")) as originals:
        (name,) = (name for name in originals.namelist() if name.endswith(".zip"))
        assert originals.read(name) == sent
        beside = {each for each in originals.namelist() if each != name}
        assert beside == {"list.txt", "records-fhir.json"}, "it stands for all that came in it; beside it is the list"


def test_killed_while_it_is_taken_out_nothing_is_lost_and_nothing_comes_twice(
    bot: RunningBot, sending: Patient
) -> None:
    sending.sends_document("portal.zip", a_zip())
    for taken in (1, 3):
        until(lambda taken=taken: bot.kept() > taken, "some of it is taken out")
        bot.kill()
        bot.start()
    until(lambda: are_all_looked_at(bot), "all of it is looked at")
    until(lambda: not bot.rows("SELECT 1 FROM work WHERE kind = 'unwrap'"), "nothing is left to do")
    documents = bot.case()["documents"]
    assert len(documents) == bot.kept() == len(bot.files()) == 1 + PAPERS
    assert len({each["name"] for each in documents}) == 1 + PAPERS
