"""All papers as one file, as it arrives in the chat: the bot as it runs, with a real child and a real vault."""

import hashlib
import io
import zipfile

import pytest
from pypdf import PdfReader

from bot.vault import Vault, master_key
from tests.makers import made
from tests.system.running import RunningBot, shows, taps, until
from tests.system.walk import TO_ENOUGH
from tests.telegram import Patient, Seen


@pytest.fixture
def ana_with_files(bot: RunningBot, ana: Patient) -> Patient:
    """A patient who sent a report and three photos."""
    for act in TO_ENOUGH:
        act.do(ana)
        act.wait(ana, bot)
    return ana


def documents(person: Patient) -> list[Seen]:
    return [message for message in person.bot_messages if message.kind == "document"]


def builds(person: Patient, count: int) -> list[Seen]:
    """Ask for the packet and wait for all its files."""
    person.sends("/packet")
    person.waits_for(shows("packet/build"))
    person.presses("packet/build")
    until(lambda: len(documents(person)) >= count, f"{count} documents", 30)
    return documents(person)[-2:]


def test_a_patient_gets_their_papers_as_one_file_and_the_originals_beside_it(
    bot: RunningBot, ana_with_files: Patient
) -> None:
    ana = ana_with_files
    ana.sends("/packet")
    ana.waits_for(shows("packet/details"))
    taps(ana, "packet/details", "packet.settings/naming")
    taps(ana, "packet.settings/naming", "packet.naming/no_name")
    ana.sends("Ana Example")
    ana.waits_for(shows("packet/build"))
    packet, archive = builds(ana, 2)
    assert packet.document
    assert archive.document
    pages = PdfReader(io.BytesIO(packet.document)).pages
    cover = " ".join(pages[0].extract_text().split())
    assert "Ana Example" in cover
    assert "Whether to begin the treatment that was offered" in cover
    assert "Biomarker or gene tests" in cover
    assert len(pages) == 2 + 1 + (1 + 3 + 3) + 2, "cover, contents, own words, the files of two records"
    originals = zipfile.ZipFile(io.BytesIO(archive.document))
    assert made.a_pdf(pages=3) in [originals.read(name) for name in originals.namelist()]
    assert [message.kind for message in ana.bot_messages[-3:]] == ["document", "document", "text"]


def test_nothing_changed_so_the_same_file_comes_again_and_after_a_change_a_new_one(
    bot: RunningBot, ana_with_files: Patient
) -> None:
    first, _ = builds(ana_with_files, 2)
    again, _ = builds(ana_with_files, 4)
    assert again.document == first.document
    assert bot.case()["packets"] == 1
    taps(ana_with_files, "packet/details", "packet.settings/sizes")
    taps(ana_with_files, "packet.settings/sizes", "packet.sizes/size/10")
    taps(ana_with_files, "packet.sizes/size/10", "packet/build")
    builds(ana_with_files, 6)
    assert bot.case()["packets"] == 2
    until(
        lambda: {int(path.stem) for path in bot.files()} == {1, 2, 3, 4, 5, 1_002_001, 1_002_501}, "the first is erased"
    )


def test_what_lies_in_the_vault_is_sealed_and_known(bot: RunningBot, ana_with_files: Patient) -> None:
    packet, _ = builds(ana_with_files, 2)
    bot.stop()
    ((case_id, key),) = bot.rows("SELECT id, key FROM cases")
    ((number, digest),) = bot.rows("SELECT number, sha256 FROM documents WHERE number = 1001001")
    vault = Vault(bot.data_dir / "vault", master_key(bot.data_dir / "master.key"))
    assert b"".join(vault.read(case_id, key, number)) == packet.document
    assert digest == hashlib.sha256(packet.document).hexdigest()
    assert all(b"%PDF" not in file.read_bytes() for file in bot.data_dir.rglob("*") if file.is_file())
    bot.start()
    again, _ = builds(ana_with_files, 4)
    assert again.document == packet.document


def test_a_kill_while_it_is_built_only_delays_it(bot: RunningBot, ana_with_files: Patient) -> None:
    ana_with_files.sends("/packet")
    ana_with_files.waits_for(shows("packet/build"))
    ana_with_files.presses("packet/build")
    asked = "SELECT 1 FROM work WHERE kind = 'packet'"
    until(lambda: bot.rows(asked) or documents(ana_with_files), "asked for; where it is built at once, there already")
    bot.kill()
    bot.start()
    until(lambda: len(documents(ana_with_files)) >= 2, "built after all", 30)
    assert {int(path.stem) for path in bot.files()} == {1, 2, 3, 4, 5, 1_001_001, 1_001_501}


def test_a_deletion_takes_every_piece_with_it(bot: RunningBot, ana_with_files: Patient) -> None:
    builds(ana_with_files, 2)
    ana_with_files.sends("/delete")
    ana_with_files.waits_for(shows("aside@1/delete_yes"))
    ana_with_files.presses("aside@1/delete_yes")
    until(lambda: not [*bot.files(), *bot.rows("SELECT 1 FROM documents"), *bot.rows("SELECT 1 FROM work")], "erased")


def test_a_deletion_while_it_is_built_leaves_nothing(bot: RunningBot, ana_with_files: Patient) -> None:
    ana_with_files.sends("/packet")
    ana_with_files.waits_for(shows("packet/build"))
    ana_with_files.presses("packet/build")
    ana_with_files.sends("/delete")
    ana_with_files.waits_for(shows("aside@1/delete_yes"))
    ana_with_files.presses("aside@1/delete_yes")
    until(lambda: bot.files() == [] and not bot.rows("SELECT 1 FROM work"), "erased")
    assert documents(ana_with_files) == [] or len(documents(ana_with_files)) == 2
