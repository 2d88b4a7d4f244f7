"""The unmodified bot: a copy of everything, compared with what was sent; the end of the days; and that it is done."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from html.parser import HTMLParser

from tests.makers import made
from tests.system.running import RunningBot, shows, until
from tests.system.test_promises import bring_to_sending
from tests.system.walk import TO_ENOUGH, photos
from tests.telegram import Patient, RehearsalServer, Seen

CANARY = "Kanarienvogel"


def documents(person: Patient) -> list[Seen]:
    return [message for message in person.bot_messages if message.kind == "document"]


def opened(parts: list[Seen]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for part in parts:
        assert part.document
        with zipfile.ZipFile(io.BytesIO(part.document)) as archive:
            assert archive.testzip() is None
            files |= {name: archive.read(name) for name in archive.namelist()}
    return files


class Page(HTMLParser):
    """A page as a browser takes it: its text, its links, and its elements."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.links, self.elements = "", list[str](), set[str]()
        self.feed(source)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value for name, value in attributes if name in ("href", "src") and value]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_copy_of_everything_is_what_was_sent(bot: RunningBot, ana: Patient) -> None:
    for act in TO_ENOUGH:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends("Give me everything you have about me")
    until(lambda: len(documents(ana)) == 1, "the copy")
    files = opened(documents(ana))
    sent = [made.a_pdf(pages=3), *photos(), made.a_pdf(pages=2)]
    originals = {name: content for name, content in files.items() if re.match(r"\d{3} ", name)}
    assert sorted(hashlib.sha256(each).hexdigest() for each in originals.values()) == sorted(
        hashlib.sha256(each).hexdigest() for each in sent
    )
    listed = files["list.txt"].decode()
    for name, content in originals.items():
        assert f"{hashlib.sha256(content).hexdigest()}  {name}" in listed

    record = json.loads(files["everything.json"])
    assert record["case"]["decision"] == "Whether to begin the treatment that was offered"
    assert record["case"]["destination"] == "City Hospital, Dr. Lee"
    assert record["case"]["agreed"] == 1
    assert record["chat"] == ana.account.id
    assert {each["name"] for each in record["kept"]} == originals.keys()
    assert {each["sha256"] for each in record["kept"]} == {hashlib.sha256(each).hexdigest() for each in sent}
    assert [each["kind"] for each in record["accesses"]].count("kept") == len(sent)
    assert record["accesses"][0]["kind"] == "exported"

    page = Page(files["read-me-first.html"].decode())
    assert "script" not in page.elements
    assert set(page.links) == {name.replace(" ", "%20") for name in originals}
    for told in (
        "Whether to begin the treatment that was offered",
        "City Hospital, Dr. Lee",
        "Surgery in May",
        "report.pdf",
    ):
        assert told in page.text
    assert all(name in page.text for name in originals)
    assert not [path for path in bot.files() if path.name.startswith("1000")], "nothing more lies in the vault for it"


def test_what_a_patient_wrote_is_no_markup_in_the_page(bot: RunningBot, ana: Patient) -> None:
    hospital = "<b>Mercy</b> Hospital & <script>alert(1)</script>"
    bring_to_sending(bot, ana, hospital)
    ana.sends_document("<img src=x onerror=alert(1)>.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends("/export")
    until(lambda: len(documents(ana)) == 1, "the copy")
    page = Page(opened(documents(ana))["read-me-first.html"].decode())
    assert not {"script", "img", "iframe", "link"} & page.elements
    assert hospital in page.text


def test_a_copy_comes_after_a_kill_as_well(bot: RunningBot, ana: Patient) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends("/export")
    until(lambda: bot.rows("SELECT 1 FROM outbox WHERE kind = 'export'") or documents(ana), "asked for")
    bot.kill()
    bot.start()
    until(lambda: documents(ana), "the copy")
    assert made.a_pdf() in opened(documents(ana)[:1]).values()


# The end of the days


def skips_to(bot: RunningBot, telegram: RehearsalServer, days: float, before: float) -> None:
    bot.stop()
    telegram.skips_ahead(days=days - before)
    bot.start(days_ahead=days)


def test_after_83_89_and_91_days(bot: RunningBot, ana: Patient, telegram: RehearsalServer) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document(f"{CANARY}.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    skips_to(bot, telegram, 83.01, 0)
    warned = ana.waits_for(shows("aside/keep_records"))
    assert bot.kept() == 1
    skips_to(bot, telegram, 89.02, 83.01)
    again = ana.waits_for(shows("aside/keep_records"))
    assert again.message_id != warned.message_id
    assert bot.kept() == 1
    skips_to(bot, telegram, 91, 89.02)
    until(lambda: not bot.rows("SELECT 1 FROM cases"), "the case is gone")
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "the files are gone")
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "nothing waits")
    telegram.idle()
    last = ana.bot_messages[-1]
    assert last.body.get("text")
    assert not last.keyboard
    assert last.message_id > again.message_id
    until(lambda: not lying(bot), "no word of the patient's lies on the disk")
    assert bot.rows("SELECT * FROM accesses") == []


def lying(bot: RunningBot) -> list[str]:
    return [path.name for path in bot.data_dir.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_one_tap_at_83_days_and_at_91_all_is_there(bot: RunningBot, ana: Patient, telegram: RehearsalServer) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    skips_to(bot, telegram, 83.01, 0)
    ana.waits_for(shows("aside/keep_records"))
    ana.presses("aside/keep_records")
    ana.waits_for(shows("pathology.sending/done"))
    skips_to(bot, telegram, 91, 83.01)
    ana.sends("/checklist")
    ana.waits_for(shows("aside/sheet"))
    assert bot.kept() == 1


def test_who_blocked_the_bot_was_not_warned_and_is_kept(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.blocks()
    until(lambda: bot.case()["reachable"] is False, "noticed")
    skips_to(bot, telegram, 83.01, 0)
    until(lambda: (bot.case()["expiry"] or {}).get("refused") == 1, "the warning was refused")
    skips_to(bot, telegram, 100, 83.01)
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "nothing waits")
    assert bot.kept() == 1
    ana.unblocks()
    ana.sends("/start")
    ana.waits_for(shows("pathology.sending/done"))
    until(lambda: bot.case()["expiry"] is None, "the days begin anew")


# That it is done


def test_that_it_is_done_is_said_when_it_is_also_after_a_kill(
    bot: RunningBot, ana: Patient, telegram: RehearsalServer
) -> None:
    bring_to_sending(bot, ana)
    ana.sends_document("report.pdf", made.a_pdf())
    until(lambda: bot.kept() == 1, "kept")
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"))
    ana.presses("aside@1/delete_yes")
    until(lambda: not bot.rows("SELECT 1 FROM cases"), "the turn is committed")
    bot.kill()
    bot.start()
    until(lambda: not bot.files() and not bot.rows("SELECT 1 FROM work"), "erased")
    telegram.idle()
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "all is said")
    said = [message.text for message in ana.bot_messages if not message.keyboard]
    deleting = next(number for number, text in enumerate(said) if "/start" in text and "Telegram" in text)
    assert len(said) > deleting + 1, "something is said after it was promised"
