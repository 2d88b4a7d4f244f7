"""The bot as it runs: its own process, real HTTP, a real database, real files."""

import io

from pypdf import PdfReader

from bot.vault import Vault, master_key
from tests.makers import made, traps
from tests.system.running import shows, taps, until
from tests.system.walk import TO_SENDING, WALK

MEANWHILE = {"texts": [], "texts_seen": 0, "heard": "", "tapped": "", "half_said": "", "deed": None}
"""What a text leaves in a case, and every act."""


def test_a_patient_walks_from_start_to_the_summary_and_gets_one_page(bot, ana):
    for act in WALK:
        act.do(ana)
        act.wait(ana, bot)
    sheet = PdfReader(io.BytesIO(ana.bot_messages[-1].document))
    assert len(sheet.pages) == 1
    assert "Whether to begin the treatment that was offered" in " ".join(sheet.pages[0].extract_text().split())
    case = bot.case()
    assert case["step"] == "summary"
    assert {document["state"] for document in case["documents"]} == {"readable"}
    assert case["answers"]["slides"] == {"standing": "asked", "note": "asked them on Monday, two weeks by mail"}


def test_what_was_kept_is_what_was_sent_byte_for_byte_and_nothing_readable_lies_on_the_disk(bot, ana):
    report = made.a_pdf(pages=2)
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("report.pdf", report)
    until(lambda: bot.kept() == 1, "kept")
    bot.stop()
    ((case_id, key),) = bot.rows("SELECT id, key FROM cases")
    vault = Vault(bot.data_dir / "vault", master_key(bot.data_dir / "master.key"))
    assert b"".join(vault.read(case_id, key, 1)) == report
    assert all(b"%PDF" not in file.read_bytes() for file in bot.data_dir.rglob("*") if file.is_file())


def test_after_days_and_a_restart_start_resumes_exactly(bot, ana, telegram):
    for act in WALK[:16]:
        act.do(ana)
        act.wait(ana, bot)
    before = bot.case()
    assert bot.stop() == 0
    telegram.skips_ahead(days=5)
    bot.start(days_ahead=5)
    ana.sends("/start")
    ana.waits_for(shows("slides/asked"))
    assert bot.case() | MEANWHILE == before | MEANWHILE


def test_a_locked_a_broken_and_an_unknown_file_are_each_told_and_only_the_locked_one_is_kept(bot, ana):
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    for name, data in {
        "locked.pdf": made.a_locked_pdf(),
        "broken.pdf": made.a_broken_pdf(),
        "papers.rar": b"Rar!\x1a\x07\0" + bytes(200),
        "bomb.png": traps.a_pixel_bomb(),
    }.items():
        ana.sends_document(name, data)
    states = ["locked", "unreadable", "unknown_kind", "over_limit"]
    until(lambda: [each["state"] for each in bot.case()["documents"]] == states, "each file has its verdict")
    bot.stop()
    assert [path.name for path in bot.files()] == ["1.sealed"]


def test_a_file_over_telegrams_limit_is_told_before_it_is_fetched(bot, ana, telegram):
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("disc.zip", bytes((20 << 20) + 1))
    until(lambda: [each["state"] for each in bot.case()["documents"]] == ["too_big"], "told")
    assert telegram.sent("getFile") == 0


def test_an_album_has_one_receipt(bot, ana, telegram):
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    before = len(ana.bot_messages)
    ana.sends_album([made.a_photo_of_a_page(900 + number, 1200) for number in range(5)])
    until(lambda: bot.kept() == 5, "kept")
    telegram.idle()
    assert len(ana.bot_messages) == before + 1


def test_an_old_button_answers_and_leaves_everything_as_it_was(bot, ana, telegram):
    for act in WALK[:5]:
        act.do(ana)
        act.wait(ana, bot)
    old = next(message for message in ana.bot_messages if shows("destination/not_now")(message))
    assert bot.stop() == 0
    bot.start()  # it knows of no card any more whose buttons could be taken off
    WALK[5].do(ana)
    WALK[5].wait(ana, bot)
    before = bot.case()
    ana.sends("my name is Philippa Wren")
    ana.waits_for(shows("aside@1/text/question"))
    telegram.skips_ahead(days=1)
    ana.presses("destination/not_now", message=old)
    ana.waits_for(shows("pathology/send"))
    assert bot.case() | MEANWHILE == before | MEANWHILE


def test_two_patients_never_meet(bot, ana, telegram):
    ben = telegram.person("Ben")
    for person, decision in ((ana, "About Ana"), (ben, "About Ben")):
        person.sends("/start")
        person.waits_for(shows("welcome/begin"))
        taps(person, "welcome/begin", "consent/keep_files")
        taps(person, "consent/keep_files", "gather/go_on")
        person.sends("/questions")
        person.waits_for(shows("questions/done"))
        person.sends(decision)
        person.waits_for(decision)
        taps(person, "questions/done", "gather/go_on")
        taps(person, "gather/go_on", "date/not_now")
        taps(person, "date/not_now", "destination/not_now")
        person.presses("destination/not_now")
        person.waits_for(shows("pathology/send"))
    ben.sends("/summary")
    ben.waits_for(shows("aside/sheet"))
    assert not [message for message in ben.bot_messages if "About Ana" in message.text]
    assert [message for message in ben.bot_messages if "About Ben" in message.text]


def test_in_a_group_it_says_one_line_and_leaves(bot, ana, telegram):
    group = telegram.group("Family")
    ana.adds_bot_to(group)
    until(lambda: not group.has_bot, "left")
    assert len([message for message in group.messages if message.from_bot and message.kind == "text"]) == 1
    assert bot.rows("SELECT 1 FROM cases") == []
