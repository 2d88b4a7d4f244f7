"""A file that only holds others, from a portal or a mailbox: what is in it comes as if it had been sent alone."""

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.effects import Erase, TakeOut
from dialogs.receiving.contents import Contents, Enclosed
from dialogs.receiving.custody_events import KeptUnseen
from dialogs.receiving.quotas import Quotas
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from tests.chat import Chat
from tests.conversations.opened import NAMES, are_looked_at, holder_of, sends_a_zip


def test_what_is_in_it_is_taken_out_in_its_order_under_one_receipt(gathering):
    holder, within = sends_a_zip(gathering)
    takings = [effect for effect in gathering.turn.effects if isinstance(effect, TakeOut)]
    assert [(each.document, each.container, each.place) for each in takings] == [
        (number, holder, f"{place}") for place, number in enumerate(within)
    ]
    receipt = gathering.said("receipt").values
    assert (receipt["total"], receipt["checked"]) == (3, 0)
    assert [(each.file.name, each.papers) for each in receipt["holders"]] == [("portal.zip", 3)]


def test_one_card_sorts_all_that_was_in_it_and_names_what_could_not_be_opened(gathering):
    _, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    card = gathering.said("sorting")
    assert [(lot.first.name, lot.record) for lot in card.values["lots"]] == [
        ("path.pdf", "report"),
        ("ct.pdf", "scans"),
    ]
    assert [each.name for each in card.lead.values["troubles"]] == ["torn.pdf"]
    assert card.lead.values["readable"] == 2
    gathering.patient_presses("sorted_yes")
    gathering.bot_keeps(report=1, scans=1)
    gathering.checklist_says(report="received", scans="received")


def test_it_is_no_record_and_is_neither_missing_nor_unsorted(gathering):
    holder, within = sends_a_zip(gathering)
    are_looked_at(gathering, within)
    gathering.patient_presses("sorted_yes")
    gathering.patient_commands("checklist")
    assert gathering.said("checklist").values["unsorted"] == 0
    gathering.patient_commands("files")
    shown = gathering.said("files").values
    assert (shown["total"], shown["not_here"]) == (2, 1), "the torn one is not here"
    assert [record for record, _ in shown["groups"]] == ["report", "scans"]
    assert [each.file.number for each in shown["holders"]] == [holder]
    gathering.patient_presses(f"look/{holder}")
    gathering.bot_offers("erase")
    gathering.bot_does_not_offer("move", "date", "rename", "replace", "up", "down")


def test_at_a_record_what_is_in_it_is_of_that_record(chat):
    chat.patient_walks_to("report")
    _, within = sends_a_zip(chat, "a.pdf", "b.pdf")
    for number in within:
        chat.bot_has_looked_at(number, facts=Facts(record="report"))
    chat.bot_keeps(report=2)
    chat.bot_offers("done")
    chat.patient_presses("done")
    chat.checklist_says(report="received")


def test_one_of_which_nothing_could_be_kept_is_not_kept(gathering):
    holder, within = sends_a_zip(gathering, "a.exe.pdf", "b.pdf")
    gathering.bot_has_looked_at(within[0], "unreadable")
    gathering.bot_erases()
    gathering.bot_has_looked_at(within[1], "unknown_kind", kind="unknown")
    gathering.bot_erases(holder)
    gathering.bot_does_not_say("file_trouble")
    assert holder_of(gathering, holder).trouble == "zip"


def test_wherever_the_patient_is_one_word_is_enough_of_what_could_not_be_opened(chat):
    chat.patient_walks_to("decision")
    _, within = sends_a_zip(chat)
    are_looked_at(chat, within[2:] + within[:2])
    assert not [say for say in chat.shown if say.name == "file_trouble"], "the card has it"
    _, within = sends_a_zip(chat, "a.pdf", "b.pdf", name="mail.eml")
    for number in within:
        chat.bot_has_looked_at(number, "unreadable")
    (told,) = [say for say in chat.shown if say.name == "file_trouble"]
    assert told.values["name"] == "mail.eml"


def test_what_is_sent_after_it_shares_its_receipt(chat):
    chat.patient_walks_to("report")
    holder, _ = sends_a_zip(chat, "a.pdf", "b.pdf")
    (later,) = chat.patient_uploads("c.pdf")
    assert holder_of(chat, later).batch == holder_of(chat, holder).batch


def test_a_container_that_lay_too_deep_is_told_and_not_opened(gathering):
    _, within = sends_a_zip(gathering, "a.pdf", "deep.zip")
    gathering.bot_has_looked_at(within[0])
    assert gathering.bot_has_opened(within[1], "b.pdf") == []
    assert holder_of(gathering, within[1]).trouble == "archive"
    assert len(gathering.case.documents) == 3


def test_what_there_is_no_room_for_is_counted_and_said():
    chat = Chat(quotas=Quotas(files=4))
    chat.patient_walks_to("gather")
    (holder,) = chat.patient_uploads("portal.zip")
    within = chat.bot_has_opened(holder, *(f"{number}.pdf" for number in range(9)), beyond=2)
    assert len(within) == 3
    assert holder_of(chat, holder).left == 8
    assert chat.said("receipt").values["holders"][0].file.left == 8


def test_what_is_no_paper_is_named(gathering):
    (holder,) = gathering.patient_uploads("portal.zip")
    gathering.bot_has_opened(holder, "a.pdf", others=("viewer.exe",), other_files=4)
    (told,) = gathering.said("receipt").values["holders"]
    assert (told.file.others, told.more) == (("viewer.exe",), 3)


def test_one_that_could_not_be_looked_at_when_it_came_is_opened_later(gathering):
    (holder,) = gathering.patient_uploads("portal.zip")
    gathering.happens(KeptUnseen(gathering.now, holder))
    assert len(gathering.bot_has_opened(holder, *NAMES)) == 3


def test_several_in_one_message_share_the_receipt(gathering):
    first, second = gathering.patient_uploads("a.zip", "b.eml")
    within = [*gathering.bot_has_opened(first, "a.pdf"), *gathering.bot_has_opened(second, "b.pdf", kind="mail")]
    are_looked_at(gathering, within)
    assert len(gathering.said("sorting").lead.values["holders"]) == 2


def test_among_the_originals_it_stands_for_what_came_in_it(gathering):
    holder, within = sends_a_zip(gathering)
    before = digest(gathering.guide, gathering.case)
    are_looked_at(gathering, within)
    planned = plan(gathering.guide, gathering.case)
    assert [each.number for each in planned.documents] == within[:2]
    assert [each.number for each in planned.containers] == [holder]
    assert holder not in [each.number for each in planned.refused]
    assert digest(gathering.guide, gathering.case) != before


def test_a_helper_may_send_one_and_hears_only_of_what_cannot_be_read(chat):
    document = Document(5, "e1.a", "mail.eml", "report", errand=1)
    chat.case = chat.case.with_document(document)
    (within,) = chat.bot_has_opened(5, "a.pdf", kind="mail")
    found = holder_of(chat, within)
    assert (found.errand, found.record, found.container) == (1, "report", 5)
    assert not [effect for effect in chat.turn.effects if isinstance(effect, Erase)]


def test_what_a_second_form_of_a_paper_told_of_it_is_surer_than_its_print(gathering):
    (holder,) = gathering.patient_uploads("portal.zip")
    known = Facts(date="2026-03-12", patient="Ana Bell")
    gathering.bot_has_looked_at(holder, "opened", 0, kind="zip", contents=Contents((Enclosed("0", "a.htm", 9, known),)))
    gathering.bot_has_looked_at(holder + 1, facts=Facts(record="report", date="2026-03-21", institution="A clinic"))
    found = holder_of(gathering, holder + 1).facts
    assert (found.record, found.date, found.patient, found.institution) == (
        *("report", "2026-03-12", "Ana Bell"),
        "A clinic",
    )
